// Text that shows what it says: names and titles are read aloud and copied, so what cannot be seen is refused
// where people or files bring it in.
#pragma once

#include <string>
#include <string_view>

namespace regiekamer::codec {

/// Whether UTF-8 text has no control character (U+0000–001F, U+007F–009F), no mark that turns the direction
/// of reading (U+061C, 200E–200F, 202A–202E, 2066–2069), and none of no width (200B, 2060, FEFF). Letters
/// that run from right to left are themselves visible.
bool all_visible(std::string_view text);

/// The same text for a terminal or a log: what all_visible refuses stands there as what it is, "<U+202E>".
std::string visible(std::string_view text);
/// Text of more than one line: its line breaks stay.
std::string visible_lines(std::string_view text);

/// The same text as one line for paper and for other programs: a control character and any line break is a
/// space, what else all_visible refuses is left out, and so is what XML has no place for (U+FFFE, U+FFFF).
std::string plain_line(std::string_view text);

} // namespace regiekamer::codec
