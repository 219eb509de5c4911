// Where pieces come from. A source is pulled: who takes no pieces gets none, and so a flood slows its feed
// and nothing else.
#pragma once

#include "messaging/feeds/feed.hpp"
#include "messaging/feeds/sources/stop.hpp"
#include "messaging/vocabulary/instant.hpp"

#include <memory>
#include <variant>

namespace regiekamer::feeds {

/// The time is up, or it was asked to end.
struct Nothing {};
struct Piece {
    std::string bytes;
    Instant arrival;
    bool half = false; ///< a line whose end never came
};
/// It answers, and has nothing new.
struct Heard {};
/// One English sentence on why nothing comes. The source tries again by itself, waiting longer each time.
struct Fault {
    std::string sentence;
};
/// Nothing will ever come again.
struct Ended {};

using Pulled = std::variant<Nothing, Piece, Heard, Fault, Aside, Ended>;

class Source {
public:
    Source() = default;
    Source(const Source&) = delete;
    Source& operator=(const Source&) = delete;
    virtual ~Source() = default;

    /// What comes next; waits so long for it (an answer of a web server may take its own time-out). Lives on
    /// one thread. Never throws.
    virtual Pulled next(milliseconds longest, const Stop& stop) = 0;

    /// What it gave last is to be given again from then on, changed or not, where it still stands there.
    virtual void again(Instant /*from*/) {}
};

/// Whether it is time; once.
inline bool has_come(std::optional<Instant>& at) {
    if (!at || *at > wall_clock()) return false;
    at.reset();
    return true;
}

/// A source of documents gives no more of one than this.
inline constexpr std::size_t document_bytes_max = 8 * 1024 * 1024;

} // namespace regiekamer::feeds
