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
/// Whether it may move the clock of a run.
bool moves_the_clock(const Body& body);

/// The clock of the run that a journal tells: one rule for hub, link, feeds and picture, and the same as the
/// player's, which obeys what is said of its own run only.
struct RunClock {
    std::optional<RunId> run;           ///< as it began or branched off; none: nobody said, and so any counts
    bool ended = false;                 ///< its clock stands for good, until a run begins or branches off
    std::optional<ExerciseClock> clock; ///< none before the start, or the first that set it
    bool operator==(const RunClock&) const = default;

    /// Whether a run begins with it: another one, while this goes on, is none of this journal's.
    [[nodiscard]] bool begins(const ExerciseStarted&) const { return !run || ended; }
    [[nodiscard]] bool concerns(const RunId& about) const { return !run || *run == about; }
    /// Whether it sets the clock: of this run, before its end.
    [[nodiscard]] bool sets(const ExerciseClockSet& set) const { return !ended && concerns(set.run); }
    /// A journaled message: set, stopped by NO PLAY or the end, standing still where it begins or branches.
    void follow(const Message& message, Instant recorded);
};
/// Whether the setting is a jump back, which the player does not obey. Someone who presses pause says a time
/// that is already a moment old when the hub records it; that is none.
bool jumps_back(const ExerciseClock& before, const ExerciseClockSet& set, Instant recorded);

} // namespace regiekamer
