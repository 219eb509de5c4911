// One connection to a hub: its two sockets, the requests that wait for an answer, and when it was last heard.
#pragma once

#include "messaging/link/sockets.hpp"
#include "messaging/link/ticks.hpp"
#include "messaging/vocabulary/message.hpp"

#include <deque>

namespace regiekamer::link {

/// `verify` is a REPLAY of the one message that the desk knows best.
enum class Verb { hello, verify, append, announce, replay, ping };

/// A request under way.
struct Request {
    Verb verb{};
    std::string id;
    Ticks at{};
    Sequence after = 0;    ///< of a REPLAY
    std::size_t count = 0; ///< messages asked for, acts sent
};

/// Lives on the link's thread. The owner closes it after any Problem and opens it anew.
class Line {
public:
    Line(zmq::context_t& context, std::string requests, std::string live);

    Result<void> open();
    void close();
    [[nodiscard]] bool is_open() const { return sockets_.has_value(); }

    /// Waits for either socket, the descriptor, or the time.
    void wait(int descriptor, milliseconds longest);
    /// False when the socket takes no more.
    bool ask(Request request, const std::vector<std::string_view>& frames);
    /// Whether the request side's connection is over. Ask before reading live: that side reconnects by
    /// itself, perhaps to another hub.
    std::optional<Problem> ended();
    /// Whether it fell silent or leaves a request unanswered. Ask after reading: what waits there counts as
    /// heard.
    [[nodiscard]] std::optional<Problem> silent() const;

    /// The next message of a side, and `heard` with it.
    std::optional<Frames> answer();
    std::optional<Frames> live();
    /// The request that an answer belongs to; nothing when it answers another one.
    std::optional<Request> answered(const Frames& frames);

    [[nodiscard]] std::size_t under_way(Verb verb) const;
    [[nodiscard]] Ticks live_heard() const { return live_heard_; }

private:
    zmq::context_t& context_;
    std::string requests_, live_;
    std::optional<RequestSockets> sockets_;
    std::optional<zmq::socket_t> subscription_;
    std::deque<Request> under_way_;
    std::uint64_t ids_ = 0; ///< never starts again, so that an answer of an earlier connection fits none
    Ticks heard_{}, live_heard_{};
};

} // namespace regiekamer::link
