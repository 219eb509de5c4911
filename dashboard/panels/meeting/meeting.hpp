// OVERLEG: the vergaderklok, the BOB record of one overleg, and the netcentrisch beeld beside it.
#pragma once

#include "dashboard/panels/panels.hpp"
#include "dashboard/picture/meetings.hpp"

#include <optional>

namespace regiekamer::panels::meeting {

void draw(ui::Ui& ui, const Scene& scene, const ui::Zones& zones, Drafts& drafts, Intents& intents);
/// S next step of the overleg, B J D a line of beeld, oordeel, besluit, Y an action of the last besluit, C
/// cancel, V a situation text, P sitrep, [ ] another overleg.
void answer_keys(ui::Ui& ui, const Scene& scene, Drafts& drafts, Intents& intents);

/// The evenement that a VDO belongs to: the one the incident grew from, the chosen one, else the next.
std::optional<PublicEventId> event_of(const Scene& scene, const Drafts& drafts);
/// Of the incident, and of evenementen from a day ago to a week ahead, by time; cancelled ones left out.
std::vector<picture::MeetingClock> meetings(const Scene& scene);
/// In the order of the list: what runs and what comes by time, then what was, the newest first.
std::vector<picture::MeetingClock> listed(const Scene& scene);
/// The chosen one, else the one that runs, else the next, else the last.
std::optional<picture::MeetingClock> shown(const Scene& scene, const Drafts& drafts);
/// What comes after where the overleg is: start, the next phase, the end; none when it has ended.
std::optional<Act> next_step(const picture::MeetingClock& clock);
/// That act; an overleg that is planned over an hour ahead is begun at the second time only.
Intents step_on(const Scene& scene, const picture::MeetingClock& clock, Drafts& drafts);
/// The last besluit of the overleg that no action came of.
const picture::Decision* without_action(const Scene& scene, const MeetingId& meeting);
/// That besluit as an action.
Act action_of(const Scene& scene, const picture::Decision& decision);

Intents draw_clock(ui::Ui& ui, const Scene& scene, const ui::Rect& rect, Drafts& drafts);
Intents draw_list(ui::Ui& ui, const Scene& scene, const ui::Rect& rect, Drafts& drafts);
Intents draw_record(ui::Ui& ui, const Scene& scene, const ui::Rect& rect, Drafts& drafts);
Intents draw_situation(ui::Ui& ui, const Scene& scene, const ui::Rect& rect, Drafts& drafts);

/// ↑ ↓ another line of the record, Shift+↑ ↓ another text of the beeld; 1 2 3 its state; L read, Shift+L its
/// whole column; Z the whole text.
void answer_line_keys(ui::Ui& ui, const Scene& scene, Drafts& drafts, Intents& intents);
/// The keys that set the state of a line, for where they are told.
std::string state_keys(const ui::Ui& ui);

/// BEELD or OORDEEL: a line; Enter writes it and takes the next.
Intents finding(ui::Ui& ui, const Scene& scene, Drafts& drafts);
/// BESLUIT: what, who, by when.
Intents decision(ui::Ui& ui, const Scene& scene, Drafts& drafts);
Intents cancel(ui::Ui& ui, const Scene& scene, Drafts& drafts);
/// A text of the netcentrisch beeld, new or instead of one.
Intents situation(ui::Ui& ui, const Scene& scene, Drafts& drafts);

} // namespace regiekamer::panels::meeting
