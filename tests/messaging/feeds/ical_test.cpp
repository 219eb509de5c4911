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
Result<Occurrences> times_of(const std::string& text) {
    CalendarRoom room;
    return occurrences(only(text), now, room);
}
/// What a report says of a document that is taken.
std::string told(const Import& import) {
    std::string all;
    for (const auto& line : import.report)
        all += std::to_string(line.line) + (line.taken ? ": " : " refused: ") + line.text + "\n";
    return all;
}
std::string duty(const std::string& uid, const std::string& inside, const std::string& name = "A. Bos") {
    return "BEGIN:VEVENT\r\nUID:" + uid + "\r\nSUMMARY:OvD-Bz: " + name + "\r\n" + inside + "END:VEVENT\r\n";
}
std::vector<DutyRostered> duties_of(const Import& import) {
    INFO(told(import));
    CHECK(import.good());
    std::vector<DutyRostered> found;
    for (const auto& body : import.bodies)
        if (const auto* one = std::get_if<DutyRostered>(&body)) found.push_back(*one);
    return found;
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
    const auto months = times_of(entry("DTSTART:20270131T100000\r\nRRULE:FREQ=MONTHLY;UNTIL=20270601\r\n"));
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
        const auto found = times_of(entry("DTSTART;TZID=Europe/Amsterdam:20270105T190000\r\n" + rule));
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

TEST_CASE("what the entries of a calendar ask for together is bounded, whatever each asks") {
    const auto many = [](const std::string& rule, int count, const std::string& more = "") {
        std::string inside;
        for (int i = 0; i < count; ++i) // each a function of its own
            inside += "BEGIN:VEVENT\r\nUID:" + std::to_string(i) + "\r\nSUMMARY:F" + std::to_string(i) +
                      ": A. Bos\r\nDTSTART:20261210T080000Z\r\nDURATION:PT1H\r\nRRULE:" + rule + "\r\n" +
                      more + "END:VEVENT\r\n";
        return read_roster_ical(calendar(inside), now);
    };
    for (const std::string more : {"", "STATUS:CANCELLED\r\n", "EXDATE:20261212T080000Z\r\n"}) {
        INFO(more);
        const auto import = many("FREQ=DAILY;COUNT=1000", 300, more);
        CHECK(import.bodies.empty());
        CHECK(import.cancelled.empty());
        REQUIRE(import.report.size() == 1); // nobody reads ten thousand lines of what was not taken
        CHECK_THAT(told(import), ContainsSubstring("refused: more than 10000 times in this calendar"));
    }
    CHECK(many("FREQ=DAILY;COUNT=100", 100).good());
    // They come soon, or never: looking for them is bounded too.
    const auto never = many("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", 300);
    REQUIRE(never.report.size() == 1);
    CHECK_THAT(told(never), ContainsSubstring("refused: repetitions that come too rarely or too long"));
    CHECK(many("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;COUNT=3", 10).good());
    CHECK(many("FREQ=WEEKLY;UNTIL=20280101", 50).good());
    std::string market; // since years, without end, in the summer only
    for (int i = 0; i < 20; ++i)
        market += "BEGIN:VEVENT\r\nUID:" + std::to_string(i) +
                  "\r\nSUMMARY:Markt\r\nLOCATION:Dam\r\nCATEGORIES:B\r\nDTSTART:20100105T190000\r\n"
                  "RRULE:FREQ=WEEKLY;BYMONTH=6,7,8\r\nEND:VEVENT\r\n";
    CHECK(read_events(calendar(market), now).good());
}

TEST_CASE("exceptions by the thousand are looked up, not walked, and zones that are described are bounded") {
    std::string days, zones, entries;
    for (auto day = date::local_days{date::year{2000} / 1 / 1};
         day < date::local_days{date::year{2090} / 1 / 1}; day += date::days(1))
        days += date::format("%Y%m%d,", day);
    days.pop_back();
    const auto import = read_roster_ical(
        calendar(duty("1", "DTSTART:20270101T080000Z\r\nDURATION:PT1H\r\nRDATE;VALUE=DATE:" + days +
                               "\r\nEXDATE;VALUE=DATE:" + days + "\r\n")),
        now);
    CHECK_THAT(told(import), ContainsSubstring("more than 1000 times"));
    for (int i = 0; i < 3'000; ++i) {
        const auto name = "X" + std::to_string(i);
        zones += "BEGIN:VTIMEZONE\r\nTZID:" + name +
                 "\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:+0500\r\nTZOFFSETTO:+0500\r\n"
                 "END:STANDARD\r\nEND:VTIMEZONE\r\n";
        entries += duty(name, "DTSTART;TZID=" + name + ":20270101T080000\r\nDURATION:PT1H\r\n");
    }
    CHECK_THAT(told(read_roster_ical(calendar(zones + entries), now)),
               ContainsSubstring("the time zone X2999, whose VTIMEZONE cannot be followed"));
}

TEST_CASE("a time that its calendar leaves out or moves is cancelled, and its report says which") {
    const std::string weekly = "DTSTART;TZID=Europe/Amsterdam:20270201T090000\r\nDURATION:P1D\r\n"
                               "RRULE:FREQ=WEEKLY;COUNT=4\r\n";
    const auto excepted = read_roster_ical(
        calendar(duty("r1", weekly + "EXDATE;TZID=Europe/Amsterdam:20270208T090000\r\n")), now);
    CHECK(duties_of(excepted).size() == 3);
    REQUIRE(excepted.cancelled.size() == 1);
    CHECK(std::get<DutyRostered>(excepted.cancelled[0].first).from == moment("2027-02-08T09:00:00+01:00"));
    CHECK_THAT(told(excepted), ContainsSubstring("OvD-Bz: A. Bos, 08-02-2027 09:00: left out or moved"));
    const auto moved = read_roster_ical(
        calendar(duty("r1", weekly) +
                 duty("r1", "RECURRENCE-ID;TZID=Europe/Amsterdam:20270208T090000\r\n"
                            "DTSTART;TZID=Europe/Amsterdam:20270210T090000\r\nDURATION:P1D\r\n")),
        now);
    CHECK(duties_of(moved).size() == 4);
    REQUIRE(moved.cancelled.size() == 1);
    CHECK(std::get<DutyRostered>(moved.cancelled[0].first).from == moment("2027-02-08T09:00:00+01:00"));
}

TEST_CASE("a calendar that is sent to cancel cancels all that stands in it") {
    const std::string one = duty("1", "DTSTART:20261210T080000Z\r\nDTEND:20261211T080000Z\r\n");
    const auto import = read_roster_ical(calendar("METHOD:CANCEL\r\n" + one), now);
    CHECK(import.bodies.empty());
    CHECK(import.cancelled.size() == 1);
    CHECK(duties_of(read_roster_ical(calendar("METHOD:PUBLISH\r\n" + one), now)).size() == 1);
    // of several in one file each speaks for itself
    CHECK(duties_of(read_roster_ical(calendar("METHOD:CANCEL\r\n" + one) +
                                         calendar(duty("2", "DTSTART:20270110T080000Z\r\nDURATION:P1D\r\n")),
                                     now))
              .size() == 1);
}

TEST_CASE("of two versions of an entry the highest SEQUENCE counts, and what it was is cancelled") {
    const auto version = [](const char* number, const char* day, const char* name) {
        return duty("a",
                    "DTSTART:" + std::string(day) + "T080000Z\r\nDURATION:P1D\r\nSEQUENCE:" + number + "\r\n",
                    name);
    };
    const auto import = read_roster_ical(
        calendar(version("2", "20261210", "B. Nieuw") + version("1", "20261210", "A. Oud")), now);
    const auto duties = duties_of(import);
    REQUIRE(duties.size() == 1);
    CHECK(duties[0].person == PersonId("p-b-nieuw"));
    REQUIRE(import.cancelled.size() == 1);
    CHECK_THAT(told(import), ContainsSubstring("OvD-Bz: A. Oud: an older version of line 3, left out"));
    // some programs give all their entries one UID
    CHECK(
        duties_of(read_roster_ical(
                      calendar(version("0", "20261210", "A. Bos") + version("0", "20261211", "B. Bos")), now))
            .size() == 2);
}

TEST_CASE("a zone that means nothing here is ours, with a remark; a calendar may name its own for all") {
    const std::string times = ":20261210T090000\r\nDURATION:P1D\r\n";
    const auto unknown = read_roster_ical(calendar(duty("a", "DTSTART;TZID=Mars/Olympus" + times) +
                                                   duty("b", "DTSTART;TZID=Mars/Olympus:20261220T090000\r\n"
                                                             "DURATION:P1D\r\n")),
                                          now);
    CHECK(duties_of(unknown).at(0).from == moment("2026-12-10T09:00:00+01:00"));
    REQUIRE(unknown.remarks.size() == 1);
    CHECK_THAT(
        told(unknown),
        ContainsSubstring("3: remark: the time zone Mars/Olympus is not known; Europe/Amsterdam was taken"));
    const auto floating = [&](const std::string& zone) {
        return read_roster_ical(calendar(zone + duty("a", "DTSTART" + times)), now);
    };
    CHECK(duties_of(floating("X-WR-TIMEZONE:America/New_York\r\n")).at(0).from ==
          moment("2026-12-10T09:00:00-05:00"));
    CHECK(duties_of(floating("")).at(0).from == moment("2026-12-10T09:00:00+01:00"));
    CHECK(floating("X-WR-TIMEZONE:Europe/Amsterdam\r\n").remarks.empty());
    CHECK(floating("X-WR-TIMEZONE:Thuis\r\n").remarks.size() == 1);
    // a day is a day here, wherever its calendar lives
    CHECK(duties_of(read_roster_ical(calendar("X-WR-TIMEZONE:America/New_York\r\n" +
                                              duty("a", "DTSTART;VALUE=DATE:20261210\r\n")),
                                     now))
              .at(0)
              .from == moment("2026-12-10T09:00:00+01:00"));
}

TEST_CASE("a calendar in Windows-1252 is read so; one that is damaged says where; CR alone ends a line") {
    const std::string times = "DTSTART:20261210T080000Z\r\nDURATION:P1D\r\n";
    const auto name_of = [](const Import& import) {
        duties_of(import);
        return std::get<PersonRegistered>(import.bodies.at(0)).name;
    };
    CHECK(name_of(read_roster_ical(calendar(duty("a", times, "Ren\xE9 Vel")), now)) == "René Vel");
    CHECK(name_of(read_roster_ical(calendar(duty("a", times, "Ren\xC3\r\n \xA9 Vel")), now)) == "René Vel");
    CHECK_THAT(
        told(read_roster_ical(calendar(duty("a", times, "René Vel") + duty("b", times, "Ren\xE9 Vel")), now)),
        ContainsSubstring("11 refused: bytes that are no UTF-8, as other lines are"));
    std::string old_mac = calendar(duty("a", times));
    std::erase(old_mac, '\n');
    CHECK(duties_of(read_roster_ical(old_mac, now)).size() == 1);
}

TEST_CASE("a time that summer time skips is by the clock of before, also within a repetition") {
    CHECK(only(entry("DTSTART;TZID=Europe/Amsterdam:20270328T023000\r\n")).from.at ==
          moment("2027-03-28T03:30:00+02:00"));
    const auto nights = duties_of(read_roster_ical(
        calendar(duty("nacht",
                      "DTSTART;TZID=Europe/Amsterdam:20270327T013000\r\n"
                      "DTEND;TZID=Europe/Amsterdam:20270327T023000\r\nRRULE:FREQ=DAILY;COUNT=3\r\n")),
        now));
    REQUIRE(nights.size() == 3);
    CHECK(nights[1].until == moment("2027-03-28T03:30:00+02:00"));
    CHECK(nights[2].until == moment("2027-03-29T02:30:00+02:00"));
}

} // namespace ical_test
