// What is declared through time, and the alert of each version: what replaces what, and never Actual by
// accident.
#include "dashboard/exchange/cap.hpp"

#include "messaging/feeds/cap/cap_reader.hpp"
#include "tests/dashboard/exchange/journal.hpp"
#include "tests/support/catch.hpp"

#include <fmt/format.h>

namespace cap_test {

using namespace regiekamer;
using Kind = exchange::Declaration::Kind;

namespace {

const IncidentId incident{"2027-0122"};
const Instant start = at(2027, 1, 23, 3);

std::vector<exchange::Declaration> versions(Journal& journal, Instant now) {
    auto all = exchange::declarations(journal.history, incident, journal.history.head(), now);
    REQUIRE(all);
    return std::move(*all);
}

std::string alert(Journal& journal, Instant now, Mode mode = Mode::actual) {
    return exchange::cap(versions(journal, now).back(), incident,
                         {"desk", {mode, "0123456789ab"}, "Hoogwater"});
}

} // namespace

TEST_CASE("an incident alone declares nothing; GRIP begins, what changes updates, closing cancels") {
    Journal journal;
    journal.tells(start, opened("Hoogwater", start));
    CHECK(versions(journal, start).empty());
    journal.tells(start + minutes(5), grip(1, start + minutes(5)));
    journal.tells(start + minutes(9), area("a", AreaKind::effect));
    journal.tells(start + minutes(20), IncidentClosed{incident, "klaar"});
    journal.tells(start + minutes(30), opened("Opnieuw", start));
    const auto all = versions(journal, start + hours(1));
    REQUIRE(all.size() == 4);
    CHECK(all[0].kind == Kind::first);
    CHECK(all[1].kind == Kind::changed);
    CHECK(all[2].kind == Kind::ended);
    CHECK(all[3].kind == Kind::first);
    CHECK(all[1].replaces.size() == 1);
    CHECK(all[2].replaces == decltype(all[2].replaces){{1, start + minutes(5)}, {2, start + minutes(9)}});
    CHECK(all[3].replaces.empty());
}

TEST_CASE("what is said twice is no new version, and later messages do not change earlier ones") {
    Journal journal;
    journal.tells(start, opened("Hoogwater", start));
    journal.tells(start + minutes(5), grip(1, start + minutes(5)));
    journal.tells(start + minutes(6), area("a", AreaKind::effect));
    journal.tells(start + minutes(7), area("a", AreaKind::effect));
    const auto before = versions(journal, start + minutes(8));
    CHECK(before.size() == 2);
    const std::string first = alert(journal, start + minutes(8));
    const auto drawn = journal.tells(start + minutes(10), area("b", AreaKind::bron));
    journal.withdraws(start + minutes(11), drawn);
    const auto after = versions(journal, start + minutes(12));
    REQUIRE(after.size() == 4); // drawn and taken back: a receiver that had it must be told
    CHECK(after[1].at == before[1].at);
    const auto then = exchange::declarations(journal.history, incident, 4, start + minutes(8));
    REQUIRE(then);
    CHECK(exchange::cap(then->back(), incident, {"desk", {Mode::actual, "0123456789ab"}, "Hoogwater"}) ==
          first);
}

TEST_CASE("where no player speaks the clock is what everybody says it is, and a version keeps its instant") {
    Journal journal(Mode::exercise);
    const Instant wall = at(2026, 11, 30, 9);
    journal.tells(wall, opened("Hoogwater", start), start);
    journal.tells(wall + seconds(1), grip(1, start + minutes(5)), start + minutes(5));
    journal.tells(wall + seconds(2), area("a", AreaKind::effect), start + minutes(9));
    const auto early = exchange::declarations(journal.history, incident, 2, start + minutes(6)).value();
    const auto late = versions(journal, start + minutes(10));
    REQUIRE(early.size() == 1);
    REQUIRE(late.size() == 2);
    CHECK(early[0].at == start + minutes(5));
    CHECK(late[1].at == start + minutes(9));
    CHECK(late[1].replaces == decltype(late[1].replaces){{1, start + minutes(5)}});
}

TEST_CASE("corners that make no area are no polygon") {
    Journal journal;
    journal.tells(start, opened("Hoogwater", start));
    auto drawn = area("a", AreaKind::effect);
    const auto corner = drawn.polygon.front();
    drawn.polygon = {corner, drawn.polygon[1], corner};
    journal.tells(start + minutes(5), drawn);
    CHECK(alert(journal, start + hours(1)).find("<polygon>") == std::string::npos);
}

TEST_CASE("a level that was decided beforehand is declared from the instant that it is in force") {
    Journal journal;
    journal.tells(start, opened("Hoogwater", start));
    journal.tells(start + minutes(5), grip(2, start + hours(1)));
    CHECK(versions(journal, start + minutes(59)).empty());
    const auto all = versions(journal, start + hours(2));
    REQUIRE(all.size() == 1);
    CHECK(all[0].at == start + hours(1));
    CHECK(all[0].said.grip.level.value == 2);
}

TEST_CASE("an incident whose opening was taken back is cancelled") {
    Journal journal;
    const auto opening = journal.tells(start, opened("Hoogwater", start));
    journal.tells(start + minutes(5), grip(1, start + minutes(5)));
    journal.withdraws(start + minutes(6), opening);
    CHECK(versions(journal, start + minutes(7)).back().kind == Kind::ended);
}

TEST_CASE("only an actual journal gives Actual") {
    Journal journal;
    journal.tells(start, opened("Hoogwater", start));
    journal.tells(start + minutes(5), grip(1, start + minutes(5)));
    CHECK_THAT(alert(journal, start + minutes(6)), ContainsSubstring("<status>Actual</status>"));
    const auto exercise = alert(journal, start + minutes(6), Mode::exercise);
    CHECK_THAT(exercise, ContainsSubstring("<status>Exercise</status>"));
    CHECK_THAT(exercise, ContainsSubstring("<headline>OEFENING · GRIP 1 · Hoogwater</headline>"));
    CHECK(exercise.find("Actual") == std::string::npos);
    CHECK(exchange::Origin().mode == Mode::exercise); // who forgets to say it does not raise an alarm
}

TEST_CASE("what nobody said stays Unknown") {
    Journal journal;
    journal.tells(start, opened("Hoogwater", start));
    journal.tells(start + minutes(1), area("a", AreaKind::effect));
    auto xml = alert(journal, start + minutes(2));
    for (const char* part : {"<urgency>Unknown", "<severity>Unknown", "<certainty>Unknown"})
        CHECK_THAT(xml, ContainsSubstring(part));
    journal.tells(start + minutes(3), grip(2, start + minutes(3)));
    xml = alert(journal, start + minutes(4));
    for (const char* part : {"<urgency>Unknown", "<severity>Moderate", "<certainty>Observed"})
        CHECK_THAT(xml, ContainsSubstring(part));
    journal.tells(start + minutes(5), area("b", AreaKind::evacuatie));
    xml = alert(journal, start + minutes(6));
    for (const char* part : {"<urgency>Immediate", "<severity>Severe"})
        CHECK_THAT(xml, ContainsSubstring(part));
}

TEST_CASE("polygons are closed; times have an offset in numbers") {
    Journal journal;
    journal.tells(start, opened("Hoogwater", start));
    journal.tells(start + minutes(1), area("a", AreaKind::effect));
    const auto xml = alert(journal, start + minutes(2));
    CHECK_THAT(xml, ContainsSubstring("<polygon>51.860000,4.640000 51.870000,4.640000 51.870000,4.660000 "
                                      "51.860000,4.660000 51.860000,4.640000</polygon>"));
    CHECK_THAT(xml, ContainsSubstring("<sent>2027-01-23T03:01:00+01:00</sent>"));
}

TEST_CASE("our own feed reads back what was declared: the same alert, update and cancel, areas and words") {
    for (const Mode mode : {Mode::actual, Mode::exercise}) {
        const auto read = feeds::cap_reader({}, mode);
        const auto reads = [&](const std::string& xml) {
            const auto became = read(xml, start + hours(1));
            INFO(xml);
            REQUIRE(became.aside.empty());
            REQUIRE(became.said.size() == 1);
            CHECK(became.remarks.empty());
            return std::get<WarningReceived>(became.said[0].body);
        };
        Journal journal;
        auto opening = opened("Hoogwater < 2 m & \"kade\"", start);
        journal.tells(start, opening);
        journal.tells(start + minutes(5), grip(2, start + minutes(5)));
        const auto first = reads(alert(journal, start + minutes(6), mode));
        journal.tells(start + minutes(9), area("a", AreaKind::evacuatie));
        const auto second = reads(alert(journal, start + minutes(10), mode));
        journal.tells(start + minutes(20), IncidentClosed{incident, "klaar"});
        const auto last = reads(alert(journal, start + minutes(21), mode));
        CHECK(first.msg_type == "Alert");
        CHECK(second.msg_type == "Update");
        CHECK(last.msg_type == "Cancel");
        const auto triplet = [](const WarningReceived& one) {
            return fmt::format("{},{},", one.sender, one.identifier);
        };
        REQUIRE(second.references.size() == 1);
        CHECK(second.references[0].starts_with(triplet(first)));
        REQUIRE(last.references.size() == 2);
        CHECK(last.references[1].starts_with(triplet(second)));
        CHECK(second.sender == "desk");
        CHECK(second.sent == start + minutes(9));
        CHECK(second.onset == start);
        CHECK(second.severity == "Severe");
        CHECK(second.urgency == "Immediate");
        CHECK(second.certainty == "Observed");
        const std::string title = "GRIP 2 · Hoogwater < 2 m & \"kade\"";
        CHECK(second.headline == (mode == Mode::exercise ? "OEFENING · " + title : title));
        REQUIRE(second.areas.size() == 1);
        REQUIRE(second.areas[0].polygons.size() == 1);
        auto corners = area("a", AreaKind::evacuatie).polygon;
        corners.push_back(corners.front());
        CHECK(second.areas[0].polygons[0] == corners);
        CHECK_THAT(second.areas[0].description, ContainsSubstring("Kade"));
        CHECK_THAT(*second.description, ContainsSubstring("GRIP 2 sinds"));
    }
}

TEST_CASE("a sender that CAP would not take is refused") {
    CHECK(exchange::fits_as_sender("meldkamer@zhz.example"));
    for (const char* wrong : {"", "a b", "a,b", "a<b", "a&b", "é"})
        CHECK_FALSE(exchange::fits_as_sender(wrong));
}

} // namespace cap_test
