// The times that only a scenario file has, read from one of its tables.
#pragma once

#include "messaging/tables/block.hpp"
#include "messaging/vocabulary/instant.hpp"

namespace regiekamer::player {

/// A time from the start, "T+01:15"; nothing, with a complaint, when it is missing or no such time.
microseconds offset_of(tables::Block& block, std::string_view key);
/// A duration above nothing, "1h30m"; likewise.
microseconds duration(tables::Block& block, std::string_view key);

} // namespace regiekamer::player
