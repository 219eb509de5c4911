// When something is due, counted from an evenement: "B-14w", "B-3d 19:00", "B-2u", "E+4w", "1 nov".
#pragma once

#include "messaging/vocabulary/instant.hpp"

#include <optional>
#include <string_view>

namespace regiekamer::catalogue {

/// One time of the grammar. B is the begin, E the end; w weeks, d days, u hours, m minutes. Weeks and days
/// count the calendar, to the end of that day (23:59) unless a clock follows; hours and minutes are exact.
/// "1 nov" is that day of the year before (the calendar of evenementen is made in autumn).
struct EventTime {
    enum class From { begin, end, year_before };
    From from{};
    bool whole_days{};                ///< `days` counts; otherwise `offset`
    int days{};                       ///< from the day of `from`; negative is before
    microseconds offset{};            ///< exact
    std::optional<minutes> clock;     ///< local time of that day
    unsigned month{}, day_of_month{}; ///< of the year before
    bool operator==(const EventTime&) const = default;
};

/// None when the text is no time of the grammar.
std::optional<EventTime> read_event_time(std::string_view text);
/// Local time of Europe/Amsterdam, summer time included. Without an end, the begin is the end.
Instant resolve(const EventTime& time, Instant from, std::optional<Instant> until);

} // namespace regiekamer::catalogue
