// Which dialog is drawn, and what several of them do.
#include "dashboard/panels/dialogs/dialogs.hpp"

#include "dashboard/panels/alarms/alarms.hpp"
#include "dashboard/panels/maps/maps.hpp"
#include "dashboard/panels/meeting/meeting.hpp"
#include "dashboard/panels/piket/piket.hpp"
#include "dashboard/panels/staffing/staffing.hpp"
#include "dashboard/panels/trainer/trainer.hpp"
#include "dashboard/words/functions.hpp"
#include "dashboard/words/names.hpp"

#include <algorithm>
#include <array>
#include <boost/uuid/name_generator_sha1.hpp>
#include <boost/uuid/random_generator.hpp>
#include <boost/uuid/uuid_io.hpp>

namespace regiekamer::panels {
namespace dialogs {

std::string id_named(const std::string& name) {
    static const boost::uuids::name_generator_sha1 uuid(boost::uuids::ns::url());
    return boost::uuids::to_string(uuid("nl.regiekamer/" + name));
}

std::string fresh_id() {
    static thread_local boost::uuids::random_generator uuid;
    return boost::uuids::to_string(uuid());
}

Intents act(Drafts& drafts, Body body, std::string text, std::optional<MessageId> cause) {
    close(drafts);
    return {Act{std::move(body), std::move(text), std::move(cause)}};
}

std::optional<MessageId> cause_of(const Drafts& drafts) {
    return drafts.subject.empty() ? std::nullopt : std::optional(MessageId(drafts.subject));
}

std::vector<std::string> with(std::vector<std::string> functions, const Function& own) {
    if (words::place_in(functions, own.value) < 0 && !own.empty()) functions.push_back(own.value);
    return functions;
}

} // namespace dialogs

namespace {

Intents draw_open(ui::Ui& ui, const Scene& scene, Drafts& drafts) {
    switch (drafts.dialog) {
    case Dialog::none:
        return {};
    case Dialog::who:
        return dialogs::who(ui, scene, drafts);
    case Dialog::desk_handover:
        return dialogs::desk_handover(ui, scene, drafts);
    case Dialog::take_desk:
        return dialogs::take_desk(ui, scene, drafts);
    case Dialog::incident:
        return dialogs::incident(ui, scene, drafts);
    case Dialog::incident_change:
        return dialogs::incident_change(ui, scene, drafts);
    case Dialog::incident_close:
        return dialogs::incident_close(ui, scene, drafts);
    case Dialog::grip:
        return dialogs::grip(ui, scene, drafts);
    case Dialog::alert:
        return dialogs::alert(ui, scene, drafts);
    case Dialog::attendance:
        return dialogs::own_attendance(ui, scene, drafts);
    case Dialog::action:
        return dialogs::action(ui, scene, drafts);
    case Dialog::action_detail:
        return dialogs::action_detail(ui, scene, drafts);
    case Dialog::task_card:
        return dialogs::task_card(ui, scene, drafts);
    case Dialog::meeting:
        return dialogs::meeting(ui, scene, drafts);
    case Dialog::note:
        return dialogs::note(ui, scene, drafts);
    case Dialog::palette:
        return dialogs::palette(ui, scene, drafts);
    case Dialog::person:
        return dialogs::person(ui, scene, drafts);
    case Dialog::reasons:
        return dialogs::reasons(ui, scene, drafts);
    case Dialog::log_filter:
        return dialogs::log_filter(ui, scene, drafts);
    case Dialog::message:
        return dialogs::message(ui, scene, drafts);
    case Dialog::correct_note:
        return dialogs::correct_note(ui, scene, drafts);
    case Dialog::since:
        return dialogs::since(ui, scene, drafts);
    case Dialog::proposal:
        return dialogs::proposal(ui, scene, drafts);
    case Dialog::call:
        return dialogs::call(ui, scene, drafts);
    case Dialog::outbox:
        return dialogs::outbox(ui, scene, drafts);
    case Dialog::event:
        return dialogs::event(ui, scene, drafts);
    case Dialog::event_requirement:
        return dialogs::event_requirement(ui, scene, drafts);
    case Dialog::event_inspection:
        return dialogs::event_inspection(ui, scene, drafts);
    case Dialog::event_moment:
        return dialogs::event_moment(ui, scene, drafts);
    case Dialog::event_decision:
        return dialogs::event_decision(ui, scene, drafts);
    case Dialog::event_threshold:
        return dialogs::event_threshold(ui, scene, drafts);
    case Dialog::event_works:
        return dialogs::event_works(ui, scene, drafts);
    case Dialog::event_action:
        return dialogs::event_action(ui, scene, drafts);
    case Dialog::event_incident:
        return dialogs::event_incident(ui, scene, drafts);
    case Dialog::exercise:
        return dialogs::exercise(ui, scene, drafts);
    case Dialog::settings:
        return dialogs::settings(ui, scene, drafts);
    case Dialog::finding:
        return meeting::finding(ui, scene, drafts);
    case Dialog::decision:
        return meeting::decision(ui, scene, drafts);
    case Dialog::cancel_meeting:
        return meeting::cancel(ui, scene, drafts);
    case Dialog::situation:
        return meeting::situation(ui, scene, drafts);
    case Dialog::area:
        return maps::area(ui, scene, drafts);
    case Dialog::place:
        return maps::place(ui, scene, drafts);
    case Dialog::smoke:
        return maps::smoke(ui, scene, drafts);
    case Dialog::series:
        return dialogs::series(ui, scene, drafts);
    case Dialog::warnings:
        return dialogs::warnings(ui, scene, drafts);
    case Dialog::alarms:
        return alarms::board(ui, scene, drafts);
    case Dialog::shelve:
        return alarms::shelve(ui, scene, drafts);
    case Dialog::post:
        return staffing::post(ui, scene, drafts);
    case Dialog::training:
        return staffing::training(ui, scene, drafts);
    case Dialog::plan_training:
        return staffing::plan_training(ui, scene, drafts);
    case Dialog::swap:
        return piket::swap(ui, scene, drafts);
    case Dialog::swap_answer:
        return piket::swap_answer(ui, scene, drafts);
    case Dialog::take_over:
        return piket::take_over(ui, scene, drafts);
    case Dialog::absence:
        return piket::absence(ui, scene, drafts);
    case Dialog::duty_ask:
        return piket::duty_ask(ui, scene, drafts);
    case Dialog::duty_answer:
        return piket::duty_answer(ui, scene, drafts);
    case Dialog::handover:
        return piket::handover(ui, scene, drafts);
    case Dialog::rotation:
        return piket::rotation(ui, scene, drafts);
    case Dialog::duty_end:
        return piket::duty_end(ui, scene, drafts);
    case Dialog::fairness:
        return piket::fairness(ui, scene, drafts);
    case Dialog::inject:
        return trainer::inject(ui, scene, drafts);
    case Dialog::inject_reason:
        return trainer::inject_reason(ui, scene, drafts);
    case Dialog::verdict:
        return trainer::verdict(ui, scene, drafts);
    case Dialog::observation:
        return trainer::observation(ui, scene, drafts);
    case Dialog::speak_as:
        return trainer::speak_as(ui, scene, drafts);
    case Dialog::time_jump:
        return trainer::time_jump(ui, scene, drafts);
    case Dialog::exercise_branch:
        return trainer::branch(ui, scene, drafts);
    case Dialog::exercise_end:
        return trainer::end(ui, scene, drafts);
    case Dialog::help:
        return dialogs::help(ui, scene, drafts);
    }
    return {};
}

/// What is typed there is said of the incident that the screen shows.
bool about_incident(Dialog dialog) {
    static constexpr std::array all{Dialog::incident_change,
                                    Dialog::incident_close,
                                    Dialog::grip,
                                    Dialog::alert,
                                    Dialog::attendance,
                                    Dialog::action,
                                    Dialog::task_card,
                                    Dialog::meeting,
                                    Dialog::note,
                                    Dialog::situation,
                                    Dialog::area,
                                    Dialog::place,
                                    Dialog::smoke};
    return std::find(all.begin(), all.end(), dialog) != all.end();
}

} // namespace

Intents draw_dialog(ui::Ui& ui, const Scene& scene, Drafts& drafts) {
    if (drafts.opened_now) drafts.incident = scene.incident;
    if (!about_incident(drafts.dialog) || !drafts.incident || drafts.incident == scene.incident)
        return draw_open(ui, scene, drafts);
    // Another one leads by now; what is being typed stays about the one it was begun for.
    const auto open = picture::active_incidents(scene.picture, scene.now);
    if (std::find(open.begin(), open.end(), *drafts.incident) == open.end()) {
        const std::string title = words::incident(scene.picture, *drafts.incident);
        close(drafts);
        return {Explain{title + " is gesloten of ingetrokken. Wat u typte is niet verstuurd."}};
    }
    Scene same = scene;
    same.incident = drafts.incident;
    return draw_open(ui, same, drafts);
}

} // namespace regiekamer::panels
