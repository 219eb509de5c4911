// The board GRIP: the ladder, who turns out against which norm, the clocks of the public, every incident.
#pragma once

#include "dashboard/panels/panels.hpp"

namespace regiekamer::panels {

Intents draw_grip_ladder(ui::Ui& ui, const Scene& scene, const ui::Rect& rect, Drafts& drafts);
/// What was decided, newest first; what was skipped is named.
Intents draw_grip_history(ui::Ui& ui, const Scene& scene, const ui::Rect& rect, Drafts& drafts);
/// Per team and function: minutes since alarmering against the norm, how it stands, which step of the chain
/// comes.
Intents draw_team_clocks(ui::Ui& ui, const Scene& scene, const ui::Rect& rect, Drafts& drafts);
/// First facts, opvang, huisvesting: from the start of the incident.
Intents draw_public_clocks(ui::Ui& ui, const Scene& scene, const ui::Rect& rect, Drafts& drafts);
/// The incidents that are open, highest GRIP first.
Intents draw_incidents(ui::Ui& ui, const Scene& scene, const ui::Rect& rect, Drafts& drafts);

} // namespace regiekamer::panels
