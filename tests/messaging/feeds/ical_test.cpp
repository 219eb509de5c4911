// Calendars as other programs export them.
#include "messaging/feeds/ical.hpp"

#include "messaging/feeds/import.hpp"
#include "tests/support/property.hpp"

namespace ical_test {

using namespace regiekamer;
using namespace regiekamer::feeds;

namespace {

Instant moment(const char* text) {
    return *read_instant(text);
}
/// When the files are read.
const Instant now = moment("2027-06-15T11:20:00+02:00");

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
    for (const auto& line : read_events(text, now).report)
        if (!line.taken) all += std::to_string(line.line) + ": " + line.text + "\n";
    return all;
}

} // namespace

TEST_CASE("in the hour that comes twice an entry keeps its own, and the report says which") {
    const auto import = read_events(entry("DTSTART:20271031T013000Z\r\nDTEND:20271031T030000Z\r\n"),
                                    moment("2027-06-01T12:00:00Z"));
    INFO(complaints(entry("DTSTART:20271031T013000Z\r\nDTEND:20271031T030000Z\r\n")));
    REQUIRE(import.good());
    CHECK(std::get<EventRegistered>(import.bodies.at(0)).from == moment("2027-10-31T01:30:00Z"));
    CHECK_THAT(import.report.at(0).text, ContainsSubstring("31-10-2027 02:30 wt – 31-10-2027 04:00"));
}

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
    CHECK(read.from.at == moment("2027-07-03T14:00:00+02:00"));
    CHECK(read.until == moment("2027-07-03T23:00:00+02:00"));
    CHECK(read.line == 9);
    CHECK(only(entry("DTSTART:20270703T120000Z\r\n")).from.at == moment("2027-07-03T14:00:00+02:00"));
    CHECK(only(entry("DTSTART;TZID=W. Europe Standard Time:20270703T140000\r\n")).from.at ==
          moment("2027-07-03T14:00:00+02:00"));
    const auto day = only(entry("DTSTART;VALUE=DATE:20271031\r\n")); // the day of 25 hours
    CHECK(day.from.whole_day);
    CHECK(day.from.at == moment("2027-10-31T00:00:00+02:00"));
    CHECK(day.until == moment("2027-11-01T00:00:00+01:00"));
}

TEST_CASE("a calendar becomes evenementen; what is cancelled is left out") {
    const auto import =
        read_events(calendar("BEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Feest\r\nLOCATION:Dam\r\nCATEGORIES:klasse "
                             "B\r\nGEO:51.8625;4.6605\r\n"
                             "DTSTART:20270703T140000\r\nDTEND:20270703T230000\r\nEND:VEVENT\r\n"
                             "BEGIN:VEVENT\r\nUID:2\r\nSUMMARY:Weg\r\nDTSTART:20270704T140000\r\nSTATUS:"
                             "CANCELLED\r\nEND:VEVENT\r\n"),
                    now);
    INFO(complaints(""));
    REQUIRE(import.good());
    REQUIRE(import.bodies.size() == 1);
    const auto& event = std::get<EventRegistered>(import.bodies.front());
    CHECK(event.event == PublicEventId("ical/1"));
    CHECK(event.class_ == EventClass::B);
    CHECK(event.point == Position{51.8625, 4.6605});
    CHECK(event.until == moment("2027-07-03T23:00:00+02:00"));
    CHECK(import.report.size() == 2);
    REQUIRE(import.cancelled.size() == 1);
    CHECK(std::get<EventRegistered>(import.cancelled[0].first).event == PublicEventId("ical/2"));
}

TEST_CASE("a repetition with an end is as many evenementen, on the same clock in summer and winter") {
    const auto import = read_events(entry("DTSTART:20271023T100000\r\nRRULE:FREQ=WEEKLY;COUNT=3\r\n"), now);
    REQUIRE(import.good());
    REQUIRE(import.bodies.size() == 3);
    CHECK(std::get<EventRegistered>(import.bodies[0]).from == moment("2027-10-23T10:00:00+02:00"));
    CHECK(std::get<EventRegistered>(import.bodies[1]).from == moment("2027-10-30T10:00:00+02:00"));
    CHECK(std::get<EventRegistered>(import.bodies[2]).from == moment("2027-11-06T10:00:00+01:00"));
    const auto months =
        occurrences(only(entry("DTSTART:20270131T100000\r\nRRULE:FREQ=MONTHLY;UNTIL=20270601\r\n")), now);
    REQUIRE(months.has_value());
    CHECK(months->at.size() == 3); // January, March, May have a 31st
}

