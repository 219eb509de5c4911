#include "messaging/vocabulary/exercise_jumps.hpp"

#include <algorithm>

namespace regiekamer {
namespace {

/// How far two clocks may differ: less than so much wall time ahead is nobody's jump.
constexpr seconds apart_max{1};

bool by_the_player(const Message& message) {
    return message.source.starts_with("scenario/");
}

/// A jump that began at that very moment came after what was due then.
bool counts(const Jump& jump, const Upto& upto) {
    return jump.sequence <= upto.sequence && jump.from < upto.moment;
}

} // namespace

void Jumps::set(const Recorded& recorded, const ExerciseClockSet& set) {
    if (!run_.clock) return;
    const ExerciseClock& clock = *run_.clock;
    const bool by_player = by_the_player(recorded.message);
    // the player puts a clock that was set back where it was: that is no jump, and nobody was away
    if (!by_player && jumps_back(clock, set, recorded.recorded))
        told_ = std::max(told_, clock.now(recorded.recorded));
    const auto slack =
        ExerciseClock{{}, clock.running ? std::max(1.0, clock.rate) : 1, true, {}}.now(Instant(apart_max)) -
        Instant{};
    Instant from = std::max(clock.now(recorded.recorded), told_);
    if (!jumps_.empty()) from = std::max(from, jumps_.back().until); // or a stretch counted twice
    // the player itself sets it ahead only when it begins later; else it says that all was told
    const bool may = !by_player || set.running;
    if (may && set.at > from + slack) jumps_.push_back({from, set.at, recorded.sequence});
    // a player sets a clock that runs when it comes back to it; ahead, when somebody set it back
    if (by_player && clock.running && set.running && told_ < set.at && set.at <= clock.now(recorded.recorded))
        absences_.push_back({told_, set.at, recorded.sequence});
}

void Jumps::observe(const Recorded& recorded) {
    const Message& message = recorded.message;
    const auto* at = std::get_if<ExerciseClockSet>(&message.body);
    if (at != nullptr && run_.sets(*at)) set(recorded, *at);
    run_.follow(message, recorded.recorded);
    if (at == nullptr && by_the_player(message)) told_ = std::max(told_, message.time);
}

Instant Jumps::moment(const Recorded& recorded) const {
    if (by_the_player(recorded.message)) return recorded.message.time;
    return std::max(run_.clock ? run_.clock->now(recorded.recorded) : recorded.message.time, told_);
}

microseconds Jumps::played(Instant from, Instant until, Upto upto) const {
    if (until <= from) return microseconds{0};
    microseconds span = until - from;
    for (const Jump& jump : jumps_) {
        if (!counts(jump, upto)) break;
        const auto skipped = std::min(until, jump.until) - std::max(from, jump.from);
        span -= std::max(skipped, microseconds{0});
    }
    return span;
}

Instant Jumps::told_at(Instant due, Upto upto) const {
    for (const Jump& absence : absences_)
        if (absence.sequence <= upto.sequence && absence.from < due) due = std::max(due, absence.until);
    return due;
}

Instant Jumps::after(Instant from, microseconds span, Upto upto) const {
    Instant end = from + span;
    for (const Jump& jump : jumps_) {
        if (!counts(jump, upto) || jump.from >= end) break;
        if (jump.until > from) end += jump.until - std::max(from, jump.from);
    }
    return end;
}

} // namespace regiekamer
