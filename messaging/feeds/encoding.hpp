// Bytes of unknown origin to text that a message may carry.
#pragma once

#include <string>
#include <string_view>

namespace regiekamer::feeds {

/// UTF-8 as the codec takes it: no overlong form, no surrogate, nothing beyond U+10FFFF.
bool is_utf8(std::string_view text);

/// Latin-1 as the world writes it, that is Windows-1252, in UTF-8.
std::string utf8_of_latin1(std::string_view bytes);

/// Without a byte order mark, and read as Latin-1 where it is no UTF-8.
std::string utf8_of(std::string_view bytes);

/// Valid UTF-8 whatever it was: each byte that fits nowhere, and U+0000, is U+FFFD.
std::string cleaned(std::string_view text);

/// Without white space at its ends.
std::string_view stripped(std::string_view text);

/// ASCII's letters small; all else as it is.
std::string lower(std::string_view text);

/// At most so many bytes of valid UTF-8, cut between characters.
std::string_view cut_at(std::string_view text, std::size_t bytes_max);

} // namespace regiekamer::feeds
