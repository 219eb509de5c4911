// What is written otherwise becomes RFC 3339 before it is read: one reader knows the calendar.
#include "messaging/feeds/cap/cap_time.hpp"

#include <algorithm>
#include <string>

namespace regiekamer::feeds {
namespace {

bool digits(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// "+0100" and "+01" as "+01:00"; empty: it is no offset.
std::string offset_of(std::string_view text) {
    if (text == "Z" || text == "z") return "Z";
    if (text.empty() || (text[0] != '+' && text[0] != '-')) return {};
    const std::string sign(text.substr(0, 1));
    const auto hour = text.substr(1, 2);
    auto minute = text.substr(std::min<std::size_t>(text.size(), 3));
    if (minute.starts_with(':')) minute.remove_prefix(1);
    if (minute.empty()) minute = "00";
    if (hour.size() != 2 || minute.size() != 2 || !digits(hour) || !digits(minute)) return {};
    return sign + std::string(hour) + ":" + std::string(minute);
}

} // namespace

std::optional<CapTime> read_cap_time(std::string_view text) {
    constexpr std::size_t date_letters = 10, minute_letters = 5;
    if (text.size() < date_letters + 1 + minute_letters) return std::nullopt;
    const std::string date(text.substr(0, date_letters));
    const auto rest = text.substr(date_letters + 1);
    const auto zone = rest.find_first_of("Zz+-");
    if (std::string_view("Tt ").find(text[date_letters]) == std::string_view::npos ||
        zone == std::string_view::npos)
        return std::nullopt;
    std::string clock(rest.substr(0, zone));
    if (clock.size() == minute_letters) clock += ":00";
    const bool end_of_day = clock == "24:00:00";
    if (end_of_day) clock = "00:00:00";
    const auto instant = read_instant(date + "T" + clock + offset_of(rest.substr(zone)));
    if (!instant) return std::nullopt;
    const bool as_cap = text.size() == 25 && text[date_letters] == 'T' && text[22] == ':' && !end_of_day;
    return CapTime{*instant + (end_of_day ? hours(24) : hours(0)), as_cap};
}

} // namespace regiekamer::feeds
