// The exercise clock as the last `exercise.clock_set` left it, carried on by the hub's time (design.md,
// decision 7). Pure: the hub's time comes in.
#pragma once

#include "messaging/vocabulary/message.hpp"

#include <optional>

namespace regiekamer {

/// Exercise time as a function of the hub's time. It never goes back by itself.
struct ExerciseClock {
    Instant at;      ///< exercise time when it was set
    double rate = 1; ///< exercise seconds per second
    bool running = false;
    Instant set; ///< the hub's time when it was set (`recorded`)
    bool operator==(const ExerciseClock&) const = default;

    /// Exercise time at the hub's time `hub`; before `set` it is `at`.
    [[nodiscard]] Instant now(Instant hub) const;
    /// The first hub time at which it is `exercise` or later; nothing when it stands still before that.
    [[nodiscard]] std::optional<Instant> when(Instant exercise) const;
};

/// The clock after a message that sets it.
ExerciseClock clock_after(const ExerciseClockSet& set, Instant recorded);
/// The clock stopped where it is (NO PLAY).
ExerciseClock stopped(const ExerciseClock& clock, Instant recorded);
/// What a journaled message does to the clock: set, stopped by NO PLAY or the end, standing still where a
/// branch begins. None before the first that sets it.
void follow(std::optional<ExerciseClock>& clock, const Message& message, Instant recorded);
/// Whether the setting is a jump back, which the player does not obey. Someone who presses pause says a time
/// that is already a moment old when the hub records it; that is none.
bool jumps_back(const ExerciseClock& before, const ExerciseClockSet& set, Instant recorded);

} // namespace regiekamer
