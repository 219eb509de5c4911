// Folding by cause, and by incident in a flood.
#include "dashboard/picture/alarm_groups.hpp"

#include <algorithm>

namespace regiekamer::picture {
namespace {

bool one_cause(const Alarm& a, const Alarm& b) {
    return a.rule == b.rule && a.subject == b.subject && a.incident == b.incident;
}

/// In a flood: of one incident, or without one of one rule.
bool one_flood(const Alarm& a, const Alarm& b) {
    return a.incident == b.incident && (a.incident.has_value() || a.rule == b.rule);
}

} // namespace

bool flooded(const std::vector<Alarm>& list, Instant now) {
    std::vector<Instant> begun;
    for (const auto& alarm : list) // one of long ago counts until somebody acknowledged it
        if (alarm.since <= now && (alarm.state == AlarmState::fresh || now - alarm.since < flood_time))
            begun.push_back(alarm.since);
    std::sort(begun.begin(), begun.end());
    for (std::size_t first = 0; first + flood_alarms < begun.size(); ++first)
        if (begun[first + flood_alarms] - begun[first] < flood_time) return true;
    return false;
}

std::vector<AlarmGroup> grouped(const std::vector<Alarm>& list, Instant now) {
    const bool flood = flooded(list, now);
    std::vector<AlarmGroup> groups;
    for (const auto& alarm : list) {
        const auto fits = [&](const AlarmGroup& group) {
            const Alarm& first = group.alarms.front();
            return flood ? one_flood(first, alarm) : one_cause(first, alarm);
        };
        const auto found = std::find_if(groups.begin(), groups.end(), fits);
        if (found == groups.end())
            groups.push_back({{alarm}, flood, flood ? alarm.incident : std::nullopt});
        else
            found->alarms.push_back(alarm);
    }
    for (auto& group : groups)
        group.flood = group.flood && group.alarms.size() > 1;
    return groups;
}

} // namespace regiekamer::picture
