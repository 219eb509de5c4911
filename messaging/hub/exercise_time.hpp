// What time it is in the exercise whose journal the hub keeps: what the hub says itself happens then.
#pragma once

#include "messaging/journal/journal.hpp"
#include "messaging/vocabulary/exercise_clock.hpp"

namespace regiekamer::hub {

/// The clock as the journal left it.
RunClock clock_of(const journal::Journal& journal);

} // namespace regiekamer::hub
