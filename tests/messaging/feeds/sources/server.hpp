// A server of a test's own on a loopback port: what it does with each connection is told.
#pragma once

#include "messaging/feeds/sources/source.hpp"
#include "messaging/feeds/sources/stream_source.hpp"
#include "tests/support/catch.hpp"

#include <array>
#include <functional>
#include <netinet/in.h>
#include <stdexcept>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

class Server {
public:
    /// Called for each connection, one at a time, with how many came before.
    using Serve = std::function<void(int connection, int number)>;

    /// `port` 0: any that is free.
    explicit Server(Serve serve, int port = 0) : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
        const int on = 1;
        setsockopt(socket_.number(), SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        address.sin_port = htons(static_cast<std::uint16_t>(port));
        socklen_t size = sizeof address;
        if (bind(socket_.number(), reinterpret_cast<sockaddr*>(&address), size) != 0 ||
            listen(socket_.number(), 8) != 0 ||
            getsockname(socket_.number(), reinterpret_cast<sockaddr*>(&address), &size) != 0)
            throw std::runtime_error("no port for a test's server");
        port_ = ntohs(address.sin_port);
        thread_ = std::thread([this, serve = std::move(serve)] {
            for (int number = 0;
                 regiekamer::feeds::wait_for(socket_.number(), POLLIN, std::chrono::hours(1), stop_);
                 ++number) {
                const regiekamer::feeds::Descriptor connection(accept(socket_.number(), nullptr, nullptr));
                serve(connection.number(), number);
            }
        });
    }
    ~Server() {
        stop_.stop();
        thread_.join();
    }
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    [[nodiscard]] std::string port() const { return std::to_string(port_); }
    [[nodiscard]] std::string url() const { return "http://127.0.0.1:" + port() + "/a?key=secret"; }

private:
    regiekamer::feeds::Descriptor socket_;
    int port_ = 0;
    regiekamer::feeds::Stop stop_;
    std::thread thread_;
};

inline void say(int connection, std::string_view bytes) {
    while (!bytes.empty()) {
        const auto sent = send(connection, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0) return;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
}

/// What the other side said, until an empty line or its end.
inline std::string listen_to(int connection) {
    std::string heard;
    std::array<char, 4096> bytes{};
    while (heard.find("\r\n\r\n") == std::string::npos) {
        const auto count = recv(connection, bytes.data(), bytes.size(), 0);
        if (count <= 0) break;
        heard.append(bytes.data(), static_cast<std::size_t>(count));
    }
    return heard;
}

/// Waits until the other side closes the connection.
inline void outwait(int connection) {
    std::array<char, 4096> bytes{};
    while (recv(connection, bytes.data(), bytes.size(), 0) > 0) {
    }
}

/// What comes next of a source, whatever it is; fails after ten seconds.
inline regiekamer::feeds::Pulled pulled(regiekamer::feeds::Source& source) {
    const regiekamer::feeds::Stop stop;
    const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(10);
    while (std::chrono::steady_clock::now() < until) {
        auto one = source.next(std::chrono::milliseconds(1000), stop);
        if (!std::holds_alternative<regiekamer::feeds::Nothing>(one)) return one;
    }
    throw std::runtime_error("nothing came of the source");
}
inline std::string piece(regiekamer::feeds::Source& source) {
    auto one = pulled(source);
    if (const auto* fault = std::get_if<regiekamer::feeds::Fault>(&one)) FAIL(fault->sentence);
    return std::get<regiekamer::feeds::Piece>(one).bytes;
}
inline std::string fault(regiekamer::feeds::Source& source) {
    return std::get<regiekamer::feeds::Fault>(pulled(source)).sentence;
}
