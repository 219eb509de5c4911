// Why a layer of the user's own map was left out, in words.
#pragma once

#include "messaging/vocabulary/problem.hpp"

#include <string>

namespace regiekamer::words {

/// The name of the file.
std::string layer_file(const Problem& problem);
/// "fout bij regel 3", "fout bij vorm 12", "geen vorm ligt in Nederland: staan lengte en breedte omgekeerd?"
std::string layer_fault(const Problem& problem);
/// Why a tile of a map that is used cannot be read: "een plaatje is geen png of jpg".
std::string tile_fault(const Problem& problem);

} // namespace regiekamer::words
