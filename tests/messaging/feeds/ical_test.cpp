// Calendars as other programs export them.
#include "messaging/feeds/ical.hpp"

#include "messaging/feeds/import.hpp"
#include "tests/support/property.hpp"

using namespace regiekamer;
using namespace regiekamer::feeds;

namespace {

std::string calendar(const std::string& inside) {
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + inside + "END:VCALENDAR\r\n";
}
std::string entry(const std::string& inside) {
    return calendar(
        "BEGIN:VEVENT\r\nUID:1@gemeente\r\nSUMMARY:Feest\r\nLOCATION:Dam\r\nCATEGORIES:klasse B\r\n" +
        inside + "END:VEVENT\r\n");
}
CalendarEntry only(const std::string& text) {
    const auto read = read_ical(text);
    REQUIRE(read.has_value());
    REQUIRE(read->size() == 1);
    INFO((read->front().problem ? sentence(*read->front().problem) : ""));
    CHECK_FALSE(read->front().problem.has_value());
    return read->front().entry;
}
std::string complaints(const std::string& text) {
    std::string all;
    for (const auto& line : read_events(text).report)
        if (!line.taken) all += std::to_string(line.line) + ": " + line.text + "\n";
    return all;
}
Instant moment(const char* text) {
    return *read_instant(text);
}

} // namespace

TEST_CASE("folded lines, escapes, parameters, zones, alarms inside") {
    const auto read =
        only(calendar("BEGIN:VTIMEZONE\r\nTZID:Europe/"
                      "Amsterdam\r\nBEGIN:STANDARD\r\nDTSTART:19701025T030000\r\nEND:STANDARD\r\n"
                      "END:VTIMEZONE\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Lammetjes\r\n wielfestival\\, "
                      "groot\r\nLOCATION:Wiel\\nnoord\r\n"
                      "ORGANIZER;CN=\"Stichting: Wiel; "
                      "feest\":mailto:a@b.nl\r\nDTSTART;TZID=Europe/Amsterdam:20270703T140000\r\n"
                      "DURATION:PT9H\r\nCATEGORIES:zomer,B\r\nBEGIN:VALARM\r\nDESCRIPTION:let "
                      "op\r\nEND:VALARM\r\nEND:VEVENT\r\n"));
    CHECK(read.summary == "Lammetjeswielfestival, groot");
    CHECK(read.location == "Wiel noord");
    CHECK(read.organiser == "Stichting: Wiel; feest");
    CHECK(read.description.empty());
    CHECK(read.categories == std::vector<std::string>{"zomer", "B"});
    CHECK(read.from == moment("2027-07-03T14:00:00+02:00"));
    CHECK(read.until == moment("2027-07-03T23:00:00+02:00"));
    CHECK(read.line == 9);
    CHECK(only(entry("DTSTART:20270703T120000Z\r\n")).from == moment("2027-07-03T14:00:00+02:00"));
    CHECK(only(entry("DTSTART;TZID=W. Europe Standard Time:20270703T140000\r\n")).from ==
          moment("2027-07-03T14:00:00+02:00"));
    const auto day = only(entry("DTSTART;VALUE=DATE:20271031\r\n")); // the day of 25 hours
    CHECK(day.whole_days);
    CHECK(day.from == moment("2027-10-31T00:00:00+02:00"));
}

TEST_CASE("a calendar becomes evenementen; what is cancelled is left out") {
    const auto import =
        read_events(calendar("BEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Feest\r\nLOCATION:Dam\r\nCATEGORIES:klasse "
                             "B\r\nGEO:51.8625;4.6605\r\n"
                             "DTSTART:20270703T140000\r\nDTEND:20270703T230000\r\nEND:VEVENT\r\n"
                             "BEGIN:VEVENT\r\nUID:2\r\nSUMMARY:Weg\r\nDTSTART:20270704T140000\r\nSTATUS:"
                             "CANCELLED\r\nEND:VEVENT\r\n"));
    INFO(complaints(""));
    REQUIRE(import.good());
    REQUIRE(import.bodies.size() == 1);
    const auto& event = std::get<EventRegistered>(import.bodies.front());
    CHECK(event.event == PublicEventId("ical/1"));
    CHECK(event.class_ == EventClass::B);
    CHECK(event.point == Position{51.8625, 4.6605});
    CHECK(event.until == moment("2027-07-03T23:00:00+02:00"));
    CHECK(import.report.size() == 2);
}