TEST_CASE("weeks of piket written in UTC follow each other, over summer time too") {
    const auto import = read_roster_ical(
        calendar("BEGIN:VEVENT\r\nUID:1\r\nSUMMARY:OvD-Bz: K. de Wit\r\nDTSTART:20270201T080000Z\r\n"
                 "DTEND:20270208T080000Z\r\nRRULE:FREQ=WEEKLY;COUNT=45\r\nEND:VEVENT\r\n"),
        now);
    for (const auto& line : import.report)
        INFO(line.text);
    REQUIRE(import.good());
    const DutyRostered* before = nullptr;
    std::size_t weeks = 0;
    for (const auto& body : import.bodies)
        if (const auto* duty = std::get_if<DutyRostered>(&body)) {
            if (before != nullptr) CHECK(duty->from == before->until);
            before = duty;
            ++weeks;
        }
    CHECK(weeks == 45);
}

TEST_CASE("what is wrong has a sentence with its line") {
    CHECK_THAT(complaints(entry("DTSTART:20270703T140000\r\nRRULE:FREQ=HOURLY;COUNT=2\r\n")),
               ContainsSubstring("3: a repetition HOURLY, expected DAILY, WEEKLY, MONTHLY or YEARLY"));
    CHECK_THAT(complaints(entry("DTSTART:20270703T140000\r\nRRULE:FREQ=MONTHLY;BYDAY=9XX\r\n")),
               ContainsSubstring("expected a repetition such as FREQ=WEEKLY;COUNT=10"));
    CHECK_THAT(complaints(entry("DTSTART:20270703T140000\r\nRRULE:FREQ=DAILY;COUNT=100000\r\n")),
               ContainsSubstring("more than 1000 times"));
    CHECK_THAT(complaints(entry("DTSTART:20270703T140000\r\nDTEND:20270703T130000\r\n")),
               ContainsSubstring("an end before the begin"));
    CHECK_THAT(complaints(entry("DTSTART:20270732T140000\r\n")),
               ContainsSubstring("8: DTSTART 20270732T140000"));
    CHECK_THAT(complaints(entry("DTSTART;TZID=Mars/Olympus:20270703T140000\r\n")),
               ContainsSubstring("the time zone Mars/Olympus"));
    CHECK_THAT(complaints(entry("")), ContainsSubstring("an entry without DTSTART"));
    CHECK_THAT(complaints(calendar(
                   "BEGIN:VEVENT\r\nSUMMARY:Feest\r\nLOCATION:Dam\r\nDTSTART:20270703\r\nEND:VEVENT\r\n")),
               ContainsSubstring(
                   "3: 1 entry without a class, the first here; give each its own, such as CATEGORIES:A"));
    CHECK_THAT(complaints("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:Feest\r\n"),
               ContainsSubstring("is the file whole?"));
    CHECK_THAT(complaints(calendar("")), ContainsSubstring("no VEVENT"));
    CHECK_THAT(complaints("BEGIN:VCALENDAR\r\n" + std::string(50 * 1024 * 1024, 'x')),
               ContainsSubstring("a file of more than 5 MB, expected at most 5 MB; is this the right file?"));
    CHECK_THAT(complaints(entry("DTSTART:20270703T140000\r\n") + "x"),
               ContainsSubstring("expected a property"));
}

TEST_CASE("any bytes after a calendar's head give a report") {
    holds("random calendars", [] {
        const auto bytes = any_bytes_of("\n:;=PT09 \"\\E\xFF");
        read_events("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART" + bytes + "\nRRULE:FREQ=DAILY;" + bytes +
                        "\nDURATION:" + bytes + "\nEND:VEVENT\nEND:VCALENDAR\n",
                    now);
    });
}

