// What documents about the weather become. Reports, alerts and stations are invented.
#include "messaging/feeds/weather/weather_reader.hpp"

#include "messaging/codec/codec.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/folder.hpp"

#include <fmt/format.h>
#include <fstream>
#include <set>
#include <vector>

namespace weather_test {

using namespace regiekamer;
using namespace regiekamer::feeds;

namespace {

const Instant arrival = *read_instant("2026-07-01T12:00:00Z");

template <class T>
std::vector<T> all(const Became& became) {
    std::vector<T> found;
    for (const auto& said : became.said) {
        Message message;
        message.id = said.id.empty() ? "nieuw" : said.id;
        message.source = "proef";
        message.time = said.time.value_or(arrival);
        message.body = said.body;
        REQUIRE(codec::decode(codec::encode(message)));
        if (const auto* body = std::get_if<T>(&said.body)) found.push_back(*body);
    }
    return found;
}

std::string reason(const Became& became) {
    return became.aside.empty() ? "" : became.aside[0].reason;
}

struct Hour {
    int hour;                 ///< UTC
    std::string south, north; ///< the status of wind in ZH and GR
};

std::string report_of(const std::string& at, const std::vector<Hour>& hours_of) {
    std::string slices;
    for (const auto& one : hours_of) {
        slices += fmt::format("<timeslice><timeslice_id>2026-07-01T{:02}:00:00+00:00</timeslice_id>"
                              "<phenomenon><phenomenon_id>wind</phenomenon_id>",
                              one.hour);
        for (const auto& [province, colour] : {std::pair("ZH", one.south), std::pair("GR", one.north)})
            slices +=
                fmt::format("<location><location_id>{}</location_id><location_warning_status>{}"
                            "</location_warning_status><text><text_data>{}</text_data></text></location>",
                            province, colour, colour != "0" ? "Tot 80 km/h." : "");
        slices += "</phenomenon></timeslice>";
    }
    return "<report><metadata><report_created>" + at + "</report_created></metadata><data><cube>" + slices +
           "</cube></data></report>";
}

/// Two hours of wind in two provinces.
std::string report(const std::string& at, int south_first, int south_second, int north) {
    const auto text = [](int colour) { return std::to_string(colour); };
    return report_of(at, {{13, text(south_first), text(north)}, {14, text(south_second), text(north)}});
}

/// Only ZH, hour by hour: "x" is an hour that cannot be read.
std::string south(const std::string& at, int from, const std::string& colours) {
    std::vector<Hour> hours_of;
    for (const char colour : colours)
        hours_of.push_back({from++, std::string(1, colour), "0"});
    return report_of(at, hours_of);
}

/// "Alert geel 13-15": what is said of a report.
std::vector<std::string> told(const Reader& reader, const std::string& report) {
    std::vector<std::string> lines;
    for (const auto& one : all<WarningReceived>(reader(report, arrival))) {
        if (one.msg_type == "Cancel") {
            lines.push_back("Cancel " + one.identifier.substr(one.identifier.find('/') + 1));
            continue;
        }
        const auto colour = one.headline->substr(5, one.headline->find(':') - 5);
        lines.push_back(fmt::format("{} {} {}-{}", one.msg_type, colour, to_text(*one.onset).substr(11, 2),
                                    to_text(*one.expires).substr(11, 2)));
    }
    return lines;
}
using Lines = std::vector<std::string>;

const std::string hours_text = "# STN         LON(east)   LAT(north)  ALT(m)      NAME\n"
                               "# 344         4.447       51.962      -4.80       PROEF VELD\n"
                               "# FH        : Uurgemiddelde windsnelheid (in 0.1 m/s)\n"
                               "# STN,YYYYMMDD,   HH,   DD,   FH,   FF,   FX,    T,   RH,    P\n"
                               "  344,20260630,   24,  220,   50,   60,  110,  178,   -1,10132\n"
                               "  344,20260701,    1,  990,    0,    0,   20,     ,   12,10130\n";

} // namespace

TEST_CASE("a station whose name is bytes without letters has a name that a hub takes") {
    auto text = hours_text;
    text.replace(text.find("PROEF VELD"), std::string_view("PROEF VELD").size(), std::string(98, '\x01'));
    const auto described = all<StationDescribed>(weather_reader({}, Mode::actual)(text, arrival));
    REQUIRE(described.size() == 1);
    CHECK(described[0].name.size() <= 100);
}

TEST_CASE("a colour over some hours is one warning of a province, and its end is a Cancel") {
    WeatherConfig config;
    config.provinces = {"ZH"};
    const auto reader = weather_reader(config, Mode::actual);
    const auto first = all<WarningReceived>(reader(report("2026-07-01T11:00:00+00:00", 2, 2, 3), arrival));
    REQUIRE(first.size() == 1);
    CHECK(first[0].headline == "Code oranje: windstoten in Zuid-Holland");
    CHECK(first[0].severity == "Severe");
    CHECK(first[0].onset == *read_instant("2026-07-01T13:00:00Z"));
    CHECK(first[0].expires == *read_instant("2026-07-01T15:00:00Z"));
    CHECK(first[0].description == "Tot 80 km/h.");
    CHECK(first[0].areas.at(0).geocodes.at(0) == "KNMI=ZH");
    CHECK(reader(report("2026-07-01T11:10:00+00:00", 2, 2, 0), arrival).said.empty());
    const auto changed = all<WarningReceived>(reader(report("2026-07-01T11:20:00+00:00", 1, 1, 0), arrival));
    CHECK(changed.at(0).msg_type == "Update");
    CHECK(changed[0].identifier == first[0].identifier);
    CHECK(changed[0].sent > first[0].sent);
    const auto over = all<WarningReceived>(reader(report("2026-07-01T11:30:00+00:00", 0, 0, 0), arrival));
    CHECK(over.at(0).msg_type == "Cancel");
    CHECK(over[0].identifier == first[0].identifier);
    CHECK(reader(report("2026-07-01T11:40:00+00:00", 0, 0, 0), arrival).said.empty());
    CHECK(reason(reader(report("2026-07-01T11:00:00+00:00", 1, 2, 3), arrival)) ==
          "a report older than the one before");
}

TEST_CASE(
    "hours of one colour are one warning: a red hour makes no yellow one red, nor one without a colour") {
    const auto reader = weather_reader({}, Mode::actual);
    CHECK(told(reader, south("2026-07-01T06:00:00Z", 7, "011000000030")) ==
          Lines{"Alert geel 08-10", "Alert rood 17-18"});
    // The hours that pass are no news: neither the yellow ones nor what they said.
    CHECK(told(reader, south("2026-07-01T09:05:00Z", 9, "1000000030")).empty());
    CHECK(told(reader, south("2026-07-01T10:05:00Z", 10, "000000030")).empty());
    // What a later report says otherwise is: of each its own, under its own identifier.
    CHECK(told(reader, south("2026-07-01T10:15:00Z", 10, "000001330")) ==
          Lines{"Alert geel 15-16", "Update rood 16-18"});
    CHECK(told(reader, south("2026-07-01T10:25:00Z", 10, "000000220")) ==
          Lines{"Update oranje 16-18", "Cancel 2026-07-01T15"});
    CHECK(told(reader, south("2026-07-01T10:35:00Z", 10, "000000020")) == Lines{"Update oranje 17-18"});
    CHECK(told(reader, south("2026-07-01T10:45:00Z", 10, "000000000")) == Lines{"Cancel 2026-07-01T17"});
}

TEST_CASE("a warning that runs keeps its begin, and one that begins in an hour of another has its own name") {
    const auto reader = weather_reader({}, Mode::actual);
    CHECK(told(reader, south("2026-07-01T06:00:00Z", 7, "2220")) == Lines{"Alert oranje 07-10"});
    CHECK(told(reader, south("2026-07-01T08:05:00Z", 8, "2220")) == Lines{"Update oranje 07-11"});
    CHECK(told(reader, south("2026-07-01T08:15:00Z", 8, "3320")) ==
          Lines{"Alert rood 08-10", "Update oranje 10-11"});
    // Yellow comes where orange was to begin at first.
    std::set<std::string> names;
    for (const auto& one : all<WarningReceived>(reader(south("2026-07-01T08:25:00Z", 7, "1330"), arrival)))
        names.insert(one.identifier);
    CHECK(names.contains("KNMI-48u-ZH-wind/2026-07-01T07-2"));
}

TEST_CASE("a reader that was restarted knows which warnings of KNMI stand") {
    const auto reader = weather_reader({}, Mode::actual), restarted = weather_reader({}, Mode::actual);
    for (const auto& at :
         {south("2026-07-01T06:00:00Z", 7, "011000030"), south("2026-07-01T06:10:00Z", 7, "011000022")})
        for (const auto& said : reader(at, arrival).said) {
            Message message;
            message.id = said.id;
            message.body = said.body;
            restarted.recall(message);
        }
    CHECK(told(restarted, south("2026-07-01T06:20:00Z", 7, "011000022")).empty());
    CHECK(told(restarted, south("2026-07-01T06:30:00Z", 7, "000000022")) == Lines{"Cancel 2026-07-01T08"});
}

TEST_CASE("an hour that cannot be read takes no warning back, and keeps no worse one from being said") {
    const auto reader = weather_reader({}, Mode::actual);
    CHECK(told(reader, south("2026-07-01T11:00:00Z", 13, "320")) ==
          Lines{"Alert rood 13-14", "Alert oranje 14-15"});
    // Of the first hour nothing is known, the second says no more.
    for (const auto* colours : {"x00", "x10", "x20", "3x0"}) {
        const auto became = reader(south("2026-07-01T11:10:00Z", 13, colours), arrival);
        CHECK(became.said.empty());
        CHECK(reason(became) == "unreadable location_warning_status");
    }
    auto timeless = south("2026-07-01T11:15:00Z", 13, "300");
    const std::string hour = "<timeslice_id>2026-07-01T13:00:00+00:00<";
    timeless.replace(timeless.find(hour), hour.size(), "<timeslice_id>straks<");
    const auto became = reader(timeless, arrival);
    CHECK(became.said.empty());
    CHECK(reason(became) == "an hour without a readable time");
    // A worse hour is said, beside what stands or as more of it; once.
    CHECK(told(reader, south("2026-07-01T11:20:00Z", 13, "x30")) == Lines{"Update rood 13-15"});
    CHECK(told(reader, south("2026-07-01T11:20:00Z", 13, "x30")).empty());
    CHECK(told(reader, south("2026-07-01T11:22:00Z", 13, "x001")) == Lines{"Alert geel 16-17"});
    // A report that is whole says what there is.
    CHECK(told(reader, south("2026-07-01T11:25:00Z", 13, "110")) ==
          Lines{"Update geel 13-15", "Cancel 2026-07-01T14", "Cancel 2026-07-01T16"});
    CHECK(told(reader, south("2026-07-01T11:30:00Z", 13, "x20")) == Lines{"Alert oranje 14-15"});
    CHECK(told(reader, south("2026-07-01T11:40:00Z", 13, "000")) ==
          Lines{"Cancel 2026-07-01T13", "Cancel 2026-07-01T14"});
}

TEST_CASE("KNMI's phenomena have Dutch names") {
    for (const auto& [theirs, ours] : {std::pair("heatstress", "hitte"), std::pair("gust", "windstoten"),
                                       std::pair("waterspout", "waterhozen")}) {
        auto text = south("2026-07-01T11:00:00Z", 13, "1");
        text.replace(text.find(">wind<"), 6, fmt::format(">{}<", theirs));
        const auto said = all<WarningReceived>(weather_reader({}, Mode::actual)(text, arrival));
        CHECK(said.at(0).headline == fmt::format("Code geel: {} in Zuid-Holland", ours));
    }
}

TEST_CASE("a report that is sent in the future is read when its time has come") {
    const auto reader = weather_reader({}, Mode::actual);
    const auto early = reader(report("2026-07-01T12:20:00+00:00", 1, 1, 0), arrival);
    CHECK(reason(early) == "sent in the future");
    REQUIRE(early.again == *read_instant("2026-07-01T12:10:00Z"));
    CHECK_FALSE(reader(report("2026-07-01T12:20:00+00:00", 1, 1, 0), *early.again).said.empty());
}

TEST_CASE("real warnings do not come into an exercise, measurements do") {
    const auto reader = weather_reader({}, Mode::exercise);
    CHECK(reason(reader(report("2026-07-01T11:00:00+00:00", 1, 2, 3), arrival)) ==
          "a real alert, and this journal is an exercise");
    CHECK_FALSE(reader(hours_text, arrival).said.empty());
}

TEST_CASE("hours end at their number, in tenths, with what is less than nothing and what is no direction") {
    const auto became = weather_reader({}, Mode::actual)(hours_text, arrival);
    CHECK(became.aside.empty());
    CHECK(all<StationDescribed>(became).at(0) ==
          StationDescribed{"PROEF VELD", "PROEF VELD", {51.962, 4.447}, std::nullopt});
    std::map<std::string, std::vector<MeasurementTaken>> series;
    for (const auto& one : all<MeasurementTaken>(became))
        series[one.quantity.value + " " + one.unit.value].push_back(one);
    CHECK(series.size() == 6);
    CHECK(series["wind m/s"].at(0).at == *read_instant("2026-07-01T00:00:00Z"));
    CHECK(series["wind m/s"].at(0).value == 5);
    CHECK(series["windstoot km/h"].at(0).value == 39.6);
    CHECK(series["windrichting °"].at(0).value == 220);
    CHECK(series["windrichting °"].at(1).quality == Quality::gat);
    CHECK(series["temperatuur °C"].at(0).value == 17.8);
    CHECK(series["temperatuur °C"].at(1).quality == Quality::gat);
    CHECK(series["neerslag mm"].at(0).value == 0);
    CHECK(series["neerslag mm"].at(1).value == 1.2);
    CHECK(series["luchtdruk hPa"].at(0).value == 1013.2);
}

TEST_CASE("of an hour that stands there twice the first counts, and that the other says otherwise is told") {
    const std::string header = "STN,YYYYMMDD,HH,FH\n";
    const auto twice = weather_reader({}, Mode::actual)(
        header + "345,20260701,2,30\n345,20260701,2,40\n345,20260701,3,30\n345,20260701,3,30\n", arrival);
    const auto values = all<MeasurementTaken>(twice);
    REQUIRE(values.size() == 2);
    CHECK(values[0].value == 3);
    REQUIRE(twice.aside.size() == 1);
    CHECK(twice.aside[0].reason == "a row that contradicts one before it");
}

TEST_CASE("a row that was cut is put aside whole: its last number is not what was measured") {
    const std::string header = "STN,YYYYMMDD,HH,DD,FH,FX\n";
    for (const std::string row : {"345,20260701,2,210,80,15,1", "345,20260701,2,210,8", "345,20260701,2"}) {
        const auto became = weather_reader({}, Mode::actual)(header + row + "\n", arrival);
        INFO(row);
        CHECK(all<MeasurementTaken>(became).empty());
        REQUIRE(became.aside.size() == 1);
        CHECK(became.aside[0].reason == "a row that was cut");
    }
    CHECK_FALSE(all<MeasurementTaken>(
                    weather_reader({}, Mode::actual)(header + "345,20260701,2,210,80,150\n", arrival))
                    .empty());
}

TEST_CASE("hours again are quiet; too old, of the future, torn and of others are left out") {
    const auto reader = weather_reader({}, Mode::actual);
    CHECK_FALSE(reader(hours_text, arrival).said.empty());
    CHECK(reader(hours_text, arrival).said.empty());
    const std::string header = "STN,YYYYMMDD,HH,FH\n"; // a bare header, as in some files
    CHECK(all<MeasurementTaken>(reader(header + "345,20260701,2,30\n", arrival)).at(0).station ==
          Station("KNMI 345"));
    CHECK(reader(header + "345,20200701,2,30\n", arrival).said.empty());
    CHECK(reason(reader(header + "345,20260702,2,30\n", arrival)) == "measured in the future");
    for (const std::string row :
         {"345,20260701,25,30", "345,20260701,0,30", "345,20261301,2,30", "x,20260701,2,30"})
        CHECK(reason(reader(header + row + "\n", arrival)) == "a row without station or hour");
    CHECK(reason(reader(header + "345,20260701,3,windstil\n", arrival)) == "a cell that is no number");
    CHECK(reason(reader("naam;waarde\n1;2\n", arrival)) == "a table without KNMI's columns");
    CHECK(reason(reader("", arrival)) == "nothing at all");
    WeatherConfig own;
    own.stations[344] = {"Havenplein", Position{51.8625, 4.6605}};
    const auto named = weather_reader(own, Mode::actual)(hours_text + "  345,20260701,1,,,,,,,\n", arrival);
    CHECK(all<StationDescribed>(named).at(0).point == Position{51.8625, 4.6605});
    for (const auto& one : all<MeasurementTaken>(named))
        CHECK(one.station == Station("Havenplein"));
}

TEST_CASE("a value that cannot be is put aside, and nothing is said of it") {
    for (const auto& [column, value] : {std::pair("FH", "-90"),
                                        {"FX", "-1"},
                                        {"DD", "900"},
                                        {"DD", "-20"},
                                        {"T", "1780"},
                                        {"RH", "-2"},
                                        {"P", "132"}}) {
        const auto became = weather_reader({}, Mode::actual)(
            std::string("STN,YYYYMMDD,HH,") + column + "\n345,20260701,2," + value + "\n", arrival);
        INFO(column);
        CHECK(reason(became) == "a value that cannot be");
        CHECK(all<MeasurementTaken>(became).empty());
    }
}

TEST_CASE("a value of minus nothing is nothing, also for a reader that was restarted") {
    std::string text = hours_text;
    text.replace(text.find(",   12,10130"), 12, ",   -0,10130");
    const WeatherConfig config;
    const auto reader = weather_reader(config, Mode::actual),
               restarted = weather_reader(config, Mode::actual);
    const auto first = reader(text, arrival);
    REQUIRE_FALSE(first.said.empty());
    for (const auto& said : first.said) {
        Message message;
        message.id = said.id.empty() ? "nieuw" : said.id;
        message.source = "proef";
        message.time = arrival;
        message.body = said.body;
        const auto taken = codec::decode(codec::encode(message));
        REQUIRE(taken);
        restarted.recall(*taken);
    }
    CHECK(all<MeasurementTaken>(restarted(text, arrival)).empty());
}

TEST_CASE("an NL-Alert is its Dutch part, gets its end later, and a controlebericht is a test") {
    const auto reader = weather_reader({}, Mode::actual);
    const auto list = [](const std::string& stop,
                         const std::string& text = "NL-Alert 1 juli 12:00. Rook. *** Smoke.") {
        return R"({"data":[{"id":"proef-1","message":")" + text +
               R"(","type":"alert","start_at":"2026-07-01T10:00:00Z","stop_at":)" + stop +
               R"(,"area":["51.8,4.6 51.9,4.6 51.9,4.7 51.8,4.6","onzin"],"resource_uri":"https://voorbeeld.example/1"}]})";
    };
    const auto first = all<WarningReceived>(reader(list("null"), arrival));
    REQUIRE(first.size() == 1);
    CHECK(first[0].description == "NL-Alert 1 juli 12:00. Rook.");
    CHECK(first[0].areas.at(0).polygons.size() == 1);
    CHECK_FALSE(first[0].expires);
    CHECK_FALSE(first[0].test);
    CHECK(reader(list("null"), arrival).said.empty());
    const auto ended = all<WarningReceived>(reader(list("\"2026-07-01T11:30:00Z\""), arrival));
    CHECK(ended.at(0).expires == *read_instant("2026-07-01T11:30:00Z"));
    CHECK(ended[0].identifier == first[0].identifier);
    CHECK(all<WarningReceived>(
              reader(list("null", "NL-Alert Controlebericht. U hoeft niets te doen."), arrival))
              .at(0)
              .test);
    // one that is named as KNMI's are is an NL-Alert all the same, also to a reader that was restarted
    const std::string named =
        R"({"data":[{"id":"KNMI-48u-ZH-1","message":"NL-Alert 1 juli 12:00. Rook.","type":"alert",)"
        R"("start_at":"2026-07-01T10:00:00Z","stop_at":null,"area":["51.8,4.6 51.9,4.6 51.9,4.7 51.8,4.6"],)"
        R"("resource_uri":"https://voorbeeld.example/2"}]})";
    const auto said = weather_reader({}, Mode::actual)(named, arrival).said;
    REQUIRE(said.size() == 1);
    Message taken;
    taken.id = said[0].id;
    taken.body = said[0].body;
    const auto restarted = weather_reader({}, Mode::actual);
    restarted.recall(taken);
    CHECK(restarted(named, arrival).said.empty());
    CHECK(reason(reader("<!DOCTYPE html><html></html>", arrival)) == "HTML instead of XML");
    CHECK(reason(reader(R"({"data":[{"id":"x"}]})", arrival)) == "an NL-Alert without message");
    CHECK(reason(weather_reader({}, Mode::actual)(list("null"), *read_instant("2026-07-01T09:40:00Z"))) ==
          "sent in the future");
    CHECK(reason(reader(R"({"fout":1})", arrival)) == "JSON without data");
    CHECK(reason(weather_reader({}, Mode::exercise)(list("null"), arrival)) ==
          "a real alert, and this journal is an exercise");
}

