// A small scenario and a run of it, message by message, for the tests of what is told of a run.
#pragma once

#include "dashboard/report/exercise_report.hpp"
#include "tests/scenarios/player/text.hpp"
#include "tests/support/said.hpp"

namespace told_run {

using namespace regiekamer;

inline const std::string script = player::head + R"([[aim]]
id = "A"
text = "Beeld < 20 minuten"
[[expect]]
id = "grip"
text = "OvD-Bz schaalt op"
type = "grip.decided"
where = { level = 1 }
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
id = "actie"
type = "action.opened"
after = "1"
[[expect]]
id = "later"
type = "action.opened"
after = "2"
[[expect]]
id = "beide"
all = ["grip", "notitie"]
[[expect]]
id = "een"
any = ["grip", "actie"]
)" + player::inject("1", "T+00:05") +
                                  player::inject("2", "T+02:00");

/// A run of the scenario, message by message, in minutes from its start.
struct Journal {
    player::Scenario scenario = player::loaded(script);
    std::vector<Recorded> messages;

    void says(int minute, Body body, const char* function = "OvD-Bz") {
        const bool of_the_player = std::holds_alternative<ExerciseStarted>(body) ||
                                   std::holds_alternative<InjectDelivered>(body) ||
                                   std::holds_alternative<ExerciseEnded>(body);
        auto fact = said(messages.size() + 1, scenario.start + minutes(minute),
                         of_the_player ? "scenario/proef/run" : "desk/een", std::move(body));
        fact.message.function = Function(function);
        messages.push_back(std::move(fact));
    }
    Journal() {
        says(0, ExerciseStarted{RunId("run"), "proef", "Proef", scenario.start, {}, scenario.digest});
        says(0, opened());
        says(5, InjectDelivered{
                    RunId("run"), InjectNr("1"), "responscel", "OvD-Bz", "telefoon", "Rook", {}, {}});
        says(8, GripDecided{IncidentId("i"), 1, "Rook", {"OvD-Bz", {}}, scenario.start + minutes(8)});
        says(15, NoteWritten{NoteId("n"), IncidentId("i"), {}, "<b>Wijk</b> gewaarschuwd", {}});
        says(16, ExpectationJudged{RunId("run"), ExpectationId("notitie"), ExpectationVerdict::deels,
                                   "te laat maar goed"});
    }
    IncidentOpened opened() const {
        IncidentOpened body;
        body.incident = IncidentId("i");
        body.title = "Brand";
        body.started = scenario.start;
        return body;
    }
    report::ExerciseReport report() const {
        return report::exercise_report({"uuid", "run.journal", Mode::exercise, 6, "abc"}, messages,
                                       &scenario);
    }
};

} // namespace told_run
