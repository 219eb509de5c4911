// Oefening: the run, its clock, and the injects as far as they were told.
#pragma once

#include "dashboard/picture/known.hpp"
#include "messaging/vocabulary/exercise.hpp"
#include "messaging/vocabulary/exercise_jumps.hpp"

#include <map>

namespace regiekamer::picture {

struct Picture;

struct Inject {
    std::optional<Known<InjectDelivered>> delivered;
    std::optional<Known<InjectRead>> read;
    std::optional<Known<InjectHeld>> held;
    std::optional<Known<InjectSkipped>> skipped;
    std::optional<Known<InjectMoved>> moved;
    bool operator==(const Inject&) const = default;
};

/// Verzonden, vervallen, aangehouden, verplaatst; what is merely planned stands in the draaiboek, not here.
enum class InjectState { delivered, skipped, held, moved };

/// The clock message, and the hub's time when it was journaled: from there on the clock runs.
struct ClockReading {
    Known<ExerciseClockSet> set;
    Instant recorded;
    bool operator==(const ClockReading&) const = default;
};

struct Exercise {
    Known<ExerciseStarted> started;
    std::optional<ClockReading> clock;
    std::optional<Known<ExerciseHalted>> halt;
    std::optional<Known<RunId>> ended;
    std::optional<Known<ExerciseBranched>> branched;
    std::map<InjectNr, Inject> injects;
    std::map<ExpectationId, Known<ExpectationJudged>> judged;
    std::map<ObservationId, Known<ObservationNoted>> observations;
    Jumps jumps; ///< whose clock it is, how it runs, and what a tijdsprong skipped
    bool operator==(const Exercise&) const = default;
};

enum class ExercisePhase { none, paused, running, halted, ended };

/// Halted until a later clock message lets it run again.
ExercisePhase exercise_phase(const Picture& picture);
/// The exercise clock at the hub's wall clock `hub_now`: carried on at its rate, standing still while paused,
/// halted or ended. None before a clock was set.
std::optional<Instant> exercise_now(const Picture& picture, Instant hub_now);
/// Exercise seconds per wall second right now; 0 when it stands still.
double exercise_rate(const Picture& picture);

/// Time that people had between the two: without what a tijdsprong skipped. The same in real work.
microseconds played(const Picture& picture, Instant from, Instant until);
/// When so much of it has gone by since `from`.
Instant played_after(const Picture& picture, Instant from, microseconds span);

InjectState state_of(const Inject& inject);
/// Delivered injects, newest first.
std::vector<InjectNr> delivered_injects(const Picture& picture);

} // namespace regiekamer::picture
