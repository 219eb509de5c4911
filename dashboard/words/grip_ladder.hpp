// The GRIP ladder in the field's words (domain.md §1): what a level is for, who meets, who has the gezag, who
// may decide, who is alerted.
#pragma once

#include "messaging/vocabulary/attendance.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace regiekamer::words {

struct GripRung {
    int level;
    std::string_view scope, authority, deciders, alerted;
    std::vector<Team> teams; ///< that belong to it, those of the levels below with them
    std::string_view deciders_short, alerted_short; ///< where there is little room
};
/// GRIP 0 to 5, in that order.
std::span<const GripRung> grip_ladder();

} // namespace regiekamer::words
