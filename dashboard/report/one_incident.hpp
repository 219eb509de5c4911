// A hub for real work has one journal for months: a report tells one incident of it.
#pragma once

#include "dashboard/report/exercise_report.hpp"

namespace regiekamer::report {

/// Every incident that was opened in a journal, as it was opened first.
std::vector<IncidentOpened> incidents_of(std::span<const Recorded> messages);

/// Leaves in the report what is about this incident, and the notes of that time that are about none. The
/// period runs by when things happened, not by when they were written down. `log` is of all its messages.
void tell_one(ExerciseReport& report, const picture::Log& log, const IncidentOpened& incident);

} // namespace regiekamer::report
