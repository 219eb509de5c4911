// Overleg after the BOB model: beeld, oordeel, besluit.
#pragma once

#include "messaging/vocabulary/values.hpp"

namespace regiekamer {

/// As Team, and vdo: veiligheidsdriehoek-overleg at an evenement.
enum class MeetingTeam { copi, rot, gbt, rbt, team_bz, overig, vdo };
BOOST_DESCRIBE_ENUM(MeetingTeam, copi, rot, gbt, rbt, team_bz, overig, vdo)

struct MeetingPlanned {
    static constexpr std::string_view type = "meeting.planned";
    static constexpr Choice choice{"incident", "event", true};
    MeetingId meeting;
    std::optional<IncidentId> incident;
    std::optional<PublicEventId> event;
    MeetingTeam team{};
    Count number; ///< counts per team
    Instant at;
    std::optional<Count> minutes;
    std::string place;
    std::vector<std::string> agenda;
    bool operator==(const MeetingPlanned&) const = default;
};
BOOST_DESCRIBE_STRUCT(MeetingPlanned, (),
                      (meeting, incident, event, team, number, at, minutes, place, agenda))

struct MeetingStarted {
    static constexpr std::string_view type = "meeting.started";
    MeetingId meeting;
    bool operator==(const MeetingStarted&) const = default;
};
BOOST_DESCRIBE_STRUCT(MeetingStarted, (), (meeting))

struct MeetingEnded {
    static constexpr std::string_view type = "meeting.ended";
    MeetingId meeting;
    bool operator==(const MeetingEnded&) const = default;
};
BOOST_DESCRIBE_STRUCT(MeetingEnded, (), (meeting))

enum class Phase { beeld, oordeel, besluit };
BOOST_DESCRIBE_ENUM(Phase, beeld, oordeel, besluit)

struct MeetingPhaseEntered {
    static constexpr std::string_view type = "meeting.phase_entered";
    MeetingId meeting;
    Phase phase{};
    bool operator==(const MeetingPhaseEntered&) const = default;
};
BOOST_DESCRIBE_STRUCT(MeetingPhaseEntered, (), (meeting, phase))

struct MeetingCancelled {
    static constexpr std::string_view type = "meeting.cancelled";
    MeetingId meeting;
    std::string reason;
    bool operator==(const MeetingCancelled&) const = default;
};
BOOST_DESCRIBE_STRUCT(MeetingCancelled, (), (meeting, reason))

/// How sure an item of the picture is.
enum class Certainty { bevestigd, onbevestigd, achterhaald, onbekend };
BOOST_DESCRIBE_ENUM(Certainty, bevestigd, onbevestigd, achterhaald, onbekend)

enum class FindingKind { beeld, oordeel };
BOOST_DESCRIBE_ENUM(FindingKind, beeld, oordeel)

struct FindingNoted {
    static constexpr std::string_view type = "finding.noted";
    FindingId finding;
    MeetingId meeting;
    FindingKind kind{};
    std::string text;
    Certainty state{};
    std::optional<std::string> origin; ///< bron
    bool operator==(const FindingNoted&) const = default;
};
BOOST_DESCRIBE_STRUCT(FindingNoted, (), (finding, meeting, kind, text, state, origin))

struct DecisionTaken {
    static constexpr std::string_view type = "decision.taken";
    static constexpr Choice choice{"incident", "event", true};
    DecisionId decision;
    std::optional<IncidentId> incident;
    std::optional<PublicEventId> event;
    MeetingTeam team{};
    std::optional<MeetingId> meeting;
    std::string text;
    std::optional<Function> owner;
    std::optional<Instant> due;
    bool operator==(const DecisionTaken&) const = default;
};
BOOST_DESCRIBE_STRUCT(DecisionTaken, (), (decision, incident, event, team, meeting, text, owner, due))

} // namespace regiekamer
