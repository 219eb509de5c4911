// What stands on the map, theme by theme: base, own layers, areas and places of the incident, evenementen,
// warnings. Marks before names, so that no name lies on a mark.
#include "dashboard/geo/measure.hpp"
#include "dashboard/geo/own_layers.hpp"
#include "dashboard/panels/base_map.hpp"
#include "dashboard/panels/maps/fit.hpp"
#include "dashboard/panels/maps/maps.hpp"
#include "dashboard/panels/views.hpp"
#include "dashboard/words/labels.hpp"
#include "dashboard/words/warning_words.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace regiekamer::panels::maps {
namespace {

using ui::MapView;
using ui::Point;
using ui::Rect;
using ui::Style;
using ui::Ui;

/// The same for any list of things that have a place.
std::vector<Point> thinned(const MapView& view, std::size_t count, auto&& point_at) {
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
    const auto points = thinned(view, one.points.size(), [&](std::size_t i) { return one.points[i]; });
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
    if (!at) return false;
    draw_ground(ui, labels, *at);
    ui::text(ui, style, {at->x, at->y + baseline}, colour, words);
    return true;
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
    draw_ground(ui, labels, *box);
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
        shapes.push_back({&area->value, on_screen(view, polygon), area->sequence});
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

/// Name and state stay together: "Sporthal Blokweer", and beneath it "nog niet open". False: there is no
/// room.
bool draw_mark_name(Ui& ui, Point at, const std::string& name, const std::string& state, MapLabels& labels) {
    const float w = std::max(ui::width(ui, Style::strong16, name), ui::width(ui, Style::secondary15, state));
    const float h = state.empty() ? line_high : 2 * line_high;
    const Rect wanted[]{{at.x + 13, at.y - 9, w, h},         {at.x - w - 13, at.y - 9, w, h},
                        {at.x + 4, at.y - h - 11, w, h},     {at.x - w / 2, at.y + 11, w, h},
                        {at.x - w / 2, at.y - h - 11, w, h}, {at.x - w - 13, at.y - h + 9, w, h}};
    const auto box = labels.place(wanted, Crossing::if_need_be);
    if (!box) return false;
    draw_ground(ui, labels, *box);
    ui::text(ui, Style::strong16, {box->x, box->y + baseline}, ui.palette.text, name);
    if (!state.empty())
        ui::text(ui, Style::secondary15, {box->x, box->y + baseline + line_high}, ui.palette.text, state);
    return true;
}

void draw_mark_names(Ui& ui, const Scene& scene, const MapView& view, MapLabels& labels) {
    if (!scene.incident) return;
    for (const auto* place : picture::places_of(scene.picture, *scene.incident)) {
        const Point at = view.to_screen(earth(place->value.point));
        const std::string state = place->value.state.value_or("");
        if (!draw_mark_name(ui, at, place->value.label, state, labels) && !state.empty())
            draw_mark_name(ui, at, place->value.label, {}, labels); // the name goes before its state
    }
}

/// Not over, and begins within a fortnight, beside an incident within a day: others would only fill the map.
bool concerns(const Scene& scene, const picture::PublicEvent& event) {
    if (event.until.value && *event.until.value < scene.now) return false;
    return !event.from.value || *event.from.value < scene.now + hours(scene.incident ? 24 : 14 * 24);
}

/// A line around a warning or works; nothing is filled, so that what lies in it can be read.
void draw_outline(Ui& ui, const MapView& view, std::span<const Position> ring, ui::Colour colour,
                  const std::string& words, MapLabels& labels) {
    auto points = on_screen(view, ring);
    if (points.size() < 2) return;
    points.push_back(points.front());
    labels.keep_clear(points, true);
    ui::dashed(ui, points, colour, 2, 10, 6);
    const Rect box = around(points);
    const float w = ui::width(ui, Style::secondary15, words);
    const float x = std::clamp(box.centre().x - w / 2, view.place.x + 6,
                               std::max(view.place.x + 6, view.place.right() - w - 6));
    const float top = std::max(box.y, view.place.y + 2);
    label(ui, labels, {{x, top + 4}, {x, top + 26}, {x, box.bottom() - 22}}, Style::secondary15,
          ui.palette.text, words, Crossing::if_need_be);
}

void draw_events(Ui& ui, const Scene& scene, const MapView& view, MapLabels& labels) {
    for (const auto& [id, event] : scene.picture.events->events) {
        if (!event.name.said() || !event.point.value || !concerns(scene, event)) continue;
        const Point at = view.to_screen(earth(*event.point.value));
        if (!view.place.contains(at)) continue;
        ui::diamond(ui, at, 14, ui.palette.text);
        ui::diamond(ui, at, 8, ui.palette.surface);
        labels.keep_clear(Rect{at.x - 8, at.y - 8, 16, 16});
        because(ui, {at.x - 8, at.y - 8, 16, 16}, {event.name.sequence, event.point.sequence});
        const float w = ui::width(ui, Style::secondary15, event.name.value);
        label(ui, labels, {{at.x + 12, at.y - 9}, {at.x - w - 12, at.y - 9}}, Style::secondary15,
              ui.palette.text, event.name.value, Crossing::if_need_be);
    }
    for (const auto& [id, works] : scene.picture.events->works)
        if (works.value.polygon && works.value.from <= scene.now && scene.now < works.value.until)
            draw_outline(ui, view, *works.value.polygon, ui.palette.dim, works.value.title, labels);
}

void draw_warnings(Ui& ui, const Scene& scene, const MapView& view, MapLabels& labels) {
    for (const auto* warning : picture::active_warnings(scene.picture, scene.now)) {
        const auto& body = warning->value;
        const auto colour = picture::severity_rank(body) >= 3 ? ui.palette.critical : ui.palette.attention;
        const std::string words = ui::shortened(ui, Style::secondary15, view.place.w > 800 ? 360.F : 260.F,
                                                words::warning_name(body));
        for (const auto& area : body.areas)
            each_ring(scene, area, 1 / view.logical_per_metre, [&](std::span<const Position> ring) {
                draw_outline(ui, view, ring, colour, words, labels);
            });
    }
}

} // namespace

std::vector<Point> on_screen(const MapView& view, std::span<const Position> line) {
    return thinned(view, line.size(), [&](std::size_t i) { return earth(line[i]); });
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

bool shows(const Scene& scene, std::string_view name) {
    return !scene.map_hidden.contains(std::string(name));
}

std::string layer_id(std::string_view name, bool tiles) {
    return (tiles ? "tegels/" : "laag/") + std::string(name);
}

MapView view_of(const Scene& scene, const Drafts& drafts, const Rect& box) {
    MapView view = drafts.map.value_or(fitted(scene, box));
    view.place = box;
    return view;
}

void answer_zoom(Ui& ui, const Scene& scene, const Rect& box, Drafts& drafts, MapView& view) {
    if (const float notches = ui::wheel(ui, box); notches != 0)
        drafts.map = view = view.zoomed(ui.mouse, std::pow(1.2, static_cast<double>(notches)));
    const Point fixed = drafts.map_board.cursor ? view.to_screen(*drafts.map_board.cursor) : box.centre();
    for (const auto& [key, factor] :
         {std::pair{ui::Key::plus, 1.25}, {ui::Key::equal, 1.25}, {ui::Key::minus, 0.8}})
        if (ui::pressed(ui, key))
            drafts.map = view = view.zoomed(box.contains(fixed) ? fixed : box.centre(), factor);
    if (ui::pressed(ui, ui::Key::f)) {
        drafts.map.reset();
        view = fitted(scene, box);
    }
}

geo::Box shown_box(const MapView& view) {
    geo::Box box;
    box.reach(position(view.to_earth({view.place.x, view.place.y})));
    box.reach(position(view.to_earth({view.place.right(), view.place.bottom()})));
    return box;
}

OwnDrawn draw_themes(Ui& ui, const Scene& scene, const MapView& view) {
    const Rect& box = view.place;
    MapLabels labels(box);
    const Point north{box.right() - 24, box.y + 26};
    labels.keep_clear(Rect{north.x - 14, north.y - 14, 28, 44});
    const bool base = shows(scene, base_theme), incident = shows(scene, incident_theme);
    const auto shapes = incident ? shapes_of(scene, view) : std::vector<Shape>{};
    if (base) draw_base(ui, scene, view); // also where a tile will lie: it may be absent or see-through
    const auto too_far = draw_tiles(ui, scene, view, labels);
    std::vector<OwnName> own_names;
    auto drawn = draw_own_layers(ui, scene, view, own_names); // beneath what the incident has
    draw_areas(ui, shapes, labels);
    if (incident) draw_marks(ui, scene, view, labels);
    if (shows(scene, warning_theme)) draw_wind(ui, scene, view, {north.x, north.y + 62}, labels);
    if (incident) draw_off_the_map(ui, scene, box, labels);
    if (incident) draw_mark_names(ui, scene, view, labels); // first: a place is nothing without its name
    draw_area_names(ui, shapes, labels);
    if (shows(scene, warning_theme)) draw_warnings(ui, scene, view, labels);
    if (shows(scene, event_theme)) draw_events(ui, scene, view, labels);
    name_own_layers(ui, own_names, labels);
    if (base) draw_names(ui, scene, view, labels);
    draw_ground(ui, labels, {north.x - 10, north.y - 11, 20, 40});
    ui::triangle(ui, north, 14, ui.palette.text);
    ui::text_centre(ui, Style::strong15, {north.x, north.y + 24}, ui.palette.text, "N");
    drawn.too_far = too_far;
    return drawn;
}

float draw_scale(Ui& ui, const MapView& view, const Rect& foot) {
    const float y = foot.centre().y + 5;
    // A round length that takes some 90 pixels.
    double metres = 50;
    for (const double candidate : {100., 200., 500., 1000., 2000., 5000., 10'000., 20'000., 50'000.})
        if (candidate * view.logical_per_metre < 130) metres = candidate;
    const auto length = static_cast<float>(metres * view.logical_per_metre);
    ui::line(ui, {foot.x + 14, foot.centre().y}, {foot.x + 14 + length, foot.centre().y}, ui.palette.text, 2);
    return ui::text(ui, Style::secondary15, {foot.x + 22 + length, y}, ui.palette.text,
                    metres < 1000 ? fmt::format("{:.0f} m", metres)
                                  : fmt::format("{:.0f} km", metres / 1000));
}

} // namespace regiekamer::panels::maps
