// The roster for other programs: a calendar in a telephone, a spreadsheet. What is written here is read back
// by import.hpp.
#pragma once

#include "messaging/vocabulary/message.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace regiekamer::feeds {

/// Somebody's turn of a function.
struct RosterLine {
    Function function;
    PersonRegistered person; ///< name, municipality, pool, phone
    Instant from, until;
    std::optional<std::string> reason;
};

/// With ; and CRLF, local time of Europe/Amsterdam, UTF-8 with a byte order mark: what spreadsheets here
/// open. An end or begin in the hour that summer time gives twice has its offset.
std::string roster_csv(const std::vector<RosterLine>& lines);

/// What SUMMARY and the calendar's name begin with in an exercise; read back it is no part of the function.
inline constexpr std::string_view exercise_summary = "OEFENING ";
/// What the reason of each turn of an exercise begins with: a roster that is read back still tells it.
inline constexpr std::string_view exercise_reason = "OEFENING";

/// RFC 5545: CRLF, lines folded at 75 octets and never within a character, times in UTC. `stamp` is when it
/// was made. UIDs follow from function, person and begin, so that a calendar read again changes nothing.
std::string roster_ical(const std::vector<RosterLine>& lines, Instant stamp, Mode mode);

} // namespace regiekamer::feeds
