// Spreadsheets as people here save them.
#include "messaging/feeds/csv.hpp"
#include "messaging/feeds/import.hpp"
#include "tests/support/property.hpp"

#include <fstream>

namespace import_test {

using namespace regiekamer;
using namespace regiekamer::feeds;

namespace {

std::string sample(const std::string& name) {
    std::ifstream in(std::string(REGIEKAMER_SOURCE_DIR) + "/assets/sample/" + name);
    return {std::istreambuf_iterator<char>(in), {}};
}
std::string complaints(const Import& import) {
    std::string all;
    for (const auto& line : import.report)
        if (!line.taken) all += std::to_string(line.line) + ": " + line.text + "\n";
    return all;
}
template <class T>
std::vector<T> all(const Import& import) {
    std::vector<T> found;
    for (const auto& body : import.bodies)
        if (const auto* fits = std::get_if<T>(&body)) found.push_back(*fits);
    return found;
}

} // namespace

TEST_CASE("the sample files are taken whole") {
    const auto roster = read_roster_csv(sample("roster.csv"));
    INFO(complaints(roster));
    CHECK(roster.good());
    CHECK(all<DutyRostered>(roster).size() > 10);
    const auto events = read_events_csv(sample("events.csv"));
    INFO(complaints(events));
    CHECK(events.good());
    CHECK(all<EventRegistered>(events).size() >= 5);
}

TEST_CASE("separator, BOM, quotes, CRLF and Windows-1252 are recognised") {
    const auto table =
        read_csv("\xEF\xBB\xBFNaam;Klasse\r\n\"Feest; \"\"groot\"\"\";A\r\n\r\nCaf\xC3\xA9;B\r\n");
    REQUIRE(table.has_value());
    CHECK(table->header == std::vector<std::string>{"naam", "klasse"});
    CHECK(table->rows.at(0).cells == std::vector<std::string>{"Feest; \"groot\"", "A"});
    CHECK(table->rows.at(1).line == 4);
    CHECK(read_csv("a,b\n1,Caf\xE9 \x80\n")->rows.at(0).cells.at(1) == "Café €");
    CHECK(read_csv("sep=;\na;b\n1;2\n")->rows.at(0).line == 3);
    CHECK(read_csv("a\tb\n1\t2\n")->rows.at(0).cells.size() == 2);
    CHECK(read_csv("a;b\r1;2\r")->rows.size() == 1);
    // an old Excel for the Mac: rows end with CR, a line within a cell with LF
    const auto mac = read_csv("a;b\r1;\"twee\nregels\"\r3;4\r");
    REQUIRE(mac->rows.size() == 2);
    CHECK(mac->rows.at(0).cells.at(1) == "twee\nregels");
    CHECK(read_csv("a;b\r\r\n1;2\r\n")->rows.at(0).cells.at(1) == "2");
    CHECK(read_csv("a;b\r\n1;2\r3;4\r\n")->rows.size() == 2); // glued together from two
    CHECK(read_csv("a;b\n1;2;3\n").error().where == "line 2");
    CHECK(read_csv("a;b\n\"1;2\n").error().where == "line 2");
    CHECK_FALSE(read_csv("").has_value());
}

TEST_CASE("local times know summer time") {
    CHECK(read_local_instant("22-01-2027 12:00") == read_instant("2027-01-22T11:00:00Z"));
    CHECK(read_local_instant("21-7-27 8.00") == read_instant("2027-07-21T06:00:00Z"));
    CHECK(read_local_instant("31-12-2027 24:00") == read_instant("2027-12-31T23:00:00Z"));
    CHECK(read_local_instant("2027-01-22 12:00") == read_instant("2027-01-22T11:00:00Z"));
    CHECK(read_local_instant("2027-01-22T11:00:00Z") == read_instant("2027-01-22T11:00:00Z"));
    CHECK(read_local_instant("28-03-2027 02:30") == read_instant("2027-03-28T01:00:00Z"));
    CHECK(read_local_instant("31-10-2027 02:30") == read_instant("2027-10-31T00:30:00Z"));
    for (const char* bad :
         {"07/25/2027 09:00", "31-02-2027 09:00", "2027-31-02 09:00", "25-07-2027 25:00", "x", ""})
        CHECK_FALSE(read_local_instant(bad).has_value());
}

TEST_CASE("one bad line and nothing is imported, each line with its own sentence") {
    const auto import = read_roster_csv("functie;naam;van;tot\n"
                                        "OvD-Bz;K. de Wit;04-01-2027 09:00;11-01-2027 09:00\n"
                                        "OvD-Bz;A. Yilmaz;11-01-2027 09:00;4-01-2027 09:00\n"
                                        "OvD-Bz;;11-01-2027 09:00;18-01-2027 09:00\n");
    CHECK_FALSE(import.good());
    REQUIRE(import.report.size() == 3);
    CHECK(import.report[0].taken);
    CHECK_THAT(import.report[1].text, ContainsSubstring("column tot"));
    CHECK(import.report[2].line == 4);
    CHECK_THAT(import.report[2].text, ContainsSubstring("column naam"));
    CHECK_THAT(complaints(read_events_csv("naam;plaats\nFeest;Dam\n")), ContainsSubstring("klasse"));
    CHECK_THAT(complaints(read_events_csv("naam;klasse;plaats\nFeest;D;Dam\n")),
               ContainsSubstring("melding, A, B or C"));
    CHECK_FALSE(read_events_csv("naam;klasse;plaats\n").good());
}

TEST_CASE("a person is registered once, with all functions, and the same file gives the same identifiers") {
    const std::string file = "functie;naam;van;tot\nOvD-Bz;K. de Wit;04-01-2027 09:00;11-01-2027 09:00\n"
                             "AC-Bz;K. de Wit;11-01-2027 09:00;18-01-2027 09:00\n";
    const auto persons = all<PersonRegistered>(read_roster_csv(file));
    REQUIRE(persons.size() == 1);
    CHECK(persons[0].functions.size() == 2);
    CHECK(read_roster_csv(file).bodies == read_roster_csv(file).bodies);
}

TEST_CASE("a number that is none, or too large for a count, is refused") {
    const auto with = [](const std::string& cells) {
        return complaints(
            read_events_csv("naam;klasse;plaats;lat;lon;bezoekers\nFeest;A;Dam;" + cells + "\n"));
    };
    CHECK(with("51,8;4,6;100").empty());
    CHECK_THAT(with(";;nan"), ContainsSubstring("column bezoekers: found nan"));
    CHECK_THAT(with(";;1e300"), ContainsSubstring("column bezoekers: found 1e300"));
    CHECK_THAT(with("nan;4,6;"), ContainsSubstring("column lat: found nan"));
    std::string accents = "x"; // a complaint quotes whole characters
    while (accents.size() < 200)
        accents += "\xC3\xA9";
    CHECK_THAT(with(accents + ";4,6;"), ContainsSubstring("\xC3\xA9\xE2\x80\xA6, expected"));
}

TEST_CASE("what a hub would refuse is refused on its line") {
    const auto with = [](const std::string& name) {
        return complaints(read_events_csv("naam;klasse;plaats\n" + name + ";A;Dam\n"));
    };
    CHECK(with("Feest").empty());
    CHECK_THAT(with(std::string("Fe\0st", 5)), ContainsSubstring("2: "));
    CHECK_THAT(with("Fe\xED\xA0\x80st"), ContainsSubstring("2: ")); // a surrogate, which UTF-8 has not
    CHECK_THAT(with("!!!"), ContainsSubstring("2: "));              // nothing to make an identifier of
}

TEST_CASE("a long name gives an identifier that ends between two characters") {
    std::string name(1, 'a');
    while (name.size() < 250)
        name += "\xC3\xA9";
    INFO(complaints(read_events_csv("naam;klasse;plaats\n" + name + ";A;Dam\n")));
    CHECK(read_events_csv("naam;klasse;plaats\n" + name + ";A;Dam\n").good());
    INFO(complaints(read_roster_csv("functie;naam;van;tot\n" + name + ";" + name + ";4-1-2027;5-1-2027\n")));
    CHECK(read_roster_csv("functie;naam;van;tot\n" + name + ";" + name + ";4-1-2027;5-1-2027\n").good());
}

TEST_CASE("any bytes give a report") {
    holds("random bytes", [] {
        const auto bytes = any_bytes();
        read_roster_csv(bytes);
        read_events_csv("naam;klasse;plaats;lat;lon;van;tot;bezoekers;organisator\n" + bytes);
    });
}

TEST_CASE("mistakes of people each have a sentence: what, where, what to do") {
    const auto with = [](const std::string& line) {
        return complaints(read_events_csv("naam,klasse,plaats,van,tot\n" + line + "\n"));
    };
    CHECK(with("Feest,b,Dam,3-7-2027 14:00,3-7-2027 23:00").empty());
    CHECK_THAT(with("Feest,B,Dam,3-7-2027 14:00,3-7-2027 13:00"),
               ContainsSubstring("2: column tot: found 3-7-2027 13:00, expected a time after van"));
    CHECK_THAT(with("Feest,X,Dam,,"),
               ContainsSubstring("2: column klasse: found X, expected melding, A, B or C"));
    CHECK_THAT(with("Feest,B,Dam,,3-7-2027 13:00"), ContainsSubstring("a begin, since there is an end"));
    CHECK_THAT(with("Feest,B,Dam,2027-31-07 14:00,"),
               ContainsSubstring("a date and time such as 25-07-2027 09:00"));
    CHECK_THAT(with(std::string(10'000, 'x') + ",B,Dam,,"),
               ContainsSubstring("expected text of 1 to 256 bytes, not 10000; make it shorter"));
    CHECK_THAT(with("Fe\x07"
                    "est,B,Dam,,"),
               ContainsSubstring("found a character that cannot be seen"));
    CHECK_THAT(with("Fe\xE2\x80\xAE"
                    "est,B,Dam,,"),
               ContainsSubstring("found a character that cannot be seen"));
    CHECK_THAT(with("Feest,B,Dam,\x1B[31m,"),
               ContainsSubstring("column van: found a character that cannot be seen"));
    CHECK(
        with("\xD8\xB9\xD9\x8A\xD8\xAF,B,Dam,,").empty()); // letters that run from right to left are letters
    CHECK_THAT(with("Feest,B,Dam,3-7-2027,\nFeest,B,Dam,4-9-2027,"),
               ContainsSubstring("3: column naam: found Feest, expected another name than that of line 2"));
    CHECK_THAT(
        complaints(read_events_csv(std::string(50 * 1024 * 1024, 'x'))),
        ContainsSubstring("1: a file of more than 5 MB, expected at most 5 MB; is this the right file?"));
}

TEST_CASE("the same day twice is that whole day; UTF-16 and what is unlikely are said") {
    const auto day = read_events_csv("naam;klasse;plaats;van;tot\nMarkt;A;Plein;28-3-2027;28-3-2027\n");
    INFO(complaints(day));
    REQUIRE(day.good());
    const auto event = all<EventRegistered>(day).front();
    CHECK(event.from == *read_instant("2027-03-28T00:00:00+01:00"));
    CHECK(event.until == *read_instant("2027-03-29T00:00:00+02:00")); // summer time begins
    CHECK_FALSE(
        read_events_csv("naam;klasse;plaats;van;tot\nM;A;P;28-3-2027 10:00;28-3-2027 10:00\n").good());
    const auto days = read_events_csv("naam;klasse;plaats;van;tot\nKermis;C;Veld;6-12-2026;10-12-2026\n");
    CHECK(all<EventRegistered>(days).front().until == *read_instant("2026-12-11T00:00:00+01:00"));
    CHECK(days.report.front().text.find("06-12-2026 – 10-12-2026") != std::string::npos);
    const std::string wide("\xFF\xFE"
                           "n\0a\0a\0m\0",
                           10);
    CHECK(complaints(read_events_csv(wide)).find("save the file as UTF-8") != std::string::npos);
    const auto odd =
        read_events_csv("naam;klasse;plaats;lat;lon;bezoekers\nBuurtfeest;melding;Plein;4,66;51,86;300\n");
    REQUIRE(odd.good());
    CHECK(odd.report.front().text.find("300 visitors is more than the 250 of a melding") !=
          std::string::npos);
    CHECK(odd.report.front().text.find("are lat and lon exchanged?") != std::string::npos);
}

TEST_CASE("the local events of the sample stand on their days") {
    std::map<std::string, std::string> dates;
    std::map<EventClass, int> classes;
    for (const auto& event : all<EventRegistered>(read_events_csv(sample("events.csv")))) {
        dates[event.name] = event.from ? to_text(*event.from).substr(0, 10) : "";
        ++classes[event.class_];
    }
    CHECK(dates["Sint Jacobus Paardenmarkt"] == "2027-07-21"); // the Wednesday of the week of 25 July
    CHECK(dates["Havenfestival"] == "2027-09-13");             // the week in mid-September
    CHECK(dates["Lammetjeswielfestival"] == "2027-07-03");
    CHECK(dates.contains("Molentocht"));
    CHECK(dates["Molentocht"].empty()); // as soon as there is ice
    CHECK(classes[EventClass::B] == 3);
    CHECK(classes[EventClass::C] == 1);
    CHECK(classes[EventClass::melding] >= 4);
}

TEST_CASE("a roster of Excel in Windows-1252, with semicolons, BOM or not, and days as people write them") {
    const auto import =
        read_roster_csv("functie;naam;gemeente;poule;telefoon;van;tot;reden\r\n"
                        "OvD-Bz;Andr\xE9 Visser;Alblasserdam;lokaal;06-0000 0101;4-1-2027 9.00;"
                        "11-01-2027 09:00;ruil \x80\r\n");
    INFO(complaints(import));
    REQUIRE(import.good());
    CHECK(all<PersonRegistered>(import).front().name == "Andr\xC3\xA9 Visser");
    CHECK(all<PersonRegistered>(import).front().pool == Pool::lokaal);
    CHECK(all<DutyRostered>(import).front().from == read_instant("2027-01-04T09:00:00+01:00"));
    CHECK(all<DutyRostered>(import).front().reason == "ruil \xE2\x82\xAC");
}

TEST_CASE("an impossible line of a roster has a sentence: where, what, what to do") {
    const auto with = [](const std::string& line) {
        return complaints(read_roster_csv("functie;naam;van;tot;poule\n" + line + "\n"));
    };
    CHECK(with("OvD-Bz;K. de Wit;04-01-2027 09:00;11-01-2027 09:00;").empty());
    CHECK_THAT(with("OvD-Bz;K. de Wit;04-01-9999 09:00;11-01-9999 09:00;"),
               ContainsSubstring("2: column van: found 04-01-9999 09:00, expected a date and time such as "
                                 "25-07-2027 09:00, from 2000 to 2099"));
    CHECK_THAT(with("OvD-Bz;K. de Wit;01-04-2027 09:00;04-01-2027 09:00;"),
               ContainsSubstring("2: column tot: found 04-01-2027 09:00, expected a time after van"));
    CHECK_THAT(with("OvD-Bz;" + std::string(10'000, 'x') + ";04-01-2027 09:00;11-01-2027 09:00;"),
               ContainsSubstring("2: column naam: found xxx"));
    CHECK_THAT(with("OvD-Bz;K. \xE2\x80\xAE"
                    "de Wit;04-01-2027 09:00;11-01-2027 09:00;"),
               ContainsSubstring("2: column naam: found a character that cannot be seen"));
    CHECK_THAT(with("OvD-Bz;K.\x1B[2J;04-01-2027 09:00;11-01-2027 09:00;"),
               ContainsSubstring("2: column naam: found a character that cannot be seen"));
    CHECK_THAT(with("OvD-Bz;K. de Wit;04-01-2027 09:00;11-01-2027 09:00;landelijk"),
               ContainsSubstring("2: column poule: found landelijk, expected regionaal or lokaal"));
}

TEST_CASE(
    "one function twice at a time is refused, also in the night that summer time ends; no false overlap") {
    const auto with = [](const std::string& lines) {
        return complaints(read_roster_csv("functie;naam;van;tot\n" + lines));
    };
    CHECK_THAT(with("OvD-Bz;K. de Wit;30-10-2027 21:00;31-10-2027 03:00\n"
                    "OvD-Bz;A. Yilmaz;31-10-2027 02:30;31-10-2027 09:00\n"),
               ContainsSubstring("3: column van: found OvD-Bz at the same time as line 2"));
    CHECK_THAT(with("OvD-Bz;A. Yilmaz;11-01-2027 09:00;18-01-2027 09:00\n"
                    "OvD-Bz;K. de Wit;04-01-2027 09:00;25-01-2027 09:00\n"),
               ContainsSubstring("3: column van: found OvD-Bz at the same time as line 2"));
    CHECK(with("OvD-Bz;K. de Wit;30-10-2027 21:00;31-10-2027 02:30\n"
               "OvD-Bz;A. Yilmaz;31-10-2027 02:30;31-10-2027 09:00\n"
               "OvD-Bz;K. de Wit;27-03-2027 21:00;28-03-2027 02:30\n" // which summer time skips
               "OvD-Bz;A. Yilmaz;28-03-2027 02:30;28-03-2027 09:00\n"
               "AC-Bz;A. Yilmaz;28-03-2027 02:30;28-03-2027 09:00\n")
              .empty());
}

namespace {

std::string report_of(const Import& import) {
    std::string all;
    for (const auto& line : import.report)
        all += std::to_string(line.line) + (line.taken ? ": " : ": refused: ") + line.text + "\n";
    return all;
}

} // namespace

TEST_CASE("a quote that does not end names its line, and the other lines are judged too") {
    const auto import = read_roster_csv("functie;naam;van;tot\n"
                                        "OvD-Bz;K. de Wit;04-01-2027 09:00;11-01-2027 09:00\n"
                                        "OvD-Bz;\"A. Yilmaz;11-01-2027 09:00;18-01-2027 09:00\n"
                                        "OvD-Bz;\"B. Smit\";gisteren;morgen\n"
                                        "OvD-Bz;a;b;c;d\n");
    const auto report = report_of(import);
    CHECK_FALSE(import.good());
    CHECK_THAT(report, ContainsSubstring("2: OvD-Bz"));
    CHECK_THAT(report, ContainsSubstring("3: refused: a quote that does not end"));
    CHECK_THAT(report, ContainsSubstring("4: refused: column van: found gisteren"));
    CHECK_THAT(report, ContainsSubstring("column tot: found morgen"));
    CHECK_THAT(report, ContainsSubstring("5: refused: 5 cells, expected at most 4"));
    CHECK_THAT(report_of(read_roster_csv("functie;naam;van;tot\nOvD-Bz;\"K;4-1-2027;5-1-2027\n")),
               ContainsSubstring("2: refused: a quote that does not end"));
}

TEST_CASE("a column that is not known gets a remark with the heading that was meant") {
    const std::string line = "\nOvD-Bz;K. de Wit;06-1;04-01-2027 09:00;11-01-2027 09:00\n";
    const auto import = read_roster_csv("functie;naam;telefon;van;tot" + line);
    CHECK(import.good());
    CHECK_THAT(report_of(import),
               ContainsSubstring("1: remark: column telefon is not known and was left out; "
                                 "did you mean telefoon?"));
    CHECK_THAT(report_of(read_roster_csv("functie;naam;opmerkingen;van;tot" + line)),
               ContainsSubstring("known are functie, naam"));
}

TEST_CASE("a column that stands there twice is refused: nobody knows which one counts") {
    const auto import = read_roster_csv("functie;naam;naam;van;tot\n"
                                        "OvD-Bz;K. de Wit;L. Visser;04-01-2027 09:00;11-01-2027 09:00\n");
    CHECK_FALSE(import.good());
    CHECK(import.bodies.empty());
    CHECK_THAT(report_of(import), ContainsSubstring("column naam stands there twice"));
}

TEST_CASE("what was made of an hour that does not exist is said whole") {
    CHECK_THAT(report_of(read_roster_csv("functie;naam;van;tot\n"
                                         "OvD-Bz;K. de Wit;28-03-2027 02:30;05-04-2027 09:00\n")),
               ContainsSubstring("03:00 was taken"));
}

TEST_CASE("who is said differently by two lines, or stands twice at once, gets a remark") {
    const auto import = read_roster_csv("functie;naam;telefoon;van;tot;poule\n"
                                        "OvD-Bz;K. de Wit;06-1;04-01-2027 09:00;11-01-2027 09:00;lokaal\n"
                                        "AC-Bz;K. de Wit;06-2;08-01-2027 09:00;15-01-2027 09:00;regionaal\n");
    const auto report = report_of(import);
    CHECK(import.good());
    CHECK_THAT(report, ContainsSubstring("telefoon is 06-2 here and 06-1 in line 2, which counts"));
    CHECK_THAT(report, ContainsSubstring("poule is regionaal here and lokaal in line 2"));
    CHECK_THAT(report, ContainsSubstring("the same person has OvD-Bz at the same time in line 2"));
}

TEST_CASE(
    "two people of one name are refused until their names differ; who moved or has a new number is one") {
    const auto read = [](const std::string& second) {
        return read_roster_csv(
            "functie;naam;gemeente;telefoon;van;tot\n"
            "OvD-Bz;A. Yilmaz;Sliedrecht;06-0000 0006;04-01-2027 09:00;11-01-2027 09:00\n" +
            second + ";18-01-2027 09:00;25-01-2027 09:00\n");
    };
    const auto two = read("AC-Bz;A Yilmaz;Dordrecht;06-0000 0007");
    CHECK_FALSE(two.good());
    CHECK(complaints(two) ==
          "3: column naam: found A Yilmaz, expected one person a name: A. Yilmaz of Sliedrecht stands in "
          "line 2; write A Yilmaz (Dordrecht) for this one, or give both lines the same telefoon\n");
    const auto apart = read("AC-Bz;A. Yilmaz (Dordrecht);Dordrecht;06-0000 0007");
    CHECK(apart.good());
    CHECK(all<PersonRegistered>(apart).size() == 2);
    for (const char* same :
         {"AC-Bz;A. Yilmaz;Dordrecht;06-0000 0006", "AC-Bz;A. Yilmaz;Dordrecht;+31 6 00000006",
          "AC-Bz;A. Yilmaz;Sliedrecht;06-0000 0007", "AC-Bz;A. Yilmaz;sliedrecht;06-1",
          "AC-Bz;A. Yilmaz;Dordrecht;", "AC-Bz;A. Yilmaz;;06-0000 0007"}) {
        const auto one = read(same);
        CHECK(one.good());
        CHECK(all<PersonRegistered>(one).size() == 1);
    }
}

TEST_CASE("who comes with another municipality and another number than is known gets a remark") {
    PersonRegistered before;
    before.person = "p-a-yilmaz";
    before.name = "A. Yilmaz";
    before.municipality = "Sliedrecht";
    before.phone = "06-6";
    auto import = read_roster_csv("functie;naam;gemeente;telefoon;van;tot\n"
                                  "OvD-Bz;A. Yilmaz;Dordrecht;06-7;04-01-2027 09:00;11-01-2027 09:00\n");
    keep_known(import, {{before.person, before}});
    CHECK_THAT(report_of(import),
               ContainsSubstring("remark: A. Yilmaz was of Sliedrecht with 06-6 until now; "
                                 "if this is another, write A. Yilmaz (Dordrecht)"));
}

TEST_CASE("a calendar's problem has one line number; an evenement of more than a month a remark") {
    const Instant now = *read_instant("2027-01-01T12:00:00Z");
    const auto report = report_of(read_events_ical("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:x\r\n", now));
    CHECK(report.starts_with("2: refused: an entry that does not end"));
    const auto event =
        report_of(read_events_csv("naam;klasse;plaats;van;tot\nFeest;B;Dam;3-7-2027 14:00;3-9-2027 23:00\n"));
    CHECK_THAT(
        event,
        ContainsSubstring(
            "2: Feest, 03-07-2027 14:00 – 03-09-2027 23:00; remark: it lasts 62 days; is column tot right?"));
}

TEST_CASE("a clock that summer time skips, or that comes twice, is remarked") {
    const auto import = read_roster_csv("functie;naam;van;tot\n"
                                        "OvD-Bz;K. de Wit;28-03-2027 02:30;29-03-2027 09:00\n"
                                        "AC-Bz;M. Verhoeven;31-10-2027 02:30;01-11-2027 09:00\n"
                                        "ROL;J. Smit;29-03-2027 02:30;30-03-2027 09:00\n");
    REQUIRE(import.good());
    CHECK(import.report[0].text.find("28-03-2027 02:30 does not exist") != std::string::npos);
    CHECK(import.report[1].text.find("31-10-2027 02:30 comes twice") != std::string::npos);
    CHECK(import.report[2].text.find("remark") == std::string::npos);
}

TEST_CASE("what a roster leaves out of a person stays as it is known") {
    PersonRegistered before;
    before.person = "p-p-proef";
    before.name = "P. Proef";
    before.municipality = "Dordrecht";
    before.pool = Pool::lokaal;
    before.functions = {Function("AC-Bz")};
    before.phone = "06-0000 9102";
    before.email = "p@example.nl";
    const KnownPersons known{{before.person, before}};
    const auto now = *read_instant("2026-11-29T11:00:00Z");
    const auto merged = [&](Import import) {
        INFO(complaints(import));
        REQUIRE(import.good());
        keep_known(import, known);
        return all<PersonRegistered>(import).front();
    };
    auto expected = before;
    expected.functions = {Function("AC-Bz"), Function("OvD-Bz")};
    CHECK(merged(read_roster("functie;naam;gemeente;poule;telefoon;van;tot\n"
                             "OvD-Bz;P. Proef;;;;30-11-2026 09:00;07-12-2026 09:00\n",
                             now)) == expected);
    CHECK(merged(read_roster("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\nSUMMARY:OvD-Bz: P. Proef\r\n"
                             "DTSTART:20261130T080000Z\r\nDTEND:20261207T080000Z\r\nEND:VEVENT\r\n"
                             "END:VCALENDAR\r\n",
                             now)) == expected);
    CHECK(merged(read_roster("functie;naam;van;tot\nAC-Bz;P. Proef;30-11-2026 09:00;07-12-2026 09:00\n",
                             now)) == before); // so that nothing is said
    const auto said = merged(read_roster("functie;naam;gemeente;poule;telefoon;van;tot\nAC-Bz;P. Proef;"
                                         "Sliedrecht;regionaal;06-1;30-11-2026 09:00;07-12-2026 09:00\n",
                                         now));
    CHECK(said.municipality == "Sliedrecht");
    CHECK(said.pool == Pool::regionaal);
    CHECK(said.phone == "06-1");
    CHECK(said.email == before.email);
}

TEST_CASE("a day without a time is meant from the changeover, and the report says so") {
    const auto import = read_roster_csv("functie;naam;van;tot\nOvD-Bz;P. Proef;28-12-2026;04-01-2027\n");
    REQUIRE(import.good());
    const auto duty = all<DutyRostered>(import).front();
    CHECK(duty.from == read_instant("2026-12-28T08:00:00Z"));
    CHECK(duty.until == read_instant("2027-01-04T08:00:00Z"));
    CHECK(
        import.report.front().text ==
        "OvD-Bz: P. Proef, 28-12-2026 09:00 – 04-01-2027 09:00; remark: column van and column tot without a "
        "time, 09:00 was taken, when piket changes as a rule");
    const auto calendar =
        read_roster_ical("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\nSUMMARY:OvD-Bz: P. Proef\r\n"
                         "DTSTART;VALUE=DATE:20261228\r\nDTEND;VALUE=DATE:20270104\r\nEND:VEVENT\r\n"
                         "END:VCALENDAR\r\n",
                         *read_instant("2026-11-29T11:00:00Z"));
    REQUIRE(calendar.good());
    CHECK(all<DutyRostered>(calendar).front().from == duty.from);
    CHECK(all<DutyRostered>(calendar).front().until == duty.until);
    // An evenement lasts whole days.
    const auto events = read_events_csv("naam;klasse;plaats;van;tot\nFeest;A;Dam;28-12-2026;28-12-2026\n");
    CHECK(all<EventRegistered>(events).front().from == *read_instant("2026-12-27T23:00:00Z"));
    CHECK(events.report.front().text == "Feest, 28-12-2026");
}

TEST_CASE("a day without a time is meant from the changeover of the function's own rotation") {
    const Changeovers changeovers{{Function("OvD-Bz"), {"vr 17:30"}}};
    const std::string days = "28-12-2026;04-01-2027\n";
    const auto import = read_roster_csv(
        "functie;naam;van;tot\nOvD-Bz;P. Proef;" + days + "AC-Bz;A. Proef;" + days, changeovers);
    REQUIRE(import.good());
    CHECK(import.days_alone);
    const auto duties = all<DutyRostered>(import);
    CHECK(duties[0].from == read_instant("2026-12-28T16:30:00Z"));
    CHECK(duties[0].until == read_instant("2027-01-04T16:30:00Z"));
    CHECK(duties[1].from == read_instant("2026-12-28T08:00:00Z"));
    CHECK_THAT(import.report[0].text,
               ContainsSubstring("17:30 was taken, when this function changes by its rotation"));
    CHECK_THAT(import.report[1].text, ContainsSubstring("09:00 was taken, when piket changes as a rule"));
    // A turn that ends on a day joins one that begins at the changeover.
    const auto joined = read_roster_csv("functie;naam;van;tot\nOvD-Bz;P. Proef;28-12-2026;04-01-2027\n"
                                        "OvD-Bz;A. Proef;04-01-2027 17:30;11-01-2027\n",
                                        changeovers);
    CHECK(joined.good());
    const auto calendar =
        read_roster("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\nSUMMARY:OvD-Bz: P. Proef\r\n"
                    "DTSTART;VALUE=DATE:20261228\r\nDTEND;VALUE=DATE:20270104\r\nEND:VEVENT\r\n"
                    "END:VCALENDAR\r\n",
                    *read_instant("2026-11-29T11:00:00Z"), changeovers);
    CHECK(all<DutyRostered>(calendar).front().from == duties[0].from);
    CHECK_FALSE(read_roster_csv("functie;naam;van;tot\nOvD-Bz;P. Proef;28-12-2026 09:00;04-01-2027 09:00\n")
                    .days_alone);
}

TEST_CASE("an entry of which no time is left is told of: refused when its end comes before its begin") {
    const auto read = [](const std::string& rule) {
        return read_roster_ical("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\nSUMMARY:AC-Bz: E. Proef\r\n"
                                "DTSTART;TZID=Europe/Amsterdam:20270301T090000\r\n"
                                "DTEND;TZID=Europe/Amsterdam:20270308T090000\r\n" +
                                    rule + "END:VEVENT\r\nEND:VCALENDAR\r\n",
                                *read_instant("2026-11-29T11:00:00Z"));
    };
    const auto backwards = read("RRULE:FREQ=WEEKLY;INTERVAL=2;UNTIL=20260101T000000Z\r\n");
    CHECK_FALSE(backwards.good());
    CHECK_THAT(report_of(backwards), ContainsSubstring("a repetition that ends before it begins"));
    const auto all_out =
        read("RRULE:FREQ=WEEKLY;COUNT=1\r\nEXDATE;TZID=Europe/Amsterdam:20270301T090000\r\n");
    CHECK_THAT(report_of(all_out), ContainsSubstring("AC-Bz: E. Proef: each of its times is left out"));
    CHECK(all_out.bodies.empty());
}

TEST_CASE("each time of a repetition is told with its own period") {
    const auto import = read_roster_ical(
        "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\nSUMMARY:OvD-Bz: P. Proef\r\n"
        "DTSTART;TZID=Europe/Amsterdam:20261130T090000\r\nDTEND;TZID=Europe/Amsterdam:20261207T090000\r\n"
        "RRULE:FREQ=WEEKLY;INTERVAL=7;COUNT=2\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
        *read_instant("2026-11-29T11:00:00Z"));
    REQUIRE(import.report.size() == 2);
    CHECK(import.report[0].text == "OvD-Bz: P. Proef, 30-11-2026 09:00 – 07-12-2026 09:00");
    CHECK(import.report[1].text == "OvD-Bz: P. Proef, 18-01-2027 09:00 – 25-01-2027 09:00");
    auto same = import;
    const auto lines = same.lines_of_bodies();
    REQUIRE(lines.size() == same.bodies.size());
    CHECK(lines.front() == &same.report.front());
    CHECK(lines.back() == &same.report.back());
}

TEST_CASE("the year of an evenement is that of its day here, also on 1 January") {
    const auto ids = [](const std::string& rows) {
        const auto import = read_events_csv("naam;klasse;plaats;van;tot\n" + rows);
        INFO(complaints(import));
        CHECK(import.good());
        std::string found;
        for (const auto& event : all<EventRegistered>(import))
            found += event.event.value + " ";
        return found;
    };
    CHECK(ids("Nieuwjaarsduik;A;Plein;1-1-2028;1-1-2028\n") == "nieuwjaarsduik-2028 ");
    CHECK(ids("Nieuwjaarsduik;A;Plein;1-1-2028 11:00;1-1-2028 12:00\n") == "nieuwjaarsduik-2028 ");
    CHECK(ids("Kermis;A;Plein;31-10-2027;31-10-2027\nKermis;A;Plein;1-1-2028;1-1-2028\n") ==
          "kermis-2027 kermis-2028 ");
}

TEST_CASE("a sheet of more lines or columns than any has is refused in a sentence, and read no further") {
    std::string rows, heads;
    for (int i = 0; i <= 10'000; ++i)
        rows += "F" + std::to_string(i) + ";N;1-1-2027 09:00;2-1-2027 09:00\n";
    const std::string head = "functie;naam;van;tot\n";
    CHECK(complaints(read_roster_csv(head + rows)) ==
          "10002: more than 10000 lines, expected at most 10000; is this the right file?\n");
    CHECK(read_roster_csv(head + rows.substr(0, rows.rfind('F'))).good());
    for (int i = 0; i < 100'000; ++i)
        heads += std::to_string(i) + ";";
    CHECK_THAT(complaints(read_roster_csv(heads + "\n1\n")), ContainsSubstring("1: more than 1000 cells"));
    CHECK_THAT(complaints(read_roster_csv(head + "a;b;" + heads + "\n")),
               ContainsSubstring("2: more than 1000 cells"));
}

} // namespace import_test
