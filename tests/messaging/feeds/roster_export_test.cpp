// What is exported is read back, and by others: RFC 5545 line by line.
#include "messaging/feeds/roster_export.hpp"

#include "messaging/feeds/import.hpp"
#include "tests/support/property.hpp"

namespace roster_export_test {

using namespace regiekamer;
using namespace regiekamer::feeds;

namespace {

Instant moment(const char* text) {
    return *read_instant(text);
}
RosterLine line(const std::string& name, const char* from, const char* until) {
    RosterLine made;
    made.function = Function("OvD-Bz");
    made.person.person = PersonId("p-1");
    made.person.name = name;
    made.person.municipality = "Alblasserdam";
    made.person.phone = "06-0000 0101";
    made.from = moment(from);
    made.until = moment(until);
    made.reason = "ruil; week 12, \"in overleg\"";
    return made;
}
/// A week of 167 hours, one of 169, and an end in the hour that comes twice.
std::vector<RosterLine> roster() {
    std::vector<RosterLine> lines{
        line("K. de Wit", "2027-03-22T09:00:00+01:00", "2027-03-29T09:00:00+02:00"),
        line("André, Š. Yılmaz", "2027-10-25T09:00:00+02:00", "2027-11-01T09:00:00+01:00"),
        line("Zo\xC3\xAB " + std::string(120, 'a') + "\xC3\xAB", "2027-10-30T09:00:00+02:00",
             "2027-10-31T02:30:00+01:00")};
    lines.back().function = Function("AC-Bz"); // a function has one person at a time
    lines.back().person.pool = Pool::lokaal;
    lines.back().reason.reset();
    return lines;
}
std::string complaints(const Import& import) {
    std::string all;
    for (const auto& one : import.report)
        if (!one.taken) all += std::to_string(one.line) + ": " + one.text + "\n";
    return all;
}
void is_read_back(const Import& import, const std::vector<RosterLine>& wanted = roster()) {
    INFO(complaints(import));
    REQUIRE(import.good());
    std::vector<DutyRostered> duties;
    std::vector<PersonRegistered> persons;
    for (const auto& body : import.bodies) {
        if (const auto* duty = std::get_if<DutyRostered>(&body)) duties.push_back(*duty);
        if (const auto* person = std::get_if<PersonRegistered>(&body)) persons.push_back(*person);
    }
    REQUIRE(duties.size() == wanted.size());
    REQUIRE(persons.size() == wanted.size());
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        CHECK(duties[i].from == wanted[i].from);
        CHECK(duties[i].until == wanted[i].until);
        CHECK(duties[i].reason == wanted[i].reason);
        CHECK(duties[i].function == wanted[i].function);
        CHECK(persons[i].name == wanted[i].person.name);
        CHECK(persons[i].municipality == wanted[i].person.municipality);
        CHECK(persons[i].pool == wanted[i].person.pool);
        CHECK(persons[i].phone == wanted[i].person.phone);
    }
}

const Instant now = moment("2027-01-01T00:00:00Z");

} // namespace

TEST_CASE("a roster written as CSV is read back the same") {
    is_read_back(read_roster(roster_csv(roster()), now));
}

TEST_CASE("a name that a spreadsheet would reckon with is harmless in the CSV, and read back as it was") {
    auto hostile = line("=SOM(A1)", "2027-01-22T12:00:00+01:00", "2027-01-23T12:00:00+01:00");
    hostile.person.phone = "+31 6 0000 9102";
    const auto table = roster_csv({hostile});
    CHECK(table.find(";'=SOM(A1);") != std::string::npos);
    CHECK(table.find(";'+31 6 0000 9102;") != std::string::npos);
    const auto again = read_roster(table, moment("2027-01-01T00:00:00Z"));
    INFO(complaints(again));
    REQUIRE(again.good());
    const auto& person = std::get<PersonRegistered>(again.bodies.at(0));
    CHECK(person.name == "=SOM(A1)");
    CHECK(person.phone == "+31 6 0000 9102");
}

TEST_CASE(
    "what ends at no whole minute stands there by the same clock as the rest, and is read back exactly") {
    const std::vector<RosterLine> taken_over{
        line("K. de Wit", "2026-11-23T09:00:00+01:00", "2026-11-29T20:23:44.428196Z")};
    const auto table = roster_csv(taken_over);
    CHECK(table.find(";2026-11-29T21:23:44.428196+01:00;") != std::string::npos);
    const auto again = read_roster(table, moment("2026-11-01T00:00:00Z"));
    INFO(complaints(again));
    REQUIRE(again.good());
    CHECK(std::any_of(again.bodies.begin(), again.bodies.end(), [&](const Body& body) {
        const auto* duty = std::get_if<DutyRostered>(&body);
        return duty != nullptr && duty->until == taken_over[0].until;
    }));
}

TEST_CASE("marks that turn the reading, and line breaks, are left out of what is written") {
    auto hidden = line("A \xE2\x80\xAE"
                       "B\nC",
                       "2027-01-22T12:00:00+01:00", "2027-01-23T12:00:00+01:00");
    hidden.reason = "ruil\xE2\x81\xA6\twk 3";
    auto plain = hidden;
    plain.person.name = "A B C";
    plain.reason = "ruil wk 3";
    is_read_back(read_roster(roster_csv({hidden}), now), {plain});
    is_read_back(read_roster(roster_ical({hidden}, now, Mode::actual), now), {plain});
    CHECK(roster_csv({hidden}) == roster_csv({plain}));
}

