// Many alarms as few lines, and none lost.
#include "dashboard/picture/alarm_groups.hpp"
#include "tests/support/catch.hpp"

namespace alarm_groups_test {

using namespace regiekamer;
using namespace regiekamer::picture;

namespace {

const Instant now = *read_instant("2027-01-23T04:37:00+01:00");

Alarm alarm(AlarmRule rule, const std::string& subject, int minutes_ago, const char* incident = nullptr) {
    Alarm one;
    one.rule = rule;
    one.subject = subject;
    one.id = AlarmId(subject + "/" + std::to_string(minutes_ago));
    one.since = now - minutes(minutes_ago);
    if (incident != nullptr) one.incident = IncidentId(incident);
    return one;
}

std::size_t count(const std::vector<AlarmGroup>& groups) {
    std::size_t sum = 0;
    for (const auto& group : groups)
        sum += group.alarms.size();
    return sum;
}

} // namespace

TEST_CASE("repeats of one cause are one line; other causes stand alone") {
    const auto groups =
        grouped({alarm(AlarmRule::feed_down, "p2000", 1), alarm(AlarmRule::feed_down, "p2000", 5),
                 alarm(AlarmRule::feed_down, "water", 2)},
                now);
    REQUIRE(groups.size() == 2);
    CHECK(groups[0].alarms.size() == 2);
    CHECK_FALSE(groups[0].flood);
}

TEST_CASE("ten in ten minutes is no flood, eleven is: then each incident is one line") {
    std::vector<Alarm> list;
    for (int i = 0; i < 10; ++i)
        list.push_back(
            alarm(AlarmRule::action_late, "actie " + std::to_string(i), i, i % 2 == 0 ? "a" : "b"));
    CHECK_FALSE(flooded(list, now));
    CHECK(grouped(list, now).size() == 10);
    list.push_back(alarm(AlarmRule::not_filled, "AC-Bz", 3, "a"));
    CHECK(flooded(list, now));
    const auto groups = grouped(list, now);
    REQUIRE(groups.size() == 2);
    CHECK(groups[0].incident == IncidentId("a"));
    CHECK(groups[0].alarms.size() == 6);
    CHECK(groups[0].flood);
    CHECK(count(groups) == 11);
}

TEST_CASE("in a flood each question to a person stands by itself") {
    std::vector<Alarm> list;
    for (int i = 0; i < 12; ++i)
        list.push_back(alarm(AlarmRule::page_for_us, "m" + std::to_string(i), i % 9));
    list[0].level = list[1].level = AlarmLevel::red; // they name the OvD-Bz
    list.push_back(alarm(AlarmRule::grip_proposed, "m20", 1));
    const auto groups = grouped(list, now);
    REQUIRE(groups.size() == 4);
    CHECK_FALSE(groups[0].flood);
    CHECK_FALSE(groups[1].flood);
    CHECK(groups[2].alarms.size() == 10);
    CHECK(by_cause(groups[2].alarms).size() == 10);
    CHECK_FALSE(groups[3].flood);
}

TEST_CASE("what began longer ago than ten minutes, or begins later, is no part of a flood") {
    std::vector<Alarm> list;
    for (int i = 0; i < 30; ++i)
        list.push_back(alarm(AlarmRule::action_late, std::to_string(i), i % 2 == 0 ? 10 + i : -1 - i));
    CHECK_FALSE(flooded(list, now));
    CHECK(count(grouped(list, now)) == 30);
}

TEST_CASE("a flood stays folded until it is handled, however long ago it came") {
    std::vector<Alarm> list;
    for (int i = 0; i < 11; ++i)
        list.push_back(alarm(AlarmRule::feed_down, std::to_string(i), 40));
    CHECK(grouped(list, now).size() == 1);
    for (auto& one : list)
        one.state = AlarmState::acknowledged;
    CHECK(grouped(list, now).size() == 11);
}

} // namespace alarm_groups_test
