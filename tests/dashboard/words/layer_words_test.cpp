// Why a map of one's own was left out, in words that say what to do.
#include "dashboard/words/layer_words.hpp"

#include "tests/support/catch.hpp"

namespace layer_words_test {

using namespace regiekamer;
using namespace regiekamer::words;

TEST_CASE("of a layer that was left out the fault is said, and its place where it has one") {
    const auto fault = [](const char* where, const char* found, const char* expected) {
        return layer_fault({std::string("/kaart/") + where, found, expected});
    };
    CHECK(fault("x.geojson, line 3", "syntax error", "JSON") == "fout bij regel 3");
    CHECK(fault("x.geojson, feature 12", "no type", "") == "fout bij vorm 12");
    CHECK(fault("x.geojson, feature 2", "51.86, 4.66", "longitude before latitude") ==
          "fout bij vorm 2, staan lengte en breedte omgekeerd?");
    CHECK(fault("x.geojson, /features", "250000 features", "at most 200000") == "meer dan 200.000 vormen");
    CHECK(fault("x.geojson, feature 9", "too many positions", "at most 4000000") ==
          "meer dan 4.000.000 punten");
    CHECK(fault("x.geojson", "70 MB", "at most 64 MB") == "het bestand is groter dan 64 MB");
    CHECK(fault("x.mbtiles", "no tiles", "at least one tile") == "er staat geen stuk kaart in");
    CHECK(fault("x.mbtiles", "webp", "pictures: png or jpg") == "de plaatjes zijn webp, nodig is png of jpg");
    CHECK(fault("x.mbtiles", "file is not a database", "MBTiles") == "dit is geen MBTiles met png of jpg");
    CHECK(fault("x.geojson", "no object", "a GeoJSON object") == "dit is geen GeoJSON die te lezen is");
}

TEST_CASE("of a picture that cannot be shown it is said why") {
    CHECK(tile_fault({"", "no picture", "png or jpg"}) == "een plaatje is geen png of jpg");
    CHECK(tile_fault({"", "a broken picture", "png or jpg"}) == "een plaatje is stuk");
    CHECK(tile_fault({"", "9000x9000", "at most 1024x1024"}) ==
          "een plaatje is te groot: 9000x9000, nodig is ten hoogste 1024x1024");
    CHECK(tile_fault({"", "database disk image is malformed", "a tile"}) ==
          "het bestand is daar niet te lezen");
}

} // namespace layer_words_test
