// Who took part in a run, and what each did himself: the one who said it, and who sat there when time was up.
#include "scenarios/measure/took_part.hpp"

#include "tests/scenarios/player/text.hpp"
#include "tests/support/said.hpp"

namespace took_part_test {

using namespace regiekamer;
using namespace regiekamer::measure;

namespace {

const std::string script = player::head + R"([[role]]
function = "AC-Bz"
played = true
[[expect]]
id = "grip"
type = "grip.decided"
by = "OvD-Bz"
within = "20m"
[[expect]]
id = "notitie"
type = "note.written"
by = "OvD-Bz"
within = "60m"
[[expect]]
id = "actie"
type = "action.opened"
by = "AC-Bz"
within = "30m"
[[expect]]
id = "samen"
all = ["grip", "actie"]
)" + player::inject("1", "T+02:00");

struct Run {
    player::Scenario scenario = player::loaded(script);
    std::vector<Recorded> messages;

    Run() {
        says(0, "", "", "scenario/proef/run",
             ExerciseStarted{
                 RunId("run"),
                 "proef",
                 "Proef",
                 scenario.start,
                 {{Function("OvD-Bz"), true}, {Function("AC-Bz"), true}, {Function("responscel"), false}},
                 scenario.digest});
    }
    void says(int minute, const char* person, const char* function, const std::string& source, Body body) {
        auto fact = said(messages.size() + 1, scenario.start + minutes(minute), source, std::move(body));
        if (*function != 0) fact.message.function = Function(function);
        if (*person != 0) fact.message.person = PersonId(person);
        messages.push_back(std::move(fact));
    }
    void notes(int minute, const char* person, const char* function, const std::string& source) {
        says(minute, person, function, source, NoteWritten{NoteId("n"), {}, {}, "gebeld", {}});
    }
    [[nodiscard]] TookPart told(int minute) const {
        Measuring measuring(scenario);
        for (const auto& one : messages)
            measuring.observe(one);
        const Instant end = scenario.start + minutes(minute);
        auto all = took_part(messages);
        credit(all, messages, measuring.results(end).expectations, end);
        return all;
    }
};

const Participant& of(const TookPart& all, const std::string& name, const char* function) {
    for (const auto& one : all.people)
        if (one.name == name && one.function == Function(function)) return one;
    FAIL("nobody like " << name);
    throw std::logic_error("unreachable");
}

std::string names(const TookPart& all) {
    std::string text;
    for (const auto& one : all.people)
        text += one.name + " " + one.function.value + (one.acted ? "" : " stil") + "\n";
    return text;
}

} // namespace

TEST_CASE("each gets what he did himself in the role in which he sat, not what another did there") {
    Run run;
    run.says(0, "p-1", "AC-Bz", "desk/b",
             PersonRegistered{PersonId("p-1"), "K. de Wit", {}, Pool::regionaal, {}, {}, {}});
    run.notes(1, "p-1", "OvD-Bz", "desk/a");
    run.says(5, "p-1", "OvD-Bz", "desk/a",
             GripDecided{IncidentId("i"), 1, "rook", {"OvD-Bz", {}}, run.scenario.start});
    run.says(35, "L. Visser", "OvD-Bz", "desk/a", DeskJoined{DeskId("a"), {}}); // takes the chair over
    run.notes(36, "L. Visser", "OvD-Bz", "desk/a");
    const auto all = run.told(90);
    CHECK(names(all) == "K. de Wit AC-Bz\nK. de Wit OvD-Bz\nL. Visser OvD-Bz\n");
    CHECK(of(all, "K. de Wit", "OvD-Bz").alone.met == 2); // grip, and the note was said already
    CHECK(of(all, "K. de Wit", "OvD-Bz").alone.asked() == 2);
    CHECK(of(all, "L. Visser", "OvD-Bz").alone.asked() == 0); // all was done when she came
    CHECK(of(all, "K. de Wit", "AC-Bz").alone.missed == 1);   // he sat there when its time was up
    CHECK(of(all, "K. de Wit", "AC-Bz").together.missed == 1);
    CHECK(of(all, "K. de Wit", "OvD-Bz").together.missed == 1); // theirs together
    CHECK(of(all, "L. Visser", "OvD-Bz").together.asked() == 0);
}

TEST_CASE("who only sat there was not exercised; who leads or helps as the responscel is none of them") {
    Run run;
    run.says(0, "A", "OvD-Bz", "desk/a", DeskJoined{DeskId("a"), {}});
    run.says(10, "", "", "hub", DeskLeft{DeskId("a"), {}});
    run.says(11, "B", "OvD-Bz", "desk/b", DeskJoined{DeskId("b"), {}});
    run.notes(12, "B", "OvD-Bz", "desk/b");
    run.notes(13, "C", "responscel", "desk/c");
    run.notes(14, "D", "waarnemer", "desk/d");
    const auto all = run.told(90);
    CHECK(names(all) == "A OvD-Bz stil\nB OvD-Bz\n");
    CHECK(of(all, "A", "OvD-Bz").alone.asked() == 0); // gone before any time was up
    CHECK(of(all, "B", "OvD-Bz").alone.met == 1);
    CHECK(of(all, "B", "OvD-Bz").alone.missed == 1);
}

TEST_CASE("who played through a program of his own took part, also where it speaks for several") {
    Run run;
    run.notes(1, "A", "OvD-Bz", "mijn/script");
    run.notes(2, "B", "AC-Bz", "mijn/script");
    run.says(3, "A", "OvD-Bz", "mijn/script",
             GripDecided{IncidentId("i"), 1, "rook", {"OvD-Bz", {}}, run.scenario.start});
    const auto all = run.told(90);
    CHECK(names(all) == "A OvD-Bz\nB AC-Bz\n");
    CHECK(of(all, "A", "OvD-Bz").alone.met == 2);
    CHECK(of(all, "B", "AC-Bz").alone.missed == 1);
}

TEST_CASE("a branch tells of who played in it alone") {
    Run run;
    run.notes(1, "A", "OvD-Bz", "desk/a");
    run.says(2, "", "", "scenario/proef/run", ExerciseBranched{RunId("tak"), "ouder", SequenceNumber{2}});
    run.notes(3, "A", "OvD-Bz", "desk/a");
    run.notes(4, "B", "AC-Bz", "desk/b");
    const auto all = run.told(90);
    CHECK(names(all) == "B AC-Bz\n");
    CHECK(all.left == "ouder");
}

} // namespace took_part_test
