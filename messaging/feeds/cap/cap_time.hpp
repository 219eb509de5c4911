// CAP's instants, also as some hubs write them.
#pragma once

#include "messaging/vocabulary/instant.hpp"

#include <optional>
#include <string_view>

namespace regiekamer::feeds {

struct CapTime {
    Instant at;
    bool as_cap = true; ///< YYYY-MM-DDThh:mm:ss+hh:mm, as CAP 1.2 §3.2 wants it
};

/// Read too, and told by `as_cap`: Z, fractions, a blank for the T, no seconds, an offset without its colon
/// or minutes, 24:00 as the end of a day. None: no instant, or without its offset.
std::optional<CapTime> read_cap_time(std::string_view text);

} // namespace regiekamer::feeds
