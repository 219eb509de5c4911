// See the header.
#include "messaging/feeds/bytes.hpp"

#include "messaging/feeds/feed.hpp"

namespace regiekamer::feeds {

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
