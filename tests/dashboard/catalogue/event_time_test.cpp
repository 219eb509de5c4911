// The small grammar of deadlines.
#include "dashboard/catalogue/event_time.hpp"

#include "tests/support/property.hpp"

namespace event_time_test {

using namespace regiekamer;
using namespace regiekamer::catalogue;

namespace {

Instant moment(const char* text) {
    return *read_instant(text);
}
/// An evenement on Saturday 3 July 2027 from 14:00 to 23:00.
Instant when(std::string_view text) {
    const auto time = read_event_time(text);
    REQUIRE(time.has_value());
    return resolve(*time, moment("2027-07-03T14:00:00+02:00"), moment("2027-07-03T23:00:00+02:00"));
}

} // namespace

TEST_CASE("deadlines count back from the date") {
    CHECK(when("B-14w") == moment("2027-03-27T23:59:00+01:00")); // in winter time, the whole day
    CHECK(when("B-4w") == moment("2027-06-05T23:59:00+02:00"));
    CHECK(when("B-3d 19:00") == moment("2027-06-30T19:00:00+02:00"));
    CHECK(when("B-2u") == moment("2027-07-03T12:00:00+02:00"));
    CHECK(when("B-30m") == moment("2027-07-03T13:30:00+02:00"));
    CHECK(when("B") == moment("2027-07-03T14:00:00+02:00"));
    CHECK(when("E+4w") == moment("2027-07-31T23:59:00+02:00"));
    CHECK(when("E+1u") == moment("2027-07-04T00:00:00+02:00"));
    CHECK(when("1 nov") == moment("2026-11-01T23:59:00+01:00"));
}

TEST_CASE("what is not wholly understood is no time") {
    for (const char* text :
         {"", "b-4w", "B-", "B-4", "B4w", "B-4y", "B-4w ", "B-4w19:00", "B-4w 24:00", "B-4w 9:5",
          "B-2u 10:00", "B--4w", "B-1001w", "-4w", "31 feb", "1 november", "0 nov", "E-4wx"})
        CHECK_FALSE(read_event_time(text).has_value());
}

TEST_CASE("more weeks before is earlier, and the clock of the day stays") {
    holds("weeks", [] {
        const int weeks = any_between(0, 200), start = any_between(0, 365);
        const Instant from = moment("2027-01-01T11:00:00Z") + hours(24 * start);
        const auto at = [&](int count) {
            return resolve(*read_event_time("B-" + std::to_string(count) + "w 09:00"), from, std::nullopt);
        };
        MUST(at(weeks + 1) < at(weeks));
        const auto difference = at(weeks) - at(weeks + 1);
        MUST(difference >= hours(167));
        MUST(difference <= hours(169)); // a week with a change of summer time
    });
}

} // namespace event_time_test
