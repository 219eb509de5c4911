// Reads with poll, so that a pipe on which nothing comes can be left at once.
#include "messaging/feeds/sources/stream_source.hpp"

#include <array>
#include <cerrno>
#include <chrono>
#include <unistd.h>

namespace regiekamer::feeds {
namespace {

constexpr std::size_t read_bytes = 64 * 1024;

} // namespace

Descriptor::~Descriptor() {
    if (number_ > STDERR_FILENO) close(number_);
}

bool wait_for(int descriptor, short events, milliseconds longest, const Stop& stop) {
    std::array<pollfd, 2> ready{pollfd{descriptor, events, 0}, pollfd{stop.descriptor(), POLLIN, 0}};
    if (poll(ready.data(), ready.size(), static_cast<int>(std::max<std::int64_t>(0, longest.count()))) <= 0)
        return false;
    return ready[0].revents != 0 && !stop.stopped();
}

Pulled LineStream::next(milliseconds longest, const Stop& stop) {
    std::array<char, read_bytes> bytes{};
    const auto until = std::chrono::steady_clock::now() + longest;
    for (;;) {
        if (auto line = lines_.next()) return Piece{std::move(*line), wall_clock()};
        if (ended_) return Ended{};
        const auto left = std::chrono::ceil<milliseconds>(until - std::chrono::steady_clock::now());
        if (!wait_for(from_.number(), POLLIN, left, stop)) return Nothing{};
        const auto count = read(from_.number(), bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR) continue;
        if (count > 0) {
            lines_.add({bytes.data(), static_cast<std::size_t>(count)});
            if (auto line = lines_.next()) return Piece{std::move(*line), wall_clock()};
            if (std::chrono::steady_clock::now() >= until) return Nothing{}; // bytes without a line
            continue;
        }
        ended_ = true;
        if (auto line = lines_.rest()) return Piece{std::move(*line), wall_clock()};
    }
}

Pulled WholeStream::next(milliseconds longest, const Stop& stop) {
    std::array<char, read_bytes> bytes{};
    const auto until = std::chrono::steady_clock::now() + longest;
    for (;;) {
        if (ended_) return Ended{};
        const auto left = std::chrono::ceil<milliseconds>(until - std::chrono::steady_clock::now());
        if (!wait_for(from_.number(), POLLIN, left, stop)) return Nothing{};
        const auto count = read(from_.number(), bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR) continue;
        if (count > 0) bytes_.append(bytes.data(), static_cast<std::size_t>(count));
        const bool too_large = bytes_.size() > document_bytes_max;
        if (count > 0 && !too_large) continue;
        ended_ = true;
        if (too_large) return Aside{"a document of more than 8 MB", {}};
        return Piece{std::move(bytes_), wall_clock()};
    }
}

} // namespace regiekamer::feeds
