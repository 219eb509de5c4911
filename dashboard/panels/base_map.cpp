// GeoJSON (RFC 7946) of this project's own kind -> what the plot draws. Unknown features are passed over.
#include "dashboard/panels/base_map.hpp"

#include "dashboard/words/folded.hpp"
#include "messaging/codec/parse.hpp"

#include <algorithm>
#include <boost/json.hpp>
#include <fstream>

namespace regiekamer::panels {
namespace {

namespace json = boost::json;

std::optional<ui::Earth> position(const json::value& value) {
    const auto* pair = value.if_array();
    if (pair == nullptr || pair->size() < 2 || !pair->at(0).is_number() || !pair->at(1).is_number())
        return std::nullopt;
    return ui::Earth{pair->at(1).to_number<double>(), pair->at(0).to_number<double>()};
}

std::vector<ui::Earth> positions(const json::value& value) {
    std::vector<ui::Earth> points;
    if (const auto* list = value.if_array())
        for (const auto& item : *list)
            if (const auto point = position(item)) points.push_back(*point);
    return points;
}

std::string text(const json::object& object, std::string_view name) {
    const auto* value = object.if_contains(name);
    return value != nullptr && value->is_string() ? std::string(value->get_string()) : std::string();
}

double number(const json::object& object, std::string_view name, double otherwise) {
    const auto* value = object.if_contains(name);
    return value != nullptr && value->is_number() ? value->to_number<double>() : otherwise;
}

MapLake lake(std::vector<ui::Earth> points) {
    MapLake made;
    // In degrees a triangulation is as good as on screen: the projection only stretches.
    std::vector<ui::Point> flat;
    flat.reserve(points.size());
    for (const auto& point : points)
        flat.push_back({static_cast<float>((point.longitude - points[0].longitude) * 1e5),
                        static_cast<float>((points[0].latitude - point.latitude) * 1e5)});
    if (flat.size() > 3 && flat.front() == flat.back()) {
        flat.pop_back();
        points.pop_back();
    }
    made.triangles = ui::triangulate(flat);
    made.points = std::move(points);
    return made;
}

void add(BaseMap& map, const json::object& properties, const json::object& geometry) {
    const std::string kind = text(properties, "kind"), type = text(geometry, "type");
    const auto* coordinates = geometry.if_contains("coordinates");
    if (coordinates == nullptr) return;
    if (type == "Point") {
        if (const auto at = position(*coordinates))
            map.names.push_back({text(properties, "name"), *at,
                                 static_cast<int>(number(properties, "rank", 3)), kind == "place"});
    } else if (type == "LineString") {
        map.lines.push_back({kind == "water" ? MapLine::Kind::water : MapLine::Kind::road,
                             text(properties, "name"), static_cast<float>(number(properties, "width_m", 10)),
                             positions(*coordinates)});
    } else if (type == "Polygon" && coordinates->is_array() && !coordinates->get_array().empty()) {
        auto ring = positions(coordinates->get_array().front());
        if (ring.size() < 3) return;
        if (kind == "water")
            map.lakes.push_back(lake(std::move(ring)));
        else
            map.lines.push_back({MapLine::Kind::border, text(properties, "name"), 0, std::move(ring)});
    }
}

} // namespace

Result<BaseMap> load_base_map(const std::filesystem::path& file) {
    std::ifstream in(file);
    if (!in) return refuse(file.string(), "no file that can be read", "the base map as GeoJSON");
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    constexpr std::size_t nesting_most = 32;
    const auto parsed = codec::parse(bytes, nesting_most);
    if (!parsed) return refuse(file.string(), parsed.error().found, "a GeoJSON FeatureCollection");
    const auto* root = parsed->if_object();
    const auto* features = root == nullptr ? nullptr : root->if_contains("features");
    if (features == nullptr || !features->is_array())
        return refuse(file.string(), "no features", "a GeoJSON FeatureCollection");
    BaseMap map;
    for (const auto& feature : features->get_array()) {
        const auto* object = feature.if_object();
        const auto* properties = object == nullptr ? nullptr : object->if_contains("properties");
        const auto* geometry = object == nullptr ? nullptr : object->if_contains("geometry");
        if (properties != nullptr && geometry != nullptr && properties->is_object() && geometry->is_object())
            add(map, properties->get_object(), geometry->get_object());
    }
    return map;
}

std::optional<ui::Earth> place_named(const BaseMap& map, std::string_view name) {
    const auto wanted = words::folded(name);
    const auto found = std::find_if(map.names.begin(), map.names.end(),
                                    [&](const MapName& one) { return words::folded(one.name) == wanted; });
    return found == map.names.end() ? std::nullopt : std::optional(found->at);
}

} // namespace regiekamer::panels
