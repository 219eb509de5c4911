#include "dashboard/panels/maps/fit.hpp"

#include "dashboard/panels/base_map.hpp"
#include "dashboard/panels/maps/maps.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace regiekamer::panels::maps {
namespace {

using ui::Earth;
using ui::MapView;
using ui::Rect;
using ui::Style;
using ui::Ui;

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
constexpr double on_the_map_metres = 15'000;

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

} // namespace

void draw_off_the_map(Ui& ui, const Scene& scene, const Rect& box, MapLabels& labels) {
    const auto off = on_the_map(scene).off;
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

MapView fitted(const Scene& scene, const Rect& box) {
    Reach reach = on_the_map(scene).reach;
    if (reach.empty()) reach = frame_of(scene.map);
    MapView view = ui::fit_map(box, reach.low, reach.high, std::min(90.F, box.h / 6));
    view.logical_per_metre = std::min(view.logical_per_metre, 0.5);
    return view;
}

} // namespace regiekamer::panels::maps
