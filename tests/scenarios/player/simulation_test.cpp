// The roles that nobody plays come and answer: in time, by the seed, once, through a crash, and never a
// person's role.
#include "tests/scenarios/player/team.hpp"
#include "tests/support/property.hpp"

#include <algorithm>

namespace simulation_test {

using namespace regiekamer;
using namespace regiekamer::player;
using namespace regiekamer::player::practice;

TEST_CASE("who is alerted and not played confirms, leaves and arrives; whoever plays is left to himself") {
    Exercise exercise(loaded(team()), {.rate = 20});
    exercise.play();
    std::map<std::string, std::vector<AttendanceState>> states;
    for (const Message& message : exercise.all<AttendanceReported>()) {
        const auto& told = std::get<AttendanceReported>(message.body);
        states[told.function.value].push_back(told.state);
        CHECK(message.person == PersonId("simulatie"));
        CHECK(message.function == told.function);
        CHECK(message.cause);
        CHECK(message.time > exercise.at("T+00:01"));
        CHECK(message.time < exercise.at("T+00:47")); // late is at most half as much again
    }
    using enum AttendanceState;
    CHECK(states == std::map<std::string, std::vector<AttendanceState>>{
                        {"leider CoPI", {bevestigd, onderweg, aanwezig}}});
}

TEST_CASE("with --play all other roles are simulated, by the name that the scenario gives them") {
    Exercise exercise(loaded(team()), alone());
    exercise.play();
    std::set<std::string> who, functions;
    for (const Message& message : exercise.all<AttendanceReported>()) {
        who.insert(std::get<AttendanceReported>(message.body).person.value);
        functions.insert(message.function->value);
    }
    CHECK(who == std::set<std::string>{"J. Postma", "simulatie"});
    CHECK(functions == std::set<std::string>{"HTO Publieke zorg", "leider CoPI"});
    const auto started = exercise.all<ExerciseStarted>();
    REQUIRE(started.size() == 1);
    for (const ExerciseRole& role : std::get<ExerciseStarted>(started[0].body).roles)
        CHECK(role.played == (role.function.value == "OvD-Bz"));
}

TEST_CASE("a role that somebody has at a desk is not simulated while he is there") {
    Exercise exercise(loaded(team()), alone());
    exercise.settle();
    exercise.says(DeskJoined{"desk-2", {}}, exercise.at("T+00:00"), "leider CoPI");
    exercise.play();
    CHECK(std::none_of(exercise.journal.begin(), exercise.journal.end(), [](const Recorded& recorded) {
        return recorded.message.function == Function("leider CoPI") &&
               recorded.message.source.starts_with("scenario/");
    }));
}

TEST_CASE("what the scenario itself tells of a role is not simulated beside it") {
    const std::string told = R"([[message]]
at = "T+00:20"
from = "leider CoPI"
type = "attendance.reported"
data = { incident = "i", function = "leider CoPI", person = "x", state = "aanwezig" }
[[message]]
at = "T+00:30"
from = "wijkbeheer"
type = "action.finished"
data = { action = "hekken" }
)";
    Exercise exercise(loaded(team() + told), {.rate = 20});
    exercise.play();
    CHECK(simulated(exercise).empty());
}

TEST_CASE("where the scenario stops telling of somebody's coming, he goes on from there") {
    const auto told = [](const char* at, const char* state, const std::string& more = "") {
        return std::string("[[message]]\nat = \"") + at +
               "\"\nfrom = \"leider CoPI\"\ntype = \"attendance.reported\"\ndata = { incident = \"i\", "
               "function = \"leider CoPI\", person = \"x\", state = \"" +
               state + "\"" + more + " }\n";
    };
    const auto states = [](const std::string& text) {
        std::vector<std::pair<AttendanceState, Instant>> all;
        Exercise exercise(loaded(text), {.rate = 20});
        exercise.play();
        for (const Message& message : exercise.all<AttendanceReported>()) {
            const auto& body = std::get<AttendanceReported>(message.body);
            CHECK(body.person == PersonId("x"));
            all.emplace_back(body.state, message.time);
        }
        return all;
    };
    using enum AttendanceState;
    const Instant start = loaded(team()).start;
    for (int seed = 1; seed <= 12; ++seed) {
        const auto comes = states(team(seed) + told("T+00:20", "bevestigd"));
        REQUIRE(comes.size() == 3);
        CHECK(comes[1].first == onderweg);
        CHECK(comes[2].first == aanwezig);
        CHECK(comes[1].second > start + minutes{20});
        CHECK(comes[2].second < start + minutes{40}); // eleven minutes are left of the norm
        const auto promised = states(team(seed) + told("T+00:20", "onderweg", ", eta = \"T+01:20\""));
        REQUIRE(promised.size() == 2);
        CHECK(promised[1].second > start + minutes{75});
    }
    CHECK(states(team() + told("T+00:20", "bevestigd") + told("T+00:30", "afgemeld")).size() == 2);
    CHECK(states(team() + told("T+00:20", "bevestigd") + told("T+00:30", "aanwezig")).size() == 2);
}

