// When a team meets next, and for how long, after the vergaderklok of domain.md §5. A proposal: people
// decide.
#pragma once

#include "dashboard/picture/meetings.hpp"

#include <string_view>

namespace regiekamer::picture {

/// How the time of a proposal stands to the norm: within it, too late for it already, or none says when.
enum class ByNorm { within, past, none };

struct ProposedMeeting {
    Instant at;
    ByNorm by_norm{};
    minutes length{};
    std::string_view norm; ///< Dutch: the norm that it follows
    bool operator==(const ProposedMeeting&) const = default;
};

/// CoPI: first 15 minutes after the first of it is there, then each 45, 15 long. ROT: each 90, 30 long. GBT:
/// each 120, 45 long, after the ROT that comes. Others: each 60, 30 long. On whole five minutes within the
/// norm, on a whole one where five would be past; never before now; a team that never met and has no norm for
/// its first begins in a quarter of an hour.
ProposedMeeting proposed_meeting(const Picture& picture, const IncidentId& incident, MeetingTeam team,
                                 Instant now);

} // namespace regiekamer::picture
