#include "dashboard/picture/breaking.hpp"

#include "dashboard/picture/incidents.hpp"
#include "dashboard/picture/picture.hpp"

#include <algorithm>

namespace regiekamer::picture {

std::vector<Breaking> breaking(const Picture& picture, const Function& function, Instant now) {
    std::vector<Breaking> found;
    for (const auto& id : active_incidents(picture, now)) {
        const auto* incident = find_incident(picture, id);
        const auto grip = grip_at(*incident, now);
        const Instant since = grip.since.value_or(incident->started.time);
        found.push_back(
            {"incident/" + id.value + "/" + std::to_string(grip.level.value), since, std::nullopt, id});
    }
    for (const auto& alarm : alarms_for(picture, function, now)) {
        if (alarm.state == AlarmState::fresh && alarm.level == AlarmLevel::red)
            found.push_back({alarm.id.value, alarm.since, alarm, std::nullopt});
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const Breaking& a, const Breaking& b) { return a.since > b.since; });
    return found;
}

} // namespace regiekamer::picture
