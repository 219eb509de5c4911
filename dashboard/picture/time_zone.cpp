// Local time by the system's zone data (Debian: package tzdata).
#include "dashboard/picture/time_zone.hpp"

#include <date/iso_week.h>
#include <stdexcept>
#include <string>

namespace regiekamer::picture {

Zone amsterdam() {
    static const Zone zone = date::locate_zone("Europe/Amsterdam");
    return zone;
}

Zone zone_named(std::string_view name) {
    if (name == "Europe/Amsterdam") return amsterdam();
    try {
        return date::locate_zone(std::string(name));
    } catch (const std::runtime_error&) {
        return amsterdam();
    }
}

LocalInstant to_local(Instant at, Zone zone) {
    return zone->to_local(at);
}

Instant from_local(LocalInstant local, Zone zone) {
    const date::local_info info = zone->get_info(local);
    if (info.result == date::local_info::nonexistent)
        return std::chrono::time_point_cast<microseconds>(info.first.end);
    return Instant(local.time_since_epoch() - info.first.offset);
}

LocalDay local_day(Instant at, Zone zone) {
    return date::floor<date::days>(to_local(at, zone));
}

Instant day_start(LocalDay day, Zone zone) {
    return from_local(LocalInstant(day), zone);
}

IsoWeek iso_week(LocalDay day) {
    const iso_week::year_weeknum_weekday week{day};
    return {static_cast<int>(week.year()), static_cast<int>(static_cast<unsigned>(week.weeknum()))};
}

int iso_weekday(LocalDay day) {
    return static_cast<int>(date::weekday(day).iso_encoding());
}

} // namespace regiekamer::picture
