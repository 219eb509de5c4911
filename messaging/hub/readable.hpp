// What strangers send, made fit to be quoted in a sentence or a message.
#pragma once

#include <string>
#include <string_view>

namespace regiekamer::hub {

/// Whether `text` is well-formed UTF-8 (no surrogates, no overlong forms).
bool is_utf8(std::string_view text);

/// Whether a character below U+0020, U+007F or one of U+0080-U+009F stands in it; `text` is UTF-8.
bool has_control_character(std::string_view text);

/// At most `characters` of `bytes`: what is no UTF-8 and what is U+0000 becomes U+FFFD.
std::string quoted(std::string_view bytes, std::size_t characters);

} // namespace regiekamer::hub
