// The shapes of CAP's areas: text to positions, and what is wrong with a shape without losing the warning.
#pragma once

#include "messaging/vocabulary/values.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace regiekamer::feeds {

/// A finite number, exactly, in the C locale.
std::optional<double> read_number(std::string_view text);

struct CapPolygon {
    std::vector<Position> points; ///< the first again as the last
    bool closed_here = false;     ///< the sender left it open
};
/// "lat,lon lat,lon …", WGS84. None: fewer than four pairs, no numbers, or not on earth.
std::optional<CapPolygon> read_polygon(std::string_view text);

/// "lat,lon km" in one form; a radius of 0.0 is common. None: it is no circle, or not on earth.
std::optional<std::string> read_circle(std::string_view text);

} // namespace regiekamer::feeds
