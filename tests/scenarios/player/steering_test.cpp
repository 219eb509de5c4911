// The run obeys who leads it: clock, jumps, NO PLAY, and what is done with injects.
#include "tests/scenarios/player/two_hours.hpp"

namespace steering_test {

using namespace regiekamer;
using namespace regiekamer::player;
using namespace regiekamer::player::two_hours;

TEST_CASE("an exercise does not end while somebody holds an inject") {
    Exercise exercise(full(), {.rate = 60});
    exercise.pass(seconds(1));
    exercise.says(InjectHeld{"run-1", "5", "wacht"}, exercise.at("T+00:01"), "oefenleider");
    exercise.pass(hours(1));
    CHECK_FALSE(exercise.run().progress().finished);
    CHECK_FALSE(exercise.run().wake()); // for the person, not for a moment
    exercise.says(InjectSkipped{"run-1", "5", "niet nodig"}, exercise.at("T+59:00"), "oefenleider");
    exercise.settle();
    CHECK(exercise.all<ExerciseEnded>().size() == 1);
}

TEST_CASE("at once goes on after NO PLAY as soon as somebody set the clock running") {
    Exercise exercise(full(), {.rate = 20});
    exercise.pass(seconds{29});
    exercise.says(ExerciseHalted{"run-1", "echt letsel"}, exercise.at("T+00:09:40"));
    exercise.says(set(exercise.at("T+00:09:40"), 20, true), exercise.at("T+00:09:40"));
    exercise.crash({.instant = true});
    CHECK_FALSE(exercise.run().progress().halted);
    exercise.play();
    CHECK(exercise.told() == reference());
}

TEST_CASE("the player obeys the clock of whoever sets it") {
    Exercise exercise(full(), {.rate = 1});
    exercise.pass(seconds{5});
    CHECK(exercise.delivered("1") == 0);
    exercise.says(set(exercise.at("T+00:00:05"), 60, true), exercise.at("T+00:00:05"));
    exercise.pass(seconds{10});
    CHECK(exercise.delivered("1") == 1);
    exercise.says(set(exercise.at("T+00:10:05"), 60, false), exercise.at("T+00:10:05"));
    exercise.pass(hours{9});
    CHECK(exercise.delivered("2") == 0);
    CHECK_FALSE(exercise.run().wake());
}

TEST_CASE("a jump ahead delivers all in between, in order") {
    Exercise exercise(full(), {.rate = 1});
    exercise.pass(seconds{5});
    exercise.says(set(exercise.at("T+01:59"), 1, true), exercise.at("T+00:00:05"));
    exercise.settle();
    CHECK(exercise.delivered("1") == 1);
    CHECK(exercise.delivered("5") == 0);
    exercise.play();
    CHECK(exercise.told() == reference());
}

TEST_CASE("a jump back is answered with the clock as it was, and nothing is said twice") {
    Exercise exercise(full(), {.rate = 20});
    exercise.pass(seconds{91}); // T+00:30
    exercise.says(set(exercise.at("T+00:05"), 40, true), exercise.at("T+00:30"));
    exercise.settle();
    const auto clock = exercise.run().progress().clock;
    CHECK(clock->now(exercise.hub) >= exercise.at("T+00:30"));
    CHECK(clock->rate == 40);
    CHECK(exercise.all<ExerciseClockSet>().back().source == "scenario/proef/run-1");
    const auto remarks = exercise.run().remarks();
    REQUIRE(remarks.size() == 1);
    CHECK_THAT(remarks[0],
               ContainsSubstring("the clock was set back to T+00:05: what was told stays told, it "
                                 "goes on from T+00:30"));
    exercise.play();
    CHECK(exercise.told() == reference());
}

TEST_CASE("a clock of another run is none of ours") {
    Exercise exercise(full(), {.rate = 20});
    exercise.pass(seconds{5});
    exercise.says(ExerciseClockSet{"run-9", exercise.at("T+02:00"), Rate{1}, false}, exercise.at("T+00:01"));
    exercise.settle();
    CHECK(exercise.run().progress().clock->running);
    CHECK(exercise.delivered("1") == 0);
}

TEST_CASE("NO PLAY stops everything until the clock is set running again") {
    Exercise exercise(full(), {.rate = 20});
    exercise.pass(seconds{29});
    exercise.says(ExerciseHalted{"run-1", "echt letsel"}, exercise.at("T+00:09:40"));
    exercise.pass(hours{1});
    CHECK(exercise.delivered("1") == 0);
    CHECK(exercise.run().progress().halted);
    exercise.crash({.rate = 20});
    exercise.pass(hours{1});
    CHECK(exercise.delivered("1") == 0); // the halt outlives the player
    exercise.says(set(exercise.at("T+00:09:40"), 20, true), exercise.at("T+00:09:40"));
    exercise.play();
    CHECK(exercise.told() == reference());
}

TEST_CASE("who ends the exercise ends the player") {
    Exercise exercise(full(), {.rate = 20});
    exercise.pass(seconds{29});
    const auto before = exercise.told();
    exercise.says(ExerciseEnded{"run-1"}, exercise.at("T+00:10"));
    CHECK(exercise.run().progress().finished);
    exercise.pass(hours{1});
    CHECK(exercise.told() == before);
}

TEST_CASE("a held inject waits until it is moved, a skipped one is never delivered") {
    Exercise exercise(full(), {.rate = 20});
    exercise.pass(seconds{5});
    exercise.says(InjectHeld{"run-1", "1", {}}, exercise.at("T+00:01"));
    exercise.says(InjectSkipped{"run-1", "5", {}}, exercise.at("T+00:01"));
    exercise.says(InjectHeld{"run-9", "3", {}}, exercise.at("T+00:01")); // another run's
    exercise.pass(seconds{60});
    CHECK(exercise.delivered("1") == 0);
    exercise.says(InjectMoved{"run-1", "1", exercise.at("T+00:05")}, exercise.at("T+00:21:40"));
    exercise.pass(seconds{1});
    REQUIRE(exercise.delivered("1") == 1); // moved to the past: now
    CHECK(exercise.all<InjectDelivered>().back().time == exercise.at("T+00:21:40"));
    exercise.crash({.rate = 20});
    exercise.play();
    CHECK(exercise.delivered("1") == 1);
    CHECK(exercise.delivered("5") == 0);
    CHECK(exercise.delivered("3") == 1);
}

TEST_CASE("an inject moved behind the end is waited for, and so is one held until a person lets it go") {
    Exercise exercise(full(), {.rate = 20});
    exercise.pass(seconds{5});
    exercise.says(InjectMoved{"run-1", "5", exercise.at("T+03:00")}, exercise.at("T+00:01"));
    exercise.says(InjectHeld{"run-1", "3", {}}, exercise.at("T+00:01"));
    exercise.pass(minutes{9});
    CHECK_FALSE(exercise.run().progress().finished);
    exercise.says(InjectSkipped{"run-1", "3", {}}, exercise.at("T+03:00"));
    exercise.play();
    CHECK(exercise.delivered("5") == 1);
    CHECK(exercise.delivered("3") == 0);
    CHECK(exercise.journal.back().message.time > exercise.at("T+03:01")); // no clock is set back
}

TEST_CASE("an inject that a person delivered is not delivered again") {
    Exercise exercise(full(), {.rate = 20});
    exercise.pass(seconds{5});
    exercise.says(InjectDelivered{"run-1", "1", "responscel", "OvD-Bz", "app", "t", {}, {}},
                  exercise.at("T+00:02"));
    exercise.play();
    CHECK(exercise.delivered("1") == 0);
    CHECK(exercise.delivered("2") == 1); // its condition counts from the delivery by hand
}

} // namespace steering_test
