// The user's GeoJSON: both coordinate systems, every geometry, and refusal of the whole with its place.
#include "dashboard/geo/measure.hpp"
#include "dashboard/geo/own_layers.hpp"

#include "tests/support/folder.hpp"
#include "tests/support/property.hpp"

#include <fstream>

namespace layers_test {

using namespace regiekamer;
using namespace regiekamer::geo;

namespace {

std::string collection(const std::string& geometry, const std::string& more = "") {
    return R"({"type":"FeatureCollection",)" + more +
           R"("features":[{"type":"Feature","properties":{"naam":"De Proef"},"geometry":)" + geometry + "}]}";
}

Problem refused(const std::string& text) {
    const auto layer = read_geojson("proef", text);
    REQUIRE_FALSE(layer);
    return layer.error();
}

} // namespace

TEST_CASE("each geometry becomes features with the name of its properties") {
    const auto read = [](const std::string& geometry) {
        return read_geojson("x", collection(geometry)).value();
    };
    CHECK(read(R"({"type":"Point","coordinates":[4.661,51.865,3]})").features.at(0).name == "De Proef");
    CHECK(read(R"({"type":"MultiPoint","coordinates":[[4.6,51.8],[4.7,51.9]]})").features.size() == 2);
    CHECK(read(R"({"type":"LineString","coordinates":[[4.6,51.8],[4.7,51.9]]})").features.at(0).kind ==
          Feature::Kind::line);
    const std::string ring = "[[4.6,51.8],[4.7,51.8],[4.7,51.9],[4.6,51.8]]",
                      hole = "[[4.65,51.81],[4.66,51.81],[4.66,51.82],[4.65,51.81]]";
    CHECK(
        read(R"({"type":"Polygon","coordinates":[)" + ring + "," + hole + "]}").features.at(0).rings.size() ==
        2);
    CHECK(read(R"({"type":"MultiPolygon","coordinates":[[)" + ring + "],[" + hole + "]]}").features.size() ==
          2);
    CHECK(read(R"({"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[4.6,51.8]}]})")
              .features.size() == 1);
    CHECK(read("null").features.empty());
    CHECK(read_geojson("x", R"({"type":"Point","coordinates":[4.6,51.8]})")->features.size() == 1);
}

TEST_CASE("RD is understood when crs says so, and by itself when it can be nothing else") {
    const std::string rd = R"({"type":"Point","coordinates":[105000,431500]})";
    const std::string crs = R"("crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::28992"}},)";
    for (const auto& text : {collection(rd), collection(rd, crs)}) {
        const auto layer = read_geojson("x", text);
        REQUIRE(layer);
        CHECK(distance_m(layer->features.at(0).rings.at(0).at(0), {51.8702, 4.6608}) < 1'000);
    }
    CHECK(refused(collection(R"({"type":"Point","coordinates":[4.661,51.865]})", crs)).where == "feature 1");
    CHECK(refused(collection(rd, R"("crs":{"properties":{"name":"EPSG:31370"}},)")).where == "/crs");
}

TEST_CASE("a file with one fault is refused whole, and its place is named") {
    CHECK(refused("{\n\n  \"a\": }").where == "line 3");
    CHECK(refused("").expected == "JSON");
    CHECK(refused("[]").expected == "a GeoJSON object");
    CHECK(refused(collection(R"({"type":"Point","coordinates":[4.6]})")).where == "feature 1");
    CHECK(refused(collection(R"({"type":"Point","coordinates":["4.6","51.8"]})")).where == "feature 1");
    CHECK(refused(collection(R"({"type":"Point","coordinates":[4.6,95]})")).expected ==
          "longitude and latitude");
    CHECK(refused(collection(R"({"type":"Polygon","coordinates":[[[4,51],[5,51],[4,51]]]})")).found ==
          "3 positions");
    CHECK(refused(collection(R"({"type":"Curve","coordinates":[]})")).found == "type Curve");
    CHECK(refused(R"({"type":"FeatureCollection","features":[{"type":"Feature"}]})").found == "no geometry");
}

TEST_CASE("any text is read or refused") {
    holds("read_geojson is total", [] {
        const auto text = any_bytes();
        (void)read_geojson("x", text);
        (void)read_geojson("x", collection(text));
    });
}

TEST_CASE("who lies in an area is found, also a line that enters it and a polygon around it") {
    const auto layer = read_geojson("x", R"({"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"name":"in"},"geometry":{"type":"Point","coordinates":[4.65,51.85]}},
        {"type":"Feature","properties":{"name":"out"},"geometry":{"type":"Point","coordinates":[4.95,51.85]}},
        {"type":"Feature","properties":{"name":"enters"},"geometry":{"type":"LineString","coordinates":[[4.65,51.85],[5,52]]}},
        {"type":"Feature","properties":{"name":"around"},"geometry":{"type":"Polygon","coordinates":
          [[[4,51],[6,51],[6,53],[4,53],[4,51]]]}}]})");
    REQUIRE(layer);
    CHECK(features_inside(*layer, Ring{{51.8, 4.6}, {51.8, 4.7}, {51.9, 4.7}, {51.9, 4.6}}) ==
          std::vector<std::uint32_t>{0, 2, 3});
}

