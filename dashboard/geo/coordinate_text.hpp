// A coordinate as people type and read it: WGS 84 with a point or a comma, with or without letters, or RD.
#pragma once

#include "messaging/vocabulary/values.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace regiekamer::geo {

/// "51.8650, 4.6610", "51,865 4,661", "N51.865 E4.661", "4.661E 51.865N", "105000 431500", "RD
/// 105000,431500", "105.000 431.500"; in minutes and seconds too, with N and E or O: "51°51'54\"N
/// 4°39'36\"E", "51 51.9 N 4 39.6 E". Only places in and around the Netherlands; two numbers that are neither
/// are no coordinate.
std::optional<Position> read_coordinate(std::string_view typed);

/// "51.86500, 4.66100": as other programs take it.
std::string wgs84_text(const Position& at);
/// "RD 105000 431500"; "buiten RD" where the Rijksdriehoek does not reach.
std::string rd_text(const Position& at);
/// Both, for who reads one of the two aloud.
std::string coordinate_text(const Position& at);

} // namespace regiekamer::geo
