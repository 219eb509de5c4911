// iCalendar (RFC 5545) as calendars here export it: the VEVENTs of a file with what a roster or a list of
// evenementen needs of them. Alarms, to-do's and time zone definitions are passed over; a zone is known by
// its name, and repetition by its plain forms.
#pragma once

#include "messaging/vocabulary/instant.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace regiekamer::feeds {

/// One VEVENT.
struct CalendarEntry {
    std::size_t line{}; ///< of its BEGIN:VEVENT, from 1
    std::string uid, summary, location, description;
    std::string organiser; ///< the CN of ORGANIZER
    std::vector<std::string> categories;
    std::optional<std::string> geo; ///< "51.8680;4.6485"
    Instant from;
    std::optional<Instant> until; ///< DTEND, or DTSTART and DURATION
    bool whole_days{};            ///< VALUE=DATE: local midnights of Europe/Amsterdam
    bool cancelled{};             ///< STATUS:CANCELLED
    std::string rule;             ///< RRULE as it stands; empty: once
};

/// An entry, or what is wrong with it; the others are read all the same.
struct CalendarLine {
    CalendarEntry entry;
    std::optional<Problem> problem;
};

inline constexpr std::size_t ical_bytes_max = 5 * 1024 * 1024;
inline constexpr std::size_t ical_entries_max = 10'000;

bool looks_like_ical(std::string_view bytes);
/// A Problem has "line N" as its place: no calendar, an end that lacks, more than the limits above.
Result<std::vector<CalendarLine>> read_ical(std::string_view bytes);

/// The begins of an entry with its repetition: FREQ DAILY, WEEKLY, MONTHLY or YEARLY with INTERVAL and COUNT
/// or UNTIL, on the clock of Europe/Amsterdam. A Problem for one without end, with more than `most` times, or
/// with parts that are not read (BYSETPOS and the like).
Result<std::vector<Instant>> occurrences(const CalendarEntry& entry, std::size_t most = 500);

} // namespace regiekamer::feeds
