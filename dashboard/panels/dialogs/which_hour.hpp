// Which of the two is meant, where a clock time is typed of the hour that comes twice: "02:35 wt".
#pragma once

#include "messaging/vocabulary/instant.hpp"

#include <optional>
#include <string_view>

namespace regiekamer::panels {

enum class WhichHour { unsaid, summer, winter };

/// Takes "zt", "zomertijd", "wt" or "wintertijd" off the end of what was typed, with the space before it.
WhichHour take_which_hour(std::string_view& text);

/// The instant that was meant, of the first one that the clock fits. Unsaid: the first, or the second while
/// it is that hour `now`. None: it was said of a time that comes once.
std::optional<Instant> in_that_hour(Instant first, WhichHour which, Instant now);

} // namespace regiekamer::panels
