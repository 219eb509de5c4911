// A geometry may be null: then the codes of zones say where it is. GeoJSON has the longitude first.
#include "messaging/feeds/cap/nws_json.hpp"

#include "messaging/feeds/cap/json_members.hpp"

#include <array>
#include <fmt/format.h>
#include <string>
#include <utility>

namespace regiekamer::feeds {
namespace {

namespace json = boost::json;

/// {"UGC":["TXZ1","TXZ2"]} as CAP's pairs of valueName and value.
json::array pairs_of(const json::value* object) {
    json::array pairs;
    if (object == nullptr || !object->is_object()) return pairs;
    for (const auto& member : object->get_object())
        each(&member.value(), [&](const json::value& value) {
            pairs.push_back(json::object{{"valueName", member.key()}, {"value", value}});
        });
    return pairs;
}

/// "lat,lon lat,lon …" of a ring; empty: it is none.
std::string ring_text(const json::value& ring) {
    std::string text;
    if (!ring.is_array()) return text;
    for (const auto& point : ring.get_array()) {
        const auto* pair = point.if_array();
        if (pair == nullptr || pair->size() < 2 || !(*pair)[0].is_number() || !(*pair)[1].is_number())
            return {};
        text += fmt::format("{}{},{}", text.empty() ? "" : " ", (*pair)[1].to_number<double>(),
                            (*pair)[0].to_number<double>());
    }
    return text;
}

/// The outer rings.
json::array polygons_of(const json::value* geometry) {
    json::array polygons;
    const auto* type = geometry == nullptr ? nullptr : member(*geometry, "type");
    const auto* coordinates = geometry == nullptr ? nullptr : member(*geometry, "coordinates");
    if (type == nullptr || coordinates == nullptr || !coordinates->is_array()) return polygons;
    const auto add = [&](const json::value& rings) {
        if (!rings.is_array() || rings.get_array().empty()) return;
        polygons.push_back(json::value(ring_text(rings.get_array().front())));
    };
    if (*type == "Polygon") add(*coordinates);
    if (*type == "MultiPolygon")
        for (const auto& one : coordinates->get_array())
            add(one);
    return polygons;
}

void copy(json::object& out, std::string_view as, const json::value& from, std::string_view name) {
    if (const auto* value = member(from, name)) out[as] = *value;
}

} // namespace

json::value cap_of_nws(const json::value& feature) {
    using Renamed = std::pair<std::string_view, std::string_view>;
    static constexpr std::array of_alert{Renamed{"identifier", "id"}, Renamed{"msgType", "messageType"},
                                         Renamed{"sender", "sender"}, Renamed{"sent", "sent"},
                                         Renamed{"status", "status"}, Renamed{"code", "code"},
                                         Renamed{"note", "note"},     Renamed{"references", "references"}};
    static constexpr std::array of_info{Renamed{"language", "language"},
                                        Renamed{"category", "category"},
                                        Renamed{"event", "event"},
                                        Renamed{"responseType", "response"},
                                        Renamed{"urgency", "urgency"},
                                        Renamed{"severity", "severity"},
                                        Renamed{"certainty", "certainty"},
                                        Renamed{"effective", "effective"},
                                        Renamed{"onset", "onset"},
                                        Renamed{"expires", "expires"},
                                        Renamed{"senderName", "senderName"},
                                        Renamed{"headline", "headline"},
                                        Renamed{"description", "description"},
                                        Renamed{"instruction", "instruction"},
                                        Renamed{"web", "web"}};
    const auto* properties = member(feature, "properties");
    if (properties == nullptr) return feature;
    json::object alert{{"scope", "Public"}}, info, area;
    for (const auto& [as, name] : of_alert)
        copy(alert, as, *properties, name);
    copy(alert, "scope", *properties, "scope");
    for (const auto& [as, name] : of_info)
        copy(info, as, *properties, name);
    info["eventCode"] = pairs_of(member(*properties, "eventCode"));
    info["parameter"] = pairs_of(member(*properties, "parameters"));
    copy(area, "areaDesc", *properties, "areaDesc");
    area["geocode"] = pairs_of(member(*properties, "geocode"));
    area["polygon"] = polygons_of(member(feature, "geometry"));
    info["area"] = json::array{std::move(area)};
    alert["info"] = json::array{std::move(info)};
    return alert;
}

} // namespace regiekamer::feeds
