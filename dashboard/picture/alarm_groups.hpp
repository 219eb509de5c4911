// Alarms as a person can take them in: repeats of one cause are one line with a count, and in a flood all of
// one incident are (ISA-18.2: more than ten new ones in ten minutes are more than anybody can answer).
#pragma once

#include "dashboard/picture/alarms.hpp"

#include <vector>

namespace regiekamer::picture {

inline constexpr std::size_t flood_alarms = 10;
inline constexpr auto flood_time = minutes{10};

/// What is one line: never empty.
struct AlarmGroup {
    std::vector<Alarm> alarms;          ///< worst first
    bool flood = false;                 ///< grouped because there are too many
    std::optional<IncidentId> incident; ///< in a flood: of which incident
    bool operator==(const AlarmGroup&) const = default;
};

/// Whether more than `flood_alarms` of these began within one `flood_time`: the last one, or an earlier one
/// of which nobody acknowledged any.
bool flooded(const std::vector<Alarm>& list, Instant now);
/// In the order of their worst. Every alarm is in exactly one group. What asks a person something (one's own
/// alarmering, a call for the OvD-Bz, a GRIP proposal) is never folded with others.
std::vector<AlarmGroup> grouped(const std::vector<Alarm>& list, Instant now);

/// The lines that a flood's group is made of: repeats of one cause folded, nothing else.
std::vector<AlarmGroup> by_cause(const std::vector<Alarm>& list);

} // namespace regiekamer::picture
