// The board ACTIES: all actions by owner, by process or by time, and the history of the one that is chosen.
#pragma once

#include "dashboard/panels/panels.hpp"

namespace regiekamer::panels {

Intents draw_action_list(ui::Ui& ui, const Scene& scene, const ui::Rect& rect, Drafts& drafts);
/// The chosen action: who, when, what it waits for, every step.
Intents draw_action_history(ui::Ui& ui, const Scene& scene, const ui::Rect& rect, Drafts& drafts);

} // namespace regiekamer::panels
