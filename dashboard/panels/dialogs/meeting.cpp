// PLAN EEN OVERLEG: which team, when, where. Its number follows from those before it.
#include "dashboard/panels/dialogs/dialogs.hpp"
#include "dashboard/words/labels.hpp"
#include "dashboard/words/time_words.hpp"

#include <fmt/format.h>

namespace regiekamer::panels::dialogs {

Intents meeting(ui::Ui& ui, const Scene& scene, Drafts& drafts) {
    if (!scene.incident) {
        close(drafts);
        return {};
    }
    static constexpr MeetingTeam teams[] = {MeetingTeam::copi, MeetingTeam::rot, MeetingTeam::gbt,
                                            MeetingTeam::team_bz};
    static const std::vector<std::string> names{"CoPI", "ROT", "GBT", "Team Bz"};
    Form form(ui, drafts, "PLAN EEN OVERLEG", 640);
    form.choice("overleg/team", "Team", names, drafts.choice);
    form.field("overleg/om", "Om", drafts.text, "+15 of 14:30");
    form.field("overleg/waar", "Waar (mag leeg)", drafts.text2, "Dam/Havenplein");
    if (!form.confirmed("Plan")) return {};
    const auto at = typed_future(drafts, drafts.text, scene.now);
    if (!at) return {};
    const auto team = teams[drafts.choice];
    MeetingPlanned body;
    body.meeting = MeetingId(fresh_id());
    body.incident = scene.incident;
    body.team = team;
    body.number = picture::next_number(scene.picture, *scene.incident, team);
    body.at = *at;
    body.place = trimmed(drafts.text2);
    body.agenda = {"beeld", "oordeel", "besluit"};
    return act(drafts, body,
               fmt::format("{} {} om {}", words::label(team), body.number.value, words::clock(*at)));
}

} // namespace regiekamer::panels::dialogs
