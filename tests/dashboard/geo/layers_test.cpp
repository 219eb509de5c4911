// The user's GeoJSON: both coordinate systems, every geometry, and refusal of the whole with its place.
#include "dashboard/geo/measure.hpp"
#include "dashboard/geo/own_layers.hpp"

#include "tests/support/folder.hpp"
#include "tests/support/property.hpp"

#include <array>
#include <fmt/format.h>
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

TEST_CASE("what only crosses an area lies in it, what goes around it or lies beside it does not") {
    const auto ring = [](double west, double south, double east, double north) {
        return fmt::format("[[{0},{1}],[{2},{1}],[{2},{3}],[{0},{3}],[{0},{1}]]", west, south, east, north);
    };
    const auto found = [&](const std::string& geometry) {
        return features_inside(*read_geojson("x", collection(geometry)),
                               Ring{{51.8, 4.6}, {51.8, 4.7}, {51.9, 4.7}, {51.9, 4.6}})
                   .size() == 1;
    };
    const auto polygon = [](const std::string& rings) {
        return R"({"type":"Polygon","coordinates":[)" + rings + "]}";
    };
    CHECK(found(polygon(ring(4.5, 51.85, 4.8, 51.86)))); // a long building right through it
    CHECK(found(R"({"type":"LineString","coordinates":[[4.5,51.85],[4.8,51.86]]})"));
    CHECK(found(R"({"type":"LineString","coordinates":[[4.55,51.75],[4.75,51.95]]})")); // through two corners
    CHECK(found(polygon(ring(4.55, 51.8, 4.75, 51.9)))); // as high as the area, and wider
    CHECK(found(polygon(ring(4.6, 51.8, 4.7, 51.9))));   // the area itself
    CHECK(found(polygon(ring(4.4, 51.7, 4.9, 52.0) + "," + ring(4.64, 51.84, 4.66, 51.86))));
    CHECK_FALSE(found(polygon(ring(4.4, 51.7, 4.9, 52.0) + "," + ring(4.55, 51.75, 4.75, 51.95))));
    CHECK_FALSE(found(R"({"type":"LineString","coordinates":[[4.5,51.85],[4.5,52.0],[4.65,51.95]]})"));
    CHECK_FALSE(found(polygon(ring(4.71, 51.85, 4.8, 51.86))));
}

TEST_CASE("whether a shape meets an area is as looking at very many of its points says") {
    holds("meets", [] {
        const auto place = [] { return Position{any_between(0, 40) / 2.0, any_between(0, 40) / 2.0}; };
        const Ring area{place(), place(), place()}, shape{place(), place(), place(), place()};
        const bool polygon = any_bool();
        bool seen = false;
        for (int i = 0; i < 200 && !seen; ++i) // of a polygon all over the area, of a line along it
            for (int j = 0; j <= (polygon ? 200 : 2) && !seen; ++j) {
                const double part = i / 200.0;
                const Position at = polygon
                                        ? Position{part * 20 + 0.013, j / 10.0 + 0.017}
                                        : Position{shape[j].lat + part * (shape[j + 1].lat - shape[j].lat),
                                                   shape[j].lon + part * (shape[j + 1].lon - shape[j].lon)};
                seen = inside(area, at) && (!polygon || inside(shape, at));
            }
        if (seen) MUST(Area(area).meets(std::array{shape}, box_of(shape), polygon));
    });
}

TEST_CASE("an object of several parts is one object, wherever it is counted") {
    const auto layer = read_geojson("x", R"({"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"name":"nergens"},"geometry":null},
        {"type":"Feature","properties":{"name":"drie delen"},"geometry":{"type":"MultiPoint","coordinates":
          [[4.3,51.85],[4.65,51.85],[4.66,51.86]]}},
        {"type":"Feature","properties":{"name":"verzameling"},"geometry":{"type":"GeometryCollection","geometries":
          [{"type":"Point","coordinates":[4.65,51.85]},{"type":"Point","coordinates":[4.66,51.86]}]}},
        {"type":"Feature","properties":{"name":"los"},"geometry":{"type":"Point","coordinates":[4.65,51.85]}}]})");
    REQUIRE(layer);
    CHECK(layer->objects == 3);
    std::vector<std::string> names;
    for (const auto i : features_inside(*layer, Ring{{51.8, 4.6}, {51.8, 4.7}, {51.9, 4.7}, {51.9, 4.6}}))
        names.push_back(layer->features[i].name);
    CHECK(names == std::vector<std::string>{"drie delen", "verzameling", "los"});
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

TEST_CASE("one feature whose longitude and latitude are swapped among others is named") {
    const Folder folder;
    std::ofstream(folder.path / "deels.geojson") << R"({"type":"FeatureCollection","features":[
        {"type":"Feature","geometry":{"type":"Point","coordinates":[4.65,51.86]}},
        {"type":"Feature","geometry":{"type":"Point","coordinates":[51.86,4.66]}}]})";
    std::ofstream(folder.path / "ver.geojson") << R"({"type":"FeatureCollection","features":[
        {"type":"Feature","geometry":{"type":"Point","coordinates":[4.65,51.86]}},
        {"type":"Feature","geometry":{"type":"Point","coordinates":[-74,40.7]}}]})";
    const auto all = load_own_layers(folder.path);
    REQUIRE(all.vectors.size() == 1);
    CHECK(all.vectors.front().name == "ver"); // far is no fault
    REQUIRE(all.problems.size() == 1);
    CHECK_THAT(all.problems[0].where, ContainsSubstring("deels.geojson, feature 2"));
    CHECK(all.problems[0].expected == "longitude before latitude");
}

TEST_CASE("capitals in a file's name, its ending or its properties are read as small letters are") {
    const Folder folder;
    std::ofstream(folder.path / "Kwetsbaar Zorg.GEOJSON")
        << R"({"type":"Feature","properties":{"ID":"7","NAAM":"De Proef"},"geometry":)"
           R"({"type":"Point","coordinates":[4.6,51.8]}})";
    const auto all = load_own_layers(folder.path);
    REQUIRE(all.vectors.size() == 1);
    CHECK(all.vectors[0].name == "Kwetsbaar Zorg");
    CHECK(all.vectors[0].vulnerable);
    CHECK(all.vectors[0].features.at(0).name == "De Proef");
}

TEST_CASE("two files of one name are two layers with names of their own") {
    const Folder folder;
    for (const char* name : {"bomen.geojson", "bomen.json"})
        std::ofstream(folder.path / name) << collection(R"({"type":"Point","coordinates":[4.6,51.8]})");
    const auto all = load_own_layers(folder.path);
    REQUIRE(all.vectors.size() == 2);
    CHECK(all.vectors[0].name == "bomen");
    CHECK(all.vectors[1].name == "bomen.json");
}

TEST_CASE("ETRS89, as PDOK gives it, is read as WGS 84") {
    const std::string crs = R"("crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::4258"}},)";
    CHECK(read_geojson("x", collection(R"({"type":"Point","coordinates":[4.6,51.8]})", crs)));
}

} // namespace layers_test
