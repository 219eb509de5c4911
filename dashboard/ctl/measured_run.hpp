// A journal file read whole and measured: for the verbs that tell of a run.
#pragma once

#include "dashboard/report/exercise_report.hpp"

namespace regiekamer::ctl {

/// All messages of a journal file, with progress on a terminal.
Result<std::vector<Recorded>> messages_of(const std::string& journal);

/// A scenario file; what is wrong with it is complained of.
std::optional<player::Scenario> scenario_of(const std::string& file);

/// Measured against `scenario` when there is one, which must outlive the report and must be what the
/// journal's exercise began with; `scenario_file` names it in the Problem. `incident`: of real work the one
/// that is told; empty: the last.
Result<report::ExerciseReport> measured_run(const std::string& journal, const player::Scenario* scenario,
                                            const std::string& scenario_file,
                                            const std::string& incident = {});

} // namespace regiekamer::ctl
