// What every reader keeps to, whatever the bytes: it does not throw, what it says a hub takes, and it says it
// once, also after a restart.
#pragma once

#include "messaging/codec/codec.hpp"
#include "messaging/feeds/feed.hpp"

#include <cstdlib>

namespace regiekamer::feeds {

inline const Instant fuzz_arrival = *read_instant("2026-07-01T12:00:00Z");

/// As a hub has them; an abort when it would not.
inline std::vector<Message> as_taken(const Became& became) {
    std::vector<Message> taken;
    for (const auto& said : became.said) {
        Message message;
        message.id = said.id.empty() ? "new" : said.id;
        message.source = "fuzz";
        message.time = said.time.value_or(fuzz_arrival);
        message.body = said.body;
        const auto decoded = codec::decode(codec::encode(message));
        if (!decoded) std::abort();
        taken.push_back(*decoded);
    }
    return taken;
}

/// Gives the piece twice, and to a reader that was restarted: what was said is no news then.
template <class Make>
void give(Make&& make, const unsigned char* data, std::size_t size) {
    const std::string_view piece(reinterpret_cast<const char*>(data), size);
    const Reader reader = make(), restarted = make();
    const Became first = reader(piece, fuzz_arrival);
    for (const auto& message : as_taken(first))
        restarted.recall(message);
    for (const auto& aside : first.aside)
        if (aside.reason.empty() || aside.sample.size() > sample_bytes_max) std::abort();
    if (first.said.empty() && first.aside.empty() && first.remarks.empty() && piece.size() > 1'000'000)
        std::abort(); // so much, and not a word about it
    for (const Became& again : {reader(piece, fuzz_arrival), restarted(piece, fuzz_arrival)}) {
        as_taken(again);
        for (const auto& said : again.said)
            if (!said.id.empty()) std::abort();
    }
}

} // namespace regiekamer::feeds
