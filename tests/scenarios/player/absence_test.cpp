// A player or a hub that was away, for a moment or for days: the run goes on where it was, nothing lost,
// nothing twice.
#include "tests/scenarios/player/team.hpp"
#include "tests/scenarios/player/two_hours.hpp"
#include "tests/support/property.hpp"

namespace absence_test {

using namespace regiekamer;
using namespace regiekamer::player;
using namespace regiekamer::player::two_hours;

TEST_CASE("a crash anywhere, however often, loses nothing and doubles nothing") {
    holds("told is the reference", [] {
        const RunOptions options{.rate = any_of({1.0, 20.0, 5000.0}), .instant = any_bool()};
        Exercise exercise(full(), options);
        play_through(exercise, any_between(0, 20), [&] { exercise.crash(options); });
        MUST(exercise.told() == reference());
    });
}

namespace {

/// What somebody says at a moment of the exercise.
struct Act {
    const char* at;
    Body body;
};

/// Plays it with people who say that; what the player says arrives late, and is lost, when it crashes
/// `crashes` times.
std::vector<std::string> with_people(const Scenario& scenario, const RunOptions& options,
                                     const std::vector<Act>& acts, int crashes) {
    Exercise exercise(scenario, options);
    const bool smooth = crashes == 0;
    std::deque<Message> wire;
    std::size_t said = 0;
    for (std::size_t turns = 0; !exercise.run().progress().finished && turns < 20'000; ++turns) {
        for (Message& message :
             exercise.run().step(exercise.hub, smooth ? 1'000 : any_between<std::size_t>(1, 9)))
            wire.push_back(std::move(message));
        int arrive = smooth ? 1'000 : any_between(turns % 3 == 0 ? 1 : 0, 9);
        for (; arrive > 0 && !wire.empty(); --arrive) {
            exercise.record(std::move(wire.front()));
            wire.pop_front();
        }
        if (crashes > 0 && !exercise.all<ExerciseStarted>().empty() && any_between(0, 9) == 0) {
            --crashes;
            wire.clear();
            exercise.crash(options);
            continue;
        }
        const auto clock = exercise.run().progress().clock;
        auto next = wire.empty() ? exercise.run().wake() : std::nullopt;
        const auto act = clock && clock->running && said < acts.size()
                             ? clock->when(exercise.at(acts[said].at))
                             : std::nullopt;
        if (act && next && *act <= *next) { // they speak also while something is on its way
            exercise.hub = std::max(exercise.hub, *act);
            exercise.says(acts[said].body, exercise.at(acts[said].at), "OvD-Bz",
                          ("act-" + std::to_string(said)).c_str());
            ++said;
        } else if (next) {
            exercise.hub = std::max(exercise.hub, *next);
        }
    }
    MUST(exercise.run().progress().finished);
    return exercise.told();
}

} // namespace

TEST_CASE("nor while people speak: conditions and answers are judged the same, once, through any crash") {
    const Scenario with_team = loaded(practice::team() + practice::response());
    const std::vector<Act> of_two_hours{
        {"T+00:12", NoteWritten{"n-1", {}, {}, "x", {}}},
        {"T+00:31", GripDecided{"i", 1, "r", {"OvD-Bz", {}}, full().start}},
        {"T+00:39:59", MessageWithdrawn{MessageId("act-1"), "desk/ovd", "vergist"}},
        {"T+00:41", GripDecided{"i", 1, "r", {"OvD-Bz", {}}, full().start}}};
    const std::vector<Act> of_a_team{{"T+00:05", ActionTakenOn{ActionId("hekken")}},
                                     {"T+00:20", NoteWritten{"n-1", IncidentId("i"), {}, "hekken?", {}}},
                                     {"T+00:22", NoteWritten{"n-2", IncidentId("i"), {}, "en nu?", {}}}};
    const auto two_hours = with_people(full(), {.rate = 20}, of_two_hours, 0);
    const auto team = with_people(with_team, practice::alone(), of_a_team, 0);
    holds("told is the reference", [&] {
        const RunOptions options{.rate = any_of({0.5, 7.0, 20.0, 120.0, 5000.0})};
        MUST(with_people(full(), options, of_two_hours, 0) == two_hours);
        MUST(with_people(full(), options, of_two_hours, any_between(1, 20)) == two_hours);
        MUST(with_people(with_team, practice::alone(options), of_a_team, any_between(0, 20)) == team);
    });
}

TEST_CASE("a player that comes back at once goes on with the clock that everybody sees") {
    Exercise exercise(full(), {.rate = 20});
    exercise.pass(seconds{61}); // T+00:20:20
    const std::size_t before = exercise.journal.size();
    exercise.hub += seconds{2};
    exercise.crash({.rate = 20});
    exercise.settle();
    CHECK(exercise.journal.size() == before); // no new clock, nothing said again
    CHECK(exercise.run().progress().clock->now(exercise.hub) >= exercise.at("T+00:20:40"));
}

TEST_CASE("a player that was stopped pauses the clock, and goes on from there") {
    Exercise exercise(full(), {.rate = 20});
    exercise.pass(seconds{61});
    const auto pause = exercise.run().pause(exercise.hub);
    REQUIRE(pause);
    exercise.record(*pause);
    exercise.hub += hours{10};
    exercise.crash({.rate = 5});
    exercise.settle();
    const auto clock = exercise.run().progress().clock;
    CHECK(clock->running);
    CHECK(clock->rate == 5);
    CHECK(clock->at >= exercise.at("T+00:20:19"));
    CHECK(clock->at <= exercise.at("T+00:20:20"));
    CHECK(exercise.delivered("2") == 0);
    exercise.play();
    CHECK(exercise.told() == reference());
}

TEST_CASE("a player that was away long goes on where it was: what was due meanwhile is not said at once") {
    Exercise exercise(full(), {.rate = 20});
    exercise.pass(seconds{61}); // T+00:20:20
    exercise.hub += minutes{10};
    exercise.crash({.rate = 20});
    exercise.settle();
    const auto clock = exercise.run().progress().clock;
    CHECK(clock->running);
    CHECK(clock->at == exercise.at("T+00:30")); // the first that nobody said
    CHECK(exercise.delivered("5") == 0);
    exercise.play();
    CHECK(exercise.told() == reference());

    Exercise acted(full(), {.rate = 20}); // people went on meanwhile, to T+01:20
    acted.pass(seconds{61});
    acted.hub += minutes{3};
    acted.says(ActionTakenOn{ActionId("a")}, acted.at("T+01:20"));
    acted.hub += minutes{10};
    acted.crash({.rate = 20});
    acted.settle();
    CHECK(acted.run().progress().clock->at == acted.at("T+01:20"));
    CHECK(acted.delivered("5") == 0);
}

TEST_CASE("what fell due while the player was away is judged, and is of, when it is told") {
    for (int crashes = 0; crashes < 6; ++crashes) {
        INFO(crashes);
        Exercise exercise(full(), {.rate = 20});
        exercise.pass(seconds{61});  // T+00:20:20
        exercise.hub += seconds{89}; // nobody plays; people go on, to T+00:50
        exercise.says(GripDecided{"i", 1, "r", {"OvD-Bz", {}}, exercise.at("T+00:50")},
                      exercise.at("T+00:50"));
        exercise.hub += minutes{10};
        exercise.crash({.rate = 20});
        for (int one = 0; one < crashes; ++one) { // and again, in the middle of what it tells late
            for (Message& message : exercise.run().step(exercise.hub, 1))
                exercise.record(std::move(message));
            exercise.crash({.rate = 20});
        }
        exercise.play();
        CHECK(exercise.delivered("3") == 0); // unless there is a GRIP: nobody is asked for what he did
        CHECK(exercise.delivered("2") == 1);
        CHECK(exercise.delivered("4") == 1); // if there is one
        CHECK(exercise.delivered("5") == 1);
        for (const Message& message : exercise.all<InjectDelivered>()) {
            const auto& nr = std::get<InjectDelivered>(message.body).inject.value;
            if (nr == "2" || nr == "4") CHECK(message.time == exercise.at("T+00:50"));
        }
    }
}

TEST_CASE(
    "a tijdsprong that nobody obeyed is obeyed by a player that comes back, and no clock goes back for it") {
    Exercise exercise(full(), {.rate = 1});
    exercise.pass(seconds{5});
    exercise.hub += minutes{1}; // the player is gone
    exercise.says(set(exercise.at("T+00:25"), 1, true), exercise.at("T+00:01"), "oefenleider");
    exercise.hub += minutes{1};
    exercise.crash({.rate = 1});
    exercise.settle();
    CHECK(exercise.run().progress().clock->now(exercise.hub) >= exercise.at("T+00:26"));
    REQUIRE(exercise.delivered("1") == 1); // what was jumped over is told, now
    CHECK(exercise.all<InjectDelivered>()[0].time >= exercise.at("T+00:26"));
    CHECK(exercise.delivered("2") == 0);
}

TEST_CASE("a player that sets the clock says nothing before the hub has told it that it is set") {
    Exercise exercise(full(), {.rate = 20});
    exercise.pass(seconds{61}); // T+00:20:20
    exercise.hub += minutes{10};
    exercise.crash({.rate = 20});
    auto setting = exercise.run().step(exercise.hub, exercise.room);
    REQUIRE(setting.size() == 1);
    CHECK(exercise.run().step(exercise.hub, exercise.room).empty()); // it is still on its way
    exercise.hub += milliseconds{50};
    exercise.record(std::move(setting[0]));
    exercise.settle();
    CHECK(exercise.delivered("5") == 0);
    exercise.play();
    CHECK(exercise.told() == reference());
}

TEST_CASE("a hub that was away takes no exercise time either") {
    Exercise exercise(full(), {.rate = 20});
    exercise.pass(seconds{61});
    exercise.hub += minutes{10};
    exercise.run().rejoin(exercise.hub);
    exercise.settle();
    CHECK(exercise.run().progress().clock->at == exercise.at("T+00:30"));
    CHECK(exercise.delivered("5") == 0);
}

TEST_CASE("a pause of the trainer outlives the player") {
    Exercise exercise(full(), {.rate = 20});
    exercise.pass(seconds{60});
    exercise.says(set(exercise.at("T+00:20"), 20, false), exercise.at("T+00:20"));
    CHECK_FALSE(exercise.run().pause(exercise.hub));
    exercise.crash({.rate = 20});
    exercise.pass(hours{1});
    CHECK_FALSE(exercise.run().progress().clock->running);
    CHECK(exercise.delivered("2") == 0);
}

TEST_CASE("when the hub stood still as well, the exercise goes on from the last message") {
    Exercise exercise(full(), {.rate = 20});
    exercise.pass(seconds{61}); // the last message is of T+00:20
    exercise.hub += hours{10};
    exercise.crash({.rate = 20, .hub_stood_still_from = Instant()});
    exercise.settle();
    const auto clock = exercise.run().progress().clock;
    CHECK(clock->running);
    CHECK(clock->now(exercise.hub) - exercise.at("T+00:20") < seconds{30});
}

TEST_CASE("nor does the time go back that a hub still stood after the last message") {
    Exercise exercise(full(), {.rate = 20});
    exercise.pass(seconds{61}); // the last message is of T+00:20
    exercise.hub += seconds{24};
    const Instant killed = exercise.hub; // T+00:28:20, and nobody said anything
    exercise.hub += hours{10};
    exercise.crash({.rate = 20, .hub_stood_still_from = killed});
    exercise.settle();
    const auto clock = exercise.run().progress().clock;
    CHECK(clock->running);
    CHECK(clock->at >= exercise.at("T+00:28:19"));
    CHECK(clock->at <= exercise.at("T+00:28:30"));
    exercise.play();
    CHECK(exercise.told() == reference());
}

TEST_CASE("a branch waits at its moment, and then plays on as the parent might have") {
    Exercise exercise(full(), {.rate = 20});
    exercise.pass(seconds{61}); // T+00:20
    while (exercise.journal.back().message.time > exercise.at("T+00:15"))
        exercise.journal.pop_back(); // the parent went on for days
    exercise.hub += hours{40};
    Message branched;
    branched.id = "tak";
    branched.source = "scenario/proef/run-1";
    branched.time = exercise.at("T+00:15");
    branched.status = Mode::exercise;
    branched.body = ExerciseBranched{"run-1", "parent", SequenceNumber{9}};
    exercise.journal.push_back({exercise.journal.size() + 1, exercise.hub, "test", branched});
    exercise.crash({.rate = 20, .hub_stood_still_from = Instant()});
    exercise.pass(hours{1});
    CHECK(exercise.run().progress().clock->now(exercise.hub) == exercise.at("T+00:15"));
    CHECK(exercise.delivered("5") == 0);
    exercise.says(set(exercise.at("T+00:15"), 20, true), exercise.at("T+00:15"));
    exercise.play();
    CHECK(exercise.told().size() == reference().size() + 1); // and the branching itself
}

TEST_CASE("a branch that is played from the command line goes on by itself") {
    Exercise exercise(full(), {.rate = 20});
    exercise.pass(seconds{61});
    Message branched;
    branched.id = "tak";
    branched.source = "scenario/proef/run-1";
    branched.time = exercise.at("T+00:20");
    branched.status = Mode::exercise;
    branched.body = ExerciseBranched{"run-1", "parent", SequenceNumber{9}};
    exercise.hub += hours{40};
    exercise.record(branched);
    exercise.crash({.rate = 40, .go_on = true});
    exercise.settle();
    CHECK(exercise.run().progress().clock->running);
    CHECK(exercise.run().progress().clock->at == exercise.at("T+00:20"));
    exercise.play();
    CHECK(exercise.delivered("5") == 1);
}

TEST_CASE("from before what was told goes on from there, and says so") {
    Exercise exercise(full(), {.rate = 20});
    exercise.pass(seconds{61});
    exercise.crash({.instant = true, .from = minutes{5}});
    CHECK(exercise.run().remarks().size() == 1);
    exercise.crash({.rate = 20, .from = minutes{5}});
    const auto remarks = exercise.run().remarks();
    REQUIRE(remarks.size() == 1);
    CHECK_THAT(remarks[0], ContainsSubstring("T+00:05 has been told: the run goes on from T+00:20"));
    exercise.play();
    CHECK(exercise.told() == reference());
}

TEST_CASE("a run is for a new journal or its own") {
    Exercise exercise(full(), {.instant = true});
    const Plan& made = exercise.made();
    CHECK(beginning(made, "r", exercise.journal)->fresh);
    exercise.says(DeskJoined{"desk", {}}, exercise.at("T+00:00"));
    CHECK(beginning(made, "", exercise.journal)->fresh);
    CHECK(beginning(made, "", exercise.journal)->run != beginning(made, "", exercise.journal)->run);
    exercise.play();
    const auto again = beginning(made, "", exercise.journal);
    CHECK(again->run == "run-1");
    CHECK_FALSE(again->fresh);
    CHECK(sentence(beginning(made, "run-2", exercise.journal).error()) ==
          "journal: run run-1, expected run run-2, or a new journal");
    Plan other = made;
    other.digest = "x";
    CHECK(beginning(other, "", exercise.journal).error().where == "scenario");
    other.name = "brand";
    CHECK_THAT(beginning(other, "", exercise.journal).error().found,
               ContainsSubstring("messages of scenario/proef/run-1"));
    Exercise foreign(full());
    foreign.says(NoteWritten{"n", {}, {}, "x", {}}, foreign.at("T+00:00"));
    CHECK_THAT(beginning(made, "", foreign.journal).error().found, ContainsSubstring("desk/ovd"));
}

} // namespace absence_test
