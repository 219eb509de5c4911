// Events that somebody else's program wrote in our vocabulary: CloudEvents, one a piece. They go on byte for
// byte, under their own source and id: what others wrote is evidence.
#pragma once

#include "messaging/feeds/feed.hpp"

namespace regiekamer::feeds {

/// `status` is the hub's: an event of an exercise never reaches a hub of real work through a feed, nor the
/// other way round.
Reader cloud_event_reader(Mode status);

} // namespace regiekamer::feeds
