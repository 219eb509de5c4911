// What may be typed.
#include "dashboard/typed/checks.hpp"

#include "dashboard/picture/moment_text.hpp"
#include "messaging/vocabulary/instant.hpp"
#include "scenarios/player/moment.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace regiekamer::typed {
namespace {

template <class Number>
std::optional<Number> all_of_it(std::string_view text) {
    Number number{};
    const auto* const end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, number);
    return read.ec == std::errc() && read.ptr == end ? std::optional(number) : std::nullopt;
}

constexpr const char* like_instant = "2027-01-23T04:37:00+01:00";

} // namespace

Check whole_number(std::uint64_t least, std::uint64_t most) {
    return [least, most](const std::string& text) {
        const auto number = all_of_it<std::uint64_t>(text);
        if (number && *number >= least && *number <= most) return std::string();
        const std::string range = most == std::numeric_limits<std::int64_t>::max()
                                      ? fmt::format("a whole number from {}", least)
                                      : fmt::format("a whole number from {} to {}", least, most);
        return fmt::format("\"{}\" is not {}", text, range);
    };
}

Check number_above_0(double most) {
    return [most](const std::string& text) {
        const auto number = all_of_it<double>(text);
        if (number && *number > 0 && *number <= most) return std::string();
        return fmt::format("\"{}\" is not a number above 0, to {}", text, most);
    };
}

Check one_of(std::vector<std::string> words) {
    return [words = std::move(words)](const std::string& text) {
        if (std::find(words.begin(), words.end(), text) != words.end()) return std::string();
        return fmt::format("\"{}\" is not {}", text, fmt::join(words, " or "));
    };
}

std::string is_endpoint(const std::string& text) {
    const auto wrong = [&](const char* what) {
        return fmt::format("\"{}\" {}; say one such as tcp://127.0.0.1:11200", text, what);
    };
    if (text.starts_with("ipc://") && text.size() > 6) return {};
    if (!text.starts_with("tcp://")) return wrong("is no endpoint");
    const auto colon = text.rfind(':');
    if (colon <= 6) return wrong(colon < 6 ? "has no port" : "has no host or no port");
    const auto port = all_of_it<std::uint32_t>(std::string_view(text).substr(colon + 1));
    if (!port || *port == 0 || *port > 65'535) return wrong("has no port from 1 to 65535");
    return {};
}

std::string is_not_empty(const std::string& text) {
    return text.empty() ? "nothing was said" : std::string();
}

std::string is_instant(const std::string& text) {
    if (read_instant(text)) return {};
    return fmt::format("\"{}\" is no instant such as {}", text, like_instant);
}

std::string is_moment(const std::string& text) {
    const bool sequence = !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
    if (sequence || picture::exercise_offset(text) || read_instant(text)) return {};
    return fmt::format("\"{}\" is no moment: a sequence, T+hh:mm, or an instant such as {}", text,
                       like_instant);
}

std::string is_offset(const std::string& text) {
    return player::read_offset(text) ? std::string()
                                     : fmt::format("\"{}\" is not T+hh:mm or T+hh:mm:ss", text);
}

std::string is_instant_or_offset(const std::string& text) {
    if (player::read_offset(text) || read_instant(text)) return {};
    return fmt::format("\"{}\" is not T+hh:mm, nor an instant such as {}", text, like_instant);
}

} // namespace regiekamer::typed
