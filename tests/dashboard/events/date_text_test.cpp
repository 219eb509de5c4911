// Days and times as people type them.
#include "dashboard/panels/dialogs/date_text.hpp"
#include "dashboard/panels/dialogs/moment_text.hpp"

#include "tests/dashboard/events/year.hpp"
#include "tests/support/property.hpp"

namespace date_text_test {

using namespace year;

TEST_CASE("a date, a date without year, a time alone") {
    const Instant now = moment("2027-06-15T10:00:00+02:00");
    const auto day = picture::local_day(begins);
    const auto typed = [&](std::string_view text) { return typed_date(text, now, day); };
    CHECK(typed("3-7-2027 14:00") == begins);
    CHECK(typed(" 03-07-27 14.00 ") == begins);
    CHECK(typed("3/7 14:00") == begins);
    CHECK(typed("14:00") == begins);
    CHECK(typed("1-2 9:00") == moment("2028-02-01T09:00:00+01:00")); // February is over: the next
    CHECK(typed("29-2") == moment("2028-02-29T00:00:00+01:00"));
    CHECK(typed("24:00") == moment("2027-07-04T00:00:00+02:00"));
    CHECK(typed_date("17-6", now, day, hours(17)) == moment("2027-06-17T17:00:00+02:00"));
    for (const char* bad : {"", "31-2-2027", "3-7-2027 25:00", "3-13-2027", "drie juli", "3-7-1999",
                            "2027-07-03", "14", "3-7-2027x", "3-7-2027 14:00x", "99999999999-1-1"})
        CHECK_FALSE(typed(bad).has_value());
}

TEST_CASE(
    "a clock time that summer time skips is no time, and it is said why; a change of duty at it still is") {
    const Instant now = moment("2027-03-20T10:00:00+01:00");
    const picture::LocalDay spring{date::year(2027) / 3 / 28};
    for (const char* text : {"28-3-2027 02:30", "28-3 2:00", "02:59"}) {
        CAPTURE(text);
        CHECK_FALSE(typed_date(text, now, spring).has_value());
        CHECK(no_date_words(text, now, spring, "?").starts_with("Die tijd bestaat niet"));
    }
    CHECK(typed_date("28-3-2027 03:00", now, spring) == moment("2027-03-28T03:00:00+02:00"));
    CHECK(typed_date("28-3-2027 01:59", now, spring) == moment("2027-03-28T01:59:00+01:00"));
    CHECK(typed_date("28-3-2027", now, spring, minutes(150)) == moment("2027-03-28T03:00:00+02:00"));
    CHECK(no_date_words("drie juli", now, spring, "?") == "?");
}

TEST_CASE("where a due is typed a day is taken too, with or without a time") {
    const Instant now = moment("2026-11-28T10:00:00+01:00");
    CHECK(typed_coming_moment("24-12-2026 09:00", now) == moment("2026-12-24T09:00:00+01:00"));
    CHECK(typed_coming_moment("24-12 09:00", now) == moment("2026-12-24T09:00:00+01:00"));
    CHECK(typed_coming_moment("24-12", now) == moment("2026-12-24T23:59:00+01:00"));
    CHECK(typed_coming_moment("14:30", now) == moment("2026-11-28T14:30:00+01:00"));
    CHECK(typed_coming_moment("+20", now) == now + minutes(20));
    for (const char* bad : {"", "31-2", "P-6u", "25:00", "morgen"})
        CHECK_FALSE(typed_coming_moment(bad, now).has_value());
}

TEST_CASE("of the hour that comes twice the second is meant where it is said, or where it is that hour now") {
    const Instant first = moment("2027-10-31T02:35:00+02:00"), second = first + hours(1);
    const auto day = picture::local_day(first);
    CHECK(date_text(first) == "31-10-2027 02:35 zt");
    CHECK(date_text(second) == "31-10-2027 02:35 wt");
    const Instant before = first - hours(2);
    CHECK(typed_date("31-10-2027 02:35", before, day) == first);
    CHECK(typed_date("31-10-2027 02:35 wt", before, day) == second);
    CHECK(typed_date("2:35 wintertijd", before, day) == second);
    CHECK(typed_date("2:35 zomertijd", second, day) == first);
    CHECK(typed_date("2:35", second + minutes(5), day) == second);
    CHECK_FALSE(typed_date("31-10-2027 03:35 wt", before, day).has_value()); // it comes once
    CHECK(typed_moment("02:35 zt", first - minutes(20)) == first);
    CHECK(typed_moment("02:35 wt", first - minutes(20)) == second);
    CHECK(typed_moment("02:35", second - minutes(20)) == second);
    CHECK_FALSE(typed_moment("14:00 wt", first).has_value());
}

TEST_CASE("what is written is read back") {
    holds("instants", [] {
        const Instant at = moment("2027-01-01T00:00:00Z") + minutes(any_between(0, 60 * 24 * 365));
        const auto back = typed_date(date_text(at), at, picture::local_day(at));
        MUST(back == at);
    });
}

} // namespace date_text_test
