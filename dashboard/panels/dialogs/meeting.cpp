// PLAN EEN OVERLEG: which team, when, where. Its number follows from those before it; the norm proposes the
// time, and an empty field takes it.
#include "dashboard/panels/meeting/meeting.hpp"
#include "dashboard/panels/dialogs/dialogs.hpp"
#include "dashboard/panels/which_incident.hpp"
#include "dashboard/picture/meeting_rhythm.hpp"
#include "dashboard/words/labels.hpp"
#include "dashboard/words/names.hpp"
#include "dashboard/words/time_words.hpp"

#include <fmt/format.h>

namespace regiekamer::panels::dialogs {
namespace {

struct Choices {
    std::vector<MeetingTeam> teams;
    std::vector<std::string> names;
};

/// The teams of the incident, and the VDO of an evenement.
Choices choices(const Scene& scene, const std::optional<PublicEventId>& event) {
    Choices all;
    if (scene.incident)
        all = {{MeetingTeam::copi, MeetingTeam::rot, MeetingTeam::gbt, MeetingTeam::team_bz},
               {"CoPI", "ROT", "GBT", "Team Bz"}};
    if (event) {
        all.teams.push_back(MeetingTeam::vdo);
        all.names.emplace_back("VDO");
    }
    return all;
}

/// After BOB; a team may give its own.
const char* const usual_agenda = "spoedpunten; beeld; oordeel; besluit";

const char* norm_words(picture::ByNorm by_norm) {
    switch (by_norm) {
    case picture::ByNorm::within:
        return "de norm";
    case picture::ByNorm::past:
        return "de norm is voorbij";
    case picture::ByNorm::none:
        break;
    }
    return "nog geen norm";
}

std::vector<std::string> points_of(const std::string& text) {
    std::vector<std::string> points;
    for (std::size_t from = 0; from <= text.size();) {
        const auto end = std::min(text.find(';', from), text.size());
        if (auto point = trimmed(text.substr(from, end - from)); !point.empty())
            points.push_back(std::move(point));
        from = end + 1;
    }
    return points;
}

} // namespace

Intents meeting(ui::Ui& ui, const Scene& scene, Drafts& drafts) {
    const auto event = panels::meeting::event_of(scene, drafts);
    if (drafts.opened_now) drafts.text3 = usual_agenda;
    const auto all = choices(scene, event);
    if (all.teams.empty()) {
        close(drafts);
        return {};
    }
    const auto team =
        all.teams[std::min(static_cast<std::size_t>(std::max(drafts.choice, 0)), all.teams.size() - 1)];
    const bool vdo = team == MeetingTeam::vdo;
    std::optional<picture::ProposedMeeting> norm;
    if (!vdo) norm = picture::proposed_meeting(scene.picture, *scene.incident, team, scene.now);
    Form form(ui, drafts, vdo ? "PLAN EEN OVERLEG" : with_incident(scene, "PLAN EEN OVERLEG"), 640);
    form.choice("overleg/team", "Team", all.names, drafts.choice);
    form.words(norm ? fmt::format("Norm {}.", norm->norm)
                    : "Veiligheidsdriehoek bij " + words::public_event(scene.picture, *event) + ".");
    form.field("overleg/om",
               norm ? fmt::format("Om (leeg: {}, {})", words::clock_near(norm->at, scene.now),
                                  norm_words(norm->by_norm))
                    : std::string("Om"),
               drafts.text, "+15 of 14:30");
    form.field("overleg/waar", "Waar (mag leeg)", drafts.text2, "Dam/Havenplein");
    form.field("overleg/agenda", "Agenda, met ; tussen de punten", drafts.text3, usual_agenda);
    if (!form.confirmed("Plan")) return {};
    const auto at =
        norm && drafts.text.empty() ? std::optional(norm->at) : typed_future(drafts, drafts.text, scene.now);
    if (!at) return {};
    auto agenda = points_of(drafts.text3);
    if (agenda.empty()) agenda = points_of(usual_agenda);
    MeetingPlanned body;
    body.meeting = MeetingId(fresh_id());
    if (vdo)
        body.event = event;
    else
        body.incident = scene.incident;
    body.team = team;
    body.number = vdo ? picture::next_number(scene.picture, *event, team)
                      : picture::next_number(scene.picture, *scene.incident, team);
    body.at = *at;
    if (norm) body.minutes = Count(norm->length.count());
    body.place = trimmed(drafts.text2);
    body.agenda = std::move(agenda);
    return act(
        drafts, body,
        fmt::format("{} {} om {}", words::label(team), body.number.value, words::clock_near(*at, scene.now)));
}

} // namespace regiekamer::panels::dialogs
