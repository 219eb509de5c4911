// Where things are, as RFC 7946 wants it.
#include "dashboard/exchange/geojson.hpp"

#include "tests/dashboard/exchange/journal.hpp"
#include "tests/support/catch.hpp"

#include <boost/json.hpp>

namespace geojson_test {

using namespace regiekamer;
namespace json = boost::json;

namespace {

const Instant now = at(2027, 1, 23, 4);

/// The geometry of the only feature of a theme.
json::value geometry(const Told& told, std::string_view theme) {
    const auto all = json::parse(exchange::geojson(told.picture, now, {Mode::actual, "j"}));
    json::value found;
    for (const auto& feature : all.at("features").as_array())
        if (feature.at("properties").at("theme").as_string() == theme) found = feature.at("geometry");
    return found;
}

Told with_incident() {
    Told told;
    told.tells(now - hours(1), opened("Hoogwater", now - hours(1)));
    return told;
}

} // namespace

TEST_CASE("a ring drawn with the clock is turned and closed, longitude first") {
    auto told = with_incident();
    told.tells(now, area("a", AreaKind::effect));
    CHECK(geometry(told, "area") ==
          json::parse("{\"type\":\"Polygon\",\"coordinates\":[[[4.66,51.86],[4.66,51.87],[4.64,51.87],"
                      "[4.64,51.86],[4.66,51.86]]]}"));
}

TEST_CASE("a route is a line; an incident without a point has no geometry and is there all the same") {
    auto told = with_incident();
    told.tells(now, area("a", AreaKind::route));
    CHECK(geometry(told, "area").at("type").as_string() == "LineString");
    const auto all = json::parse(exchange::geojson(told.picture, now, {Mode::actual, "j"}));
    CHECK(all.at("features").at(0).at("geometry").is_null());
    CHECK(all.at("features").at(0).at("properties").at("name").as_string() == "Hoogwater");
}

TEST_CASE("circles of a warning are rings; one without size is a point; nonsense is no geometry") {
    const auto of = [](std::vector<std::string> circles) {
        Told told;
        WarningReceived warning;
        warning.identifier = "w";
        warning.sender = "knmi";
        warning.sent = now;
        warning.msg_type = "Alert";
        warning.areas = {{"Zuid-Holland", {}, std::move(circles), {}}};
        told.tells(now, warning);
        return geometry(told, "warning");
    };
    const auto ring = of({"51.86,4.65 2.5"});
    CHECK(ring.at("type").as_string() == "Polygon");
    CHECK(ring.at("coordinates").at(0).as_array().size() == 65);
    CHECK(of({"51.86,4.65 0.0"}) == json::parse("{\"type\":\"Point\",\"coordinates\":[4.65,51.86]}"));
    for (const char* nonsense :
         {"", "hier", "51.86 4.65 2", "51.86,4.65", "951.86,4.65 2", "nan,4 2", "51,4 inf"})
        CHECK(of({nonsense}).is_null());
}

TEST_CASE("a warning whose area is a code has no geometry, and says its code") {
    Told told;
    WarningReceived warning;
    warning.identifier = "w";
    warning.sender = "knmi";
    warning.sent = now;
    warning.msg_type = "Alert";
    warning.areas = {{"Zuid-Holland", {}, {}, {"EMMA_ID=NL009", "KNMI=ZH"}}};
    told.tells(now, warning);
    const auto all = json::parse(exchange::geojson(told.picture, now, {Mode::actual, "j"}));
    CHECK(all.at("features").at(0).at("geometry").is_null());
    CHECK(all.at("features").at(0).at("properties").at("geocodes") ==
          json::parse(R"(["EMMA_ID=NL009","KNMI=ZH"])"));
}

TEST_CASE("the mode stands beside the features and in each") {
    auto told = with_incident();
    const auto all = json::parse(exchange::geojson(told.picture, now, {Mode::exercise, "j"}));
    CHECK(all.at("regiekamer").at("mode").as_string() == "exercise");
    CHECK(all.at("features").at(0).at("properties").at("mode").as_string() == "exercise");
}

} // namespace geojson_test
