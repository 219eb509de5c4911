// Times and durations as a scenario writes them: "T+01:15", "T-03:00:30", "20m".
#pragma once

#include "messaging/vocabulary/instant.hpp"

#include <optional>

namespace regiekamer::player {

/// "T+hh:mm", "T+hh:mm:ss", the same with "T-"; hours of 2 to 4 digits. The offset from the start.
std::optional<microseconds> read_offset(std::string_view text);
/// "T+hh:mm", with ":ss" when there are seconds.
std::string offset_text(microseconds offset);
/// Whether the text means to be an offset ("T+" or "T-").
bool looks_like_offset(std::string_view text);

/// "90s", "10m", "2h", "1h30m", "1d".
std::optional<microseconds> read_duration(std::string_view text);

} // namespace regiekamer::player
