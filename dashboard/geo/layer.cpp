// GeoJSON -> features. Every refusal names the feature, counted from 1, and what stood there.
#include "dashboard/geo/layer.hpp"

#include "dashboard/geo/projection.hpp"

#include <algorithm>
#include <boost/json.hpp>
#include <cmath>
#include <fmt/format.h>
#include <fstream>

namespace regiekamer::geo {
namespace {

namespace json = boost::json;

constexpr std::size_t bytes_max = 64UL << 20U, features_max = 200'000, points_max = 4'000'000, deep_max = 8;

/// Numbers as they stand in the file: degrees or metres is decided over all of them.
struct Raw {
    Feature::Kind kind = Feature::Kind::point;
    std::string name;
    std::vector<std::vector<std::pair<double, double>>> rings;
    std::size_t number = 0;            ///< of the feature in the file
    std::vector<std::string> geocodes; ///< that a polygon is the area of
};

/// Letters small or capital: what comes from a shapefile has its words in capitals.
bool same_word(std::string_view one, std::string_view other) {
    const auto small = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
    return std::equal(one.begin(), one.end(), other.begin(), other.end(),
                      [&](char a, char b) { return small(a) == small(b); });
}

bool begins_with(std::string_view text, std::string_view word) {
    return same_word(text.substr(0, word.size()), word);
}

class GeojsonReader {
public:
    Result<std::vector<Raw>> read(const json::value& root) {
        const auto* object = root.if_object();
        if (object == nullptr) return refuse("", "no object", "a GeoJSON object");
        if (const auto* features = object->if_contains("features")) {
            if (!features->is_array()) return refuse("/features", "no list", "a list of features");
            if (features->get_array().size() > features_max)
                return refuse("/features", fmt::format("{} features", features->get_array().size()),
                              fmt::format("at most {}", features_max));
            for (const auto& one : features->get_array()) {
                ++number_;
                if (auto done = feature(one); !done) return tl::unexpected(done.error());
            }
        } else {
            number_ = 1;
            if (auto done = feature(root); !done) return tl::unexpected(done.error());
        }
        return std::move(found_);
    }

private:
    [[nodiscard]] tl::unexpected<Problem> wrong(std::string found, std::string expected) const {
        return refuse(fmt::format("feature {}", number_), std::move(found), std::move(expected));
    }

    Result<void> feature(const json::value& value) {
        const auto* object = value.if_object();
        if (object == nullptr) return wrong("no object", "a feature");
        const auto* type = object->if_contains("type");
        if (type == nullptr || !type->is_string()) return wrong("no type", "\"type\": \"Feature\"");
        if (type->get_string() != "Feature") return geometry(value, {}, 0); // a bare geometry
        const auto* shape = object->if_contains("geometry");
        if (shape == nullptr) return wrong("no geometry", "a geometry, or null");
        if (shape->is_null()) return {};
        geocodes_ = geocodes_of(*object);
        return geometry(*shape, name_of(*object), 0);
    }

    static std::string name_of(const json::object& feature) {
        const auto* properties = feature.if_contains("properties");
        if (properties == nullptr || !properties->is_object()) return {};
        for (const std::string_view member : {"name", "naam", "title", "titel", "label", "omschrijving"})
            for (const auto& [key, value] : properties->get_object())
                if (value.is_string() && !value.get_string().empty() && same_word(key, member))
                    return std::string(value.get_string()).substr(0, 200);
        return {};
    }

