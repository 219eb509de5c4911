// The user's own base maps: pictures of tiles over the built-in map, and a ground for the words that stand on
// them, for nobody knows what colours they have.
#include "dashboard/geo/own_layers.hpp"
#include "dashboard/panels/maps/maps.hpp"

#include <algorithm>
#include <cmath>

namespace regiekamer::panels::maps {
namespace {

using ui::MapView;
using ui::Point;
using ui::Rect;
using ui::Ui;

constexpr std::size_t tiles_most = 80;

/// The first and last tile of the finest zoom whose tiles in view are no more than `tiles_most`; none: also
/// of its coarsest they are more.
std::optional<std::pair<geo::TileId, geo::TileId>> tiles_in_view(const geo::Mbtiles::Info& info,
                                                                 const geo::Box& box, int zoom) {
    for (zoom = std::clamp(zoom, info.zoom_min, info.zoom_max); zoom >= info.zoom_min; --zoom) {
        const auto first = geo::tile_at({box.north, box.west}, zoom),
                   last = geo::tile_at({box.south, box.east}, zoom);
        const auto count =
            static_cast<std::size_t>(last.x - first.x + 1) * static_cast<std::size_t>(last.y - first.y + 1);
        if (count <= tiles_most) return std::pair{first, last};
    }
    return std::nullopt;
}

/// A tile, or where there is none what a coarser one shows of the same place.
struct Picture {
    std::uint64_t texture = 0;
    Rect part{0, 0, 1, 1};
};
Picture picture_of(const Scene& scene, std::size_t layer, geo::TileId id) {
    Picture found;
    for (; id.zoom >= scene.layers->tiles[layer].zoom_min; id = {id.zoom - 1, id.x / 2, id.y / 2}) {
        found.texture = scene.tile(layer, id);
        if (found.texture != 0) return found;
        Rect& part = found.part; // of the next: a quarter of it
        part = {(part.x + static_cast<float>(id.x % 2)) / 2, (part.y + static_cast<float>(id.y % 2)) / 2,
                part.w / 2, part.h / 2};
    }
    return {};
}

void draw_tile(Ui& ui, const Scene& scene, const MapView& view, std::size_t layer, const geo::TileId& id,
               MapLabels& labels) {
    const auto picture = picture_of(scene, layer, id);
    if (picture.texture == 0) return;
    const auto at = geo::box_of(id);
    const Point top = view.to_screen({at.north, at.west}), end = view.to_screen({at.south, at.east});
    const Rect place{top.x, top.y, end.x - top.x, end.y - top.y};
    // In the dark the map is dimmed; in the light a veil lies over it, so that marks are seen
    // on a dark photo too. The built-in map beneath does not show through.
    const bool dark = ui.palette.bg.r < 128;
    ui::image(ui, place, picture.texture, dark ? ui::Colour{84, 86, 92, 255} : ui::Colour{255, 255, 255, 255},
              picture.part);
    if (!dark) ui::fill(ui, place, ui.palette.surface.faded(0.4F));
    labels.pictured(place);
}

} // namespace

std::string draw_tiles(Ui& ui, const Scene& scene, const MapView& view, MapLabels& labels) {
    if (scene.layers == nullptr || !scene.tile || !shows(scene, base_theme)) return {};
    const auto box = shown_box(view);
    const double metres_a_pixel = 1 / (view.logical_per_metre * static_cast<double>(ui.scale));
    const int zoom = geo::zoom_for(metres_a_pixel, view.centre.latitude);
    std::string too_far;
    for (std::size_t layer = 0; layer < scene.layers->tiles.size(); ++layer) {
        const auto& info = scene.layers->tiles[layer];
        if (!shows(scene, layer_id(info.name, true)) || (info.bounds && !info.bounds->overlaps(box)))
            continue;
        const auto corners = tiles_in_view(info, box, zoom);
        if (!corners) { // half of it would look like all of it
            too_far = info.name;
            continue;
        }
        const auto& [first, last] = *corners;
        for (int y = first.y; y <= last.y; ++y)
            for (int x = first.x; x <= last.x; ++x)
                draw_tile(ui, scene, view, layer, {first.zoom, x, y}, labels);
    }
    return too_far;
}

void draw_ground(Ui& ui, const MapLabels& labels, const Rect& words) {
    // So thick that the dim words too have a contrast of 4.5 on black and on white.
    if (labels.on_picture(words)) ui::fill(ui, words.inset(-2, 0), ui.palette.surface.faded(0.85F));
}

} // namespace regiekamer::panels::maps
