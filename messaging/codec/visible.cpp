// Looks for the few sequences by their bytes.
#include "messaging/codec/visible.hpp"

#include <algorithm>
#include <array>
#include <cstdio>

namespace regiekamer::codec {
namespace {

bool is_control(std::string_view text, std::size_t at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x20 || byte == 0x7F) return true;
    if (byte != 0xC2 || at + 1 == text.size()) return false;
    const auto next = static_cast<unsigned char>(text[at + 1]);
    return next >= 0x80 && next < 0xA0;
}

using namespace std::literals;
constexpr std::array hidden{"\xD8\x9C"sv,     "\xE2\x80\x8E"sv, "\xE2\x80\x8F"sv, "\xE2\x80\xAA"sv,
                            "\xE2\x80\xAB"sv, "\xE2\x80\xAC"sv, "\xE2\x80\xAD"sv, "\xE2\x80\xAE"sv,
                            "\xE2\x81\xA6"sv, "\xE2\x81\xA7"sv, "\xE2\x81\xA8"sv, "\xE2\x81\xA9"sv,
                            "\xE2\x80\x8B"sv, "\xE2\x81\xA0"sv, "\xEF\xBB\xBF"sv};

/// The number of the character of `length` bytes that stands at `at`.
unsigned number_of(std::string_view text, std::size_t at, std::size_t length) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
    if (length == 1) return byte(0);
    if (length == 2) return ((byte(0) & 0x1FU) << 6U) | (byte(1) & 0x3FU);
    return ((byte(0) & 0x0FU) << 12U) | ((byte(1) & 0x3FU) << 6U) | (byte(2) & 0x3FU);
}

/// How many bytes at `at` cannot be seen: one control character or mark; 0: what stands there can.
std::size_t unseen(std::string_view text, std::size_t at) {
    if (is_control(text, at)) return static_cast<unsigned char>(text[at]) == 0xC2 ? 2 : 1;
    for (const auto mark : hidden)
        if (text.substr(at).starts_with(mark)) return mark.size();
    return 0;
}

std::string escaped(std::string_view text, bool lines) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t bytes = lines && text[at] == '\n' ? 0 : unseen(text, at);
        if (bytes == 0) {
            out += text[at++];
            continue;
        }
        char number[16];
        std::snprintf(number, sizeof number, "<U+%04X>", number_of(text, at, bytes));
        out += number;
        at += bytes;
    }
    return out;
}

} // namespace

bool all_visible(std::string_view text) {
    for (std::size_t at = 0; at < text.size(); ++at)
        if (is_control(text, at)) return false;
    return std::none_of(hidden.begin(), hidden.end(),
                        [&](std::string_view mark) { return text.find(mark) != std::string_view::npos; });
}

std::string visible(std::string_view text) {
    return escaped(text, false);
}

std::string visible_lines(std::string_view text) {
    return escaped(text, true);
}

std::string plain_line(std::string_view text) {
    static constexpr std::array breaks{"\xE2\x80\xA8"sv, "\xE2\x80\xA9"sv},
        none{"\xEF\xBF\xBE"sv, "\xEF\xBF\xBF"sv};
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const auto here = [&](std::string_view mark) { return text.substr(at).starts_with(mark); };
        const bool breaks_line = std::any_of(breaks.begin(), breaks.end(), here);
        const bool no_character = std::any_of(none.begin(), none.end(), here);
        const std::size_t bytes = breaks_line || no_character ? 3 : unseen(text, at);
        if (bytes == 0) {
            out += text[at++];
            continue;
        }
        if (breaks_line || bytes == 1) out += ' ';
        at += bytes;
    }
    return out;
}

} // namespace regiekamer::codec
