// Strict little readers: what does not fit is nothing.
#include "scenarios/player/moment.hpp"

#include <array>
#include <cstdio>

namespace regiekamer::player {
namespace {

/// Takes `least` to `most` digits from the front.
std::optional<std::int64_t> take_digits(std::string_view& rest, std::size_t least, std::size_t most) {
    std::int64_t value = 0;
    std::size_t count = 0;
    while (count < rest.size() && count < most && rest[count] >= '0' && rest[count] <= '9')
        value = value * 10 + (rest[count++] - '0');
    if (count < least) return std::nullopt;
    rest.remove_prefix(count);
    return value;
}

bool take(std::string_view& rest, char c) {
    if (rest.empty() || rest.front() != c) return false;
    rest.remove_prefix(1);
    return true;
}

std::optional<seconds> unit_of(char c) {
    switch (c) {
    case 's':
        return seconds{1};
    case 'm':
        return seconds{60};
    case 'h':
        return seconds{3600};
    case 'd':
        return seconds{86'400};
    default:
        return std::nullopt;
    }
}

} // namespace

bool looks_like_offset(std::string_view text) {
    return text.starts_with("T+") || text.starts_with("T-");
}

std::optional<microseconds> read_offset(std::string_view text) {
    if (!looks_like_offset(text)) return std::nullopt;
    const int sign = text[1] == '-' ? -1 : 1;
    std::string_view rest = text.substr(2);
    const auto hour = take_digits(rest, 2, 4);
    if (!hour || !take(rest, ':')) return std::nullopt;
    const auto minute = take_digits(rest, 2, 2);
    std::optional<std::int64_t> second = 0;
    if (take(rest, ':')) second = take_digits(rest, 2, 2);
    if (!minute || !second || *minute > 59 || *second > 59 || !rest.empty()) return std::nullopt;
    return sign * (hours{*hour} + minutes{*minute} + seconds{*second});
}

std::string offset_text(microseconds offset) {
    const bool before = offset < microseconds{0};
    const auto total = std::chrono::duration_cast<seconds>(before ? -offset : offset).count();
    std::array<char, 40> text{};
    const auto hour = static_cast<long long>(total / 3600);
    const auto minute = static_cast<long long>(total / 60 % 60), second = static_cast<long long>(total % 60);
    const int size = second == 0 ? std::snprintf(text.data(), text.size(), "T%c%02lld:%02lld",
                                                 before ? '-' : '+', hour, minute)
                                 : std::snprintf(text.data(), text.size(), "T%c%02lld:%02lld:%02lld",
                                                 before ? '-' : '+', hour, minute, second);
    return {text.data(), static_cast<std::size_t>(size)};
}

std::optional<microseconds> read_duration(std::string_view text) {
    if (text.empty()) return std::nullopt;
    seconds total{0};
    for (std::string_view rest = text; !rest.empty();) {
        const auto count = take_digits(rest, 1, 6);
        if (!count || rest.empty()) return std::nullopt;
        const auto unit = unit_of(rest.front());
        if (!unit) return std::nullopt;
        rest.remove_prefix(1);
        total += *unit * *count;
    }
    return total;
}

} // namespace regiekamer::player
