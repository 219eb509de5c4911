// PLOT: the map with the incident's areas and places. Drag to pan, wheel to zoom, F fits what matters.
#include "dashboard/panels/base_map.hpp"
#include "dashboard/panels/drafts.hpp"
#include "dashboard/panels/map_labels.hpp"
#include "dashboard/panels/panels.hpp"
#include "dashboard/words/labels.hpp"
#include "dashboard/words/time_words.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace regiekamer::panels {
namespace {

using ui::Earth;
using ui::MapView;
using ui::Point;
using ui::Rect;
using ui::Style;
using ui::Ui;

Earth earth(const Position& at) {
    return {at.lat, at.lon};
}

/// On the screen, without points that lie so close that they say nothing more: vertices do cost.
std::vector<Point> on_screen(const MapView& view, std::size_t count, auto&& point_at) {
    constexpr std::size_t most = 600;
    const std::size_t step = count / most + 1;
    std::vector<Point> points;
    points.reserve(std::min(count, most));
    for (std::size_t i = 0; i < count; i += step) {
        const Point at = view.to_screen(point_at(i));
        if (points.empty() || std::fabs(at.x - points.back().x) + std::fabs(at.y - points.back().y) >= 3)
            points.push_back(at);
    }
    return points;
}

void draw_line(Ui& ui, const MapView& view, const MapLine& one) {
    const auto points = on_screen(view, one.points.size(), [&](std::size_t i) { return one.points[i]; });
    const float wide = one.width_m * static_cast<float>(view.logical_per_metre);
    switch (one.kind) {
    case MapLine::Kind::water:
        ui::polyline(ui, points, ui.palette.water, std::max(2.F, wide));
        break;
    case MapLine::Kind::road:
        ui::polyline(ui, points, ui.palette.line, std::max(3.F, wide));
        break;
    case MapLine::Kind::border:
        ui::dashed(ui, points, ui.palette.faint, 1, 8, 8);
        break;
    }
}

void draw_base(Ui& ui, const Scene& scene, const MapView& view) {
    for (const auto kind : {MapLine::Kind::water, MapLine::Kind::road, MapLine::Kind::border})
        for (const auto& one : scene.map.lines)
            if (one.kind == kind) draw_line(ui, view, one);
    for (const auto& lake : scene.map.lakes) {
        std::vector<Point> points;
        for (const auto& point : lake.points)
            points.push_back(view.to_screen(point));
        ui::polygon(ui, points, lake.triangles, ui.palette.water, ui.palette.water);
    }
}

/// The height of a line of a label, and how far its baseline lies below its top.
constexpr float line_high = 18, baseline = 14;

/// Draws a label at the first free of these places of its top left corner.
bool label(Ui& ui, MapLabels& labels, std::initializer_list<Point> corners, Style style, ui::Colour colour,
           const std::string& words, Crossing crossing) {
    const float w = ui::width(ui, style, words);
    std::vector<Rect> wanted;
    for (const Point corner : corners)
        wanted.push_back({corner.x, corner.y, w, line_high});
    const auto at = labels.place(wanted, crossing);
    if (at) ui::text(ui, style, {at->x, at->y + baseline}, colour, words);
    return at.has_value();
}

void draw_place_name(Ui& ui, const MapName& name, const MapView& view, MapLabels& labels) {
    const Point at = view.to_screen(name.at);
    const float w = ui::width(ui, Style::secondary15, name.name);
    if (!name.place) {
        label(ui, labels, {{at.x - w / 2, at.y - 9}}, Style::secondary15, ui.palette.dim, name.name,
              Crossing::never);
        return;
    }
    // Dot and name as one: where a mark of the incident stands, it says the name itself.
    const Rect wanted[]{{at.x - 4, at.y - 9, w + 13, line_high}, {at.x - w - 9, at.y - 9, w + 13, line_high}};
    const auto box = labels.place(wanted, Crossing::never);
    if (!box) return;
    ui::dot(ui, at, 6, ui.palette.text);
    ui::text(ui, Style::secondary15, {box->x < at.x - 5 ? box->x : at.x + 9, box->y + baseline},
             ui.palette.text, name.name);
}

void draw_names(Ui& ui, const Scene& scene, const MapView& view, MapLabels& labels) {
    const int ranks = view.logical_per_metre > 0.35 ? 3 : view.logical_per_metre > 0.16 ? 2 : 1;
    for (int rank = 1; rank <= ranks; ++rank)
        for (const auto& name : scene.map.names)
            if (name.rank == rank) draw_place_name(ui, name, view, labels);
    for (const auto& one : scene.map.lines) {
        if (one.points.empty() || one.kind == MapLine::Kind::border) continue;
        const float half = ui::width(ui, Style::secondary15, one.name) / 2;
        for (const double part : {0.5, 0.35, 0.65, 0.2, 0.8}) {
            const Point at = view.to_screen(
                one.points[static_cast<std::size_t>(static_cast<double>(one.points.size() - 1) * part)]);
            if (label(ui, labels, {{at.x - half, at.y - 9}}, Style::secondary15, ui.palette.text, one.name,
                      Crossing::never))
                break;
        }
    }
}

ui::Colour area_colour(const Ui& ui, AreaKind kind) {
    switch (kind) {
    case AreaKind::bron:
    case AreaKind::evacuatie:
        return ui.palette.critical;
    case AreaKind::effect:
    case AreaKind::rook:
        return ui.palette.attention;
    case AreaKind::afzetting:
    case AreaKind::route:
        return ui.palette.flow;
    }
    return ui.palette.text;
}

/// An area as it stands on the screen, made once a frame.
struct Shape {
    const AreaDrawn* area;
    std::vector<Point> points;
    Sequence sequence; ///< of the message that drew it
};
std::vector<Shape> shapes_of(const Scene& scene, const MapView& view) {
    std::vector<Shape> shapes;
    if (!scene.incident) return shapes;
    for (const auto* area : picture::areas_of(scene.picture, *scene.incident)) {
        const auto& polygon = area->value.polygon;
        shapes.push_back({&area->value,
                          on_screen(view, polygon.size(), [&](std::size_t i) { return earth(polygon[i]); }),
                          area->sequence});
        if (shapes.back().points.size() < 2) shapes.pop_back();
    }
    return shapes;
}

/// The rectangle that holds them.
Rect around(const std::vector<Point>& points) {
    Point low = points.front(), high = low;
    for (const Point at : points) {
        low = {std::min(low.x, at.x), std::min(low.y, at.y)};
        high = {std::max(high.x, at.x), std::max(high.y, at.y)};
    }
    return {low.x, low.y, high.x - low.x, high.y - low.y};
}

void draw_areas(Ui& ui, const std::vector<Shape>& shapes, MapLabels& labels) {
    for (const auto& [area, points, sequence] : shapes) {
        const auto colour = area_colour(ui, area->kind);
        const bool route = area->kind == AreaKind::route;
        labels.keep_clear(points, !route);
        if (route)
            ui::dashed(ui, points, colour, 3, 8, 5);
        else
            ui::polygon(ui, points, ui::triangulate(points), colour.faded(0.22F), colour);
        because(ui, around(points), {sequence});
    }
}

void draw_area_names(Ui& ui, const std::vector<Shape>& shapes, MapLabels& labels) {
    for (const auto& [area, points, sequence] : shapes) {
        if (area->kind == AreaKind::route) {
            const Point middle = points[points.size() / 2], before = points[points.size() / 2 - 1];
            const Point at{(middle.x + before.x) / 2, (middle.y + before.y) / 2};
            const float w = ui::width(ui, Style::secondary15, area->label);
            label(ui, labels, {{at.x + 10, at.y - 9}, {at.x - w - 10, at.y - 9}}, Style::secondary15,
                  ui.palette.text, area->label, Crossing::never);
            continue;
        }
        const Rect box = around(points);
        const Point low{box.x, box.y}, high{box.right(), box.bottom()};
        const float w = ui::width(ui, Style::strong15, area->label), x = (low.x + high.x - w) / 2;
        label(ui, labels,
              {{x, low.y - 22},
               {x, high.y + 4},
               {high.x + 6, (low.y + high.y) / 2 - 9},
               {low.x - w - 6, (low.y + high.y) / 2 - 9},
               {low.x, low.y - 22}},
              Style::strong15, ui.palette.text, area->label, Crossing::if_need_be);
    }
}

void draw_place_mark(Ui& ui, PlaceKind kind, Point at) {
    switch (kind) {
    case PlaceKind::copi:
        return ui::fill(ui, {at.x - 7, at.y - 7, 14, 14}, ui.palette.flow);
    case PlaceKind::opvang:
        return ui::ring(ui, at, 9, ui.palette.attention, 3);
    case PlaceKind::uitgangsstelling:
    case PlaceKind::actiecentrum:
        return ui::diamond(ui, at, 14, ui.palette.flow);
    case PlaceKind::overig:
        return ui::dot(ui, at, 10, ui.palette.text);
    }
}

/// The places with a role, and the incidents themselves: all marks before any name.
void draw_marks(Ui& ui, const Scene& scene, const MapView& view, MapLabels& labels) {
    const auto take = [&](Point at, float half) {
        labels.keep_clear(Rect{at.x - half, at.y - half, 2 * half, 2 * half});
    };
    for (const auto& id : picture::active_incidents(scene.picture, scene.now)) {
        const auto* incident = picture::find_incident(scene.picture, id);
        if (incident == nullptr || !incident->point.value) continue;
        const Point at = view.to_screen(earth(*incident->point.value));
        ui::ring(ui, at, 8, ui.palette.critical, 3);
        take(at, 11);
    }
    if (!scene.incident) return;
    for (const auto* place : picture::places_of(scene.picture, *scene.incident)) {
        const Point at = view.to_screen(earth(place->value.point));
        draw_place_mark(ui, place->value.kind, at);
        take(at, 9);
    }
}

/// Name and state stay together: "Sporthal Blokweer", and beneath it "nog niet open".
void draw_mark_names(Ui& ui, const Scene& scene, const MapView& view, MapLabels& labels) {
    if (!scene.incident) return;
    for (const auto* place : picture::places_of(scene.picture, *scene.incident)) {
        const Point at = view.to_screen(earth(place->value.point));
        const std::string state = place->value.state.value_or("");
        const float w = std::max(ui::width(ui, Style::strong16, place->value.label),
                                 ui::width(ui, Style::secondary15, state));
        const float h = state.empty() ? line_high : 2 * line_high;
        const Rect wanted[]{{at.x + 13, at.y - 9, w, h},         {at.x - w - 13, at.y - 9, w, h},
                            {at.x + 4, at.y - h - 11, w, h},     {at.x - w / 2, at.y + 11, w, h},
                            {at.x - w / 2, at.y - h - 11, w, h}, {at.x - w - 13, at.y - h + 9, w, h}};
        const auto box = labels.place(wanted, Crossing::if_need_be);
        if (!box) continue;
        ui::text(ui, Style::strong16, {box->x, box->y + baseline}, ui.palette.text, place->value.label);
        if (!state.empty())
            ui::text(ui, Style::secondary15, {box->x, box->y + baseline + line_high}, ui.palette.text, state);
    }
}

/// A rectangle on the earth that grows with what it must hold.
struct Reach {
    Earth low{90, 180}, high{-90, -180};

