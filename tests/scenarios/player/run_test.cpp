// A run as a machine: what it says, in which order, the same at any rate and to any moment.
#include "tests/scenarios/player/two_hours.hpp"
#include "tests/support/property.hpp"

#include <algorithm>

namespace run_test {

using namespace regiekamer;
using namespace regiekamer::player;
using namespace regiekamer::player::two_hours;

TEST_CASE("a run begins with what was before the start, then says that it starts, sets the clock, and ends") {
    Exercise exercise(full(), {.rate = 20});
    exercise.play();
    const auto& journal = exercise.journal;
    std::vector<std::string> exercise_types;
    for (const Recorded& recorded : journal)
        if (const std::string type = type_of(recorded.message.body);
            type.find("exercise.") != std::string::npos)
            exercise_types.push_back(type.substr(type_prefix.size()));
    CHECK(exercise_types == std::vector<std::string>{"exercise.started", "exercise.clock_set",
                                                     "exercise.clock_set", "exercise.ended"});
    CHECK(std::holds_alternative<ExerciseEnded>(journal.back().message.body));
    CHECK(journal.back().message.time == exercise.at("T+02:00"));
    CHECK(journal.front().message.time == exercise.at("T-03:00"));
    CHECK(std::is_sorted(journal.begin(), journal.end(), [](const Recorded& a, const Recorded& b) {
        return a.message.time < b.message.time;
    }));
    const auto started = exercise.all<ExerciseStarted>();
    REQUIRE(started.size() == 1);
    const auto& body = std::get<ExerciseStarted>(started[0].body);
    CHECK(body.scenario == "proef");
    CHECK(body.scenario_digest == full().digest);
    CHECK(body.roles.size() == 2);
    CHECK(exercise.run().progress().ended);
}

TEST_CASE("a message says who spoke, when it was due, and nothing of the run but its source and its id") {
    Exercise exercise(full(), {.instant = true});
    exercise.play();
    const auto injects = exercise.all<InjectDelivered>();
    REQUIRE(injects.size() == 4); // 4 waits for a GRIP that nobody decides
    CHECK(injects[0].source == "scenario/proef/run-1");
    CHECK(injects[0].function == Function("responscel"));
    CHECK(injects[0].subject == "inject/1");
    CHECK(injects[0].time == exercise.at("T+00:10"));
    CHECK(injects[0].status == Mode::exercise);
    CHECK(std::get<InjectDelivered>(injects[0].body).run == RunId("run-1"));
    CHECK(exercise.all<NoteWritten>().back().person == PersonId("p-1"));
    const auto measured = exercise.all<MeasurementTaken>();
    REQUIRE(measured.size() == 15);
    CHECK(measured[0].time == exercise.at("T-01:00"));
    CHECK_FALSE(measured[0].function);
    CHECK(std::get<MeasurementTaken>(measured[7].body).quality == Quality::gat);
    REQUIRE(exercise.all<ForecastIssued>().size() == 1);
    CHECK(std::get<ForecastIssued>(exercise.all<ForecastIssued>()[0].body).points.size() == 2);
    std::set<std::string> ids;
    for (const Recorded& recorded : exercise.journal)
        ids.insert(recorded.message.id);
    CHECK(ids.size() == exercise.journal.size());
    for (const std::string& line : exercise.told())
        CHECK(codec::decode(line)); // the hub would take it
}

TEST_CASE("the same scenario says the same in the same order at any rate, in batches of any size") {
    holds("told is the reference", [] {
        Exercise exercise(full(), {.rate = any_of({0.5, 1.0, 20.0, 333.3, 1e5}), .instant = any_bool()});
        exercise.room = any_between<std::size_t>(1, 40);
        exercise.play();
        MUST(exercise.told() == reference());
    });
}

TEST_CASE("two runs differ in their run alone") {
    const Plan made = plan(full());
    for (const Entry& entry : made.entries) {
        Message one = message_of(made, entry, "run-1", entry.due),
                two = message_of(made, entry, "run-2", entry.due);
        CHECK(one.id != two.id);
        CHECK(one.source != two.source);
        const auto same = [](Message message) {
            message.id = message.source = "";
            std::visit(
                [](auto& body) {
                    if constexpr (requires { body.run; }) body.run = "";
                },
                message.body);
            return message;
        };
        CHECK(same(one) == same(two));
    }
}

TEST_CASE("until stops at a moment with the clock paused there, and a later player goes on") {
    for (const bool instant : {true, false}) {
        Exercise exercise(full(), {.rate = 20, .instant = instant, .until = minutes{25}});
        exercise.play();
        CHECK(exercise.delivered("1") == 1);
        CHECK(exercise.delivered("2") == 0);
        CHECK_FALSE(exercise.run().progress().ended);
        const auto clock = exercise.run().progress().clock;
        CHECK_FALSE(clock->running);
        CHECK(clock->at == exercise.at("T+00:25"));
        exercise.crash({.rate = 20});
        exercise.play();
        CHECK(exercise.told() == reference());
    }
}

TEST_CASE("from begins later, with all before it said at once") {
    Exercise exercise(full(), {.rate = 20, .from = minutes{25}});
    exercise.settle();
    CHECK(exercise.delivered("1") == 1);
    CHECK(exercise.delivered("2") == 0);
    CHECK(exercise.run().progress().clock->at == exercise.at("T+00:25"));
    exercise.play();
    CHECK(exercise.told() == reference());
}

TEST_CASE("who goes on with a run hears that another rate, or other players, do not count") {
    RunOptions first{.rate = 5};
    first.play = std::vector<Function>{Function("OvD-Bz")};
    Exercise exercise(full(), first);
    exercise.pass(seconds{20});
    RunOptions next{.rate = 200};
    next.play = std::vector<Function>{Function("responscel")};
    exercise.crash(next);
    CHECK(exercise.run().remarks() ==
          std::vector<std::string>{
              "the run goes on with who played it when it began (OvD-Bz): who is asked for now "
              "(responscel) does not count",
              "the run goes on at x5, as its clock was set: the rate 200 that is asked for now does not "
              "count"});
    exercise.crash(first);
    CHECK(exercise.run().remarks().empty());
    exercise.crash({});
    CHECK(exercise.run().remarks().empty());
}

} // namespace run_test
