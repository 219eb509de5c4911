// PLOT: the map with the incident's areas and places. Drag to pan, wheel to zoom, F fits what matters.
#include "dashboard/panels/base_map.hpp"
#include "dashboard/panels/drafts.hpp"
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

/// A label keeps clear of those drawn before it.
class Labels {
public:
    explicit Labels(const Rect& box) : box_(box) {}
    bool place(const Rect& wanted) {
        if (!box_.contains(wanted)) return false;
        for (const auto& taken : taken_)
            if (taken.overlaps(wanted)) return false;
        taken_.push_back(wanted);
        return true;
    }
    void take(const Rect& rect) { taken_.push_back(rect); }

private:
    Rect box_;
    std::vector<Rect> taken_;
};

void draw_line(Ui& ui, const MapView& view, const MapLine& one) {
    std::vector<Point> points;
    points.reserve(one.points.size());
    for (const auto& point : one.points) {
        const Point at = view.to_screen(point);
        // Points closer than two pixels say nothing more; vertices do cost.
        if (!points.empty() && std::fabs(at.x - points.back().x) + std::fabs(at.y - points.back().y) < 4)
            continue;
        points.push_back(at);
    }
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

bool label(Ui& ui, Labels& labels, Point at, Style style, ui::Colour colour, const std::string& words) {
    const float w = ui::width(ui, style, words);
    if (!labels.place({at.x, at.y - 14, w, 18})) return false;
    ui::text(ui, style, at, colour, words);
    return true;
}

void draw_names(Ui& ui, const Scene& scene, const MapView& view, Labels& labels) {
    const int ranks = view.logical_per_metre > 0.35 ? 3 : view.logical_per_metre > 0.16 ? 2 : 1;
    for (int rank = 1; rank <= ranks; ++rank)
        for (const auto& name : scene.map.names) {
            if (name.rank != rank) continue;
            const Point at = view.to_screen(name.at);
            const float half = ui::width(ui, Style::secondary15, name.name) / 2;
            if (!name.place) {
                label(ui, labels, {at.x - half, at.y + 5}, Style::secondary15, ui.palette.dim, name.name);
            } else if (label(ui, labels, {at.x + 9, at.y + 5}, Style::secondary15, ui.palette.text,
                             name.name)) {
                ui::dot(ui, at, 6, ui.palette.text);
            }
        }
    for (const auto& one : scene.map.lines) {
        if (one.points.empty() || one.kind == MapLine::Kind::border) continue;
        for (const double part : {0.5, 0.35, 0.65, 0.2, 0.8}) {
            const Point at = view.to_screen(
                one.points[static_cast<std::size_t>(static_cast<double>(one.points.size() - 1) * part)]);
            const float half = ui::width(ui, Style::secondary15, one.name) / 2;
            if (label(ui, labels, {at.x - half, at.y + 5}, Style::secondary15, ui.palette.text, one.name))
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

void draw_areas(Ui& ui, const Scene& scene, const MapView& view, Labels& labels) {
    if (!scene.incident) return;
    for (const auto* area : picture::areas_of(scene.picture, *scene.incident)) {
        std::vector<Point> points;
        Point low{1e9F, 1e9F}, high{-1e9F, -1e9F};
        for (const auto& at : area->value.polygon) {
            points.push_back(view.to_screen(earth(at)));
            low = {std::min(low.x, points.back().x), std::min(low.y, points.back().y)};
            high = {std::max(high.x, points.back().x), std::max(high.y, points.back().y)};
        }
        if (points.size() < 2) continue;
        const auto colour = area_colour(ui, area->value.kind);
        if (area->value.kind == AreaKind::route) {
            ui::dashed(ui, points, colour, 3, 8, 5);
            const Point middle = points[points.size() / 2];
            label(ui, labels, {middle.x + 8, middle.y}, Style::secondary15, ui.palette.text,
                  area->value.label);
            continue;
        }
        ui::polygon(ui, points, ui::triangulate(points), colour.faded(0.22F), colour);
        const float w = ui::width(ui, Style::strong15, area->value.label);
        for (const Point at :
             {Point{(low.x + high.x - w) / 2, low.y - 8}, Point{(low.x + high.x - w) / 2, high.y + 18},
              Point{high.x + 6, (low.y + high.y) / 2}})
            if (label(ui, labels, at, Style::strong15, ui.palette.text, area->value.label)) break;
    }
}

void draw_places(Ui& ui, const Scene& scene, const MapView& view, Labels& labels) {
    if (!scene.incident) return;
    for (const auto* place : picture::places_of(scene.picture, *scene.incident)) {
        const Point at = view.to_screen(earth(place->value.point));
        switch (place->value.kind) {
        case PlaceKind::copi:
            ui::fill(ui, {at.x - 7, at.y - 7, 14, 14}, ui.palette.flow);
            break;
        case PlaceKind::opvang:
            ui::ring(ui, at, 9, ui.palette.attention, 3);
            break;
        case PlaceKind::uitgangsstelling:
        case PlaceKind::actiecentrum:
            ui::diamond(ui, at, 14, ui.palette.flow);
            break;
        case PlaceKind::overig:
            ui::dot(ui, at, 10, ui.palette.text);
            break;
        }
        label(ui, labels, {at.x + 13, at.y + 5}, Style::strong16, ui.palette.text, place->value.label);
        if (place->value.state)
            label(ui, labels, {at.x + 13, at.y + 24}, Style::secondary15, ui.palette.text,
                  *place->value.state);
    }
}

void draw_incidents(Ui& ui, const Scene& scene, const MapView& view) {
    for (const auto& id : picture::active_incidents(scene.picture, scene.now)) {
        const auto* incident = picture::find_incident(scene.picture, id);
        if (incident == nullptr || !incident->point.value) continue;
        const Point at = view.to_screen(earth(*incident->point.value));
        ui::ring(ui, at, 8, ui.palette.critical, 3);
    }
}

/// What matters of the incident, else the municipality.
MapView fitted(const Scene& scene, const Rect& box) {
    Earth low{90, 180}, high{-90, -180};
    const auto reach = [&](Earth at) {
        low = {std::min(low.latitude, at.latitude), std::min(low.longitude, at.longitude)};
        high = {std::max(high.latitude, at.latitude), std::max(high.longitude, at.longitude)};
    };
    if (scene.incident) {
        for (const auto* area : picture::areas_of(scene.picture, *scene.incident))
            for (const auto& at : area->value.polygon)
                reach(earth(at));
        for (const auto* place : picture::places_of(scene.picture, *scene.incident))
            reach(earth(place->value.point));
        const auto* incident = picture::find_incident(scene.picture, *scene.incident);
        if (incident != nullptr && incident->point.value) reach(earth(*incident->point.value));
    }
    if (low.latitude > high.latitude)
        for (const auto& one : scene.map.lines)
            if (one.kind == MapLine::Kind::border)
                for (const auto& at : one.points)
                    reach(at);
    if (low.latitude > high.latitude) reach({51.8622, 4.6581});
    MapView view = ui::fit_map(box, low, high, std::min(90.F, box.h / 6));
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
    ui::text_right(ui, Style::secondary15, {foot.right() - 14, y}, ui.palette.dim,
                   "slepen, wiel · passend [F]");
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
    Labels labels(box);
    draw_base(ui, scene, view);
    draw_incidents(ui, scene, view);
    draw_places(ui, scene, view, labels); // their labels first: a place is nothing without its name
    draw_areas(ui, scene, view, labels);
    draw_names(ui, scene, view, labels);
    const Point north{box.right() - 24, box.y + 26};
    ui::triangle(ui, north, 14, ui.palette.text);
    ui::text_centre(ui, Style::strong15, {north.x, north.y + 24}, ui.palette.text, "N");
    ui::fill(ui, foot, ui.palette.surface);
    draw_legend(ui, scene, view, foot);
    return {};
}

} // namespace regiekamer::panels
