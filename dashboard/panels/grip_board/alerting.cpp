// Whom a team's alarm reaches.
#include "dashboard/panels/grip_board/alerting.hpp"

#include "dashboard/panels/dialogs/dialogs.hpp"
#include "dashboard/words/grip_ladder.hpp"
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
        const auto known = scene.incident
                               ? picture::attendance_of(scene.picture, *scene.incident, function, scene.now)
                               : std::optional<picture::FunctionAttendance>{};
        const auto duty = picture::on_duty(scene.picture, function, scene.now);
        const bool there = known && known->state == picture::Turnout::aanwezig;
        const bool comes = known && (known->state == picture::Turnout::bevestigd ||
                                     known->state == picture::Turnout::onderweg);
        const std::string person =
            (there || comes) && known->person
                ? words::person(scene.picture, *known->person) + (there ? " is er al" : " komt al")
            : duty.person ? words::person(scene.picture, *duty.person)
                          : std::string("niemand heeft piket");
        who += fmt::format("{}{} ({})", who.empty() ? "" : ", ", function.value, person);
    }
    return who;
}

std::vector<Team> not_alerted(const Scene& scene) {
    std::vector<Team> missing;
    if (!scene.incident) return missing;
    const auto level = picture::grip_at(scene.picture, *scene.incident, scene.now).level.value;
    if (level < 0 || level >= static_cast<std::int64_t>(words::grip_ladder().size())) return missing;
    const auto active = picture::active_teams(scene.picture, *scene.incident);
    for (const Team team : words::grip_ladder()[static_cast<std::size_t>(level)].teams)
        if (std::none_of(active.begin(), active.end(), [&](const auto& one) { return one.team == team; }))
            missing.push_back(team);
    return missing;
}

std::string names_of(const std::vector<Team>& teams) {
    std::string names;
    for (const Team team : teams)
        names += (names.empty() ? "" : ", ") + std::string(words::label(team));
    return names;
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
