// Geometry first, then a function a theme.
#include "dashboard/exchange/geojson.hpp"

#include "dashboard/words/labels.hpp"
#include "messaging/codec/description.hpp"

#include <algorithm>
#include <boost/json.hpp>
#include <charconv>
#include <cmath>
#include <fmt/format.h>
#include <numbers>

namespace regiekamer::exchange {
namespace {

namespace json = boost::json;
using picture::Picture;

// geometry

json::array coordinates(const Position& at) {
    return {at.lon, at.lat};
}
bool on_earth(const Position& at) {
    return std::fabs(at.lat) <= 90 && std::fabs(at.lon) <= 180;
}
json::object point(const Position& at) {
    return {{"type", "Point"}, {"coordinates", coordinates(at)}};
}
json::value point(const std::optional<Position>& at) {
    return at ? json::value(point(*at)) : json::value(nullptr);
}

/// Twice the area, positive when it turns against the clock.
double turn(const std::vector<Position>& ring) {
    double sum = 0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const auto &a = ring[i], &b = ring[(i + 1) % ring.size()];
        sum += a.lon * b.lat - b.lon * a.lat;
    }
    return sum;
}

/// Closed and against the clock; empty: too short, or not on earth.
json::array ring_of(std::vector<Position> ring) {
    if (ring.size() > 1 && ring.front() == ring.back()) ring.pop_back();
    if (ring.size() < 3 || !std::all_of(ring.begin(), ring.end(), on_earth)) return {};
    if (turn(ring) < 0) std::reverse(ring.begin(), ring.end());
    ring.push_back(ring.front());
    json::array made;
    for (const auto& at : ring)
        made.push_back(coordinates(at));
    return made;
}

/// One ring, several, or none that can be drawn.
json::value polygons(const std::vector<std::vector<Position>>& rings) {
    json::array all;
    for (const auto& ring : rings)
        if (auto made = ring_of(ring); !made.empty()) all.push_back(json::array{std::move(made)});
    if (all.empty()) return nullptr;
    if (all.size() == 1) return json::object{{"type", "Polygon"}, {"coordinates", all.front()}};
    return json::object{{"type", "MultiPolygon"}, {"coordinates", std::move(all)}};
}

json::value drawn(const AreaDrawn& area) {
    if (area.kind != AreaKind::route) return polygons({area.polygon});
    if (area.polygon.size() < 2) return nullptr;
    json::array line;
    for (const auto& at : area.polygon)
        line.push_back(coordinates(at));
    return json::object{{"type", "LineString"}, {"coordinates", std::move(line)}};
}

struct Circle {
    Position middle;
    double kilometres{};
};
/// CAP's "lat,lon km".
std::optional<Circle> circle_of(std::string_view text) {
    Circle circle;
    const auto take = [&](double& number, char behind) {
        const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
        if (read.ec != std::errc() || !std::isfinite(number)) return false;
        text.remove_prefix(static_cast<std::size_t>(read.ptr - text.data()));
        if (behind == '\0') return text.empty();
        if (text.empty() || text.front() != behind) return false;
        text.remove_prefix(1);
        return true;
    };
    if (!take(circle.middle.lat, ',') || !take(circle.middle.lon, ' ') || !take(circle.kilometres, '\0'))
        return std::nullopt;
    return circle;
}

/// As 64 corners.
std::vector<Position> ring_around(const Circle& circle) {
    constexpr double kilometres_a_degree = 111.195;
    const double high = circle.kilometres / kilometres_a_degree;
    const double wide = high / std::max(0.01, std::cos(circle.middle.lat * std::numbers::pi / 180));
    std::vector<Position> ring;
    for (int corner = 0; corner < 64; ++corner) {
        const double angle = corner * 2 * std::numbers::pi / 64;
        ring.push_back(
            {circle.middle.lat + high * std::sin(angle), circle.middle.lon + wide * std::cos(angle)});
    }
    return ring;
}

/// Shapes of an area are one whole; circles of no size are a point where there is nothing else.
json::value shape_of(const WarningArea& area) {
    auto rings = area.polygons;
    std::optional<Position> spot;
    for (const auto& text : area.circles) {
        const auto circle = circle_of(text);
        if (!circle || !on_earth(circle->middle)) continue;
        if (circle->kilometres > 0)
            rings.push_back(ring_around(*circle));
        else
            spot = circle->middle;
    }
    auto shape = polygons(rings);
    return shape.is_null() ? point(spot) : shape;
}

// properties

json::value text(const std::string& words) {
    return json::value(line_of(words));
}
template <class T>
json::value maybe(const std::optional<T>& value, auto&& make) {
    return value ? json::value(make(*value)) : json::value(nullptr);
}
json::value maybe(const std::optional<std::string>& value) {
    return maybe(value, text);
}
json::value instant(Instant at) {
    return at == Instant{} ? json::value(nullptr) : json::value(to_text(at));
}
json::value maybe(const std::optional<Instant>& value) {
    return maybe(value, instant);
}

class Collection {
public:
    Collection(const Picture& picture, Instant now, const Origin& origin, std::optional<IncidentId> only)
        : picture_(picture), now_(now), mode_(codec::word(origin.mode)), only_(std::move(only)) {}

