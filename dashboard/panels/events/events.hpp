// The board of evenementen (F4): the list by urgency or by month, one evenement with its steps and its day,
// and beside it the weather against its plan, what coincides, and whom to call.
//
// Keys: ↑ ↓ another evenement, Shift+↑ ↓ another step, N new, V change, S step, P schouw point, M moment, B
// GO/NO-GO, D threshold, Shift+N action, C task card, Z works, J becomes an incident, Q sets what the class
// is asked (Shift+Q of all), H month or urgency, Y filter.
#pragma once

#include "dashboard/panels/drafts.hpp"
#include "dashboard/panels/panels.hpp"
#include "dashboard/picture/event_day.hpp"

namespace regiekamer::panels::events {

/// The view; `draw` of ViewEntry.
void draw(ui::Ui& ui, const Scene& scene, const ui::Zones& zones, Drafts& drafts, Intents& intents);
/// New action of the evenement shown. Not A, which shows the alarms in every view, as the alarm line says.
inline constexpr ui::Shortcut action_key = ui::with_shift(ui::Key::n);
/// Answers the board's keys, before the window's.
void answer_keys(ui::Ui& ui, const Scene& scene, Drafts& drafts, Intents& intents);

void draw_list(ui::Ui& ui, const Scene& scene, const ui::Rect& rect, Drafts& drafts, Intents& intents);
void draw_detail(ui::Ui& ui, const Scene& scene, const ui::Rect& rect, Drafts& drafts, Intents& intents);
/// STAPPEN: what is asked, by deadline, and beneath it the list of the schouw.
void draw_steps(ui::Ui& ui, const Scene& scene, const ui::Rect& rect, const PublicEventId& event,
                Drafts& drafts, Intents& intents);
/// OP DE DAG: the moments on a linear axis. As low as `day_low` it is the axis alone, with what comes in a
/// line of words beneath it.
void draw_day(ui::Ui& ui, const Scene& scene, const ui::Rect& rect, const PublicEventId& event,
              Drafts& drafts);
inline constexpr float day_low = 62;
void draw_weather(ui::Ui& ui, const Scene& scene, const ui::Rect& rect, const PublicEventId& event,
                  Drafts& drafts);
void draw_coincidence(ui::Ui& ui, const Scene& scene, const ui::Rect& rect, const PublicEventId& event);
void draw_contacts(ui::Ui& ui, const Scene& scene, const ui::Rect& rect, const PublicEventId& event,
                   Intents& intents);

/// The evenementen of the list, in its order: by urgency, or by date in the calendar.
std::vector<PublicEventId> listed(const Scene& scene, const EventsDraft& draft);
bool fits(const Scene& scene, const PublicEventId& event, EventsDraft::Filter filter);
/// What was chosen and is not among them is let go: the detail tells of an evenement that is in the list.
void choose_filter(const Scene& scene, EventsDraft& draft, EventsDraft::Filter filter);
inline constexpr auto soon = hours(14 * 24); ///< what is due within it is said more strongly
/// Late, or due soon: somebody must do something now.
bool asks_action(const Scene& scene, const PublicEventId& event);
/// The one shown: chosen, else the one of today, else the most urgent; none when the list is empty.
std::optional<PublicEventId> selected(const Scene& scene, const EventsDraft& draft);
const picture::PublicEvent* find(const Scene& scene, const PublicEventId& event);

/// Requirements in the order of STAPPEN: by deadline.
std::vector<RequirementId> steps_of(const picture::PublicEvent& event);
/// The step that the keys are on.
std::optional<RequirementId> selected_step(const Scene& scene, const PublicEventId& event,
                                           const EventsDraft& draft);

/// Opens a dialog about this evenement, if the user may say what comes of it; else says why not.
void open_about(const Scene& scene, Drafts& drafts, Intents& intents, Dialog dialog, std::string subject,
                std::string_view type);
/// Sets what the class of the evenement is asked.
Intents set_requirements(const Scene& scene, const PublicEventId& event);
/// The same for every evenement of the list that is to come and of which nothing was asked yet.
Intents set_all_requirements(const Scene& scene, const EventsDraft& draft);
/// Opens the form of an evenement, filled with what is known; empty: a new one.
void open_event_form(const Scene& scene, Drafts& drafts, const PublicEventId& event);

} // namespace regiekamer::panels::events
