// Two tables (or views): metadata and tiles.
#include "dashboard/geo/mbtiles.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <fmt/format.h>
#include <numbers>
#include <sqlite3.h>

namespace regiekamer::geo {
namespace {

constexpr int zoom_most = 22, tile_bytes_max = 4 << 20;
constexpr double pi = std::numbers::pi;

double latitude_of(double y, int zoom) {
    const double n = pi * (1 - 2 * y / std::exp2(zoom));
    return std::atan(std::sinh(n)) * 180 / pi;
}

/// "west,south,east,north"; none when it is not that.
std::optional<Box> bounds_of(const std::string& text) {
    std::array<double, 4> parts{};
    const char* at = text.c_str();
    for (std::size_t i = 0; i < 4; ++i) {
        char* end = nullptr;
        parts.at(i) = std::strtod(at, &end);
        if (end == at || (i < 3 && *end != ',')) return std::nullopt;
        at = end + 1;
    }
    const Box box{parts[1], parts[0], parts[3], parts[2]}, earth{-90, -180, 90, 180};
    const bool on_earth = earth.contains({box.south, box.west}) && earth.contains({box.north, box.east});
    return on_earth && !box.empty() ? std::optional(box) : std::nullopt; // not of what is no number, either
}

} // namespace

TileId tile_at(const Position& at, int zoom) {
    const double side = std::exp2(zoom), lat = std::clamp(at.lat, -85.0511, 85.0511) * pi / 180;
    const double x = (at.lon + 180) / 360 * side, y = (1 - std::asinh(std::tan(lat)) / pi) / 2 * side;
    const auto cell = [&](double value) { return static_cast<int>(std::clamp(value, 0.0, side - 1)); };
    return {zoom, cell(x), cell(y)};
}

Box box_of(const TileId& tile) {
    const double side = std::exp2(tile.zoom);
    return {latitude_of(tile.y + 1, tile.zoom), tile.x / side * 360 - 180, latitude_of(tile.y, tile.zoom),
            (tile.x + 1) / side * 360 - 180};
}

int zoom_for(double metres_a_pixel, double latitude) {
    const double whole_world = 156'543.03392 * std::cos(latitude * pi / 180);
    return static_cast<int>(std::clamp(std::ceil(std::log2(whole_world / metres_a_pixel) - 0.3), 0.0, 22.0));
}

void Mbtiles::Close::operator()(sqlite3* database) const {
    sqlite3_close(database);
}
void Mbtiles::Close::operator()(sqlite3_stmt* statement) const {
    sqlite3_finalize(statement);
}

Result<Mbtiles> Mbtiles::open(const std::filesystem::path& file) {
    Mbtiles made;
    sqlite3* database = nullptr;
    const int opened = sqlite3_open_v2(file.c_str(), &database, SQLITE_OPEN_READONLY, nullptr);
    made.database_.reset(database);
    if (opened != SQLITE_OK) return refuse(file.string(), "no file that can be read", "MBTiles");
    sqlite3_stmt* statement = nullptr;
    constexpr auto* sql =
        "SELECT tile_data FROM tiles WHERE zoom_level=?1 AND tile_column=?2 AND tile_row=?3";
    if (sqlite3_prepare_v2(database, sql, -1, &statement, nullptr) != SQLITE_OK)
        return refuse(file.string(), sqlite3_errmsg(database), "an MBTiles file with a table tiles");
    made.tile_.reset(statement);
    auto read = made.read_info();
    if (!read) return refuse(file.string(), read.error().found, read.error().expected);
    made.info_ = std::move(*read);
    made.info_.name = file.stem().string();
    return made;
}

Result<MbtilesInfo> read_mbtiles_info(const MbtilesMetadata& said,
                                      const std::function<std::optional<std::pair<int, int>>()>& stored) {
    const auto says = [&](const char* name, std::string_view value) {
        const auto found = said.find(name);
        return found != said.end() && found->second == value;
    };
    if (says("format", "pbf")) return refuse("", "vector tiles (pbf)", "pictures: png or jpg");
    if (says("format", "webp")) return refuse("", "webp", "pictures: png or jpg");
    const auto zooms = stored();
    if (!zooms || zooms->first > zooms->second || zooms->second < 0 || zooms->first > zoom_most)
        return refuse("", "no tiles", "at least one tile");
    MbtilesInfo info;
    info.zoom_min = std::max(zooms->first, 0);
    info.zoom_max = std::min(zooms->second, zoom_most);
    info.from_north = says("scheme", "xyz");
    if (const auto bounds = said.find("bounds"); bounds != said.end())
        info.bounds = bounds_of(bounds->second);
    return info;
}

Result<MbtilesInfo> Mbtiles::read_info() {
    const auto rows = [this](const char* sql, auto&& row) {
        sqlite3_stmt* raw = nullptr;
        if (sqlite3_prepare_v2(database_.get(), sql, -1, &raw, nullptr) != SQLITE_OK) return;
        const std::unique_ptr<sqlite3_stmt, Close> statement(raw);
        while (sqlite3_step(raw) == SQLITE_ROW)
            row(raw);
    };
    MbtilesMetadata said;
    rows("SELECT name, value FROM metadata LIMIT 1000", [&](sqlite3_stmt* row) {
        const auto text = [&](int column) {
            const auto* bytes = sqlite3_column_text(row, column);
            return bytes == nullptr ? std::string() : std::string(reinterpret_cast<const char*>(bytes));
        };
        said[text(0)] = text(1);
    });
    return read_mbtiles_info(said, [&] {
        std::optional<std::pair<int, int>> zooms;
        // Each by itself, in order: an index gives its end at once, of a view of joined tables too.
        rows("SELECT zoom_level FROM tiles WHERE zoom_level NOT NULL ORDER BY zoom_level LIMIT 1",
             [&](sqlite3_stmt* row) {
                 zooms = {sqlite3_column_int(row, 0), sqlite3_column_int(row, 0)};
             });
        rows("SELECT zoom_level FROM tiles ORDER BY zoom_level DESC LIMIT 1", [&](sqlite3_stmt* row) {
            if (zooms) zooms->second = sqlite3_column_int(row, 0);
        });
        return zooms;
    });
}

Result<std::optional<std::string>> Mbtiles::tile(const TileId& id) {
    auto* statement = tile_.get();
    sqlite3_reset(statement);
    sqlite3_bind_int(statement, 1, id.zoom);
    sqlite3_bind_int(statement, 2, id.x);
    sqlite3_bind_int64(statement, 3, info_.from_north ? id.y : (std::int64_t{1} << id.zoom) - 1 - id.y);
    const int step = sqlite3_step(statement);
    if (step == SQLITE_DONE) return std::nullopt;
    const auto where = fmt::format("{}, tile {}/{}/{}", info_.name, id.zoom, id.x, id.y);
    if (step != SQLITE_ROW) return refuse(where, sqlite3_errmsg(database_.get()), "a tile");
    const int size = sqlite3_column_bytes(statement, 0);
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement, 0));
    if (bytes == nullptr || size == 0 || size > tile_bytes_max)
        return refuse(where, fmt::format("{} bytes", size), "at most 4 MB");
    std::string picture(bytes, static_cast<std::size_t>(size));
    sqlite3_reset(statement);
    return picture;
}

} // namespace regiekamer::geo
