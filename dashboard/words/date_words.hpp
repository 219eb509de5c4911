// Dates that say their year when it is another than that of now: a roster and the evenementen reach into the
// next one.
#pragma once

#include "messaging/vocabulary/instant.hpp"

#include <string>

namespace regiekamer::words {

std::string short_date_near(Instant at, Instant now); ///< "za 23 jan", "zo 23 jan 2028"
std::string date_clock_near(Instant at, Instant now); ///< the same, with the clock

} // namespace regiekamer::words
