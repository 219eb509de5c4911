// What a scenario lets a role answer: once, in time or by the seed too late, wrong or not at all.
#include "scenarios/player/check.hpp"
#include "tests/scenarios/player/team.hpp"

namespace response_test {

using namespace regiekamer;
using namespace regiekamer::player;
using namespace regiekamer::player::practice;

TEST_CASE("who is late is later than what was expected of him; who is silent is seen as missing it") {
    const std::string asked = R"([[expect]]
id = "snel"
type = "note.written"
where = { text = "goed" }
by = "wijkbeheer"
after = "1"
within = "45m"
)";
    const auto with = [&](const std::string& mistakes) {
        return asked + response("after = \"1\"\n" + mistakes, R"({ text = "goed" })");
    };
    for (int seed = 1; seed <= 12; ++seed) {
        const Scenario late = loaded(team(seed) + with("late = 100\n"));
        Exercise exercise(late, {.instant = true});
        exercise.play();
        REQUIRE(exercise.all<NoteWritten>().size() == 1);
        CHECK(exercise.all<NoteWritten>()[0].time >= exercise.at("T+00:57")); // asked at 10, 45 minutes
        Evidence evidence(late.expectations, late.start);
        for (const Recorded& recorded : exercise.journal)
            evidence.observe(recorded);
        CHECK(evidence.outcome("snel").late);

        // a tijdsprong moves the deadline, and him with it
        Exercise jumped(late, {.rate = 60});
        jumped.pass(seconds{30});
        jumped.says(ExerciseClockSet{"run-1", jumped.at("T+00:50"), Rate{60}, true}, jumped.at("T+00:30"));
        jumped.pass(seconds{1});
        jumped.crash({.rate = 60});
        jumped.play();
        REQUIRE(jumped.all<NoteWritten>().size() == 1);
        CHECK(jumped.all<NoteWritten>()[0].time >= jumped.at("T+01:16:50"));
    }
    const Scenario silent = loaded(team() + with("silent = 100\n"));
    Exercise exercise(silent, {.instant = true});
    exercise.play();
    Evidence evidence(silent.expectations, silent.start);
    for (const Recorded& recorded : exercise.journal)
        evidence.observe(recorded);
    const Outcome outcome = evidence.outcome("snel");
    CHECK(outcome.deadline == exercise.at("T+00:55"));
    CHECK_FALSE(outcome.met);
    CHECK_FALSE(outcome.late);
}

TEST_CASE("an answer that was kept back stays so, also for a player that comes back") {
    for (const bool crash : {false, true}) {
        Exercise exercise(loaded(team() + response("after = \"1\"\n", R"({ text = "x" })")), {.rate = 20});
        exercise.pass(seconds{25});
        exercise.says(DeskJoined{"desk-2", {}}, exercise.at("T+00:08"), "wijkbeheer");
        exercise.pass(seconds{60}); // he would have answered by now
        exercise.says(DeskLeft{"desk-2", {}}, exercise.at("T+00:28"), "wijkbeheer");
        if (crash) exercise.crash({.rate = 20});
        exercise.play();
        CHECK(exercise.all<NoteWritten>().empty());
    }
}

TEST_CASE("a response answers what is said with its members, once each, and never itself") {
    // on any note at all: its own are notes too
    Exercise exercise(loaded(team() + response("on = \"note.written\"\n")), {.rate = 20});
    exercise.pass(seconds{60});
    ask(exercise, "T+00:20");
    exercise.play();
    const auto notes = exercise.all<NoteWritten>();
    REQUIRE(notes.size() == 2);
    const auto& body = std::get<NoteWritten>(notes[1].body);
    CHECK(body.text == "Gelezen: hekken?");
    CHECK(body.incident == IncidentId("i"));
    CHECK_FALSE(body.note.value.empty());
    CHECK(notes[1].function == Function("wijkbeheer"));
    CHECK(notes[1].person == PersonId("simulatie"));
    CHECK(notes[1].cause == MessageId(notes[0].id));
    CHECK(notes[1].time >= exercise.at("T+00:22"));
    CHECK(notes[1].time <= exercise.at("T+00:26"));
}

TEST_CASE("a response to an inject waits for it and is kept back when a person did it first") {
    const std::string text =
        team() + response("after = \"1\"\nunless = \"zelf\"\n", R"({ text = "{from}" })");
    Exercise exercise(loaded(text), {.rate = 20});
    exercise.play();
    REQUIRE(exercise.all<NoteWritten>().size() == 1);
    CHECK(std::get<NoteWritten>(exercise.all<NoteWritten>()[0].body).text == "responscel");

    Exercise first(loaded(text), {.rate = 20});
    first.pass(seconds{31}); // T+00:10:20
    first.says(SituationWritten{"s", "i", "Incident", "x", {}, {}, {}}, first.at("T+00:10:20"));
    first.play();
    CHECK(first.all<NoteWritten>().empty());

    Exercise skipped(loaded(text), {.rate = 20});
    skipped.pass(seconds{5});
    skipped.says(InjectSkipped{"run-1", "1", {}}, skipped.at("T+00:01"));
    skipped.play();
    CHECK(skipped.all<NoteWritten>().empty());
}

