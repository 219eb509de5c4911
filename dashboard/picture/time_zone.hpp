// Local time, summer time included. The one header that names the time-zone library (GCC 12 has no tzdb), so
// that std::chrono can replace it.
#pragma once

#include "messaging/vocabulary/instant.hpp"

#include <date/tz.h>
#include <string_view>

namespace regiekamer::picture {

using Zone = const date::time_zone*;
using LocalInstant = date::local_time<microseconds>; ///< clock and calendar, without zone
using LocalDay = date::local_days;

/// Where the screen's clock stands.
Zone amsterdam();

/// A zone by its IANA name; one that is not known is taken as Amsterdam: a roster is better read than lost.
Zone zone_named(std::string_view name);

LocalInstant to_local(Instant at, Zone zone = amsterdam());

/// A local time that summer time skips is the instant of the skip; one that comes twice is the first.
Instant from_local(LocalInstant local, Zone zone = amsterdam());

LocalDay local_day(Instant at, Zone zone = amsterdam());

/// Midnight, local time.
Instant day_start(LocalDay day, Zone zone = amsterdam());

/// ISO 8601: the week of the Thursday.
struct IsoWeek {
    int year{}, week{};
    auto operator<=>(const IsoWeek&) const = default;
};
IsoWeek iso_week(LocalDay day);

/// From Monday 1 to Sunday 7.
int iso_weekday(LocalDay day);

} // namespace regiekamer::picture
