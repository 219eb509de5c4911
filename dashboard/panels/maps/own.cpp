// The user's own layers. Ten thousand features stand in view at once when one zooms out: what is smaller than
// a few pixels becomes a mark, one mark a cell of the screen, and corners are spent until they are spent.
#include "dashboard/geo/own_layers.hpp"
#include "dashboard/panels/maps/maps.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_set>

namespace regiekamer::panels::maps {
namespace {

using ui::MapView;
using ui::Point;
using ui::Rect;
using ui::Style;
using ui::Ui;

constexpr std::size_t marks_most = 1'200, corners_most = 4'000, tiles_most = 80, strips_most = 1'200;
constexpr float mark_size = 5; // what is smaller than this is a mark
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
    std::size_t strips = 0; ///< filled so far
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

struct OnScreen {
    Point low, high; ///< south-west and north-east
    [[nodiscard]] bool is_mark() const { return high.x - low.x < mark_size && low.y - high.y < mark_size; }
};
OnScreen box_on_screen(const MapView& view, const geo::Box& box) {
    return {view.to_screen({box.south, box.west}), view.to_screen({box.north, box.east})};
}

/// The corners of a strip, from its south-west around.
std::array<Point, 4> strip_on_screen(const MapView& view, const Position& corner, const geo::Strip& strip) {
    const auto at = [&](float lat, float lon) {
        return view.to_screen({corner.lat + static_cast<double>(lat), corner.lon + static_cast<double>(lon)});
    };
    return {at(strip.south, strip.west_south), at(strip.south, strip.east_south),
            at(strip.north, strip.east_north), at(strip.north, strip.west_north)};
}

/// The inside of the polygons of a layer, beneath their lines: of all that are in view or of none, for a few
/// that are filled among others that are not would say something that is not so.
void fill_layer(Drawing& to, const geo::VectorLayer& layer, const std::vector<std::uint32_t>& in_view) {
    std::vector<Point> corners;
    ui::Triangles triangles;
    const Rect& place = to.view.place;
    for (const auto i : in_view) {
        const auto& feature = layer.features[i];
        if (box_on_screen(to.view, feature.box).is_mark()) continue;
        for (const auto& strip : geo::inside_at(feature, 1 / to.view.logical_per_metre)) {
            const auto quad = strip_on_screen(to.view, feature.corner(), strip);
            if (quad[0].y < place.y || quad[2].y > place.bottom()) continue;
            if (to.strips + corners.size() / 4 == strips_most) return;
            const auto first = static_cast<std::uint16_t>(corners.size());
            for (const int corner : {0, 1, 2, 0, 2, 3})
                triangles.push_back(static_cast<std::uint16_t>(first + corner));
            corners.insert(corners.end(), quad.begin(), quad.end());
        }
    }
    to.strips += corners.size() / 4;
    const auto colour = (layer.vulnerable ? to.ui.palette.attention : to.ui.palette.dim).faded(0.16F);
    ui::polygon(to.ui, corners, triangles, colour, colour, 0);
}

void draw_feature(Drawing& to, const geo::Feature& feature, bool vulnerable) {
    if (feature.kind == geo::Feature::Kind::point)
        return draw_mark(to, to.view.to_screen(earth(feature.rings[0][0])), vulnerable, feature.name);
    const OnScreen box = box_on_screen(to.view, feature.box);
    const Point middle{(box.low.x + box.high.x) / 2, (box.low.y + box.high.y) / 2};
    if (box.is_mark()) return draw_mark(to, middle, vulnerable, feature.name);
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
        const auto in_view = layer.grid.touching(box);
        fill_layer(to, layer, in_view);
        for (const auto i : in_view) {
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
