// The reading is strict: what is not wholly understood is no time.
#include "dashboard/catalogue/event_time.hpp"

#include "dashboard/picture/time_zone.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace regiekamer::catalogue {
namespace {

constexpr int count_max = 1000;
constexpr minutes end_of_day = hours(23) + minutes(59);
constexpr std::array<std::string_view, 12> months{"jan", "feb", "mrt", "apr", "mei", "jun",
                                                  "jul", "aug", "sep", "okt", "nov", "dec"};

std::optional<int> take_number(std::string_view& text) {
    int value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    if (read.ec != std::errc() || value < 0 || value > count_max) return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(read.ptr - text.data()));
    return value;
}

bool take(std::string_view& text, char wanted) {
    if (!text.starts_with(wanted)) return false;
    text.remove_prefix(1);
    return true;
}

std::optional<minutes> read_clock(std::string_view text) {
    const auto hour = take_number(text);
    if (!hour || *hour > 23 || !take(text, ':') || text.size() != 2) return std::nullopt;
    const auto minute = take_number(text);
    if (!minute || *minute > 59 || !text.empty()) return std::nullopt;
    return hours(*hour) + minutes(*minute);
}

std::optional<EventTime> read_day_of_year(std::string_view text) {
    const auto day = take_number(text);
    if (!day || !take(text, ' ')) return std::nullopt;
    const auto month = std::find(months.begin(), months.end(), text);
    if (month == months.end()) return std::nullopt;
    EventTime time;
    time.from = EventTime::From::year_before;
    time.whole_days = true;
    time.month = static_cast<unsigned>(month - months.begin()) + 1;
    time.day_of_month = static_cast<unsigned>(*day);
    // 29 feb is not in every year
    const auto date = date::year(2027) / static_cast<int>(time.month) / *day;
    return date.ok() ? std::optional(time) : std::nullopt;
}

std::optional<EventTime> read_offset(EventTime time, int sign, std::string_view text) {
    const auto count = take_number(text);
    if (!count || text.empty()) return std::nullopt;
    const char unit = text.front();
    text.remove_prefix(1);
    if (unit == 'w' || unit == 'd') {
        time.whole_days = true;
        time.days = sign * *count * (unit == 'w' ? 7 : 1);
        if (text.empty()) return time;
        if (!take(text, ' ')) return std::nullopt;
        time.clock = read_clock(text);
        return time.clock ? std::optional(time) : std::nullopt;
    }
    if (!text.empty() || (unit != 'u' && unit != 'm')) return std::nullopt;
    time.offset = unit == 'u' ? microseconds(hours(sign * *count)) : microseconds(minutes(sign * *count));
    return time;
}

} // namespace

std::optional<EventTime> read_event_time(std::string_view text) {
    EventTime time;
    if (take(text, 'B'))
        time.from = EventTime::From::begin;
    else if (take(text, 'E'))
        time.from = EventTime::From::end;
    else
        return read_day_of_year(text);
    if (text.empty()) return time;
    if (take(text, '-')) return read_offset(time, -1, text);
    if (take(text, '+')) return read_offset(time, 1, text);
    return std::nullopt;
}

Instant resolve(const EventTime& time, Instant from, std::optional<Instant> until) {
    const Instant base = time.from == EventTime::From::end ? until.value_or(from) : from;
    if (!time.whole_days) return base + time.offset;
    picture::LocalDay day = picture::local_day(base) + date::days(time.days);
    if (time.from == EventTime::From::year_before) {
        const auto year = date::year_month_day(day).year() - date::years(1);
        day = picture::LocalDay(year / static_cast<int>(time.month) / static_cast<int>(time.day_of_month));
    }
    return picture::from_local(picture::LocalInstant(day) + time.clock.value_or(end_of_day));
}

} // namespace regiekamer::catalogue