    json::array made() && {
        incidents();
        loose_places();
        events();
        works();
        stations();
        warnings();
        return std::move(features_);
    }

private:
    void add(std::string_view theme, const std::string& id, const std::string& name, json::value geometry,
             json::object more) {
        json::object properties{{"mode", mode_}, {"theme", theme}, {"id", text(id)}, {"name", text(name)}};
        for (auto& member : more)
            properties.emplace(member.key(), std::move(member.value()));
        features_.push_back(json::object{{"type", "Feature"},
                                         {"id", fmt::format("{}/{}", theme, readable_identifier(id))},
                                         {"geometry", std::move(geometry)},
                                         {"properties", std::move(properties)}});
    }

    void incidents() {
        for (const auto& id : picture::active_incidents(picture_, now_)) {
            if (only_ && *only_ != id) continue;
            const auto& incident = *picture::find_incident(picture_, id);
            const auto grip = picture::grip_at(incident, now_);
            add("incident", id.value, incident.title.value, point(incident.point.value),
                {{"kind", text(incident.kind.value.value)},
                 {"municipality", text(incident.municipality.value)},
                 {"place", text(incident.place.value)},
                 {"started", instant(incident.started.value)},
                 {"addresses",
                  maybe(incident.addresses.value, [](const Count& count) { return count.value; })},
                 {"grip", grip.level.value},
                 {"grip_since", maybe(grip.since)}});
            for (const auto* area : picture::areas_of(picture_, id))
                add("area", area->value.area.value, area->value.label, drawn(area->value),
                    {{"kind", codec::word(area->value.kind)},
                     {"incident", text(id.value)},
                     {"drawn", instant(area->time)}});
            for (const auto& [key, place] : picture_.incidents->places)
                if (place.value.incident == id) put_place(place);
        }
    }
    void loose_places() {
        for (const auto& [key, place] : picture_.incidents->places)
            if (!place.value.incident) put_place(place);
    }
    void put_place(const picture::Known<PlaceMarked>& place) {
        add("place", place.value.place.value, place.value.label, point(place.value.point),
            {{"kind", codec::word(place.value.kind)},
             {"incident", maybe(place.value.incident, [](const IncidentId& id) { return text(id.value); })},
             {"state", maybe(place.value.state)},
             {"marked", instant(place.time)}});
    }

