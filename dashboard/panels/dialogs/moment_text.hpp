// Times as people type them: "14:30", "+20" (minutes from now), and of what is to come a day.
#pragma once

#include "messaging/vocabulary/instant.hpp"

#include <optional>
#include <string_view>

namespace regiekamer::panels {

/// "14:30" or "1430": the next such local time, not more than twelve hours ago; "+20": minutes from now;
/// "+2u": hours. None when it is none of these.
std::optional<Instant> typed_moment(std::string_view text, Instant now);
/// The same for what is yet to come, and a day too: "24-12-2026 09:00", "24-12 09:00", "24-12", which is the
/// end of that day.
std::optional<Instant> typed_coming_moment(std::string_view text, Instant now);

} // namespace regiekamer::panels
