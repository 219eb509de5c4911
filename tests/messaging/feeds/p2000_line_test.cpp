// Lines as multimon-ng 1.2.0 prints them, oddities included (formats.md §2; examples invented).
#include "messaging/feeds/encoding.hpp"
#include "messaging/feeds/p2000_line.hpp"
#include "messaging/feeds/p2000_text.hpp"
#include "tests/support/property.hpp"

#include <filesystem>
#include <fstream>

namespace p2000_line_test {

using namespace regiekamer;
using namespace regiekamer::feeds;

namespace {

PageReceived page(std::string_view line, const P2000Config& config = {}) {
    const auto read = read_p2000_line(line, config);
    if (const auto* problem = std::get_if<Problem>(&read)) FAIL(sentence(*problem));
    return std::get<P2000Page>(read).page;
}
std::string line(std::string_view text, std::string_view mode = "1600/2/K/A",
                 std::string_view capcodes = "002029570 001420059 001420999") {
    return "FLEX|2026-03-02 13:07:44|" + std::string(mode) + "|05.033|" + std::string(capcodes) + "|ALN|" +
           std::string(text);
}
std::vector<std::string> codes(const PageReceived& page) {
    std::vector<std::string> all;
    for (const auto& capcode : page.capcodes)
        all.push_back(capcode.value);
    return all;
}

} // namespace

TEST_CASE("form C: stamp in UTC, capcodes of seven digits, group slots left out, text whole") {
    const auto read = page(line("P 1 BDH-04 (Middel BR) BR woning Proefpad Voorbeeldstad 155999"));
    CHECK(read.at == *read_instant("2026-03-02T13:07:44Z"));
    CHECK(codes(read) == std::vector<std::string>{"1420059", "1420999"});
    CHECK(read.text == "P 1 BDH-04 (Middel BR) BR woning Proefpad Voorbeeldstad 155999");
    CHECK(read.priority == "P 1");
    CHECK(read.ours);
    CHECK_FALSE(read.test);
    CHECK_FALSE(read.part.has_value());
}

TEST_CASE("form C': bracketed lines of numeric and tone pages") {
    const auto numeric = page("FLEX: 2026-03-02 13:07:44 1600/2/A 07.041 [000123456] NUM 0612");
    CHECK(codes(numeric) == std::vector<std::string>{"0123456"});
    CHECK(numeric.text == "0612");
    CHECK(page("FLEX: 2026-03-02 13:07:44 1600/2/A 07.041 [002029570] TON").text.empty());
    CHECK(page("FLEX: 2026-03-02 13:07:44 1600/2/A 07.041 [002029570] TON ").capcodes.empty());
}

TEST_CASE("forms A and B: text pages between brackets") {
    for (const char* mode : {"1600/2/A", "1600/2/K/A"}) {
        const auto read =
            page("FLEX: 2026-03-02 13:07:44 " + std::string(mode) + " 07.041 [001599101] ALN A1 Dam");
        CHECK(codes(read) == std::vector<std::string>{"1599101"});
        CHECK(read.text == "A1 Dam");
    }
}

TEST_CASE("form D: without a stamp the arrival counts") {
    const auto arrival = *read_instant("2026-03-02T13:07:45Z");
    const auto take = [&](std::string_view bytes) {
        return std::get<P2000Page>(read_p2000_line(bytes, {}, arrival)).page;
    };
    const auto text = take("FLEX|1600/2/F/A|07.041|002029568 001599101|ALN|A1 | Dam");
    CHECK(text.at == arrival);
    CHECK(text.part == PagePart::first);
    CHECK(text.text == "A1 | Dam");
    CHECK(codes(take("FLEX|1600/2/A|07.041|[000123456]|NUM 0612")) == std::vector<std::string>{"0123456"});
    CHECK(take("FLEX|1600/2/A|07.041|[000123456]|NUM 0612").text == "0612");
}

TEST_CASE("form E: members of a group, parts, and what is written as two letters") {
    const auto one =
        page("FLEX_NEXT|1600/2|07.041.A|0002029568|SG|5|ALN|3.0.K|0001599101|0001599999|a\\nb 5%%");
    CHECK(codes(one) == std::vector<std::string>{"1599101", "1599999"});
    CHECK(one.text == "a b 5%");
    CHECK_FALSE(one.part.has_value());
    const auto last = page("FLEX_NEXT|1600/2|07.041.A|0001599101|SS|5|ALN|2.1.C|0612345678|x");
    CHECK(last.part == PagePart::last);
    CHECK(last.text == "0612345678|x");
    CHECK(codes(last) == std::vector<std::string>{"1599101"});
    const auto call =
        page("FLEX_NEXT|1600/2|07.041.A|0002029568|SG|5|ALN|3.0.K|0001401230|0612345678|bel mij");
    CHECK(codes(call) == std::vector<std::string>{"1401230"});
    CHECK(call.text == "0612345678|bel mij");
}

TEST_CASE("form F: JSON, also with a second timestamp and a label before it") {
    const std::string text = R"({"timestamp":"2026-03-02 14:07:44","timestamp":"2026-03-02 13:07:44",)"
                             R"("capcode":1599101,"demod_name":"flex_alphanumeric","message":"B2 Urk"})";
    for (const auto& bytes : {text, "ontvanger: " + text}) {
        const auto read = page(bytes);
        CHECK(read.at == *read_instant("2026-03-02T13:07:44Z"));
        CHECK(read.text == "B2 Urk");
        CHECK(codes(read) == std::vector<std::string>{"1599101"});
    }
    const std::string ours = R"("timestamp":"2026-03-02 13:07:44",)",
                      local = R"("timestamp":"2026-03-02 14:07:44",)",
                      rest = R"("capcode":1599101,"demod_name":"flex_alphanumeric","message":"B2 Urk"})";
    for (const auto& both : {"{" + ours + local + rest, "{" + local + ours + rest})
        CHECK(std::get<P2000Page>(read_p2000_line(both, {}, *read_instant("2026-03-02T13:07:45Z"))).page.at ==
              *read_instant("2026-03-02T13:07:44Z"));
    for (const std::string_view bad :
         {R"({"capcode":1599101,"demod_name":"pocsag","message":"x"})", R"({"demod_name":"flex_numeric"})",
          R"({"capcode":-4,"demod_name":"flex_numeric"})",
          R"({"capcode":[[[[[1]]]]],"demod_name":"flex_numeric"})", "{"})
        CHECK(std::holds_alternative<Problem>(read_p2000_line(bad, {})));
}

TEST_CASE("form F: a tone page shows its digits") {
    const std::string tone = R"({"capcode":1599101,"demod_name":"flex_tone_only","tone":"123")";
    CHECK(page(tone + "}").text == "123");
    CHECK(page(tone + R"(,"tone_long":"45678"})").text == "12345678");
}

TEST_CASE("a number that no pager here has is left out of its group, wherever it stands, and marked") {
    const auto read = [](const std::string& bytes) {
        return std::get<P2000Page>(read_p2000_line(bytes, {}));
    };
    for (const auto& bytes :
         {line("x", "1600/2/K/A", "001599001 4297068542 001599002"),
          std::string("FLEX_NEXT|1600/2|07.041.A|0002029568|SG|5|ALN|3.0.K|0001599001|4297068542|0612345678|"
                      "0001599002|x")}) {
        INFO(bytes);
        CHECK(codes(read(bytes).page) == std::vector<std::string>{"1599001", "1599002"});
        CHECK(read(bytes).wild);
        CHECK(read(bytes).page.text == "x");
    }
    CHECK_FALSE(read(line("x")).wild);
    CHECK_FALSE(read("FLEX_NEXT|1600/2|07.041.A|0002029568|SG|5|ALN|3.0.K|0001401230|0612345678|x").wild);
}

TEST_CASE("the text may hold bars, and line ends and prefixes do not count") {
    CHECK(page(line("A1 Dam | Kade | rit 12") + "\r\n").text == "A1 Dam | Kade | rit 12");
    CHECK(page("ontvanger: 2026-03-02 14:07:44: " + line("A1 Dam")).text == "A1 Dam");
}

TEST_CASE("a label that begins as a head does is a label") {
    const std::string bracket = "FLEX: 2026-03-02 13:07:44 1600/2/A 07.041 [001420059] ALN A1 Dam";
    for (const std::string label :
         {"FLEX: ", "FLEX-P2000: ", "FLEX Noord: 2026-03-02 14:07:44: ", "FLEX: 2026-03-02 14:07:44: ",
          "FLEX: 2026-03-02T13:07:44.123456: ", "a: b: ", "FLEX_NEXT: "})
        for (const auto& head : {line("A1 Dam"), bracket}) {
            INFO(label << head);
            CHECK(page(label + head).text == "A1 Dam");
            CHECK(page(label + head).at == *read_instant("2026-03-02T13:07:44Z"));
        }
    CHECK(page("FLEX: FLEX_NEXT|1600/2|07.041.A|0001599101|SS|5|ALN|3.0.K|A1 Dam").text == "A1 Dam");
    CHECK(page(line("A1 zie: FLEX|x")).text == "A1 zie: FLEX|x");
    CHECK(page(bracket + ": FLEX|x").text == "A1 Dam: FLEX|x");
}

TEST_CASE("a byte order mark at the begin of a file costs no page") {
    CHECK(page("\xEF\xBB\xBF" + line("A1 Dam")).text == "A1 Dam");
    CHECK(std::holds_alternative<NoPage>(read_p2000_line("\xEF\xBB\xBFmultimon-ng 1.2.0", {})));
}

TEST_CASE("a capcode that bit errors made too long costs no page: the others count, the line is kept") {
    const auto read =
        page(line("P 1 OVD-BZ", "1600/2/K/A", "001420059 012345678 99999999999999999999 001420060"));
    CHECK(codes(read) == std::vector<std::string>{"1420059", "1420060"});
    CHECK_THAT(read.raw, ContainsSubstring("012345678"));
    CHECK(codes(page(line("P 1 OVD-BZ", "1600/2/K/A", "012345678"))).empty());
}

TEST_CASE("bytes that are no UTF-8 are read as Latin-1, U+0000 becomes U+FFFD") {
    CHECK(page(line("Co\xF6rdinator")).text == "Coördinator");
    CHECK(page(line("Coördinator")).text == "Coördinator");
    CHECK(page("{\"capcode\":1599001,\"demod_name\":\"flex_alphanumeric\",\"message\":\"caf\xE9\"}").text ==
          "café");
    CHECK(page(line(std::string_view("a\0b", 3))).raw.ends_with("a\uFFFDb"));
}

TEST_CASE("parts are marked, joining is the fold's") {
    CHECK(page(line("begin", "1600/2/F/A")).part == PagePart::first);
    CHECK(page(line("einde", "1600/2/C/A")).part == PagePart::last);
    CHECK_FALSE(page(line("geheel", "1600/2/K/C")).part);
}

TEST_CASE("a decoder that prints the phase before the part, or blanks for it, is read as well") {
    CHECK(page(line("begin", "1600/2/A/F")).part == PagePart::first);
    CHECK(page(line("begin", "1600/2/C/F")).part == PagePart::first);
    CHECK(page(line("einde", "1600/2/A/C")).part == PagePart::last);
    CHECK(page(line("einde", "1600/2/C/C")).part == PagePart::last);
    CHECK_FALSE(page(line("geheel", "1600/2/C/K")).part);
    const auto numeric = page("FLEX|2026-03-02 13:07:44|1600/2/C  |05.033|0001420059|NUM|0612");
    CHECK(numeric.text == "0612");
    CHECK_FALSE(numeric.part);
    CHECK(page("FLEX|2026-03-02 13:07:44|1600/2/A  |05.033|0001420059|TON|").text.empty());
}

TEST_CASE("banners are no pages, and what has no head is refused with the line") {
    for (const std::string_view banner :
         {"multimon-ng 1.2.0", "Enabled demodulators: FLEX", "FLEX: State: SYNC", "", "\r"})
        CHECK(std::holds_alternative<NoPage>(read_p2000_line(banner, {})));
    for (const std::string_view bad :
         {"rest van een bericht", "FLEX|2026-03-02 13:07:44|1600/2/K/A|07.041|001420059|ALN",
          "FLEX|2026-1302 13:07:44|1600/2/K/A|07.041|001420059|ALN|x",
          "FLEX|2026-03-02 13:07:44|1600/2/K/A|07.041|0014zz059|ALN|x", "FLEX: kapot"})
        CHECK(std::get<Problem>(read_p2000_line(bad, {})).found == bad);
    CHECK(std::holds_alternative<Problem>(read_p2000_line(line(std::string(9000, 'x')), {})));
}

TEST_CASE("a decoder whose clock was never set loses no page: the arrival counts") {
    const Instant arrival = *read_instant("2026-03-02T13:07:44Z");
    for (const std::string stamp :
         {"1970-01-01 00:00:12", "1999-12-31 23:59:59", "2100-01-01 00:00:00", "9999-99-99 99:99:99"})
        for (const std::string& line : {"FLEX|" + stamp + "|1600/2/K/A|07.041|001420059|ALN|P 1 OVD-BZ",
                                        "FLEX: " + stamp + " 1600/2/A 07.041 [001420059] ALN P 1 OVD-BZ"}) {
            const auto read = read_p2000_line(line, {}, arrival);
            INFO(line);
            REQUIRE(std::holds_alternative<P2000Page>(read));
            CHECK(std::get<P2000Page>(read).page.at == arrival);
        }
}

TEST_CASE("priorities in all their spellings") {
    const auto priority = [](const std::string& text) {
        return read_page_text(text, {}).priority.value_or("none");
    };
    CHECK(priority("A1 (DIA: ja) AMBU 17123 Dam") == "A1");
    CHECK(priority("(Intrekken Alarm Brw) P 2 BMD-01 OMS") == "P 2");
    CHECK(priority("P1 Wegvervoer A15") == "P 1");
    CHECK(priority("PRIO 3 BRT") == "P 3");
    CHECK(priority("1 Kerkstraat") == "P 1");
    CHECK(priority("Brand prio 1 Alblasserdam") == "P 1");
    CHECK(priority("contact MKA") == "none");
    CHECK(priority("15 man") == "none");
}

TEST_CASE("a GRIP level is named, never in a test; what ends it proposes GRIP 0") {
    const auto grip = [](const std::string& text) {
        const auto level = read_page_text(text, {}).grip;
        return level ? level->value : -1;
    };
    CHECK(grip("P 1 GRIP 1 BR woning") == 1);
    CHECK(grip("grip:2 Kade") == 2);
    CHECK(grip("GRIP3") == 3);
    CHECK(grip("opgeschaald van GRIP 1 naar GRIP 2") == 2);
    CHECK(grip("Afgeschaald naar GRIP 1") == 1);
    CHECK(grip("GRIP 2 afgeschaald") == 0);
    CHECK(grip("einde GRIP 1") == 0);
    CHECK(grip("17 GRIP-4 afgeschaald Alblasserdam") == 0);
    CHECK(grip("GRIP 0 terug Weg") == 0);
    CHECK(grip("Einde GRIP 1, ploeg terug naar kazerne") == 0);
    CHECK(grip("Einde GRIP 2 BR gebouw, voertuigen naar post") == 0);
    CHECK(grip("Afschaling GRIP 2") == 0);
    CHECK(grip("Afschaling naar GRIP 1, was GRIP 2") == 1);
    CHECK(grip("GRIP 1 opgeheven.") == 0);
    CHECK(grip("GRIP 1 ingetrokken") == 0);
    CHECK(grip("GRIP 1 Kade, stremming opgeheven") == 1);
    CHECK(grip("GRIP 1 ploeg naar Kade") == 1);
    CHECK(grip("P 5 proefalarm GRIP 1") == -1);
    CHECK(grip("OEFENING GRIP 2") == -1);
    CHECK(grip("GRIP 17") == -1);
    CHECK(grip("AGRIP 1") == -1);
}

TEST_CASE("a bare digit at the begin is no proefalarm, P 5 is") {
    for (const char* text : {"5 Dam", "5 Kerkstraat Alblasserdam", "(DIA: ja) 5 Dam 182131", "5", "1 Dam"}) {
        INFO(text);
        CHECK_FALSE(read_page_text(text, {}).test);
    }
    for (const char* text :
         {"P 5 Dam", "P5 Dam", "PRIO 5 Dam", "(x) P 5", "Brand prio 5 Dam", "5 proefalarm"}) {
        INFO(text);
        CHECK(read_page_text(text, {}).test);
    }
    CHECK(read_page_text("5 GRIP 1 Dam", {}).grip == GripLevel(1));
    CHECK_FALSE(page("FLEX|2026-11-29 12:00:00|1600/2/K/A|07.041|001420059|ALN|5 Dam OVD-BZ").test);
}

TEST_CASE("tests, withdrawals and places") {
    CHECK(read_page_text("P 5 BRT-01", {}).test);
    CHECK(read_page_text("P 1 BRT-OTO-02 BR", {}).test);
    CHECK(read_page_text("Testoproep MKA", {}).test);
    CHECK_FALSE(read_page_text("P 1 Testerstraat", {}).test);
    for (const char* text : {"Testmelding", "Testpage 1", "Proefoproep", "proefmelding", "oefenmelding",
                             "Oefen alarm", "oefeninzet GRIP 2", "PROEFALARM1"}) {
        INFO(text);
        CHECK(read_page_text(text, {}).test);
    }
    for (const char* text : {"P 1 BR Oefencentrum Proefdam", "P 1 BR Proefpad", "P 1 BR Testbaan 5"}) {
        INFO(text);
        CHECK_FALSE(read_page_text(text, {}).test);
    }
    CHECK(read_page_text("(Intrekken Alarm Brw) P 1 BR", {}).withdrawn);
    CHECK(read_page_text("P 1 intrekken  alarm x", {}).withdrawn);
    CHECK(read_page_text("( Intrekken  Alarm Brw) P 1 BR", {}).withdrawn);
    CHECK(read_page_text("A1 2951 gk Alblasserdam 2951GK", {}).place == "2951 GK");
}

TEST_CASE("a withdrawal is one in all its spellings, and a street of that name is none") {
    for (const char* text : {"(Intrekken) P 1 BRT-02 BR industrie Edisonweg 10 Alblasserdam",
                             "P 1 (intrekken alarm) BR", "Intrekken P 2 BDH-01 OMS", "INTREKKEN ALARM BRW"})
        CHECK(read_page_text(text, {}).withdrawn);
    for (const char* text : {"P 1 BR Intrekkenweg 3", "graag posten voor intrekken vergunning"})
        CHECK_FALSE(read_page_text(text, {}).withdrawn);
}

TEST_CASE("the town stands with its postcode; else the control room's code of it is the place") {
    const auto place = [](const std::string& text) {
        return read_page_text(text, {}).place.value_or("none");
    };
    CHECK(place("A1 AMBU 17144 Dorpsstraat 1 3063AB Rotterdam ROTTDM bon 41234") == "3063 AB Rotterdam");
    CHECK(place("B2 15123 Kerkweg 2611AB Delft") == "2611 AB Delft");
    CHECK(place("A2 Kade 4611 AB Bergen op Zoom Rit: 5521") == "4611 AB Bergen op Zoom");
    CHECK(place("A1 Plein 2511AB 's-Gravenhage 15123") == "2511 AB 's-Gravenhage");
    CHECK(place("A1 12161 Rit 5521 Groene Hilledijk ROTTDM") == "ROTTDM");
    CHECK(place("P 1 BRT-09 Wateroverlast A16 Re 23,4 RIDDKK 175531") == "RIDDKK");
    CHECK(place("A1 Ravellaan DORDRT RITNR: 12345") == "DORDRT");
    CHECK(place("graag posten AMBU 17123") == "none");
    CHECK(place("BRAND WONING KADE") == "none"); // all capitals: nothing tells a code from a word
    CHECK(place("P 1 BDH-04 BR woning Proefpad Voorbeeldstad 155999") == "none");
}

TEST_CASE("a town that is too long is cut between its characters, wherever they fall") {
    for (std::size_t before = 0; before < 4; ++before) {
        std::string name = "D" + std::string(before, 'e');
        for (int i = 0; i < 40; ++i)
            name += "é";
        const auto place = read_page_text("A1 Kade 2611AB " + name, {}).place;
        REQUIRE(place);
        CHECK(utf8_of(*place) == *place);
    }
}

TEST_CASE("ours is what the configuration names: a capcode or a place") {
    P2000Config config;
    config.everything = false;
    config.capcodes = {1420059};
    config.places = {"Alblasserdam"};
    CHECK(page(line("A1 Dordrecht"), config).ours);
    CHECK(page(line("A1 Dordrecht"), config).ours_by == "1420059");
    CHECK_FALSE(page(line("A1 Dordrecht"), {}).ours_by); // everything is ours, by nothing
    CHECK_FALSE(page(line("A1 Dordrecht", "1600/2/K/A", "001420058"), config).ours);
    const auto named = page(line("A1 ALBLASSERDAM", "1600/2/K/A", "001420058"), config);
    CHECK(named.ours);
    CHECK(named.ours_by == "Alblasserdam");
    CHECK(named.place == "Alblasserdam");
    CHECK_FALSE(page(line("A1 Nieuw-Alblasserdamse", "1600/2/K/A", "001420058"), config).ours);
}

TEST_CASE("a place of ours is known whatever the blanks and accents of who writes it") {
    P2000Config config;
    config.everything = false;
    config.places = {"Sint Annaland", "Súdwest-Fryslân"};
    CHECK(page(line("P 1 BR SINT  ANNALAND"), config).ours_by == "Sint Annaland");
    for (const char* text : {"P 1 BR SÚDWEST-FRYSLÂN", "P 1 BR Sudwest-Fryslan",
                             "P 1 BR S\xFA"
                             "dwest-Frysl\xE2n"})
        CHECK(page(line(text), config).ours_by == "Súdwest-Fryslân");
    CHECK_FALSE(page(line("P 1 BR Sint Annalander"), config).ours);
}

TEST_CASE("the configuration file is read, and its errors have a place") {
    const auto file = std::filesystem::temp_directory_path() / "regiekamer-p2000-test.toml";
    const auto load = [&](std::string_view text) {
        std::ofstream(file) << text;
        return load_p2000_config(file);
    };
    const auto good = load("[ours]\ncapcodes = [\"1420059\", 123]\nplaces = [\"Alblasserdam\"]\n");
    REQUIRE(good.has_value());
    CHECK(good->capcodes == std::set<std::int64_t>{123, 1420059});
    const auto complaint = [&](std::string_view text) { return tables::text(load(text).error().at(0)); };
    CHECK_THAT(complaint("[ours]\ncapcode = []\n"), ContainsSubstring(":2:1: found the key \"capcode\""));
    CHECK_THAT(complaint("[ours]\ncapcodes = [\"12x\"]\n"), ContainsSubstring(":2:13: found \"12x\""));
    const auto table = file.parent_path() / "regiekamer-p2000-test.csv";
    std::ofstream(table) << "capcode;omschrijving\n0000124;OvD\n";
    CHECK(load("[ours]\ncapcodes_from = \"regiekamer-p2000-test.csv\"\n")->capcodes ==
          std::set<std::int64_t>{124});
    std::ofstream(table) << "capcode;omschrijving\n12;OvD\nx12;OvD\n";
    CHECK_THAT(complaint("[ours]\ncapcodes_from = \"regiekamer-p2000-test.csv\"\n"),
               ContainsSubstring("regiekamer-p2000-test.csv:3:1: found \"x12\", expected a capcode"));
    std::ofstream(table) << "capcode,naam\n1401230,a\nMonitorcode,b\n,rest\nTotaal,c\n1400001,Monitorcode\n";
    CHECK(load("[ours]\ncapcodes_from = \"regiekamer-p2000-test.csv\"\n")->capcodes ==
          std::set<std::int64_t>{1401230});
    std::ofstream(table) << "capcode,naam\n14.01.230,a\n1401231,b\n"; // perhaps one of ours
    CHECK_THAT(complaint("[ours]\ncapcodes_from = \"regiekamer-p2000-test.csv\"\n"),
               ContainsSubstring("test.csv:2:1: found \"14.01.230\""));
    std::ofstream(table) << "capcode,naam\nAlblasserdam,a\n";
    CHECK_THAT(complaint("[ours]\ncapcodes_from = \"regiekamer-p2000-test.csv\"\n"),
               ContainsSubstring("found no capcode"));
    const auto toml = file.parent_path() / "regiekamer-p2000-test-table.toml";
    std::ofstream(toml) << "[capcodes]\n001401230 = \"Brandweer\"\n1420059 = \"OvD-Bz\"\n";
    CHECK(load("[ours]\ncapcodes_from = \"regiekamer-p2000-test-table.toml\"\n")->capcodes ==
          std::set<std::int64_t>{1401230, 1420059});
    std::filesystem::remove(toml);
    std::filesystem::remove(table);
    CHECK_FALSE(load("[ours]\ncapcodes_from = \"regiekamer-p2000-test.csv\"\n").has_value());
    CHECK_FALSE(load("[ours\n").has_value());
    CHECK_FALSE(load_p2000_config("/no/such/file.toml").has_value());
    std::filesystem::remove(file);
}

TEST_CASE("a capcode below zero is no capcode") {
    for (const char* capcode : {"-5", "-001420058", "001420059 -12345678"})
        CHECK(std::holds_alternative<Problem>(read_p2000_line(line("x", "1600/2/K/A", capcode), {})));
}

TEST_CASE("any bytes give an answer") {
    holds("random lines", [] {
        const auto bytes = any_bytes();
        read_p2000_line(bytes, {});
        read_p2000_line(line(bytes), {});
        read_p2000_line("FLEX: " + bytes, {});
        read_p2000_line("FLEX_NEXT|1600/2|07.041.A|0002029568|SG|5|ALN|" + bytes, {});
        read_p2000_line("{" + bytes, {});
    });
}

} // namespace p2000_line_test
