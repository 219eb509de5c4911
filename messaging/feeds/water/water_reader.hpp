// Water levels, flows and their forecasts: Rijkswaterstaat's JSON (old and new host), Waterinfo's CSV.
#pragma once

#include "messaging/feeds/feed.hpp"
#include "messaging/feeds/water/water_config.hpp"

namespace regiekamer::feeds {

/// A piece is a whole document. With the first that can be read go the thresholds of the table; with the
/// first of a station where it stands. A value is said once, and again when it was corrected. Services that
/// name no instant of issue have their forecast issued when it came in; one that only moved on with the clock
/// is not said again.
Reader water_reader(WaterConfig config, Mode mode);

} // namespace regiekamer::feeds
