// A run as a machine: the same at any rate, through any crash, obeying the clock and the trainer.
#include "tests/scenarios/player/exercise.hpp"
#include "tests/support/property.hpp"

#include <algorithm>

namespace run_test {

using namespace regiekamer;
using namespace regiekamer::player;

namespace {

std::string inject(const char* nr, const char* at, const std::string& more = "") {
    return std::string("[[inject]]\nnr = \"") + nr + "\"\nat = \"" + at +
           "\"\nfrom = \"responscel\"\nto = \"OvD-Bz\"\nmedium = \"app\"\ntext = \"t\"\n" + more;
}
std::string note(const char* at, const std::string& more = "") {
    return std::string("[[message]]\nat = \"") + at +
           "\"\nfrom = \"responscel\"\ntype = \"note.written\"\ndata = { text = \"x\" }\n" + more;
}

/// Prelude, a gauge, injects with conditions; two hours.
const Scenario& full() {
    static const Scenario scenario =
        loaded(head + note("T-03:00") + note("T+00:00") + inject("1", "T+00:10") +
               inject("2", "T+00:30", "if = \"note\"\n") + inject("3", "T+00:30", "unless = \"grip\"\n") +
               inject("4", "T+00:40", "if = \"grip\"\n") + note("T+00:20", "person = \"p-1\"\n") +
               inject("5", "T+02:00") + R"([[series]]
station = "Dordrecht"
quantity = "waterstand"
unit = "cm NAP"
every = "10m"
from = "T-01:00"
values = [1, 2, 3, 4, 5, 6, 7, nan, 9, 10, 11, 12, 13, 14, 15]
[[forecast]]
station = "Dordrecht"
quantity = "waterstand"
unit = "cm NAP"
issued = "T+00:10"
every = "10m"
from = "T+00:20"
values = [1, 2]
[[expect]]
id = "note"
type = "note.written"
by = "responscel"
after = "1"
[[expect]]
id = "grip"
type = "grip.decided"
)");
    return scenario;
}

const std::vector<std::string>& reference() {
    static const auto lines = [] {
        Exercise exercise(full(), {.instant = true});
        exercise.play();
        return exercise.told();
    }();
    return lines;
}

ExerciseClockSet set(Instant at, double rate, bool running) {
    return {"run-1", at, Rate{rate}, running};
}

} // namespace

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

TEST_CASE("a tijdsprong takes nobody's time: a condition waits for the deadline that it moved") {
    const auto scenario =
        loaded(head + inject("1", "T+00:05") + inject("2", "T+00:30", "unless = \"belt\"\n") +
               inject("3", "T+00:30", "if = \"belt\"\n") + inject("4", "T+01:00") + inject("5", "T+02:00") +
               R"([[expect]]
id = "belt"
type = "grip.decided"
by = "OvD-Bz"
after = "1"
within = "20m"
)");
    for (const bool in_time : {true, false}) {
        Exercise exercise(scenario, {.rate = 60});
        exercise.pass(seconds(17));
        exercise.says(set(exercise.at("T+00:35"), 60, true), exercise.at("T+00:17"), "oefenleider");
        exercise.pass(seconds(1));
        CHECK(exercise.delivered("2") == 0); // twelve minutes of the twenty were played
        exercise.says(GripDecided{}, exercise.at(in_time ? "T+00:36" : "T+00:44"));
        exercise.crash({.rate = 60});
        exercise.pass(seconds(6));
        CHECK(exercise.delivered("2") + exercise.delivered("3") == 0);
        exercise.pass(seconds(2));
        CHECK(exercise.delivered("2") == (in_time ? 0U : 1U));
        CHECK(exercise.delivered("3") == (in_time ? 1U : 0U));
    }
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

TEST_CASE("a crash anywhere, however often, loses nothing and doubles nothing") {
    holds("told is the reference", [] {
        const RunOptions options{.rate = any_of({1.0, 20.0, 5000.0}), .instant = any_bool()};
        Exercise exercise(full(), options);
        std::deque<Message> wire; // said, not yet in the journal: lost in a crash
        int crashes = any_between(0, 20);
        for (std::size_t turns = 0; !exercise.run().progress().finished && turns < 5'000; ++turns) {
            for (Message& message : exercise.run().step(exercise.hub, any_between<std::size_t>(1, 9)))
                wire.push_back(std::move(message));
            for (int arrive = any_between(turns % 3 == 0 ? 1 : 0, 9); arrive > 0 && !wire.empty(); --arrive) {
                exercise.record(std::move(wire.front()));
                wire.pop_front();
            }
            if (crashes > 0 && any_between(0, 4) == 0) {
                --crashes;
                wire.clear();
                exercise.crash(options);
            }
            if (const auto next = exercise.run().wake()) exercise.hub = std::max(exercise.hub, *next);
        }
        MUST(exercise.run().progress().finished);
        MUST(exercise.told() == reference());
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
    exercise.crash({.rate = 20, .hub_stood_still = true});
    exercise.settle();
    const auto clock = exercise.run().progress().clock;
    CHECK(clock->running);
    CHECK(clock->now(exercise.hub) - exercise.at("T+00:20") < seconds{30});
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
    exercise.crash({.rate = 20, .hub_stood_still = true});
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

TEST_CASE("a condition is judged when the item is due, by what was said until then") {
    Exercise exercise(full(), {.rate = 20});
    exercise.pass(seconds{30});
    const GripDecided grip{"i", 1, "r", {"OvD-Bz", {}}, exercise.at("T+00:15")};
    exercise.says(grip, exercise.at("T+00:15"));
    exercise.play();
    CHECK(exercise.delivered("3") == 0); // unless
    CHECK(exercise.delivered("4") == 1); // if

    Exercise late(full(), {.rate = 20});
    late.pass(seconds{125}); // T+00:41
    late.says(grip, late.at("T+00:41"));
    late.play();
    CHECK(late.delivered("3") == 1);
    CHECK(late.delivered("4") == 0);
}

TEST_CASE("what a condition kept back stays so: a player that comes back judges by what was heard then") {
    // 4 asks for a GRIP at 40; nothing else is due until 120
    for (const bool crash : {false, true}) {
        Exercise exercise(full(), {.rate = 20});
        exercise.pass(seconds{125}); // T+00:41:40
        CHECK(exercise.delivered("4") == 0);
        exercise.says(GripDecided{"i", 1, "r", {"OvD-Bz", {}}, exercise.at("T+00:41")},
                      exercise.at("T+00:39"));
        if (crash) exercise.crash({.rate = 20});
        exercise.play();
        CHECK(exercise.delivered("4") == 0);
    }
    // one that held when it was due is said, also when it was taken back before the player came back
    Exercise exercise(full(), {.rate = 20});
    exercise.pass(seconds{100});
    exercise.says(GripDecided{"i", 1, "r", {"OvD-Bz", {}}, exercise.at("T+00:33")}, exercise.at("T+00:33"));
    const Message decided = exercise.journal.back().message;
    exercise.hub += seconds{21}; // nobody plays at 40
    exercise.says(MessageWithdrawn{MessageId(decided.id), decided.source, "vergist"},
                  exercise.at("T+00:40:20"));
    exercise.crash({.rate = 20});
    exercise.play();
    CHECK(exercise.delivered("4") == 1);
}

TEST_CASE("a condition whose inject was moved behind the end waits as well for a deadline that moved") {
    const auto scenario =
        loaded(head + inject("1", "T+00:05") + inject("2", "T+00:30", "unless = \"belt\"\n") +
               inject("3", "T+02:00") + R"([[expect]]
id = "belt"
type = "grip.decided"
by = "OvD-Bz"
after = "3"
within = "20m"
)");
    for (const bool in_time : {true, false}) {
        Exercise exercise(scenario, {.rate = 60});
        exercise.pass(seconds{6});
        exercise.says(InjectMoved{"run-1", "2", exercise.at("T+02:25")}, exercise.at("T+00:06"),
                      "oefenleider");
        exercise.says(InjectMoved{"run-1", "3", exercise.at("T+02:01")}, exercise.at("T+00:06"),
                      "oefenleider");
        exercise.pass(seconds{119}); // T+02:05
        CHECK(exercise.delivered("3") == 1);
        exercise.says(set(exercise.at("T+02:20"), 60, true), exercise.at("T+02:05"), "oefenleider");
        exercise.pass(seconds{6}); // T+02:26: 11 of the 20 minutes were played
        CHECK(exercise.delivered("2") == 0);
        CHECK_FALSE(exercise.run().progress().finished);
        if (in_time) exercise.says(GripDecided{}, exercise.at("T+02:27"));
        exercise.crash({.rate = 60});
        exercise.play();
        CHECK(exercise.delivered("2") == (in_time ? 0U : 1U));
    }
}

TEST_CASE("a jump moves a condition once, however far its deadline lies") {
    const auto scenario =
        loaded(head + inject("1", "T+00:05") + inject("2", "T+00:30", "unless = \"belt\"\n") +
               inject("3", "T+04:00") + R"([[expect]]
id = "belt"
type = "grip.decided"
by = "OvD-Bz"
after = "1"
within = "2h"
)");
    Exercise exercise(scenario, {.rate = 60});
    exercise.pass(seconds{15});
    exercise.says(set(exercise.at("T+00:25"), 60, true), exercise.at("T+00:15"), "oefenleider");
    exercise.play();
    for (const Message& message : exercise.all<InjectDelivered>())
        if (std::get<InjectDelivered>(message.body).inject == InjectNr("2"))
            CHECK(message.time < exercise.at("T+00:41"));
    CHECK(exercise.delivered("2") == 1);
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

} // namespace run_test
