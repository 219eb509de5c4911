// Who has the duty: each layer of the roster, and the year as a whole.
#include "dashboard/picture/roster.hpp"
#include "dashboard/picture/said_already.hpp"

#include "tests/dashboard/picture/told.hpp"
#include "tests/support/property.hpp"

namespace roster_test {

using namespace regiekamer;
using namespace regiekamer::picture;

namespace {

const Function ovd = "OvD-Bz";
const Instant monday = at(2027, 6, 14, 9);
const Instant next_monday = at(2027, 6, 21, 9);
const std::vector<PersonId> seven = {"p-1", "p-2", "p-3", "p-4", "p-5", "p-6", "p-7"};

RotationSet weekly(std::vector<PersonId> persons, Instant from, const Function& function = ovd) {
    RotationSet rotation;
    rotation.rotation = RotationId(function.value);
    rotation.function = function;
    rotation.persons = std::move(persons);
    rotation.from = from;
    rotation.zone = "Europe/Amsterdam";
    rotation.hard = true;
    return rotation;
}

DutyRostered temporary(const DutyId& id, const PersonId& person, Instant from, Instant until) {
    return {id, ovd, person, from, until, std::nullopt};
}

SwapProposed swap(const SwapId& id, const PersonId& gives, const PersonId& takes, Instant from,
                  Instant until) {
    SwapProposed proposed;
    proposed.swap = id;
    proposed.function = ovd;
    proposed.from = from;
    proposed.until = until;
    proposed.from_person = gives;
    proposed.to_person = takes;
    return proposed;
}

} // namespace

TEST_CASE("a rotation gives each person a week, from changeover to changeover") {
    Told told;
    const Sequence set = told.tells(monday, weekly(seven, monday));
    const Duty first = on_duty(told.picture, ovd, at(2027, 6, 15, 8, 42));
    CHECK(first.person == PersonId("p-1"));
    CHECK(first.since == monday);
    CHECK(first.until == next_monday);
    CHECK(first.layer == DutyLayer::rotation);
    CHECK(first.sequence == set);
    CHECK(first.hard);
    CHECK(on_duty(told.picture, ovd, next_monday - microseconds(1)).person == PersonId("p-1"));
    CHECK(on_duty(told.picture, ovd, next_monday).person == PersonId("p-2"));
    CHECK(on_duty(told.picture, ovd, monday + 7 * (next_monday - monday)).person == PersonId("p-1"));
    CHECK(next_duty(told.picture, ovd, monday)->person == PersonId("p-2"));
}

TEST_CASE(
    "a week that somebody has by the rotation is said already, and no longer when part of it is another's") {
    Told told;
    told.tells(monday, weekly(seven, monday));
    CHECK(said_already(told.picture, temporary("uit/1", "p-1", monday, next_monday)));
    CHECK_FALSE(said_already(told.picture, temporary("uit/1", "p-2", monday, next_monday)));
    CHECK_FALSE(said_already(told.picture, temporary("uit/1", "p-1", monday, next_monday + hours(1))));
    told.tells(monday, temporary("t", "p-3", monday + hours(1), monday + hours(2)));
    CHECK_FALSE(said_already(told.picture, temporary("uit/1", "p-1", monday, next_monday)));
}

TEST_CASE("before its rotation, and for a function nobody knows, a duty is empty") {
    Told told;
    told.tells(monday, weekly(seven, monday));
    const Duty before = on_duty(told.picture, ovd, monday - hours(1));
    CHECK_FALSE(before.person);
    CHECK(before.layer == DutyLayer::none);
    CHECK(before.until == monday);
    CHECK(before.since == Instant::min());
    const Duty unknown = on_duty(told.picture, "stalmeester", monday);
    CHECK_FALSE(unknown.person);
    CHECK(unknown.until == Instant::max());
    CHECK_FALSE(next_duty(told.picture, "stalmeester", monday));
}

TEST_CASE("the weeks in which summer time begins and ends are no gap and shift no changeover") {
    Told told;
    told.tells(monday, weekly(seven, at(2027, 1, 4, 9)));
    const Duty spring = on_duty(told.picture, ovd, at(2027, 3, 28, 12));
    CHECK(spring.since == at(2027, 3, 22, 9));
    CHECK(spring.until == at(2027, 3, 29, 9));
    CHECK(spring.until - spring.since == hours(167));
    const Duty autumn = on_duty(told.picture, ovd, at(2027, 10, 31, 12));
    CHECK(autumn.until - autumn.since == hours(169));
    CHECK(gaps(told.picture, ovd, at(2027, 3, 22, 9), at(2027, 11, 8)).empty());
}

TEST_CASE("a changeover in the doubled hour is at its first time, and once") {
    Told told;
    RotationSet rotation = weekly(seven, at(2027, 10, 24, 2, 30));
    rotation.changeover.value = "zo 02:30";
    told.tells(monday, rotation);
    const Instant change = at(2027, 10, 31, 2, 30);
    for (const auto after : {minutes(0), minutes(29), minutes(40), minutes(60), minutes(90)}) {
        const Duty duty = on_duty(told.picture, ovd, change + after);
        CHECK(duty.person == PersonId("p-2"));
        CHECK(duty.since == change);
    }
    CHECK(on_duty(told.picture, ovd, change - minutes(1)).until == change);
}

TEST_CASE("a rotation that begins in the middle of a week keeps to the calendar") {
    Told told;
    const Instant wednesday = at(2027, 6, 16, 12);
    told.tells(monday, weekly(seven, wednesday));
    const Duty first = on_duty(told.picture, ovd, wednesday);
    CHECK(first.person == PersonId("p-1"));
    CHECK(first.since == wednesday);
    CHECK(first.until == next_monday);
}

TEST_CASE("a new rotation takes over when it begins, also in the middle of a turn of the old one") {
    Told told;
    told.tells(monday, weekly(seven, monday));
    RotationSet later = weekly({"p-8", "p-9"}, at(2027, 6, 23, 9));
    later.rotation = "later";
    told.tells(monday, later);
    const Duty old = on_duty(told.picture, ovd, at(2027, 6, 22));
    CHECK(old.person == PersonId("p-2"));
    CHECK(old.until == at(2027, 6, 23, 9));
    CHECK(on_duty(told.picture, ovd, at(2027, 6, 24)).person == PersonId("p-8"));
    CHECK(on_duty(told.picture, ovd, at(2027, 6, 28, 9)).person == PersonId("p-9"));
}

TEST_CASE("a temporary duty goes before the rotation, and gives it back") {
    Told told;
    told.tells(monday, weekly(seven, monday));
    const Instant from = at(2027, 6, 16, 9), until = at(2027, 6, 17, 9);
    const Sequence rostered = told.tells(monday, temporary("d-1", "p-5", from, until));
    const Duty inside = on_duty(told.picture, ovd, at(2027, 6, 16, 20));
    CHECK(inside.person == PersonId("p-5"));
    CHECK(inside.layer == DutyLayer::temporary);
    CHECK(inside.sequence == rostered);
    CHECK(inside.since == from);
    CHECK(inside.until == until);
    CHECK(on_duty(told.picture, ovd, at(2027, 6, 15)).until == from);
    CHECK(on_duty(told.picture, ovd, at(2027, 6, 18)).since == until);
    CHECK(on_duty(told.picture, ovd, at(2027, 6, 18)).until == next_monday);

    told.tells(monday, DutyWithdrawn{"d-1", "toch niet"});
    CHECK(on_duty(told.picture, ovd, at(2027, 6, 16, 20)).person == PersonId("p-1"));
    CHECK(on_duty(told.picture, ovd, at(2027, 6, 16, 20)).since == monday);
}

TEST_CASE("a rule that is changed leaves the past as it was") {
    Told told;
    told.tells(monday, weekly(seven, monday));
    const auto who = [&](Instant when) { return on_duty(told.picture, ovd, when).person; };
    const Instant said = at(2027, 6, 30, 12); // in the third week
    SECTION("a rotation set anew counts from then on") {
        const auto before = duties(told.picture, ovd, monday, said);
        told.tells(said, weekly({"p-9", "p-8"}, monday));
        CHECK(who(at(2027, 6, 15)) == PersonId("p-1"));
        CHECK(who(at(2027, 6, 30, 11)) == PersonId("p-3"));
        CHECK(who(said) == PersonId("p-9"));
        CHECK(who(at(2027, 7, 6)) == PersonId("p-8"));
        const auto after = duties(told.picture, ovd, monday, said);
        REQUIRE(after.size() == before.size());
        for (std::size_t i = 0; i < after.size(); ++i)
            CHECK(after[i].person == before[i].person);
        CHECK(after.back().until == said);
        told.tells(at(2027, 7, 7), weekly({"p-4"}, monday)); // and once more
        CHECK(who(at(2027, 6, 15)) == PersonId("p-1"));
        CHECK(who(at(2027, 7, 6)) == PersonId("p-8"));
        CHECK(who(at(2027, 7, 8)) == PersonId("p-4"));
    }
    SECTION("an end that is yet to come cuts no turn") {
        auto ends = weekly(seven, monday);
        ends.until = at(2027, 7, 12, 9);
        told.tells(said, ends);
        CHECK(on_duty(told.picture, ovd, said).since == at(2027, 6, 28, 9));
        CHECK(on_duty(told.picture, ovd, said).until == at(2027, 7, 5, 9));
        CHECK_FALSE(who(at(2027, 7, 13)).has_value());
    }
    SECTION("an end in the past counts from when it was said") {
        auto ends = weekly(seven, monday);
        ends.until = at(2027, 6, 21, 9);
        told.tells(said, ends);
        CHECK(who(at(2027, 6, 22)) == PersonId("p-2"));
        CHECK_FALSE(who(said).has_value());
    }
    SECTION("a temporary duty that is withdrawn halfway was held until then") {
        told.tells(monday, temporary("d-1", "p-5", at(2027, 6, 28, 9), at(2027, 7, 5, 9)));
        told.tells(said, DutyWithdrawn{"d-1", "weer beter"});
        CHECK(who(at(2027, 6, 29)) == PersonId("p-5"));
        CHECK(on_duty(told.picture, ovd, at(2027, 6, 29)).until == said);
        CHECK(who(said) == PersonId("p-3"));
    }
}

TEST_CASE("of two temporary duties at once the last one said counts") {
    Told told;
    told.tells(monday, temporary("d-2", "p-5", monday, next_monday));
    told.tells(monday, temporary("d-1", "p-6", monday, next_monday));
    CHECK(on_duty(told.picture, ovd, monday).person == PersonId("p-6"));
}

TEST_CASE("a swap counts only when both said yes and a planner approved") {
    Told told;
    told.tells(monday, weekly(seven, monday));
    SwapProposed proposed = swap("s-1", "p-1", "p-2", monday, next_monday);
    proposed.back_from = next_monday;
    proposed.back_until = at(2027, 6, 28, 9);
    told.tells(monday, proposed);
    const auto holder = [&](Instant when) { return on_duty(told.picture, ovd, when).person; };
    const auto state = [&] { return state_of(told.picture.roster->swaps.at("s-1")); };

    CHECK(state() == SwapState::proposed);
    told.tells(monday, SwapApproved{"s-1", std::nullopt});
    CHECK(state() == SwapState::approved);
    told.tells(monday, SwapConsented{"s-1", "p-1"});
    told.tells(monday, SwapConsented{"s-1", "p-7"}); // not asked
    CHECK(state() == SwapState::approved);
    CHECK(holder(monday) == PersonId("p-1"));
    CHECK(open_swaps(told.picture, monday) == std::vector<SwapId>{"s-1"});

    const Sequence last = told.tells(monday, SwapConsented{"s-1", "p-2"});
    CHECK(state() == SwapState::effective);
    CHECK(holder(monday) == PersonId("p-2"));
    CHECK(holder(next_monday) == PersonId("p-1"));
    CHECK(on_duty(told.picture, ovd, monday).layer == DutyLayer::swap);
    CHECK(on_duty(told.picture, ovd, monday).sequence == last);
    CHECK(open_swaps(told.picture, monday).empty());

    told.tells(monday, SwapRefused{"s-1", std::string("toch niet")});
    CHECK(state() == SwapState::refused);
    CHECK(holder(monday) == PersonId("p-1"));
}

TEST_CASE("a swap proposed anew needs its consents anew") {
    Told told;
    told.tells(monday, swap("s-1", "p-1", "p-2", monday, next_monday));
    told.tells(monday, SwapConsented{"s-1", "p-1"});
    told.tells(monday, SwapConsented{"s-1", "p-2"});
    CHECK(state_of(told.picture.roster->swaps.at("s-1")) == SwapState::consented);
    told.tells(monday, swap("s-1", "p-1", "p-3", monday, next_monday));
    CHECK(state_of(told.picture.roster->swaps.at("s-1")) == SwapState::proposed);
}

TEST_CASE("a swap of somebody who has no duty there changes nothing") {
    Told told;
    told.tells(monday, weekly(seven, monday));
    told.tells(monday, swap("s-1", "p-4", "p-2", monday, next_monday));
    told.tells(monday, SwapConsented{"s-1", "p-4"});
    told.tells(monday, SwapConsented{"s-1", "p-2"});
    told.tells(monday, SwapApproved{"s-1", std::nullopt});
    CHECK(on_duty(told.picture, ovd, monday).person == PersonId("p-1"));
}

TEST_CASE("who is absent leaves the place empty, until somebody else is rostered") {
    Told told;
    told.tells(monday, weekly(seven, monday));
    const Instant from = at(2027, 6, 16, 9), until = at(2027, 6, 18, 9);
    const Sequence absence = told.tells(monday, AbsenceReported{"a-1", "p-1", from, until, std::nullopt});
    told.tells(monday, DutyAsked{"r-1", ovd, "p-3", from, until});

    const Duty empty = on_duty(told.picture, ovd, from);
    CHECK_FALSE(empty.person);
    CHECK(empty.absent == PersonId("p-1"));
    CHECK(empty.absence_sequence == absence);
    const auto found = gaps(told.picture, monday, next_monday);
    REQUIRE(found.size() == 1);
    CHECK(found[0].from == from);
    CHECK(found[0].until == until);
    CHECK(found[0].sequence == absence);
    CHECK(found[0].asked == std::vector<RequestId>{"r-1"});
    CHECK(open_requests(told.picture, monday) == std::vector<RequestId>{"r-1"});

    told.tells(monday, DutyAnswered{RequestId("r-1"), ovd, "p-3", from, until, YesNo::ja});
    CHECK(open_requests(told.picture, monday).empty());
    told.tells(monday, temporary("d-1", "p-3", from, until));
    CHECK(on_duty(told.picture, ovd, from).person == PersonId("p-3"));
    CHECK(on_duty(told.picture, ovd, from).answer == YesNo::ja);
    CHECK(gaps(told.picture, monday, next_monday).empty());
}

TEST_CASE("a roster of weeks by hand, as a file gives it, has gaps and changes like a rotation") {
    Told told;
    const auto week = [&](int n) { return at(2027, 6, 14 + 7 * n, 9); };
    told.tells(monday, temporary("d-1", "p-1", week(0), week(1)));
    told.tells(monday, temporary("d-2", "p-2", week(1), week(2)));
    told.tells(monday, temporary("d-3", "p-1", at(2027, 7, 5, 9), at(2027, 7, 12, 9))); // week 2 was left out
    const auto found = gaps(told.picture, monday, at(2027, 7, 12, 9));
    REQUIRE(found.size() == 1);
    CHECK(found[0].function == ovd);
    CHECK(found[0].from == week(2));
    CHECK(found[0].until == at(2027, 7, 5, 9));
    CHECK(duty_changes(told.picture, monday + hours(1), at(2027, 7, 6)).size() == 3);
}

TEST_CASE("a person who was removed has no duty from then on, but keeps the name") {
    Told told;
    told.tells(monday, weekly({"p-1"}, monday));
    told.tells(monday, PersonRegistered{"p-1", "K. de Wit", std::nullopt, Pool::regionaal, {ovd}, {}, {}});
    const Instant removed = at(2027, 6, 16);
    told.tells(removed, PersonRemoved{"p-1"});
    CHECK(on_duty(told.picture, ovd, monday).person == PersonId("p-1"));
    CHECK(on_duty(told.picture, ovd, monday).until == removed);
    CHECK_FALSE(on_duty(told.picture, ovd, removed).person);
    CHECK(name_of(told.picture, "p-1") == "K. de Wit");
    CHECK(name_of(told.picture, "J. Smit") == "J. Smit");
}

TEST_CASE("a person in two functions at once is a double booking, once and as long as it lasts") {
    Told told;
    told.tells(monday, weekly({"p-1", "p-2"}, monday, "HTO Crisiscommunicatie"));
    RotationSet other = weekly({"p-3", "p-2"}, monday, "Communicatieadviseur CoPI");
    told.tells(monday, other);
    const auto found = double_bookings(told.picture, monday, at(2027, 6, 28, 9));
    REQUIRE(found.size() == 1);
    CHECK(found[0].person == PersonId("p-2"));
    CHECK(found[0].from == next_monday);
    CHECK(found[0].until == at(2027, 6, 28, 9));
    CHECK(functions_of(told.picture, "p-2", next_monday) ==
          std::vector<Function>{"Communicatieadviseur CoPI", "HTO Crisiscommunicatie"});
}

TEST_CASE("changes of the week are the stretches that begin in it") {
    Told told;
    told.tells(monday, weekly(seven, monday));
    const auto changes = duty_changes(told.picture, at(2027, 6, 15), at(2027, 6, 22));
    REQUIRE(changes.size() == 1);
    CHECK(changes[0].since == next_monday);
    CHECK(changes[0].person == PersonId("p-2"));
}

TEST_CASE("an overdracht keeps its open points until they are done") {
    Told told;
    HandoverWritten written{"h-1", ovd, "p-7", "p-1", "rustige week", {}};
    written.points = {{"1", "sleutel De Rederij", std::nullopt, std::nullopt},
                      {"2", "nummers nalopen", std::nullopt, std::nullopt}};
    told.tells(monday, written);
    told.tells(monday, HandoverPointDone{"h-1", "1"});
    told.tells(monday, HandoverAccepted{"h-1", "p-1"});
    const Handover* latest = latest_handover(told.picture, ovd);
    REQUIRE(latest != nullptr);
    REQUIRE(open_points(*latest).size() == 1);
    CHECK(open_points(*latest)[0].point == PointId("2"));
    CHECK(latest->accepted->value == PersonId("p-1"));
    CHECK(latest_handover(told.picture, "AC-Bz") == nullptr);
}

TEST_CASE("a rotation of less than a week begins with its first person, on whatever day") {
    Told told;
    RotationSet rotation = weekly({"p-1", "p-2", "p-3"}, at(2027, 3, 11, 9)); // a Thursday
    rotation.days = 2;
    rotation.changeover.value = "ma 09:00";
    told.tells(rotation.from, rotation);
    CHECK(on_duty(told.picture, ovd, at(2027, 3, 11, 9)).person == PersonId("p-1"));
    CHECK(on_duty(told.picture, ovd, at(2027, 3, 12, 9)).person == PersonId("p-2"));
    CHECK(on_duty(told.picture, ovd, at(2027, 3, 14, 9)).person == PersonId("p-3"));
}

TEST_CASE("seven persons cover any year without gap, overlap or unfair week") {
    holds("coverage", [] {
        const int year = any_between(2020, 2036);
        const int days = any_of({1, 7, 14});
        const int hour = any_between(0, 24);
        const int minute = any_of({0, 30});
        Told told;
        RotationSet rotation = weekly(seven, at(year, 1, 1) - hours(24 * 40));
        rotation.days = days;
        char text[9];
        std::snprintf(text, sizeof text, "%s %02d:%02d", any_of({"ma", "wo", "zo"}), hour, minute);
        rotation.changeover.value = text;
        told.tells(rotation.from, rotation);

        const Instant from = at(year, 1, 1), until = at(year + 1, 1, 1);
        const auto year_of = duties(told.picture, ovd, from, until);
        MUST(year_of.front().since <= from);
        MUST(year_of.back().until >= until);
        const microseconds turn = hours(24 * days);
        for (std::size_t index = 0; index < year_of.size(); ++index) {
            const Duty& duty = year_of[index];
            MUST(duty.person.has_value());
            MUST(duty.since < duty.until);
            // A changeover within the hour that summer time skips moves to its end.
            const microseconds shift = duty.until - duty.since - turn;
            MUST(shift >= -hours(1) && shift <= hours(1));
            MUST(on_duty(told.picture, ovd, duty.since + turn / 2) == duty);
            if (index == 0) continue;
            MUST(year_of[index - 1].until == duty.since);
            const auto place = std::find(seven.begin(), seven.end(), *year_of[index - 1].person);
            MUST(seven[static_cast<std::size_t>(place - seven.begin() + 1) % 7] == *duty.person);
        }
    });
}

TEST_CASE("whatever the layers, the stretches cover all time and agree with each instant in them") {
    holds("partition", [] {
        Told told;
        const Instant start = at(2027, 3, 1);
        const auto hour_of = [&] { return start + hours(any_between(0, 24 * 60)); };
        const auto someone = [] { return PersonId("p-" + std::to_string(any_between(1, 5))); };
        const int facts = any_between(0, 25);
        for (int fact = 0; fact < facts; ++fact) {
            const Instant from = hour_of(), until = from + hours(any_between(-5, 400));
            const std::string id = std::to_string(any_between(0, 6));
            switch (any_between(0, 9)) {
            case 0:
            case 1: {
                RotationSet rotation = weekly({someone(), someone(), someone()}, from);
                rotation.rotation = id;
                rotation.days = any_between(1, 9);
                if (any_bool()) rotation.until = until;
                if (any_bool()) rotation.persons.clear();
                told.tells(from, rotation);
                break;
            }
            case 2:
                told.tells(from, temporary(id, someone(), from, until));
                break;
            case 3:
                told.tells(from, AbsenceReported{id, someone(), from, until, {}});
                break;
            case 4: {
                SwapProposed proposed = swap(id, someone(), someone(), from, until);
                proposed.back_from = hour_of();
                proposed.back_until = *proposed.back_from + hours(100);
                told.tells(from, proposed);
                break;
            }
            case 5:
                told.tells(from, SwapConsented{id, someone()});
                break;
            case 6:
                told.tells(from, SwapApproved{id, {}});
                break;
            case 7:
                told.tells(from, PersonRemoved{someone()});
                break;
            default:
                told.tells(from, DutyWithdrawn{id, "weg"});
                break;
            }
        }
        const Instant from = start - hours(48), until = start + hours(24 * 70);
        const auto all = duties(told.picture, ovd, from, until);
        MUST(all.front().since <= from);
        MUST(all.back().until >= until);
        for (std::size_t index = 1; index < all.size(); ++index)
            MUST(all[index - 1].until == all[index].since);
        for (int probe = 0; probe < 20; ++probe) {
            const Instant when = hour_of();
            const Duty duty = on_duty(told.picture, ovd, when);
            MUST(duty.since <= when && when < duty.until);
            MUST(std::find(all.begin(), all.end(), duty) != all.end());
        }
        double_bookings(told.picture, from, until);
    });
}

} // namespace roster_test
