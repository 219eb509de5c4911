// Through PROJ's geodesic routines.
#include "dashboard/geo/measure.hpp"

#include <array>
#include <cmath>
#include <fmt/format.h>
#include <geodesic.h>

namespace regiekamer::geo {
namespace {

const geod_geodesic& ellipsoid() {
    static const geod_geodesic made = [] {
        geod_geodesic wgs84{};
        geod_init(&wgs84, 6378137, 1 / 298.257223563);
        return wgs84;
    }();
    return made;
}

std::string comma(double value, int decimals) {
    auto text = fmt::format("{:.{}f}", value, decimals);
    if (const auto point = text.find('.'); point != std::string::npos) text[point] = ',';
    return text;
}

} // namespace

double distance_m(const Position& from, const Position& to) {
    double metres = 0;
    geod_inverse(&ellipsoid(), from.lat, from.lon, to.lat, to.lon, &metres, nullptr, nullptr);
    return metres;
}

double bearing(const Position& from, const Position& to) {
    double azimuth = 0;
    geod_inverse(&ellipsoid(), from.lat, from.lon, to.lat, to.lon, nullptr, &azimuth, nullptr);
    return azimuth < 0 ? azimuth + 360 : azimuth;
}

Position destination(const Position& from, double bearing, double metres) {
    Position to;
    geod_direct(&ellipsoid(), from.lat, from.lon, bearing, metres, &to.lat, &to.lon, nullptr);
    return to;
}

double length_m(std::span<const Position> line) {
    double metres = 0;
    for (std::size_t i = 1; i < line.size(); ++i)
        metres += distance_m(line[i - 1], line[i]);
    return metres;
}

double area_m2(std::span<const Position> ring) {
    if (ring.size() < 3) return 0;
    geod_polygon polygon{};
    geod_polygon_init(&polygon, 0);
    for (const auto& at : ring)
        geod_polygon_addpoint(&ellipsoid(), &polygon, at.lat, at.lon);
    double area = 0;
    geod_polygon_compute(&ellipsoid(), &polygon, 0, 1, &area, nullptr);
    return std::fabs(area);
}

std::string length_text(double metres) {
    if (metres < 999.5) return fmt::format("{:.0f} m", metres);
    return comma(metres / 1'000, metres < 10'000 ? 2 : 1) + " km";
}

std::string area_text(double square_metres) {
    if (square_metres < 10'000) return fmt::format("{:.0f} m²", square_metres);
    if (square_metres < 1'000'000) return comma(square_metres / 10'000, 1) + " ha";
    return comma(square_metres / 1'000'000, 2) + " km²";
}

std::string compass_text(double bearing) {
    static constexpr std::array names{"N", "NO", "O", "ZO", "Z", "ZW", "W", "NW"};
    const auto at = static_cast<long>(std::lround(bearing / 45));
    return names.at(static_cast<std::size_t>(((at % 8) + 8) % 8));
}

} // namespace regiekamer::geo
