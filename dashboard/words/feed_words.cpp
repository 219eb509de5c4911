// Feeds are written in English, as everything that a program says to a program; the screen is not.
#include "dashboard/words/feed_words.hpp"

#include "dashboard/words/time_words.hpp"

#include <algorithm>
#include <array>

namespace regiekamer::words {
namespace {

struct Remark {
    std::string_view said, shown;
};

/// By their beginning, the longest first where one begins as another.
constexpr std::array feed_remarks{
    Remark{"a pager line", "een regel van de pager"},
};

} // namespace

std::string feed_state(const picture::FeedOverview& feed, Instant now) {
    if (!feed.health) return "zegt niet hoe het gaat";
    const std::string since = " sinds " + clock_near(feed.health_since, now);
    switch (feed.health->state) {
    case FeedState::loopt:
        return "loopt" + since;
    case FeedState::stil:
        return "stil" + since;
    case FeedState::fout:
        return "fout" + since;
    }
    return {};
}

std::string feed_note(std::string_view note) {
    for (const auto& remark : feed_remarks)
        if (!remark.said.empty() && note.starts_with(remark.said))
            return std::string(remark.shown) + std::string(note.substr(remark.said.size()));
    return std::string(note);
}

std::string counted(std::int64_t count) {
    std::string text = std::to_string(count);
    for (auto at = static_cast<std::ptrdiff_t>(text.size()) - 3; at > (count < 0 ? 1 : 0); at -= 3)
        text.insert(static_cast<std::size_t>(at), ".");
    return text;
}

} // namespace regiekamer::words
