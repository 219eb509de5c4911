// What the alarm line and the board both say of the alarms.
#include "dashboard/panels/alarms/alarms.hpp"
#include "dashboard/words/alarm_words.hpp"
#include "dashboard/words/names.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace regiekamer::panels::alarms {

std::vector<picture::AlarmGroup> open_groups(const Scene& scene) {
    auto list = picture::alarms_for(scene.picture, scene.user.function, scene.now);
    std::erase_if(list, [](const auto& alarm) { return alarm.state == picture::AlarmState::shelved; });
    return picture::grouped(list, scene.now);
}

bool is_proposal(const picture::Alarm& alarm) {
    return alarm.rule == picture::AlarmRule::grip_proposed || alarm.rule == picture::AlarmRule::page_for_us;
}

std::optional<picture::FunctionAttendance> own_call(const Scene& scene, const picture::Alarm& alarm) {
    if (alarm.rule != picture::AlarmRule::called || !alarm.incident || scene.looking_back)
        return std::nullopt;
    return picture::attendance_of(scene.picture, *alarm.incident, scene.user.function, scene.now);
}

std::string title_of(const Scene& scene, const picture::AlarmGroup& group) {
    const auto& worst = group.alarms.front();
    std::string title = words::alarm_text(scene.picture, worst, scene.now).title;
    const std::size_t count = group.alarms.size();
    if (count == 1) return title;
    if (!group.flood) return fmt::format("{} ({} keer)", title, count);
    const auto fresh =
        static_cast<std::size_t>(std::count_if(group.alarms.begin(), group.alarms.end(), [](const auto& one) {
            return one.state == picture::AlarmState::fresh;
        }));
    const std::string many = fresh == 0 || fresh == count
                                 ? fmt::format("{} alarmen", count)
                                 : fmt::format("{} alarmen ({} nieuw)", count, fresh);
    if (group.incident)
        return fmt::format("{} bij {}, als eerste: {}", many, words::incident(scene.picture, *group.incident),
                           title);
    return fmt::format("{}, als eerste: {}", many, title);
}

std::string detail_of(const Scene& scene, const picture::Alarm& alarm) {
    std::string detail = words::alarm_text(scene.picture, alarm, scene.now).detail;
    const bool said = picture::active_incidents(scene.picture, scene.now).size() > 1;
    if (alarm.incident && alarm.incident != scene.incident && !said)
        detail = words::incident(scene.picture, *alarm.incident) + (detail.empty() ? "" : " · " + detail);
    return detail;
}

} // namespace regiekamer::panels::alarms
