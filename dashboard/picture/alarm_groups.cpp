// Folding by cause, and by incident in a flood.
#include "dashboard/picture/alarm_groups.hpp"

#include <algorithm>

namespace regiekamer::picture {
namespace {

bool one_cause(const Alarm& a, const Alarm& b) {
    return a.rule == b.rule && a.subject == b.subject && a.incident == b.incident;
}

/// A question to a person is answered by itself, however many there are.
bool asks(const Alarm& alarm) {
    return alarm.rule == AlarmRule::called || alarm.rule == AlarmRule::grip_proposed ||
           (alarm.rule == AlarmRule::page_for_us && alarm.level == AlarmLevel::red);
}

/// In a flood: of one incident, or without one of one rule.
bool one_flood(const Alarm& a, const Alarm& b) {
    if (asks(a) || asks(b)) return one_cause(a, b);
    return a.incident == b.incident && (a.incident.has_value() || a.rule == b.rule);
}

std::vector<AlarmGroup> folded(const std::vector<Alarm>& list, bool (*fits)(const Alarm&, const Alarm&)) {
    std::vector<AlarmGroup> groups;
    for (const auto& alarm : list) {
        const auto found = std::find_if(groups.begin(), groups.end(), [&](const AlarmGroup& group) {
            return fits(group.alarms.front(), alarm);
        });
        if (found == groups.end())
            groups.push_back({{alarm}, false, std::nullopt});
        else
            found->alarms.push_back(alarm);
    }
    return groups;
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
    if (!flooded(list, now)) return by_cause(list);
    auto groups = folded(list, one_flood);
    for (auto& group : groups) {
        group.flood = group.alarms.size() > 1 && !asks(group.alarms.front());
        if (group.flood) group.incident = group.alarms.front().incident;
    }
    return groups;
}

std::vector<AlarmGroup> by_cause(const std::vector<Alarm>& list) {
    return folded(list, one_cause);
}

} // namespace regiekamer::picture
