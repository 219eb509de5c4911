// How a run goes, at any message of it and any instant: what is open becomes late or missed, what a condition
// kept back is not at issue, a verdict stands beside what is derived, and the counts close.
#include "scenarios/measure/measuring.hpp"

#include "tests/scenarios/player/text.hpp"
#include "tests/support/said.hpp"

namespace measuring_test {

using namespace regiekamer;
using namespace regiekamer::measure;

namespace {

const std::string script = player::head + R"([[aim]]
id = "A"
text = "Beeld en besluit"
[[expect]]
id = "grip"
type = "grip.decided"
by = "OvD-Bz"
after = "1"
within = "20m"
aim = "A"
[[expect]]
id = "notitie"
type = "note.written"
after = "1"
within = "5m"
aim = "A"
[[expect]]
id = "ooit"
type = "action.opened"
after = "2"
[[expect]]
id = "beide"
all = ["grip", "notitie"]
[[expect]]
id = "een"
any = ["grip", "notitie"]
)" + player::inject("1", "T+00:05") +
                           player::inject("2", "T+02:00") +
                           player::inject("3", "T+00:30", "unless = \"grip\"\n") +
                           player::inject("4", "T+00:21", "if = \"grip\"\n");

/// A run of the scenario, message by message, in minutes from its start.
struct Run {
    player::Scenario scenario;
    Measuring measuring{scenario};
    Sequence head = 0;

    Sequence says(int minute, Body body, const char* function = "OvD-Bz", const char* source = "desk/een") {
        auto fact = said(++head, at(minute), source, std::move(body));
        fact.message.function = Function(function);
        measuring.observe(fact);
        return head;
    }
    Sequence plays(int minute, Body body) {
        return says(minute, std::move(body), "responscel", "scenario/proef/run");
    }
    explicit Run(const std::string& text = script) : scenario(player::loaded(text)) {
        plays(0, ExerciseStarted{RunId("run"), "proef", "Proef", scenario.start, {}, scenario.digest});
    }
    [[nodiscard]] Instant at(int minute) const { return scenario.start + minutes(minute); }
    static InjectDelivered inject(const char* nr) {
        return {RunId("run"), InjectNr(nr), "responscel", "OvD-Bz", "telefoon", "Rook", {}, {}};
    }
    [[nodiscard]] GripDecided grip(int minute) const {
        return {IncidentId("i"), 1, "Rook", {"OvD-Bz", {}}, at(minute)};
    }
    static NoteWritten note() { return {NoteId("n"), IncidentId("i"), {}, "gebeld", {}}; }
    [[nodiscard]] Measured expectation(std::string_view id, int minute,
                                       Sequence upto = player::Evidence::everything) const {
        for (const auto& one : measuring.results(at(minute), upto).expectations)
            if (one.expectation->id == id) return one;
        FAIL("no such expectation");
        return {};
    }
    [[nodiscard]] Score score(std::string_view id, int minute,
                              Sequence upto = player::Evidence::everything) const {
        return expectation(id, minute, upto).score;
    }
    [[nodiscard]] MeasuredInject line(std::string_view nr, int minute,
                                      Sequence upto = player::Evidence::everything) const {
        for (const auto& one : measuring.results(at(minute), upto).injects)
            if (one.nr.value == nr) return one;
        FAIL("no such inject");
        return {};
    }
};

} // namespace

TEST_CASE("what is asked is open until its deadline, then missed, and late when it comes at last") {
    Run run;
    CHECK(run.score("notitie", 4) == Score::not_asked);
    run.plays(5, Run::inject("1"));
    CHECK(run.score("notitie", 10) == Score::open);
    CHECK(run.expectation("notitie", 10).deadline == run.at(10));
    CHECK(run.score("notitie", 11) == Score::missed);
    run.says(12, Run::note());
    const auto late = run.expectation("notitie", 13);
    CHECK(late.score == Score::late);
    CHECK(late.reaction == microseconds(minutes(7)));
}

