// A document that is read again: only what changed is said.
#include "messaging/feeds/import_feed.hpp"
#include "messaging/feeds/roster_export.hpp"
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

std::vector<Message> as_told(const Became& became) {
    std::vector<Message> told;
    for (const auto& said : became.said) {
        Message message;
        message.id = said.id;
        message.source = "feed/proef";
        message.body = said.body;
        told.push_back(message);
    }
    return told;
}
std::string names(const std::vector<Message>& told) {
    std::string all;
    for (const auto& message : told)
        if (const auto* duty = std::get_if<DutyRostered>(&message.body)) all += duty->person.value + " ";
    return all;
}
Reader calendar() {
    return import_reader([](std::string_view bytes, Instant now, const Changeovers& changeovers) {
        return read_roster_ical(bytes, now, changeovers);
    });
}
std::string appointment(const std::string& more = "", const std::string& summary = "OvD-Bz: W. Weg") {
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:9\r\nDTSTART:20261128T100000Z\r\n"
           "DTEND:20261208T100000Z\r\n" +
           more + "SUMMARY:" + summary + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
}

} // namespace

TEST_CASE("who has piket goes to another and back, also over a restart: the last word counts") {
    const auto row = [](const std::string& name, const std::string& hours = "09:00") {
        return "functie;naam;van;tot\nAC-Bz;" + name + ";28-11-2026 " + hours + ";07-12-2026 09:00\n";
    };
    std::vector<Message> told;
    std::set<std::string> ids;
    const auto take = [&](const Reader& reader, const std::string& document) {
        const auto news = as_told(reader(document, start));
        for (const auto& message : news) {
            CHECK(ids.insert(message.id).second); // a hub takes an id once
            told.push_back(message);
        }
        return names(news);
    };
    const auto reader = roster();
    CHECK(take(reader, row("J. Jansen")) == "p-j-jansen ");
    CHECK(take(reader, row("P. Pieters")) == "p-p-pieters ");
    CHECK(take(reader, row("J. Jansen")) == "p-j-jansen ");
    CHECK(take(reader, row("J. Jansen")).empty());
    CHECK(take(reader, row("P. Pieters", "12:00")) == "p-p-pieters "); // a part of it
    const auto restarted = roster();
    for (const auto& message : std::vector(told))
        restarted.recall(message);
    CHECK(take(restarted, row("P. Pieters", "12:00")).empty());
    CHECK(take(restarted, row("J. Jansen")) == "p-j-jansen ");
    CHECK(take(restarted, row("J. Jansen")).empty());
    CHECK(take(restarted, row("P. Pieters")) == "p-p-pieters ");
}

TEST_CASE("an appointment that the calendar cancels is withdrawn, once, and stands when it is there again") {
    const auto reader = calendar();
    CHECK(reader(appointment("STATUS:CANCELLED\r\n"), start).said.empty()); // never said here
    REQUIRE(reader(appointment(), start).said.size() == 2);
    const auto duty = std::get<DutyRostered>(calendar()(appointment(), start).said.back().body);
    for (const char* summary : {"OvD-Bz: W. Weg", "Geannuleerd: OvD-Bz: W. Weg"}) {
        const auto restarted = calendar();
        for (const auto& message : as_told(calendar()(appointment(), start)))
            restarted.recall(message);
        const auto back = restarted(appointment("STATUS:CANCELLED\r\nSEQUENCE:1\r\n", summary), start);
        REQUIRE(back.said.size() == 1);
        CHECK(std::get<DutyWithdrawn>(back.said[0].body).duty == duty.duty);
        CHECK(restarted(appointment("STATUS:CANCELLED\r\nSEQUENCE:1\r\n", summary), start).said.empty());
        const auto again = restarted(appointment(), start);
        REQUIRE(again.said.size() == 1);
        CHECK(std::get<DutyRostered>(again.said[0].body) == duty);
        CHECK(again.said[0].id != calendar()(appointment(), start).said.back().id);
    }
}

