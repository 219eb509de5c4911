// Times as people type them: "14:30", "+20" (minutes from now), "za 23 jan 14:30" is not needed.
#pragma once

#include "messaging/vocabulary/instant.hpp"

#include <optional>
#include <string_view>

namespace regiekamer::panels {

/// "14:30" or "1430": the next such local time, not more than twelve hours ago; "+20": minutes from now;
/// "+2u": hours. None when it is none of these.
std::optional<Instant> typed_moment(std::string_view text, Instant now);

} // namespace regiekamer::panels
