// What people wrote, in the files of other programs: whatever stands in it, it stays in its own place.
#pragma once

#include "messaging/vocabulary/message.hpp"

#include <string>
#include <string_view>

namespace pugi {
class xml_document;
class xml_node;
} // namespace pugi

namespace regiekamer::exchange {

/// Where a file comes from; every one of them says so.
struct Origin {
    Mode mode = Mode::exercise;
    std::string journal; ///< its uuid
};

/// One line of what can be seen (codec::plain_line), cut to `most` characters with … behind it.
std::string line_of(std::string_view text, std::size_t most = 12'000);
/// The same behind "OEFENING · " when it is one.
std::string titled(Mode mode, std::string_view text, std::size_t most);
/// For identifiers: letters, digits, "-", "." and "_" stay, any other byte becomes %XX, so that two never
/// become one.
std::string identifier_of(std::string_view text);

/// An identifier that people read too: as it stands where each of its characters can be seen, else as above.
std::string readable_identifier(const std::string& text);

/// A document that begins with its declaration, and as UTF-8 text.
void declare(pugi::xml_document& document);
std::string text_of(const pugi::xml_document& document);
/// An element with text; nothing when the text is empty.
void put(pugi::xml_node parent, const char* name, const std::string& text);

} // namespace regiekamer::exchange
