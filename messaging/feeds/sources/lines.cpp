// See the header.
#include "messaging/feeds/sources/lines.hpp"

#include <algorithm>
#include <utility>

namespace regiekamer::feeds {

void Lines::add(std::string_view bytes) {
    while (!bytes.empty()) {
        const auto end = bytes.find('\n');
        const bool ends = end != std::string_view::npos;
        if (!cut_) {
            open_ += bytes.substr(0, std::min(end, bytes_max_ + 1 - open_.size()));
            // Of one that does not end is told before it does: else nobody would hear of it.
            cut_ = open_.size() > bytes_max_;
            if (ends || cut_) whole_.push_back(std::exchange(open_, {}));
        }
        if (!ends) return;
        cut_ = false;
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
