// The clock of calendars, by libical: zones that a calendar describes itself, durations, and repetitions in
// all forms of RFC 5545 that people's calendars have. libical reads values only; which line a value stands on
// is ours to know (ical.cpp), since its own parser drops what it cannot read and names no line.
#pragma once

#include "messaging/vocabulary/instant.hpp"

#include <date/date.h>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace date {
class time_zone;
}

namespace regiekamer::feeds {

/// Clock and calendar without a zone.
using LocalTime = date::local_time<microseconds>;

/// Where a clock stands: a zone of the IANA list, or one that a calendar describes in a VTIMEZONE.
class CalendarZone {
public:
    /// By its IANA name, Microsoft's name for ours, or with Mozilla's prefix; none: not known.
    static std::shared_ptr<const CalendarZone> named(std::string_view name);
    /// By the text of a VTIMEZONE; none: it cannot be read, or changes otherwise than by the year.
    static std::shared_ptr<const CalendarZone> described(const std::string& vtimezone);

    /// A local time that summer time skips is by the clock of before (RFC 5545 §3.3.5: 02:30 is 03:30); one
    /// that comes twice is the first.
    [[nodiscard]] Instant at(LocalTime local) const;

private:
    const date::time_zone* iana_ = nullptr;
    std::shared_ptr<void> own_; ///< libical's
};

/// "P1DT2H": days keep the clock, hours are hours.
struct CalendarLength {
    date::days days{};
    microseconds rest{};
};
/// None: it is no duration, or runs back, or lasts more than ten years.
std::optional<CalendarLength> read_length(const std::string& text);

/// The times of a repetition from `first` on, in order, until `take` says false or it ends. `rule` is an
/// RRULE without its UNTIL. `effort` is what may be spent on it, about 3 µs each: a time costs one, and so
/// does each day on which nothing was found. False when it is no rule, or when its effort is spent.
bool repeat(const std::string& rule, LocalTime first, bool whole_days, std::size_t& effort,
            const std::function<bool(LocalTime)>& take);

} // namespace regiekamer::feeds
