// Looks for the few sequences by their bytes.
#include "messaging/codec/visible.hpp"

#include <algorithm>
#include <array>

namespace regiekamer::codec {
namespace {

bool is_control(std::string_view text, std::size_t at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x20 || byte == 0x7F) return true;
    if (byte != 0xC2 || at + 1 == text.size()) return false;
    const auto next = static_cast<unsigned char>(text[at + 1]);
    return next >= 0x80 && next < 0xA0;
}

} // namespace

bool all_visible(std::string_view text) {
    using namespace std::literals;
    static constexpr std::array hidden{"\xD8\x9C"sv,     "\xE2\x80\x8E"sv, "\xE2\x80\x8F"sv, "\xE2\x80\xAA"sv,
                                       "\xE2\x80\xAB"sv, "\xE2\x80\xAC"sv, "\xE2\x80\xAD"sv, "\xE2\x80\xAE"sv,
                                       "\xE2\x81\xA6"sv, "\xE2\x81\xA7"sv, "\xE2\x81\xA8"sv, "\xE2\x81\xA9"sv,
                                       "\xE2\x80\x8B"sv, "\xE2\x81\xA0"sv, "\xEF\xBB\xBF"sv};
    for (std::size_t at = 0; at < text.size(); ++at)
        if (is_control(text, at)) return false;
    return std::none_of(hidden.begin(), hidden.end(),
                        [&](std::string_view mark) { return text.find(mark) != std::string_view::npos; });
}

} // namespace regiekamer::codec