    static std::vector<std::string> geocodes_of(const json::object& feature) {
        constexpr std::size_t code_max = 200, codes_max = 100;
        const auto* properties = feature.if_contains("properties");
        if (properties == nullptr || !properties->is_object()) return {};
        std::vector<std::string> codes;
        const auto text_in = [&](std::string_view member) {
            const auto* value = properties->get_object().if_contains(member);
            const auto* text = value == nullptr ? nullptr : value->if_string();
            return text == nullptr ? std::string_view() : std::string_view(*text);
        };
        const auto add = [&](std::string code) {
            if (!code.empty() && code.size() <= code_max && codes.size() < codes_max)
                codes.push_back(std::move(code));
        };
        add(std::string(text_in("geocode")));
        if (const auto* list = properties->get_object().if_contains("geocode"); list && list->is_array())
            for (const auto& one : list->get_array())
                if (one.is_string()) add(std::string(one.get_string()));
        if (const auto type = text_in("type"), code = text_in("code"); !type.empty() && !code.empty())
            add(std::string(type) + "=" + std::string(code));
        return codes;
    }

    Result<void> geometry(const json::value& value, const std::string& name, std::size_t depth) {
        const auto* object = value.if_object();
        const auto* type = object == nullptr ? nullptr : object->if_contains("type");
        if (type == nullptr || !type->is_string() || depth > deep_max)
            return wrong("no geometry", "an object with type and coordinates");
        const std::string_view what = type->get_string();
        if (what == "GeometryCollection") {
            const auto* parts = object->if_contains("geometries");
            if (parts == nullptr || !parts->is_array()) return wrong("no geometries", "a list");
            for (const auto& part : parts->get_array())
                if (auto done = geometry(part, name, depth + 1); !done) return done;
            return {};
        }
        const auto* coordinates = object->if_contains("coordinates");
        if (coordinates == nullptr || !coordinates->is_array()) return wrong("no coordinates", "a list");
        const auto each = [&](auto&& take) -> Result<void> {
            for (const auto& part : coordinates->get_array())
                if (auto done = (this->*take)(part, name); !done) return done;
            return {};
        };
        if (what == "Point") return point(*coordinates, name);
        if (what == "MultiPoint") return each(&GeojsonReader::point);
        if (what == "LineString") return line(*coordinates, name);
        if (what == "MultiLineString") return each(&GeojsonReader::line);
        if (what == "Polygon") return polygon(*coordinates, name);
        if (what == "MultiPolygon") return each(&GeojsonReader::polygon);
        return wrong("type " + std::string(what.substr(0, 40)),
                     "Point, LineString, Polygon or Multi of these");
    }

    Result<std::pair<double, double>> position(const json::value& value) {
        const auto* pair = value.if_array();
        if (pair == nullptr || pair->size() < 2 || !(*pair)[0].is_number() || !(*pair)[1].is_number())
            return wrong("a position without two numbers", "[longitude, latitude]");
        if (++points_ > points_max) return wrong("too many positions", fmt::format("at most {}", points_max));
        return std::pair{(*pair)[0].to_number<double>(), (*pair)[1].to_number<double>()};
    }

    Result<std::vector<std::pair<double, double>>> positions(const json::value& value, std::size_t least) {
        const auto* list = value.if_array();
        if (list == nullptr || list->size() < least)
            return wrong(fmt::format("{} positions", list == nullptr ? 0 : list->size()),
                         fmt::format("at least {}", least));
        std::vector<std::pair<double, double>> made;
        made.reserve(list->size());
        for (const auto& one : *list) {
            const auto at = position(one);
            if (!at) return tl::unexpected(at.error());
            made.push_back(*at);
        }
        return made;
    }

    Result<void> point(const json::value& value, const std::string& name) {
        const auto at = position(value);
        if (!at) return tl::unexpected(at.error());
        found_.push_back({Feature::Kind::point, name, {{*at}}, number_, {}});
        return {};
    }

    Result<void> line(const json::value& value, const std::string& name) {
        auto made = positions(value, 2);
        if (!made) return tl::unexpected(made.error());
        found_.push_back({Feature::Kind::line, name, {std::move(*made)}, number_, {}});
        return {};
    }

