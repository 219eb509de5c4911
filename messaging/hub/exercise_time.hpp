// What time it is in the exercise whose journal the hub keeps: what the hub says itself happens then.
#pragma once

#include "messaging/journal/journal.hpp"
#include "messaging/vocabulary/exercise_clock.hpp"

namespace regiekamer::hub {

/// Whether a message of this type may move the exercise clock.
bool moves_the_clock(std::string_view type);
/// The clock as the journal's last messages left it, sought from its end; none: nobody set it.
std::optional<ExerciseClock> clock_of(const journal::Journal& journal);

} // namespace regiekamer::hub
