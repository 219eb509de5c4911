// The exercise clock as the last `exercise.clock_set` left it, carried on by the hub's time (design.md,
// decision 7). Pure: the hub's time comes in.
#pragma once

#include "messaging/vocabulary/exercise.hpp"

#include <optional>

namespace regiekamer::player {

/// Exercise time as a function of the hub's time. It never goes back by itself.
struct Clock {
    Instant at;      ///< exercise time when it was set
    double rate = 1; ///< exercise seconds per second
    bool running = false;
    Instant set; ///< the hub's time when it was set (`recorded`)
    bool operator==(const Clock&) const = default;

    /// Exercise time at the hub's time `hub`; before `set` it is `at`.
    [[nodiscard]] Instant now(Instant hub) const;
    /// The first hub time at which it is `exercise` or later; nothing when it stands still before that.
    [[nodiscard]] std::optional<Instant> when(Instant exercise) const;
};

/// The clock after a message that sets it.
Clock clock_after(const ExerciseClockSet& set, Instant recorded);
/// The clock stopped where it is (NO PLAY).
Clock stopped(const Clock& clock, Instant recorded);
/// Whether the setting is a jump back, which the player does not obey. Someone who presses pause says a time
/// that is already a moment old when the hub records it; that is none.
bool jumps_back(const Clock& before, const ExerciseClockSet& set, Instant recorded);

} // namespace regiekamer::player
