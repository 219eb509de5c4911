// Opkomst: who was alerted, who answered, who is there, against the norm and along the piket chain.
#pragma once

#include "dashboard/picture/known.hpp"
#include "dashboard/picture/table.hpp"
#include "messaging/vocabulary/attendance.hpp"

#include <map>

namespace regiekamer::picture {

struct Picture;

/// One call of one person.
struct PersonCall {
    AlertId alert;
    PersonId person;
    Medium medium{};
    Count attempt;
    Instant at;
    Sequence sequence{};
    bool operator==(const PersonCall&) const = default;
};

/// What one person said, and when they first said it since the function was last stood down.
struct PersonReport {
    Known<AttendanceReported> latest;
    std::optional<Known<bool>> confirmed, present,
        declined; ///< first bevestigd or beyond, aanwezig, afgemeld
    bool operator==(const PersonReport&) const = default;
};

struct FunctionCalls {
    std::vector<PersonCall> calls; ///< in order of sequence; those since the last stand-down
    std::map<PersonId, PersonReport> reports;
    bool operator==(const FunctionCalls&) const = default;
};

struct TeamCall {
    Known<TeamAlerted> alerted;
    std::optional<Known<bool>> stood_down;
    bool operator==(const TeamCall&) const = default;
};

struct IncidentAttendance {
    std::map<AlertId, TeamCall> teams;
    std::map<Function, FunctionCalls> functions;
    bool operator==(const IncidentAttendance&) const = default;
};

struct Attendance {
    Table<IncidentId, IncidentAttendance> incidents;
    bool operator==(const Attendance&) const = default;
};

/// How a function stands; gealarmeerd and niet_bezet are derived.
enum class Turnout { gealarmeerd, niet_bezet, afgemeld, bevestigd, onderweg, aanwezig, afgelost };

/// The chain of domain.md §7 while nobody confirmed: after 0, 2, 5, 8, 12 minutes, and past the opkomstnorm.
/// "Ik kom niet" jumps to the 8-minute step and goes on from there.
enum class ChainStep { alerted, repeated, called, backup_alerted, unfilled, norm_passed };

/// How long a function may be "gealarmeerd" before it is "niet bevestigd": line 0.1 of the task cards, and
/// the repeat of domain.md §7.
inline constexpr auto confirm_norm = minutes{2};

enum class NormState { none, running, met, missed }; ///< missed: late, or still not there

/// Achterwacht: the second person who was alerted for the function.
struct Backup {
    PersonId person;
    Instant alerted;
    std::optional<AttendanceState> state; ///< none: no answer yet
    std::optional<Instant> eta;
    Sequence sequence{};
    bool operator==(const Backup&) const = default;
};

/// One function of one incident at one instant. What a tijdsprong skipped counts in none of it: nobody could
/// answer or come in it.
struct FunctionAttendance {
    IncidentId incident;
    Function function;
    std::optional<Team> team; ///< none: alerted by name only
    Turnout state{};
    std::optional<PersonId> person; ///< who comes; while nobody does, who was alerted first
    std::optional<Instant> eta;
    std::optional<std::string> where;

    Instant alerted;                   ///< the clock: alarmering, not confirmation
    minutes since{};                   ///< whole minutes since then, until now
    microseconds spent{};              ///< since then, until present or now
    std::optional<Count> norm_minutes; ///< none: no norm known
    std::optional<Instant> norm_by;
    NormState norm{};
    std::optional<Instant> confirmed, present;

    bool uncalled{};  ///< nobody was alerted for it: who is here said so unasked
    bool declined{};  ///< `person` said no, and nobody else comes: an answer, but no one
    bool answered{};  ///< somebody comes or is there: bevestigd, onderweg, aanwezig, afgelost
    ChainStep step{}; ///< meaningful while not answered
    std::optional<Instant> backup_from;    ///< not answered: when the 8-minute step was reached
    std::optional<Instant> unfilled_since; ///< not answered: when the 12-minute step was reached
    std::optional<Backup> backup;
    Sequence alert_sequence{}; ///< of the alarmering
    Sequence sequence{};       ///< of what made it so: the report, else the alarmering
    bool simulated{};          ///< the report is of a role that nobody plays
    bool operator==(const FunctionAttendance&) const = default;
};

/// Of an incident: unanswered first (niet bezet, afgemeld, gealarmeerd; least time left first), then who is
/// on the way by eta, then who is there.
std::vector<FunctionAttendance> attendance(const Picture& picture, const IncidentId& incident, Instant now);
/// Of one function; none: not alerted.
std::optional<FunctionAttendance> attendance_of(const Picture& picture, const IncidentId& incident,
                                                const Function& function, Instant now);

/// Nobody confirmed within the norm for it. Before that the function is "gealarmeerd" and nothing is wrong.
bool unconfirmed(const FunctionAttendance& one);

/// The 8-minute step of domain.md §7 is due and was not taken: the achterwacht to alert now, who is the next
/// on the list of the duty that is there and was not called yet. None: not due, an achterwacht was called who
/// has not declined, or nobody is left.
std::optional<PersonId> backup_due(const Picture& picture, const FunctionAttendance& one, Instant now);
/// The alarmering under which the next person is called for a function; none: it was never alerted.
std::optional<AlertId> standing_alert(const Picture& picture, const IncidentId& incident,
                                      const Function& function);

/// What of the chain was done for who was called first, as far as the journal says; the steps that time
/// reached (`step`) are those that must have been done.
struct ChainDone {
    std::optional<Instant> repeated; ///< called once more, by whatever medium
    std::optional<Instant> phoned;   ///< called by telephone
    bool operator==(const ChainDone&) const = default;
};
ChainDone chain_done(const Picture& picture, const FunctionAttendance& one);

struct AttendanceTally {
    std::size_t functions{}, unanswered{}, unfilled{}, coming{}, present{}, norm_missed{};
    std::size_t declined{}; ///< of `unanswered`: who was called said no
    bool operator==(const AttendanceTally&) const = default;
};
AttendanceTally tally(const std::vector<FunctionAttendance>& functions);

/// Teams that were alerted and not stood down, in the order of Team; each once.
struct ActiveTeam {
    Team team{};
    Instant since;
    std::vector<Function> functions; ///< of all its alarmeringen, in their order
    Sequence sequence{};
    bool operator==(const ActiveTeam&) const = default;
};
std::vector<ActiveTeam> active_teams(const Picture& picture, const IncidentId& incident);

/// When the last team was stood down, where teams were alerted and none of them stands any more.
std::optional<Instant> all_went_home(const Picture& picture, const IncidentId& incident);

/// Opkomstnorm of a function that was alerted by name only, after its own team (domain.md §2): CoPI 30, ROT
/// 45, GBT and RBT 60, team bevolkingszorg 90 minutes.
std::optional<Count> norm_of(const Function& function);

} // namespace regiekamer::picture
