// Options and binding. Figures for heartbeat, handshake and frame size are the contract's.
#include "messaging/hub/socket.hpp"

#include "messaging/codec/wire.hpp"
#include "messaging/hub/readable.hpp"

#include <algorithm>
#include <arpa/inet.h>
#include <cerrno>

namespace regiekamer::hub {
namespace {

constexpr int heartbeat_ms = 1'000;         // a frozen peer is otherwise never noticed
constexpr int heartbeat_timeout_ms = 3'000; //
constexpr int handshake_ms = 3'000;         // half-open connections hold a file descriptor that long
constexpr std::int64_t feed_frame_bytes_max = 64 * 1024 * 1024;
constexpr int linger_ms = 200; // last answers go out; a stop stays within a second

void set_common(zmq::socket_t& socket) {
    socket.set(zmq::sockopt::heartbeat_ivl, heartbeat_ms);
    socket.set(zmq::sockopt::heartbeat_timeout, heartbeat_timeout_ms);
    socket.set(zmq::sockopt::heartbeat_ttl, heartbeat_timeout_ms);
    socket.set(zmq::sockopt::handshake_ivl, handshake_ms);
    socket.set(zmq::sockopt::linger, linger_ms);
    socket.set(zmq::sockopt::maxmsgsize, static_cast<std::int64_t>(wire::frame_bytes_max));
}

bool is_loopback(const std::string& host) {
    if (host == "localhost" || host == "[::1]") return true;
    in_addr address{};
    return host.starts_with("127.") && inet_pton(AF_INET, host.c_str(), &address) == 1;
}

bool is_port(std::string_view port) {
    if (port == "*") return true;
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    return !port.empty() && port.size() <= 5 && std::all_of(port.begin(), port.end(), digit) &&
           std::stoul(std::string(port)) <= 65'535;
}

} // namespace

Result<std::string> bindable(const std::string& endpoint) {
    constexpr std::string_view tcp = "tcp://";
    if (!is_utf8(endpoint) || has_control_character(endpoint))
        return refuse(quoted(endpoint, 60), "control characters",
                      "an endpoint such as tcp://127.0.0.1:11200");
    if (endpoint.starts_with("ipc://") || endpoint.starts_with("inproc://")) return endpoint;
    const auto colon = endpoint.rfind(':');
    if (!endpoint.starts_with(tcp) || colon < tcp.size())
        return refuse(endpoint, "no endpoint", "tcp://127.0.0.1:PORT, ipc://FILE or inproc://NAME");
    const auto host = endpoint.substr(tcp.size(), colon - tcp.size());
    const auto port = endpoint.substr(colon + 1);
    if (!is_port(port)) return refuse(endpoint, "port " + quoted(port, 20), "a port from 0 to 65535, or *");
    if (!is_loopback(host))
        return refuse(
            endpoint, "an address beyond this machine",
            "loopback (127.0.0.1, [::1] or localhost): without keys a hub is for this machine only");
    // libzmq takes a name to bind for that of a network card
    return std::string(tcp) + (host == "localhost" ? "127.0.0.1" : host) + ":" + port;
}

zmq::socket_t request_socket(zmq::context_t& context) {
    zmq::socket_t socket(context, zmq::socket_type::router);
    set_common(socket);
    socket.set(zmq::sockopt::router_mandatory,
               true); // an answer to who has gone is an error, not lost silently
    socket.set(zmq::sockopt::rcvhwm, requests_waiting_max);
    socket.set(zmq::sockopt::sndhwm, requests_waiting_max);
    return socket;
}

zmq::socket_t live_socket(zmq::context_t& context) {
    zmq::socket_t socket(context, zmq::socket_type::xpub);
    set_common(socket);
    socket.set(zmq::sockopt::sndhwm, live_waiting_max);
    socket.set(zmq::sockopt::rcvhwm, requests_waiting_max);
    return socket;
}

Result<zmq::socket_t> feed_socket(zmq::context_t& context, const std::string& endpoint) {
    if (endpoint.size() > 256 || !is_utf8(endpoint) || has_control_character(endpoint))
        return refuse("feed " + quoted(endpoint, 60), "no endpoint",
                      "one of at most 256 bytes, such as tcp://host:port");
    zmq::socket_t socket(context, zmq::socket_type::sub);
    set_common(socket);
    // A frame beyond libzmq's own limit ends the connection for good, in silence: what is too large comes in,
    // and is refused in so many words.
    socket.set(zmq::sockopt::maxmsgsize, feed_frame_bytes_max);
    socket.set(zmq::sockopt::rcvhwm, feed_waiting_max);
    socket.set(zmq::sockopt::reconnect_ivl, 100);
    socket.set(zmq::sockopt::reconnect_ivl_max, 5'000);
    socket.set(zmq::sockopt::ipv6, true);
    socket.set(zmq::sockopt::subscribe, "");
    try {
        socket.connect(endpoint);
    } catch (const zmq::error_t& error) {
        return refuse("feed " + endpoint, error.what(),
                      "the endpoint of a PUB socket, such as tcp://host:port");
    }
    return socket;
}

Result<std::string> bind_to(zmq::socket_t& socket, const std::string& endpoint) {
    auto checked = bindable(endpoint);
    if (!checked) return checked;
    try {
        socket.set(zmq::sockopt::ipv6, checked->starts_with("tcp://["));
        socket.bind(*checked);
        return socket.get(zmq::sockopt::last_endpoint);
    } catch (const zmq::error_t& error) {
        if (error.num() == EADDRINUSE)
            return refuse(endpoint, "already in use, perhaps by another hub", "a free endpoint");
        return refuse(endpoint, error.what(), "an endpoint that can be bound");
    }
}

bool receive(zmq::socket_t& socket, Multipart& into, std::size_t frames_max, std::size_t bytes_max) {
    into.frames.clear();
    into.count = into.bytes = 0;
    for (bool more = true; more;) {
        zmq::message_t frame;
        if (!socket.recv(frame, zmq::recv_flags::dontwait)) return false; // only before the first frame
        more = frame.more();
        ++into.count;
        into.bytes += frame.size();
        if (into.frames.size() < frames_max && into.bytes <= bytes_max)
            into.frames.push_back(std::move(frame));
    }
    return true;
}

} // namespace regiekamer::hub
