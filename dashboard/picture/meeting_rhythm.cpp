// The norms of domain.md §5 as a table, and the time that follows from what the team did last.
#include "dashboard/picture/meeting_rhythm.hpp"

#include "dashboard/picture/picture.hpp"

#include <algorithm>

namespace regiekamer::picture {
namespace {

struct Rhythm {
    minutes first, each, length;
    std::string_view norm;
    bool is_norm = true; ///< how often; only the CoPI has one for its first
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
    return {minutes{15}, minutes{60}, minutes{30}, "geen vaste norm: elk uur, 30 min lang", false};
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

using FiveMinutes = std::chrono::duration<std::int64_t, std::ratio<300>>;

/// A round time from `earliest` on; where the norm ends at `latest`, not after it.
Instant round_time(Instant earliest, Instant latest) {
    for (const Instant at : {Instant(std::chrono::floor<FiveMinutes>(latest.time_since_epoch())),
                             Instant(std::chrono::floor<minutes>(latest.time_since_epoch()))})
        if (at >= earliest) return at;
    return Instant(std::chrono::ceil<minutes>(earliest.time_since_epoch()));
}

} // namespace

ProposedMeeting proposed_meeting(const Picture& picture, const IncidentId& incident, MeetingTeam team,
                                 Instant now) {
    const auto rhythm = rhythm_of(team);
    const auto here = team == MeetingTeam::copi ? arrived(picture, incident, team, now) : std::nullopt;
    std::optional<Instant> latest; // by the norm
    if (here) latest = *here + rhythm.first;
    std::optional<Instant> wished; // without one
    for (const auto& clock : meetings_of(picture, incident, now))
        if (clock.team == team && clock.at <= now + rhythm_ahead)
            (rhythm.is_norm ? latest : wished) = clock.started.value_or(clock.at) + rhythm.each;
    Instant earliest = now;
    if (team == MeetingTeam::gbt)
        if (const auto rot = next_meeting(picture, incident, MeetingTeam::rot, now);
            rot && rot->at <= now + rhythm_ahead)
            earliest = std::max(now, rot->started.value_or(rot->at) + rot->planned.value_or(minutes{30}));
    if (latest) {
        const Instant at = round_time(earliest, *latest);
        return {at, at <= *latest ? ByNorm::within : ByNorm::past, rhythm.length, rhythm.norm};
    }
    const Instant from = std::max(earliest, wished.value_or(now + rhythm.first));
    return {Instant(std::chrono::ceil<FiveMinutes>(from.time_since_epoch())), ByNorm::none, rhythm.length,
            rhythm.norm};
}

} // namespace regiekamer::picture
