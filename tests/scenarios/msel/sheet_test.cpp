// Out to a sheet and back loses nothing that a sheet can hold; what is wrong in a sheet is named by cell.
#include "scenarios/msel/into.hpp"
#include "scenarios/msel/printed.hpp"
#include "scenarios/msel/sheet.hpp"
#include "scenarios/msel/xlsx.hpp"
#include "scenarios/player/moment.hpp"
#include "tests/scenarios/player/text.hpp"
#include "tests/support/folder.hpp"

#include <fstream>
#include <iterator>

namespace sheet_test {

using namespace regiekamer;
using namespace regiekamer::player;

namespace {

const std::string script = head + R"(# een aantekening van de maker
[[aim]]
id = "A"
text = "Beeld"
[[expect]]
id = "gebeld"
text = "belt de waterschapper; noteert \"2,63 m\""
type = "note.written"
by = "OvD-Bz"
after = "1"
within = "20m"
[[expect]]
id = "actie"
type = "action.opened"
[[branch]]
id = "lang"
text = "Het duurt langer"
unless = "gebeld"

# het begin
[[inject]]
nr = "1"
at = "T+00:05"
from = "responscel"
to = "OvD-Bz"
medium = "telefoon"
text = "Water; op de \"Kade\".\nKomt u?"
aim = "A"
expected = "Rijdt niet zelf"

[[message]]
at = "T+00:06"
from = "responscel"
type = "note.written"
data = { text = "Kade nat" }

[[inject]]
nr = "2"
at = "T+23:58:30"
from = "responscel"
to = "OvD-Bz"
medium = "portofoon"
text = "Nog steeds."
note = "rustig"
handout = "kaart\nvan de Kade"
if = "actie"
branch = "lang"
)";

std::string csv_of(const std::string& text) {
    return msel::to_csv(msel::cells_of(loaded(text)));
}
std::vector<Inject> injects_of(const std::string& csv, const Scenario& scenario) {
    auto read = msel::read_csv(csv, scenario.start, &scenario);
    std::string all;
    if (!read)
        for (const auto& error : read.error())
            all += msel::text(error) + "\n";
    INFO(all);
    REQUIRE(read);
    return *read;
}
/// All that is wrong, a line each.
std::string wrong(const std::string& csv, const Scenario* known = nullptr) {
    const auto read = msel::read_csv(csv, *read_instant("2027-01-22T12:00:00+01:00"), known);
    std::string all;
    if (!read)
        for (const auto& error : read.error())
            all += msel::text(error) + "\n";
    return all;
}
const std::string heads = "nr;tijd;van;aan;kanaal;inject;oefendoel\r\n";

} // namespace

