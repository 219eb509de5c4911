// Each file by its ending; a bad one is left out whole and said.
#include "dashboard/geo/own_layers.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace regiekamer::geo {
namespace {

/// The Netherlands, the North Sea and what lies around: a municipality has no layer of elsewhere.
constexpr Box around_us{48, 0, 57, 12};

bool swapped(const Feature& feature) {
    const auto& box = feature.box;
    return !box.overlaps(around_us) && Box{box.west, box.south, box.east, box.north}.overlaps(around_us);
}

/// Latitude before longitude is the commonest fault of such files; it is legal and shows nothing.
Result<VectorLayer> layer_of_here(const std::filesystem::path& file) {
    auto layer = load_geojson(file);
    if (!layer || layer->features.empty()) return layer;
    const auto& all = layer->features;
    if (std::none_of(all.begin(), all.end(),
                     [](const Feature& feature) { return feature.box.overlaps(around_us); }))
        return refuse(file.string() + ", /coordinates", "no feature in or near the Netherlands",
                      "longitude before latitude, or RD");
    if (const auto one = std::find_if(all.begin(), all.end(), swapped); one != all.end())
        return refuse(fmt::format("{}, feature {}", file.string(), one->object + 1),
                      fmt::format("{}, {}", one->box.west, one->box.south), "longitude before latitude");
    return layer;
}

/// In small letters: a file that comes from elsewhere may be named in capitals.
std::string ending(const std::filesystem::path& file) {
    std::string text = file.extension().string();
    for (char& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return text;
}

/// Each layer has a switch of its own by its name: a second of that name keeps its ending.
template <class Layers>
std::string own_name(const Layers& before, const std::string& name, const std::filesystem::path& file) {
    const bool taken =
        std::any_of(before.begin(), before.end(), [&](const auto& one) { return one.name == name; });
    return taken ? file.filename().string() : name;
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
        const auto kind = ending(file);
        if (kind == ".mbtiles") {
            auto tiles = Mbtiles::open(file);
            if (tiles) {
                auto info = tiles->info();
                info.name = own_name(all.tiles, info.name, file);
                all.tiles.push_back(std::move(info));
                all.tile_files.push_back(file);
            } else {
                all.problems.push_back(tiles.error());
            }
        } else if (kind == ".geojson" || kind == ".json") {
            auto layer = layer_of_here(file);
            if (layer) {
                layer->name = own_name(all.vectors, layer->name, file);
                all.vectors.push_back(std::move(*layer));
            } else {
                all.problems.push_back(layer.error());
            }
        }
    }
    return all;
}

} // namespace regiekamer::geo
