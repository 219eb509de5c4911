// From the earth to the screen and back: a local equirectangular projection around a centre, exact enough for
// the few kilometres of a municipality (error below 0.1 % within 20 km at 52° N).
#pragma once

#include "dashboard/panels/ui/geometry.hpp"

#include <cmath>
#include <numbers>

namespace regiekamer::ui {

/// WGS 84, degrees.
struct Earth {
    double latitude = 0, longitude = 0;
    constexpr bool operator==(const Earth&) const = default;
};

/// What part of the earth a rectangle shows: `centre` in its middle, north up.
struct MapView {
    Earth centre{51.8622, 4.6581}; ///< Alblasserdam
    double logical_per_metre = 0.2;
    Rect place;

    static constexpr double metres_per_degree = 6371008.8 * std::numbers::pi / 180;

    [[nodiscard]] Point to_screen(Earth at) const {
        const double east = (at.longitude - centre.longitude) * metres_per_degree * narrowing();
        const double north = (at.latitude - centre.latitude) * metres_per_degree;
        return {place.centre().x + static_cast<float>(east * logical_per_metre),
                place.centre().y - static_cast<float>(north * logical_per_metre)};
    }
    [[nodiscard]] Earth to_earth(Point at) const {
        const double east = static_cast<double>(at.x - place.centre().x) / logical_per_metre;
        const double north = static_cast<double>(place.centre().y - at.y) / logical_per_metre;
        return {centre.latitude + north / metres_per_degree,
                centre.longitude + east / (metres_per_degree * narrowing())};
    }
    /// The view moved so that what lay at `from` lies at `to`.
    [[nodiscard]] MapView dragged(Point from, Point to) const {
        MapView moved = *this;
        moved.centre = to_earth(place.centre() + (from - to));
        return moved;
    }
    /// Zoomed by `factor` with the place under `fixed` unmoved, between 1 m and 1 km a logical pixel.
    [[nodiscard]] MapView zoomed(Point fixed, double factor) const {
        MapView near = *this;
        near.logical_per_metre = std::clamp(logical_per_metre * factor, 0.001, 1.0);
        return near.dragged(near.to_screen(to_earth(fixed)), fixed);
    }

private:
    [[nodiscard]] double narrowing() const { return std::cos(centre.latitude * std::numbers::pi / 180); }
};

/// The view that shows two corners with `margin` logical pixels around them.
inline MapView fit_map(const Rect& place, Earth one, Earth other, float margin) {
    MapView view;
    view.place = place;
    view.centre = {(one.latitude + other.latitude) / 2, (one.longitude + other.longitude) / 2};
    view.logical_per_metre = 1;
    const Point a = view.to_screen(one), b = view.to_screen(other);
    const Rect room = place.inset(margin);
    const auto share = [](float have, float need) {
        return need > 0 ? static_cast<double>(have / need) : 1.0;
    };
    view.logical_per_metre = std::clamp(
        std::min(share(room.w, std::abs(b.x - a.x)), share(room.h, std::abs(b.y - a.y))), 0.001, 1.0);
    return view;
}

} // namespace regiekamer::ui
