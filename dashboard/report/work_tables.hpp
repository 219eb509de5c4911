// What was agreed, in rows: every overleg, and every action with its owner, when it was due and what came of
// it.
#pragma once

#include "dashboard/report/tables.hpp"

namespace regiekamer::report {

/// Planned ones that never began and those called off too. One that was withdrawn is not there.
Table meetings_table(const ExerciseReport& report, For reader);
/// In the order in which they were opened. What is late is so at the end of what is told.
Table actions_table(const ExerciseReport& report, For reader);

} // namespace regiekamer::report
