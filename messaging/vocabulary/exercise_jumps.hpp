// The stretches of exercise time that a tijdsprong skipped: nobody could play in them, so they count in no
// reaction.
#pragma once

#include "messaging/vocabulary/exercise_clock.hpp"
#include "messaging/vocabulary/message.hpp"

#include <vector>

namespace regiekamer {

/// From `from` to `until` in exercise time, known since the message that set the clock.
struct Jump {
    Instant from, until;
    Sequence sequence = 0;
    bool operator==(const Jump&) const = default;
};

/// Up to where the journal counts: up to a message, and to a moment of the exercise at which it was heard.
struct Upto {
    static constexpr Sequence everything = ~Sequence{0};
    Sequence sequence = everything;
    Instant moment = Instant::max();
    Upto() = default;
    Upto(Sequence last) : sequence(last) {} // said as one: "up to this message"
    Upto(Sequence last, Instant until) : sequence(last), moment(until) {}
};

/// Takes the journal in sequence order. What a player says when nothing is played (at the end, at once) is no
/// jump: what lies before it was told.
class Jumps {
public:
    void observe(const Recorded& recorded);
    /// Exercise time between the two that was played, by what was known up to there.
    [[nodiscard]] microseconds played(Instant from, Instant until, Upto upto) const;
    /// When so much was played since `from`.
    [[nodiscard]] Instant after(Instant from, microseconds span, Upto upto) const;
    [[nodiscard]] const std::vector<Jump>& all() const { return jumps_; }
    /// When what was due then was told: later, when nobody told anything at that moment.
    [[nodiscard]] Instant told_at(Instant due, Upto upto) const;
    /// As the last message left it; none before the start.
    [[nodiscard]] const std::optional<ExerciseClock>& clock() const { return run_.clock; }
    [[nodiscard]] const RunClock& run() const { return run_; }
    /// The moment of the exercise at which a message that was observed last came: its own time when the
    /// player says it, else the clock's, which never lies before what was told.
    [[nodiscard]] Instant moment(const Recorded& recorded) const;
    bool operator==(const Jumps&) const = default;

private:
    void set(const Recorded& recorded, const ExerciseClockSet& set);

    std::vector<Jump> jumps_;    ///< in order: the clock does not go back
    std::vector<Jump> absences_; ///< of the player: from the last that it told to where it went on
    RunClock run_;
    Instant told_; ///< the latest moment that the scenario told, or at which a clock was set back
};

} // namespace regiekamer