TEST_CASE("without a time limit it is open until the exercise ends") {
    Run run;
    run.plays(120, Run::inject("2"));
    CHECK(run.score("ooit", 600) == Score::open);
    run.plays(601, ExerciseEnded{RunId("run")});
    CHECK(run.score("ooit", 601) == Score::missed);
    CHECK(run.measuring.results(run.at(601), 2, true).counts.open == 0); // over, whatever was said
}

TEST_CASE("what there was still time for when the exercise ended is judged by nobody") {
    Run run;
    run.plays(5, Run::inject("1"));
    run.plays(11, ExerciseEnded{RunId("run")});
    CHECK(run.score("notitie", 11) == Score::missed); // its time was up
    CHECK(run.score("grip", 11) == Score::open);
    CHECK(run.expectation("grip", 11).cut_off);
    CHECK_FALSE(run.expectation("notitie", 11).cut_off);
    CHECK(run.score("beide", 11) == Score::missed);
    CHECK(run.score("een", 11) == Score::open);
    CHECK_FALSE(run.expectation("grip", 10, 2).cut_off); // looking back: it was going on
}

TEST_CASE("a condition is judged once, when it is due: what people do later changes nothing of it") {
    Run run;
    run.plays(0, ExerciseClockSet{RunId("run"), run.at(0), Rate{1}, true});
    run.plays(5, Run::inject("1"));
    CHECK(run.line("4", 20).state == InjectState::planned);
    CHECK(run.line("4", 21).state == InjectState::not_applicable); // no GRIP
    run.says(22, run.grip(22)); // still in time, and nothing is told after it
    CHECK(run.line("4", 23).state == InjectState::not_applicable);
}

TEST_CASE("a tijdsprong takes nobody's time: the condition waits until the deadline as it then is") {
    Run run;
    run.plays(0, ExerciseClockSet{RunId("run"), run.at(0), Rate{1}, true});
    run.plays(5, Run::inject("1"));
    run.says(17, ExerciseClockSet{RunId("run"), run.at(35), Rate{1}, true});
    CHECK(run.expectation("grip", 36).deadline == run.at(43));
    CHECK(run.line("3", 36).state == InjectState::planned);
    CHECK(run.line("3", 36).at == run.at(43)); // was due at 30, five minutes after the deadline
}

TEST_CASE("of several: all waits for the last, any for the first") {
    Run run;
    run.plays(5, Run::inject("1"));
    CHECK(run.score("beide", 6) == Score::open);
    CHECK(run.expectation("beide", 6).deadline == run.at(10));
    CHECK(run.expectation("een", 6).deadline == run.at(25));
    run.says(8, run.grip(8));
    CHECK(run.score("een", 9) == Score::met);
    CHECK(run.score("beide", 9) == Score::open);
    CHECK(run.score("beide", 11) == Score::missed);
    run.says(12, Run::note());
    CHECK(run.score("beide", 13) == Score::late);
    CHECK(run.expectation("beide", 13).whose == Function("OvD-Bz"));
    CHECK(run.expectation("notitie", 13).whose == Function("OvD-Bz")); // whom the inject is told
}

TEST_CASE("what several do together is charged to none of them alone") {
    const auto scenario = player::loaded(player::head + R"([[role]]
function = "AC-Bz"
played = true
[[expect]]
id = "een"
type = "note.written"
by = "OvD-Bz"
[[expect]]
id = "ander"
type = "note.written"
by = "AC-Bz"
[[expect]]
id = "samen"
any = ["een", "ander"]
)");
    Measuring measuring(scenario);
    const auto results = measuring.results(scenario.start);
    CHECK(results.expectations[2].whose.empty());
    CHECK(results.expectations[2].takes_part == std::vector{Function("OvD-Bz"), Function("AC-Bz")});
    REQUIRE(results.functions.size() == 3);
    for (const auto& one : results.functions)
        CHECK(one.asked() + one.not_asked == 1);
}

