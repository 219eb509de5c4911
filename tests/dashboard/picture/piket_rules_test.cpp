// What the roster of the year ahead asks for, who could stand in, and how even the weeks are.
#include "dashboard/picture/piket_rules.hpp"

#include "tests/dashboard/picture/told.hpp"
#include "tests/support/property.hpp"

namespace piket_rules_test {

using namespace regiekamer;
using namespace regiekamer::picture;

namespace {

const Function ovd = "OvD-Bz";
const Instant monday = at(2027, 6, 14, 9);

RotationSet weekly(const Function& function, std::vector<PersonId> persons) {
    RotationSet rotation;
    rotation.rotation = RotationId(function.value);
    rotation.function = function;
    rotation.persons = std::move(persons);
    rotation.from = monday;
    rotation.zone = "Europe/Amsterdam";
    return rotation;
}

} // namespace

TEST_CASE("the week of the piket begins on Monday 09:00, in summer time and out of it") {
    CHECK(week_start(at(2027, 6, 15, 11)) == monday);
    CHECK(week_start(at(2027, 6, 14, 8, 59)) == at(2027, 6, 7, 9));
    CHECK(week_start(monday) == monday);
    CHECK(week_start(monday, 20) == at(2027, 11, 1, 9)); // over the end of summer time
}

TEST_CASE("the shares of a year close: together they are all time that is filled") {
    holds("shares", [] {
        const auto size = any_between(1, 8);
        std::vector<PersonId> persons;
        for (int i = 0; i < size; ++i)
            persons.push_back(PersonId("p" + std::to_string(i)));
        Told told;
        told.tells(monday, weekly(ovd, persons));
        const auto all = shares(told.picture, ovd, monday, monday + look_ahead);
        microseconds sum{};
        for (const auto& one : all)
            sum += one.time;
        MUST(sum == microseconds(look_ahead));
        MUST(all.size() == persons.size());
        MUST(all.front().turns - all.back().turns <= 1);
    });
}

TEST_CASE("two weeks in a row are no rest, one week in turn is; summer time is no fault") {
    Told told;
    told.tells(monday, weekly(ovd, {"a", "b"}));
    CHECK(without_rest(told.picture, monday, monday + look_ahead).empty());
    told.tells(monday, weekly("AC-Bz", {"b", "a"}));
    const auto runs = without_rest(told.picture, monday, monday + hours(24 * 28));
    REQUIRE(runs.size() == 2); // both always on
    CHECK(runs.front().functions.size() == 2);
}

TEST_CASE("a stretch without rest is told whole until it ends, however far it is") {
    Told told;
    told.tells(monday, DutyRostered{DutyId("1"), "AC-Bz", "a", monday, monday + hours(24 * 7), {}});
    told.tells(
        monday,
        DutyRostered{DutyId("2"), "AC-Bz", "a", monday + hours(24 * 7), monday + hours(24 * 14 + 15), {}});
    for (const int hour : {0, 24, 24 * 7, 24 * 12, 24 * 14 + 14}) {
        INFO(hour);
        const auto runs = without_rest(told.picture, monday + hours(hour), monday + hours(hour) + look_ahead);
        REQUIRE(runs.size() == 1);
        CHECK(runs.front().from == monday);
        CHECK(runs.front().until == monday + hours(24 * 14 + 15));
    }
    CHECK(without_rest(told.picture, monday + hours(24 * 14 + 15), monday + look_ahead).empty());
}

TEST_CASE("asks stand by the date they must be settled, a single night is no plan") {
    Told told;
    told.tells(monday, weekly(ovd, {"a", "b"}));
    told.tells(monday, DutyRostered{DutyId("d"), "teamleider opvang", "c", monday, monday + hours(9), {}});
    CHECK(duty_asks(told.picture, monday + hours(24)).empty());
    const Instant week6 = at(2027, 7, 26, 9);
    told.tells(monday, AbsenceReported{AbsenceId("x"), "a", week6 - hours(24), week6 + hours(24), {}});
    const auto asks = duty_asks(told.picture, monday + hours(24));
    REQUIRE(asks.size() == 1);
    CHECK(asks.front().kind == DutyAsk::Kind::gap);
    CHECK(asks.front().by == asks.front().from - ask_before);
    CHECK(asks.front().person == PersonId("a"));
}

TEST_CASE("a place empty without end keeps its key while the clock runs") {
    Told told;
    auto ending = weekly(ovd, {"a", "b"});
    ending.until = monday + hours(24 * 28);
    told.tells(monday, ending);
    const auto before = duty_asks(told.picture, monday + hours(1));
    const auto after = duty_asks(told.picture, monday + hours(2));
    REQUIRE(before.size() == 1);
    REQUIRE(after.size() == 1);
    CHECK(before.front().open_end);
    CHECK(before.front().key == after.front().key);
}

TEST_CASE("who could stand in has the function, is free and here") {
    Told told;
    const auto registers = [&](const char* id, std::vector<Function> functions) {
        PersonRegistered body;
        body.person = PersonId(id);
        body.name = id;
        body.functions = std::move(functions);
        told.tells(monday, body);
    };
    registers("a", {ovd});
    registers("b", {ovd});
    registers("c", {ovd});
    registers("d", {"AC-Bz"});
    told.tells(monday, weekly(ovd, {"a", "b"}));
    CHECK(candidates(told.picture, ovd, monday, monday + hours(24)) == std::vector<PersonId>{"c", "b"});
    told.tells(monday, AbsenceReported{AbsenceId("x"), "c", monday, monday + hours(1), {}});
    CHECK(candidates(told.picture, ovd, monday, monday + hours(24)) == std::vector<PersonId>{"b"});
}

TEST_CASE("fairness counts weeks, weekends and holidays of the year behind and the year ahead") {
    Told told;
    const std::vector<PersonId> seven = {"p-1", "p-2", "p-3", "p-4", "p-5", "p-6", "p-7"};
    RotationSet rotation;
    rotation.rotation = "r";
    rotation.function = ovd;
    rotation.persons = seven;
    rotation.from = monday - hours(24 * 7 * 104);
    rotation.zone = "Europe/Amsterdam";
    told.tells(rotation.from, rotation);
    PersonRegistered idle;
    idle.person = "p-8";
    idle.name = "H. Bos";
    idle.functions = {ovd};
    told.tells(monday, idle);
    const auto rows = fairness(told.picture, {ovd}, monday);
    REQUIRE(rows.size() == 8);
    microseconds past{}, coming{};
    int weekends = 0, holidays_ahead = 0, holidays_behind = 0;
    for (const auto& row : rows) {
        past += row.past.time;
        coming += row.coming.time;
        weekends += row.coming.weekends;
        holidays_ahead += row.coming.holidays;
        holidays_behind += row.past.holidays;
        if (row.person != PersonId("p-8")) CHECK(row.coming.weekends >= 7);
    }
    CHECK(past == look_ahead);
    CHECK(coming == look_ahead);
    CHECK(weekends == 52);
    CHECK(holidays_ahead == 10); // monday is 14 June 2027, after Pinksteren; 2028 has Hemelvaart on 25 May
    CHECK(holidays_behind == 10);
    CHECK(rows.back().person == PersonId("p-8"));
    CHECK(rows.back().coming == Burden{});

    // Two functions at once weigh once.
    rotation.rotation = "r2";
    rotation.function = "AC-Bz";
    told.tells(monday, rotation);
    const auto both = fairness(told.picture, {ovd, Function("AC-Bz")}, monday);
    CHECK(both.front().coming == rows.front().coming);
}

TEST_CASE("a function that is rostered for a single week has a gap when it ends") {
    Told told;
    told.tells(monday, DutyRostered{DutyId("d"), ovd, "a", monday, monday + hours(7 * 24), {}});
    const auto asks = duty_asks(told.picture, monday + hours(24));
    REQUIRE(asks.size() == 1);
    CHECK(asks.front().kind == DutyAsk::Kind::gap);
    CHECK(asks.front().from == monday + hours(7 * 24));
    CHECK(asks.front().open_end);
    CHECK(gaps(told.picture, monday, monday + look_ahead).size() == 1);
    CHECK(planned_functions(told.picture, monday + look_ahead).empty()); // a week of long ago is no roster
    PersonRegistered local;
    local.person = "a";
    local.name = "a";
    local.pool = Pool::lokaal;
    told.tells(monday, local);
    CHECK(duty_asks(told.picture, monday + hours(24)).empty()); // zacht piket
}

TEST_CASE("two desks that took over at the same moment are no double booking that asks for an act") {
    Told told;
    told.tells(monday, DutyRostered{DutyId("x"), ovd, "a", monday, monday + hours(7 * 24), {}});
    told.tells(monday, DutyRostered{DutyId("y"), "AC-Bz", "b", monday, monday + hours(7 * 24), {}});
    const Instant now = monday + hours(26);
    told.tells(now, DutyRostered{DutyId("z"), "AC-Bz", "a", now, now + milliseconds(100), {}});
    CHECK(double_bookings(told.picture, now - minutes(1), now + hours(1)).empty());
    told.tells(now, DutyRostered{DutyId("v"), "AC-Bz", "a", now, now + minutes(5), {}});
    CHECK(double_bookings(told.picture, now - minutes(1), now + hours(1)).size() == 1);
}

} // namespace piket_rules_test
