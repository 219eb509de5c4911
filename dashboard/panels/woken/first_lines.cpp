// What an alarmering opens for who comes: the first lines of the basis card. A desk opens them with the
// answer, not by itself at the alarm: several desks of one function would each open their own.
#include "dashboard/panels/woken/woken.hpp"

#include "dashboard/catalogue/catalogue.hpp"
#include "dashboard/words/folded.hpp"
#include "dashboard/words/refusal.hpp"

#include <algorithm>

namespace regiekamer::panels::woken {
namespace {

/// The line that the answer itself fulfils.
bool is_the_answer(const catalogue::CardLine& line) {
    const auto title = words::folded(line.title);
    return title.find("alarm") != std::string::npos && title.find("bevestig") != std::string::npos;
}

} // namespace

std::vector<OfferedLine> first_lines(const Scene& scene, const FunctionAttendance& alarm) {
    constexpr auto first = hours{1};
    if (!words::not_allowed(scene.user.function, ActionOpened::type).empty()) return {};
    const CardSubject subject{alarm.incident, std::nullopt};
    auto lines = offered_lines(scene, subject, nullptr);
    const auto actions = picture::actions_of(scene.picture, alarm.incident);
    std::erase_if(lines, [&](const OfferedLine& offered) {
        const auto& line = *offered.line;
        const bool known = std::any_of(actions.begin(), actions.end(), [&](const picture::Action* action) {
            return action->opened.value.card == line.nr;
        });
        return known || line.owner != scene.user.function ||
               line.due.anchor != picture::DueRule::Anchor::alarm || line.due.offset > first;
    });
    for (OfferedLine& offered : lines) // of this alarmering, also where an earlier one was stood down
        offered.due = alarm.alerted + offered.line->due.offset;
    return lines;
}

Intents open_line(const Scene& scene, const FunctionAttendance& alarm, const OfferedLine& line, bool done) {
    Intents intents{opened(scene, {alarm.incident, std::nullopt}, line)};
    if (!done) return intents;
    const ActionId action = std::get<ActionOpened>(std::get<Act>(intents.front()).body).action;
    intents.push_back(Act{ActionFinished{action, std::nullopt}, "Gereed: " + line.line->title, std::nullopt});
    return intents;
}

Intents come_acts(const Scene& scene, const FunctionAttendance& alarm, int minutes_from_now) {
    Intents intents{attendance_act(scene, alarm, AttendanceState::bevestigd, minutes_from_now)};
    for (const OfferedLine& line : first_lines(scene, alarm))
        add(intents, open_line(scene, alarm, line, is_the_answer(*line.line)));
    return intents;
}

} // namespace regiekamer::panels::woken
