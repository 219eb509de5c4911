// ALARMEER EEN TEAM: the team, and with it everyone who is on duty for one of its functions.
#include "dashboard/panels/dialogs/dialogs.hpp"
#include "dashboard/words/functions.hpp"
#include "dashboard/words/labels.hpp"
#include "dashboard/words/names.hpp"

#include <fmt/format.h>

namespace regiekamer::panels::dialogs {
namespace {

const std::vector<std::string>& names() {
    static const auto all = [] {
        std::vector<std::string> list;
        for (const auto& team : words::teams())
            list.push_back(words::sentence_case(std::string(words::label(team.team))));
        return list;
    }();
    return all;
}

/// "Norm 30 minuten. OvD-Bz (K. de Wit), informatiemanager (niemand heeft piket)"
std::string about(const Scene& scene, const words::TeamMembers& team) {
    std::string who;
    for (const auto& function : team.functions) {
        const auto duty = picture::on_duty(scene.picture, function, scene.now);
        who += fmt::format("{}{} ({})", who.empty() ? "" : ", ", function.value,
                           duty.person ? words::person(scene.picture, *duty.person) : "niemand heeft piket");
    }
    return fmt::format("Norm {} minuten. {}.", team.norm_minutes, who);
}

} // namespace

Intents alert(ui::Ui& ui, const Scene& scene, Drafts& drafts) {
    if (!scene.incident) {
        close(drafts);
        return {};
    }
    Form form(ui, drafts, "ALARMEER EEN TEAM", 720);
    form.choice("alarm/team", "Team", names(), drafts.choice);
    const auto at = static_cast<std::size_t>(drafts.choice);
    const auto& team = words::teams()[at];
    form.words(about(scene, team));
    if (!form.confirmed("Alarmeer")) return {};
    TeamAlerted body;
    body.alert = AlertId(fresh_id());
    body.incident = *scene.incident;
    body.team = team.team;
    body.functions = team.functions;
    body.norm_minutes = Count(team.norm_minutes);
    Intents intents{Act{body, names()[at] + " gealarmeerd", std::nullopt}};
    for (const auto& function : team.functions) {
        const auto duty = picture::on_duty(scene.picture, function, scene.now);
        if (!duty.person) continue;
        PersonAlerted call{body.alert, body.incident, function, *duty.person, Medium::app, Count(1)};
        intents.push_back(Act{call, function.value + " gealarmeerd", std::nullopt});
    }
    close(drafts);
    return intents;
}

} // namespace regiekamer::panels::dialogs
