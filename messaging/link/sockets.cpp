// Options that libzmq leaves at forever, unbounded or off by default are all set here.
#include "messaging/link/sockets.hpp"

#include "messaging/codec/wire.hpp"

#include <atomic>
#include <cerrno>
#include <cstring>

namespace regiekamer::link {
namespace {

constexpr int live_hwm = 4096, request_hwm = 256;
/// Longer than any connection that has ended is kept: its owner closes it within seconds. -1, never, would
/// end the pipe from within recv; when that falls between two frames of one message, libzmq 4.3.4 aborts the
/// process ("!_more", fq.cpp).
constexpr std::chrono::milliseconds no_reconnect = std::chrono::hours(24);

template <class Option>
void set(zmq::socket_t& socket, Option option, std::chrono::milliseconds time) {
    socket.set(option, static_cast<int>(time.count()));
}

void set_common(zmq::socket_t& socket) {
    socket.set(zmq::sockopt::linger, 200);
    set(socket, zmq::sockopt::heartbeat_ivl, heartbeat_every);
    set(socket, zmq::sockopt::heartbeat_timeout, heartbeat_timeout);
    set(socket, zmq::sockopt::heartbeat_ttl, heartbeat_timeout);
    socket.set(zmq::sockopt::handshake_ivl, 3000);
    socket.set(zmq::sockopt::maxmsgsize, static_cast<std::int64_t>(wire::frame_bytes_max));
}

tl::unexpected<Problem> no_endpoint(const std::string& endpoint, const zmq::error_t& error) {
    return refuse(endpoint, error.what(), "an endpoint like tcp://127.0.0.1:11200");
}

/// A name of its own for each monitor: links of one process share the hub's context.
/// A signal (Ctrl+C in the thread that talks) ends a call of libzmq before it did anything: it is made again.
template <class Call>
auto undisturbed(Call call) {
    for (;;) {
        try {
            return call();
        } catch (const zmq::error_t& error) {
            if (error.num() != EINTR) throw;
        }
    }
}

std::string monitor_endpoint() {
    static std::atomic<unsigned> count{0};
    return "inproc://link-monitor-" + std::to_string(++count);
}

RequestSockets make_requests(zmq::context_t& context, const std::string& endpoint) {
    RequestSockets sockets{zmq::socket_t(context, zmq::socket_type::dealer),
                           zmq::socket_t(context, zmq::socket_type::pair)};
    set_common(sockets.dealer);
    set(sockets.dealer, zmq::sockopt::reconnect_ivl, no_reconnect);
    sockets.dealer.set(zmq::sockopt::sndhwm, request_hwm);
    sockets.dealer.set(zmq::sockopt::rcvhwm, request_hwm);
    sockets.monitor.set(zmq::sockopt::linger, 0);
    const std::string monitored = monitor_endpoint();
    const int events = ZMQ_EVENT_CLOSED | ZMQ_EVENT_DISCONNECTED | ZMQ_EVENT_HANDSHAKE_FAILED_NO_DETAIL |
                       ZMQ_EVENT_HANDSHAKE_FAILED_PROTOCOL | ZMQ_EVENT_HANDSHAKE_FAILED_AUTH;
    if (zmq_socket_monitor(sockets.dealer.handle(), monitored.c_str(), events) != 0) throw zmq::error_t();
    sockets.monitor.connect(monitored);
    sockets.dealer.connect(endpoint);
    return sockets;
}

zmq::socket_t make_live(zmq::context_t& context, const std::string& endpoint, const std::string& topic,
                        std::optional<std::size_t> frame_bytes_max) {
    zmq::socket_t socket(context, zmq::socket_type::sub);
    set_common(socket);
    if (frame_bytes_max) socket.set(zmq::sockopt::maxmsgsize, static_cast<std::int64_t>(*frame_bytes_max));
    socket.set(zmq::sockopt::reconnect_ivl, 100);
    socket.set(zmq::sockopt::reconnect_ivl_max, 2000);
    socket.set(zmq::sockopt::rcvhwm, live_hwm);
    socket.set(zmq::sockopt::subscribe, topic);
    socket.connect(endpoint);
    return socket;
}

} // namespace

Result<RequestSockets> connect_requests(zmq::context_t& context, const std::string& endpoint) {
    try {
        return undisturbed([&] { return make_requests(context, endpoint); });
    } catch (const zmq::error_t& error) {
        return no_endpoint(endpoint, error);
    }
}

Result<zmq::socket_t> connect_live(zmq::context_t& context, const std::string& endpoint,
                                   const std::string& topic, std::optional<std::size_t> frame_bytes_max) {
    try {
        return undisturbed([&] { return make_live(context, endpoint, topic, frame_bytes_max); });
    } catch (const zmq::error_t& error) {
        return no_endpoint(endpoint, error);
    }
}

bool RequestSockets::ended() {
    bool any = false;
    while (receive_frames(monitor))
        any = true; // only endings are monitored
    return any;
}

void wait(std::span<zmq::pollitem_t> items, std::chrono::milliseconds longest) {
    try {
        zmq::poll(items.data(), items.size(), longest);
    } catch (const zmq::error_t& error) {
        if (error.num() != EINTR) throw;
    }
}

bool send_frames(zmq::socket_t& socket, const std::vector<std::string_view>& frames) {
    for (std::size_t at = 0; at < frames.size(); ++at) {
        const auto flags = at + 1 < frames.size() ? zmq::send_flags::sndmore | zmq::send_flags::dontwait
                                                  : zmq::send_flags::dontwait;
        if (!undisturbed([&] { return socket.send(zmq::buffer(frames[at]), flags); })) return false;
    }
    return true;
}

std::optional<Frames> receive_frames(zmq::socket_t& socket) {
    Frames frames;
    do {
        zmq::message_t frame;
        // The parts of a message arrive together: only the first can be missing.
        if (!undisturbed([&] { return socket.recv(frame, zmq::recv_flags::dontwait); })) return std::nullopt;
        frames.push_back(std::move(frame));
    } while (frames.back().more());
    return frames;
}

} // namespace regiekamer::link
