// A base map of the user's own: MBTiles 1.3 with pictures (png or jpg) in web mercator.
#pragma once

#include "dashboard/geo/shape.hpp"
#include "messaging/vocabulary/problem.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>

struct sqlite3;
struct sqlite3_stmt;

namespace regiekamer::geo {

/// A tile as web maps number them: y runs from the north (MBTiles itself counts from the south).
struct TileId {
    int zoom = 0, x = 0, y = 0;
    auto operator<=>(const TileId&) const = default;
};
/// The tile that holds a place, clamped to the world.
TileId tile_at(const Position& at, int zoom);
/// Its south-west and north-east corner.
Box box_of(const TileId& tile);
/// The zoom at which one pixel of a tile is no more than so many metres at this latitude.
int zoom_for(double metres_a_pixel, double latitude);

/// What the table `metadata` says, by name.
using MbtilesMetadata = std::map<std::string, std::string>;

struct MbtilesInfo {
    std::string name;               ///< of the file, without its ending
    int zoom_min = 0, zoom_max = 0; ///< of the tiles that are there
    bool from_north = false;        ///< its rows count from the north: "scheme" says xyz
    std::optional<Box> bounds;      ///< none: not said, or not on earth
};
/// `stored`: the least and greatest zoom of the tiles that are there; what the metadata says of that is often
/// not so. A Problem: no pictures that can be read (pbf, webp), or no tiles at all.
Result<MbtilesInfo> read_mbtiles_info(const MbtilesMetadata& said,
                                      const std::function<std::optional<std::pair<int, int>>()>& stored);

/// One file, open for reading only and never written, whoever else writes in it. One thread.
class Mbtiles {
public:
    using Info = MbtilesInfo;
    /// Refused: no SQLite file, no tiles in it, vector tiles (pbf), which are no pictures, or webp.
    static Result<Mbtiles> open(const std::filesystem::path& file);

    [[nodiscard]] const Info& info() const { return info_; }
    /// The bytes of the picture; none: there is no such tile. A Problem: the file cannot be read there.
    Result<std::optional<std::string>> tile(const TileId& id);

private:
    struct Close {
        void operator()(sqlite3* database) const;
        void operator()(sqlite3_stmt* statement) const;
    };
    Mbtiles() = default;
    Result<MbtilesInfo> read_info();

    std::unique_ptr<sqlite3, Close> database_;
    std::unique_ptr<sqlite3_stmt, Close> tile_;
    Info info_;
};

} // namespace regiekamer::geo
