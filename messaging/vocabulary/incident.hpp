// Incidents and where they are: the areas and places on the plot.
#pragma once

#include "messaging/vocabulary/values.hpp"

namespace regiekamer {

/// An incident begins. The norms for the public (first facts 30 min, opvang 3 h: Bevolkingszorg op orde) run
/// from `started`, often minutes before anyone was alerted.
struct IncidentOpened {
    static constexpr std::string_view type = "incident.opened";
    IncidentId incident;
    std::string title;
    Kind kind;
    std::string municipality, place;
    std::optional<Position> point;
    Instant started;
    std::optional<Count> addresses;     ///< addresses affected
    std::optional<PublicEventId> event; ///< the evenement that it grew from
    bool operator==(const IncidentOpened&) const = default;
};
BOOST_DESCRIBE_STRUCT(IncidentOpened, (),
                      (incident, title, kind, municipality, place, point, started, addresses, event))

struct IncidentUpdated {
    static constexpr std::string_view type = "incident.updated";
    IncidentId incident;
    std::optional<std::string> title;
    std::optional<Kind> kind;
    std::optional<std::string> place;
    std::optional<Position> point;
    std::optional<Count> addresses;
    bool operator==(const IncidentUpdated&) const = default;
};
BOOST_DESCRIBE_STRUCT(IncidentUpdated, (), (incident, title, kind, place, point, addresses))

struct IncidentClosed {
    static constexpr std::string_view type = "incident.closed";
    IncidentId incident;
    std::string reason;
    bool operator==(const IncidentClosed&) const = default;
};
BOOST_DESCRIBE_STRUCT(IncidentClosed, (), (incident, reason))

/// Brongebied, effectgebied, rook, afzetting, evacuatie, route.
enum class AreaKind { bron, effect, rook, afzetting, evacuatie, route };
BOOST_DESCRIBE_ENUM(AreaKind, bron, effect, rook, afzetting, evacuatie, route)

/// A polygon (closed by the reader; a route is an open line) that belongs to an incident.
struct AreaDrawn {
    static constexpr std::string_view type = "area.drawn";
    AreaId area;
    IncidentId incident;
    AreaKind kind{};
    std::string label;
    std::vector<Position> polygon;
    static constexpr std::string_view schema_rule =
        R"({"properties":{"polygon":{"minItems":2}},"anyOf":[{"properties":{"kind":{"const":"route"}}},)"
        R"({"properties":{"polygon":{"minItems":3}}}]})";
    bool operator==(const AreaDrawn&) const = default;
};
BOOST_DESCRIBE_STRUCT(AreaDrawn, (), (area, incident, kind, label, polygon))

inline std::optional<Problem> broken_rule(const AreaDrawn& body) {
    const bool route = body.kind == AreaKind::route;
    if (body.polygon.size() >= (route ? 2U : 3U)) return std::nullopt;
    return Problem{"/polygon", std::to_string(body.polygon.size()) + " positions",
                   route ? "at least 2 positions" : "at least 3 positions"};
}

struct AreaRemoved {
    static constexpr std::string_view type = "area.removed";
    AreaId area;
    std::optional<std::string> reason;
    bool operator==(const AreaRemoved&) const = default;
};
BOOST_DESCRIBE_STRUCT(AreaRemoved, (), (area, reason))

enum class PlaceKind { copi, opvang, uitgangsstelling, actiecentrum, overig };
BOOST_DESCRIBE_ENUM(PlaceKind, copi, opvang, uitgangsstelling, actiecentrum, overig)

/// A place with a role; `state` in words, such as "nog niet open".
struct PlaceMarked {
    static constexpr std::string_view type = "place.marked";
    PlaceId place;
    std::optional<IncidentId> incident;
    PlaceKind kind{};
    std::string label;
    Position point;
    std::optional<std::string> state;
    bool operator==(const PlaceMarked&) const = default;
};
BOOST_DESCRIBE_STRUCT(PlaceMarked, (), (place, incident, kind, label, point, state))

struct PlaceRemoved {
    static constexpr std::string_view type = "place.removed";
    PlaceId place;
    bool operator==(const PlaceRemoved&) const = default;
};
BOOST_DESCRIBE_STRUCT(PlaceRemoved, (), (place))

} // namespace regiekamer
