// Polygons of the user's layers as the areas of geocodes, which most warnings are limited to.
#include "dashboard/geo/own_layers.hpp"

#include "tests/support/catch.hpp"

namespace geocodes_test {

using namespace regiekamer;
using namespace regiekamer::geo;

namespace {

VectorLayer layer(const std::string& properties, const std::string& geometry) {
    return *read_geojson("proef",
                         R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":)" +
                             properties + R"(,"geometry":)" + geometry + "}]}");
}

const std::string ring = "[[[4.6,51.8],[4.7,51.8],[4.7,51.9],[4.6,51.8]]]";
const std::string polygon = R"({"type":"Polygon","coordinates":)" + ring + "}";

std::size_t areas(const std::string& properties, std::string_view geocode,
                  const std::string& geometry = polygon) {
    const std::vector layers{layer(properties, geometry)};
    return areas_of(layers, geocode).size();
}

} // namespace

TEST_CASE("a polygon is the area of the geocodes that its properties name") {
    CHECK(areas(R"({"geocode":"KNMI=ZH"})", "KNMI=ZH") == 1);
    CHECK(areas(R"({"geocode":"ZH"})", "KNMI=ZH") == 1);
    CHECK(areas(R"({"geocode":["KNMI=ZH",3,"EMMA_ID=NL009"]})", "EMMA_ID=NL009") == 1);
    // MeteoAlarm's own file.
    CHECK(areas(R"({"code":"NL009","country":"NL","name":"Zuid-Holland","type":"EMMA_ID"})",
                "EMMA_ID=NL009") == 1);
    const std::string two = R"({"type":"MultiPolygon","coordinates":[)" + ring + "," + ring + "]}";
    CHECK(areas(R"({"geocode":"KNMI=ZH"})", "KNMI=ZH", two) == 2);
}

TEST_CASE("what is of another scheme, names no geocode or is no polygon is no area") {
    CHECK(areas(R"({"geocode":"KNMI=ZH"})", "ISO=ZH") == 0);
    CHECK(areas(R"({"geocode":"KNMI=ZH"})", "KNMI=ZE") == 0);
    CHECK(areas(R"({"naam":"ZH","provincie":"ZH","code":"ZH"})", "KNMI=ZH") == 0);
    CHECK(areas(R"({"geocode":""})", "KNMI=") == 0);
    CHECK(areas(R"({"geocode":{"a":1}})", "KNMI=ZH") == 0);
    CHECK(areas("null", "KNMI=ZH") == 0);
    CHECK(areas(R"({"geocode":"KNMI=ZH"})", "KNMI=ZH", R"({"type":"Point","coordinates":[4.6,51.8]})") == 0);
}

TEST_CASE("a feature has not the geocodes of the one before it") {
    const auto feature = [](const std::string& properties) {
        return R"({"type":"Feature","properties":)" + properties + R"(,"geometry":)" + polygon + "}";
    };
    const std::vector layers{*read_geojson("proef", R"({"type":"FeatureCollection","features":[)" +
                                                        feature(R"({"geocode":"KNMI=ZH","name":"een"})") +
                                                        "," + feature(R"({"name":"twee"})") + "]}")};
    const auto found = areas_of(layers, "KNMI=ZH");
    REQUIRE(found.size() == 1);
    CHECK(found[0]->name == "een");
}

} // namespace geocodes_test
