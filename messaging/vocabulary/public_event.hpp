// Evenementen: from the application to the evaluation. Readiness is derived from the requirements.
#pragma once

#include "messaging/vocabulary/values.hpp"

namespace regiekamer {

/// Class of an evenement: melding, A regulier, B aandacht, C risico.
enum class EventClass { melding, A, B, C };
BOOST_DESCRIBE_ENUM(EventClass, melding, A, B, C)

/// Visitors at once that a melding may have (Algemene plaatselijke verordening, domain.md §8).
inline constexpr std::int64_t melding_visitors_max = 250;

struct Contact {
    std::string role;
    PersonId person;
    bool operator==(const Contact&) const = default;
};
BOOST_DESCRIBE_STRUCT(Contact, (), (role, person))

/// Without `from` and `until` the evenement has no date yet.
struct EventRegistered {
    static constexpr std::string_view type = "event.registered";
    PublicEventId event;
    std::string name;
    EventClass class_{};
    std::string place;
    std::optional<Position> point;
    std::optional<Instant> from, until;
    Count visitors;
    std::string organiser;
    std::optional<std::vector<Contact>> contacts;
    bool operator==(const EventRegistered&) const = default;
};
BOOST_DESCRIBE_STRUCT(EventRegistered, (),
                      (event, name, class_, place, point, from, until, visitors, organiser, contacts))

struct EventUpdated {
    static constexpr std::string_view type = "event.updated";
    PublicEventId event;
    std::optional<std::string> name;
    std::optional<EventClass> class_;
    std::optional<std::string> place;
    std::optional<Position> point;
    std::optional<Instant> from, until;
    std::optional<Count> visitors;
    std::optional<std::string> organiser;
    std::optional<std::vector<Contact>> contacts;
    bool operator==(const EventUpdated&) const = default;
};
BOOST_DESCRIBE_STRUCT(EventUpdated, (),
                      (event, name, class_, place, point, from, until, visitors, organiser, contacts))

enum class GoDecision { GO, aangepast, NO_GO };
BOOST_DESCRIBE_ENUM(GoDecision, GO, aangepast, NO_GO)
constexpr std::string_view spelled(GoDecision word) {
    return word == GoDecision::NO_GO ? "NO-GO" : "";
}

struct EventDecided {
    static constexpr std::string_view type = "event.decided";
    PublicEventId event;
    GoDecision decision{};
    std::string reason;
    Who decided_by;
    bool operator==(const EventDecided&) const = default;
};
BOOST_DESCRIBE_STRUCT(EventDecided, (), (event, decision, reason, decided_by))

/// The reason of a NO-GO that its calendar gave, and no person.
inline constexpr std::string_view cancelled_in_calendar = "afgelast in de agenda";

/// A moment of the day or before it: opbouw, schouw, VDO, open, einde.
struct EventMomentSet {
    static constexpr std::string_view type = "event.moment_set";
    MomentId moment;
    PublicEventId event;
    std::string title;
    Instant at;
    bool operator==(const EventMomentSet&) const = default;
};
BOOST_DESCRIBE_STRUCT(EventMomentSet, (), (moment, event, title, at))

enum class RequirementKind { document, advies, stap };
BOOST_DESCRIBE_ENUM(RequirementKind, document, advies, stap)

struct RequirementSet {
    static constexpr std::string_view type = "requirement.set";
    PublicEventId event;
    RequirementId requirement;
    RequirementKind kind{};
    std::string title;
    std::string by; ///< the party that must deliver it
    Instant deadline;
    bool operator==(const RequirementSet&) const = default;
};
BOOST_DESCRIBE_STRUCT(RequirementSet, (), (event, requirement, kind, title, by, deadline))

struct RequirementExpected {
    static constexpr std::string_view type = "requirement.expected";
    PublicEventId event;
    RequirementId requirement;
    Instant at; ///< the new date promised
    std::optional<std::string> by;
    bool operator==(const RequirementExpected&) const = default;
};
BOOST_DESCRIBE_STRUCT(RequirementExpected, (), (event, requirement, at, by))

struct RequirementSubmitted {
    static constexpr std::string_view type = "requirement.submitted";
    PublicEventId event;
    RequirementId requirement;
    std::optional<std::string> version, note;
    bool operator==(const RequirementSubmitted&) const = default;
};
BOOST_DESCRIBE_STRUCT(RequirementSubmitted, (), (event, requirement, version, note))

struct RequirementMet {
    static constexpr std::string_view type = "requirement.met";
    PublicEventId event;
    RequirementId requirement;
    Instant at;
    std::optional<std::string> note;
    bool operator==(const RequirementMet&) const = default;
};
BOOST_DESCRIBE_STRUCT(RequirementMet, (), (event, requirement, at, note))

enum class Verdict { akkoord, voorwaarden, afgekeurd };
BOOST_DESCRIBE_ENUM(Verdict, akkoord, voorwaarden, afgekeurd)

struct RequirementAdvised {
    static constexpr std::string_view type = "requirement.advised";
    PublicEventId event;
    RequirementId requirement;
    Verdict verdict{};
    std::optional<std::vector<std::string>> conditions;
    std::optional<std::string> version, party;
    bool operator==(const RequirementAdvised&) const = default;
};
BOOST_DESCRIBE_STRUCT(RequirementAdvised, (), (event, requirement, verdict, conditions, version, party))

enum class PointState { open, gereed };
BOOST_DESCRIBE_ENUM(PointState, open, gereed)

/// A point of the schouw's punch list.
struct InspectionNoted {
    static constexpr std::string_view type = "inspection.noted";
    PointId point;
    PublicEventId event;
    std::string text;
    PointState state{};
    bool operator==(const InspectionNoted&) const = default;
};
BOOST_DESCRIBE_STRUCT(InspectionNoted, (), (point, event, text, state))

enum class Stage { attentie, maatregel, stop };
BOOST_DESCRIBE_ENUM(Stage, attentie, maatregel, stop)
enum class Side { boven, onder };
BOOST_DESCRIBE_ENUM(Side, boven, onder)

/// A weather or water value at which the plan asks for a measure.
struct EventThresholdSet {
    static constexpr std::string_view type = "event.threshold_set";
    PublicEventId event;
    Quantity quantity;
    Stage stage{};
    Side side{};
    double value{};
    Unit unit;
    std::optional<std::string> measure, origin;
    bool operator==(const EventThresholdSet&) const = default;
};
BOOST_DESCRIBE_STRUCT(EventThresholdSet, (), (event, quantity, stage, side, value, unit, measure, origin))

enum class Confirmed { bevestigd, onbevestigd };
BOOST_DESCRIBE_ENUM(Confirmed, bevestigd, onbevestigd)

/// Road works, or anything else that takes space at a time.
struct WorksAnnounced {
    static constexpr std::string_view type = "works.announced";
    WorksId works;
    std::string title, place;
    Instant from, until;
    std::optional<std::vector<Position>> polygon;
    std::optional<Confirmed> state;
    std::optional<std::string> origin;
    static constexpr std::string_view schema_rule = R"({"properties":{"polygon":{"minItems":3}}})";
    bool operator==(const WorksAnnounced&) const = default;
};
BOOST_DESCRIBE_STRUCT(WorksAnnounced, (), (works, title, place, from, until, polygon, state, origin))

inline std::optional<Problem> broken_rule(const WorksAnnounced& body) {
    if (!body.polygon || body.polygon->size() >= 3) return std::nullopt;
    return Problem{"/polygon", std::to_string(body.polygon->size()) + " positions", "at least 3 positions"};
}

} // namespace regiekamer
