// A document that is read again: only what changed is said.
#include "messaging/feeds/import_feed.hpp"
#include "tests/support/catch.hpp"

#include <set>

namespace import_feed_test {

using namespace regiekamer;
using namespace regiekamer::feeds;

namespace {

const Instant start = *read_instant("2026-03-02T13:00:00Z");
Reader roster() {
    return import_reader([](std::string_view bytes, Instant, const Changeovers& changeovers) {
        return read_roster_csv(bytes, changeovers);
    });
}
std::string with(const std::string& name) {
    return "functie;naam;van;tot\nOvD-Bz;A. Proef;01-12-2026 08:00;08-12-2026 08:00\n"
           "HIN;" +
           name + ";01-12-2026 08:00;08-12-2026 08:00\n";
}

} // namespace

TEST_CASE("an unchanged document says nothing, and after a restart the same ids") {
    const auto reader = roster();
    const auto first = reader(with("B. Test"), start);
    REQUIRE(first.said.size() == 4);
    CHECK(reader(with("B. Test"), start + hours(1)).said.empty());
    const auto again = roster()(with("B. Test"), start + hours(2));
    REQUIRE(again.said.size() == 4);
    for (std::size_t i = 0; i < 4; ++i)
        CHECK(again.said[i].id == first.said[i].id);
}

TEST_CASE("a person's number that changes and changes back is said each time, under another id") {
    const auto reader = roster();
    std::set<std::string> ids;
    std::size_t said = 0;
    int hour = 0;
    for (const char* phone : {"0611", "0622", "0611", "0622", "0611"}) {
        const auto became = reader("functie;naam;telefoon;van;tot\nOvD-Bz;A. Proef;" + std::string(phone) +
                                       ";01-12-2026 08:00;08-12-2026 08:00\n",
                                   start + hours(++hour));
        for (const auto& one : became.said)
            ids.insert(one.id);
        said += became.said.size();
    }
    CHECK(said == 6); // a duty once, a person five times
    CHECK(ids.size() == said);
}

TEST_CASE("one wrong line puts the whole document aside, and the next is judged anew") {
    const auto reader = roster();
    const auto bad = reader(with("B. Test;fout;fout;fout"), start);
    CHECK(bad.said.empty());
    CHECK_FALSE(bad.aside.empty());
    CHECK(reader("", start).aside.size() == 1);
    CHECK(reader("<html>", start).said.empty());
    CHECK(reader(with("B. Test"), start).said.size() == 4);
}

TEST_CASE("a roster that is followed wipes nothing of a person, and asks only when there is news") {
    PersonRegistered before;
    before.person = "p-a-proef";
    before.name = "A. Proef";
    before.municipality = "Dordrecht";
    before.functions = {Function("AC-Bz")};
    before.phone = "06-0000 9102";
    int asked = 0;
    KnownRoster known{{{before.person, before}}, {}};
    const auto reader =
        import_reader([](std::string_view bytes, Instant,
                         const Changeovers& changeovers) { return read_roster_csv(bytes, changeovers); },
                      [&] {
                          ++asked;
                          return known;
                      });
    const auto first = reader(with("B. Test"), start);
    REQUIRE(first.said.size() == 4);
    auto expected = before;
    expected.functions = {Function("AC-Bz"), Function("OvD-Bz")};
    CHECK(std::get<PersonRegistered>(first.said.front().body) == expected);
    CHECK(reader(with("B. Test"), start + hours(1)).said.empty());
    CHECK(asked == 1);
    // What is known already is not said: a week more for the same person.
    known.persons[before.person] = expected;
    const auto more =
        reader(with("B. Test") + "OvD-Bz;A. Proef;08-12-2026 08:00;15-12-2026 08:00\n", start + hours(2));
    REQUIRE(more.said.size() == 1);
    CHECK(std::holds_alternative<DutyRostered>(more.said.front().body));
}

TEST_CASE("a roster of days that is followed counts from the changeover that the hub knows") {
    const KnownRoster known{{}, {{Function("OvD-Bz"), {"ma 08:15"}}}};
    const auto reader =
        import_reader([](std::string_view bytes, Instant,
                         const Changeovers& changeovers) { return read_roster_csv(bytes, changeovers); },
                      [&] { return known; });
    const auto first = reader("functie;naam;van;tot\nOvD-Bz;A. Proef;07-12-2026;14-12-2026\n", start);
    REQUIRE(first.said.size() == 2);
    CHECK(std::get<DutyRostered>(first.said.back().body).from == read_instant("2026-12-07T07:15:00Z"));
}

} // namespace import_feed_test