TEST_CASE("the repetitions that people's calendars have") {
    const auto times = [](const std::string& rule) {
        const auto found =
            occurrences(only(entry("DTSTART;TZID=Europe/Amsterdam:20270105T190000\r\n" + rule)), now);
        REQUIRE(found.has_value());
        std::string text;
        for (const Instant at : found->at)
            text += to_text(at).substr(5, 5) + " ";
        return text;
    };
    CHECK(times("RRULE:FREQ=MONTHLY;BYDAY=1TU;COUNT=3\r\n") == "01-05 02-02 03-02 ");
    CHECK(times("RRULE:FREQ=WEEKLY;BYDAY=TU,TH;UNTIL=20270114T180000Z\r\n") == "01-05 01-07 01-12 01-14 ");
    CHECK(times("RRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=2\r\n") == "01-29 02-26 ");
    CHECK(times("RRULE:FREQ=YEARLY;INTERVAL=2;COUNT=2\r\n") == "01-05 01-05 ");
    CHECK(times("RRULE:FREQ=DAILY;COUNT=4\r\nEXDATE;TZID=Europe/Amsterdam:20270106T190000\r\n"
                "EXDATE;VALUE=DATE:20270108\r\n") == "01-05 01-07 ");
    CHECK(times("RDATE:20270201T180000Z,20270203T180000Z\r\n") == "01-05 02-01 02-03 ");
    CHECK(times("RRULE:FREQ=WEEKLY;UNTIL=20270112\r\n") == "01-05 01-12 "); // the last day counts whole
}

TEST_CASE("a repetition without end is read a year back and a year ahead, and the report says so") {
    const auto import = read_events(entry("DTSTART:20150106T190000\r\nRRULE:FREQ=WEEKLY\r\n"), now);
    INFO(complaints(entry("DTSTART:20150106T190000\r\nRRULE:FREQ=WEEKLY\r\n")));
    REQUIRE(import.good());
    CHECK(import.bodies.size() == 105);
    CHECK(std::get<EventRegistered>(import.bodies.front()).from == moment("2026-06-16T19:00:00+02:00"));
    CHECK(std::get<EventRegistered>(import.bodies.back()).from == moment("2028-06-13T19:00:00+02:00"));
    CHECK(import.report.front().text ==
          "Feest: repeats without end, read from 15-06-2026 until 14-06-2028 (105 times)");
}

TEST_CASE("a time that was moved has an entry of its own, and keeps its evenement") {
    const auto import = read_events(
        calendar(
            "BEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Feest\r\nLOCATION:Dam\r\nCATEGORIES:B\r\n"
            "DTSTART:20270701T140000Z\r\nDTEND:20270701T150000Z\r\nRRULE:FREQ=DAILY;COUNT=3\r\nEND:VEVENT\r\n"
            "BEGIN:VEVENT\r\nUID:1\r\nRECURRENCE-ID:20270702T140000Z\r\nSUMMARY:Feest\r\nLOCATION:Dam\r\n"
            "CATEGORIES:B\r\nDTSTART:20270709T140000Z\r\nDTEND:20270709T150000Z\r\nEND:VEVENT\r\n"),
        now);
    REQUIRE(import.good());
    REQUIRE(import.bodies.size() == 3);
    CHECK(std::get<EventRegistered>(import.bodies[1]).from == moment("2027-07-03T14:00:00Z"));
    CHECK(std::get<EventRegistered>(import.bodies[2]).event == PublicEventId("ical/1/2027-07-02"));
    CHECK(std::get<EventRegistered>(import.bodies[2]).from == moment("2027-07-09T14:00:00Z"));
}