    [[nodiscard]] bool empty() const { return low.latitude > high.latitude; }
    void add(Earth at) {
        low = {std::min(low.latitude, at.latitude), std::min(low.longitude, at.longitude)};
        high = {std::max(high.latitude, at.latitude), std::max(high.longitude, at.longitude)};
    }
    /// Within so many metres of it.
    [[nodiscard]] bool near(Earth at, double metres) const {
        constexpr double degree = 111'200;
        const double up = metres / degree;
        const double aside = up / std::cos((low.latitude + high.latitude) / 2 * 3.14159265358979 / 180);
        return at.latitude >= low.latitude - up && at.latitude <= high.latitude + up &&
               at.longitude >= low.longitude - aside && at.longitude <= high.longitude + aside;
    }
};

/// The municipality, by its border.
Reach frame_of(const BaseMap& map) {
    Reach frame;
    for (const auto& one : map.lines)
        if (one.kind == MapLine::Kind::border)
            for (const auto& at : one.points)
                frame.add(at);
    if (frame.empty()) frame.add({51.8622, 4.6581});
    return frame;
}

/// Farther away lies what was mistyped or is elsewhere: showing it would make everything else a dot.
constexpr double on_the_map_metres = 50'000;

/// What of the incident lies on the map, and the names of what does not.
struct OnTheMap {
    Reach reach;
    std::vector<std::string> off;
};
OnTheMap on_the_map(const Scene& scene) {
    OnTheMap found;
    if (!scene.incident) return found;
    const Reach frame = frame_of(scene.map);
    const auto add = [&](const Position& at) {
        const bool near = frame.near(earth(at), on_the_map_metres);
        if (near) found.reach.add(earth(at));
        return near;
    };
    const auto* incident = picture::find_incident(scene.picture, *scene.incident);
    if (incident != nullptr && incident->point.value && !add(*incident->point.value))
        found.off.emplace_back("plaats incident");
    for (const auto* place : picture::places_of(scene.picture, *scene.incident))
        if (!add(place->value.point)) found.off.push_back(place->value.label);
    for (const auto* area : picture::areas_of(scene.picture, *scene.incident)) {
        bool whole = true;
        for (const auto& at : area->value.polygon)
            whole &= add(at);
        if (!whole) found.off.push_back(area->value.label);
    }
    return found;
}

/// In words, above the map: what is not seen there must not be thought away.
void draw_off_the_map(Ui& ui, const std::vector<std::string>& off, const Rect& box, MapLabels& labels) {
    if (off.empty()) return;
    constexpr std::size_t named = 2;
    std::string words = "Buiten de kaart: " + off.front();
    for (std::size_t i = 1; i < std::min(off.size(), named); ++i)
        words += ", " + off[i];
    if (off.size() > named) words += fmt::format(" (en nog {})", off.size() - named);
    const float w = std::min(ui::width(ui, Style::strong15, words) + 42, box.w - 68);
    const Rect place{box.x + 8, box.y + 8, w, 28};
    ui::fill(ui, place, ui.palette.raised);
    ui::frame(ui, place, ui.palette.attention);
    ui::triangle(ui, {place.x + 16, place.centre().y}, 12, ui.palette.attention);
    ui::text_within(ui, Style::strong15, {place.x + 30, place.centre().y + 5}, w - 38, ui.palette.text,
                    words);
    labels.keep_clear(place);
}

/// What matters of the incident, else the municipality.
MapView fitted(const Scene& scene, const Rect& box) {
    Reach reach = on_the_map(scene).reach;
    if (reach.empty()) reach = frame_of(scene.map);
    MapView view = ui::fit_map(box, reach.low, reach.high, std::min(90.F, box.h / 6));
    view.logical_per_metre = std::min(view.logical_per_metre, 0.5);
    return view;
}

void draw_legend(Ui& ui, const Scene& scene, const MapView& view, const Rect& foot) {
    ui::separator(ui, foot);
    const float y = foot.centre().y + 5;
    // A round length that takes some 90 pixels.
    double metres = 100;
    for (const double candidate : {200., 500., 1000., 2000., 5000.})
        if (candidate * view.logical_per_metre < 130) metres = candidate;
    const auto length = static_cast<float>(metres * view.logical_per_metre);
    ui::line(ui, {foot.x + 14, foot.centre().y}, {foot.x + 14 + length, foot.centre().y}, ui.palette.text, 2);
    float x =
        ui::text(ui, Style::secondary15, {foot.x + 22 + length, y}, ui.palette.text,
                 metres < 1000 ? fmt::format("{:.0f} m", metres) : fmt::format("{:.0f} km", metres / 1000)) +
        22;
    if (scene.incident) {
        std::vector<AreaKind> kinds;
        for (const auto* area : picture::areas_of(scene.picture, *scene.incident))
            if (std::find(kinds.begin(), kinds.end(), area->value.kind) == kinds.end())
                kinds.push_back(area->value.kind);
        for (const auto kind : kinds) {
            const auto colour = area_colour(ui, kind);
            const float needed = 28 + ui::width(ui, Style::secondary15, words::label(kind));
            if (x + needed > foot.right() - 190) break;
            ui::fill(ui, {x, y - 12, 18, 12}, colour.faded(0.25F));
            ui::frame(ui, {x, y - 12, 18, 12}, colour);
            x = ui::text(ui, Style::secondary15, {x + 24, y}, ui.palette.text, words::label(kind)) + 18;
        }
    }
    constexpr std::string_view how = "slepen, wiel · passend [F]";
    if (foot.right() - 14 - ui::width(ui, Style::secondary15, how) > x)
        ui::text_right(ui, Style::secondary15, {foot.right() - 14, y}, ui.palette.dim, how);
}

} // namespace

