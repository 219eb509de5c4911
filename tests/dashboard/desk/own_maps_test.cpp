// The user's own maps at a desk: pictures of tiles, what cannot be read, and a plot kept as files.
#include "dashboard/desk/kept.hpp"
#include "dashboard/desk/own_maps.hpp"
#include "dashboard/desk/series_files.hpp"
#include "dashboard/geo/tile_pixels.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/folder.hpp"
#include "tests/support/still_scene.hpp"

#include <fmt/format.h>
#include <fstream>
#include <sqlite3.h>
#include <stb/stb_image_write.h>

namespace own_maps_test {

using namespace regiekamer;

namespace {

std::string png(int side) {
    const std::vector<std::uint8_t> pixels(
        static_cast<std::size_t>(side) * static_cast<std::size_t>(side) * 3, 200);
    std::string bytes;
    stbi_write_png_to_func(
        [](void* to, void* data, int size) {
            static_cast<std::string*>(to)->append(static_cast<const char*>(data),
                                                  static_cast<std::size_t>(size));
        },
        &bytes, side, side, 3, pixels.data(), side * 3);
    return bytes;
}

std::string content(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

} // namespace

TEST_CASE("a tile is a png or jpg of a size that a tile has; what is none is said") {
    const auto tile = geo::decode_tile(png(256));
    REQUIRE(tile);
    CHECK(tile->width == 256);
    CHECK(tile->rgba.size() == 256 * 256 * 4);
    CHECK(tile->rgba[0] == 200);
    CHECK(tile->rgba[3] == 255);
    CHECK(geo::decode_tile("").error().found == "no picture");
    CHECK(geo::decode_tile("<html>").error().found == "no picture");
    CHECK(geo::decode_tile(png(1'100)).error().found == "1100x1100");
    const auto half = png(256);
    CHECK_FALSE(geo::decode_tile(half.substr(0, half.size() / 4)));
}

TEST_CASE(
    "a tile that is not there or cannot be read is left out, once with a remark; few are read a frame") {
    const Folder folder;
    sqlite3* database = nullptr;
    sqlite3_open((folder / "luchtfoto.mbtiles").c_str(), &database);
    sqlite3_exec(
        database,
        "CREATE TABLE metadata(name text, value text);"
        "CREATE TABLE tiles(zoom_level integer, tile_column integer, tile_row integer, tile_data blob);"
        "INSERT INTO tiles VALUES(3,1,1,x'3c68746d6c3e'),(3,2,1,x'00');",
        nullptr, nullptr, nullptr);
    sqlite3_close(database);
    desk::OwnMaps maps(folder.path);
    REQUIRE(maps.layers().tiles.size() == 1);
    CHECK(maps.left_out().empty());
    const StillScene still;
    panels::Scene scene = still.scene();
    maps.dress(scene, 2);
    CHECK(scene.tile(0, {3, 1, 6}) == 0);
    CHECK(scene.tile(0, {3, 2, 6}) == 0);
    CHECK_FALSE(maps.wants_another_frame());
    CHECK(scene.tile(0, {3, 1, 6}) == 0); // known: costs no reading
    CHECK_FALSE(maps.wants_another_frame());
    CHECK(scene.tile(0, {3, 5, 5}) == 0); // the third of this frame waits
    CHECK(maps.wants_another_frame());
    CHECK(maps.bad_tiles() == "Van het kaartbeeld luchtfoto zijn stukken niet te lezen: een plaatje is geen "
                              "png of jpg. Die staan er niet op.");
    CHECK(maps.bad_tiles().empty());
    CHECK(scene.tile(7, {0, 0, 0}) == 0);
}

TEST_CASE("a map whose pictures cannot be shown says why") {
    const Folder folder;
    const auto map = [&](const char* format, const std::string& tile) {
        std::filesystem::remove(folder / "luchtfoto.mbtiles");
        sqlite3* database = nullptr;
        sqlite3_open((folder / "luchtfoto.mbtiles").c_str(), &database);
        std::string sql = "CREATE TABLE metadata(name text, value text);"
                          "CREATE TABLE tiles(zoom_level integer, tile_column integer, tile_row integer, "
                          "tile_data blob);INSERT INTO metadata VALUES('format','" +
                          std::string(format) + "');";
        if (!tile.empty()) {
            sql += "INSERT INTO tiles VALUES(3,1,1,x'";
            for (const char byte : tile)
                sql += fmt::format("{:02x}", static_cast<unsigned char>(byte));
            sql += "');";
        }
        sqlite3_exec(database, sql.c_str(), nullptr, nullptr, nullptr);
        sqlite3_close(database);
        return desk::OwnMaps(folder.path);
    };
    CHECK_THAT(map("webp", "RIFF").left_out(),
               ContainsSubstring("de plaatjes zijn webp, nodig is png of jpg"));
    CHECK_THAT(map("pbf", "x").left_out(), ContainsSubstring("dit zijn vectortegels, nodig is png of jpg"));
    CHECK_THAT(map("png", "").left_out(), ContainsSubstring("er staat geen stuk kaart in"));
    auto large = map("png", png(1'100));
    const StillScene still;
    panels::Scene scene = still.scene();
    large.dress(scene, 1);
    CHECK(scene.tile(0, {3, 1, 6}) == 0);
    CHECK_THAT(large.bad_tiles(),
               ContainsSubstring("een plaatje is te groot: 1100x1100, nodig is ten hoogste 1024x1024"));
}

TEST_CASE("a layer that was left out is said with its file and the place of the fault") {
    const Folder folder;
    std::ofstream(folder / "bomen.geojson") << R"({"type":"FeatureCollection","features":[
        {"type":"Feature","geometry":null},{"type":"Feature","geometry":{"type":"Point","coordinates":[4]}}]})";
    CHECK(desk::OwnMaps(folder.path).left_out() == "De kaartlaag bomen.geojson is niet gebruikt: fout bij "
                                                   "vorm 2. Verbeter het bestand en start opnieuw.");
    std::ofstream(folder / "paden.geojson") << "{\n\n]";
    CHECK_THAT(desk::OwnMaps(folder.path).left_out(), ContainsSubstring("En nog 1:"));
}

TEST_CASE("which layers are off is read back as it was kept, but incident and warnings are on again") {
    const Folder folder;
    std::ofstream(folder / "werkplek.toml") << "functie = \"OvD-Bz\"\nkaart_uit = [\"basiskaart\", "
                                               "\"incident\", \"laag/bomen\", \"waarschuwingen\", 3]\n";
    CHECK(desk::load_kept(folder / "werkplek.toml").map_hidden ==
          std::set<std::string>{"basiskaart", "laag/bomen"});
}

TEST_CASE("a plot is kept as numbers and as a picture, named after its station and moment") {
    const Folder folder;
    StillScene still;
    still.now = *read_instant("2027-01-23T03:37:00Z");
    const picture::SeriesKey key{"Dordrecht", "waterstand", "cm NAP"};
    auto& series = still.picture.series.edit().measured[key];
    for (int i = 60; i >= 0; i -= 10)
        series.put({still.now - minutes(i), 200.0 - i, Quality::goed, 1});
    panels::Scene scene = still.scene();
    scene.mode = Mode::exercise;
    ui::Fonts fonts;
    fonts.build(1);
    const auto files = desk::write_series(scene, {key, still.now - hours(2), still.now + hours(1)}, fonts,
                                          ui::light_palette(), folder.path);
    REQUIRE(files);
    CHECK(files->csv.filename() == "grafiek-Dordrecht-waterstand-20270123-043700.csv");
    CHECK_THAT(content(files->csv), ContainsSubstring(";200;goed;gemeten;OEFENING"));
    CHECK(files->png.filename() == "grafiek-Dordrecht-waterstand-20270123-043700.png");
    CHECK(content(files->png).starts_with("\x89PNG"));
    CHECK(content(files->png).size() > 5'000);
    const auto again = desk::write_series(scene, {key, still.now - minutes(20), still.now}, fonts,
                                          ui::light_palette(), folder.path);
    REQUIRE(again); // another span of the same moment: both are kept
    CHECK(again->csv.filename() == "grafiek-Dordrecht-waterstand-20270123-043700-2.csv");
    CHECK(again->png.filename() == "grafiek-Dordrecht-waterstand-20270123-043700-2.png");
    CHECK(content(files->csv).size() > content(again->csv).size());
    const picture::SeriesKey wind{"Dordrecht", "wind", "m/s"};
    still.picture.series.edit().measured[wind].put({still.now, 5, Quality::goed, 1});
    const auto other = desk::write_series(still.scene(), {wind, still.now - hours(1), still.now}, fonts,
                                          ui::light_palette(), folder.path);
    REQUIRE(other);
    CHECK(other->csv.filename() == "grafiek-Dordrecht-wind-20270123-043700.csv");
    const auto nowhere = desk::write_series(scene, {key, still.now - hours(2), still.now}, fonts,
                                            ui::light_palette(), "/nergens");
    REQUIRE_FALSE(nowhere);
    CHECK_THAT(nowhere.error().where, ContainsSubstring("/nergens/grafiek-"));
}

} // namespace own_maps_test
