// One line of a P2000 decoder (multimon-ng 1.2.0, FLEX) -> one page, or why not (formats.md §2, forms C and
// C').
#pragma once

#include "messaging/feeds/p2000_config.hpp"
#include "messaging/vocabulary/warning.hpp"

#include <string_view>
#include <variant>

namespace regiekamer::feeds {

inline constexpr std::size_t p2000_line_bytes_max = 8 * 1024;

/// A banner or debug line of the decoder, or an empty one: no page, and nothing wrong.
struct NoPage {};

/// `where` is "line", `found` the line, cut; `expected` what a page looks like.
using P2000Line = std::variant<PageReceived, NoPage, Problem>;

/// Total: any bytes give an answer. Not UTF-8 is read as Latin-1; U+0000 becomes U+FFFD.
P2000Line read_p2000_line(std::string_view line, const P2000Config& config);

} // namespace regiekamer::feeds