Intents draw_plot(Ui& ui, const Scene& scene, const Rect& rect, Drafts& drafts) {
    ui::surface(ui, rect);
    Rect box = rect.inset(1);
    const Rect foot = box.take_bottom(36);
    MapView view = drafts.map.value_or(fitted(scene, box));
    view.place = box;
    const auto moved = ui::drag(ui, "plot", box);
    if (moved.held && (moved.moved.x != 0 || moved.moved.y != 0))
        drafts.map = view = view.dragged(moved.at - moved.moved, moved.at);
    if (const float notches = ui::wheel(ui, box); notches != 0)
        drafts.map = view = view.zoomed(ui.mouse, std::pow(1.2, static_cast<double>(notches)));
    for (const auto& [key, factor] :
         {std::pair{ui::Key::plus, 1.25}, {ui::Key::equal, 1.25}, {ui::Key::minus, 0.8}})
        if (ui::pressed(ui, key)) drafts.map = view = view.zoomed(box.centre(), factor);
    if (ui::pressed(ui, ui::Key::f)) {
        drafts.map.reset();
        view = fitted(scene, box);
    }
    const ui::Clip clip(ui, rect.inset(1));
    MapLabels labels(box);
    const Point north{box.right() - 24, box.y + 26};
    labels.keep_clear(Rect{north.x - 14, north.y - 14, 28, 44});
    const auto off = on_the_map(scene).off;
    const auto shapes = shapes_of(scene, view);
    draw_base(ui, scene, view);
    draw_areas(ui, shapes, labels);
    draw_marks(ui, scene, view, labels);
    draw_off_the_map(ui, off, box, labels);
    draw_mark_names(ui, scene, view, labels); // first: a place is nothing without its name
    draw_area_names(ui, shapes, labels);
    draw_names(ui, scene, view, labels);
    ui::triangle(ui, north, 14, ui.palette.text);
    ui::text_centre(ui, Style::strong15, {north.x, north.y + 24}, ui.palette.text, "N");
    ui::fill(ui, foot, ui.palette.surface);
    draw_legend(ui, scene, view, foot);
    return {};
}

} // namespace regiekamer::panels
