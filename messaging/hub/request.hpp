// One request as a value: its form is judged here, its content later. Pure but for the frames it moves.
#pragma once

#include "messaging/codec/wire.hpp"
#include "messaging/hub/socket.hpp"

#include <variant>

namespace regiekamer::hub {

/// Events as they came; what they hold is judged one by one.
struct Append {
    std::vector<zmq::message_t> events;
};
struct Ping {};
/// A request whose form does not fit: answered with ERROR.
struct Misfit {
    std::string reason;
};

struct Request {
    std::optional<std::string> id; ///< none when there was none that could be echoed
    std::variant<wire::Hello, Append, wire::Replay, Ping, Misfit> ask;
};

/// Frames and bytes that can be part of a request that fits (the routing id not counted); what comes beyond
/// them is counted but not kept.
inline constexpr std::size_t request_frames_max = 2 + wire::append_events_max;
inline constexpr std::size_t request_bytes_max = wire::append_bytes_max + 1024;

/// Takes the frames from `received`, from the one at `first` (the verb) on.
Request read_request(Multipart& received, std::size_t first);

} // namespace regiekamer::hub
