// The user's own layers: what a municipality has as GeoJSON, read whole or refused whole.
#pragma once

#include "dashboard/geo/grid.hpp"
#include "dashboard/geo/strips.hpp"
#include "messaging/vocabulary/problem.hpp"

#include <array>
#include <filesystem>
#include <map>
#include <string>

namespace regiekamer::geo {

/// One shape with its name. A Multi-geometry is as many features.
struct Feature {
    enum class Kind { point, line, polygon } kind = Kind::point;
    std::string name;
    std::uint32_t object = 0; ///< which feature of the file, from 0: the parts of one have the same
    std::vector<Ring> rings;  ///< point: one position; line: one; polygon: its outside, then its holes
    Box box;
    std::vector<Strip> inside; ///< of a polygon, from the south-west corner of its box
    /// `rings` and `inside` with fewer points, for who is far away: see `tolerances`. Empty: as it is.
    std::array<std::vector<Ring>, 3> simpler;
    std::array<std::vector<Strip>, 3> simpler_inside;
    [[nodiscard]] Position corner() const { return {box.south, box.west}; }
};

/// How far the simpler shapes of a feature may be off, in metres.
inline constexpr std::array tolerances{4.0, 20.0, 100.0};
/// The rings to draw where one pixel is so many metres: off by no more than a pixel.
const std::vector<Ring>& rings_at(const Feature& feature, double metres_a_pixel);
/// What lies within those rings.
const std::vector<Strip>& inside_at(const Feature& feature, double metres_a_pixel);

struct VectorLayer {
    std::string name;              ///< of the file, without its ending
    bool vulnerable = false;       ///< kwetsbare objecten: a file whose name begins with "kwetsbaar"
    std::vector<Feature> features; ///< the parts of an object stand together
    std::size_t objects = 0;       ///< how many features of the file have a geometry
    Grid grid;                     ///< over the boxes of the features
    /// Polygons by the code that they are the area of: "EMMA_ID=NL009", or the value alone.
    std::map<std::string, std::vector<std::uint32_t>, std::less<>> of_geocode;
};

/// RFC 7946, and what came before it: WGS 84, or RD when its `crs` says EPSG:28992 or when all its
/// coordinates can only be RD. Feature, FeatureCollection, or a bare geometry; null geometry, Z and holes are
/// taken. The name is the first there is of name, naam, title, titel, label, omschrijving, in small letters
/// or capitals. A geocode is `geocode` (text, or a list of it), or `type` and `code` as in MeteoAlarm's own
/// file. A Problem says where in the file: nothing is used of a file that has one.
Result<VectorLayer> read_geojson(const std::string& name, const std::string& text);
Result<VectorLayer> load_geojson(const std::filesystem::path& file);

/// The polygons of all layers that are the area of a geocode, "EMMA_ID=NL009".
std::vector<const Feature*> areas_of(std::span<const VectorLayer> layers, std::string_view geocode);

/// Which features of a layer lie in a ring, whole or with a part: see `Area`. Of an object of more parts,
/// its first that does.
std::vector<std::uint32_t> features_inside(const VectorLayer& layer, std::span<const Position> ring);

} // namespace regiekamer::geo
