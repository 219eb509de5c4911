// The folder with the user's own maps, read once when the window opens.
#pragma once

#include "dashboard/geo/layer.hpp"
#include "dashboard/geo/mbtiles.hpp"

namespace regiekamer::geo {

struct OwnLayers {
    std::vector<VectorLayer> vectors; ///< by name
    std::vector<Mbtiles::Info> tiles; ///< by name; what reads them is the desk's
    std::vector<std::filesystem::path> tile_files;
    std::vector<Problem> problems; ///< files that were left out, and why
};

/// *.geojson, *.json and *.mbtiles. A folder that is not there holds no layers.
OwnLayers load_own_layers(const std::filesystem::path& folder);

} // namespace regiekamer::geo
