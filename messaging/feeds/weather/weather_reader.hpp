// The weather, and who is warned of it: KNMI's warnings and hourly values, NL-Alert. KNMI's own CAP, and
// MeteoAlarm, are the CAP reader's.
#pragma once

#include "messaging/feeds/feed.hpp"
#include "messaging/feeds/weather/weather_config.hpp"

namespace regiekamer::feeds {

/// A piece is a whole document; which of the three it is, it says itself. KNMI's warnings have no identifier
/// and no end: one that has lost its colour since the report before is cancelled here. Warnings of both are
/// real, so in an exercise they are set aside; measurements are not.
Reader weather_reader(WeatherConfig config, Mode mode);

} // namespace regiekamer::feeds
