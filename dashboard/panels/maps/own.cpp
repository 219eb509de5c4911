// The user's own layers. Ten thousand features stand in view at once when one zooms out: what is smaller than
// a few pixels becomes a mark, one mark a cell of the screen, and corners are spent until they are spent.
#include "dashboard/geo/own_layers.hpp"
#include "dashboard/panels/maps/maps.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_set>

namespace regiekamer::panels::maps {
namespace {

using ui::MapView;
using ui::Point;
using ui::Rect;
using ui::Style;
using ui::Ui;

constexpr std::size_t marks_most = 1'200, corners_most = 4'000, tiles_most = 80;
constexpr std::ptrdiff_t names_most = 60;

/// One mark a cell, so many cells that all marks are `marks_most`.
class Cells {
public:
    explicit Cells(const Rect& box)
        : box_(box), size_(std::max(8.F, std::sqrt(box.w * box.h / static_cast<float>(marks_most)))) {}
    /// Whether nothing stood in its cell yet.
    bool take(Point at) {
        const auto column = static_cast<std::int64_t>((at.x - box_.x) / size_),
                   row = static_cast<std::int64_t>((at.y - box_.y) / size_);
        return taken_.insert(row * 100'000 + column).second;
    }

private:
    Rect box_;
    float size_;
    std::unordered_set<std::int64_t> taken_;
};

struct Drawing {
    Ui& ui;
    const MapView& view;
    Cells cells;
    OwnDrawn drawn;
    std::size_t corners = 0;
    std::vector<OwnName>& names;
};

void draw_mark(Drawing& to, Point at, bool vulnerable, const std::string& name) {
    if (!to.view.place.contains(at)) return;
    if (!to.cells.take(at)) {
        ++to.drawn.left_out;
        return;
    }
    if (vulnerable)
        ui::triangle(to.ui, at, 12, to.ui.palette.attention);
    else
        ui::fill(to.ui, {at.x - 2, at.y - 2, 4, 4}, to.ui.palette.dim);
    if (!name.empty()) to.names.push_back({at, &name, vulnerable});
}

void draw_feature(Drawing& to, const geo::Feature& feature, bool vulnerable) {
    if (feature.kind == geo::Feature::Kind::point)
        return draw_mark(to, to.view.to_screen(earth(feature.rings[0][0])), vulnerable, feature.name);
    const Point low = to.view.to_screen({feature.box.south, feature.box.west}),
                high = to.view.to_screen({feature.box.north, feature.box.east});
    const Point middle{(low.x + high.x) / 2, (low.y + high.y) / 2};
    if (high.x - low.x < 5 && low.y - high.y < 5) return draw_mark(to, middle, vulnerable, feature.name);
    if (to.corners > corners_most) {
        ++to.drawn.left_out;
        return;
    }
    const auto colour = vulnerable ? to.ui.palette.attention : to.ui.palette.dim;
    for (const auto& ring : geo::rings_at(feature, 1 / to.view.logical_per_metre)) {
        const auto points = on_screen(to.view, ring);
        to.corners += points.size();
        ui::polyline(to.ui, points, colour, 2);
    }
    if (!feature.name.empty() && to.view.place.contains(middle))
        to.names.push_back({middle, &feature.name, vulnerable});
}

} // namespace

OwnDrawn draw_own_layers(Ui& ui, const Scene& scene, const MapView& view, std::vector<OwnName>& names) {
    if (scene.layers == nullptr) return {};
    Drawing to{ui, view, Cells(view.place), {}, 0, names};
    const auto box = shown_box(view);
    for (const auto& layer : scene.layers->vectors) {
        if (!shows(scene, layer.vulnerable ? vulnerable_theme : own_theme) ||
            !shows(scene, layer_id(layer.name, false)))
            continue;
        for (const auto i : layer.grid.touching(box)) {
            ++to.drawn.in_view;
            draw_feature(to, layer.features[i], layer.vulnerable);
        }
    }
    return to.drawn;
}

void name_own_layers(Ui& ui, std::span<const OwnName> names, MapLabels& labels) {
    for (const bool vulnerable : {true, false}) { // those first: who lives there is what is looked for
        const auto count = std::count_if(names.begin(), names.end(),
                                         [&](const OwnName& one) { return one.vulnerable == vulnerable; });
        if (count > names_most) continue; // a cloud of names names nothing
        for (const auto& one : names) {
            if (one.vulnerable != vulnerable) continue;
            const std::string words = ui::shortened(ui, Style::secondary15, 220, *one.name);
            const float w = ui::width(ui, Style::secondary15, words);
            const Point at = one.at;
            const Rect wanted[]{{at.x + 9, at.y - 9, w, 18}, {at.x - w - 9, at.y - 9, w, 18}};
            if (const auto box = labels.place(wanted, Crossing::never))
                ui::text(ui, Style::secondary15, {box->x, box->y + 14}, ui.palette.text, words);
        }
    }
}

namespace {

/// The first and last tile of the finest zoom whose tiles in view are no more than `tiles_most`.
std::pair<geo::TileId, geo::TileId> tiles_in_view(const geo::Mbtiles::Info& info, const geo::Box& box,
                                                  int zoom) {
    for (zoom = std::clamp(zoom, info.zoom_min, info.zoom_max);; --zoom) {
        const auto first = geo::tile_at({box.north, box.west}, zoom),
                   last = geo::tile_at({box.south, box.east}, zoom);
        const auto count =
            static_cast<std::size_t>(last.x - first.x + 1) * static_cast<std::size_t>(last.y - first.y + 1);
        if (count <= tiles_most || zoom <= info.zoom_min) return {first, last};
    }
}

bool draw_tile(Ui& ui, const Scene& scene, const MapView& view, std::size_t layer, const geo::TileId& id) {
    const auto texture = scene.tile(layer, id);
    if (texture == 0) return false;
    // In the dark the map is dimmed, so that light letters are read on it; in the light it is paled.
    const bool dark = ui.palette.bg.r < 128;
    const ui::Colour tint = dark ? ui::Colour{84, 86, 92, 255} : ui::Colour{255, 255, 255, 205};
    const auto at = geo::box_of(id);
    const Point top = view.to_screen({at.north, at.west}), end = view.to_screen({at.south, at.east});
    ui::image(ui, {top.x, top.y, end.x - top.x, end.y - top.y}, texture, tint);
    return true;
}

} // namespace

bool draw_tiles(Ui& ui, const Scene& scene, const MapView& view) {
    if (scene.layers == nullptr || !scene.tile || !shows(scene, base_theme)) return false;
    const auto box = shown_box(view);
    const double metres_a_pixel = 1 / (view.logical_per_metre * static_cast<double>(ui.scale));
    const int zoom = geo::zoom_for(metres_a_pixel, view.centre.latitude);
    bool any = false;
    for (std::size_t layer = 0; layer < scene.layers->tiles.size(); ++layer) {
        const auto& info = scene.layers->tiles[layer];
        if (!shows(scene, layer_id(info.name, true)) || (info.bounds && !info.bounds->overlaps(box)))
            continue;
        const auto [first, last] = tiles_in_view(info, box, zoom);
        std::size_t asked = 0;
        for (int y = first.y; y <= last.y; ++y)
            for (int x = first.x; x <= last.x && ++asked <= tiles_most; ++x)
                any |= draw_tile(ui, scene, view, layer, {first.zoom, x, y});
    }
    return any;
}

} // namespace regiekamer::panels::maps
