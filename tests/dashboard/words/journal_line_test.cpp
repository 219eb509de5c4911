// Every message has a line in the logboek: who said it, and what, in a sentence.
#include "dashboard/words/journal_line.hpp"
#include "messaging/codec/codec.hpp"
#include "tests/support/catch.hpp"

#include <filesystem>
#include <fstream>

namespace journal_line_test {

using namespace regiekamer;
using words::journal_line;
using words::Weight;

namespace {

Recorded said(Body body) {
    Recorded fact;
    fact.sequence = 1;
    fact.recorded = fact.message.time = *read_instant("2027-01-23T04:37:00+01:00");
    fact.message.function = Function("OvD-Bz");
    fact.message.body = std::move(body);
    return fact;
}

} // namespace

TEST_CASE("the example of every type has somebody who says something") {
    std::size_t count = 0;
    for (const auto& entry : std::filesystem::directory_iterator(
             std::filesystem::path(REGIEKAMER_SOURCE_DIR) / "tests/examples")) {
        const std::string name = entry.path().filename().string();
        if (!name.ends_with(".json") || name.find(".bad-") != std::string::npos) continue;
        INFO(name);
        std::ifstream in(entry.path());
        const std::string text{std::istreambuf_iterator<char>(in), {}};
        const auto message = codec::decode(codec::one_line(text));
        REQUIRE(message);
        const auto line = journal_line({}, Recorded{1, message->time, "test", *message});
        CHECK_FALSE(line.who.empty());
        CHECK_FALSE(line.text.empty());
        CHECK(line.text.find('\n') == std::string::npos);
        ++count;
    }
    CHECK(count == codec::type_names().size());
}

TEST_CASE("a body with nothing in it, and one that we do not know, have a line too") {
    boost::mp11::mp_for_each<boost::mp11::mp_iota<boost::mp11::mp_size<BodyVariant>>>([](auto index) {
        const Recorded fact = said(Body{boost::mp11::mp_at_c<BodyVariant, decltype(index)::value>{}});
        INFO(type_of(fact.message.body));
        CHECK_NOTHROW(journal_line({}, fact));
    });
    const auto foreign = journal_line({}, said(Foreign{"org.example.weer", "{}"}));
    CHECK(foreign.text.find("org.example.weer") != std::string::npos);
}

TEST_CASE("a page whose stamp cannot be trusted says so in its line, beside what may be damaged") {
    PageReceived page;
    page.text = "A1 5% Dam";
    page.raw = "FLEX|2026-03-02 13:07:44|1600/2/K/A|05.033|001420059|ALN|A1 5% Dam";
    page.at = *read_instant("2026-03-02T13:07:44Z");
    Recorded fact = said(page);
    fact.message.time = fact.recorded = page.at + minutes(2);
    CHECK(journal_line({}, fact).text == "A1 5% Dam (kan beschadigd zijn: %)");
    fact.message.time = fact.recorded = page.at + hours(2);
    CHECK(journal_line({}, fact).text ==
          "A1 5% Dam (kan beschadigd zijn: %) (klok van de ontvanger wijkt af)");
}

TEST_CASE("a feed whose input ended is klaar in the logboek too") {
    FeedReported body{"lijst", FeedState::stil, std::string("einde van de invoer")};
    CHECK(journal_line({}, said(body)).text == "lijst stil: einde van de invoer");
    body.ended = true;
    CHECK(journal_line({}, said(body)).text == "lijst klaar: einde van de invoer");
}

TEST_CASE("a measurement says what was measured, and whether it is of the weather") {
    MeasurementTaken wind;
    wind.station = "Rotterdam";
    wind.quantity = "windstoot";
    wind.unit = "km/h";
    wind.at = *read_instant("2027-01-23T04:00:00+01:00");
    wind.value = 39.2;
    const auto measured = [](const MeasurementTaken& body) {
        Recorded fact = said(body);
        fact.message.function.reset(); // the draaiboek's
        return journal_line({}, fact);
    };
    const auto gust = measured(wind);
    CHECK(gust.who == "Weer");
    CHECK(gust.text.starts_with("Rotterdam: windstoot 39,2 km/h"));
    wind.quantity = "waterstand";
    wind.unit = "cm NAP";
    CHECK(measured(wind).who == "Water");
}

TEST_CASE("who speaks of a measurement is who measured it: the feed, or who wrote it down") {
    MeasurementTaken level;
    level.station = "Dordrecht";
    level.quantity = "waterstand";
    level.unit = "cm NAP";
    level.value = 189;
    Recorded fact = said(level);
    fact.message.function.reset();
    fact.message.source = "feed/waterschap/replay-3f";
    CHECK(journal_line({}, fact).who == "waterschap");
    fact.message.source = "desk/kantoor";
    fact.message.function = Function("teamleider opvang");
    CHECK(journal_line({}, fact).who == "teamleider opvang");
    ForecastIssued forecast;
    forecast.station = "Dordrecht";
    forecast.quantity = "waterstand";
    fact = said(forecast);
    fact.message.function.reset();
    fact.message.source = "feed/rws";
    CHECK(journal_line({}, fact).who == "rws");
    forecast.origin = "WMCN";
    fact.message.body = forecast;
    CHECK(journal_line({}, fact).who == "WMCN");
}

TEST_CASE("that a feed was asked to offer again, and what came of it, stands in the logboek") {
    CHECK(journal_line({}, said(FeedRetryAsked{"p2000"})).text ==
          "p2000: gevraagd om opnieuw aan te bieden wat opzij ligt");
    CHECK(journal_line({}, said(FeedRetried{"p2000", 1, 1, 0, 0, {}})).text ==
          "p2000 bood 1 stuk opnieuw aan: 1 bericht");
    CHECK(journal_line({}, said(FeedRetried{"p2000", 0, 0, 0, 0, std::string("this feed keeps nothing")}))
              .text == "p2000 kon niets opnieuw aanbieden (deze koppeling bewaart niets)");
}

TEST_CASE("what a simulated role says is marked in the line, once, and only in an exercise") {
    Recorded fact = said(NoteWritten{"n", {}, {}, "School gebeld", {}});
    fact.message.person = PersonId("simulatie");
    CHECK(journal_line({}, fact).text == "School gebeld");
    fact.message.status = Mode::exercise;
    CHECK(journal_line({}, fact).text == "School gebeld (simulatie)");
    fact.message.body = NoteWritten{"n", {}, {}, "Gereed gemeld (simulatie)", {}};
    CHECK(journal_line({}, fact).text == "Gereed gemeld (simulatie)");
    fact.message.person = PersonId("de-wit");
    fact.message.body = NoteWritten{"n", {}, {}, "School gebeld", {}};
    CHECK(journal_line({}, fact).text == "School gebeld");
}

TEST_CASE("a day of another year is said with its year, and a change with what changed") {
    EventMomentSet ends;
    ends.event = PublicEventId("markt");
    ends.title = "einde";
    ends.at = *read_instant("2027-11-01T12:00:00+01:00");
    CHECK(journal_line({}, said(ends)).text.ends_with("einde om ma 1 nov 12:00"));
    ends.at = *read_instant("2028-11-01T12:00:00+01:00");
    CHECK(journal_line({}, said(ends)).text.ends_with("einde om wo 1 nov 2028 12:00"));
    EventUpdated moved;
    moved.event = PublicEventId("markt");
    moved.from = *read_instant("2027-04-05T14:00:00+02:00");
    moved.visitors = Count(5000);
    CHECK(journal_line({}, said(moved)).text.ends_with("bijgewerkt: begint ma 5 apr 14:00, 5.000 bezoekers"));
}

TEST_CASE("decisions stand out and measurements do not") {
    GripDecided grip;
    grip.level = GripLevel(2);
    grip.reason = "effecten buiten het brongebied";
    grip.decided_by.function = Function("Leider CoPI");
    const auto line = journal_line({}, said(grip));
    CHECK(line.weight == Weight::strong);
    CHECK(line.text.find("GRIP 2") != std::string::npos);
    CHECK(line.text.find(grip.reason) != std::string::npos);
    CHECK(journal_line({}, said(MeasurementTaken{})).weight == Weight::noise);
    NoteWritten note;
    note.text = "de pont ligt los";
    CHECK(journal_line({}, said(note)).text.find(note.text) != std::string::npos);
    CHECK(journal_line({}, said(note)).weight == Weight::normal);
    note.important = true;
    CHECK(journal_line({}, said(note)).weight == Weight::strong);
}

} // namespace journal_line_test
