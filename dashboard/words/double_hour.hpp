// At the end of summer time an hour of the clock comes twice: a time of it says which of the two is meant.
// At all other hours nothing is added.
#pragma once

#include "messaging/vocabulary/instant.hpp"

#include <string>
#include <string_view>

namespace regiekamer::words {

/// "zomertijd" in the first of the two, "wintertijd" in the second; empty at any other hour.
std::string_view double_hour(Instant at);
/// The same, as short as stands behind a clock: " zt", " wt" or nothing.
std::string_view double_hour_mark(Instant at);

/// For a sheet that others read: "2027-10-31 01:59:30"; in that hour with its offset from UTC,
/// "2027-10-31 02:34:32+01:00".
std::string sheet_time(Instant at);

} // namespace regiekamer::words