namespace {

/// What one NL-Alert becomes; a line end in its text is written as JSON does.
WarningReceived nl_alert(const std::string& text) {
    const auto told = all<WarningReceived>(weather_reader({}, Mode::actual)(
        R"({"data":[{"id":"proef-9","message":")" + text +
            R"(","type":"alert","start_at":"2026-07-01T10:00:00Z","stop_at":null,"area":[]}]})",
        arrival));
    REQUIRE(told.size() == 1);
    return told[0];
}

} // namespace

TEST_CASE("an NL-Alert that says that it is no controlebericht is real") {
    for (const auto* real : {"Dit is GEEN controlebericht! Verlaat het gebied rond de haven.",
                             "Grote brand. Sluit ramen. Dit is geen testbericht.",
                             "Let op: dit is niet een testbericht.", "Geen test- of controlebericht. Ga weg.",
                             "Dit is geen NL-Alert\\ncontrolebericht. Ga naar binnen."}) {
        INFO(real);
        CHECK_FALSE(nl_alert(real).test);
    }
    for (const auto* test :
         {"NL-Alert Controlebericht. U hoeft niets te doen.", "Er is geen ramp, dit is een controlebericht.",
          "Dit is geen echte ramp maar een testbericht.",
          "U hoeft niet te reageren. Testbericht van NL-Alert."}) {
        INFO(test);
        CHECK(nl_alert(test).test);
    }
}

