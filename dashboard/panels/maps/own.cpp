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

constexpr std::size_t marks_most = 1'200, corners_most = 4'000, strips_most = 1'200;
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

struct Mark {
    Point at;
    const std::string* name;
};
/// What is drawn of ordinary or of vulnerable layers, over what is filled.
struct Outlines {
    std::vector<std::vector<Point>> lines;
    std::vector<Mark> marks;
};

/// Vulnerable objects are taken first, so that there is room for them, and drawn last, so that nothing of an
/// ordinary layer hides one.
struct Drawing {
    Ui& ui;
    const MapView& view;
    std::vector<OwnName>& names;
    OwnDrawn drawn;
    std::size_t corners = 0, strips = 0; ///< taken so far
    Outlines vulnerable, ordinary;
};

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

void take_mark(Drawing& to, Outlines& into, Point at, const std::string& name) {
    if (to.view.place.contains(at)) into.marks.push_back({at, &name});
}

void take_feature(Drawing& to, Outlines& into, const geo::Feature& feature, bool vulnerable) {
    if (feature.kind == geo::Feature::Kind::point)
        return take_mark(to, into, to.view.to_screen(earth(feature.rings[0][0])), feature.name);
    const OnScreen box = box_on_screen(to.view, feature.box);
    const Point middle{(box.low.x + box.high.x) / 2, (box.low.y + box.high.y) / 2};
    if (box.is_mark()) return take_mark(to, into, middle, feature.name);
    if (to.corners > corners_most) {
        ++to.drawn.left_out;
        return;
    }
    for (const auto& ring : geo::rings_at(feature, 1 / to.view.logical_per_metre)) {
        into.lines.push_back(on_screen(to.view, ring));
        to.corners += into.lines.back().size();
    }
    if (!feature.name.empty() && to.view.place.contains(middle))
        to.names.push_back({middle, &feature.name, vulnerable});
}

void take_layers(Drawing& to, const Scene& scene, Outlines& into, bool vulnerable) {
    const auto box = shown_box(to.view);
    for (const auto& layer : scene.layers->vectors) {
        if (layer.vulnerable != vulnerable || !shows(scene, vulnerable ? vulnerable_theme : own_theme) ||
            !shows(scene, layer_id(layer.name, false)))
            continue;
        const auto in_view = layer.grid.touching(box);
        fill_layer(to, layer, in_view);
        to.drawn.in_view += in_view.size();
        for (const auto i : in_view)
            take_feature(to, into, layer.features[i], vulnerable);
    }
}

/// All of them as long as they are not too many together; else one a cell, of those that are not yet taken.
void thin(Drawing& to, std::vector<Mark>& marks, Cells& cells, std::size_t most) {
    const auto before = marks.size();
    const bool all = before <= most;
    std::erase_if(marks, [&](const Mark& mark) { return !cells.take(mark.at) && !all; });
    to.drawn.left_out += before - marks.size();
}

void draw_outlines(Drawing& to, const Outlines& these, bool vulnerable) {
    const auto& palette = to.ui.palette;
    for (const auto& line : these.lines)
        ui::polyline(to.ui, line, vulnerable ? palette.attention : palette.dim, 2);
    for (const auto& [at, name] : these.marks) {
        if (vulnerable)
            ui::triangle(to.ui, at, 12, palette.attention);
        else
            ui::fill(to.ui, {at.x - 2, at.y - 2, 4, 4}, palette.dim);
        if (!name->empty()) to.names.push_back({at, name, vulnerable});
    }
}

} // namespace

OwnDrawn draw_own_layers(Ui& ui, const Scene& scene, const MapView& view, std::vector<OwnName>& names) {
    if (scene.layers == nullptr) return {};
    Drawing to{ui, view, names, {}, 0, 0, {}, {}};
    take_layers(to, scene, to.vulnerable, true);
    take_layers(to, scene, to.ordinary, false);
    Cells cells(view.place);
    thin(to, to.vulnerable.marks, cells, marks_most);
    thin(to, to.ordinary.marks, cells, marks_most - std::min(marks_most, to.vulnerable.marks.size()));
    draw_outlines(to, to.ordinary, false);
    draw_outlines(to, to.vulnerable, true);
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
            const auto box = labels.place(wanted, Crossing::never);
            if (!box) continue;
            draw_ground(ui, labels, *box);
            ui::text(ui, Style::secondary15, {box->x, box->y + 14}, ui.palette.text, words);
        }
    }
}

} // namespace regiekamer::panels::maps
