// What every feed has in common: what came in, a piece at a time, and what each piece became.
#pragma once

#include "messaging/vocabulary/message.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace regiekamer::feeds {

/// What a piece says, before it is a message of this feed. A source is read again and again, also after a
/// restart, so what says the same twice has the same `id` and `time`, and the hub knows that it has it.
struct Said {
    Body body;
    std::string id;              ///< of the event, from the contents; empty: each is new (a page of a pager)
    std::optional<Instant> time; ///< the source's own instant; none: the arrival
    std::string event{}; ///< it came as a whole event of somebody else: sent on as it stands, byte for byte
};

/// A piece, or a part of one, that became nothing.
struct Aside {
    std::string reason; ///< English, the same words for the same fault: they are counted
    std::string sample; ///< what it was, cut to `sample_bytes_max` at a character
};
inline constexpr std::size_t sample_bytes_max = 400;

struct Became {
    std::vector<Said> said;
    std::vector<Aside> aside;
    std::vector<std::string> remarks; ///< what was taken although it differs from what the source should send
};

/// One kind of source: a piece (a line, or a whole document) and its arrival in, what it became out. Keeps
/// what it needs to tell news from what was said before (repeats, thresholds); asks no clock; never throws,
/// whatever the bytes. One thread.
using Reader = std::function<Became(std::string_view piece, Instant arrival)>;

} // namespace regiekamer::feeds