TEST_CASE("a repetition with an end is as many evenementen, on the same clock in summer and winter") {
    const auto import = read_events(entry("DTSTART:20271023T100000\r\nRRULE:FREQ=WEEKLY;COUNT=3\r\n"));
    REQUIRE(import.good());
    REQUIRE(import.bodies.size() == 3);
    CHECK(std::get<EventRegistered>(import.bodies[0]).from == moment("2027-10-23T10:00:00+02:00"));
    CHECK(std::get<EventRegistered>(import.bodies[1]).from == moment("2027-10-30T10:00:00+02:00"));
    CHECK(std::get<EventRegistered>(import.bodies[2]).from == moment("2027-11-06T10:00:00+01:00"));
    const auto months =
        occurrences(only(entry("DTSTART:20270131T100000\r\nRRULE:FREQ=MONTHLY;UNTIL=20270601\r\n")));
    REQUIRE(months.has_value());
    CHECK(months->size() == 3); // January, March, May have a 31st
}

TEST_CASE("what is wrong has a sentence with its line") {
    CHECK_THAT(
        complaints(entry("DTSTART:20270703T140000\r\nRRULE:FREQ=WEEKLY\r\n")),
        ContainsSubstring("3: line 3: a repetition without end, expected COUNT or UNTIL; give it an end"));
    CHECK_THAT(complaints(entry("DTSTART:20270703T140000\r\nRRULE:FREQ=MONTHLY;COUNT=2;BYDAY=1SU\r\n")),
               ContainsSubstring("a repetition with BYDAY"));
    CHECK_THAT(complaints(entry("DTSTART:20270703T140000\r\nRRULE:FREQ=DAILY;COUNT=100000\r\n")),
               ContainsSubstring("more than 500 times"));
    CHECK_THAT(complaints(entry("DTSTART:20270703T140000\r\nDTEND:20270703T130000\r\n")),
               ContainsSubstring("an end before the begin"));
    CHECK_THAT(complaints(entry("DTSTART:20270732T140000\r\n")),
               ContainsSubstring("line 8: DTSTART 20270732T140000"));
    CHECK_THAT(complaints(entry("DTSTART;TZID=Mars/Olympus:20270703T140000\r\n")),
               ContainsSubstring("the time zone Mars/Olympus"));
    CHECK_THAT(complaints(entry("")), ContainsSubstring("an entry without DTSTART"));
    CHECK_THAT(complaints(calendar(
                   "BEGIN:VEVENT\r\nSUMMARY:Feest\r\nLOCATION:Dam\r\nDTSTART:20270703\r\nEND:VEVENT\r\n")),
               ContainsSubstring("3: CATEGORIES: found nothing, expected melding, A, B or C"));
    CHECK_THAT(complaints("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:Feest\r\n"),
               ContainsSubstring("is the file whole?"));
    CHECK_THAT(complaints(calendar("")), ContainsSubstring("no VEVENT"));
    CHECK_THAT(complaints("BEGIN:VCALENDAR\r\n" + std::string(50 * 1024 * 1024, 'x')),
               ContainsSubstring("a calendar of at most 5 MB; is this the right file?"));
    CHECK_THAT(complaints(entry("DTSTART:20270703T140000\r\n") + "x"),
               ContainsSubstring("expected a property"));
}

TEST_CASE("any bytes after a calendar's head give a report") {
    holds("random calendars", [] {
        const auto bytes = *rc::gen::container<std::string>(
            rc::gen::element('\n', ':', ';', '=', 'P', 'T', '0', '9', ' ', '"', '\\', 'E', '\xFF'));
        read_events("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART" + bytes + "\nRRULE:FREQ=DAILY;" + bytes +
                    "\nDURATION:" + bytes + "\nEND:VEVENT\nEND:VCALENDAR\n");
    });
}
