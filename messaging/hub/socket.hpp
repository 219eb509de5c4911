// The hub's sockets: every option set, none left to its default (design.md, "The wire").
#pragma once

#include "messaging/vocabulary/problem.hpp"

#include <string>
#include <vector>
#include <zmq.hpp>

namespace regiekamer::hub {

/// Requests that wait to be read, and answers that wait to be sent, per connection.
inline constexpr int requests_waiting_max = 1'000;
/// Messages that wait for a slow follower; beyond it libzmq drops, and the follower mends by REPLAY. More
/// than two rounds, so that a healthy follower never loses one.
inline constexpr int live_waiting_max = 8'192;
/// Messages of a third-party feed that wait to be read.
inline constexpr int feed_waiting_max = 10'000;

/// The endpoint as libzmq binds it. Without keys a hub is for this machine only: a tcp endpoint that is not
/// loopback (127.0.0.0/8, [::1], localhost) is a Problem, so is any transport but tcp, ipc and inproc.
Result<std::string> bindable(const std::string& endpoint);

zmq::socket_t request_socket(zmq::context_t& context);
zmq::socket_t live_socket(zmq::context_t& context);
/// A SUB socket that follows a third party's PUB. A Problem when the endpoint cannot be one.
Result<zmq::socket_t> feed_socket(zmq::context_t& context, const std::string& endpoint);

/// Binds; the endpoint as bound, a port 0 or * resolved.
Result<std::string> bind_to(zmq::socket_t& socket, const std::string& endpoint);

/// What came in as one multipart message: at most `frames_max` frames and `bytes_max` bytes of it are kept,
/// all of it is counted.
struct Multipart {
    std::vector<zmq::message_t> frames;
    std::size_t count = 0, bytes = 0;
};

/// Reads one message if there is one, without waiting.
bool receive(zmq::socket_t& socket, Multipart& into, std::size_t frames_max, std::size_t bytes_max);

} // namespace regiekamer::hub
