// The leaves of the writer: texts and instants.
#include "messaging/codec/write.hpp"

#include <cstring>

namespace regiekamer::codec {
namespace {

/// Whether one of eight bytes must be escaped: below 0x20, a quote or a backslash. Exact for all eight
/// together.
bool must_escape(std::uint64_t eight) {
    constexpr std::uint64_t ones = 0x0101010101010101U, tops = 0x8080808080808080U;
    const auto has_zero = [](std::uint64_t bytes) { return (bytes - ones) & ~bytes & tops; };
    const auto below_space = (eight - ones * 0x20U) & ~eight & tops;
    return (below_space | has_zero(eight ^ ones * '"') | has_zero(eight ^ ones * '\\')) != 0;
}

bool must_escape(char letter) {
    return static_cast<unsigned char>(letter) < 0x20 || letter == '"' || letter == '\\';
}

/// One letter that must be escaped; at most six bytes.
char* put_escaped(char* at, char letter) {
    static constexpr std::string_view hex = "0123456789abcdef";
    const auto code = static_cast<unsigned char>(letter);
    *at++ = '\\';
    if (letter == '"' || letter == '\\' || letter == '\n') {
        *at++ = letter == '\n' ? 'n' : letter;
        return at;
    }
    for (const char c : {'u', '0', '0', hex[code >> 4U], hex[code & 0xFU]})
        *at++ = c;
    return at;
}

} // namespace

void write_value(Text& out, std::string_view text) {
    constexpr std::size_t escaped_most = 6, quotes = 2;
    char* at = out.room(text.size() + quotes);
    *at++ = '"';
    std::size_t next = 0;
    // Most text has nothing to escape, and eight bytes at a time are five times as fast.
    for (std::uint64_t eight = 0; next + sizeof eight <= text.size(); next += sizeof eight) {
        std::memcpy(&eight, text.data() + next, sizeof eight);
        if (must_escape(eight)) break;
        std::memcpy(at, &eight, sizeof eight);
        at += sizeof eight;
    }
    if (next > 0 && text.size() - next < sizeof(std::uint64_t)) { // the rest with what stands before it
        std::uint64_t last = 0;
        std::memcpy(&last, text.data() + text.size() - sizeof last, sizeof last);
        if (!must_escape(last)) {
            at += text.size() - next;
            std::memcpy(at - sizeof last, &last, sizeof last);
            next = text.size();
        }
    }
    for (; next < text.size() && !must_escape(text[next]); ++next)
        *at++ = text[next];
    if (next < text.size()) {
        out.wrote(at);
        at = out.room((text.size() - next) * escaped_most + 1);
        for (; next < text.size(); ++next)
            if (must_escape(text[next]))
                at = put_escaped(at, text[next]);
            else
                *at++ = text[next];
    }
    *at++ = '"';
    out.wrote(at);
}

void write_value(Text& out, Instant instant) {
    char* at = out.room(instant_letters + 2);
    *at++ = '"';
    at = put_text(at, instant);
    *at++ = '"';
    out.wrote(at);
}

} // namespace regiekamer::codec
