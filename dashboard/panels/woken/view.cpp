// Which alarm wakes, and where its panels stand.
#include "dashboard/panels/drafts.hpp"
#include "dashboard/panels/tabs.hpp"
#include "dashboard/panels/woken/woken.hpp"
#include "dashboard/words/labels.hpp"
#include "dashboard/words/names.hpp"

#include <algorithm>

namespace regiekamer::panels {
namespace {

using picture::Turnout;

PersonId own(const Scene& scene) {
    return scene.user.person.empty() ? PersonId(scene.user.function.value)
                                     : words::person_named(scene.picture, scene.user.person.value);
}

/// Whether this alarmering still asks something of the person at this desk.
bool wakes(const Scene& scene, const picture::FunctionAttendance& one) {
    switch (one.state) {
    case Turnout::gealarmeerd:
    case Turnout::niet_bezet:
        return true;
    case Turnout::bevestigd:
    case Turnout::onderweg:
        return one.person == own(scene);
    case Turnout::afgemeld:
    case Turnout::aanwezig:
    case Turnout::afgelost:
        break;
    }
    return false;
}

/// The last time that the function was called, by team or by name: a repeated call wakes again. Of those by
/// name only the calls of `person`, if one is given.
Sequence last_call(const Scene& scene, const IncidentId& incident, const Function& function,
                   const std::optional<PersonId>& person = std::nullopt) {
    Sequence last = 0;
    const auto* called = scene.picture.attendance->incidents.find(incident);
    if (called == nullptr) return last;
    for (const auto& [id, team] : called->teams) {
        const auto& functions = team.alerted.value.functions;
        if (std::find(functions.begin(), functions.end(), function) != functions.end())
            last = std::max(last, team.alerted.sequence);
    }
    if (const auto one = called->functions.find(function); one != called->functions.end())
        for (const auto& call : one->second.calls)
            if (!person || call.person == *person) last = std::max(last, call.sequence);
    return last;
}

/// Whether who sits here said no since they were called last; who was alerted by name may be another, and
/// that that one is called once more asks nothing of who said no.
bool said_no(const Scene& scene, const IncidentId& incident, const Function& function) {
    const PersonId me = own(scene);
    const auto* called = scene.picture.attendance->incidents.find(incident);
    if (called == nullptr) return false;
    const auto one = called->functions.find(function);
    if (one == called->functions.end()) return false;
    const auto report = one->second.reports.find(me);
    return report != one->second.reports.end() &&
           report->second.latest.sequence > last_call(scene, incident, function, me) &&
           report->second.latest.value.state == AttendanceState::afgemeld;
}

} // namespace

std::optional<WakingAlarm> waking_alarm(const Scene& scene) {
    std::optional<WakingAlarm> newest;
    if (scene.looking_back) return newest;
    for (const auto& incident : picture::active_incidents(scene.picture, scene.now)) {
        auto one = picture::attendance_of(scene.picture, incident, scene.user.function, scene.now);
        const Sequence call = last_call(scene, incident, scene.user.function);
        if (!one || call <= scene.set_aside || !wakes(scene, *one) ||
            said_no(scene, incident, scene.user.function))
            continue;
        if (!newest || call > newest->call) newest = WakingAlarm{std::move(*one), call};
    }
    return newest;
}

void draw_woken(ui::Ui& ui, const Scene& scene, const ui::Zones& zones, Drafts& drafts, Intents& intents) {
    const auto waking = waking_alarm(scene);
    if (!waking) {
        ui::empty_text(ui, zones.body, "U bent niet gealarmeerd. Terug met [Esc].");
        if (ui::pressed(ui, ui::Key::escape)) intents.push_back(Show{View::automatic});
        return;
    }
    const auto* alarm = &waking->attendance;
    const auto add = [&intents](Intents more) {
        for (auto& intent : more)
            intents.push_back(std::move(intent));
    };
    draw_tabs(ui, zones.tabs, ui::gewekt_tabs(zones.fit), drafts, Digits::answer); // 1 is "Ik kom"
    const auto at = ui::gewekt_zones(zones, drafts.tab);
    if (!at.what.empty()) woken::draw_what(ui, scene, at.what, *alarm);
    if (!at.where.empty()) woken::draw_where(ui, scene, at.where, *alarm);
    if (!at.answer.empty()) add(woken::draw_answer(ui, scene, at.answer, *alarm, drafts));
    if (!at.first_four.empty()) add(woken::draw_first_four(ui, scene, at.first_four, *alarm, drafts));
    if (!at.counter.empty()) woken::draw_counter(ui, scene, at.counter, *alarm);
    if (!at.call.empty()) woken::draw_numbers(ui, scene, at.call);
    if (!at.uncertain.empty()) add(woken::draw_uncertain(ui, scene, at.uncertain, *alarm));
    if (!zones.bottom.empty()) add(draw_timeline(ui, scene, zones.bottom, drafts));
    if (drafts.dialog == Dialog::none && ui::pressed(ui, ui::Key::escape))
        intents.push_back(SetAside{waking->call});
}

namespace woken {

Act attendance_act(const Scene& scene, const FunctionAttendance& alarm, AttendanceState state,
                   int minutes_from_now) {
    AttendanceReported body;
    body.incident = alarm.incident;
    body.function = scene.user.function;
    body.person = own(scene);
    body.state = state;
    if (minutes_from_now > 0) body.eta = scene.now + minutes(minutes_from_now);
    return {body, std::string(words::label(state)), std::nullopt};
}

} // namespace woken
} // namespace regiekamer::panels
