// Overleg: the folds, the meeting clock, and who sits where.
#include "dashboard/picture/meetings.hpp"

#include "dashboard/picture/apply.hpp"
#include "dashboard/picture/picture.hpp"

#include <algorithm>
#include <array>
#include <tuple>

namespace regiekamer::picture {
namespace {

struct Seat {
    std::string_view function;
    MeetingTeam team;
};
/// domain.md §1 and §3. A function's own team stands first.
constexpr std::array seats{
    Seat{"leider copi", MeetingTeam::copi},
    Seat{"taakcommandant brandweer", MeetingTeam::copi},
    Seat{"ovd-g", MeetingTeam::copi},
    Seat{"ovd-p", MeetingTeam::copi},
    Seat{"ovd-bz", MeetingTeam::copi},
    Seat{"communicatieadviseur", MeetingTeam::copi},
    Seat{"communicatieadviseur copi", MeetingTeam::copi},
    Seat{"informatiemanager", MeetingTeam::copi},
    Seat{"informatiemanager copi", MeetingTeam::copi},
    Seat{"rol", MeetingTeam::rot},
    Seat{"regionaal operationeel leider", MeetingTeam::rot},
    Seat{"ac-bz", MeetingTeam::rot},
    Seat{"informatiemanager rot", MeetingTeam::rot},
    Seat{"hto crisiscommunicatie", MeetingTeam::rot},
    Seat{"burgemeester", MeetingTeam::gbt},
    Seat{"locoburgemeester", MeetingTeam::gbt},
    Seat{"gemeentesecretaris", MeetingTeam::gbt},
    Seat{"locosecretaris", MeetingTeam::gbt},
    Seat{"bt-adviseur", MeetingTeam::gbt},
    Seat{"adviseur crisisbeheersing", MeetingTeam::gbt},
    Seat{"hoofd crisiscommunicatie", MeetingTeam::gbt},
    Seat{"hto publieke zorg", MeetingTeam::team_bz},
    Seat{"hto omgevingszorg", MeetingTeam::team_bz},
    Seat{"hto ondersteuning", MeetingTeam::team_bz},
    Seat{"informatiecoördinator bz", MeetingTeam::team_bz},
    Seat{"informatiemanager bz", MeetingTeam::team_bz},
    Seat{"ac-bz", MeetingTeam::team_bz},
    Seat{"hto crisiscommunicatie", MeetingTeam::team_bz},
    Seat{"evenementencoördinator", MeetingTeam::vdo},
    Seat{"burgemeester", MeetingTeam::vdo},
    Seat{"ovd-p", MeetingTeam::vdo},
};

std::string lower(std::string_view text) {
    std::string small(text);
    for (char& c : small)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return small;
}

/// vdo has no counterpart: nobody is alerted for it.
std::optional<Team> team_of(MeetingTeam team) {
    switch (team) {
    case MeetingTeam::copi:
        return Team::copi;
    case MeetingTeam::rot:
        return Team::rot;
    case MeetingTeam::gbt:
        return Team::gbt;
    case MeetingTeam::rbt:
        return Team::rbt;
    case MeetingTeam::team_bz:
        return Team::team_bz;
    case MeetingTeam::overig:
        return Team::overig;
    case MeetingTeam::vdo:
        break;
    }
    return std::nullopt;
}

bool alerted_for(const Picture& picture, const IncidentId& incident, Team team, const Function& function) {
    for (const ActiveTeam& active : active_teams(picture, incident)) {
        const auto& all = active.functions;
        if (active.team == team && std::find(all.begin(), all.end(), function) != all.end()) return true;
    }
    return false;
}

bool same_series(const MeetingPlanned& a, const MeetingPlanned& b) {
    return a.team == b.team && a.incident == b.incident && a.event == b.event;
}

/// A later meeting of the same team has begun: this one is no longer to come.
bool overtaken(const Picture& picture, const MeetingPlanned& meeting) {
    for (const auto& [id, other] : picture.meetings->meetings)
        if (other.planned.said() && other.started && same_series(other.planned.value, meeting) &&
            other.planned.value.number.value > meeting.number.value)
            return true;
    return false;
}

bool closed(const Picture& picture, const std::optional<IncidentId>& incident) {
    const Incident* found = incident ? find_incident(picture, *incident) : nullptr;
    return found && found->closed;
}

bool by_start(const MeetingClock& a, const MeetingClock& b) {
    const Instant start_a = a.started.value_or(a.at), start_b = b.started.value_or(b.at);
    return std::tie(start_a, a.meeting) < std::tie(start_b, b.meeting);
}

template <class Wanted>
std::vector<MeetingClock> clocks_where(const Picture& picture, Instant now, Wanted&& wanted) {
    std::vector<MeetingClock> clocks;
    for (const auto& [id, meeting] : picture.meetings->meetings)
        if (meeting.planned.said() && !meeting.cancelled && wanted(meeting.planned.value))
            clocks.push_back(clock_of(id, meeting, now));
    std::sort(clocks.begin(), clocks.end(), by_start);
    return clocks;
}

template <class Wanted>
Count number_after(const Picture& picture, Wanted&& wanted) {
    std::int64_t highest = 0;
    for (const auto& [id, meeting] : picture.meetings->meetings)
        if (meeting.planned.said() && wanted(meeting.planned.value))
            highest = std::max(highest, meeting.planned.value.number.value);
    return Count{std::min(highest + 1, Count::max)};
}

} // namespace

void apply(Picture& picture, const Recorded& fact, const MeetingPlanned& body) {
    auto& meeting = picture.meetings.edit().meetings.edit(body.meeting);
    meeting.planned = {body, fact};
    meeting.cancelled.reset(); // planned again: it goes on
}

void apply(Picture& picture, const Recorded& fact, const MeetingStarted& body) {
    auto& meeting = picture.meetings.edit().meetings.edit(body.meeting);
    if (!meeting.started) meeting.started = Known<bool>(true, fact);
    meeting.ended.reset();
}

void apply(Picture& picture, const Recorded& fact, const MeetingEnded& body) {
    auto& meeting = picture.meetings.edit().meetings.edit(body.meeting);
    if (!meeting.ended) meeting.ended = Known<bool>(true, fact);
}

void apply(Picture& picture, const Recorded& fact, const MeetingPhaseEntered& body) {
    picture.meetings.edit().meetings.edit(body.meeting).phases.emplace_back(body.phase, fact);
}

void apply(Picture& picture, const Recorded& fact, const MeetingCancelled& body) {
    picture.meetings.edit().meetings.edit(body.meeting).cancelled = Known<std::string>(body.reason, fact);
}

std::vector<MeetingTeam> home_teams(const Function& function) {
    const std::string name = lower(function.value);
    std::vector<MeetingTeam> teams;
    for (const Seat& seat : seats)
        if (seat.function == name) teams.push_back(seat.team);
    if (teams.empty() && name.starts_with("teamleider ")) teams.push_back(MeetingTeam::team_bz);
    return teams;
}

bool sits_in(const Picture& picture, const Function& function, MeetingTeam team,
             const std::optional<IncidentId>& incident) {
    const auto home = home_teams(function);
    if (std::find(home.begin(), home.end(), team) != home.end()) return true;
    const auto alerted = team_of(team);
    if (!alerted) return false;
    if (incident) return alerted_for(picture, *incident, *alerted, function);
    for (const auto& [id, all] : picture.attendance->incidents)
        if (alerted_for(picture, id, *alerted, function)) return true;
    return false;
}

MeetingState state_of(const Meeting& meeting) {
    if (meeting.cancelled) return MeetingState::cancelled;
    if (meeting.ended) return MeetingState::ended;
    return meeting.started ? MeetingState::running : MeetingState::planned;
}

MeetingClock clock_of(const MeetingId& id, const Meeting& meeting, Instant now) {
    const MeetingPlanned& plan = meeting.planned.value;
    MeetingClock clock;
    clock.meeting = id;
    clock.incident = plan.incident;
    clock.event = plan.event;
    clock.team = plan.team;
    clock.number = plan.number;
    clock.state = state_of(meeting);
    clock.at = plan.at;
    clock.place = plan.place;
    clock.sequence = meeting.planned.sequence;
    if (plan.minutes) clock.planned = minutes{plan.minutes->value};
    if (!meeting.phases.empty()) {
        clock.phase = meeting.phases.back().value;
        clock.phase_since = meeting.phases.back().time;
        clock.sequence = std::max(clock.sequence, meeting.phases.back().sequence);
    }
    if (meeting.ended) {
        clock.ended = meeting.ended->time;
        clock.sequence = std::max(clock.sequence, meeting.ended->sequence);
    }
    if (!meeting.started) return clock;
    clock.started = meeting.started->time;
    clock.sequence = std::max(clock.sequence, meeting.started->sequence);
    const Instant until = clock.ended.value_or(now);
    clock.used = std::max(minutes{0}, std::chrono::floor<minutes>(until - *clock.started));
    if (clock.planned && clock.used > *clock.planned) clock.over = clock.used - *clock.planned;
    return clock;
}

namespace {

/// Whether a later one of the same team stands planned.
bool followed(const Picture& picture, const MeetingPlanned& meeting) {
    for (const auto& [id, other] : picture.meetings->meetings)
        if (other.planned.said() && same_series(other.planned.value, meeting) &&
            state_of(other) != MeetingState::cancelled &&
            other.planned.value.number.value > meeting.number.value)
            return true;
    return false;
}

} // namespace

std::vector<MeetingClock> upcoming_meetings(const Picture& picture, Instant now) {
    std::vector<MeetingClock> upcoming;
    for (const auto& [id, meeting] : picture.meetings->meetings) {
        if (!meeting.planned.said()) continue;
        const MeetingState state = state_of(meeting);
        const MeetingPlanned& plan = meeting.planned.value;
        const auto grace = followed(picture, plan) ? meeting_grace : last_meeting_grace;
        const bool to_come = state == MeetingState::planned && plan.at + grace >= now;
        if (!to_come && state != MeetingState::running) continue;
        if (closed(picture, plan.incident) || overtaken(picture, plan)) continue;
        upcoming.push_back(clock_of(id, meeting, now));
    }
    std::sort(upcoming.begin(), upcoming.end(), [](const MeetingClock& a, const MeetingClock& b) {
        if (a.started.has_value() != b.started.has_value()) return a.started.has_value();
        return by_start(a, b);
    });
    return upcoming;
}

std::optional<MeetingClock> next_meeting(const Picture& picture, const Function& function, Instant now) {
    for (MeetingClock& clock : upcoming_meetings(picture, now))
        if (sits_in(picture, function, clock.team, clock.incident)) return clock;
    return std::nullopt;
}

std::optional<MeetingClock> next_meeting(const Picture& picture, const IncidentId& incident, MeetingTeam team,
                                         Instant now) {
    for (MeetingClock& clock : upcoming_meetings(picture, now))
        if (clock.incident == incident && clock.team == team) return clock;
    return std::nullopt;
}

std::vector<MeetingClock> meetings_of(const Picture& picture, const IncidentId& incident, Instant now) {
    return clocks_where(picture, now, [&](const MeetingPlanned& plan) { return plan.incident == incident; });
}

std::vector<MeetingClock> meetings_of(const Picture& picture, const PublicEventId& event, Instant now) {
    return clocks_where(picture, now, [&](const MeetingPlanned& plan) { return plan.event == event; });
}

Count next_number(const Picture& picture, const IncidentId& incident, MeetingTeam team) {
    return number_after(
        picture, [&](const MeetingPlanned& plan) { return plan.incident == incident && plan.team == team; });
}

Count next_number(const Picture& picture, const PublicEventId& event, MeetingTeam team) {
    return number_after(picture,
                        [&](const MeetingPlanned& plan) { return plan.event == event && plan.team == team; });
}

} // namespace regiekamer::picture
