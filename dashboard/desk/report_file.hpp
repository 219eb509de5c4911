// The report of a journal, as measured and as a page that can be sent and printed.
#pragma once

#include "dashboard/report/exercise_report.hpp"

#include <filesystem>

namespace regiekamer::desk {

/// Reads all of a journal. `scenario` measures it when it is the one that the exercise began with; it must
/// outlive the report.
Result<report::ExerciseReport> report_of(const std::filesystem::path& journal,
                                         const player::Scenario* scenario);
/// Writes verslag-<journal>.html in `folder`; returns its path.
Result<std::filesystem::path> write_report(const std::filesystem::path& journal,
                                           const player::Scenario* scenario,
                                           const std::filesystem::path& folder);

} // namespace regiekamer::desk
