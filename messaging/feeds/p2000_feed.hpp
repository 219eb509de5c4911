// The P2000 feed: lines of a decoder in, pages out, nothing in it able to stop it.
#pragma once

#include "messaging/feeds/feed.hpp"
#include "messaging/feeds/p2000_config.hpp"

namespace regiekamer::feeds {

/// A piece is a line: a page at once, nothing for a banner, or aside. Pages have new ids: two that are alike
/// are two.
Reader p2000_reader(P2000Config config);

} // namespace regiekamer::feeds
