// The base map: water, roads, border, names. Read once from GeoJSON (assets/map); drawn by the plot.
#pragma once

#include "dashboard/panels/ui/canvas.hpp"
#include "dashboard/panels/ui/map.hpp"
#include "messaging/vocabulary/problem.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace regiekamer::panels {

struct MapLine {
    enum class Kind { water, road, border } kind;
    std::string name;
    float width_m = 0; ///< true width on the ground
    std::vector<ui::Earth> points;
};
struct MapLake {
    std::vector<ui::Earth> points;
    ui::Triangles triangles; ///< made once: projection keeps them
};
struct MapName {
    std::string name;
    ui::Earth at;
    int rank = 3; ///< 1 always shown, 2 and 3 as one zooms in
    bool place = false;
};

struct BaseMap {
    std::vector<MapLine> lines;
    std::vector<MapLake> lakes;
    std::vector<MapName> names;
};

/// A Problem names the file; the window goes on with an empty map.
Result<BaseMap> load_base_map(const std::filesystem::path& file);

/// Where the map writes this name, capitals and accents aside; none: it does not.
std::optional<ui::Earth> place_named(const BaseMap& map, std::string_view name);

} // namespace regiekamer::panels
