// See the header.
#include "messaging/feeds/bytes.hpp"

#include "messaging/feeds/feed.hpp"

namespace regiekamer::feeds {

bool is_utf8(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const auto c = static_cast<unsigned char>(text[at]);
        const std::size_t more = c < 0x80                ? 0
                                 : c >= 0xC2 && c < 0xE0 ? 1
                                 : c >= 0xE0 && c < 0xF0 ? 2
                                 : c >= 0xF0 && c < 0xF5 ? 3
                                                         : 9;
        if (more == 9 || at + more >= text.size() + (more == 0 ? 1 : 0)) return false;
        for (std::size_t i = 1; i <= more; ++i)
            if ((static_cast<unsigned char>(text[at + i]) & 0xC0U) != 0x80U) return false;
        const auto second = more > 0 ? static_cast<unsigned char>(text[at + 1]) : 0;
        // Overlong forms, surrogates and what lies beyond U+10FFFF.
        if ((c == 0xE0 && second < 0xA0) || (c == 0xED && second > 0x9F) || (c == 0xF0 && second < 0x90) ||
            (c == 0xF4 && second > 0x8F))
            return false;
        at += more + 1;
    }
    return true;
}

std::string text_of(std::string_view bytes) {
    const bool utf8 = is_utf8(bytes);
    std::string text;
    for (const char c : bytes) {
        const auto code = static_cast<unsigned char>(c);
        if (code == 0) {
            text += "\xEF\xBF\xBD";
        } else if (utf8 || code < 0x80) {
            text += c;
        } else {
            text += static_cast<char>(0xC0U | (code >> 6U));
            text += static_cast<char>(0x80U | (code & 0x3FU));
        }
    }
    return text;
}

std::string sample_of(std::string_view bytes) {
    std::size_t size = std::min(bytes.size(), sample_bytes_max);
    while (size < bytes.size() && size > 0 && (static_cast<unsigned char>(bytes[size]) & 0xC0U) == 0x80U)
        --size; // not within a character
    std::string sample = text_of(bytes.substr(0, size));
    if (sample.size() > sample_bytes_max) sample = text_of(bytes.substr(0, sample_bytes_max / 3));
    return sample;
}

} // namespace regiekamer::feeds
