// A name that one process can have and the kernel forgets with it: an abstract socket. Unlike a lock file it
// leaves nothing behind, and is seen by whoever can reach a hub on the loopback.
#include "scenarios/player/alone.hpp"

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <cstring>
#include <fmt/format.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>
#include <utility>

namespace regiekamer::player {
namespace {

struct Name {
    sockaddr_un address{};
    socklen_t size{};
    [[nodiscard]] const sockaddr* get() const { return reinterpret_cast<const sockaddr*>(&address); }
};

Name name_of(const std::string& journal) {
    Name name;
    name.address.sun_family = AF_UNIX;
    const std::string text = "regiekamer/player/" + journal;
    const auto length = std::min(text.size(), sizeof name.address.sun_path - 1);
    std::memcpy(name.address.sun_path + 1, text.data(), length); // its first byte is 0: abstract
    name.size = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + 1 + length);
    return name;
}

int stream() {
    return socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
}

/// " (process 4711)", or nothing where that cannot be known.
std::string process_of(const Name& name) {
    const int asking = stream();
    if (asking < 0) return {};
    ucred peer{};
    socklen_t size = sizeof peer;
    const bool known = connect(asking, name.get(), name.size) == 0 &&
                       getsockopt(asking, SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0 && peer.pid > 0;
    close(asking);
    return known ? fmt::format(" (process {})", peer.pid) : std::string();
}

} // namespace

std::optional<Alone> Alone::take(const std::string& journal) {
    const Name name = name_of(journal);
    const int held = stream();
    if (held < 0) return Alone(-1);
    if (bind(held, name.get(), name.size) == 0) {
        listen(held, SOMAXCONN); // so that others can ask whose it is; nobody answers them
        return Alone(held);
    }
    const bool taken = errno == EADDRINUSE;
    close(held);
    return taken ? std::nullopt : std::optional(Alone(-1));
}

Problem played_by_another(const std::string& journal) {
    return {"the exercise", "a player that plays it already" + process_of(name_of(journal)),
            "one player: stop that one first, or take part at a desk (regiekamer --connect)"};
}

Alone::~Alone() {
    if (socket_ >= 0) close(socket_);
}
Alone::Alone(Alone&& other) noexcept : socket_(std::exchange(other.socket_, -1)) {}
Alone& Alone::operator=(Alone&& other) noexcept {
    std::swap(socket_, other.socket_);
    return *this;
}

} // namespace regiekamer::player