TEST_CASE("in the hour that comes twice each of the two has its offset") {
    const std::vector<RosterLine> nights{
        line("K. de Wit", "2027-10-31T02:30:00+02:00", "2027-10-31T02:30:00+01:00")};
    CHECK_THAT(roster_csv(nights),
               ContainsSubstring(";2027-10-31T02:30:00+02:00;2027-10-31T02:30:00+01:00;"));
    const auto again = read_roster(roster_csv(nights), now);
    is_read_back(again, nights);
    CHECK(again.report.at(0).text.find("remark") == std::string::npos);
}

TEST_CASE("a roster written as iCalendar is read back the same") {
    is_read_back(read_roster(roster_ical(roster(), now, Mode::actual), now));
    auto of_exercise = roster(); // its title says so, and what is read of it too
    for (auto& line : of_exercise)
        line.reason = std::string(exercise_reason) + (line.reason ? ", " + *line.reason : std::string());
    is_read_back(read_roster(roster_ical(roster(), now, Mode::exercise), now), of_exercise);
}

TEST_CASE("of an exercise is what is marked so, not what has a reason that begins like it") {
    const auto with = [](const char* reason) {
        auto one = line("K. de Wit", "2027-01-22T12:00:00+01:00", "2027-01-23T12:00:00+01:00");
        one.reason = reason;
        return of_exercise(read_roster(roster_csv({one}), moment("2027-01-01T00:00:00Z")));
    };
    CHECK(with("OEFENING"));
    CHECK(with("OEFENING, ruil"));
    CHECK_FALSE(with("OEFENINGSLEIDER die week"));
    CHECK_FALSE(with("ruil, OEFENING"));
}

TEST_CASE("an exported calendar keeps RFC 5545: CRLF, 75 octets, whole characters, pairs that close") {
    const auto text = roster_ical(roster(), now, Mode::actual);
    std::vector<std::string> open;
    std::string unfolded;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = text.find("\r\n", at);
        REQUIRE(end != std::string::npos);
        const auto one = text.substr(at, end - at);
        at = end + 2;
        CHECK(one.size() <= 75);
        CHECK(one.find_first_of("\r\n") == std::string::npos);
        REQUIRE_FALSE(one.empty());
        CHECK((static_cast<unsigned char>(one[one.starts_with(' ') ? 1 : 0]) & 0xC0U) != 0x80U);
        if (one.starts_with("BEGIN:")) open.push_back(one.substr(6));
        if (one.starts_with("END:")) {
            REQUIRE_FALSE(open.empty());
            CHECK(open.back() == one.substr(4));
            open.pop_back();
        }
        unfolded += one.starts_with(' ') ? one.substr(1) : "\n" + one;
    }
    CHECK(open.empty());
    CHECK(unfolded.starts_with("\nBEGIN:VCALENDAR\nVERSION:2.0\nPRODID:"));
    CHECK_THAT(unfolded, ContainsSubstring("\nDTSTART:20270322T080000Z\nDTEND:20270329T070000Z\n"
                                           "SUMMARY:OvD-Bz: K. de Wit\nLOCATION:Alblasserdam\n"));
    CHECK_THAT(unfolded, ContainsSubstring("\nDESCRIPTION:tel. 06-0000 0101 | ruil\\; week 12\\, \""));
    CHECK_THAT(unfolded, ContainsSubstring("\nSUMMARY:OvD-Bz: Andr\xC3\xA9\\, "));
}

TEST_CASE("a weekly repetition leaves no gap where summer time begins, and says what it lacks") {
    const auto calendar = [](const std::string& lines) {
        return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\n" + lines +
               "END:VEVENT\r\nEND:VCALENDAR\r\n";
    };
    const std::string week = "DTSTART;TZID=Europe/Amsterdam:20270315T090000\r\n"
                             "DTEND;TZID=Europe/Amsterdam:20270322T090000\r\n";
    const auto import =
        read_roster(calendar(week + "SUMMARY:AC-Bz: M. Verhoeven\r\nRRULE:FREQ=WEEKLY;COUNT=3\r\n"), now);
    INFO(complaints(import));
    REQUIRE(import.good());
    REQUIRE(import.bodies.size() == 4);
    const auto& second = std::get<DutyRostered>(import.bodies[2]);
    const auto& third = std::get<DutyRostered>(import.bodies[3]);
    CHECK(second.until == moment("2027-03-29T09:00:00+02:00"));
    CHECK(third.from == second.until);
    CHECK_THAT(complaints(read_roster(calendar(week + "SUMMARY:Vergadering\r\n"), now)),
               ContainsSubstring("3: SUMMARY, written as functie: naam, after the colon: found nothing"));
    const auto endless = read_roster(calendar(week + "SUMMARY:AC-Bz: X\r\nRRULE:FREQ=WEEKLY\r\n"), now);
    REQUIRE(endless.good());
    CHECK_THAT(endless.report.front().text,
               ContainsSubstring("AC-Bz: X: repeats without end, read from 01-01-2026 until 01-01-2028"));
    for (std::size_t i = 2; i < endless.bodies.size(); ++i) // the first body is the person
        CHECK(std::get<DutyRostered>(endless.bodies[i]).from ==
              std::get<DutyRostered>(endless.bodies[i - 1]).until);
}

} // namespace roster_export_test
