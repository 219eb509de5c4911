// The logboek as a feed, and the gauges; what people wrote stays in its own place in both.
#include "dashboard/exchange/atom.hpp"
#include "dashboard/exchange/metrics.hpp"

#include "tests/dashboard/exchange/journal.hpp"
#include "tests/support/catch.hpp"

namespace lines_test {

using namespace regiekamer;

namespace {

const Instant start = at(2027, 1, 23, 3);

NoteWritten note(const char* text) {
    NoteWritten body;
    body.note = "n";
    body.text = text;
    return body;
}

std::string feed(Journal& journal, Mode mode, std::size_t most = 200, bool trainer = false) {
    const auto picture = journal.history.current();
    const auto made =
        exchange::atom(journal.history, picture, start, {mode, "j"}, {picture.sequence, most, {}, trainer});
    REQUIRE(made);
    return *made;
}

} // namespace

TEST_CASE("two identifiers that differ stay two, also where the difference cannot be seen") {
    CHECK(exchange::readable_identifier("Paardenmarkt 2027/1") == "Paardenmarkt 2027/1");
    CHECK(exchange::readable_identifier("dup\u200f") != exchange::readable_identifier("dup"));
    CHECK(exchange::readable_identifier("a\nb") != exchange::readable_identifier("a b"));
}

TEST_CASE("a line is cut between characters, and what cannot be seen is not in it") {
    CHECK(exchange::line_of("ééé", 2) == "éé…");
    CHECK(exchange::line_of("ééé", 3) == "ééé");
    CHECK(exchange::line_of("a\nb\x01"
                            "c\u202E"
                            "d\uFFFE"
                            "e") == "a b cde");
    CHECK(exchange::line_of("a\u2028"
                            "b\u2029"
                            "c") == "a b c"); // some readers end a line there
    CHECK(exchange::identifier_of("a b/%,<é") == "a%20b%2F%25%2C%3C%C3%A9");
}

TEST_CASE("an exercise says so in the title of the feed and of each line") {
    Journal journal;
    journal.tells(start, note("Kade staat blank"));
    CHECK_THAT(feed(journal, Mode::exercise),
               ContainsSubstring("<title>OEFENING · Logboek Regiekamer</title>"));
    CHECK_THAT(feed(journal, Mode::exercise),
               ContainsSubstring("<title>OEFENING · OvD-Bz: Kade staat blank</title>"));
    CHECK_THAT(feed(journal, Mode::actual), ContainsSubstring("<title>OvD-Bz: Kade staat blank</title>"));
    CHECK_THAT(feed(journal, Mode::actual), ContainsSubstring("<name>OvD-Bz</name>"));
}

TEST_CASE("what was withdrawn says so, and is updated when it was") {
    Journal journal;
    const auto said = journal.tells(start, note("vergissing"));
    journal.withdraws(start + minutes(5), said);
    const auto xml = feed(journal, Mode::actual);
    CHECK_THAT(xml, ContainsSubstring(
                        "<title>Ingetrokken: OvD-Bz: vergissing</title>\n    <updated>2027-01-23T02:05:00"));
}

TEST_CASE("what only the leaders of an exercise see stays out of the feed unless it is asked for") {
    Journal journal(Mode::exercise);
    journal.tells(start, note("Kade staat blank"));
    journal.tells(start, ExpectationJudged{"run", "grip-2-op-tijd", ExpectationVerdict::gemist, "te laat"});
    ObservationNoted observation;
    observation.run = "run";
    observation.observation = "o";
    observation.at = start;
    observation.text = "overlegt niet";
    journal.tells(start, observation);
    const auto players = feed(journal, Mode::exercise);
    CHECK_THAT(players, ContainsSubstring("Kade staat blank"));
    for (const char* part : {"grip-2-op-tijd", "overlegt niet"}) {
        CHECK(players.find(part) == std::string::npos);
        CHECK_THAT(feed(journal, Mode::exercise, 200, true), ContainsSubstring(part));
    }
}

TEST_CASE("a message from a clock that is years ahead does not make the feed look new for ever") {
    Journal journal;
    journal.tells(start, note("vandaag"), at(2099, 1, 1));
    CHECK_THAT(feed(journal, Mode::actual), ContainsSubstring("<updated>2027-01-23T02:00:00"));
    CHECK(feed(journal, Mode::actual).find("2099") == std::string::npos);
}

TEST_CASE("newest first, and no more than asked for") {
    Journal journal;
    for (const char* text : {"een", "twee", "drie"})
        journal.tells(start, note(text));
    const auto xml = feed(journal, Mode::actual, 2);
    CHECK(xml.find("drie") < xml.find("twee"));
    CHECK(xml.find(">een<") == std::string::npos);
}

TEST_CASE("a label is escaped and cut; an alarm that is not there counts 0") {
    Told told;
    auto body = opened("\"aan\\de\nKade\"", start);
    told.tells(start, body);
    const auto page = exchange::metrics(told.picture, start, start, {Mode::actual, "j"});
    CHECK_THAT(page, ContainsSubstring("title=\"\\\"aan\\\\de Kade\\\"\""));
    CHECK_THAT(page,
               ContainsSubstring("regiekamer_alarms{mode=\"actual\",state=\"fresh\",level=\"red\"} 0\n"));
    CHECK_THAT(page,
               ContainsSubstring("regiekamer_incident_grip{mode=\"actual\",incident=\"2027-0122\"} 0\n"));
}

TEST_CASE("how long a feed is silent goes by the hub's clock, never below 0") {
    Told told;
    told.tells(start, FeedReported{"p2000", FeedState::loopt, {}});
    const auto silent = [&](Instant hub_now) {
        return exchange::metrics(told.picture, start + hours(9), hub_now, {Mode::exercise, "j"});
    };
    CHECK_THAT(silent(start + seconds(90)), ContainsSubstring("feed=\"p2000\"} 90\n"));
    CHECK_THAT(silent(start - seconds(90)), ContainsSubstring("feed=\"p2000\"} 0\n"));
}

} // namespace lines_test
