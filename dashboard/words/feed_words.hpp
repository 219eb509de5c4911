// A feed in words: how it is, and what its own (English) remarks mean for who reads the screen.
#pragma once

#include "dashboard/picture/system.hpp"

#include <string>
#include <string_view>

namespace regiekamer::words {

/// "loopt", "stil sinds 04:12", "fout sinds 04:12", "onbekend".
std::string feed_state(const picture::FeedOverview& feed, Instant now);
/// The note of feed.reported or the reason of feed.refused; what is not known here stands as the feed said
/// it.
std::string feed_note(std::string_view note);

} // namespace regiekamer::words