TEST_CASE("the headline of an NL-Alert is a sentence that says something") {
    const auto headline = [](const std::string& text) { return *nl_alert(text).headline; };
    CHECK(headline("Vanaf 13.30 uur geen drinkwater in Dordrecht. Kook het water.") ==
          "NL-Alert: Vanaf 13.30 uur geen drinkwater in Dordrecht");
    CHECK(headline("Rook door brand bij St. Jansstraat. Sluit ramen.") ==
          "NL-Alert: Rook door brand bij St. Jansstraat");
    CHECK(headline("Rook bij St. Jansstraat 14.") == "NL-Alert: Rook bij St. Jansstraat 14");
    CHECK(headline("NL-Alert 1 juli 12:00. Rook in de polder. Sluit ramen.") ==
          "NL-Alert 1 juli 12:00. Rook in de polder");
    CHECK(headline("NL-Alert\\nVerlaat het gebied!\\nNu.") == "NL-Alert Verlaat het gebied");
    CHECK(headline("*** NL-Alert *** Ga naar binnen *** Go inside") == "NL-Alert: Ga naar binnen");
    CHECK(nl_alert("*** NL-Alert *** Ga naar binnen *** Go inside").description == "Ga naar binnen");
    CHECK(headline("***") == "NL-Alert: ***");
    CHECK(headline("Rook " + std::string(200, 'x')) == "NL-Alert: Rook " + std::string(115, 'x') + "…");
}

