// The public holidays of the Netherlands, for who counts how often somebody has piket then.
#pragma once

#include "dashboard/picture/roster.hpp"
#include "dashboard/picture/time_zone.hpp"

#include <map>
#include <string_view>
#include <vector>

namespace regiekamer::picture {

struct Holiday {
    LocalDay day;
    std::string_view name; ///< Dutch
    bool operator==(const Holiday&) const = default;
};

/// Eerste Paasdag, Gregorian; years 1900 to 2199.
LocalDay easter(int year);

/// Of a year, in order: Nieuwjaarsdag, Pasen, Koningsdag (27 April, on a Sunday the day before),
/// Bevrijdingsdag, Hemelvaartsdag, Pinksteren, Kerst. Source: rijksoverheid.nl, officiële feestdagen; Goede
/// Vrijdag is none of them.
std::vector<Holiday> holidays(int year);

/// How many holidays each has the function, by who has it at noon; the holidays of [from, until) only.
std::map<PersonId, int> holiday_turns(const Picture& picture, const Function& function, Instant from,
                                      Instant until);

} // namespace regiekamer::picture
