// Time in words, as the screen says it: Europe/Amsterdam, 24 h, relative where it drives action.
#pragma once

#include "messaging/vocabulary/instant.hpp"

#include <string>

namespace regiekamer::words {

std::string clock(Instant at);         ///< "04:37"
std::string clock_seconds(Instant at); ///< "04:37:12"
std::string date(Instant at);          ///< "za 23 jan 2027"
std::string short_date(Instant at);    ///< "za 23 jan"
std::string weekday_day(Instant at);   ///< "za 23"
std::string date_clock(Instant at);    ///< "za 23 jan 04:37"
/// The clock, with the day before it when it is not the day of `now`: "04:37", "zo 24 jan 04:37".
std::string clock_near(Instant at, Instant now);
int week_number(Instant at); ///< ISO 8601

/// Whole minutes; "12 s", "5 min", "1 u 25 min", "3 dagen". Negative is taken as its size.
std::string duration(microseconds span);
std::string minutes_of(microseconds span); ///< "1 u 25 min", never seconds
/// "5 min te laat" when due is past, "over 8 min" when it comes, "nu" within half a minute of it.
std::string due(Instant due, Instant now);
std::string age(Instant then, Instant now); ///< "12 s oud", "6 min oud"

} // namespace regiekamer::words