    void events() {
        for (const auto& [id, event] : picture_.events->events) {
            const auto &from = event.from.value, &until = event.until.value;
            const auto end = until ? until : from ? std::optional<Instant>(*from + hours(24)) : std::nullopt;
            if (!event.name.said() || (end && *end <= now_)) continue;
            const auto ready = picture::readiness(picture_, id, now_);
            add("event", id.value, event.name.value, point(event.point.value),
                {{"class", codec::word(event.class_.value)},
                 {"place", text(event.place.value)},
                 {"from", maybe(from)},
                 {"until", maybe(until)},
                 {"visitors", event.visitors.value.value},
                 {"state", words::label(ready.state)},
                 {"late", ready.late}});
        }
    }
    void works() {
        for (const auto& [id, known] : picture_.events->works) {
            const auto& works = known.value;
            if (works.until <= now_) continue;
            add("works", id.value, works.title, polygons({works.polygon.value_or(std::vector<Position>{})}),
                {{"place", text(works.place)},
                 {"from", instant(works.from)},
                 {"until", instant(works.until)},
                 {"state", maybe(works.state, [](auto state) { return codec::word(state); })}});
        }
    }

    void stations() {
        for (const auto& [id, station] : picture_.series->stations)
            add("station", id.value, station.value.name, point(station.value.point),
                {{"datum", maybe(station.value.datum)}, {"measurements", measurements(id)}});
    }
    json::array measurements(const Station& station) const {
        json::array all;
        for (const auto& key : picture::series_keys(picture_)) {
            if (key.station != station) continue;
            const auto newest = picture::latest(picture_, key, now_);
            if (!newest) continue;
            const auto crossed = picture::highest_crossed(picture_, key, now_);
            all.push_back(json::object{
                {"quantity", text(key.quantity.value)},
                {"unit", text(key.unit.value)},
                {"value", newest->value},
                {"at", instant(newest->at)},
                {"quality", codec::word(newest->quality)},
                {"threshold", crossed ? text(crossed->threshold.value.meaning) : json::value(nullptr)}});
        }
        return all;
    }

    /// What is limited by them alone has no geometry here: whoever has their outlines can join the two.
    static json::array codes_of(const WarningArea& area) {
        json::array codes;
        for (const auto& code : area.geocodes)
            codes.emplace_back(text(code));
        return codes;
    }

    void warnings() {
        for (const auto* known : picture::active_warnings(picture_, now_)) {
            const auto& warning = known->value;
            std::size_t number = 0;
            for (const auto& area : warning.areas)
                add("warning", fmt::format("{}/{}/{}", warning.sender, warning.identifier, ++number),
                    area.description, shape_of(area),
                    {{"sender", text(warning.sender)},
                     {"identifier", text(warning.identifier)},
                     {"event", maybe(warning.event)},
                     {"severity", maybe(warning.severity)},
                     {"urgency", maybe(warning.urgency)},
                     {"certainty", maybe(warning.certainty)},
                     {"headline", maybe(warning.headline)},
                     {"instruction", maybe(warning.instruction)},
                     {"contact", maybe(warning.details ? warning.details->contact : std::nullopt)},
                     {"web", maybe(warning.details ? warning.details->web : std::nullopt)},
                     {"geocodes", codes_of(area)},
                     {"signature",
                      maybe(warning.signature ? std::optional(words::signature(warning)) : std::nullopt)},
                     {"begins", instant(picture::begin_of(warning))},
                     {"ends", instant(picture::end_of(warning))}});
        }
    }

    const Picture& picture_;
    Instant now_;
    std::string mode_;
    std::optional<IncidentId> only_;
    json::array features_;
};

} // namespace

std::string geojson(const Picture& picture, Instant now, const Origin& origin,
                    const std::optional<IncidentId>& only) {
    json::object about{{"mode", codec::word(origin.mode)},
                       {"journal", text(origin.journal)},
                       {"sequence", picture.sequence},
                       {"now", instant(now)}};
    return json::serialize(json::object{{"type", "FeatureCollection"},
                                        {"regiekamer", std::move(about)},
                                        {"features", Collection(picture, now, origin, only).made()}}) +
           "\n";
}

} // namespace regiekamer::exchange
