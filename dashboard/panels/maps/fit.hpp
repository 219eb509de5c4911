// What of an incident the map can show at once, and in words what lies too far away for it.
#pragma once

#include "dashboard/panels/map_labels.hpp"
#include "dashboard/panels/scene.hpp"
#include "dashboard/panels/ui/context.hpp"
#include "dashboard/panels/ui/map.hpp"

namespace regiekamer::panels::maps {

/// What matters of the incident, else the municipality.
ui::MapView fitted(const Scene& scene, const ui::Rect& box);

/// In words, above the map, what of the incident is not on it: what is not seen must not be thought away.
void draw_off_the_map(ui::Ui& ui, const Scene& scene, const ui::Rect& box, MapLabels& labels);

} // namespace regiekamer::panels::maps