TEST_CASE("a sheet that comes back unchanged changes nothing") {
    const auto scenario = loaded(script);
    CHECK(msel::with_injects(script, scenario, injects_of(csv_of(script), scenario)) == script);
    const auto file = std::string(REGIEKAMER_SOURCE_DIR "/scenarios/hoogwater.toml");
    std::ifstream in(file, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    auto hoogwater = load(file);
    REQUIRE(hoogwater);
    const auto csv = msel::to_csv(msel::cells_of(*hoogwater));
    CHECK(msel::with_injects(text, *hoogwater, injects_of(csv, *hoogwater)) == text);
}

TEST_CASE(
    "a changed row changes its inject alone; a new one comes behind the row above it; one left out is gone") {
    const auto scenario = loaded(script);
    auto injects = injects_of(csv_of(script), scenario);
    injects[0].text = "Het water staat \\ hoog.";
    Inject made_up = injects[0];
    made_up.nr = "1a";
    made_up.at = minutes(9);
    injects.insert(injects.begin() + 1, made_up);
    const auto text = msel::with_injects(script, scenario, injects);
    const auto changed = loaded(text);
    REQUIRE(changed.injects.size() == 3);
    CHECK(changed.injects[0].text == "Het water staat \\ hoog.");
    CHECK(changed.injects[1].nr == "1a");
    CHECK(changed.injects[2].handout == "kaart\nvan de Kade");
    CHECK_THAT(text, ContainsSubstring("# het begin\n[[inject]]"));
    CHECK_THAT(text, ContainsSubstring("# een aantekening van de maker"));
    injects.pop_back();
    CHECK(loaded(msel::with_injects(script, scenario, injects)).injects.size() == 2);
}

TEST_CASE("a sheet without a column leaves what the scenario has there; one with a column twice is refused") {
    const auto scenario = loaded(script);
    std::string csv;
    const auto add = [&](const auto& row) {
        for (std::size_t column = 0; column < msel::columns_needed; ++column) {
            csv += '"';
            for (const char c : row.at(column))
                csv += c == '"' ? std::string("\"\"") : std::string(1, c);
            csv += column + 1 == msel::columns_needed ? "\"\r\n" : "\";";
        }
    };
    add(msel::columns);
    for (const auto& row : msel::cells_of(scenario))
        add(row);
    CHECK(msel::with_injects(script, scenario, injects_of(csv, scenario)) == script);
    CHECK_THAT(wrong("nr;tijd;van;aan;kanaal;inject;tijd\r\n1;T+00:05;a;b;c;d;e\r\n", &scenario),
               ContainsSubstring("twice"));
}

TEST_CASE("what a player should do stands in the sheet in words") {
    const auto cells = msel::cells_of(loaded(script));
    REQUIRE(cells.size() == 2);
    CHECK(cells[0][6] ==
          "Rijdt niet zelf\nOvD-Bz binnen 20 min: belt de waterschapper; noteert \"2,63 m\" [gebeld]");
    CHECK(cells[1][1] == "T+23:58:30");
    CHECK(cells[1][10] == "actie");
    CHECK(cells[1][11].empty()); // that is the branch's
    CHECK(cells[1][12] == "lang");
}

TEST_CASE("an expectation that was changed in the sheet is refused by its cell, with the line as it was") {
    const auto scenario = loaded(script);
    auto csv = csv_of(script);
    const auto at = csv.find("binnen 20 min");
    REQUIRE(at != std::string::npos);
    csv.replace(at, 13, "binnen 45 min");
    const auto said = wrong(csv, &scenario);
    CHECK_THAT(said, ContainsSubstring("G2: "));
    CHECK_THAT(said, ContainsSubstring("binnen 20 min"));
    CHECK_THAT(said, ContainsSubstring("an expectation is changed in the scenario file"));
}

TEST_CASE("an expectation whose line is taken out of the sheet is refused in the same words") {
    const auto scenario = loaded(script);
    auto cells = msel::cells_of(scenario);
    cells[0][6].clear();
    const auto said = wrong(msel::to_csv(cells), &scenario);
    CHECK_THAT(said, ContainsSubstring("G2: found no line of expectation \"gebeld\""));
    CHECK_THAT(said, ContainsSubstring("an expectation is changed in the scenario file"));
}

TEST_CASE("spaces and line ends that a sheet does not keep are no change of it") {
    auto odd = script;
    odd.replace(odd.find("kaart\\nvan"), 5, "  kaart \\r");
    const auto scenario = loaded(odd);
    REQUIRE(scenario.injects[1].handout == "  kaart \r\nvan de Kade");
    CHECK(msel::with_injects(odd, scenario, injects_of(csv_of(odd), scenario)) == odd);
}

TEST_CASE("what a spreadsheet would take for a formula is guarded on the way out, and comes back as it was") {
    for (const char* text : {"=1+1", "+31 6", "-3 graden", "@allen", "'=x", "'aanhaling", "gewoon = zo"}) {
        const auto scenario = loaded(script);
        auto cells = msel::cells_of(scenario);
        cells[0][5] = text;
        const auto csv = msel::to_csv(cells);
        for (const char* bare : {";=", ";+", ";-", ";@"})
            CHECK(csv.find(bare) == std::string::npos);
        CHECK(injects_of(csv, scenario)[0].text == text);
    }
}

TEST_CASE("words that only look like an expectation's are kept") {
    auto edited = script;
    edited.replace(edited.find("Rijdt niet zelf"), 15, "Belt eerst [nee]");
    const auto scenario = loaded(edited);
    CHECK(injects_of(csv_of(edited), scenario)[0].expected == "Belt eerst [nee]");
}

TEST_CASE("times are offsets, clock times that run on over midnight, or dates") {
    const auto read = msel::read_csv(heads + "1;12:05;a;b;tel;x;\n2;23.50;a;b;tel;x;\n3;0:10;a;b;tel;x;\n"
                                             "4;T+12:30;a;b;tel;x;\n5;24-1-2027 9:00;a;b;tel;x;\n",
                                     *read_instant("2027-01-22T12:00:00+01:00"));
    REQUIRE(read);
    CHECK((*read)[0].at == minutes(5));
    CHECK((*read)[1].at == hours(11) + minutes(50));
    CHECK((*read)[2].at == hours(12) + minutes(10));
    CHECK((*read)[3].at == hours(12) + minutes(30));
    CHECK((*read)[4].at == hours(45));
}

namespace {

/// What is read of rows with these times, and every remark on them, a line each.
struct Times {
    std::vector<std::string> offsets;
    std::string remarks, wrong;
};
Times times(const std::vector<std::string>& cells, const char* start) {
    std::string sheet = heads;
    for (std::size_t i = 0; i < cells.size(); ++i)
        sheet += std::to_string(i + 1) + ";" + cells[i] + ";a;b;tel;x;\r\n";
    Times found;
    std::vector<msel::CellError> remarks;
    const auto read = msel::read_csv(sheet, *read_instant(start), nullptr, &remarks);
    for (const auto& remark : remarks)
        found.remarks += msel::text(remark) + "\n";
    if (read)
        for (const auto& inject : *read)
            found.offsets.push_back(offset_text(inject.at));
    else
        for (const auto& error : read.error())
            found.wrong += msel::text(error) + "\n";
    return found;
}

} // namespace

TEST_CASE("a time below nothing is none, and an American one is refused with what is odd of it") {
    for (const char* time : {"-0:05", "'-0:05", "10:-0", "+0:05"})
        CHECK_THAT(wrong(heads + "1;" + time + ";a;b;tel;x;\n"), ContainsSubstring("B2: found"));
    for (const char* time : {"10:30 AM", "3/1/2027 1:05:30 PM", "3/13/2027 13:05"})
        CHECK_THAT(wrong(heads + "1;" + time + ";a;b;tel;x;\n"),
                   ContainsSubstring("24 hours, and the day before the month"));
}

TEST_CASE("a day without a time, and one long before the start, are refused by their cell") {
    const char* const start = "2027-03-28T01:30:00+01:00";
    CHECK(times({"5-1-2027", "27-3-2027 1:29", "27-3-2028 12:00"}, start).wrong ==
          "B2: found \"5-1-2027\", a day without a time, expected a time behind it, as 22-1-2027 13:15\n"
          "B3: found \"27-3-2027 1:29\", 1 days before the start, expected a time of the exercise, or "
          "T-30:00 where so long before it is meant\n");
    const auto taken = times({"T-48:00", "27-3-2027 12:00", "27-3-2028 12:00"}, start);
    CHECK(taken.offsets == std::vector<std::string>{"T-48:00", "T-13:30", "T+8769:30"});
    CHECK(taken.remarks ==
          "B4: found \"27-3-2028 12:00\", 365 days after the start, expected a time of the exercise\n");
}

TEST_CASE("of the hour that comes twice the order of the rows says which is meant, and each is remarked") {
    const auto clocks = times({"2:50", "2:20", "3:05"}, "2027-10-31T02:30:00+02:00");
    CHECK(clocks.offsets == std::vector<std::string>{"T+00:20", "T+00:50", "T+01:35"});
    CHECK(clocks.remarks == "B2: found \"2:50\" of the hour that comes twice, read as the first: T+00:20, "
                            "expected T+00:20, which leaves no doubt\n"
                            "B3: found \"2:20\" of the hour that comes twice, read as the second: T+00:50, "
                            "expected T+00:50, which leaves no doubt\n");
    const auto dates = times({"31-10-2027 2:50", "31-10-2027 2:20"}, "2027-10-31T02:30:00+02:00");
    CHECK(dates.offsets == std::vector<std::string>{"T+00:20", "T+00:50"});
    CHECK(times({"2:20"}, "2027-10-31T02:10:00+01:00").offsets == std::vector<std::string>{"T+00:10"});
    CHECK(times({"2027-10-31T02:35:00+01:00"}, "2027-10-31T01:30:00+02:00").remarks.empty());
}

TEST_CASE("a clock time that summer time skips is remarked by its cell") {
    const auto clock = times({"2:45"}, "2027-03-28T01:30:00+01:00");
    CHECK(clock.offsets == std::vector<std::string>{"T+00:30"});
    CHECK(clock.remarks == "B2: found \"2:45\", which summer time skips: 03:00 was taken, expected a clock "
                           "time that there is\n");
    CHECK_THAT(times({"28-3-2027 2:45"}, "2027-03-28T01:30:00+01:00").remarks,
               ContainsSubstring("B2: found 28-3-2027 2:45 does not exist"));
}

TEST_CASE("an English Excel, Windows-1252 and a mark in front read the same") {
    const Instant start = *read_instant("2027-01-22T12:00:00+01:00");
    const auto dutch =
        msel::read_csv("\xEF\xBB\xBF" + heads + "1;T+00:05;a;b;tel;\"caf\xC3\xA9; dicht\";A\r\n", start);
    const auto english = msel::read_csv(
        "nr,tijd,van,aan,kanaal,inject,oefendoel\n1,T+00:05,a,b,tel,caf\xE9; dicht,A\n", start);
    REQUIRE(dutch);
    REQUIRE(english);
    CHECK((*dutch)[0].text == "café; dicht");
    CHECK((*english)[0].text == "café; dicht");
    CHECK((*english)[0].aim == "A");
}

TEST_CASE("what is wrong is named by its cell, all of it at once") {
    const auto scenario = loaded(script);
    const auto said =
        wrong("nr;tijd;van;aan;kanaal;inject;oefendoel;als\n1;25:00;responscel;OvD-Bz;tel;x;A;\n"
              "1;T+00:05;respons;OvD-Bz;;x;B;gebld\n",
              &scenario);
    CHECK(said ==
          "B2: found \"25:00\", expected T+01:15, a clock time as 13:15, or 22-1-2027 13:15\n"
          "A3: found \"1\" a second time, expected a nr that is used once\n"
          "E3: found an empty cell, expected kanaal (merged cells have their text in the first only)\n"
          "H3: found \"gebld\", expected an expectation of the scenario, perhaps \"gebeld\"\n"
          "C3: found \"respons\", expected a role of the scenario\n"
          "G3: found \"B\", expected an aim of the scenario\n");
}

TEST_CASE("a cell is named as the spreadsheet counts, behind empty rows and cells of several lines") {
    CHECK(wrong(heads + "1;T+00:05;a;b;tel;x\n;;;;;\n\n2;T+00:06;a;b;tel;\"x\ny\"\n3;straks;a;b;tel;x\n") ==
          "B6: found \"straks\", expected T+01:15, a clock time as 13:15, or 22-1-2027 13:15\n");
    CHECK(wrong("sep=;\n" + heads + "1;straks;a;b;tel;x\n").starts_with("B2: "));
    CHECK(wrong(heads + std::string("1;T+00:05;a;b;tel;x\0y\n", 22))
              .starts_with("F2: found a character U+0000"));
    CHECK(wrong(heads + "1;T+00:05;a;b;tel;\"x\n").starts_with("F2: found a quote that does not end"));
    CHECK(wrong("nr;tijd;van;aan;kanaal;inject\n1;T+00:05;a;b;tel;x;p;q\n").starts_with("G2: found 8 cells"));
}

TEST_CASE(
    "a row that an expectation of the scenario comes after is missed by the cell where it should stand") {
    const auto scenario = loaded(script);
    CHECK_THAT(wrong("nr;tijd;van;aan;kanaal;inject\n2;T+00:05;responscel;OvD-Bz;tel;x\n", &scenario),
               ContainsSubstring("A3: found the end of the sheet, expected a row with nr \"1\": expectation "
                                 "\"gebeld\""));
}

TEST_CASE("a sheet without its columns, without rows, with an open quote, or far too large") {
    CHECK_THAT(wrong("nr;tijd;van\n1;2;3\n"),
               ContainsSubstring(
                   "A1: found no columns \"aan\", \"kanaal\", \"inject\", expected the columns nr, tijd"));
    CHECK_THAT(wrong(heads), ContainsSubstring("found a sheet without rows"));
    CHECK_THAT(wrong(heads + "1;T+00:05;a;b;tel;\"x\n"), ContainsSubstring("a quote that does not end"));
    CHECK_THAT(wrong(std::string(file_bytes_max + 1, ' ')), ContainsSubstring("expected at most"));
    CHECK_THAT(wrong("nr;tijd;van;aan;kanaal;inject;als\n1;T+00:05;a;b;tel;x;gebeld\n"),
               ContainsSubstring("G2: found \"gebeld\""));
}

TEST_CASE(
    "a clock time may have seconds, as Excel writes it; a workbook itself is sent back with what to do") {
    std::vector<msel::CellError> remarks;
    const auto injects =
        msel::read_csv("nr;tijd;van;aan;kanaal;inject\n1;12:35:00;a;b;tel;x\n2;0:35:00;a;b;tel;x\n"
                       "3;0:36:10;a;b;tel;x\n",
                       *read_instant("2027-01-22T12:00:00+01:00"), nullptr, &remarks);
    REQUIRE(injects);
    CHECK(injects->at(0).at == minutes{35});
    CHECK(injects->at(1).at == minutes{35}); // a span: nobody means the night
    CHECK(injects->at(2).at == minutes{36} + seconds{10});
    REQUIRE(remarks.size() == 2);
    CHECK_THAT(msel::text(remarks[0]),
               ContainsSubstring("B3: found \"0:35:00\", read from the start: T+00:35"));
    for (const char* odd : {"12:35:", "12:35:0", "12:35:60", "12:35.00"})
        CHECK_FALSE(msel::read_csv(std::string("nr;tijd;van;aan;kanaal;inject\n1;") + odd + ";a;b;tel;x\n",
                                   Instant{}));
    const auto book = msel::read_csv("PK\x03\x04...", Instant{});
    REQUIRE_FALSE(book);
    CHECK_THAT(msel::text(book.error().at(0)), ContainsSubstring("a workbook (Excel, LibreOffice), not CSV"));
}

TEST_CASE("an aan that nobody plays is taken, and remarked by its cell") {
    const auto scenario = loaded(head);
    std::vector<msel::CellError> remarks;
    const auto injects =
        msel::read_csv("nr;tijd;van;aan;kanaal;inject\n1;T+00:05;responscel;OvD-Bz;tel;x\n"
                       "2;T+00:06;responscel;OvD-Bx;tel;x\n3;T+00:07;OvD-Bz;responscel;tel;x\n",
                       scenario.start, &scenario, &remarks);
    REQUIRE(injects);
    REQUIRE(remarks.size() == 2);
    CHECK(
        msel::text(remarks[0]) ==
        "D3: found \"OvD-Bx\", no role of the scenario, expected a role that is played, perhaps \"OvD-Bz\"");
    CHECK(msel::text(remarks[1]) ==
          "D4: found \"responscel\", whom nobody plays, expected a role that is played");
}

TEST_CASE("a new scenario is made of a sheet alone") {
    const auto injects = msel::read_csv(heads + "1;12:05;wijkbeheer;OvD-Bz;tel;\"x\ny\";A\n",
                                        *read_instant("2027-01-22T12:00:00+01:00"));
    REQUIRE(injects);
    const auto scenario =
        loaded(msel::new_scenario("Brand \"Noord\"", "2027-01-22T12:00:00+01:00", *injects));
    CHECK(scenario.title == "Brand \"Noord\"");
    REQUIRE(scenario.roles.size() == 2);
    CHECK(scenario.roles[0].function == Function("OvD-Bz"));
    CHECK(scenario.roles[0].played);
    CHECK_FALSE(scenario.roles[1].played);
    CHECK(scenario.injects.at(0).text == "x\ny");
    CHECK(scenario.aims.at(0).id == "A");
}

TEST_CASE("the printed sheets hold what they must, escaped, between OEFENING") {
    const auto scenario = loaded(script + "[[fact]]\ntext = \"Sluis < dicht\"\n");
    const auto handouts = msel::handouts_html(scenario);
    CHECK_THAT(handouts, ContainsSubstring("kaart\nvan de Kade"));
    CHECK_THAT(handouts, ContainsSubstring("OEFENING OEFENING OEFENING"));
    const auto cell = msel::response_cell_html(scenario);
    CHECK_THAT(cell, ContainsSubstring("Water; op de &quot;Kade&quot;."));
    CHECK_THAT(cell, ContainsSubstring("Sluis &lt; dicht"));
    CHECK_THAT(cell, ContainsSubstring("Rijdt niet zelf"));
    CHECK_THAT(cell,
               ContainsSubstring("OvD-Bz binnen 20 min: belt de waterschapper")); // what is measured too
    CHECK(cell.find(" · </h2>") == std::string::npos);
    CHECK_THAT(cell,
               ContainsSubstring("tenzij belt de waterschapper")); // and so not beside what goes with a call
}

TEST_CASE("an Excel file is written whole, and a place where that cannot be is said") {
    const Folder folder;
    const auto scenario = loaded(script);
    REQUIRE(msel::write_xlsx(scenario, folder / "draaiboek.xlsx"));
    std::ifstream in(folder / "draaiboek.xlsx", std::ios::binary);
    std::string start(2, ' ');
    in.read(start.data(), 2);
    CHECK(start == "PK"); // a zip
    const auto refused = msel::write_xlsx(scenario, folder / "geen" / "draaiboek.xlsx");
    REQUIRE_FALSE(refused);
    CHECK_THAT(sentence(refused.error()), ContainsSubstring("a place where a file can be written"));
}

TEST_CASE("no column of a sheet is dropped without a word") {
    const Instant start = *read_instant("2027-01-22T12:00:00+01:00");
    const std::string row = "1;T+00:05;politie;OvD-Bz;app;Rook";
    std::vector<msel::CellError> remarks;
    const auto misspelt = msel::read_csv("nr;tijd;van;aan;kanaal;inject;opmerkng\n" + row + ";let op\n",
                                         start, nullptr, &remarks);
    REQUIRE_FALSE(misspelt);
    REQUIRE(misspelt.error().size() == 1);
    CHECK(msel::text(misspelt.error()[0]) ==
          "G1: found column \"opmerkng\", expected \"opmerking\", as it is spelt");
    const auto own =
        msel::read_csv("nr;tijd;van;aan;kanaal;inject;kleur\n" + row + ";rood\n", start, nullptr, &remarks);
    CHECK(own);
    REQUIRE(remarks.size() == 1);
    CHECK_THAT(msel::text(remarks[0]),
               ContainsSubstring("G1: found column \"kleur\", which stays out of the scenario"));
    const auto titled =
        msel::read_csv("Draaiboek Storm;;;;;\nnr;tijd;van;aan;kanaal;inject\n" + row + "\n", start);
    REQUIRE_FALSE(titled);
    REQUIRE(titled.error().size() == 1);
    CHECK_THAT(msel::text(titled.error()[0]), ContainsSubstring("A1: found no columns \"nr\", \"tijd\""));
    CHECK_THAT(msel::text(titled.error()[0]), ContainsSubstring("nothing stands above their names"));
    const auto wide = msel::read_csv("\xFF\xFEn", start);
    REQUIRE_FALSE(wide);
    CHECK_THAT(msel::text(wide.error()[0]), ContainsSubstring("found UTF-16"));
}

TEST_CASE("a sheet of an old Excel for the Mac, whose rows end with a bare CR, comes back as it was") {
    const auto scenario = loaded(script);
    std::string csv = csv_of(script);
    REQUIRE(csv.find("Kade\"\".\nKomt u?") != std::string::npos); // within a cell a line ends with LF
    std::size_t ends = 0;
    for (auto at = csv.find("\r\n"); at != std::string::npos; at = csv.find("\r\n", at), ++ends)
        csv.erase(at + 1, 1);
    CHECK(ends == 3);
    CHECK(msel::with_injects(script, scenario, injects_of(csv, scenario)) == script);
}

} // namespace sheet_test
