// The inside of a polygon as strips between two parallels: what is filled of a shape that may be hollow, have
// holes or cross itself. What is inside is the same as in `inside`: even-odd over all rings.
#pragma once

#include "dashboard/geo/shape.hpp"

namespace regiekamer::geo {

/// Its west and its east side run straight from the south to the north; in degrees from the `origin` that it
/// was made for, fine enough as floats where that is a corner of the shape.
struct Strip {
    float south = 0, north = 0;
    float west_south = 0, east_south = 0; ///< at the south side
    float west_north = 0, east_north = 0;
};

/// About one strip a corner. Empty for what has no inside, and for a shape so ragged that it would take long:
/// hundreds of its edges beside each other all the way.
std::vector<Strip> strips_of(std::span<const Ring> rings, const Position& origin);

} // namespace regiekamer::geo