TEST_CASE("whose coming a person writes down comes all the same") {
    Exercise exercise(loaded(team()), {.rate = 20});
    exercise.pass(seconds{5}); // T+00:01:40
    const auto tells = [&](AttendanceState state, const char* at) {
        exercise.says(
            AttendanceReported{IncidentId("i"), Function("leider CoPI"), PersonId("x"), state, {}, {}},
            exercise.at(at));
    };
    tells(AttendanceState::bevestigd, "T+00:01:40");
    exercise.play();
    using enum AttendanceState;
    std::vector<AttendanceState> states;
    for (const Message& message : simulated(exercise))
        if (const auto* body = std::get_if<AttendanceReported>(&message.body)) states.push_back(body->state);
    CHECK(states == std::vector{onderweg, aanwezig});

    Exercise there(loaded(team()), {.rate = 20});
    there.pass(seconds{5});
    there.says(AttendanceReported{IncidentId("i"), Function("leider CoPI"), PersonId("x"), aanwezig, {}, {}},
               there.at("T+00:01:40"));
    there.play();
    CHECK(there.all<AttendanceReported>().size() == 1);
}

TEST_CASE(
    "who misses a call is called again by who called, and comes; a person who called sees to it himself") {
    const std::string call = R"([[message]]
at = "T+00:01"
from = "responscel"
type = "person.alerted"
data = { alert = "a", incident = "i", function = "leider CoPI", person = "p", medium = "pager", attempt = 1 }
)";
    std::size_t missed = 0, twice = 0;
    for (int seed = 1; seed <= 150; ++seed) {
        Exercise exercise(loaded(team(seed) + call), {.instant = true});
        exercise.play();
        const auto calls = exercise.all<PersonAlerted>();
        REQUIRE_FALSE(calls.empty());
        missed += calls.size() > 1 ? 1 : 0;
        twice += calls.size() > 2 ? 1 : 0;
        REQUIRE(calls.size() <= 3);
        for (std::size_t i = 1; i < calls.size(); ++i) {
            const auto& again = std::get<PersonAlerted>(calls[i].body);
            CHECK(again.attempt.value == static_cast<std::int64_t>(i + 1));
            CHECK(again.medium == Medium::telefoon);
            CHECK(calls[i].function == Function("responscel"));
            CHECK(calls[i].person == PersonId("simulatie"));
            CHECK(calls[i].time == exercise.at(i == 1 ? "T+00:03" : "T+00:06"));
        }
        const auto told = exercise.all<AttendanceReported>();
        REQUIRE(told.size() == 3);
        CHECK(std::get<AttendanceReported>(told[2].body).state == AttendanceState::aanwezig);
        CHECK(told[0].time > calls.back().time);
        if (calls.size() == 1) continue;
        Exercise led(loaded(team(seed) + call), {.rate = 20});
        led.settle();
        led.says(DeskJoined{"desk-2", {}}, led.at("T+00:00"), "responscel");
        led.pass(minutes{1});
        CHECK(led.all<PersonAlerted>().size() == 1);
        led.says(PersonAlerted{"a", "i", "leider CoPI", "p", Medium::telefoon, Count{3}}, led.at("T+00:20"));
        led.play();
        CHECK(led.all<AttendanceReported>().size() == 3);
    }
    CHECK(missed >= 6);
    CHECK(twice >= 1);
}

TEST_CASE("a simulated OvD-Bz writes down, or dismisses with a reason, what a page proposes") {
    const auto page = [](const char* at, const std::string& text, const std::string& more) {
        return std::string("[[message]]\nat = \"") + at +
               "\"\nfrom = \"responscel\"\ntype = \"page.received\"\ndata = { capcodes = [\"1420059\"], text "
               "= \"" +
               text + "\", at = \"" + at + "\", test = false, raw = \"x\", " + more + " }\n";
    };
    const std::string opened = R"([[message]]
at = "T+00:05"
from = "responscel"
type = "incident.opened"
data = { incident = "i", title = "Brand", kind = "brand", municipality = "Alblasserdam", place = "Dam", started = "T+00:04" }
)";
    const std::string decided = R"([[message]]
