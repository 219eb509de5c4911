// Whom a team's alarm reaches.
#include "dashboard/panels/grip_board/alerting.hpp"

#include "dashboard/panels/dialogs/dialogs.hpp"
#include "dashboard/words/labels.hpp"
#include "dashboard/words/names.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace regiekamer::panels {

const words::TeamMembers* members_of(Team team) {
    const auto& all = words::teams();
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const words::TeamMembers& one) { return one.team == team; });
    return found == all.end() ? nullptr : &*found;
}

std::string who_comes(const Scene& scene, const words::TeamMembers& team) {
    std::string who;
    for (const auto& function : team.functions) {
        const auto duty = picture::on_duty(scene.picture, function, scene.now);
        who += fmt::format("{}{} ({})", who.empty() ? "" : ", ", function.value,
                           duty.person ? words::person(scene.picture, *duty.person) : "niemand heeft piket");
    }
    return who;
}

Intents alert_of(const Scene& scene, const words::TeamMembers& team) {
    TeamAlerted body;
    body.alert = AlertId(dialogs::fresh_id());
    body.incident = *scene.incident;
    body.team = team.team;
    body.functions = team.functions;
    body.norm_minutes = Count(team.norm_minutes);
    const auto name = words::sentence_case(std::string(words::label(team.team)));
    Intents intents{Act{body, name + " gealarmeerd", std::nullopt}};
    for (const auto& function : team.functions) {
        const auto duty = picture::on_duty(scene.picture, function, scene.now);
        if (!duty.person) continue;
        PersonAlerted call{body.alert, body.incident, function, *duty.person, Medium::app, Count(1)};
        intents.emplace_back(Act{call, function.value + " gealarmeerd", std::nullopt});
    }
    return intents;
}

} // namespace regiekamer::panels
