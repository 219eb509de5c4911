// The dialogs, one function and one file each: what its message needs is gathered, what is missing is said,
// and one intent comes out. A new dialog = a file, a line here, one in `Dialog` and one in dialogs.cpp.
#pragma once

#include "dashboard/panels/dialogs/form.hpp"
#include "dashboard/panels/panels.hpp"

namespace regiekamer::panels::dialogs {

Intents who(ui::Ui& ui, const Scene& scene, Drafts& drafts);
Intents desk_handover(ui::Ui& ui, const Scene& scene, Drafts& drafts);
Intents take_desk(ui::Ui& ui, const Scene& scene, Drafts& drafts);
Intents incident(ui::Ui& ui, const Scene& scene, Drafts& drafts);
Intents incident_change(ui::Ui& ui, const Scene& scene, Drafts& drafts);
Intents incident_close(ui::Ui& ui, const Scene& scene, Drafts& drafts);
Intents grip(ui::Ui& ui, const Scene& scene, Drafts& drafts);
Intents alert(ui::Ui& ui, const Scene& scene, Drafts& drafts);
Intents own_attendance(ui::Ui& ui, const Scene& scene, Drafts& drafts);
Intents action(ui::Ui& ui, const Scene& scene, Drafts& drafts);
Intents action_detail(ui::Ui& ui, const Scene& scene, Drafts& drafts);
Intents task_card(ui::Ui& ui, const Scene& scene, Drafts& drafts);
Intents meeting(ui::Ui& ui, const Scene& scene, Drafts& drafts);
Intents note(ui::Ui& ui, const Scene& scene, Drafts& drafts);
Intents palette(ui::Ui& ui, const Scene& scene, Drafts& drafts);
Intents person(ui::Ui& ui, const Scene& scene, Drafts& drafts);
Intents log_filter(ui::Ui& ui, const Scene& scene, Drafts& drafts);
Intents message(ui::Ui& ui, const Scene& scene, Drafts& drafts);
Intents correct_note(ui::Ui& ui, const Scene& scene, Drafts& drafts);
Intents since(ui::Ui& ui, const Scene& scene, Drafts& drafts);
Intents reasons(ui::Ui& ui, const Scene& scene, Drafts& drafts);
Intents proposal(ui::Ui& ui, const Scene& scene, Drafts& drafts);
Intents call(ui::Ui& ui, const Scene& scene, Drafts& drafts);
Intents outbox(ui::Ui& ui, const Scene& scene, Drafts& drafts);
Intents event(ui::Ui& ui, const Scene& scene, Drafts& drafts);
Intents event_requirement(ui::Ui& ui, const Scene& scene, Drafts& drafts);
Intents event_inspection(ui::Ui& ui, const Scene& scene, Drafts& drafts);
Intents event_moment(ui::Ui& ui, const Scene& scene, Drafts& drafts);
Intents event_decision(ui::Ui& ui, const Scene& scene, Drafts& drafts);
Intents event_threshold(ui::Ui& ui, const Scene& scene, Drafts& drafts);
Intents event_works(ui::Ui& ui, const Scene& scene, Drafts& drafts);
Intents event_action(ui::Ui& ui, const Scene& scene, Drafts& drafts);
Intents event_incident(ui::Ui& ui, const Scene& scene, Drafts& drafts);
Intents series(ui::Ui& ui, const Scene& scene, Drafts& drafts);
Intents warnings(ui::Ui& ui, const Scene& scene, Drafts& drafts);
Intents exercise(ui::Ui& ui, const Scene& scene, Drafts& drafts);
Intents settings(ui::Ui& ui, const Scene& scene, Drafts& drafts);
Intents help(ui::Ui& ui, const Scene& scene, Drafts& drafts);

/// What an incident can be said to be, in the order of the dialog.
std::vector<std::string> incident_kinds(const Scene& scene);
/// Where that is: a coordinate, or a name that the map writes; none: only the words are known.
std::optional<Position> point_of(const Scene& scene, const std::string& place);
/// Identifiers of what a desk makes are UUIDs of its own.
std::string fresh_id();
/// The identifier of what can be made only once: two desks that make it at the same moment make one thing.
std::string id_named(const std::string& name);
/// Closes the dialog and does this.
Intents act(Drafts& drafts, Body body, std::string text, std::optional<MessageId> cause = std::nullopt);
/// The message that the dialog was opened for, as the cause of what comes of it.
std::optional<MessageId> cause_of(const Drafts& drafts);
/// The list with this function in it: a desk may be one that the list does not know.
std::vector<std::string> with(std::vector<std::string> functions, const Function& own);

} // namespace regiekamer::panels::dialogs
