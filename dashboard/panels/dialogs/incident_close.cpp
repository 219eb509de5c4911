// INCIDENT SLUITEN: it is over, the nafase too. Said is what still stands; nothing of it is lost.
#include "dashboard/panels/dialogs/dialogs.hpp"
#include "dashboard/words/labels.hpp"
#include "dashboard/words/names.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace regiekamer::panels::dialogs {
namespace {

/// Why it cannot be over; empty: it can.
std::string not_yet(const Scene& scene, const IncidentId& incident) {
    if (const auto level = picture::grip_at(scene.picture, incident, scene.now).level.value; level > 0)
        return fmt::format("Het is nog GRIP {}. Schaal eerst af naar GRIP 0 met G.", level);
    std::string teams;
    for (const auto& one : picture::active_teams(scene.picture, incident))
        teams += (teams.empty() ? "" : ", ") + std::string(words::label(one.team));
    return teams.empty() ? teams : "Er staan nog teams: " + teams + ". Stuur die eerst naar huis met G.";
}

std::string what_stands(const Scene& scene, const IncidentId& incident) {
    const auto open = picture::unfinished_actions(scene.picture, scene.now);
    const auto count = std::count_if(open.begin(), open.end(), [&](const picture::Action* action) {
        return action->opened.value.incident == incident;
    });
    if (count == 0) return "Alle acties zijn klaar.";
    return fmt::format(
        "Er {} nog {} {} open. Die blijven staan bij ACTIES [F12], maar geven geen alarm meer.",
        count == 1 ? "staat" : "staan", count, count == 1 ? "actie" : "acties");
}

} // namespace

Intents incident_close(ui::Ui& ui, const Scene& scene, Drafts& drafts) {
    if (!scene.incident || picture::find_incident(scene.picture, *scene.incident) == nullptr) {
        close(drafts);
        return {};
    }
    const auto name = words::incident(scene.picture, *scene.incident);
    Form form(ui, drafts, "INCIDENT SLUITEN", 760);
    form.large(name);
    const auto standing = not_yet(scene, *scene.incident);
    if (!standing.empty()) {
        form.words(standing);
        form.shown();
        return {};
    }
    form.words(what_stands(scene, *scene.incident));
    form.words("Het verdwijnt van het scherm. Alles blijft in het logboek.");
    form.field("sluiten/reden", "Waarom is het voorbij", drafts.text, "nafase overgedragen aan de gemeente");
    if (!form.confirmed("Sluit incident")) return {};
    const auto reason = typed_text(drafts, drafts.text, "Schrijf op waarom het voorbij is.");
    if (!reason) return {};
    return act(drafts, IncidentClosed{*scene.incident, *reason}, name + " gesloten");
}

} // namespace regiekamer::panels::dialogs
