// Reads what is typed in a time field.
#include "dashboard/panels/dialogs/moment_text.hpp"

#include "dashboard/panels/dialogs/date_text.hpp"
#include "dashboard/panels/dialogs/which_hour.hpp"
#include "dashboard/picture/time_zone.hpp"

#include <charconv>
#include <string>

namespace regiekamer::panels {
namespace {

std::optional<int> whole(std::string_view text) {
    int value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || text.size() > 4 || read.ec != std::errc() || read.ptr != text.data() + text.size() ||
        value < 0)
        return std::nullopt;
    return value;
}

std::optional<Instant> relative(std::string_view text, Instant now) {
    const bool in_hours = text.ends_with('u');
    if (in_hours) text.remove_suffix(1);
    const auto count = whole(text);
    if (!count) return std::nullopt;
    return in_hours ? now + hours(*count) : now + minutes(*count);
}

} // namespace

std::optional<Instant> typed_moment(std::string_view text, Instant now) {
    while (text.starts_with(' '))
        text.remove_prefix(1);
    while (text.ends_with(' '))
        text.remove_suffix(1);
    if (text.starts_with('+')) return relative(text.substr(1), now);
    const WhichHour which = take_which_hour(text);
    const auto colon = text.find_first_of(":.");
    std::optional<int> hour, minute;
    if (colon != std::string_view::npos) {
        hour = whole(text.substr(0, colon));
        minute = whole(text.substr(colon + 1));
    } else if (text.size() == 4) {
        hour = whole(text.substr(0, 2));
        minute = whole(text.substr(2));
    }
    if (!hour || !minute || *hour > 23 || *minute > 59) return std::nullopt;
    const auto today = picture::local_day(now);
    for (const int day : {-1, 0, 1}) {
        const auto first = picture::from_local(picture::LocalInstant(today + date::days(day)) + hours(*hour) +
                                               minutes(*minute));
        const auto at = in_that_hour(first, which, now);
        if (at && *at > now - hours(12)) return at;
    }
    return std::nullopt;
}

std::optional<Instant> typed_coming_moment(std::string_view text, Instant now) {
    if (const auto at = typed_moment(text, now)) return at;
    constexpr auto end_of_day = hours(23) + minutes(59);
    return typed_date(text, now, picture::local_day(now), end_of_day);
}

} // namespace regiekamer::panels
