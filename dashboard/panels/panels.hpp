// The panels, one function a panel: each draws its rectangle of the Scene and returns what the user asks for.
// A new panel = a file here and a line in this list; views.cpp says which view shows it. A panel also says
// which messages made what it shows, a line a row: because(ui, place, {sequences}) (because.hpp).
#pragma once

#include "dashboard/panels/because.hpp"
#include "dashboard/panels/intents.hpp"
#include "dashboard/panels/ui/ui.hpp"

namespace regiekamer::panels {

/// What a person is typing or has folded open: the panels' own, and all that they keep.
struct Drafts;

Intents draw_header(ui::Ui& ui, const Scene& scene, const ui::Zones& zones, Drafts& drafts);
Intents draw_alarm_line(ui::Ui& ui, const Scene& scene, const ui::Rect& rect, Drafts& drafts);
Intents draw_my_actions(ui::Ui& ui, const Scene& scene, const ui::Rect& rect, Drafts& drafts);
Intents draw_others_actions(ui::Ui& ui, const Scene& scene, const ui::Rect& rect, Drafts& drafts);
Intents draw_attendance(ui::Ui& ui, const Scene& scene, const ui::Rect& rect, Drafts& drafts);
Intents draw_plot(ui::Ui& ui, const Scene& scene, const ui::Rect& rect, Drafts& drafts);
Intents draw_water(ui::Ui& ui, const Scene& scene, const ui::Rect& rect, Drafts& drafts);
Intents draw_logbook(ui::Ui& ui, const Scene& scene, const ui::Rect& rect, Drafts& drafts);
/// The view of F7: all of it, with its filters and the chosen line whole.
Intents draw_logbook_board(ui::Ui& ui, const Scene& scene, const ui::Rect& rect, Drafts& drafts);
/// Its own keys, before the window's.
void answer_logboek_keys(ui::Ui& ui, const Scene& scene, Drafts& drafts, Intents& intents);
Intents draw_timeline(ui::Ui& ui, const Scene& scene, const ui::Rect& rect, Drafts& drafts);
/// Only in an exercise, when the real side has news.
Intents draw_real_news(ui::Ui& ui, const Scene& scene, const ui::Zones& zones);
/// RUST: the ordinary day.
Intents draw_duty(ui::Ui& ui, const Scene& scene, const ui::Rect& rect, Drafts& drafts);
Intents draw_days(ui::Ui& ui, const Scene& scene, const ui::Rect& rect, Drafts& drafts);
Intents draw_handover(ui::Ui& ui, const Scene& scene, const ui::Rect& rect, Drafts& drafts);
Intents draw_ready(ui::Ui& ui, const Scene& scene, const ui::Rect& rect, Drafts& drafts);
Intents draw_water_weather(ui::Ui& ui, const Scene& scene, const ui::Rect& rect, Drafts& drafts);
Intents draw_view_keys(ui::Ui& ui, const Scene& scene, const ui::Rect& rect, Drafts& drafts);

/// The newest overdracht of this desk's function to who sits here, that waits for being confirmed; none:
/// nullptr.
const picture::Handover* awaiting_handover(const Scene& scene);

/// The open dialog, if any; drawn last, over everything.
Intents draw_dialog(ui::Ui& ui, const Scene& scene, Drafts& drafts);

/// The whole window: header, alarm line, the view's panels, bottom bar, dialog, exercise frame. Also answers
/// the keys that work everywhere.
Intents draw(ui::Ui& ui, const Scene& scene, Drafts& drafts);

} // namespace regiekamer::panels
