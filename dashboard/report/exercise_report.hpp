// What an exercise, or a real incident, leaves on paper: what was expected and what was done, how long it
// took, who decided what, and how anybody can check it.
#pragma once

#include "dashboard/picture/picture.hpp"
#include "dashboard/report/workload.hpp"
#include "dashboard/words/journal_line.hpp"
#include "scenarios/measure/measuring.hpp"

#include <set>
#include <span>
#include <string>
#include <vector>

namespace regiekamer::report {

/// Where it comes from: the journal proves what the report says.
struct Origin {
    std::string journal; ///< uuid
    std::string file;    ///< its name, for the command that verifies it
    Mode mode{};
    Sequence head{};
    std::string hash; ///< of the head, hex
};

using measure::AimScore;
using measure::Measured;
using measure::Score;

std::string_view label(Score score); ///< "gehaald"
/// The same; what the end of the exercise cut off says so.
std::string_view label(const Measured& one);

struct ExerciseReport {
    Origin origin;
    const player::Scenario* scenario{}; ///< that it was measured against; none: told all the same
    std::string title;
    Instant from, until;                ///< first and last moment: exercise time in an exercise
    std::vector<Measured> expectations; ///< of the scenario, as in its file; none without one
    std::vector<AimScore> aims;
    std::vector<measure::FunctionScore> functions;
    std::vector<measure::MeasuredInject> injects; ///< also without a scenario: those that were sent
    std::vector<Sequence> unasked;      ///< acts of players that no expectation of the scenario is about
    std::set<std::string> apart;        ///< expectations of roles that nobody played: no score of the players
    std::vector<IncidentOpened> others; ///< of real work: incidents of the same journal that it leaves out
    Workload workload;
    /// Of everybody who was alerted, also whose team went home before the end; by moment.
    std::vector<picture::FunctionAttendance> attendance;
    picture::Picture picture; ///< at the end
    std::vector<Recorded> messages;
};

/// Measures a journal against its scenario; without a scenario it is told all the same. `scenario`, when
/// given, must outlive the report. Withdrawn messages are left out of the picture. Of real work one incident
/// is told: `incident`, which must be in the journal; none: the last that was opened.
ExerciseReport exercise_report(Origin origin, std::vector<Recorded> messages,
                               const player::Scenario* scenario,
                               const std::optional<IncidentId>& incident = std::nullopt);

/// A line of the logboek, in the words of the scenario where there is one.
words::JournalLine line_of(const ExerciseReport& report, const Recorded& message);
/// Whether somebody played it: by exercise.started, or by sitting at a desk; of no role that it names: yes.
bool was_played(const ExerciseReport& report, const Function& function);

/// One self-contained page that prints on A4. As rows of a sheet: tables.hpp.
std::string as_html(const ExerciseReport& report, const player::Scenario* scenario);

} // namespace regiekamer::report
