// INCIDENT WIJZIGEN: what turned out to be otherwise than it was first said. What was said stays in the
// logboek.
#include "dashboard/panels/dialogs/dialogs.hpp"
#include "dashboard/words/functions.hpp"

#include <algorithm>

namespace regiekamer::panels::dialogs {
namespace {

/// Its kind may be one that nobody can choose here: it stays as it is.
std::vector<std::string> kinds_with(const Scene& scene, const std::string& own) {
    auto kinds = incident_kinds(scene);
    if (!own.empty() && std::find(kinds.begin(), kinds.end(), own) == kinds.end()) kinds.push_back(own);
    return kinds;
}

void fill_in(Drafts& drafts, const picture::Incident& incident, const std::vector<std::string>& kinds) {
    drafts.text = incident.title.value;
    drafts.text2 = incident.place.value;
    drafts.choice = words::place_in(kinds, incident.kind.value.value);
}

} // namespace

Intents incident_change(ui::Ui& ui, const Scene& scene, Drafts& drafts) {
    const auto* incident = scene.incident ? picture::find_incident(scene.picture, *scene.incident) : nullptr;
    if (incident == nullptr) {
        close(drafts);
        return {};
    }
    const auto kinds = kinds_with(scene, incident->kind.value.value);
    if (drafts.opened_now) fill_in(drafts, *incident, kinds);
    Form form(ui, drafts, "INCIDENT WIJZIGEN", 760);
    form.field("wijziging/titel", "Wat is er aan de hand", drafts.text, "Brand Nieuwland Parc");
    form.field("wijziging/plaats", "Waar", drafts.text2, "straat, wijk, gebouw of coördinaat");
    form.choice("wijziging/soort", "Soort", kinds, drafts.choice);
    if (!form.confirmed("Leg vast")) return {};
    const auto title = typed_text(drafts, drafts.text, "Zeg in een paar woorden wat er is.");
    if (!title) return {};
    const auto place = typed_text(drafts, drafts.text2, "Zeg waar het is.");
    if (!place) return {};
    IncidentUpdated body;
    body.incident = *scene.incident;
    if (*title != incident->title.value) body.title = *title;
    if (*place != incident->place.value) {
        body.place = *place;
        body.point = point_of(scene, *place);
    }
    if (drafts.choice >= 0 && kinds[static_cast<std::size_t>(drafts.choice)] != incident->kind.value.value)
        body.kind = Kind(kinds[static_cast<std::size_t>(drafts.choice)]);
    if (!body.title && !body.place && !body.kind) {
        drafts.complaint = "Er is niets veranderd. Esc sluit dit venster.";
        return {};
    }
    return act(drafts, body, "incident gewijzigd: " + *title);
}

} // namespace regiekamer::panels::dialogs
