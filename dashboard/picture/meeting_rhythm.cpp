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

constexpr minutes five{5};

/// An upper limit is kept: rounded down. Where that is past already it is the next whole minute, and where
/// the limit itself is past the next five.
Instant within(Instant limit, Instant now) {
    const Instant down(std::chrono::floor<minutes>(limit.time_since_epoch()) / five * five);
    if (down >= now) return down;
    const auto next = std::chrono::ceil<minutes>(now.time_since_epoch());
    return Instant(limit >= now ? next : (next + five - minutes{1}) / five * five);
}

} // namespace

ProposedMeeting proposed_meeting(const Picture& picture, const IncidentId& incident, MeetingTeam team,
                                 Instant now) {
    const auto rhythm = rhythm_of(team);
    const auto came = arrived(picture, incident, team, now);
    bool reckoned = came.has_value();
    Instant limit = came.value_or(now) + rhythm.first, not_before = now;
    for (const auto& clock : meetings_of(picture, incident, now))
        if (clock.team == team && clock.at <= now + rhythm_ahead) {
            limit = clock.started.value_or(clock.at) + rhythm.each;
            reckoned = true;
        }
    if (team == MeetingTeam::gbt)
        if (const auto rot = next_meeting(picture, incident, MeetingTeam::rot, now);
            rot && rot->at <= now + rhythm_ahead)
            not_before = std::max(now, rot->started.value_or(rot->at) + rot->planned.value_or(minutes{30}));
    return {within(limit, not_before), rhythm.length, rhythm.norm, reckoned};
}

} // namespace regiekamer::picture
