// Days and times as people type them: "3-7-2027 14:00", "3-7 14:00", "14:00" on a day that is known.
#pragma once

#include "dashboard/picture/time_zone.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace regiekamer::panels {

/// "3-7-2027 14:00" or "3-7-27 14.00"; without a year the next such day from `now`; without a time
/// `otherwise`, "24:00" is the end of the day; a time alone is on `day`. Local time; of
/// the hour that comes twice in October "02:35 wt" says which (which_hour.hpp). None when it cannot be read,
/// or is no day (31-2), or lies outside 2000–2099, or is a time that the clocks skip when summer time begins.
std::optional<Instant> typed_date(std::string_view text, Instant now, picture::LocalDay day,
                                  minutes otherwise = minutes(0));
/// What to say where typed_date has none: that there is no such time, else `unread`.
std::string no_date_words(std::string_view text, Instant now, picture::LocalDay day, std::string unread);
/// The same, as typed_date reads it: "3-7-2027 14:00".
std::string date_text(Instant at);

} // namespace regiekamer::panels
