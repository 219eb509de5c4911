// Somebody else's ZeroMQ PUB socket: frames [topic, event] or [event].
#pragma once

#include "messaging/feeds/sources/source.hpp"

namespace regiekamer::feeds {

/// A Problem when the endpoint is none. The socket connects again by itself; PUB/SUB loses what comes too
/// fast.
Result<std::unique_ptr<Source>> zmq_source(const std::string& endpoint, std::size_t piece_bytes_max);

} // namespace regiekamer::feeds
