// When a team meets next, and for how long, after the vergaderklok of domain.md §5. A proposal: people
// decide.
#pragma once

#include "dashboard/picture/meetings.hpp"

#include <string_view>

namespace regiekamer::picture {

struct ProposedMeeting {
    Instant at;
    minutes length{};
    std::string_view norm; ///< Dutch: the norm that it follows
    bool reckoned{};       ///< from who came or when they met; false: nobody did yet, a guess
    bool operator==(const ProposedMeeting&) const = default;
};

/// CoPI: first 15 minutes after the first of it is there, then each 45, 15 long. ROT: each 90, 30 long. GBT:
/// each 120, 45 long, after the ROT that comes. Others: each 60, 30 long. On whole five minutes, down,
/// since the norms are upper limits, but never before now; a team that never met begins in a quarter of an
/// hour.
ProposedMeeting proposed_meeting(const Picture& picture, const IncidentId& incident, MeetingTeam team,
                                 Instant now);

} // namespace regiekamer::picture
