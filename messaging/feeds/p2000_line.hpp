// One line of a P2000 decoder (multimon-ng, FLEX, all that it has printed since 1.1) -> one page, or why not:
//
//   A, B  FLEX: TS 1600/2/A 07.041 [001599101] ALN text        to 1.1.8, and numeric pages of all; B has /K/A
//   C     FLEX|TS|1600/2/K/A|07.041|002029568 001599101|ALN|text                               from 1.1.9 on
//   D     C without its TS (--flex-no-ts); FLEX|1600/2/A|07.041|[000123456]|NUM 0612
//   E     FLEX_NEXT|1600/2|07.041.A|0002029568|SG|5|ALN|3.0.K|0001599101|text      members only with a G
//   F     {"timestamp":"TS","capcode":1599101,"demod_name":"flex_alphanumeric","message":"text", …} (--json);
//         a tone page has tone, and of a long address tone_long, for its message
//
// TS is the clock of the decoder in UTC, without saying so. A label and a time may stand before each of them.
#pragma once

#include "messaging/feeds/p2000_config.hpp"
#include "messaging/vocabulary/warning.hpp"

#include <string_view>
#include <variant>

namespace regiekamer::feeds {

inline constexpr std::size_t p2000_line_bytes_max = 8 * 1024;

/// A banner or debug line of the decoder, or an empty one: no page, and nothing wrong.
struct NoPage {};

struct P2000Page {
    PageReceived page;
    bool wild = false; ///< among its capcodes was a number that no pager here has: left out
};

/// `where` is "line", `found` the line, cut; `expected` what a page looks like.
using P2000Line = std::variant<P2000Page, NoPage, Problem>;

/// Total: any bytes give an answer. Not UTF-8 is read as Latin-1; U+0000 becomes U+FFFD.
/// A form without a stamp has the arrival.
P2000Line read_p2000_line(std::string_view line, const P2000Config& config, Instant arrival = {});

/// What a text says of the page: its own, or that of all its parts so far.
void read_text(PageReceived& page, const std::string& said, const P2000Config& config);

} // namespace regiekamer::feeds