TEST_CASE("looking back, only what was known then counts") {
    Run run;
    const Sequence asked = run.plays(5, Run::inject("1"));
    run.says(8, run.grip(8));
    CHECK(run.score("grip", 9) == Score::met);
    CHECK(run.score("grip", 7, asked) == Score::open);
    CHECK(run.line("1", 4, asked - 1).state == InjectState::planned);
}

TEST_CASE("what was withdrawn counts no more, and still did before") {
    Run run;
    const Sequence told = run.plays(5, Run::inject("1"));
    const Sequence said = run.says(6, Run::note());
    run.says(7, MessageWithdrawn{MessageId("m" + std::to_string(said)), "desk/een", "vergissing"});
    CHECK(run.score("notitie", 8) == Score::open);
    CHECK(run.score("notitie", 8, said) == Score::met);
    run.plays(8, MessageWithdrawn{MessageId("m" + std::to_string(told)), "scenario/proef/run", "te vroeg"});
    CHECK(run.score("notitie", 9) == Score::not_asked);
    CHECK(run.line("1", 9).state != InjectState::delivered);
}

TEST_CASE("an inject that is said again is one inject, and its clock ran from the first time") {
    Run run;
    run.plays(5, Run::inject("1"));
    run.says(9, Run::inject("1"), "oefenleider");
    const auto line = run.line("1", 9);
    CHECK(line.times == 2);
    CHECK(line.at == run.at(5));
    CHECK(run.score("notitie", 11) == Score::missed);
    CHECK(line.expectations.size() == 2);
}

TEST_CASE("held, moved and dropped injects say when they are due and why not") {
    Run run;
    run.says(1, InjectHeld{RunId("run"), InjectNr("2"), "eerst de rest"}, "oefenleider");
    CHECK(run.line("2", 130).state == InjectState::held);
    CHECK(run.line("2", 130).reason == "eerst de rest");
    run.says(131, InjectMoved{RunId("run"), InjectNr("2"), run.at(140)}, "oefenleider");
    CHECK(run.line("2", 132).state == InjectState::planned);
    CHECK(run.line("2", 132).at == run.at(140));
    CHECK(run.line("2", 132).moved);
    run.says(133, InjectMoved{RunId("run"), InjectNr("2"), run.at(100)}, "oefenleider");
    CHECK(run.line("2", 133).at == run.at(133)); // a time that is past is now
    run.says(134, InjectSkipped{RunId("run"), InjectNr("2"), std::nullopt}, "oefenleider");
    CHECK(run.line("2", 135).state == InjectState::skipped);
    run.says(136, Run::inject("2"), "oefenleider");
    run.says(137, InjectHeld{RunId("run"), InjectNr("2"), "te laat"}, "oefenleider");
    CHECK(run.line("2", 138).state == InjectState::delivered); // told is told
}

TEST_CASE("what a condition kept back when it was due is not at issue, whatever comes after") {
    Run run;
    run.plays(5, Run::inject("1"));
    const Sequence met = run.says(8, run.grip(8));
    CHECK(run.line("3", 29).state == InjectState::planned);
    CHECK(run.line("3", 30).state == InjectState::not_applicable);
    CHECK(run.line("3", 30, met - 1).state == InjectState::planned); // the player is a moment behind
    run.plays(40, Run::note());
    run.says(41, MessageWithdrawn{MessageId("m" + std::to_string(met)), "desk/een", "toch niet"});
    CHECK(run.line("3", 42).state == InjectState::not_applicable);
    run.says(43, InjectMoved{RunId("run"), InjectNr("3"), run.at(50)}, "oefenleider");
    CHECK(run.line("3", 44).state == InjectState::planned);
}

TEST_CASE("what fell due while the player was away is judged when it is back") {
    std::string early = script; // inject 3 asks at 22 why there is no GRIP yet
    early.replace(early.find("T+00:30"), 7, "T+00:22");
    Run run(early);
    run.plays(0, ExerciseClockSet{RunId("run"), run.at(0), Rate{1}, true});
    run.plays(5, Run::inject("1"));
    run.says(24, run.grip(24)); // nobody asked at 22, and it need not be asked any more
    CHECK(run.line("3", 40).state == InjectState::planned);
    Recorded back;
    back.sequence = ++run.head;
    back.message.id = "back";
    back.message.source = "scenario/proef/run";
    back.message.time = run.at(24);
    back.recorded = run.at(50);
    back.message.body = ExerciseClockSet{RunId("run"), run.at(24), Rate{1}, true};
    run.measuring.observe(back);
    CHECK(run.line("3", 25).state == InjectState::not_applicable);
    CHECK(run.line("3", 40, run.head - 1).state == InjectState::planned); // as it stood then
}

