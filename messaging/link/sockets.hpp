// The sockets of who talks to a hub, with every option set on purpose (design.md, "The wire"), and multipart
// messages in and out. Link and Client share them.
#pragma once

#include "messaging/vocabulary/problem.hpp"

#include <chrono>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>
#include <zmq.hpp>

namespace regiekamer::link {

inline constexpr std::chrono::milliseconds heartbeat_every{1000}, heartbeat_timeout{3000};

/// A request side and the monitor that tells when its connection ends. It never reconnects by itself: HELLO
/// counts for one connection, so its owner makes a new one and says HELLO again.
struct RequestSockets {
    zmq::socket_t dealer, monitor;

    /// Whether the connection was refused or has ended; only tcp tells (an inproc hub is watched by silence).
    [[nodiscard]] bool ended();
};

/// Throws nothing: an endpoint that is none is a Problem.
Result<RequestSockets> connect_requests(zmq::context_t& context, const std::string& endpoint);
/// All topics that begin like this. This one may reconnect by itself: it says nothing, and what it misses
/// REPLAY mends. A frame of more than `frame_bytes_max` (none: what a hub may send) ends the connection for
/// good, in silence: libzmq does not reconnect after it.
Result<zmq::socket_t> connect_live(zmq::context_t& context, const std::string& endpoint,
                                   const std::string& topic = {},
                                   std::optional<std::size_t> frame_bytes_max = {});

using Frames = std::vector<zmq::message_t>;

inline std::string_view text(const zmq::message_t& frame) {
    return {static_cast<const char*>(frame.data()), frame.size()};
}

/// Waits until one of these is ready. A signal only ends the waiting: whoever polls looks again anyway.
void wait(std::span<zmq::pollitem_t> items, std::chrono::milliseconds longest);
/// Sends without waiting; false when the socket takes no more.
bool send_frames(zmq::socket_t& socket, const std::vector<std::string_view>& frames);
/// One whole message, or nothing when there is none.
std::optional<Frames> receive_frames(zmq::socket_t& socket);

} // namespace regiekamer::link
