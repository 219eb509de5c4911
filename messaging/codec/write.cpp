// The leaves of the writer.
#include "messaging/codec/write.hpp"

#include <charconv>
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

/// Where the first byte at or after `at` stands that may have to be escaped: most text has none, and eight
/// bytes at a time are five times as fast.
std::size_t skip_plain(std::string_view text, std::size_t at) {
    for (std::uint64_t eight = 0; at + sizeof eight <= text.size(); at += sizeof eight) {
        std::memcpy(&eight, text.data() + at, sizeof eight);
        if (must_escape(eight)) break;
    }
    return at;
}

} // namespace

void write_value(std::string& out, std::string_view text) {
    static constexpr std::string_view hex = "0123456789abcdef";
    out += '"';
    std::size_t from = 0;
    for (std::size_t at = skip_plain(text, 0); at < text.size(); ++at) {
        const auto c = static_cast<unsigned char>(text[at]);
        if (c >= 0x20 && c != '"' && c != '\\') continue;
        out.append(text.substr(from, at - from));
        from = at + 1;
        if (c == '"' || c == '\\')
            out.append({'\\', static_cast<char>(c)});
        else if (c == '\n')
            out += "\\n";
        else
            out.append("\\u00").append({hex[c >> 4U], hex[c & 0xFU]});
        at = skip_plain(text, from) - 1;
    }
    out.append(text.substr(from)) += '"';
}

void write_value(std::string& out, double number) {
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    out.append(digits.data(), end);
}

void write_value(std::string& out, std::int64_t number) {
    std::array<char, 24> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    out.append(digits.data(), end);
}

} // namespace regiekamer::codec
