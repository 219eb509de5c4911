// What a report says in rows, once: the page draws them, and each is a CSV that a Dutch Excel opens.
#pragma once

#include "dashboard/report/exercise_report.hpp"

#include <string>
#include <vector>

namespace regiekamer::report {

struct Table {
    std::string name;  ///< "sturing": of the file, and of the option
    std::string title; ///< "Sturing"
    std::string empty; ///< what stands there without rows
    std::vector<std::string> heads;
    std::vector<std::vector<std::string>> rows;
};

/// Times on paper ("vr 22 jan 12:05", "3 min"), or for reckoning ("2027-01-22 12:05:00", seconds).
enum class For { paper, sheet };
/// Empty: there is no such moment.
std::string at(const std::optional<Instant>& moment, For reader);

Table expectations_table(const ExerciseReport& report); ///< for a sheet only
Table roles_table(const ExerciseReport& report);        ///< who took part, as what, and who was simulated
Table injects_table(const ExerciseReport& report,
                    For reader); ///< each with its state and how fast it was met
Table functions_table(const ExerciseReport& report, For reader); ///< how each did, and how fast
/// What was done to the exercise: play, pause, rate, tijdsprong, NO PLAY, and injects that did not go as
/// written.
Table steering_table(const ExerciseReport& report, For reader);
Table decisions_table(const ExerciseReport& report, For reader); ///< GRIP, besluiten, GO: with their team
Table attendance_table(const ExerciseReport& report, For reader);
Table public_table(const ExerciseReport& report, For reader); ///< the norms for inwoners that were asked
Table logbook_table(const ExerciseReport& report, For reader);

/// All that hold something of such a run, for sheets. Of a real incident: what it has.
std::vector<Table> tables(const ExerciseReport& report);

/// `;`, CRLF and a byte order mark; what a spreadsheet would take for a formula has a ' before it.
std::string as_csv(const Table& table);
/// A <table> with its head, escaped; or the sentence for an empty one.
std::string as_html(const Table& table);

} // namespace regiekamer::report
