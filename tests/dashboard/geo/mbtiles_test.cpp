// MBTiles as others write them: rows from the south, views, metadata that lacks or lies.
#include "dashboard/geo/mbtiles.hpp"
#include "dashboard/geo/tile_pixels.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/folder.hpp"

#include <fmt/format.h>
#include <fstream>
#include <sqlite3.h>

namespace mbtiles_test {

using namespace regiekamer;
using namespace regiekamer::geo;

namespace {

std::filesystem::path made(const Folder& folder, const std::string& sql) {
    const auto file = folder.path / "kaart.mbtiles";
    std::filesystem::remove(file);
    sqlite3* database = nullptr;
    sqlite3_open(file.c_str(), &database);
    char* wrong = nullptr;
    sqlite3_exec(database, sql.c_str(), nullptr, nullptr, &wrong);
    INFO((wrong == nullptr ? "" : wrong));
    CHECK(wrong == nullptr);
    sqlite3_close(database);
    return file;
}

const std::string metadata = "CREATE TABLE metadata(name text, value text);";
const std::string tiles =
    "CREATE TABLE tiles(zoom_level integer, tile_column integer, tile_row integer, tile_data blob);";

} // namespace

TEST_CASE("a tile is found by its row from the north, though the file counts from the south") {
    const Folder folder;
    // Alblasserdam at zoom 12: column 2100, row 1355 from the north.
    const TileId id = tile_at({51.8622, 4.6581}, 12);
    CHECK(id == TileId{12, 2100, 1355});
    CHECK(box_of(id).contains({51.8622, 4.6581}));
    const auto file = made(folder, metadata + tiles + "INSERT INTO tiles VALUES(12, 2100, " +
                                       std::to_string(4095 - id.y) + ", x'89504e47');");
    auto map = Mbtiles::open(file);
    REQUIRE(map);
    CHECK(map->info().zoom_min == 12);
    CHECK(map->info().zoom_max == 12);
    CHECK_FALSE(map->info().bounds);
    const auto tile = map->tile(id);
    REQUIRE(tile);
    CHECK(**tile == "\x89PNG");
    CHECK_FALSE(*map->tile({12, 0, 0}));
    CHECK(*map->tile(id)); // asking for what is not there spoils nothing
}

TEST_CASE("views are read, metadata says the bounds, and nonsense in it counts for nothing") {
    const Folder folder;
    const auto file = made(
        folder,
        metadata +
            "CREATE TABLE images(z integer, c integer, r integer, d blob);"
            "CREATE VIEW tiles AS SELECT z AS zoom_level, c AS tile_column, r AS tile_row, d AS tile_data "
            "FROM images;"
            "INSERT INTO images VALUES(8,0,0,x'00'),(16,0,0,x'00'),(12,0,0,x'00');"
            "INSERT INTO metadata VALUES('minzoom','8'),('maxzoom','16.0'),('bounds','4.5,51.8,4.8,51.9');");
    const auto map = Mbtiles::open(file);
    REQUIRE(map);
    CHECK(map->info().zoom_min == 8);
    CHECK(map->info().zoom_max == 16);
    CHECK(map->info().bounds == Box{51.8, 4.5, 51.9, 4.8});
    const auto odd =
        Mbtiles::open(made(folder, metadata + tiles +
                                       "INSERT INTO metadata VALUES('minzoom','x'),('bounds','4,5');"
                                       "INSERT INTO tiles VALUES(3,0,0,x'00');"));
    REQUIRE(odd);
    CHECK(odd->info().zoom_min == 3);
    CHECK_FALSE(odd->info().bounds);
}

TEST_CASE("the zooms are those of the tiles that are there, whatever the metadata says of them") {
    const Folder folder;
    const auto lies = "INSERT INTO metadata VALUES('minzoom','0'),('maxzoom','18');";
    const auto map = Mbtiles::open(
        made(folder, metadata + tiles + lies + "INSERT INTO tiles VALUES(12,0,0,x'00'),(13,0,0,x'00');"));
    REQUIRE(map);
    CHECK(map->info().zoom_min == 12);
    CHECK(map->info().zoom_max == 13);
    CHECK(Mbtiles::open(made(folder, metadata + tiles + lies)).error().found == "no tiles");
}

TEST_CASE("where the metadata says scheme xyz, a tile is found by its row from the north") {
    const Folder folder;
    auto map = Mbtiles::open(made(folder, metadata + tiles +
                                              "INSERT INTO metadata VALUES('scheme','xyz');"
                                              "INSERT INTO tiles VALUES(12, 2100, 1355, x'89504e47');"));
    REQUIRE(map);
    REQUIRE(map->tile({12, 2100, 1355}));
    CHECK(*map->tile({12, 2100, 1355}) == "\x89PNG");
}

TEST_CASE("bounds that are no numbers, or not on earth, are none: the map is drawn") {
    const auto bounds = [](const std::string& text) {
        return read_mbtiles_info({{"bounds", text}}, [] { return std::pair{3, 3}; })->bounds;
    };
    CHECK(bounds("4.5,51.8,4.8,51.9") == Box{51.8, 4.5, 51.9, 4.8});
    for (const char* odd : {"nan,nan,nan,nan", "-inf,-inf,inf,inf", "4.5,51.8,1e300,51.9",
                            "-20037508,-20037508,20037508,20037508", "4.8,51.8,4.5,51.9", "4.5,51.8,4.8"})
        CHECK_FALSE(bounds(odd));
}

TEST_CASE("what holds no pictures is refused") {
    const Folder folder;
    const auto pbf =
        Mbtiles::open(made(folder, metadata + tiles + "INSERT INTO metadata VALUES('format','pbf');"));
    REQUIRE_FALSE(pbf);
    CHECK(pbf.error().found == "vector tiles (pbf)");
    CHECK(Mbtiles::open(made(folder, metadata + tiles + "INSERT INTO metadata VALUES('format','webp');"))
              .error()
              .found == "webp");
    CHECK(Mbtiles::open(made(folder, metadata + tiles)).error().found == "no tiles");
    CHECK_FALSE(Mbtiles::open(made(folder, metadata)));
    CHECK_FALSE(Mbtiles::open(folder.path / "nergens.mbtiles"));
    auto empty = Mbtiles::open(made(folder, metadata + tiles + "INSERT INTO tiles VALUES(0,0,0,NULL);"));
    REQUIRE(empty);
    CHECK_FALSE(empty->tile({0, 0, 0}));
}

TEST_CASE("tiles join at their edges and the zoom suits the screen") {
    const Box left = box_of(TileId{12, 2100, 1355}), right = box_of(TileId{12, 2101, 1355}),
              below = box_of(TileId{12, 2100, 1356});
    CHECK(left.east == Approx(right.west));
    CHECK(left.south == Approx(below.north));
    CHECK(zoom_for(156'543, 0) == 0);
    CHECK(zoom_for(23.6, 51.86) == 12);
    CHECK(zoom_for(1e-9, 51.86) == 22);
    CHECK(tile_at({90, 200}, 3) == TileId{3, 7, 0});
}

TEST_CASE("a tile whose picture was cut off anywhere is no picture, or a whole one") {
    std::ifstream in(REGIEKAMER_SOURCE_DIR "/tests/fuzz/corpus/tile/small.png", std::ios::binary);
    const std::string png{std::istreambuf_iterator<char>(in), {}};
    REQUIRE(png.size() > 100);
    const Folder folder;
    const auto in_the_map = [&](std::size_t size) {
        std::string hex;
        for (const char byte : png.substr(0, size))
            hex += fmt::format("{:02x}", static_cast<unsigned char>(byte));
        auto map =
            Mbtiles::open(made(folder, metadata + tiles + "INSERT INTO tiles VALUES(0,0,0,x'" + hex + "');"));
        REQUIRE(map);
        const auto tile = map->tile({0, 0, 0});
        REQUIRE(tile);
        return decode_tile(tile->value_or(std::string()));
    };
    const auto whole = in_the_map(png.size());
    REQUIRE(whole);
    const std::size_t end = png.find("IEND") - 4; // what comes behind the pixels
    for (std::size_t size = 1; size < png.size(); size += 7) {
        INFO(size);
        const auto cut = in_the_map(size);
        if (cut) CHECK((size >= end && cut->rgba == whole->rgba));
        if (!cut) CHECK((cut.error().found == "no picture" || cut.error().found == "a broken picture"));
    }
}

} // namespace mbtiles_test