TEST_CASE("a zone that the calendar describes itself is followed") {
    const std::string zone =
        "BEGIN:VTIMEZONE\r\nTZID:Eigen tijd\r\n"
        "BEGIN:STANDARD\r\nDTSTART:16010101T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\n"
        "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\r\nEND:STANDARD\r\n"
        "BEGIN:DAYLIGHT\r\nDTSTART:16010101T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\n"
        "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\r\nEND:DAYLIGHT\r\nEND:VTIMEZONE\r\n";
    const std::string event =
        "BEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Feest\r\nLOCATION:Dam\r\nCATEGORIES:B\r\n"
        "DTSTART;TZID=Eigen tijd:20271027T100000\r\nRRULE:FREQ=WEEKLY;COUNT=2\r\nEND:VEVENT\r\n";
    const auto import = read_events(calendar(zone + event), now);
    REQUIRE(import.good());
    CHECK(std::get<EventRegistered>(import.bodies[0]).from == moment("2027-10-27T10:00:00+02:00"));
    CHECK(std::get<EventRegistered>(import.bodies[1]).from == moment("2027-11-03T10:00:00+01:00"));
    std::string fast = zone; // one that would keep the reader busy is none
    fast.replace(fast.find("FREQ=YEARLY"), 11, "FREQ=SECONDLY");
    CHECK_THAT(complaints(calendar(fast + event)), ContainsSubstring("the time zone Eigen tijd"));
}

TEST_CASE("rules that never come, and garbage in every value, end soon") {
    for (const char* rule :
         {"FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;COUNT=1",
          "FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=2", "FREQ=WEEKLY;BYDAY=MO;BYMONTHDAY=1;BYMONTH=2;BYSETPOS=366",
          "FREQ=DAILY;INTERVAL=0", "FREQ=DAILY;COUNT=-1", "FREQ=DAILY;BYHOUR=0,1,2,3;BYMINUTE=0;COUNT=5",
          "FREQ=DAILY;INTERVAL=999999999999", "FREQ=WEEKLY;BYDAY=", ";;;FREQ=DAILY;=;COUNT=1;;",
          "FREQ=YEARLY;BYYEARDAY=366;BYMONTH=1"}) {
        INFO(rule);
        read_events(entry("DTSTART:20270703T140000\r\nRRULE:" + std::string(rule) + "\r\n"), now);
    }
    std::string nested;
    for (int i = 0; i < 10'000; ++i)
        nested += "BEGIN:VALARM\r\n";
    CHECK_THAT(complaints(entry("DTSTART:20270703T140000\r\n" + nested)),
               ContainsSubstring("is the file whole?"));
    CHECK_THAT(complaints(calendar("BEGIN:VTIMEZONE\r\nTZID:X\r\n" + nested + "END:VTIMEZONE\r\n") +
                          "BEGIN:VEVENT\r\nDTSTART;TZID=X:20270703T140000\r\nEND:VEVENT\r\n"),
               ContainsSubstring("the time zone X"));
}

TEST_CASE("a calendar without classes says once how to give them, however often its entries come") {
    const auto import =
        read_events_ical("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\nSUMMARY:Markt\r\n"
                         "LOCATION:Plein\r\nDTSTART:20270105T090000\r\nDTEND:20270105T120000\r\n"
                         "RRULE:FREQ=WEEKLY;COUNT=20\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:b\r\n"
                         "SUMMARY:Feest\r\nLOCATION:Plein\r\nDTSTART:20270703T140000\r\n"
                         "END:VEVENT\r\nEND:VCALENDAR\r\n",
                         *read_instant("2027-01-01T00:00:00Z"));
    REQUIRE(import.report.size() == 1);
    CHECK_FALSE(import.good());
    CHECK(import.report.front().line == 2);
    CHECK(import.report.front().text.find("2 entries without a class") != std::string::npos);
    CHECK(import.report.front().text.find("CATEGORIES:A") != std::string::npos);
}

TEST_CASE("an entry of a roster that is not functie: naam says that form") {
    const auto import =
        read_roster_ical("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\nSUMMARY:Piket Jansen\r\n"
                         "DTSTART:20270105T090000\r\nDTEND:20270112T090000\r\nEND:VEVENT\r\n"
                         "END:VCALENDAR\r\n",
                         *read_instant("2027-01-01T00:00:00Z"));
    REQUIRE_FALSE(import.good());
    CHECK(import.report.front().text.find("written as functie: naam") != std::string::npos);
}

} // namespace ical_test
