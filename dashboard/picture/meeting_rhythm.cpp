// The norms of domain.md §5 as a table, and the time that follows from what the team did last.
#include "dashboard/picture/meeting_rhythm.hpp"

#include "dashboard/picture/picture.hpp"

#include <algorithm>

namespace regiekamer::picture {
namespace {

struct Rhythm {
    minutes first, each, length;
    std::string_view norm;
};

Rhythm rhythm_of(MeetingTeam team) {
    if (team == MeetingTeam::copi)
        return {minutes{15}, minutes{45}, minutes{15},
                "CoPI: binnen 15 min na opkomst, daarna elke 30 tot 45 min, 10 tot 15 min lang"};
    if (team == MeetingTeam::rot)
        return {minutes{15}, minutes{90}, minutes{30}, "ROT: elke 60 tot 90 min, 20 tot 30 min lang"};
    if (team == MeetingTeam::gbt || team == MeetingTeam::rbt)
        return {minutes{15}, minutes{120}, minutes{45},
                "GBT: na het ROT, elke 90 tot 120 min, 30 tot 45 min lang"};
    return {minutes{15}, minutes{60}, minutes{30}, "geen vaste norm: elk uur, 30 min lang"};
}

/// When the first of the team was there; none: nobody yet.
std::optional<Instant> arrived(const Picture& picture, const IncidentId& incident, MeetingTeam team,
                               Instant now) {
    std::optional<Instant> first;
    for (const auto& one : attendance(picture, incident, now))
        if (one.present && sits_in(picture, one.function, team, incident))
            first = first ? std::min(*first, *one.present) : *one.present;
    return first;
}

/// What is planned further ahead is no part of this rhythm.
constexpr hours rhythm_ahead{12};

Instant on_five_minutes(Instant at) {
    const auto whole = std::chrono::ceil<minutes>(at.time_since_epoch());
    return Instant(minutes((whole.count() + 4) / 5 * 5));
}

} // namespace

ProposedMeeting proposed_meeting(const Picture& picture, const IncidentId& incident, MeetingTeam team,
                                 Instant now) {
    const auto rhythm = rhythm_of(team);
    Instant at = arrived(picture, incident, team, now).value_or(now) + rhythm.first;
    for (const auto& clock : meetings_of(picture, incident, now))
        if (clock.team == team && clock.at <= now + rhythm_ahead)
            at = clock.started.value_or(clock.at) + rhythm.each;
    if (team == MeetingTeam::gbt)
        if (const auto rot = next_meeting(picture, incident, MeetingTeam::rot, now);
            rot && rot->at <= now + rhythm_ahead)
            at = std::max(at, rot->started.value_or(rot->at) + rot->planned.value_or(minutes{30}));
    return {on_five_minutes(std::max(at, now)), rhythm.length, rhythm.norm};
}

} // namespace regiekamer::picture
