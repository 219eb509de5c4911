// Where the panels of OVERLEG stand, which overleg they show, and the keys.
#include "dashboard/panels/dialogs/dialogs.hpp"
#include "dashboard/panels/drafts.hpp"
#include "dashboard/panels/meeting/meeting.hpp"
#include "dashboard/panels/tabs.hpp"
#include "dashboard/words/labels.hpp"
#include "dashboard/words/refusal.hpp"
#include "dashboard/words/time_words.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace regiekamer::panels::meeting {
namespace {

using picture::MeetingState;
using ui::Key;

/// The next or the one before in the list.
void choose(const Scene& scene, Drafts& drafts, int step) {
    const auto all = listed(scene);
    const auto now = shown(scene, drafts);
    for (std::size_t at = 0; now && at < all.size(); ++at) {
        if (all[at].meeting != now->meeting) continue;
        const auto next = static_cast<std::ptrdiff_t>(at) + step;
        if (next >= 0 && next < static_cast<std::ptrdiff_t>(all.size()))
            drafts.meeting.chosen = all[static_cast<std::size_t>(next)].meeting.value;
        return;
    }
}

/// True when the user may; else says why not.
bool may(const Scene& scene, std::string_view type, Intents& intents) {
    auto why = words::not_allowed(scene.user.function, type);
    if (why.empty()) return true;
    intents.push_back(Explain{std::move(why)});
    return false;
}

void answer_acts(ui::Ui& ui, const Scene& scene, const picture::MeetingClock& clock, Drafts& drafts,
                 Intents& intents) {
    const std::string& id = clock.meeting.value;
    if (ui::pressed(ui, Key::s)) add(intents, step_on(scene, clock, drafts));
    if (ui::pressed(ui, Key::b) && may(scene, FindingNoted::type, intents)) {
        open(drafts, Dialog::finding, id);
        drafts.choice2 = 0;
    }
    if (ui::pressed(ui, Key::j) && may(scene, FindingNoted::type, intents)) {
        open(drafts, Dialog::finding, id);
        drafts.choice2 = 1;
    }
    if (ui::pressed(ui, Key::d) && may(scene, DecisionTaken::type, intents))
        open(drafts, Dialog::decision, id);
    if (ui::pressed(ui, Key::c) && clock.state == MeetingState::planned)
        open(drafts, Dialog::cancel_meeting, id);
    if (ui::pressed(ui, Key::y)) {
        if (const auto* decision = without_action(scene, clock.meeting))
            intents.emplace_back(action_of(scene, *decision));
        else
            intents.push_back(Explain{!picture::decisions_of(scene.picture, clock.meeting).empty()
                                          ? "Van elk besluit van dit overleg is al een actie gemaakt."
                                          : "Dit overleg heeft nog geen besluit. Leg er een vast met D."});
    }
}

} // namespace

Intents step_on(const Scene& scene, const picture::MeetingClock& clock, Drafts& drafts) {
    auto step = next_step(clock);
    if (!step) return {};
    const bool early = clock.state == MeetingState::planned && clock.at - scene.now > hours(1);
    if (early && drafts.meeting.early != clock.meeting.value) {
        drafts.meeting.early = clock.meeting.value;
        return {Explain{fmt::format("{} {} is pas {}. Druk nog eens op S om nu te beginnen.",
                                    words::label(clock.team), clock.number.value,
                                    words::clock_near(clock.at, scene.now))}};
    }
    drafts.meeting.early.clear();
    return {std::move(*step)};
}

std::optional<Act> next_step(const picture::MeetingClock& clock) {
    const std::string name = fmt::format("{} {}", words::label(clock.team), clock.number.value);
    if (clock.state == MeetingState::planned) return Act{MeetingStarted{clock.meeting}, name + " begint", {}};
    if (clock.state != MeetingState::running) return std::nullopt;
    if (!clock.phase) return Act{MeetingPhaseEntered{clock.meeting, Phase::beeld}, name + ": beeld", {}};
    if (*clock.phase == Phase::beeld)
        return Act{MeetingPhaseEntered{clock.meeting, Phase::oordeel}, name + ": oordeel", {}};
    if (*clock.phase == Phase::oordeel)
        return Act{MeetingPhaseEntered{clock.meeting, Phase::besluit}, name + ": besluit", {}};
    return Act{MeetingEnded{clock.meeting}, name + " is afgesloten", {}};
}

std::vector<picture::MeetingClock> meetings(const Scene& scene) {
    std::vector<picture::MeetingClock> all;
    if (scene.incident) all = picture::meetings_of(scene.picture, *scene.incident, scene.now);
    for (const auto& [id, event] : scene.picture.events->events)
        for (auto& clock : picture::meetings_of(scene.picture, id, scene.now))
            if (clock.at > scene.now - std::chrono::hours(24) &&
                clock.at < scene.now + std::chrono::hours(168))
                all.push_back(std::move(clock));
    std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.at < b.at; });
    return all;
}

