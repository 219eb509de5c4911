// What a page says between its lines; examples after formats.md §2.
#include "dashboard/words/page_text.hpp"
#include "dashboard/words/page_words.hpp"

#include "tests/support/catch.hpp"

#include <algorithm>

namespace page_words_test {

using namespace regiekamer;
using namespace regiekamer::words;
using Names = std::vector<std::string>;

TEST_CASE("talk group, road and units are read from the text") {
    const std::string fire = "P 1 BDH-04 (Middel BR) BR woning Proefpad Voorbeeldstad 155999 153231";
    CHECK(talkgroup_of(fire) == "BDH-04");
    CHECK(talkgroup_of("p 1 bdh-oto-03 oefening") == "bdh-oto-03");
    CHECK(talkgroup_of("Zuid-Holland contact MKA").empty());
    CHECK(units_of(fire) == Names{"155999", "153231"});
    CHECK(units_of("A1 AMBU 17144 Dorpsstraat 1 3063AB Rotterdam ROTTDM bon 41234") == Names{"17144"});
    CHECK(units_of("Rit: 182131 GMS 181234").empty());
    CHECK(units_of("99123 en 1234 en 1234567").empty());
    CHECK(road_of("P 1 BRT-02 Ongeval wegvervoer A29 Re 97,9 Barendrecht") == "A29 Re 97,9");
    CHECK(road_of("P 2 N214 Papendrecht") == "N214");
    CHECK(road_of("A1 AMBU 17144").empty()); // a priority
    CHECK(road_of("A1 18123 ongeval A15 Li 70,2 Alblasserdam") == "A15 Li 70,2");
}

TEST_CASE("a postcode is shown where the page has a place of ours") {
    using Rows = std::vector<std::pair<std::string, std::string>>;
    PageReceived page;
    page.text = "P 1 BR Dam 1 2951 GA ALBLASSERDAM 184431";
    const auto rows = page_rows(page, {});
    CHECK(std::count(rows.begin(), rows.end(), Rows::value_type("postcode", "2951 GA")) == 1);
    page.place = "2951 GA";
    for (const auto& [name, value] : page_rows(page, {}))
        CHECK(name != "postcode");
}

TEST_CASE("a page without text says that it is a tone, and for whom") {
    PageReceived page;
    page.capcodes = {Capcode("1420059"), Capcode("1400123")};
    CHECK(page_text(page) == "alleen een toon, zonder tekst, voor capcode 1420059, 1400123");
    page.capcodes.resize(6, Capcode("1400124"));
    CHECK(page_text(page) ==
          "alleen een toon, zonder tekst, voor capcode 1420059, 1400123, 1400124 en nog 3");
    page.text = " ";
    page.capcodes.clear();
    CHECK(page_text(page) == "alleen een toon, zonder tekst");
    page.text = "P 1 BR";
    CHECK(page_text(page) == "P 1 BR");
}

TEST_CASE("a stamp that cannot be trusted is marked: far from arrival, or of a clock that was never set") {
    const Instant stamp = *read_instant("2026-03-02T13:07:44Z");
    Recorded fact;
    PageReceived page;
    page.at = stamp;
    page.raw = "FLEX|2026-03-02 13:07:44|1600/2/K/A|05.033|001420059|ALN|A1 Dam";
    const auto mark = [&](Instant time, Instant recorded) {
        fact.message.time = time;
        fact.recorded = recorded;
        return stamp_mark(page, fact);
    };
    const std::string off = " (klok van de ontvanger wijkt af)";
    CHECK(mark(stamp + minutes(5), stamp + hours(1)).empty());
    CHECK(mark(stamp + minutes(6), stamp + minutes(6)) == off);
    CHECK(mark(stamp - minutes(6), stamp - minutes(6)) == off);
    CHECK(mark(stamp + hours(1'000), stamp + minutes(1)).empty()); // a feed in an exercise: two clocks
    for (const char* raw : {"FLEX|1970-01-01 00:00:12|1600/2/K/A|05.033|001420059|ALN|A1 Dam",
                            "ontvanger: FLEX: 1970-01-01 00:00:12 1600/2/A 07.041 [001420059] NUM 0612",
                            R"({"timestamp":"1970-01-01 00:00:12","capcode":1420059})"}) {
        INFO(raw);
        page.raw = raw;
        CHECK(mark(stamp, stamp) == off);
    }
    page.raw = "FLEX_NEXT|1600/2|07.041.A|0002029568|SG|5|ALN|3.0.K|0001420059|A1 1970-01-01";
    CHECK(mark(stamp, stamp).empty()); // a form without a stamp has the arrival
}

TEST_CASE("a % in a line that the decoder printed as a format is marked, others are not") {
    PageReceived page;
    page.raw = "FLEX|2026-03-02 13:07:44|1600/2/K/A|05.033|001420059|ALN|5% gas";
    page.text = "5% gas";
    CHECK(page_rows(page, {}).at(0).first == "let op");
    page.raw = "FLEX_NEXT|1600/2|07.041.A|0002029568|SG|5|ALN|3.0.K|5%% gas";
    CHECK(page_rows(page, {}).empty());
}

TEST_CASE("the region is that of the call number, else what most capcodes hint at") {
    CHECK(region_of_unit("182131") == "Zuid-Holland Zuid");
    CHECK(region_of_unit("25123") == "Flevoland");
    CHECK(region_of_unit("00123").empty());
    CHECK(region_of({Capcode("1420059"), Capcode("1400001"), Capcode("820001")}) ==
          "Rotterdam-Rijnmond of Zuid-Holland Zuid");
    CHECK(region_of({Capcode("1801234"), Capcode("geen")}).empty());
    CHECK(discipline_of(Capcode("820001")) == "ambulance"); // padded: 08, 2
    CHECK(discipline_of(Capcode("1430001")) == "politie");
    CHECK(discipline_of(Capcode("1490001")).empty());
}

TEST_CASE("each capcode says who it is, or what its digits hint at, and a crowd is not written out") {
    PageReceived page;
    page.text = "P 1 BRT-01 OVD-BZ gevraagd Alblasserdam 182191";
    page.capcodes = {Capcode("1420059"), Capcode("1400001")};
    const auto rows = page_rows(page, {{1'420'059, "OvD-Bz Alblasserdam"}});
    const auto value = [&](const std::string& name) {
        const auto row =
            std::find_if(rows.begin(), rows.end(), [&](const auto& one) { return one.first == name; });
        return row == rows.end() ? std::string("-") : row->second;
    };
    CHECK(value("gespreksgroep") == "BRT-01");
    CHECK(value("eenheden") == "182191");
    CHECK(value("regio") == "Zuid-Holland Zuid");
    CHECK(value("weg") == "-");
    CHECK(value("capcode 1420059") == "OvD-Bz Alblasserdam");
    CHECK(value("capcode 1400001") ==
          "niet in een tabel; lijkt brandweer of gemeente, Rotterdam-Rijnmond of Zuid-Holland Zuid");
    page.capcodes.assign(30, Capcode("1400001"));
    CHECK(page_rows(page, {}).back().second == "en nog 18");
    page.text.assign(8'000, 'A');
    CHECK_NOTHROW(page_rows(page, {}));
}

} // namespace page_words_test
