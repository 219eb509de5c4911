// What documents of water services become. Stations and values are invented.
#include "messaging/feeds/water/water_reader.hpp"

#include "messaging/codec/codec.hpp"
#include "messaging/feeds/water/water_series.hpp"
#include "tests/support/folder.hpp"
#include "tests/support/property.hpp"

#include <fmt/format.h>
#include <fstream>
#include <map>

namespace water_test {

using namespace regiekamer;
using namespace regiekamer::feeds;

namespace {

const Instant arrival = *read_instant("2026-07-01T12:00:00Z");

std::string new_value(const std::string& at, const std::string& value,
                      const std::string& quality = "\"00\"") {
    return fmt::format(R"({{"Tijdstip":"{}","Meetwaarde":{{"Waarde_Numeriek":{}}},)"
                       R"("WaarnemingMetadata":{{"Kwaliteitswaardecode":{}}}}})",
                       at, value, quality);
}

struct List {
    std::string values;
    std::string code = "proefsluis", kind = "meting", group = "", datum = "NAP", quantity = "WATHTE";
};
std::string new_list(const List& list) {
    return fmt::format(R"({{"Locatie":{{"Code":"{}","Naam":"{}","Lat":51.8,"Lon":4.6}},)"
                       R"("AquoMetadata":{{"Grootheid":{{"Code":"{}"}},"Eenheid":{{"Code":"cm"}},)"
                       R"("Hoedanigheid":{{"Code":"{}"}},"ProcesType":"{}","Groepering":{{"Code":"{}"}}}},)"
                       R"("MetingenLijst":[{}]}})",
                       list.code, list.code == "proefsluis" ? "Proefsluis" : list.code, list.quantity,
                       list.datum, list.kind, list.group, list.values);
}
std::string document(const std::string& lists) {
    return R"({"Succesvol":true,"WaarnemingenLijst":[)" + lists + "]}";
}

template <class T>
std::vector<T> all(const Became& became) {
    std::vector<T> found;
    for (const auto& said : became.said)
        if (const auto* body = std::get_if<T>(&said.body)) found.push_back(*body);
    return found;
}

Became read(const std::string& text, WaterConfig config = {}) {
    const auto became = water_reader(std::move(config), Mode::actual)(text, arrival);
    for (const auto& said : became.said) {
        Message message;
        message.id = said.id.empty() ? "nieuw" : said.id;
        message.source = "proef";
        message.time = said.time.value_or(arrival);
        message.body = said.body;
        REQUIRE(codec::decode(codec::encode(message)));
    }
    return became;
}

std::vector<MeasurementTaken> measured(const std::string& values) {
    return all<MeasurementTaken>(read(document(new_list({values}))));
}

bool remarked(const Became& became, const std::string& text) {
    for (const auto& remark : became.remarks)
        if (remark.find(text) != std::string::npos) return true;
    return false;
}

std::string reason(const Became& became) {
    return became.aside.empty() ? "" : became.aside[0].reason;
}

} // namespace

TEST_CASE("the example of the new service: levels at their instant, with the fixed winter offset") {
    const auto became = read(document(new_list({new_value("2026-07-01T09:10:00.000+01:00", "-12.0")})));
    const auto levels = all<MeasurementTaken>(became);
    REQUIRE(levels.size() == 1);
    CHECK(levels[0] == MeasurementTaken{"Proefsluis", "waterstand", "cm NAP",
                                        *read_instant("2026-07-01T08:10:00Z"), -12, Quality::goed});
    const auto stations = all<StationDescribed>(became);
    REQUIRE(stations.size() == 1);
    CHECK(stations[0] == StationDescribed{"Proefsluis", "Proefsluis", {51.8, 4.6}, "NAP"});
    CHECK(became.said.back().time == levels[0].at);
}

TEST_CASE("the old service: lists of one, positions in UTM, its own names for tide and forecast") {
    const std::string old =
        R"({"Succesvol":true,"WaarnemingenLijst":[{"Locatie":{"Code":"PROEF","Naam":"Proef","X":588500.0,"Y":5741800.0,)"
        R"("Coordinatenstelsel":"25831"},"AquoMetadata":{"Grootheid":{"Code":"WATHTEVERWACHT"},"Eenheid":{"Code":"cm"},)"
        R"("Hoedanigheid":{"Code":"NAP"},"Groepering":{"Code":"NVT"}},"MetingenLijst":[{"Tijdstip":"2026-07-01T19:10:00.000+01:00",)"
        R"("Meetwaarde":{"Waarde_Numeriek":120},"WaarnemingMetadata":{"KwaliteitswaardecodeLijst":["25"],"StatuswaardeLijst":["Ongecontroleerd"]}}]}]})";
    const auto became = read(old);
    const auto forecasts = all<ForecastIssued>(became);
    REQUIRE(forecasts.size() == 1);
    CHECK(forecasts[0].quantity == Quantity("waterstand"));
    CHECK(forecasts[0].issued == arrival);
    CHECK(forecasts[0].points.at(0).value == 120);
    const auto station = all<StationDescribed>(became).at(0);
    CHECK(station.point.lat == Approx(51.82).margin(0.02));
    CHECK(station.point.lon == Approx(4.28).margin(0.02));
}

TEST_CASE("UTM 31N comes out where it should") {
    // The central meridian at the equator's distance of 52 degrees, and a point of GRS80 tables.
    const auto centre = of_utm31(500'000, 5'761'038.212);
    REQUIRE(centre);
    CHECK(centre->lat == Approx(52).margin(0.0001));
    CHECK(centre->lon == Approx(3).margin(1e-9));
    CHECK_FALSE(of_utm31(0, 0));
    CHECK_FALSE(of_utm31(-999999999, 5'700'000));
}

TEST_CASE("quality is what the code says, and a gap whatever the value") {
    const auto quality = [](const std::string& value, const std::string& code) {
        const auto levels = measured(new_value("2026-07-01T09:10:00.000+01:00", value, code));
        REQUIRE(levels.size() == 1);
        return levels[0].quality;
    };
    CHECK(quality("10", "\"00\"") == Quality::goed);
    for (const std::string code : {"\"10\"", "\"25\"", "\"50\"", "null", "\"wat\""})
        CHECK(quality("10", code) == Quality::twijfel);
    CHECK(quality("999999999", "\"99\"") == Quality::gat);
    CHECK(quality("0.0", "\"99\"") == Quality::gat);
    CHECK(quality("999999999", "\"00\"") == Quality::gat);
    CHECK(quality("null", "\"00\"") == Quality::gat);
}

TEST_CASE(
    "unsorted, repeated and split lists are one series in order; other values at one instant are doubt") {
    const std::string ten = new_value("2026-07-01T10:00:00.000+01:00", "10"),
                      nine = new_value("2026-07-01T09:00:00.000+01:00", "9"),
                      otherwise = new_value("2026-07-01T10:00:00.000+01:00", "14"),
                      gap = new_value("2026-07-01T09:00:00.000+01:00", "0", "\"99\"");
    const auto became =
        read(document(new_list({ten + "," + nine + "," + ten}) + "," + new_list({otherwise + "," + gap})));
    const auto levels = all<MeasurementTaken>(became);
    REQUIRE(levels.size() == 2);
    CHECK(levels[0].value == 9);
    CHECK(levels[0].quality == Quality::goed);
    CHECK(levels[1].value == 14);
    CHECK(levels[1].quality == Quality::twijfel);
    REQUIRE(became.aside.size() == 1); // who looks at the feed sees both
    CHECK(became.aside[0].reason == "two values at one instant");
    CHECK_THAT(became.aside[0].sample, ContainsSubstring("Proefsluis waterstand 2026-07-01T09:00:00"));
    CHECK_THAT(became.aside[0].sample, ContainsSubstring(": 10 and 14"));
}

TEST_CASE("a value that stands there twice does not settle a dispute") {
    const auto at = [](const char* value) { return new_value("2026-07-01T09:00:00+01:00", value); };
    for (const auto& values :
         {at("0") + "," + at("0") + "," + at("-1"), at("-1") + "," + at("0") + "," + at("0")}) {
        const auto levels = measured(values);
        CHECK(levels.at(0).value == 0);
        CHECK(levels.at(0).quality == Quality::twijfel);
    }
}

TEST_CASE("whatever the order of the values, the same is said") {
    holds("order", [] {
        auto values = any_pairs();
        const auto text = [&] {
            std::string list;
            for (const auto& [minute, value] : values)
                list += (list.empty() ? "" : ",") +
                        new_value(fmt::format("2026-07-01T09:{:02}:00+01:00", minute % 60),
                                  std::to_string(value % 1000));
            return document(new_list({list}));
        };
        const auto forward = all<MeasurementTaken>(read(text()));
        std::reverse(values.begin(), values.end());
        MUST(all<MeasurementTaken>(read(text())) == forward);
    });
}

TEST_CASE("a dead series is no news, a measurement of the future is none, a forecast may be of it") {
    const auto dead = read(document(new_list({new_value("1887-07-01T09:00:00.000+01:00", "3")})));
    CHECK(all<MeasurementTaken>(dead).empty());
    CHECK(dead.aside.empty()); // nothing is wrong with it: the gauge ended
    CHECK(remarked(dead, "values of before 2000"));
    CHECK(reason(read(document(new_list({new_value("gisteren", "3")})))) ==
          "a value without a readable time");
    const auto old = read(document(new_list({new_value("2026-06-29T09:00:00.000+01:00", "3")})));
    CHECK(old.said.empty());
    CHECK(remarked(old, "older than 48 h: Proefsluis waterstand"));
    const std::string ahead = new_value("2026-07-01T18:00:00.000+01:00", "3");
    const auto future = read(document(new_list({ahead})));
    CHECK(all<MeasurementTaken>(future).empty());
    CHECK(reason(future) == "measured in the future");
    const auto forecast = read(document(new_list({ahead, "proefsluis", "verwachting"})));
    CHECK(all<ForecastIssued>(forecast).size() == 1);
    const auto tide = read(document(new_list({ahead, "proefsluis", "astronomisch"})));
    CHECK(all<ForecastIssued>(tide).at(0).quantity == Quantity("astronomisch getij"));
    WaterConfig replay;
    replay.back = hours(0);
    CHECK(all<MeasurementTaken>(read(document(new_list({ahead})), replay)).size() == 1);
}

TEST_CASE("other datums say so, extremes are left out, a flow has its own unit") {
    const std::string one = new_value("2026-07-01T09:00:00+01:00", "3");
    CHECK(all<MeasurementTaken>(read(document(new_list({one, "p", "meting", "", "TAW"})))).at(0).unit ==
          Unit("cm TAW"));
    CHECK(read(document(new_list({one, "p", "meting", "GETETM2"}))).said.empty());
    CHECK(water_unit("afvoer", "m3/s", "NVT") == Unit("m³/s"));
    CHECK(water_quantity("Q") == Quantity("afvoer"));
}

TEST_CASE("the same values again are quiet, a correction is news under another id") {
    const auto reader = water_reader({}, Mode::actual);
    const auto once =
        reader(document(new_list({new_value("2026-07-01T09:00:00+01:00", "3", "null")})), arrival);
    CHECK(all<MeasurementTaken>(once).size() == 1);
    CHECK(reader(document(new_list({new_value("2026-07-01T09:00:00+01:00", "3", "null")})), arrival)
              .said.empty());
    const auto corrected = reader(document(new_list({new_value("2026-07-01T09:00:00+01:00", "3")})), arrival);
    REQUIRE(corrected.said.size() == 1);
    CHECK(corrected.said[0].id != once.said.back().id);
}

TEST_CASE("a forecast that only moved on with the clock is not said again; another is") {
    const auto reader = water_reader({}, Mode::actual);
    const auto forecast = [&](int from, int until, int level) {
        std::string values;
        for (int minute = from; minute <= until; minute += 10)
            values += (values.empty() ? "" : ",") +
                      new_value(fmt::format("2026-07-01T{:02}:{:02}:00+01:00", 13 + minute / 60, minute % 60),
                                std::to_string(level + minute));
        return all<ForecastIssued>(
                   reader(document(new_list({values, "p", "verwachting"})), arrival + minutes(from)))
            .size();
    };
    CHECK(forecast(0, 300, 100) == 1);
    CHECK(forecast(10, 310, 100) == 0);
    CHECK(forecast(20, 500, 100) == 1); // three hours more
    CHECK(forecast(30, 500, 101) == 1);
}

TEST_CASE("stations are named as here, with their thresholds said once") {
    const Folder folder;
    const auto file = folder / "water.toml";
    const auto load = [&](const std::string& text) {
        std::ofstream(file) << text;
        return load_water_config(file);
    };
    const auto config =
        load("[water]\n[[water.station]]\nname = \"Dordrecht\"\ncodes = [\"proefsluis\", \"PROEF\"]\n"
             "lat = 51.8195\nlon = 4.6707\n[[water.station.threshold]]\nvalue = 200\n"
             "meaning = \"actiecentrum bezet\"\nseverity = \"alarm\"\n");
    REQUIRE(config);
    const auto reader = water_reader(*config, Mode::actual);
    const std::string one = new_value("2026-07-01T09:00:00+01:00", "3");
    const auto became = reader(document(new_list({one}) + "," + new_list({one, "elders"})), arrival);
    CHECK(all<MeasurementTaken>(became).size() == 1);
    CHECK(all<MeasurementTaken>(became)[0].station == Station("Dordrecht"));
    CHECK(all<StationDescribed>(became).at(0).point == Position{51.8195, 4.6707});
    CHECK(all<ThresholdSet>(became) ==
          std::vector<ThresholdSet>{
              {"Dordrecht", "waterstand", "cm NAP", 200, "actiecentrum bezet", ThresholdSeverity::alarm}});
    CHECK(remarked(became, "stations that stand not in the table"));
    CHECK(all<ThresholdSet>(reader(document(new_list({one})), arrival)).empty());
    // Another source with the same table, which has not that station, says nothing of it.
    const auto other = water_reader(*config, Mode::actual);
    CHECK(all<ThresholdSet>(other(document(new_list({one, "elders"})), arrival)).empty());
    CHECK(all<ThresholdSet>(other(R"({"Succesvol":false})", arrival)).empty());

    CHECK(tables::text(load("[water]\n[[water.station]]\nname = \"A\"\n[[water.station.threshold]]\nvalue = "
                            "1\nmeaning = \"m\"\nseverity = \"alram\"\n")
                           .error()
                           .at(0))
              .find("water.toml:7:12: found \"alram\", expected aandacht or alarm") != std::string::npos);
    CHECK(load("[water]\n[[water.station]]\nname = \"A\"\ncodes = [\"x\"]\n[[water.station]]\nname = "
               "\"B\"\ncodes = [\"X\"]\n")
              .error()
              .size() == 1);
    CHECK(load("[water]\nhours_back = -1\n").error().size() == 1);
    CHECK(load("[water]\n[[water.station]]\nname = \"A\"\nlat = 1\n").error().size() == 1);
}

TEST_CASE("a level that is corrected and corrected back is said each time, also after a restart") {
    const auto level = [](const char* value) {
        return document(new_list({new_value("2026-07-01T09:00:00+01:00", value)}));
    };
    std::vector<Message> told;
    const auto take = [&](const Reader& reader, const char* value) {
        for (const auto& said : reader(level(value), arrival).said) {
            Message message;
            message.id = said.id.empty() ? "nieuw" : said.id;
            message.source = "feed/proef";
            message.time = arrival;
            message.body = said.body;
            told.push_back(message);
        }
    };
    const auto values = [&] {
        std::map<std::string, double> by_id; // as a hub takes them: an id once
        std::vector<double> all;
        for (const auto& message : told)
            if (const auto* taken = std::get_if<MeasurementTaken>(&message.body))
                if (by_id.emplace(message.id, *taken->value).second) all.push_back(*taken->value);
        return all;
    };
    const auto reader = water_reader({}, Mode::actual);
    for (const char* value : {"205", "150", "205", "205", "150"})
        take(reader, value);
    CHECK(values() == std::vector<double>{205, 150, 205, 150});
    const auto restarted = water_reader({}, Mode::actual);
    for (const auto& message : std::vector(told))
        restarted.recall(message);
    for (const char* value : {"150", "205", "150"})
        take(restarted, value);
    CHECK(values() == std::vector<double>{205, 150, 205, 150, 205, 150});
    // The same history gives the same ids.
    const auto other = water_reader({}, Mode::actual);
    const auto before = told.size();
    for (const char* value : {"205", "150", "205", "150", "205", "150"})
        take(other, value);
    CHECK(told.size() == before + 7); // with the station's description
    CHECK(values().size() == 6);
}

TEST_CASE("a level in metres is in centimetres here, where the thresholds are") {
    auto text = document(new_list({new_value("2026-07-01T09:00:00+01:00", "2.05")}));
    text.replace(text.find(R"("Code":"cm")"), 11, R"("Code":"m")");
    const auto levels = all<MeasurementTaken>(read(text));
    REQUIRE(levels.size() == 1);
    CHECK(levels[0].unit == Unit("cm NAP"));
    CHECK(levels[0].value == 205.0);
    // Waves are in what they are in.
    auto waves =
        document(new_list({new_value("2026-07-01T09:00:00+01:00", "2.05"), "p", "meting", "", "NVT", "Hm0"}));
    waves.replace(waves.find(R"("Code":"cm")"), 11, R"("Code":"m")");
    CHECK(all<MeasurementTaken>(read(waves)).at(0).value == 2.05);
    CHECK(all<MeasurementTaken>(read(waves)).at(0).unit == Unit("m"));
}

TEST_CASE("a threshold that was changed in the table, and changed back, is set again each time") {
    const auto config = [](double value) {
        WaterConfig made;
        made.others = false;
        made.stations.push_back({"Dordrecht",
                                 std::nullopt,
                                 {{"Dordrecht", "waterstand", "cm NAP", value, "voorwaarschuwing",
                                   ThresholdSeverity::aandacht}}});
        made.by_code = {{"proefsluis", 0}, {"dordrecht", 0}};
        return made;
    };
    std::vector<double> set;
    std::vector<Message> told;
    for (const double value : {18.0, 180.0, 180.0, 18.0}) {
        const auto reader = water_reader(config(value), Mode::actual);
        for (const auto& message : told)
            reader.recall(message);
        const auto became =
            reader(document(new_list({new_value("2026-07-01T09:00:00+01:00", "3")})), arrival);
        for (const auto& threshold : all<ThresholdSet>(became)) {
            set.push_back(threshold.value);
            Message message;
            message.body = threshold;
            told.push_back(message);
        }
    }
    CHECK(set == std::vector<double>{18, 180, 18});
    CHECK(read_water_config("[water]\n[[water.station]]\nname = \"A\"\nthreshold = [{ value = 1, meaning = "
                            "\"m\", severity = \"alarm\" }, { value = 2, meaning = \"m\", severity = "
                            "\"alarm\" }]\n",
                            "water.toml")
              .error()
              .size() == 1);
}

TEST_CASE("no data is no fault; a refusal, HTML and half a document are") {
    CHECK(read("").aside.empty());
    const auto none = read(R"({"Succesvol":false,"Foutmelding":"Geen gegevens gevonden!"})");
    CHECK(none.aside.empty());
    CHECK(remarked(none, "Geen gegevens gevonden!"));
    CHECK(reason(read(R"({"Foutmelding":"Het maximaal aantal waarden (160000) is overschreden."})")) ==
          "the source refused the question");
    CHECK(reason(read("<html>storing</html>")) == "HTML or XML instead of data");
    CHECK(reason(read("{}")) == "JSON without a WaarnemingenLijst");
    CHECK(reason(read(document("{}"))) == "a series without location, quantity or unit");
    const std::string whole = document(new_list({new_value("2026-07-01T09:00:00+01:00", "3")}));
    for (std::size_t size = 1; size < whole.size(); ++size) {
        const auto became = read(whole.substr(0, size));
        CHECK((became.said.empty() && became.aside.size() == 1));
    }
    CHECK(reason(read(std::string(4'000'001, ' ') + "{}")) == "more than 4 MB");
    std::string many;
    for (int count = 0; count < 31'000; ++count)
        many += (many.empty() ? "" : ",") + std::string(R"({"Tijdstip":"2026-07-01T09:00:00Z"})");
    CHECK(reason(read(document(new_list({many})))) == "more than 30,000 values");
}

TEST_CASE("Waterinfo's export: lines that end in CR only, decimal commas, winter time, stray spaces") {
    WaterConfig config;
    config.back = hours(0);
    const std::string header =
        "MEETPUNT_IDENTIFICATIE;LOCATIE_CODE;GROOTHEID_OMSCHRIJVING;GROOTHEID_ "
        "CODE;EENHEID_CODE;HOEDANIGHEID_CODE;"
        "WAARNEMINGDATUM;WAARNEMINGTIJD (MET/CET);NUMERIEKEWAARDE;KWALITEITSOORDEEL_CODE\r";
    const auto became = read(
        header + "Proef  sluis ;PROEF;Waterhoogte;WATHTE;cm;NAP;7-5-2020;14:10:00;-12,5;Normale waarde\r"
                 "Proef  sluis ;PROEF;Waterhoogte;WATHTE;cm;NAP;07-05-2020;14:20:00;999999999;Hiaat waarde\r"
                 "Proef  sluis ;PROEF;Waterhoogte;WATHTE;cm;NAP;32-05-2020;14:20:00;1;Normale waarde\r",
        config);
    const auto levels = all<MeasurementTaken>(became);
    REQUIRE(levels.size() == 2);
    CHECK(levels[0].at == *read_instant("2020-05-07T13:10:00Z"));
    CHECK(levels[0].value == -12.5);
    CHECK(levels[0].unit == Unit("cm NAP"));
    CHECK(levels[0].quality == Quality::goed);
    CHECK(levels[1].quality == Quality::gat);
    CHECK(reason(became) == "a row without a readable time");
    CHECK(became.aside[0].sample.find("line 4") == 0);
    CHECK(station_key("Proef  sluis ") == station_key("proef sluis"));
}

TEST_CASE("a high water among the values of Waterinfo's export is none of them, as in the JSON") {
    const std::string header =
        "LOCATIE_CODE;GROOTHEID_CODE;EENHEID_CODE;HOEDANIGHEID_CODE;WAARNEMINGDATUM;WAARNEMINGTIJD;"
        "NUMERIEKEWAARDE;KWALITEITSOORDEEL_CODE;GROEPERING_OMSCHRIJVING;GROEPERING_CODE\n";
    const auto row = [](const char* clock, const char* value, const char* group) {
        return fmt::format("PROEF;WATHTE;cm;NAP;1-7-2026;{};{};Normale waarde;;{}\n", clock, value, group);
    };
    const auto became = read(header + row("12:00:00", "181,5", "") + row("12:10:00", "244", "GETETM2") +
                             row("12:20:00", "179", "NVT"));
    std::vector<double> values;
    for (const auto& one : all<MeasurementTaken>(became))
        values.push_back(one.value.value_or(0));
    CHECK(values == std::vector<double>{181.5, 179});
    CHECK(remarked(became, "extremes"));
    CHECK(became.aside.empty());
}

TEST_CASE("bytes that are no text become some, also U+0000: a hub takes what is said") {
    WaterConfig config;
    config.back = hours(0);
    using namespace std::string_literals;
    const auto became = read("Datum;Tijd;Parameter;Locatie;Meting;Verwachting;Eenheid\n"
                             "7-5-2020;14:10:00;Waterhoogte;Fr\xE2ns\0luis;85;;cm\n"s,
                             config);
    CHECK(all<MeasurementTaken>(became).at(0).station == Station("Frâns\uFFFDluis"));
}

TEST_CASE("a million torn rows are refused before they are read") {
    std::string torn = "Datum;Tijd;Locatie\n";
    for (int row = 0; row < 1'000'000; ++row)
        torn += "\"a\n";
    CHECK(reason(read(torn)) == "more than 30,000 values");
}

TEST_CASE("Waterinfo's graph: measured and expected side by side") {
    WaterConfig config;
    config.back = hours(0);
    const auto became = read("Datum;Tijd;Parameter;Locatie;Meting;Verwachting;Eenheid\r\n"
                             "7-5-2020;14:10:00;Waterhoogte;Proefsluis;85;90;cm\r\n"
                             "7-5-2020;14:20:00;Waterhoogte;Proefsluis;;91,5;cm\r\n",
                             config);
    CHECK(all<MeasurementTaken>(became).size() == 1);
    CHECK(all<ForecastIssued>(became).at(0).points.size() == 2);
    CHECK(all<ForecastIssued>(became)[0].unit == Unit("cm NAP"));
    CHECK(reason(read("a;b\r\n1;2\r\n")) == "a table without Waterinfo's columns");
}

TEST_CASE("the example of a configuration is one") {
    const auto example = load_water_config(REGIEKAMER_SOURCE_DIR "/assets/water.toml");
    REQUIRE(example);
    CHECK(example->find("DORDT")->thresholds.size() == 5);
}

} // namespace water_test
