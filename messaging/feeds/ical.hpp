// iCalendar (RFC 5545) as calendars here export it: the VEVENTs of a file with what a roster or a list of
// evenementen needs of them. Alarms and to-do's are passed over.
#pragma once

#include "messaging/feeds/calendar_time.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace regiekamer::feeds {

/// A time as a calendar writes it.
struct CalendarMoment {
    Instant at;
    LocalTime local;
    std::shared_ptr<const CalendarZone> zone; ///< none was named: Europe/Amsterdam
    bool whole_day{};                         ///< VALUE=DATE: midnight
    std::string remark{};                     ///< on its zone (English)
};

/// One VEVENT.
struct CalendarEntry {
    std::size_t line{}; ///< of its BEGIN:VEVENT, from 1
    std::string uid, summary, location, description;
    std::string organiser; ///< the CN of ORGANIZER
    std::vector<std::string> categories;
    std::optional<std::string> geo; ///< "51.8680;4.6485"
    CalendarMoment from;
    std::optional<Instant> until;             ///< DTEND, or DTSTART and DURATION
    bool cancelled{};                         ///< STATUS:CANCELLED, METHOD:CANCEL, or an older version
    int version{};                            ///< SEQUENCE
    std::optional<std::size_t> newer;         ///< the line of a newer version of it
    std::string remark;                       ///< on a zone of its times
    std::string rule;                         ///< RRULE as it stands; empty: once
    std::vector<CalendarMoment> also, except; ///< RDATE; EXDATE, and times that an entry of their own moves
    std::optional<Instant> instead_of;        ///< RECURRENCE-ID: the time that this entry moves
};

/// An entry, or what is wrong with it; the others are read all the same.
struct CalendarLine {
    CalendarEntry entry;
    std::optional<Problem> problem;
};

inline constexpr std::size_t ical_entries_max = 10'000;

bool looks_like_ical(std::string_view bytes);
/// A Problem has "line N" as its place: no calendar, an end that lacks, more entries than the limit above.
Result<std::vector<CalendarLine>> read_ical(std::string_view bytes);

/// What the entries of one document may still ask for together: each may be modest, and all of them too much.
struct CalendarRoom {
    static constexpr std::size_t times_max = 10'000;
    std::size_t times = times_max;
    std::size_t effort = 150'000; ///< of their repetitions, see `repeat`
    bool full{};                  ///< one asked for more than was left: nothing more is to be read
};

/// When an entry begins.
struct Occurrences {
    std::vector<Instant> at;       ///< in order
    std::vector<Instant> left_out; ///< times of its repetition that it excepts, or that another entry moves
    bool endless{};                ///< it goes on: read from `horizon` before now until `horizon` after
};
inline constexpr auto horizon = hours{365 * 24};
inline constexpr std::size_t occurrences_max = 1000;
/// With its repetition, on the clock of its own zone. A Problem when that cannot be read, comes more often
/// than daily, or more than `occurrences_max` times, or when it is too much for what is left of `room`.
Result<Occurrences> occurrences(const CalendarEntry& entry, Instant now, CalendarRoom& room);

} // namespace regiekamer::feeds