TEST_CASE("what is told after a tijdsprong counts for a condition that was jumped over") {
    Run run;
    run.plays(0, ExerciseClockSet{RunId("run"), run.at(0), Rate{1}, true});
    run.plays(5, Run::inject("1"));
    run.says(10, ExerciseClockSet{RunId("run"), run.at(60), Rate{1}, true}, "oefenleider");
    run.plays(15, run.grip(15)); // said at 60, for 15
    CHECK(run.line("3", 61).state == InjectState::planned);
    run.says(61, run.grip(61)); // in time, but not when it was judged
    CHECK(run.line("4", 62).at < run.at(75));
}

TEST_CASE("one that was made up stands among the others") {
    Run run;
    auto made = Run::inject("X1");
    made.made_up = true;
    made.text = "De burgemeester belt";
    run.says(20, made, "oefenleider");
    const auto results = run.measuring.results(run.at(21));
    CHECK(results.injects.size() == 5);
    CHECK(results.inject_counts.made_up == 1);
    CHECK(results.injects[1].nr == InjectNr("X1")); // by time
    CHECK(results.injects[1].inject == nullptr);
    CHECK(results.injects[1].text == "De burgemeester belt");
}

TEST_CASE("the last verdict stands beside the score, and observations are newest first") {
    Run run;
    run.says(1, ExpectationJudged{RunId("run"), ExpectationId("grip"), ExpectationVerdict::deels, "vroeg"});
    run.plays(5, Run::inject("1"));
    run.says(6, ExpectationJudged{RunId("run"), ExpectationId("grip"), ExpectationVerdict::gehaald, "toch"});
    const auto one = run.expectation("grip", 30);
    CHECK(one.score == Score::missed);
    REQUIRE(one.judged);
    CHECK(one.judged->reason == "toch");
    run.says(7, ObservationNoted{RunId("run"), ObservationId("a"), "A", run.at(7), "Rustig", {}});
    run.says(9, ObservationNoted{RunId("run"), ObservationId("b"), {}, run.at(9), "Onrustig", {}});
    run.says(10, ObservationNoted{RunId("run"), ObservationId("a"), "A", run.at(7), "Heel rustig", {}});
    const auto results = run.measuring.results(run.at(11));
    REQUIRE(results.observations.size() == 2);
    CHECK(results.observations[0].noted.text == "Onrustig");
    CHECK(results.observations[1].noted.text == "Heel rustig");
}

TEST_CASE("the counts close: asked is on time, late, missed and open; all injects have a state") {
    Run run;
    run.plays(5, Run::inject("1"));
    run.says(8, run.grip(8));
    run.says(12, Run::note());
    for (const int minute : {0, 4, 6, 9, 13, 31, 121, 300}) {
        const auto results = run.measuring.results(run.at(minute));
        CHECK(results.counts.asked() + results.counts.not_asked == results.expectations.size());
        CHECK(results.inject_counts.all() == results.injects.size());
        std::size_t by_function = 0;
        for (const auto& one : results.functions)
            by_function += one.asked() + one.not_asked;
        CHECK(by_function == results.expectations.size());
        REQUIRE(results.aims.size() == 1);
        CHECK(results.aims[0].asked() + results.aims[0].not_asked == 2);
    }
    const auto& functions = run.measuring.results(run.at(13)).functions;
    REQUIRE(functions.size() == 1);
    CHECK(functions[0].reactions == 4);
    CHECK(functions[0].longest == microseconds(minutes(7)));
}

} // namespace measuring_test
