// The picture of a tile: bytes of somebody's file, so no more is believed of it than what a tile can be.
#pragma once

#include "messaging/vocabulary/problem.hpp"

#include <cstdint>
#include <vector>

namespace regiekamer::geo {

/// Four bytes a pixel, row by row from the top.
struct TilePixels {
    int width = 0, height = 0;
    std::vector<std::uint8_t> rgba;
};
/// A Problem when it is no picture, or larger than a tile is.
Result<TilePixels> decode_tile(const std::string& bytes);

} // namespace regiekamer::geo
