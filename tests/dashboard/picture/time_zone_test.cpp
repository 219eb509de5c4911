// Local time around the hours that summer time skips and doubles.
#include "dashboard/picture/time_zone.hpp"

#include "tests/dashboard/picture/told.hpp"
#include "tests/support/property.hpp"

namespace time_zone_test {

using namespace regiekamer;
using namespace regiekamer::picture;

TEST_CASE("winter is one hour before UTC, summer two") {
    CHECK(to_text(at(2027, 1, 22, 12)) == "2027-01-22T11:00:00.000000Z");
    CHECK(to_text(at(2027, 6, 14, 9)) == "2027-06-14T07:00:00.000000Z");
}

TEST_CASE("a local time that is skipped is the instant of the skip, a doubled one the first") {
    CHECK(to_text(at(2027, 3, 28, 2, 30)) == "2027-03-28T01:00:00.000000Z");
    CHECK(to_text(at(2027, 10, 31, 2, 30)) == "2027-10-31T00:30:00.000000Z");
}

TEST_CASE("local and back is the same instant outside the doubled hour") {
    holds("round trip", [] {
        const Instant instant = at(2020, 1, 1) + minutes(15) * (any_natural() % 500'000);
        const Instant back = from_local(to_local(instant));
        MUST(back == instant || back + hours(1) == instant);
        MUST(to_local(back) == to_local(instant));
    });
}

TEST_CASE("weeks are ISO weeks: a year may begin in the last week of the one before") {
    CHECK(iso_week(local_day(at(2027, 1, 1))) == IsoWeek{2026, 53});
    CHECK(iso_week(local_day(at(2027, 1, 4))) == IsoWeek{2027, 1});
    CHECK(iso_week(local_day(at(2027, 6, 15))) == IsoWeek{2027, 24});
    CHECK(iso_weekday(local_day(at(2027, 6, 14))) == 1);
    CHECK(iso_weekday(local_day(at(2027, 6, 20, 23, 59))) == 7);
}

TEST_CASE("a day is of local time: it may last 23 or 25 hours") {
    const auto hours_of = [](LocalDay day) { return day_start(day + date::days(1)) - day_start(day); };
    CHECK(hours_of(local_day(at(2027, 3, 28))) == hours(23));
    CHECK(hours_of(local_day(at(2027, 10, 31))) == hours(25));
    CHECK(hours_of(local_day(at(2027, 6, 14))) == hours(24));
}

TEST_CASE("a zone that nobody knows is taken as Amsterdam") {
    CHECK(zone_named("Europe/Alblasserdam") == amsterdam());
    CHECK(zone_named("") == amsterdam());
    CHECK(zone_named("Europe/London") != amsterdam());
}

} // namespace time_zone_test
