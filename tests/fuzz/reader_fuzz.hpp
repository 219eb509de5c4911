// What every reader keeps to, whatever the bytes: it does not throw, and what it says a hub takes.
#pragma once

#include "messaging/codec/codec.hpp"
#include "messaging/feeds/feed.hpp"

#include <cstdlib>

namespace regiekamer::feeds {

inline const Instant fuzz_arrival = *read_instant("2026-07-01T12:00:00Z");

/// Gives the piece twice: what was said is no news the second time, or is said under another name.
inline void give(const Reader& reader, const unsigned char* data, std::size_t size) {
    const std::string_view piece(reinterpret_cast<const char*>(data), size);
    for (int time = 0; time < 2; ++time) {
        const Became became = reader(piece, fuzz_arrival);
        for (const auto& said : became.said) {
            Message message;
            message.id = said.id.empty() ? "new" : said.id;
            message.source = "fuzz";
            message.time = said.time.value_or(fuzz_arrival);
            message.body = said.body;
            const std::string event = codec::encode(message);
            if (!codec::decode(event)) std::abort();
            if (time == 1 && !said.id.empty()) std::abort();
        }
        for (const auto& aside : became.aside)
            if (aside.reason.empty() || aside.sample.size() > sample_bytes_max) std::abort();
        if (became.said.empty() && became.aside.empty() && became.remarks.empty() && time == 0 &&
            piece.size() > 1'000'000)
            std::abort(); // so much, and not a word about it
    }
}

} // namespace regiekamer::feeds
