// The leaves of the writer.
#include "messaging/codec/write.hpp"

#include <charconv>

namespace regiekamer::codec {

void write_value(std::string& out, std::string_view text) {
    static constexpr std::string_view hex = "0123456789abcdef";
    out += '"';
    std::size_t from = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
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