TEST_CASE("a time that the calendar leaves out or moves is withdrawn, once") {
    const std::string weekly = "RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=3\r\n";
    const std::string moved = "SUMMARY:OvD-Bz: W. Weg\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:9\r\n"
                              "RECURRENCE-ID:20261212T100000Z\r\nDTSTART:20261214T100000Z\r\n"
                              "DTEND:20261224T100000Z\r\n";
    for (const std::string& change : {std::string("EXDATE:20261212T100000Z\r\n"), moved}) {
        const auto reader = calendar();
        const auto first = reader(appointment(weekly), start);
        REQUIRE(first.said.size() == 4); // a person and three turns
        const auto second = std::get<DutyRostered>(first.said[2].body);
        const auto restarted = calendar();
        for (const auto& message : as_told(first))
            restarted.recall(message);
        const auto back = restarted(appointment(weekly + change), start);
        REQUIRE(back.said.size() == (change == moved ? 2 : 1));
        CHECK(std::get<DutyWithdrawn>(back.said.back().body).duty == second.duty);
        CHECK(restarted(appointment(weekly + change), start).said.empty());
        const auto again = restarted(appointment(weekly), start); // as it was
        REQUIRE(again.said.size() == 1);
        CHECK(std::get<DutyRostered>(again.said[0].body) == second);
        CHECK(calendar()(appointment(weekly + change), start).said.size() == (change == moved ? 4 : 3));
    }
    // another has that time now: the turn of the one before is over
    const auto reader = calendar();
    REQUIRE(reader(appointment(weekly), start).said.size() == 4);
    const auto other =
        reader(appointment(weekly + "SUMMARY:OvD-Bz: W. Weg\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:9\r\n"
                                    "RECURRENCE-ID:20261212T100000Z\r\nDTSTART:20261212T100000Z\r\n"
                                    "DTEND:20261222T100000Z\r\n",
                           "OvD-Bz: V. Ander"),
               start);
    REQUIRE(other.said.size() == 3);
    CHECK(std::holds_alternative<DutyWithdrawn>(other.said.back().body));
}

TEST_CASE("what a feed takes although it is odd, it says") {
    const auto became = calendar()(appointment("RDATE;TZID=Mars/Olympus:20270101T090000\r\n"), start);
    CHECK(became.said.size() == 3);
    REQUIRE(became.remarks.size() == 1);
    CHECK_THAT(became.remarks[0], ContainsSubstring("Mars/Olympus is not known"));
}

TEST_CASE("an evenement that the calendar cancels is NO-GO, once") {
    const auto reader = import_reader(
        [](std::string_view bytes, Instant now, const Changeovers&) { return read_events_ical(bytes, now); });
    const std::string whole = "LOCATION:Dam\r\nCATEGORIES:B\r\n";
    REQUIRE(reader(appointment(whole, "Feest"), start).said.size() == 1);
    const auto back = reader(appointment("STATUS:CANCELLED\r\n", "Feest"), start);
    REQUIRE(back.said.size() == 1);
    const auto& decided = std::get<EventDecided>(back.said[0].body);
    CHECK(decided.event == PublicEventId("ical/9"));
    CHECK(decided.decision == GoDecision::NO_GO);
    CHECK(reader(appointment("STATUS:CANCELLED\r\n", "Feest"), start).said.empty());
    const auto again = reader(appointment(whole, "Feest"), start); // planned again: no GO, that is a person's
    REQUIRE(again.said.size() == 1);
    CHECK(std::holds_alternative<EventRegistered>(again.said[0].body));
    CHECK(reader(appointment("STATUS:CANCELLED\r\n", "Feest"), start).said.size() == 1);
}

