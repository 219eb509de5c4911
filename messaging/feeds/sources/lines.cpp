// See the header.
#include "messaging/feeds/sources/lines.hpp"

#include <algorithm>
#include <utility>

namespace regiekamer::feeds {

void Lines::add(std::string_view bytes) {
    while (!bytes.empty()) {
        const auto end = bytes.find('\n');
        const auto part = bytes.substr(0, end);
        open_ +=
            part.substr(0, std::min(part.size(), bytes_max_ + 1 - std::min(open_.size(), bytes_max_ + 1)));
        if (end == std::string_view::npos) return;
        whole_.push_back(std::exchange(open_, {}));
        bytes.remove_prefix(end + 1);
    }
}

std::optional<std::string> Lines::next() {
    if (whole_.empty()) return std::nullopt;
    std::string line = std::move(whole_.front());
    whole_.pop_front();
    return line;
}

std::optional<std::string> Lines::rest() {
    if (open_.empty()) return std::nullopt;
    return std::exchange(open_, {});
}

} // namespace regiekamer::feeds
