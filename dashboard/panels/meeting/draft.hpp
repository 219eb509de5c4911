// What a person has chosen and reads in OVERLEG. Nothing here is a fact.
#pragma once

#include "messaging/vocabulary/values.hpp"

#include <cstdint>
#include <string>

namespace regiekamer::panels {

struct MeetingDraft {
    std::string chosen;      ///< id of the overleg; empty or gone: the one that runs, else the next
    std::uint64_t read = 0;  ///< last sequence of the situation texts that was read: what is newer says so
    bool read_known = false; ///< `read` was set: at first everything counts as read
};

} // namespace regiekamer::panels