TEST_CASE("far away a shape has fewer points") {
    std::string ring;
    for (int i = 0; i <= 400; ++i)
        ring += std::string(i == 0 ? "" : ",") + "[" +
                std::to_string(4.6 + 0.01 * std::cos(i % 400 * 0.0157)) + "," +
                std::to_string(51.8 + 0.01 * std::sin(i % 400 * 0.0157)) + "]";
    const auto layer = read_geojson("x", collection(R"({"type":"Polygon","coordinates":[[)" + ring + "]]}"));
    REQUIRE(layer);
    const auto& feature = layer->features.at(0);
    CHECK(rings_at(feature, 0.5).at(0).size() == 401);
    CHECK(rings_at(feature, 30).at(0).size() < 60);
    CHECK(rings_at(feature, 300).at(0).size() < rings_at(feature, 30).at(0).size());
}

TEST_CASE("a folder gives its layers by name and says which file it left out") {
    const Folder folder;
    std::ofstream(folder.path / "kwetsbaar-zorg.geojson")
        << collection(R"({"type":"Point","coordinates":[4.6,51.8]})");
    std::ofstream(folder.path / "bomen.geojson") << "\xEF\xBB\xBF" << collection("null");
    std::ofstream(folder.path / "stuk.geojson") << "{";
    std::ofstream(folder.path / "stuk.mbtiles") << "geen SQLite";
    std::ofstream(folder.path / "lees-mij.txt") << "iets anders";
    const auto all = load_own_layers(folder.path);
    REQUIRE(all.vectors.size() == 2);
    CHECK(all.vectors[0].name == "bomen");
    CHECK(all.vectors[1].vulnerable);
    REQUIRE(all.problems.size() == 2);
    CHECK_THAT(all.problems[0].where, ContainsSubstring("stuk.geojson"));
    CHECK_THAT(all.problems[1].where, ContainsSubstring("stuk.mbtiles"));
    CHECK(load_own_layers(folder.path / "nergens").vectors.empty());
}

TEST_CASE("a layer whose longitude and latitude are swapped is left out, and it is said") {
    const Folder folder;
    std::ofstream(folder.path / "omgekeerd.geojson")
        << collection(R"({"type":"Point","coordinates":[51.86,4.66]})");
    const auto all = load_own_layers(folder.path);
    CHECK(all.vectors.empty());
    REQUIRE(all.problems.size() == 1);
    CHECK_THAT(all.problems[0].where, ContainsSubstring("omgekeerd.geojson"));
    CHECK_THAT(all.problems[0].expected, ContainsSubstring("longitude before latitude"));
}

} // namespace layers_test
