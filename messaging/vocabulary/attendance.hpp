// Opkomst: who was alerted, and who answered, comes, is there.
#pragma once

#include "messaging/vocabulary/values.hpp"

namespace regiekamer {

/// Teams of the crisis organisation; a team may be alerted at any GRIP level.
enum class Team { copi, rot, gbt, rbt, team_bz, overig };
BOOST_DESCRIBE_ENUM(Team, copi, rot, gbt, rbt, team_bz, overig)

/// The clock of the opkomstnorm starts at the message's `time` (alarmering, not confirmation).
struct TeamAlerted {
    static constexpr std::string_view type = "team.alerted";
    AlertId alert;
    IncidentId incident;
    Team team{};
    std::vector<Function> functions;
    Count norm_minutes; ///< CoPI 30, ROT 45/60, GBT 60, team Bz 90 (domain.md §2)
    bool operator==(const TeamAlerted&) const = default;
};
BOOST_DESCRIBE_STRUCT(TeamAlerted, (), (alert, incident, team, functions, norm_minutes))

struct TeamStoodDown {
    static constexpr std::string_view type = "team.stood_down";
    IncidentId incident;
    Team team{};
    bool operator==(const TeamStoodDown&) const = default;
};
BOOST_DESCRIBE_STRUCT(TeamStoodDown, (), (incident, team))

enum class Medium { app, pager, telefoon };
BOOST_DESCRIBE_ENUM(Medium, app, pager, telefoon)

struct PersonAlerted {
    static constexpr std::string_view type = "person.alerted";
    AlertId alert;
    IncidentId incident;
    Function function;
    PersonId person;
    Medium medium{};
    Count attempt;
    bool operator==(const PersonAlerted&) const = default;
};
BOOST_DESCRIBE_STRUCT(PersonAlerted, (), (alert, incident, function, person, medium, attempt))

/// "gealarmeerd" and "niet bezet" are derived, so they are no states here.
enum class AttendanceState { bevestigd, onderweg, aanwezig, afgelost, afgemeld };
BOOST_DESCRIBE_ENUM(AttendanceState, bevestigd, onderweg, aanwezig, afgelost, afgemeld)

struct AttendanceReported {
    static constexpr std::string_view type = "attendance.reported";
    IncidentId incident;
    Function function;
    PersonId person;
    AttendanceState state{};
    std::optional<Instant> eta;
    std::optional<std::string> where;
    bool operator==(const AttendanceReported&) const = default;
};
BOOST_DESCRIBE_STRUCT(AttendanceReported, (), (incident, function, person, state, eta, where))

} // namespace regiekamer