std::vector<picture::MeetingClock> listed(const Scene& scene) {
    auto all = meetings(scene);
    const auto to_come = [](const picture::MeetingClock& one) {
        return one.state == MeetingState::planned || one.state == MeetingState::running;
    };
    const auto past = std::stable_partition(all.begin(), all.end(), to_come);
    std::reverse(past, all.end());
    return all;
}

std::optional<PublicEventId> event_of(const Scene& scene, const Drafts& drafts) {
    const auto& events = scene.picture.events->events;
    if (scene.incident)
        if (const auto* found = picture::find_incident(scene.picture, *scene.incident);
            found != nullptr && found->event.value)
            return found->event.value;
    if (const PublicEventId chosen(drafts.events.selected); events.contains(chosen)) return chosen;
    std::optional<PublicEventId> next;
    std::optional<Instant> begins;
    for (const auto& [id, event] : events) {
        const auto& until = event.until.value ? event.until.value : event.from.value;
        if (!event.from.value || *until < scene.now || (begins && *begins <= *event.from.value)) continue;
        next = id;
        begins = event.from.value;
    }
    return next;
}

std::optional<picture::MeetingClock> shown(const Scene& scene, const Drafts& drafts) {
    const auto all = meetings(scene);
    if (all.empty()) return std::nullopt;
    const auto first = [&](auto wanted) { return std::find_if(all.begin(), all.end(), wanted); };
    auto found = first([&](const auto& one) { return one.meeting.value == drafts.meeting.chosen; });
    if (found == all.end()) found = first([](const auto& one) { return one.state == MeetingState::running; });
    if (found == all.end()) found = first([](const auto& one) { return one.state == MeetingState::planned; });
    return found == all.end() ? all.back() : *found;
}

const picture::Decision* without_action(const Scene& scene, const MeetingId& meeting) {
    const auto decisions = picture::decisions_of(scene.picture, meeting);
    for (auto one = decisions.rbegin(); one != decisions.rend(); ++one)
        if (picture::actions_of(scene.picture, (*one)->taken.value.decision).empty()) return *one;
    return nullptr;
}

Act action_of(const Scene& scene, const picture::Decision& decision) {
    const auto& taken = decision.taken.value;
    ActionOpened body;
    const auto made = picture::actions_of(scene.picture, taken.decision).size();
    body.action = ActionId(dialogs::id_named(fmt::format("besluit/{}/{}", taken.decision.value, made + 1)));
    body.incident = taken.incident;
    body.event = taken.event;
    body.title = taken.text;
    body.owner = taken.owner.value_or(scene.user.function);
    body.due = taken.due;
    body.decision = taken.decision;
    return {body, "actie " + body.title, std::nullopt};
}

void answer_keys(ui::Ui& ui, const Scene& scene, Drafts& drafts, Intents& intents) {
    if (drafts.dialog != Dialog::none) return;
    if (ui::pressed(ui, Key::bracket_left)) choose(scene, drafts, -1);
    if (ui::pressed(ui, Key::bracket_right)) choose(scene, drafts, 1);
    answer_line_keys(ui, scene, drafts, intents);
    if (scene.looking_back) return;
    if (ui::pressed(ui, Key::o) && may(scene, MeetingPlanned::type, intents) &&
        (scene.incident || event_of(scene, drafts)))
        open(drafts, Dialog::meeting);
    if (const auto clock = shown(scene, drafts)) answer_acts(ui, scene, *clock, drafts, intents);
    if (!scene.incident || drafts.dialog != Dialog::none) return;
    if (ui::pressed(ui, Key::v) && may(scene, SituationWritten::type, intents))
        open(drafts, Dialog::situation);
    if (ui::pressed(ui, Key::p) && may(scene, NoteWritten::type, intents))
        intents.push_back(WriteSitrep{*scene.incident});
}

void draw(ui::Ui& ui, const Scene& scene, const ui::Zones& zones, Drafts& drafts, Intents& intents) {
    draw_tabs(ui, zones.tabs, ui::meeting_tabs(zones.fit), drafts);
    const auto at = ui::meeting_zones(zones, drafts.tab);
    if (!at.clock.empty()) add(intents, draw_clock(ui, scene, at.clock, drafts));
    if (!at.list.empty()) add(intents, draw_list(ui, scene, at.list, drafts));
    if (!at.record.empty()) add(intents, draw_record(ui, scene, at.record, drafts));
    if (!at.situation.empty()) add(intents, draw_situation(ui, scene, at.situation, drafts));
    if (!zones.bottom.empty())
        add(intents, scene.looking_back ? draw_timeline(ui, scene, zones.bottom, drafts)
                                        : draw_view_keys(ui, scene, zones.bottom, drafts));
}

} // namespace regiekamer::panels::meeting
