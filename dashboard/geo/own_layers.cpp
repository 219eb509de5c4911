// Each file by its ending; a bad one is left out whole and said.
#include "dashboard/geo/own_layers.hpp"

#include <algorithm>

namespace regiekamer::geo {
namespace {

/// The Netherlands, the North Sea and what lies around: a municipality has no layer of elsewhere.
constexpr Box around_us{48, 0, 57, 12};

/// Latitude before longitude is the commonest fault of such files; it is legal and shows nothing.
Result<VectorLayer> layer_of_here(const std::filesystem::path& file) {
    auto layer = load_geojson(file);
    if (!layer || layer->features.empty()) return layer;
    if (std::none_of(layer->features.begin(), layer->features.end(),
                     [](const Feature& feature) { return feature.box.overlaps(around_us); }))
        return refuse(file.string() + ", /coordinates", "no feature in or near the Netherlands",
                      "longitude before latitude, or RD");
    return layer;
}

} // namespace

OwnLayers load_own_layers(const std::filesystem::path& folder) {
    OwnLayers all;
    std::error_code none;
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder, none))
        if (entry.is_regular_file(none)) files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    for (const auto& file : files) {
        if (file.extension() == ".mbtiles") {
            auto tiles = Mbtiles::open(file);
            if (tiles) {
                all.tiles.push_back(tiles->info());
                all.tile_files.push_back(file);
            } else {
                all.problems.push_back(tiles.error());
            }
        } else if (file.extension() == ".geojson" || file.extension() == ".json") {
            auto layer = layer_of_here(file);
            if (layer)
                all.vectors.push_back(std::move(*layer));
            else
                all.problems.push_back(layer.error());
        }
    }
    return all;
}

} // namespace regiekamer::geo
