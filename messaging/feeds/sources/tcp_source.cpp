// One connection at a time; keep-alive notices a peer that went without a word.
#include "messaging/feeds/sources/tcp_source.hpp"

#include <array>
#include <cerrno>
#include <cstring>
#include <fmt/format.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

namespace regiekamer::feeds {
namespace {

constexpr milliseconds connect_timeout{10'000};
/// A connection that stands so long is one that works, though nothing came on it yet.
constexpr auto stands_after = std::chrono::seconds(5);

void keep_alive(int socket) {
    const int on = 1, idle = 30, apart = 10, times = 3;
    setsockopt(socket, SOL_SOCKET, SO_KEEPALIVE, &on, sizeof on);
    setsockopt(socket, IPPROTO_TCP, TCP_KEEPIDLE, &idle, sizeof idle);
    setsockopt(socket, IPPROTO_TCP, TCP_KEEPINTVL, &apart, sizeof apart);
    setsockopt(socket, IPPROTO_TCP, TCP_KEEPCNT, &times, sizeof times);
}

struct Addresses {
    addrinfo* first = nullptr;
    Addresses() = default;
    ~Addresses() {
        if (first != nullptr) freeaddrinfo(first);
    }
    Addresses(const Addresses&) = delete;
    Addresses& operator=(const Addresses&) = delete;
};

/// A connected socket, or why not.
Result<Descriptor> connect_to(const addrinfo& address, const Stop& stop) {
    Descriptor made(socket(address.ai_family, address.ai_socktype | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
    if (!made.open()) return refuse("", std::strerror(errno), "");
    if (::connect(made.number(), address.ai_addr, address.ai_addrlen) != 0 && errno != EINPROGRESS)
        return refuse("", std::strerror(errno), "");
    if (!wait_for(made.number(), POLLOUT, connect_timeout, stop)) return refuse("", "it does not answer", "");
    int failed = 0;
    socklen_t size = sizeof failed;
    getsockopt(made.number(), SOL_SOCKET, SO_ERROR, &failed, &size);
    if (failed != 0) return refuse("", std::strerror(failed), "");
    keep_alive(made.number());
    return made;
}

} // namespace

TcpSource::TcpSource(std::string host, std::string port, std::size_t line_bytes_max, link::BackOff back_off)
    : host_(std::move(host)), port_(std::move(port)), line_bytes_max_(line_bytes_max), lines_(line_bytes_max),
      back_off_(back_off) {}

Fault TcpSource::hang_up(const std::string& why) {
    connection_ = Descriptor(-1);
    retry_at_ = std::chrono::steady_clock::now() + back_off_.next();
    return Fault{fmt::format("{}:{}: {}", host_, port_, why)};
}

Pulled TcpSource::connect(const Stop& stop) {
    addrinfo wanted{};
    wanted.ai_socktype = SOCK_STREAM;
    Addresses addresses;
    if (const int failed = getaddrinfo(host_.c_str(), port_.c_str(), &wanted, &addresses.first); failed != 0)
        return hang_up(fmt::format("cannot be found: {}", gai_strerror(failed)));
    std::string why = "cannot be found";
    for (const addrinfo* at = addresses.first; at != nullptr && !stop.stopped(); at = at->ai_next) {
        auto made = connect_to(*at, stop);
        if (!made) {
            why = "cannot connect: " + made.error().found;
            continue;
        }
        connection_ = std::move(*made);
        connected_at_ = std::chrono::steady_clock::now();
        lines_ = Lines(line_bytes_max_);
        told_ = false;
        return Nothing{};
    }
    if (stop.stopped()) return Nothing{};
    return hang_up(why);
}

Pulled TcpSource::next(milliseconds longest, const Stop& stop) {
    using Clock = std::chrono::steady_clock;
    std::array<char, 64 * 1024> bytes{};
    const auto until = Clock::now() + longest;
    for (;;) {
        if (auto line = lines_.next()) return Piece{std::move(*line), wall_clock()};
        if (fault_) return *std::exchange(fault_, std::nullopt);
        if (!connection_.open()) {
            const auto before = std::chrono::ceil<milliseconds>(std::min(retry_at_, until) - Clock::now());
            if (stop.wait(before) || retry_at_ > Clock::now()) return Nothing{};
            auto connected = connect(stop);
            if (!connection_.open()) return connected;
        }
        if (!told_ && connected_at_ + stands_after <= Clock::now()) {
            told_ = true;
            return Heard{};
        }
        const auto look_at = told_ ? until : std::min(until, connected_at_ + stands_after);
        const auto left = std::chrono::ceil<milliseconds>(look_at - Clock::now());
        if (!wait_for(connection_.number(), POLLIN, left, stop)) {
            if (stop.stopped() || Clock::now() >= until) return Nothing{};
            continue;
        }
        const auto count = read(connection_.number(), bytes.data(), bytes.size());
        if (count > 0) {
            // one line and gone, again and again, is no source that came back
            if (connected_at_ + stands_after <= Clock::now()) back_off_.reset();
            told_ = true;
            lines_.add({bytes.data(), static_cast<std::size_t>(count)});
            if (auto line = lines_.next()) return Piece{std::move(*line), wall_clock()};
            if (Clock::now() >= until) return Nothing{}; // bytes without a line are no reason to stay
            continue;
        }
        if (count < 0 && (errno == EINTR || errno == EAGAIN)) continue;
        fault_ = hang_up(count == 0 ? std::string("closed the connection")
                                    : std::string("the connection broke: ") + std::strerror(errno));
        if (auto line = lines_.rest()) return Piece{std::move(*line), wall_clock(), true};
    }
}

} // namespace regiekamer::feeds