    Result<void> polygon(const json::value& value, const std::string& name) {
        const auto* rings = value.if_array();
        if (rings == nullptr || rings->empty()) return wrong("a polygon without rings", "at least one");
        Raw raw{Feature::Kind::polygon, name, {}, number_, geocodes_};
        for (const auto& ring : *rings) {
            auto made = positions(ring, 4);
            if (!made) return tl::unexpected(made.error());
            raw.rings.push_back(std::move(*made));
        }
        found_.push_back(std::move(raw));
        return {};
    }

    std::vector<Raw> found_;
    std::vector<std::string> geocodes_; ///< of the feature that is read
    std::size_t number_ = 0, points_ = 0;
};

enum class System { wgs84, rd };

/// What `crs` says (GeoJSON of before RFC 7946); none: nothing.
Result<std::optional<System>> said_system(const json::value& root) {
    const auto* crs = root.is_object() ? root.get_object().if_contains("crs") : nullptr;
    if (crs == nullptr || crs->is_null()) return std::nullopt;
    const std::string text = json::serialize(*crs);
    if (text.find("28992") != std::string::npos) return System::rd;
    // 4258 is ETRS89, which PDOK gives: less than a metre from WGS 84.
    for (const char* name : {"4326", "CRS84", "4258"})
        if (text.find(name) != std::string::npos) return System::wgs84;
    return refuse("/crs", text.substr(0, 60), "EPSG:28992 or EPSG:4326");
}

bool degrees(double x, double y) {
    return std::fabs(x) <= 180 && std::fabs(y) <= 90;
}

Result<Position> placed(const Raw& raw, double x, double y, System system) {
    const auto where = fmt::format("feature {}", raw.number), found = fmt::format("{}, {}", x, y);
    if (system == System::wgs84) {
        if (!degrees(x, y)) return refuse(where, found, "longitude and latitude");
        return Position{y, x};
    }
    const auto at = to_wgs84({x, y});
    if (!at) return refuse(where, found, "x and y in RD");
    return *at;
}

void simplify(Feature& feature) {
    std::size_t points = 0;
    for (const auto& ring : feature.rings)
        points += ring.size();
    if (points < 16) return;
    for (std::size_t i = 0; i < tolerances.size(); ++i)
        for (const auto& ring : feature.rings)
            feature.simpler.at(i).push_back(simplified(ring, tolerances.at(i)));
}

void fill(Feature& feature) {
    if (feature.kind != Feature::Kind::polygon) return;
    feature.inside = strips_of(feature.rings, feature.corner());
    for (std::size_t i = 0; i < tolerances.size(); ++i)
        feature.simpler_inside.at(i) = strips_of(feature.simpler.at(i), feature.corner());
}

/// Which of the simpler shapes is off by no more than a pixel; none: as it is.
std::optional<std::size_t> simpler_at(const Feature& feature, double metres_a_pixel) {
    for (std::size_t i = tolerances.size(); i-- > 0;)
        if (metres_a_pixel >= tolerances.at(i) && !feature.simpler.at(i).empty()) return i;
    return std::nullopt;
}

} // namespace

const std::vector<Ring>& rings_at(const Feature& feature, double metres_a_pixel) {
    const auto simpler = simpler_at(feature, metres_a_pixel);
    return simpler ? feature.simpler.at(*simpler) : feature.rings;
}

const std::vector<Strip>& inside_at(const Feature& feature, double metres_a_pixel) {
    const auto simpler = simpler_at(feature, metres_a_pixel);
    return simpler ? feature.simpler_inside.at(*simpler) : feature.inside;
}

Result<VectorLayer> read_geojson(const std::string& name, const std::string& text) {
    json::error_code ec;
    json::parser parser;
    const auto stopped = parser.write_some(text, ec);
    if (!ec && stopped < text.size() && text.find_first_not_of(" \t\r\n", stopped) != std::string::npos)
        ec = json::error::extra_data;
    if (ec) {
        const auto before = text.substr(0, std::min(stopped, text.size()));
        const auto line = 1 + std::count(before.begin(), before.end(), '\n');
        return refuse(fmt::format("line {}", line), ec.message(), "JSON");
    }
    const json::value root = parser.release();
    const auto said = said_system(root);
    if (!said) return tl::unexpected(said.error());
    auto raws = GeojsonReader().read(root);
    if (!raws) return tl::unexpected(raws.error());
    auto system = *said;
    if (!system) { // nothing says so: RD when no coordinate of it can be degrees
        bool any = false, all_rd = true;
        for (const auto& raw : *raws)
            for (const auto& ring : raw.rings)
                for (const auto& [x, y] : ring)
                    any = true, all_rd = all_rd && !degrees(x, y) && rd_like(x, y);
        system = any && all_rd ? System::rd : System::wgs84;
    }
    VectorLayer layer;
    layer.name = name;
    layer.vulnerable = begins_with(name, "kwetsbaar") || begins_with(name, "kwetsbare");
    std::vector<Box> boxes;
    for (auto& raw : *raws) {
        Feature feature;
        feature.kind = raw.kind;
        feature.name = std::move(raw.name);
        feature.object = static_cast<std::uint32_t>(raw.number - 1);
        if (layer.features.empty() || layer.features.back().object != feature.object) ++layer.objects;
        for (const auto& ring : raw.rings) {
            auto& made = feature.rings.emplace_back();
            for (const auto& [x, y] : ring) {
                const auto at = placed(raw, x, y, *system);
                if (!at) return tl::unexpected(at.error());
                made.push_back(*at);
                feature.box.reach(*at);
            }
        }
        for (auto& code : raw.geocodes)
            layer.of_geocode[std::move(code)].push_back(static_cast<std::uint32_t>(layer.features.size()));
        simplify(feature);
        fill(feature);
        boxes.push_back(feature.box);
        layer.features.push_back(std::move(feature));
    }
    layer.grid = Grid(boxes);
    return layer;
}

Result<VectorLayer> load_geojson(const std::filesystem::path& file) {
    std::error_code none;
    const auto size = std::filesystem::file_size(file, none);
    std::ifstream in(file, std::ios::binary);
    if (none || !in) return refuse(file.string(), "no file that can be read", "GeoJSON");
    if (size > bytes_max) return refuse(file.string(), fmt::format("{} MB", size >> 20U), "at most 64 MB");
    std::string text{std::istreambuf_iterator<char>(in), {}};
    if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
    auto layer = read_geojson(file.stem().string(), text);
    if (!layer) {
        auto problem = layer.error();
        problem.where = problem.where.empty() ? file.string() : file.string() + ", " + problem.where;
        return tl::unexpected(std::move(problem));
    }
    return layer;
}

std::vector<const Feature*> areas_of(std::span<const VectorLayer> layers, std::string_view geocode) {
    std::vector<const Feature*> areas;
    const auto value = geocode.substr(geocode.find('=') + 1);
    for (const auto& layer : layers) {
        auto found = layer.of_geocode.find(geocode);
        if (found == layer.of_geocode.end()) found = layer.of_geocode.find(value);
        if (found == layer.of_geocode.end()) continue;
        for (const auto at : found->second)
            areas.push_back(&layer.features[at]);
    }
    return areas;
}

std::vector<std::uint32_t> features_inside(const VectorLayer& layer, std::span<const Position> ring) {
    const Area area(ring);
    auto found = layer.grid.touching(area.box());
    std::optional<std::uint32_t> last; // they are sorted, so the parts of one come after each other
    std::erase_if(found, [&](std::uint32_t i) {
        const auto& feature = layer.features[i];
        if (last == feature.object) return true;
        if (!area.meets(feature.rings, feature.box, feature.kind == Feature::Kind::polygon)) return true;
        last = feature.object;
        return false;
    });
    return found;
}

} // namespace regiekamer::geo
