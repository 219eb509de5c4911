// Holidays by the almanac, and who has them.
#include "dashboard/picture/holidays.hpp"

#include "tests/dashboard/picture/told.hpp"
#include "tests/support/property.hpp"

namespace holidays_test {

using namespace regiekamer;
using namespace regiekamer::picture;

namespace {

LocalDay day(int year, int month, int of_month) {
    return LocalDay(date::year(year) / month / of_month);
}
LocalDay named(int year, std::string_view name) {
    for (const auto& holiday : holidays(year))
        if (holiday.name == name) return holiday.day;
    return {};
}

} // namespace

TEST_CASE("Easter stands where the almanac has it") {
    CHECK(easter(2024) == day(2024, 3, 31));
    CHECK(easter(2025) == day(2025, 4, 20));
    CHECK(easter(2026) == day(2026, 4, 5));
    CHECK(easter(2027) == day(2027, 3, 28)); // the night in which summer time begins
    CHECK(easter(2028) == day(2028, 4, 16));
    CHECK(easter(2038) == day(2038, 4, 25)); // the last day it can be
    for (int year = 1900; year < 2200; ++year) {
        CHECK(iso_weekday(easter(year)) == 7);
        CHECK(easter(year) >= day(year, 3, 22));
        CHECK(easter(year) <= day(year, 4, 25));
    }
}

TEST_CASE("the others follow: Hemelvaart a Thursday, Koningsdag never a Sunday") {
    CHECK(named(2027, "Hemelvaartsdag") == day(2027, 5, 6));
    CHECK(named(2027, "Tweede Pinksterdag") == day(2027, 5, 17));
    CHECK(named(2025, "Koningsdag") == day(2025, 4, 26));
    CHECK(named(2027, "Koningsdag") == day(2027, 4, 27));
    for (int year = 2000; year < 2100; ++year) {
        CHECK(holidays(year).size() == 10);
        CHECK(iso_weekday(named(year, "Koningsdag")) != 7);
        CHECK(iso_weekday(named(year, "Hemelvaartsdag")) == 4);
    }
}

TEST_CASE("who has the holidays: together all that are filled, a swap moves one") {
    Told told;
    RotationSet rotation;
    rotation.rotation = "r";
    rotation.function = "OvD-Bz";
    rotation.persons = {"p-1", "p-2", "p-3", "p-4", "p-5", "p-6", "p-7"};
    rotation.from = at(2026, 12, 28, 9);
    rotation.zone = "Europe/Amsterdam";
    told.tells(at(2026, 12, 1), rotation);
    const Instant from = at(2027, 1, 1), until = at(2028, 1, 1);
    auto turns = holiday_turns(told.picture, "OvD-Bz", from, until);
    int sum = 0;
    for (const auto& [person, count] : turns)
        sum += count;
    CHECK(sum == 10);
    const auto christmas = *on_duty(told.picture, "OvD-Bz", at(2027, 12, 25, 12)).person;
    const PersonId other = christmas == PersonId("p-1") ? "p-2" : "p-1";
    told.tells(at(2027, 1, 2),
               DutyRostered{"d", "OvD-Bz", other, at(2027, 12, 20, 9), at(2027, 12, 27, 9), std::nullopt});
    const auto after = holiday_turns(told.picture, "OvD-Bz", from, until);
    CHECK(after.at(other) == turns[other] + 2);
    CHECK((after.contains(christmas) ? after.at(christmas) : 0) == turns[christmas] - 2);
}

} // namespace holidays_test
