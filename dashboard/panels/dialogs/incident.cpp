// NIEUW INCIDENT: what, where, since when, of which kind.
#include "dashboard/geo/coordinate_text.hpp"
#include "dashboard/panels/base_map.hpp"
#include "dashboard/panels/dialogs/dialogs.hpp"
#include "dashboard/panels/dialogs/moment_text.hpp"

#include <algorithm>

namespace regiekamer::panels::dialogs {
namespace {

constexpr std::string_view other_kind = "anders";

/// Nothing typed is now; what is still to come has not begun.
std::optional<Instant> begun(Drafts& drafts, Instant now) {
    if (trimmed(drafts.text3).empty()) return now;
    const auto at = typed_moment(drafts.text3, now);
    if (at && *at <= now + minutes(1)) return at;
    ask_again(drafts, at ? "Die tijd moet nog komen." : "De tijd is niet te lezen. Schrijf 14:30.",
              &drafts.text3);
    return std::nullopt;
}

} // namespace

/// Domain words for `kind`, and those of the task cards that a user added: else no incident ever has them.
std::vector<std::string> incident_kinds(const Scene& scene) {
    std::vector<std::string> all{"brand",    "hoogwater",      "stroomuitval", "cyberaanval",
                                 "explosie", "schietincident", "verdrinking",  "evenement"};
    for (const auto& card : scene.catalogue.cards.cards)
        for (const auto& kind : card.kinds)
            if (kind != other_kind && std::find(all.begin(), all.end(), kind) == all.end())
                all.push_back(kind);
    all.emplace_back(other_kind);
    return all;
}

std::optional<Position> point_of(const Scene& scene, const std::string& place) {
    if (const auto read = geo::read_coordinate(place)) return read;
    const auto named = place_named(scene.map, place);
    return named ? std::optional(Position{named->latitude, named->longitude}) : std::nullopt;
}

Intents incident(ui::Ui& ui, const Scene& scene, Drafts& drafts) {
    if (drafts.opened_now) drafts.choice = -1; // a guess would become a fact
    const auto kinds = incident_kinds(scene);
    Form form(ui, drafts, "NIEUW INCIDENT", 760);
    form.field("incident/titel", "Wat is er aan de hand", drafts.text, "Brand Nieuwland Parc");
    form.field("incident/plaats", "Waar", drafts.text2, "straat, wijk, gebouw of coördinaat");
    form.field("incident/begin", "Begonnen om (leeg is nu)", drafts.text3, "14:30");
    form.choice("incident/soort", "Soort", kinds, drafts.choice);
    if (!form.confirmed("Open incident")) return {};
    const auto title = typed_text(drafts, drafts.text, "Zeg in een paar woorden wat er is.");
    if (!title) return {};
    const auto place = typed_text(drafts, drafts.text2, "Zeg waar het is.");
    if (!place) return {};
    if (drafts.choice < 0) {
        ask_again(drafts, "Kies wat voor incident het is.", &drafts.choice);
        return {};
    }
    const auto started = begun(drafts, scene.now);
    if (!started) return {};
    IncidentOpened body;
    // Two who accept one proposal at the same moment open one incident, not two.
    const auto cause = cause_of(drafts);
    body.incident = IncidentId(cause ? id_named("voorstel/" + cause->value) : fresh_id());
    body.title = *title;
    body.kind = Kind(kinds[static_cast<std::size_t>(drafts.choice)]);
    body.municipality = "Alblasserdam";
    body.place = *place;
    body.point = point_of(scene, *place); // then the map goes there
    body.started = *started;
    auto intents = act(drafts, body, "incident " + body.title, cause);
    intents.emplace_back(ShowIncident{body.incident}); // whatever leads: what follows is about this one
    return intents;
}

} // namespace regiekamer::panels::dialogs
