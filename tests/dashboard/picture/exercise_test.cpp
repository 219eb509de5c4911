// The exercise clock and the injects.
#include "dashboard/picture/exercise.hpp"

#include "tests/dashboard/picture/told.hpp"
#include "tests/support/property.hpp"

namespace exercise_test {

using namespace regiekamer;
using namespace regiekamer::picture;

namespace {

const Instant wall = at(2026, 11, 24, 10); // the hub's clock
const Instant start = at(2027, 1, 22, 12); // the exercise's
const RunId run = "run-1";

ExerciseClockSet clock_at(Instant when, double rate, bool running) {
    return {run, when, Rate{rate}, running};
}
void started(Told& told) {
    ExerciseStarted body;
    body.run = run;
    body.title = "Hoogwater";
    body.start = start;
    told.tells(wall, body);
}

} // namespace

TEST_CASE("a redacted row of an exercise does not carry its moment to the day on which it was taken out") {
    Told told(Mode::exercise);
    told.tells(at(2026, 1, 10, 9), NoteWritten{"n", {}, {}, "x", {}}, {}, "scenario/x/1");
    const Instant before = told.picture.moment;
    Recorded blank; // what is left of it: no envelope, and the day on which it was recorded
    blank.sequence = 2;
    blank.recorded = at(2026, 11, 28, 23);
    blank.message.body = Foreign{};
    fold(told.picture, blank);
    CHECK(told.picture.moment == before);
}

TEST_CASE("after its end nobody sets the clock of a run any more") {
    Told told(Mode::exercise);
    started(told);
    told.tells(wall, clock_at(start, 20, true));
    told.tells(wall + minutes(1), ExerciseEnded{run});
    told.tells(wall + minutes(2), clock_at(start + hours(24), 1000, true));
    CHECK(exercise_phase(told.picture) == ExercisePhase::ended);
    CHECK(exercise_now(told.picture, wall + hours(1)) == start + minutes(20));
}

TEST_CASE("what is said of another run moves nothing of this one") {
    Told told(Mode::exercise);
    started(told);
    told.tells(wall, clock_at(start, 20, true));
    const auto sequence_of = [&] { return told.picture.exercise->clock->set.sequence; };
    const auto before = sequence_of();
    told.tells(wall, ExerciseClockSet{"another", start + hours(9), Rate{60}, false});
    told.tells(wall, ExerciseHalted{"another", "x"});
    told.tells(wall, ExerciseEnded{"another"});
    CHECK(exercise_phase(told.picture) == ExercisePhase::running);
    CHECK(exercise_now(told.picture, wall + minutes(1)) == start + minutes(20));
    CHECK(sequence_of() == before);
}

TEST_CASE("before a clock was set there is none") {
    Told told(Mode::exercise);
    CHECK(exercise_phase(told.picture) == ExercisePhase::none);
    CHECK_FALSE(exercise_now(told.picture, wall));
    started(told);
    CHECK(exercise_phase(told.picture) == ExercisePhase::paused);
}

TEST_CASE("the clock goes on from its message at its rate, and stands still when paused") {
    Told told(Mode::exercise);
    started(told);
    told.tells(wall, clock_at(start, 20, true));
    CHECK(exercise_now(told.picture, wall + seconds(30)) == start + minutes(10));
    CHECK(exercise_rate(told.picture) == 20);
    CHECK(exercise_phase(told.picture) == ExercisePhase::running);
    told.tells(wall + minutes(1), clock_at(start + minutes(20), 20, false));
    CHECK(exercise_now(told.picture, wall + hours(5)) == start + minutes(20));
    CHECK(exercise_rate(told.picture) == 0);
    told.tells(wall + minutes(2), clock_at(start + hours(6), 0.5, true)); // tijdsprong
    CHECK(exercise_now(told.picture, wall + minutes(4)) == start + hours(6) + minutes(1));
}

TEST_CASE("a branch begins where it was made, with its clock standing still whatever the parent's did") {
    Told told(Mode::exercise);
    started(told);
    told.tells(wall, clock_at(start, 20, true));
    told.tells(start + minutes(45), ExerciseBranched{run, "parent", SequenceNumber{2}});
    CHECK(exercise_now(told.picture, wall + hours(40)) == start + minutes(45));
    CHECK(exercise_phase(told.picture) == ExercisePhase::paused);
    told.tells(wall + hours(40), clock_at(start + minutes(45), 1, true));
    CHECK(exercise_now(told.picture, wall + hours(40) + minutes(1)) == start + minutes(46));
    CHECK(exercise_phase(told.picture) == ExercisePhase::running);
}

TEST_CASE("a lagging wall clock does not run the exercise back") {
    Told told(Mode::exercise);
    told.tells(wall, clock_at(start, 100, true));
    CHECK(exercise_now(told.picture, wall - hours(1)) == start);
}

TEST_CASE("no play stops the clock where it is, until a later clock message lets it run") {
    Told told(Mode::exercise);
    started(told);
    told.tells(wall, clock_at(start, 60, true));
    told.tells(wall + minutes(1), ExerciseHalted{run, "echte brand"});
    CHECK(exercise_phase(told.picture) == ExercisePhase::halted);
    CHECK(exercise_now(told.picture, wall + hours(9)) == start + hours(1));
    told.tells(wall + minutes(2), clock_at(start + hours(1), 60, false));
    CHECK(exercise_phase(told.picture) == ExercisePhase::halted);
    told.tells(wall + minutes(3), clock_at(start + hours(1), 60, true));
    CHECK(exercise_phase(told.picture) == ExercisePhase::running);
    told.tells(wall + minutes(4), clock_at(start + hours(2), 60, false));
    CHECK(exercise_phase(told.picture) == ExercisePhase::paused); // NO PLAY is over
}

TEST_CASE("an exercise that ended stands still; a branch of it goes on") {
    Told told(Mode::exercise);
    started(told);
    told.tells(wall, clock_at(start, 1, true));
    told.tells(wall + minutes(5), ExerciseEnded{run});
    CHECK(exercise_phase(told.picture) == ExercisePhase::ended);
    CHECK(exercise_now(told.picture, wall + hours(1)) == start + minutes(5));
    told.tells(wall + hours(1), ExerciseBranched{"run-2", "parent", 3});
    CHECK(exercise_phase(told.picture) != ExercisePhase::ended);
}

TEST_CASE("the clock never goes back by itself, whatever the rate") {
    holds("monotone", [] {
        const std::uint32_t one = any_natural(), other = any_natural();
        Told told(Mode::exercise);
        told.tells(wall, clock_at(start, any_of({0.001, 1.0, 20.0, Rate::max}), true));
        const auto [earlier, later] = std::minmax(one, other);
        const auto before = exercise_now(told.picture, wall + seconds(earlier));
        const auto after = exercise_now(told.picture, wall + seconds(later));
        MUST(start <= *before && *before <= *after);
    });
}

TEST_CASE("an inject is what was said of it last, but once delivered it stays so") {
    Told told(Mode::exercise);
    const auto state = [&] { return state_of(told.picture.exercise->injects.at("12")); };
    told.tells(start, InjectHeld{run, "12", {}});
    CHECK(state() == InjectState::held);
    told.tells(start, InjectMoved{run, "12", start + hours(1)});
    CHECK(state() == InjectState::moved);
    told.tells(start, InjectSkipped{run, "12", {}});
    CHECK(state() == InjectState::skipped);
    InjectDelivered delivered;
    delivered.run = run;
    delivered.inject = "12";
    told.tells(start, delivered);
    told.tells(start, InjectHeld{run, "12", {}});
    CHECK(state() == InjectState::delivered);
    delivered.inject = "7";
    told.tells(start, delivered);
    CHECK(delivered_injects(told.picture) == std::vector<InjectNr>{"7", "12"});
}

} // namespace exercise_test
