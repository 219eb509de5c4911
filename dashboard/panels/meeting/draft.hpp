// What a person has chosen and reads in OVERLEG. Nothing here is a fact.
#pragma once

#include "messaging/vocabulary/values.hpp"

#include <cstdint>
#include <map>
#include <string>

namespace regiekamer::panels {

struct MeetingDraft {
    std::string chosen; ///< id of the overleg; empty or gone: the one that runs, else the next
    std::string line;   ///< id of the line of the record, or of the text of the beeld, that the keys are on
    bool of_picture = false;  ///< `line` is a text of the beeld
    bool whole = false;       ///< that text has the whole panel, to be read to its end
    std::string early;        ///< id of the overleg that was asked to begin long before its time
    std::string scrolled_for; ///< the line that its list was last scrolled to
    /// The last sequence that was read of an incident, of one of its columns, of one text: what is newer says
    /// so (meeting/last_read.hpp).
    std::map<std::string, std::uint64_t> read;
};

} // namespace regiekamer::panels
