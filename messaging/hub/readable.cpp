// UTF-8, read strictly: the table of RFC 3629.
#include "messaging/hub/readable.hpp"

#include "messaging/codec/parse.hpp"

namespace regiekamer::hub {
namespace {

unsigned char byte_at(std::string_view text, std::size_t at) {
    return static_cast<unsigned char>(text[at]);
}

bool in(unsigned char byte, unsigned char low, unsigned char high) {
    return byte >= low && byte <= high;
}

/// Bytes of the character that starts at `at`; 0 when none does.
std::size_t character_bytes(std::string_view text, std::size_t at) {
    const unsigned char first = byte_at(text, at);
    if (first < 0x80) return 1;
    std::size_t size = 0;
    unsigned char low = 0x80;
    unsigned char high = 0xBF;
    if (in(first, 0xC2, 0xDF)) {
        size = 2;
    } else if (in(first, 0xE0, 0xEF)) {
        size = 3;
        if (first == 0xE0) low = 0xA0;  // overlong below
        if (first == 0xED) high = 0x9F; // surrogates above
    } else if (in(first, 0xF0, 0xF4)) {
        size = 4;
        if (first == 0xF0) low = 0x90;
        if (first == 0xF4) high = 0x8F; // beyond U+10FFFF above
    }
    if (size == 0 || at + size > text.size() || !in(byte_at(text, at + 1), low, high)) return 0;
    for (std::size_t i = 2; i < size; ++i)
        if (!in(byte_at(text, at + i), 0x80, 0xBF)) return 0;
    return size;
}

} // namespace

bool is_utf8(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const auto size = character_bytes(text, at);
        if (size == 0) return false;
        at += size;
    }
    return true;
}

bool has_control_character(std::string_view text) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        const unsigned char c = byte_at(text, at);
        if (c < 0x20 || c == 0x7F) return true;
        if (c == 0xC2 && at + 1 < text.size() && byte_at(text, at + 1) < 0xA0) return true;
    }
    return false;
}

std::string quoted(std::string_view bytes, std::size_t characters) {
    std::string text;
    const auto worth = bytes.substr(0, 4 * (characters + 1)); // no character is longer than 4 bytes
    for (std::size_t at = 0; at < worth.size();) {
        const auto size = character_bytes(worth, at);
        if (size == 0 || worth[at] == '\0')
            text += "\uFFFD";
        else
            text += worth.substr(at, size);
        at += size == 0 ? 1 : size;
    }
    return codec::cut(text, characters);
}

} // namespace regiekamer::hub
