// Times as the screen says them, in Alblasserdam's own time and without the system's locale.
#include "dashboard/words/date_words.hpp"
#include "dashboard/words/double_hour.hpp"
#include "dashboard/words/time_words.hpp"
#include "tests/support/catch.hpp"

namespace time_words_test {

using namespace regiekamer;
using namespace regiekamer::words;

namespace {

const Instant night = *read_instant("2027-01-23T03:37:12Z"); // 04:37:12 in Alblasserdam

} // namespace

TEST_CASE("an instant is written in local time, winter and summer") {
    CHECK(clock(night) == "04:37");
    CHECK(clock_seconds(night) == "04:37:12");
    CHECK(words::date(night) == "za 23 jan 2027");
    CHECK(short_date(night) == "za 23 jan");
    CHECK(weekday_day(night) == "za 23");
    CHECK(date_clock(night) == "za 23 jan 04:37");
    CHECK(clock(*read_instant("2027-07-01T10:00:00Z")) == "12:00");
    CHECK(words::date(*read_instant("2027-12-31T23:30:00Z")) == "za 1 jan 2028");
}

TEST_CASE("a time of the hour that comes twice says which of the two it is, and no other time does") {
    const Instant first = *read_instant("2027-10-31T00:34:32Z"), second = first + hours(1);
    CHECK(clock(first) == "02:34 zt");
    CHECK(clock(second) == "02:34 wt");
    CHECK(clock_seconds(second) == "02:34:32 wt");
    CHECK(date_clock(second) == "zo 31 okt 02:34 wt");
    CHECK(clock_near(first, second) == "02:34 zt");
    CHECK(double_hour(first) == "zomertijd");
    CHECK(double_hour(second) == "wintertijd");
    CHECK(sheet_time(first) == "2027-10-31 02:34:32+02:00");
    CHECK(sheet_time(second) == "2027-10-31 02:34:32+01:00");
    CHECK(clock(*read_instant("2027-10-31T00:00:00Z")) == "02:00 zt");
    CHECK(clock(*read_instant("2027-10-31T01:00:00Z")) == "02:00 wt");
    CHECK(clock(*read_instant("2027-10-30T23:59:59Z")) == "01:59");
    CHECK(clock(*read_instant("2027-10-31T02:00:00Z")) == "03:00");
    CHECK(clock(*read_instant("2027-10-30T00:34:32Z")) == "02:34");
    CHECK(clock(*read_instant("2027-03-28T01:34:32Z")) == "03:34");
    CHECK(sheet_time(night) == "2027-01-23 04:37:12");
}

TEST_CASE("another day is named, the same day is not") {
    CHECK(clock_near(night, night + hours(3)) == "04:37");
    CHECK(clock_near(night + hours(24), night) == "zo 24 jan 04:37");
    CHECK(clock_near(night - hours(5), night) == "vr 22 jan 23:37");
}

TEST_CASE("a day of another year has its year") {
    const Instant later = *read_instant("2028-01-23T03:37:12Z");
    CHECK(clock_near(later, night) == "zo 23 jan 2028 04:37");
    CHECK(short_date_near(later, night) == "zo 23 jan 2028");
    CHECK(short_date_near(night + hours(24), night) == "zo 24 jan");
    CHECK(date_clock_near(night, later) == "za 23 jan 2027 04:37");
    CHECK(date_clock_near(night, night) == "za 23 jan 04:37");
}

TEST_CASE("weeks are those of ISO 8601") {
    CHECK(week_number(night) == 3);
    CHECK(week_number(*read_instant("2027-01-01T12:00:00Z")) == 53);
    CHECK(week_number(*read_instant("2027-01-04T12:00:00Z")) == 1);
}

TEST_CASE("a duration has one unit or two, and no sign") {
    CHECK(duration(seconds(0)) == "0 s");
    CHECK(duration(seconds(59)) == "59 s");
    CHECK(duration(seconds(60)) == "1 min");
    CHECK(duration(minutes(85)) == "1 u 25 min");
    CHECK(duration(hours(2)) == "2 u");
    CHECK(duration(hours(72)) == "3 dagen");
    CHECK(duration(-minutes(5)) == "5 min");
    CHECK(minutes_of(seconds(40)) == "0 min");
}

TEST_CASE("what is due says how late or how soon") {
    CHECK(due(night - minutes(5), night) == "5 min te laat");
    CHECK(due(night + minutes(8), night) == "over 8 min");
    CHECK(due(night + seconds(29), night) == "nu");
    CHECK(due(night - seconds(29), night) == "nu");
    CHECK(due(night + seconds(31), night) == "over 1 min");
    CHECK(due(night - seconds(31), night) == "1 min te laat");
    CHECK(due(night - minutes(85), night) == "1 u 25 min te laat");
}

TEST_CASE("an age never lies in the future") {
    CHECK(age(night - seconds(12), night) == "12 s oud");
    CHECK(age(night - minutes(6), night) == "6 min oud");
    CHECK(age(night + seconds(3), night) == "0 s oud");
}

} // namespace time_words_test
