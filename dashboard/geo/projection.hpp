// Rijksdriehoek (RD New, EPSG:28992) and WGS 84 (EPSG:4326), through PROJ. The field says RD on the radio and
// in its plans; messages carry WGS 84.
#pragma once

#include "messaging/vocabulary/values.hpp"

#include <optional>

namespace regiekamer::geo {

/// Metres east and north in the Rijksdriehoek.
struct Rd {
    double x = 0, y = 0;
    bool operator==(const Rd&) const = default;
};

/// Whether these can be coordinates of RD New: its own bounds, in which x is always below y.
bool rd_like(double x, double y);

/// Accuracy: better than 1 m all over the land with the seven parameters that PROJ has by itself (0.25 m in
/// the west); a centimetre where its grid nl_nsgi_rdtrans2018 is installed. Nothing is ever fetched from a
/// network. None: outside RD, or PROJ has no table of coordinate systems (package proj-data).
/// Any thread; each makes PROJ ready once.
std::optional<Rd> to_rd(const Position& at);
std::optional<Position> to_wgs84(const Rd& at);

} // namespace regiekamer::geo
