// Laws of the exercise clock.
#include "messaging/vocabulary/exercise_clock.hpp"
#include "tests/support/property.hpp"

namespace exercise_clock_test {

using namespace regiekamer;

namespace {

Instant some_instant() {
    return Instant{microseconds{any_between<std::int64_t>(1'700'000'000'000'000, 1'900'000'000'000'000)}};
}
double some_rate() {
    return any_of({0.1, 0.5, 1.0, 3.0, 20.0, 60.0, 119.7, 1e5});
}

} // namespace

TEST_CASE("the exercise clock never goes back, and stands still when it is paused") {
    holds("monotone", [] {
        const ExerciseClock clock{some_instant(), some_rate(), any_bool(), some_instant()};
        const Instant hub = some_instant();
        const Instant later = hub + microseconds{any_between<std::int64_t>(0, 1'000'000'000'000)};
        MUST(clock.now(hub) <= clock.now(later));
        MUST(clock.now(hub) >= clock.at);
        if (!clock.running) MUST(clock.now(later) == clock.at);
        MUST(stopped(clock, hub).now(later) == clock.now(hub));
    });
}

TEST_CASE("an exercise moment comes at the hub time that was foretold, and no microsecond sooner") {
    holds("when and now agree", [] {
        const ExerciseClock clock{some_instant(), some_rate(), true, some_instant()};
        const Instant moment = clock.at + microseconds{any_between<std::int64_t>(1, 90'000'000'000)};
        const auto hub = clock.when(moment);
        MUST(hub.has_value());
        MUST(clock.now(*hub) >= moment);
        MUST(clock.now(*hub - microseconds{1}) < moment);
    });
    const ExerciseClock paused{Instant{seconds{100}}, 20, false, Instant{seconds{7}}};
    CHECK_FALSE(paused.when(Instant{seconds{101}}));
    CHECK(paused.when(Instant{seconds{100}}) == Instant{seconds{7}});
}

TEST_CASE("rate counts exercise seconds per second") {
    const ExerciseClock clock{Instant{hours{1}}, 20, true, Instant{hours{5}}};
    CHECK(clock.now(Instant{hours{5} + seconds{3}}) == Instant{hours{1} + minutes{1}});
    CHECK(clock.now(Instant{hours{2}}) == Instant{hours{1}});
    CHECK(clock.now(Instant::max()) > Instant{hours{1}}); // no overflow
}

TEST_CASE("a pause that is a moment old is no jump back, an earlier hour is") {
    const ExerciseClock clock{Instant{hours{10}}, 20, true, Instant{hours{1}}};
    const Instant recorded{hours{1} + minutes{1}}; // exercise time 10:20
    const auto set = [](Instant at) { return ExerciseClockSet{"r", at, Rate{20}, false}; };
    CHECK_FALSE(jumps_back(clock, set(Instant{hours{10} + minutes{19}}), recorded));
    CHECK_FALSE(jumps_back(clock, set(Instant{hours{12}}), recorded));
    CHECK(jumps_back(clock, set(Instant{hours{10}}), recorded));
}

namespace {

const Instant start{hours{10}}, wall{hours{1000}};

Message says(Body body, Instant time = start) {
    Message message;
    message.time = time;
    message.status = Mode::exercise;
    message.body = std::move(body);
    return message;
}

ExerciseStarted begins(const char* run) {
    ExerciseStarted started;
    started.run = run;
    started.start = start;
    return started;
}

/// Told a minute apart.
RunClock told(std::initializer_list<Body> bodies) {
    RunClock clock;
    Instant recorded = wall;
    for (const Body& body : bodies) {
        clock.follow(says(body), recorded);
        recorded += minutes{1};
    }
    return clock;
}

ExerciseClockSet sets(const char* run, Instant at, bool running = true) {
    return {run, at, Rate{1}, running};
}

} // namespace

TEST_CASE("a run's clock stands at the start until somebody sets it") {
    CHECK(told({}).clock == std::nullopt);
    const RunClock begun = told({begins("a")});
    REQUIRE(begun.clock);
    CHECK(begun.clock->now(wall + hours{5}) == start);
    CHECK(told({sets("a", start)}).clock->now(wall + hours{5}) ==
          start + hours{5}); // nobody said whose it is
}

TEST_CASE("what is said of another run does not move the clock, nor end it") {
    const RunClock alone = told({begins("a"), sets("a", start)});
    for (const Body& of_another : {Body(sets("b", start + hours{9})), Body(ExerciseHalted{"b", "x"}),
                                   Body(ExerciseEnded{"b"}), Body(begins("b"))})
        CHECK(told({begins("a"), sets("a", start), of_another}) == alone);
}

TEST_CASE(
    "after its end nobody sets a run's clock; another may begin, and a branch goes on from its moment") {
    const RunClock ended = told({begins("a"), sets("a", start), ExerciseEnded{"a"}});
    CHECK(ended.clock->now(wall + hours{5}) == start + minutes{1});
    CHECK(told({begins("a"), sets("a", start), ExerciseEnded{"a"}, sets("a", start + hours{9})}) == ended);

    RunClock next = ended;
    next.follow(says(begins("b")), wall + hours{1});
    CHECK(next.sets(sets("b", start)));
    CHECK_FALSE(next.sets(sets("a", start)));

    RunClock branch = ended;
    branch.follow(says(ExerciseBranched{"a", "parent", SequenceNumber{2}}, start + minutes{1}),
                  wall + hours{9});
    CHECK(branch.clock->now(wall + hours{20}) == start + minutes{1});
    CHECK(branch.sets(sets("a", start + minutes{1})));
}

} // namespace exercise_clock_test
