// The fold of the exercise messages, and the exercise clock.
#include "dashboard/picture/exercise.hpp"

#include "dashboard/picture/apply.hpp"
#include "dashboard/picture/picture.hpp"
#include "messaging/vocabulary/exercise_clock.hpp"

#include <algorithm>

namespace regiekamer::picture {

void apply(Picture& picture, const Recorded& fact, const ExerciseStarted& body) {
    if (!picture.exercise->jumps.run().begins(body)) return; // one run a journal
    auto& exercise = picture.exercise.edit();
    exercise.started = Known(body, fact);
    exercise.ended.reset();
}

void apply(Picture& picture, const Recorded& fact, const ExerciseClockSet& body) {
    if (!picture.exercise->jumps.run().sets(body)) return;
    auto& exercise = picture.exercise.edit();
    exercise.clock = ClockReading{Known(body, fact), fact.recorded};
    if (body.running) exercise.halt.reset(); // a pause after that is a pause again
}

void apply(Picture& picture, const Recorded& fact, const ExerciseHalted& body) {
    if (!picture.exercise->jumps.run().concerns(body.run)) return;
    picture.exercise.edit().halt = Known(body, fact);
}

void apply(Picture& picture, const Recorded& fact, const ExerciseEnded& body) {
    if (!picture.exercise->jumps.run().concerns(body.run)) return;
    auto& exercise = picture.exercise.edit();
    exercise.ended = Known(body.run, fact);
}

void apply(Picture& picture, const Recorded& fact, const ExerciseBranched& body) {
    auto& exercise = picture.exercise.edit();
    exercise.branched = Known(body, fact);
    // A branch goes on where its parent stood: the parent's end is not its own.
    exercise.ended.reset();
    exercise.halt.reset();
}

void apply(Picture& picture, const Recorded& fact, const InjectDelivered& body) {
    picture.exercise.edit().injects[body.inject].delivered = Known(body, fact);
}

void apply(Picture& picture, const Recorded& fact, const InjectRead& body) {
    picture.exercise.edit().injects[body.inject].read = Known(body, fact);
}

void apply(Picture& picture, const Recorded& fact, const InjectHeld& body) {
    picture.exercise.edit().injects[body.inject].held = Known(body, fact);
}

void apply(Picture& picture, const Recorded& fact, const InjectSkipped& body) {
    picture.exercise.edit().injects[body.inject].skipped = Known(body, fact);
}

void apply(Picture& picture, const Recorded& fact, const InjectMoved& body) {
    picture.exercise.edit().injects[body.inject].moved = Known(body, fact);
}

void apply(Picture& picture, const Recorded& fact, const ExpectationJudged& body) {
    picture.exercise.edit().judged[body.expectation] = Known(body, fact);
}

void apply(Picture& picture, const Recorded& fact, const ObservationNoted& body) {
    picture.exercise.edit().observations[body.observation] = Known(body, fact);
}

namespace {

/// A branch begins with its clock standing still at the message's moment, whatever the parent's clock did.
bool stands_at_branch(const Exercise& exercise) {
    return exercise.branched &&
           (!exercise.clock || exercise.clock->set.sequence < exercise.branched->sequence);
}

} // namespace

ExercisePhase exercise_phase(const Picture& picture) {
    const Exercise& exercise = *picture.exercise;
    if (!exercise.started.said() && !exercise.clock) return ExercisePhase::none;
    if (exercise.ended) return ExercisePhase::ended;
    if (stands_at_branch(exercise) && !exercise.halt) return ExercisePhase::paused;
    if (exercise.halt) return ExercisePhase::halted;
    const bool running = exercise.clock && exercise.clock->set.value.running;
    return running ? ExercisePhase::running : ExercisePhase::paused;
}

double exercise_rate(const Picture& picture) {
    return exercise_phase(picture) == ExercisePhase::running ? picture.exercise->clock->set.value.rate.value
                                                             : 0;
}

std::optional<Instant> exercise_now(const Picture& picture, Instant hub_now) {
    const Exercise& exercise = *picture.exercise;
    const auto& clock = exercise.jumps.clock();
    if (!exercise.clock || !clock) return std::nullopt;
    return clock->now(hub_now);
}

microseconds played(const Picture& picture, Instant from, Instant until) {
    return picture.exercise->jumps.played(from, until, {});
}

Instant played_after(const Picture& picture, Instant from, microseconds span) {
    return picture.exercise->jumps.after(from, span, {});
}

InjectState state_of(const Inject& inject) {
    if (inject.delivered) return InjectState::delivered;
    const Sequence skipped = inject.skipped ? inject.skipped->sequence : 0;
    const Sequence held = inject.held ? inject.held->sequence : 0;
    const Sequence moved = inject.moved ? inject.moved->sequence : 0;
    if (moved > skipped && moved > held) return InjectState::moved;
    return held > skipped ? InjectState::held : InjectState::skipped;
}

std::vector<InjectNr> delivered_injects(const Picture& picture) {
    std::vector<std::pair<Sequence, InjectNr>> delivered;
    for (const auto& [number, inject] : picture.exercise->injects)
        if (inject.delivered) delivered.emplace_back(inject.delivered->sequence, number);
    std::sort(delivered.rbegin(), delivered.rend());
    std::vector<InjectNr> numbers;
    numbers.reserve(delivered.size());
    for (auto& [sequence, number] : delivered)
        numbers.push_back(std::move(number));
    return numbers;
}

} // namespace regiekamer::picture
