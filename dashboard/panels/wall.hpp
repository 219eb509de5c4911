// The wall window's content.
#pragma once

#include "dashboard/panels/panels.hpp"

namespace regiekamer::panels {

/// The view `wand`, in any window.
void draw_wall_view(ui::Ui& ui, const Scene& scene, const ui::Zones& zones, Drafts& drafts, Intents& intents);
/// The whole wall window: asks for nothing, keeps only what its lists have scrolled to.
void draw_wall(ui::Ui& ui, Scene scene, Drafts& drafts);

} // namespace regiekamer::panels
