// "Wat ligt hierin": all that the map knows within an area, grouped and counted, as text.
#pragma once

#include "dashboard/panels/scene.hpp"

#include <span>

namespace regiekamer::panels::maps {

struct Within {
    std::string group;              ///< "kwetsbare objecten", "evenementen", …
    std::vector<std::string> names; ///< in the order of their layer; what has no name is "zonder naam"
    bool operator==(const Within&) const = default;
};
/// Vulnerable objects, opvang, other places, incidents, evenementen, places of the base map, the own layers
/// each; groups with nothing in them are left out. Also what is switched off on the map: a list that depended
/// on that would lie.
std::vector<Within> what_lies_within(const Scene& scene, std::span<const Position> ring);

} // namespace regiekamer::panels::maps
