// ALARMEER EEN TEAM: the team, and with it everyone who is on duty for one of its functions.
#include "dashboard/panels/dialogs/dialogs.hpp"
#include "dashboard/panels/grip_board/alerting.hpp"
#include "dashboard/panels/which_incident.hpp"
#include "dashboard/words/labels.hpp"
#include "dashboard/words/time_words.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

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

} // namespace

Intents alert(ui::Ui& ui, const Scene& scene, Drafts& drafts) {
    if (!scene.incident) {
        close(drafts);
        return {};
    }
    Form form(ui, drafts, with_incident(scene, "ALARMEER EEN TEAM"), 720);
    form.choice("alarm/team", "Team", names(), drafts.choice);
    const auto at = static_cast<std::size_t>(drafts.choice);
    const auto& team = words::teams()[at];
    form.words(fmt::format("Norm {} minuten. {}.", team.norm_minutes, who_comes(scene, team)));
    const auto active = picture::active_teams(scene.picture, *scene.incident);
    const auto stands = std::find_if(active.begin(), active.end(),
                                     [&](const picture::ActiveTeam& one) { return one.team == team.team; });
    if (stands != active.end())
        form.words(fmt::format("Let op: {} is al gealarmeerd om {}. De opkomstklok blijft van toen.",
                               words::sentence_case(std::string(words::label(team.team))),
                               words::clock_near(stands->since, scene.now)));
    if (!form.confirmed("Alarmeer")) return {};
    if (stands != active.end() && !std::exchange(drafts.ticks[fmt::format("nog eens/{}", at)], true)) {
        drafts.complaint = "Dit team is al gealarmeerd. Toch nog eens? Druk dan nog eens op Enter.";
        return {};
    }
    auto intents = alert_of(scene, team);
    close(drafts);
    return intents;
}

} // namespace regiekamer::panels::dialogs
