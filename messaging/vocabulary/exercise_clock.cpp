// Doubles are exact enough: rates to 100,000 over a day stay below 2^53 microseconds.
#include "messaging/vocabulary/exercise_clock.hpp"

#include <algorithm>
#include <cmath>

namespace regiekamer {
namespace {

/// A century of exercise: further no clock runs, so that nothing overflows.
constexpr double ahead_max = 100.0 * 366 * 86'400 * 1'000'000;
/// How old a time may be when it reaches the hub, in wall time.
constexpr seconds click_age_max{5};

microseconds carried(double rate, microseconds elapsed) {
    return microseconds{
        static_cast<std::int64_t>(std::min(ahead_max, static_cast<double>(elapsed.count()) * rate))};
}

} // namespace

Instant ExerciseClock::now(Instant hub) const {
    if (!running || hub <= set) return at;
    return at + carried(rate, hub - set);
}

std::optional<Instant> ExerciseClock::when(Instant exercise) const {
    if (exercise <= at) return set;
    if (!running || rate <= 0) return std::nullopt;
    const double wait = std::ceil(static_cast<double>((exercise - at).count()) / rate);
    if (wait > ahead_max) return std::nullopt;
    Instant hub = set + microseconds{static_cast<std::int64_t>(wait)};
    while (now(hub) < exercise) // rounding may leave it a microsecond short
        hub += microseconds{1};
    return hub;
}

ExerciseClock clock_after(const ExerciseClockSet& set, Instant recorded) {
    return {set.at, set.rate.value, set.running, recorded};
}

ExerciseClock stopped(const ExerciseClock& clock, Instant recorded) {
    return {clock.now(recorded), clock.rate, false, recorded};
}

bool moves_the_clock(const Body& body) {
    return std::holds_alternative<ExerciseStarted>(body) || std::holds_alternative<ExerciseClockSet>(body) ||
           std::holds_alternative<ExerciseHalted>(body) || std::holds_alternative<ExerciseEnded>(body) ||
           std::holds_alternative<ExerciseBranched>(body);
}

void RunClock::follow(const Message& message, Instant recorded) {
    const Body& body = message.body;
    if (const auto* started = std::get_if<ExerciseStarted>(&body); started && begins(*started))
        *this = {started->run, false, ExerciseClock{started->start, 1, false, recorded}};
    if (const auto* set = std::get_if<ExerciseClockSet>(&body); set && sets(*set))
        clock = clock_after(*set, recorded);
    if (const auto* halted = std::get_if<ExerciseHalted>(&body); halted && concerns(halted->run) && clock)
        clock = stopped(*clock, recorded);
    if (const auto* end = std::get_if<ExerciseEnded>(&body); end && concerns(end->run)) {
        ended = true;
        if (clock) clock = stopped(*clock, recorded);
    }
    // all before it is the parent's, whose clock went on elsewhere
    if (const auto* branched = std::get_if<ExerciseBranched>(&body))
        *this = {branched->run, false, ExerciseClock{message.time, clock ? clock->rate : 1, false, recorded}};
}

bool jumps_back(const ExerciseClock& before, const ExerciseClockSet& set, Instant recorded) {
    const auto slack = carried(std::max(1.0, before.running ? before.rate : 0), click_age_max);
    return set.at < before.now(recorded) - slack;
}

} // namespace regiekamer
