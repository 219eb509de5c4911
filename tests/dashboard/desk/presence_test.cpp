// "Sinds u weg was" counts from when somebody really went: idle, closed, handed over; and to when they were
// back.
#include "dashboard/desk/presence.hpp"

#include "tests/support/catch.hpp"

namespace presence_test {

using namespace regiekamer;
using desk::Presence;

namespace {
const Instant start = *read_instant("2027-01-23T04:37:00+01:00");
} // namespace

TEST_CASE("who sits at the desk was not away, however long they sit and whatever comes") {
    Presence presence("de-wit");
    presence.remember({{"de-wit", 100}});
    CHECK(presence.touched(start, 140)); // the program was closed
    CHECK(presence.last_look().sequence == 100);
    CHECK(presence.last_look().returned == 140);
    CHECK(presence.last_look().back);
    presence.told();
    for (int minute = 5; minute < 120; minute += 10)
        CHECK_FALSE(presence.touched(start + minutes(minute), 140 + static_cast<Sequence>(minute)));
    CHECK(presence.last_look().sequence == 100);
    CHECK(presence.last_look().returned == 140);
    CHECK_FALSE(presence.last_look().back);
}

TEST_CASE("a quarter of an hour without input is an absence, from the last input to the first") {
    Presence presence("de-wit");
    presence.touched(start, 10);
    CHECK(presence.last_look().sequence == 0); // here for the first time
    CHECK_FALSE(presence.last_look().back);
    presence.touched(start + minutes(10), 30);
    CHECK(presence.touched(start + minutes(25), 70));
    CHECK(presence.last_look().sequence == 30);
    CHECK(presence.last_look().returned == 70);
    CHECK(presence.last_look().back);
}

TEST_CASE("at a desk that is handed over each has an absence of their own") {
    Presence presence("de-wit");
    presence.remember({{"de-wit", 100}, {"bakker", 60}});
    presence.touched(start, 120);
    presence.sits("bakker", 150);
    CHECK(presence.last_look().sequence == 60);
    CHECK(presence.last_look().returned == 150);
    CHECK(presence.last_look().back);
    presence.touched(start + minutes(1), 170);
    presence.sits("bakker", 175); // another function is no absence
    CHECK(presence.last_look().returned == 150);
    presence.sits("nieuw", 180);
    CHECK(presence.last_look().sequence == 0);
    CHECK_FALSE(presence.last_look().back);
    presence.sits("de-wit", 190);
    CHECK(presence.last_look().sequence == 120);
    CHECK(presence.seen() == desk::Seen{{"de-wit", 190}, {"bakker", 170}, {"nieuw", 180}});
}

TEST_CASE("another journal in the same place was never looked at") {
    Presence presence("de-wit");
    presence.remember({{"de-wit", 100}});
    presence.touched(start, 20);
    CHECK(presence.last_look().sequence == 0);
    CHECK_FALSE(presence.last_look().back);
}

} // namespace presence_test