at = "T+00:31"
from = "leider CoPI"
type = "grip.decided"
data = { incident = "i", level = 1, reason = "r", decided_by = { function = "leider CoPI" }, effective_from = "T+00:31" }
)";
    const std::string pages = page("T-00:02", "graag contact OVD-BZ", "ours = true") +
                              page("T+00:20", "P 1 (OVD-BZ) Brand", "ours = true") +
                              page("T+00:30", "P 1 GRIP 1 Brand", "ours = true, grip = 1") +
                              page("T+00:50", "P 1 GRIP 2 Brand", "ours = true, grip = 2") +
                              page("T+00:55", "P 1 Elders", "ours = false") +
                              page("T+00:56", "P 1 Brand elders", "ours = true");
    RunOptions nobody{.rate = 20};
    nobody.play = std::vector<Function>{};
    std::vector<std::string> reference;
    for (const bool crash : {false, true}) {
        Exercise exercise(loaded(team() + opened + decided + pages), nobody);
        exercise.pass(minutes{2});
        if (crash) exercise.crash(nobody);
        exercise.play();
        std::vector<std::string> reasons;
        for (const Message& message : exercise.all<ProposalDismissed>()) {
            CHECK(message.function == Function("OvD-Bz"));
            CHECK(message.person == PersonId("simulatie"));
            reasons.push_back(std::get<ProposalDismissed>(message.body).reason);
        }
        CHECK(reasons == std::vector<std::string>{
                             "Met de meldkamer gebeld: geen incident voor bevolkingszorg",
                             "Hoort bij het incident dat al loopt", "GRIP 1 staat al in het beeld"});
        const auto grip = exercise.all<GripDecided>();
        REQUIRE(grip.size() == 2);
        const auto& written = std::get<GripDecided>(grip[1].body);
        CHECK(written.level == GripLevel(2));
        CHECK(written.incident == IncidentId("i"));
        CHECK(written.decided_by.function == Function("leider CoPI"));
        CHECK(grip[1].cause);
        CHECK(grip[1].time <= exercise.at("T+00:58"));
        if (!crash) reference = exercise.told();
        CHECK(exercise.told() == reference);
    }
    Exercise played(loaded(team() + opened + decided + pages), {.rate = 20}); // an OvD-Bz plays
    played.play();
    CHECK(played.all<ProposalDismissed>().empty());
}

TEST_CASE("NO PLAY and a pause hold the simulated roles too") {
    Exercise exercise(loaded(team()), {.rate = 20});
    exercise.pass(seconds{4});
    exercise.says(ExerciseHalted{"run-1", "echt letsel"}, exercise.at("T+00:01:20"));
    exercise.pass(hours{1});
    CHECK(simulated(exercise).empty());
    exercise.says(ExerciseClockSet{"run-1", exercise.at("T+00:01:20"), Rate{20}, true},
                  exercise.at("T+00:01:20"));
    exercise.play();
    CHECK_FALSE(simulated(exercise).empty());
}

TEST_CASE("simulated roles say the same at any rate, in batches of any size, through any crash") {
    const Scenario scenario = loaded(team() + response());
    const auto played = [&](RunOptions options, std::size_t room) {
        Exercise exercise(scenario, alone(std::move(options)));
        exercise.room = room;
        exercise.settle();
        exercise.play();
        return exercise.told();
    };
    const auto reference = played({.instant = true}, 1'000);
    CHECK(reference.size() > 8);
    holds("told is the reference", [&] {
        const RunOptions options{.rate = any_of({1.0, 20.0, 5000.0}), .instant = any_bool()};
        MUST(played(options, any_between<std::size_t>(1, 40)) == reference);
        Exercise exercise(scenario, alone(options));
        play_through(exercise, any_between(0, 20), [&] {
            exercise.crash(options); // without --play: the run goes on with the roles it began with
            // before exercise.started is said, the player must be told again
            if (exercise.all<ExerciseStarted>().empty()) exercise.crash(alone(options));
        });
        MUST(exercise.told() == reference);
    });
}

TEST_CASE("who is to play must be a role of the scenario") {
    const Plan made = plan(loaded(team()));
    CHECK(check_play(made, std::nullopt).where.empty());
    CHECK(check_play(made, std::vector<Function>{Function("OvD-Bz")}).where.empty());
    CHECK(sentence(check_play(made, std::vector<Function>{Function("OvD-Bs")})) ==
          "play: OvD-Bs, expected the function of a role of this scenario, such as OvD-Bz");
}

} // namespace simulation_test
