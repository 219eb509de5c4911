// Two runs of one exercise: the same until they part, and then what differs, in sentences.
#include "dashboard/report/comparison.hpp"

#include "tests/dashboard/report/told_run.hpp"

namespace comparison_test {

using namespace regiekamer;
using told_run::Journal;

namespace {

report::ExerciseReport named(const Journal& journal, const char* file) {
    return report::exercise_report({"uuid", file, Mode::exercise, journal.messages.size(), "abc"},
                                   journal.messages, &journal.scenario);
}

ActionOpened action(const char* title) {
    ActionOpened body;
    body.action = ActionId(title);
    body.title = title;
    body.owner = Function("OvD-Bz");
    return body;
}

NoteWritten note(const char* text) {
    NoteWritten body;
    body.note = NoteId(text);
    body.text = text;
    return body;
}

std::string sentence_about(const report::Comparison& comparison, const std::string& subject) {
    for (const auto& row : comparison.rows)
        if (row.subject.find(subject) != std::string::npos) return row.sentence;
    return {};
}

} // namespace

TEST_CASE("a run and itself do not differ") {
    const Journal journal;
    const auto comparison = report::compare(named(journal, "run.journal"), named(journal, "run.journal"));
    CHECK(comparison.rows.empty());
    CHECK(comparison.common == journal.messages.size());
    CHECK(comparison.alike > 0);
    CHECK_THAT(report::as_text(comparison), ContainsSubstring("0 dingen gingen anders"));
    const auto page = report::as_html(comparison);
    const std::string mark = "OEFENING OEFENING OEFENING";
    CHECK(page.find(mark) < page.find("<h1>Proef: run naast run (2)</h1>"));
    CHECK(page.rfind(mark) > page.find("journal verify run.journal --head"));
}

TEST_CASE("a branch is the same until it parts; then each difference is a sentence") {
    Journal parent, branch;
    branch.messages.resize(3); // up to the inject
    branch.says(30,
                GripDecided{IncidentId("i"), 1, "Rook", {"OvD-Bz", {}}, branch.scenario.start + minutes(30)});
    branch.messages.back().message.id = "other";
    branch.says(31, action("Bel de sporthal"));
    DecisionTaken decision;
    decision.decision = DecisionId("d");
    decision.text = "Wij openen de sporthal";
    parent.says(40, decision);
    for (auto* run : {&parent, &branch})
        run->says(60, ExerciseEnded{RunId("run")});
    const auto comparison = report::compare(named(parent, "run.journal"), named(branch, "run-tak-1.journal"));
    CHECK(comparison.common == 3);
    CHECK(comparison.parted == parent.scenario.start + minutes(5));
    CHECK(sentence_about(comparison, "GRIP 1") == "GRIP 1: besloten, in run-tak-1 22 min later dan in run.");
    CHECK(sentence_about(comparison, "Bel de sporthal").find("alleen in run-tak-1") != std::string::npos);
    CHECK(sentence_about(comparison, "Wij openen").find("alleen in run (genomen") != std::string::npos);
    CHECK(sentence_about(comparison, "OvD-Bz schaalt op").find("gehaald") != std::string::npos);
    const auto page = report::as_html(comparison);
    CHECK_THAT(page, ContainsSubstring("<th>run-tak-1</th>"));
    CHECK_THAT(page, ContainsSubstring("Gelijk tot en met bericht 3"));
    CHECK(page.find("{{") == std::string::npos);
}

TEST_CASE(
    "an inject that was sent again is compared by its turn, and nothing beyond the shorter run is named") {
    Journal here, there;
    const InjectDelivered inject = std::get<InjectDelivered>(here.messages[2].message.body);
    const auto sends = [&](Journal& run, int minute) {
        run.says(minute, inject, "oefenleider");
        run.messages.back().message.source = "scenario/proef/run";
        run.messages.back().message.id = "again-" + std::to_string(minute);
    };
    const auto arrives = [](Journal& run, int minute) {
        run.says(minute,
                 AttendanceReported{
                     IncidentId("i"), Function("AC-Bz"), PersonId("p"), AttendanceState::aanwezig, {}, {}});
        run.messages.back().message.source = "scenario/proef/run";
    };
    sends(here, 30);
    sends(there, 50);
    here.says(60, note("begin"));
    here.messages.back().message.source = "scenario/proef/run";
    there.says(60, note("begin"));
    there.messages.back().message.source = "scenario/proef/run";
    sends(here, 70); // here alone goes on
    arrives(here, 75);
    DecisionTaken decision;
    decision.decision = DecisionId("d");
    decision.text = "Later besloten";
    here.says(76, decision);
    here.messages.back().message.source = "scenario/proef/run";
    const auto comparison = report::compare(named(here, "lang.journal"), named(there, "kort.journal"));
    CHECK(sentence_about(comparison, "Inject 1, keer 2") ==
          "Inject 1, keer 2: verzonden, in kort 20 min later dan in lang.");
    CHECK(sentence_about(comparison, "keer 3").empty());
    CHECK(sentence_about(comparison, "AC-Bz").empty());
    CHECK(sentence_about(comparison, "Later besloten").empty());
    for (const auto& row : comparison.rows) {
        CHECK(row.here.find("13:1") == std::string::npos);
        CHECK(row.subject != "Inject 1"); // the first time was the same
    }
}

TEST_CASE("two runs that have nothing in common say so") {
    const Journal one;
    Journal other;
    for (auto& message : other.messages)
        message.message.source = "desk/ander";
    const auto comparison = report::compare(named(one, "a.journal"), named(other, "b.journal"));
    CHECK(comparison.common == 0);
    CHECK_THAT(report::as_text(comparison), ContainsSubstring("geen begin gemeen"));
    CHECK(comparison.rows.empty());
}

} // namespace comparison_test
