// Lengths and areas on the earth: geodesics on the ellipsoid of WGS 84 (Karney, in PROJ), exact to less than
// a millimetre for the points given. Not those of RD, whose scale is off by up to 0.01 %.
#pragma once

#include "messaging/vocabulary/values.hpp"

#include <span>
#include <string>

namespace regiekamer::geo {

double distance_m(const Position& from, const Position& to);
/// Clockwise from north, 0–360.
double bearing(const Position& from, const Position& to);
/// Where one comes after so many metres in a direction.
Position destination(const Position& from, double bearing, double metres);

double length_m(std::span<const Position> line);
/// Of a closed line (the last point need not be the first), in either direction; one that crosses itself
/// counts what it winds around twice against itself.
double area_m2(std::span<const Position> ring);

/// "340 m", "1,24 km", "12,4 km".
std::string length_text(double metres);
/// "850 m²", "3,2 ha", "1,45 km²".
std::string area_text(double square_metres);
/// "NW": the nearest of eight, Dutch ("ZO").
std::string compass_text(double bearing);

} // namespace regiekamer::geo
