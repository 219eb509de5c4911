// Piket: persons, rotations, temporary duty, swaps, absence, handover. Names and phone numbers stand nowhere
// else than in PersonRegistered.
#pragma once

#include "messaging/vocabulary/values.hpp"
#include "messaging/vocabulary/zone.hpp"

namespace regiekamer {

/// Poule: one regional crisis organisation since 2019, local functionaries beside it.
enum class Pool { regionaal, lokaal };
BOOST_DESCRIBE_ENUM(Pool, regionaal, lokaal)

struct PersonRegistered {
    static constexpr std::string_view type = "person.registered";
    PersonId person;
    std::string name;
    std::optional<std::string> municipality;
    Pool pool{};
    std::vector<Function> functions;
    std::optional<std::string> phone, email;
    bool operator==(const PersonRegistered&) const = default;
};
BOOST_DESCRIBE_STRUCT(PersonRegistered, (), (person, name, municipality, pool, functions, phone, email))

struct PersonRemoved {
    static constexpr std::string_view type = "person.removed";
    PersonId person;
    bool operator==(const PersonRemoved&) const = default;
};
BOOST_DESCRIBE_STRUCT(PersonRemoved, (), (person))

/// `persons` in turn, `days` each, from `from`; the change is at `changeover` in `zone` (local time, so that
/// summer time moves no changeover). `hard`: hard piket, reachable and available all the time.
struct RotationSet {
    static constexpr std::string_view type = "rotation.set";
    RotationId rotation;
    Function function;
    std::vector<PersonId> persons;
    Instant from;
    std::optional<Instant> until;
    Whole<1, 3660> days{7};
    Changeover changeover;
    std::string zone;
    std::optional<bool> hard;
    static constexpr std::string_view schema_rule =
        R"({"properties":{"persons":{"minItems":1},"zone":{"minLength":1}}})";
    bool operator==(const RotationSet&) const = default;
};
BOOST_DESCRIBE_STRUCT(RotationSet, (),
                      (rotation, function, persons, from, until, days, changeover, zone, hard))

inline std::optional<Problem> broken_rule(const RotationSet& body) {
    if (body.persons.empty()) return Problem{"/persons", "nobody", "at least one person"};
    if (!known_zone(body.zone))
        return Problem{"/zone", body.zone.empty() ? "empty text" : body.zone,
                       "a time zone such as Europe/Amsterdam"};
    return std::nullopt;
}

/// Temporary duty: goes before the rotation.
struct DutyRostered {
    static constexpr std::string_view type = "duty.rostered";
    DutyId duty;
    Function function;
    PersonId person;
    Instant from, until;
    std::optional<std::string> reason;
    bool operator==(const DutyRostered&) const = default;
};
BOOST_DESCRIBE_STRUCT(DutyRostered, (), (duty, function, person, from, until, reason))

struct DutyWithdrawn {
    static constexpr std::string_view type = "duty.withdrawn";
    DutyId duty;
    std::string reason;
    bool operator==(const DutyWithdrawn&) const = default;
};
BOOST_DESCRIBE_STRUCT(DutyWithdrawn, (), (duty, reason))

/// Zacht piket: asked when needed, may say no.
struct DutyAsked {
    static constexpr std::string_view type = "duty.asked";
    RequestId request;
    Function function;
    PersonId person;
    Instant from, until;
    bool operator==(const DutyAsked&) const = default;
};
BOOST_DESCRIBE_STRUCT(DutyAsked, (), (request, function, person, from, until))

enum class YesNo { ja, nee };
BOOST_DESCRIBE_ENUM(YesNo, ja, nee)

struct DutyAnswered {
    static constexpr std::string_view type = "duty.answered";
    std::optional<RequestId> request;
    Function function;
    PersonId person;
    Instant from, until;
    YesNo answer{};
    bool operator==(const DutyAnswered&) const = default;
};
BOOST_DESCRIBE_STRUCT(DutyAnswered, (), (request, function, person, from, until, answer))

struct AbsenceReported {
    static constexpr std::string_view type = "absence.reported";
    AbsenceId absence;
    PersonId person;
    Instant from, until;
    std::optional<std::string> reason;
    bool operator==(const AbsenceReported&) const = default;
};
BOOST_DESCRIBE_STRUCT(AbsenceReported, (), (absence, person, from, until, reason))

/// Ruil: needs both names and a planner's approval; `back_*` is what is given in return.
struct SwapProposed {
    static constexpr std::string_view type = "swap.proposed";
    SwapId swap;
    Function function;
    Instant from, until;
    PersonId from_person, to_person;
    std::optional<Instant> back_from, back_until;
    std::optional<std::string> reason;
    static constexpr std::string_view schema_rule =
        R"({"oneOf":[{"properties":{"back_from":{"type":"null"},"back_until":{"type":"null"}}},)"
        R"({"required":["back_from","back_until"],"properties":{"back_from":{"type":"string"},)"
        R"("back_until":{"type":"string"}}}]})";
    bool operator==(const SwapProposed&) const = default;
};
BOOST_DESCRIBE_STRUCT(SwapProposed, (),
                      (swap, function, from, until, from_person, to_person, back_from, back_until, reason))

inline std::optional<Problem> broken_rule(const SwapProposed& body) {
    if (body.back_from && body.back_until && *body.back_until <= *body.back_from)
        return Problem{"/back_until", to_text(*body.back_until), "an instant after back_from"};
    if (body.back_from.has_value() != body.back_until.has_value())
        return Problem{body.back_from ? "/back_until" : "/back_from", "nothing",
                       "back_from and back_until together"};
    if (body.from_person == body.to_person)
        return Problem{"/to_person", body.to_person.value, "another person than from_person"};
    return std::nullopt;
}

struct SwapConsented {
    static constexpr std::string_view type = "swap.consented";
    SwapId swap;
    PersonId person;
    bool operator==(const SwapConsented&) const = default;
};
BOOST_DESCRIBE_STRUCT(SwapConsented, (), (swap, person))

struct SwapApproved {
    static constexpr std::string_view type = "swap.approved";
    SwapId swap;
    std::optional<std::string> reason;
    bool operator==(const SwapApproved&) const = default;
};
BOOST_DESCRIBE_STRUCT(SwapApproved, (), (swap, reason))

struct SwapRefused {
    static constexpr std::string_view type = "swap.refused";
    SwapId swap;
    std::optional<std::string> reason;
    bool operator==(const SwapRefused&) const = default;
};
BOOST_DESCRIBE_STRUCT(SwapRefused, (), (swap, reason))

struct HandoverPoint {
    PointId point;
    std::string text;
    std::optional<Function> owner;
    std::optional<Instant> due;
    bool operator==(const HandoverPoint&) const = default;
};
BOOST_DESCRIBE_STRUCT(HandoverPoint, (), (point, text, owner, due))

/// Overdracht of a duty: notes and open points.
struct HandoverWritten {
    static constexpr std::string_view type = "handover.written";
    HandoverId handover;
    Function function;
    PersonId from_person, to_person;
    std::string notes;
    std::vector<HandoverPoint> points;
    bool operator==(const HandoverWritten&) const = default;
};
BOOST_DESCRIBE_STRUCT(HandoverWritten, (), (handover, function, from_person, to_person, notes, points))

struct HandoverPointDone {
    static constexpr std::string_view type = "handover.point_done";
    HandoverId handover;
    PointId point;
    bool operator==(const HandoverPointDone&) const = default;
};
BOOST_DESCRIBE_STRUCT(HandoverPointDone, (), (handover, point))

struct HandoverAccepted {
    static constexpr std::string_view type = "handover.accepted";
    HandoverId handover;
    PersonId person;
    bool operator==(const HandoverAccepted&) const = default;
};
BOOST_DESCRIBE_STRUCT(HandoverAccepted, (), (handover, person))

} // namespace regiekamer