TEST_CASE("who is known under another id is that person; who only shares a name is said") {
    PersonRegistered kaya;
    kaya.person = "kaya";
    kaya.name = "N. Kaya";
    kaya.phone = "+31 6 0000 9102";
    kaya.municipality = "Dordrecht";
    PersonRegistered other = kaya;
    other.person = "p-18";
    other.phone = "06-1111 0000";
    other.municipality = "Zwijndrecht";
    const KnownRoster one{{{kaya.person, kaya}}, {}}, two{{{kaya.person, kaya}, {other.person, other}}, {}};
    const auto became = [](const KnownRoster& known, const std::string& phone, const std::string& place) {
        const auto reader =
            import_reader([](std::string_view bytes, Instant,
                             const Changeovers& changeovers) { return read_roster_csv(bytes, changeovers); },
                          [&] { return known; });
        return reader("functie;naam;gemeente;telefoon;van;tot\nHIN;N. Kaya;" + place + ";" + phone +
                          ";01-12-2026 08:00;08-12-2026 08:00\n",
                      start);
    };
    CHECK(names(as_told(became(one, "06-0000 9102", ""))) == "kaya ");
    CHECK(names(as_told(became(one, "", "dordrecht"))) == "kaya ");
    CHECK(names(as_told(became(one, "", ""))) == "kaya ");
    CHECK(names(as_told(became(two, "06-1111 0000", "Dordrecht"))) == "p-18 ");
    CHECK(became(one, "", "").remarks.empty());
    PersonRegistered spelt = other;
    for (const auto& [here, there] :
         {std::pair("Hendrik-Ido-Ambacht", "hendrik ido ambacht"),
          std::pair("Gemeente Zwijndrecht", "Zwijndrecht"), std::pair("Den Haag", "'s-Gravenhage")}) {
        INFO(there);
        spelt.municipality = here;
        const KnownRoster namesakes{{{kaya.person, kaya}, {spelt.person, spelt}}, {}};
        CHECK(names(as_told(became(namesakes, "", there))) == "p-18 ");
    }
    const auto unclear = became(two, "", "");
    CHECK(names(as_told(unclear)) == "p-n-kaya ");
    REQUIRE(unclear.remarks.size() == 1);
    CHECK_THAT(unclear.remarks[0], ContainsSubstring("has the name of 2 persons"));
    CHECK(names(as_told(became(one, "06-2222 0000", "Papendrecht"))) == "p-n-kaya ");
}

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

TEST_CASE("a hub of real work takes no roster of an exercise from a feed, as it takes none by hand") {
    RosterLine line;
    line.function = Function("OvD-Bz");
    line.person.person = PersonId("p-a-proef");
    line.person.name = "A. Proef";
    line.person.pool = Pool::regionaal;
    line.from = start;
    line.until = start + hours(24);
    const auto ical = [](Mode mode) {
        return import_reader(
            [](std::string_view bytes, Instant now, const Changeovers& changeovers) {
                return read_roster_ical(bytes, now, changeovers);
            },
            {}, mode);
    };
    // Its title alone tells it: whoever edits an appointment may lose the description.
    const auto calendar = roster_ical({line}, start, Mode::exercise);
    const auto refused = ical(Mode::actual)(calendar, start);
    CHECK(refused.said.empty());
    REQUIRE(refused.aside.size() == 1);
    CHECK(refused.aside.front().reason == "a roster of an exercise, and this journal is real");
    CHECK(ical(Mode::exercise)(calendar, start).said.size() == 2);
    CHECK(ical(Mode::actual)(roster_ical({line}, start, Mode::actual), start).said.size() == 2);
    line.reason = std::string(exercise_reason);
    const auto csv = import_reader([](std::string_view bytes, Instant, const Changeovers& changeovers) {
        return read_roster_csv(bytes, changeovers);
    });
    CHECK(csv(roster_csv({line}), start).said.empty());
    CHECK(csv(roster_csv({line}), start).aside.size() == 1);
}

} // namespace import_feed_test