TEST_CASE("mistakes go by the seed: silent, late, said wrongly") {
    const std::string text =
        response("after = \"1\"\nsilent = 25\nlate = 25\nwrong = 25\nwrong_data = { text = \"fout\" }\n",
                 R"({ text = "goed" })");
    std::set<std::string> ways;
    for (int seed = 1; seed <= 30; ++seed) {
        Exercise exercise(loaded(team(seed) + text), {.instant = true});
        exercise.play();
        const auto notes = exercise.all<NoteWritten>();
        if (notes.empty())
            ways.insert("silent");
        else if (notes[0].time > exercise.at("T+00:16"))
            ways.insert("late");
        else
            ways.insert(std::get<NoteWritten>(notes[0].body).text);
        Exercise again(loaded(team(seed) + text), {.rate = 333});
        again.play();
        CHECK(again.told() == exercise.told());
    }
    CHECK(ways == std::set<std::string>{"silent", "late", "goed", "fout"});
}

TEST_CASE("a cause that is taken back is not answered") {
    Exercise exercise(loaded(team() + response()), {.rate = 20});
    exercise.pass(seconds{60});
    ask(exercise, "T+00:20");
    const Message asked = exercise.journal.back().message;
    exercise.says(MessageWithdrawn{MessageId(asked.id), asked.source, "vergist"}, exercise.at("T+00:21"));
    exercise.play();
    CHECK(exercise.all<NoteWritten>().size() == 1);
}

TEST_CASE("an answer to a person survives a crash before it is due") {
    std::vector<std::string> reference;
    for (const bool crash : {false, true}) {
        Exercise exercise(loaded(team() + response()), {.rate = 20});
        exercise.pass(seconds{60});
        ask(exercise, "T+00:20");
        if (crash) exercise.crash({.rate = 20});
        exercise.play();
        CHECK(exercise.all<NoteWritten>().size() == 2);
        if (!crash) reference = exercise.told();
        CHECK(exercise.told() == reference);
        exercise.crash({.rate = 20});
        exercise.settle();
        CHECK(exercise.all<NoteWritten>().size() == 2);
    }
}

TEST_CASE("a response that is wrong is complained of with its place") {
    struct Case {
        std::string text, sentence;
    };
    const std::string good = "on = \"note.written\"\n";
    const std::vector<Case> cases{
        {response(good, R"({ text = "{tekst}" })"),
         R"(found "{tekst}", expected a member of note.written, which is answered; did you mean "text"?)"},
        {response(good, R"({ tekst = "x" })"), R"(did you mean "text"?)"},
        {response(good, R"({ text = "{important}" })"), "expected text"},
        {response("after = \"9\"\n"), R"(found "9", expected an inject's nr)"},
        {response(good + "after = \"1\"\n"), "found after and on together"},
        {response(""), "found neither after nor on"},
        {response("on = \"note.writen\"\n"), R"(did you mean "note.written"?)"},
        {response(good + "silent = 101\n"), "found 101, expected a chance of 0 to 100 percent"},
        {response(good + "silent = 60\nlate = 60\n"), "found 120 percent in all"},
        {response(good + "wrong = 5\n"), "found wrong without wrong_data"},
        {response(good + "said_by = \"wijkbeheer\"\n"), "found an answer to itself"},
        {response(good + "where = { tekst = \"x\" }\n"), R"(did you mean "text"?)"},
        {response(good + "unless = \"zelv\"\n"), R"(did you mean "zelf"?)"},
    };
    for (const Case& one : cases) {
        INFO(one.text);
        CHECK_THAT(complaints(team() + one.text), ContainsSubstring(one.sentence));
        CHECK_THAT(complaints(team() + one.text), ContainsSubstring("map/proef.toml:"));
    }
    std::string backwards = response(good);
    backwards.replace(backwards.find("[\"2m\", \"6m\"]"), 12, "[\"6m\", \"2m\"]");
    CHECK_THAT(complaints(team() + backwards), ContainsSubstring("expected the shortest and the longest"));
}

TEST_CASE("a response that can never be heard is odd") {
    const auto odd = [](const std::string& text) {
        std::string all;
        for (const Error& error : warnings(loaded(team() + text)))
            all += player::text(error) + "\n";
        return all;
    };
    const std::string data = R"({ text = "x" })";
    CHECK_THAT(odd(response("after = \"1\"\nsilent = 100\n", data)), ContainsSubstring("always silent"));
    CHECK_THAT(odd(response("after = \"2\"\n", data)), ContainsSubstring("after the last message"));
    CHECK_THAT(odd(response("after = \"1\"\n", data)), !ContainsSubstring("response"));
}

} // namespace response_test