TEST_CASE(
    "an NL-Alert whose text or end changes and changes back is said each time, under an id of its own") {
    const auto reader = weather_reader({}, Mode::actual);
    const auto list = [](const std::string& text, const std::string& stop) {
        return R"({"data":[{"id":"proef-7","message":"NL-Alert )" + text +
               R"(","type":"x","start_at":"2026-07-01T10:00:00Z","stop_at":)" + stop + R"(,"area":[]}]})";
    };
    std::set<std::string> ids;
    std::size_t said = 0;
    for (const auto& document :
         {list("een", "null"), list("twee", "null"), list("een", "null"), list("een", "null"),
          list("een", "\"2026-07-01T11:30:00Z\""), list("een", "null")})
        for (const auto& one : reader(document, arrival).said) {
            ids.insert(one.id);
            ++said;
        }
    CHECK(said == 5);
    CHECK(ids.size() == said);
}

TEST_CASE("the configuration knows KNMI's provinces") {
    const Folder folder;
    const auto file = folder / "weather.toml";
    const auto load = [&](const std::string& text) {
        std::ofstream(file) << text;
        return load_weather_config(file);
    };
    const auto good =
        load("[weather]\nprovinces = [\"ZH\"]\n[[weather.station]]\nnumber = 344\nname = \"Havenplein\"\n");
    REQUIRE(good);
    CHECK(good->stations.at(344).name == "Havenplein");
    CHECK(load("[weather]\nprovinces = [\"zuid\"]\n").error().size() == 1);
    CHECK(load("[weather]\n[[weather.station]]\nnumber = 0\nname = \"x\"\n").error().size() == 1);
    CHECK(load("[weather]\n[[weather.station]]\nname = \"x\"\nlat = 91\nlon = 4\nnumber = 1\n")
              .error()
              .size() == 1);
}

TEST_CASE("the example of a configuration is one") {
    CHECK(load_weather_config(REGIEKAMER_SOURCE_DIR "/assets/weather.toml"));
}

} // namespace weather_test
