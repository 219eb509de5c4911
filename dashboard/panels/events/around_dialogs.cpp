// What goes beyond the evenement itself: works in the same week, an action for somebody, and the incident
// that it becomes.
#include "dashboard/panels/dialogs/date_text.hpp"
#include "dashboard/panels/dialogs/dialogs.hpp"
#include "dashboard/panels/events/events_dialogs.hpp"
#include "dashboard/panels/events/events_words.hpp"
#include "dashboard/words/functions.hpp"
#include "dashboard/words/names.hpp"
#include "dashboard/words/refusal.hpp"
#include "dashboard/words/time_words.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

namespace regiekamer::panels::dialogs {

Intents event_works(ui::Ui& ui, const Scene& scene, Drafts& drafts) {
    static const std::vector<std::string> states{"bevestigd", "onbevestigd"};
    auto& fields = drafts.events.fields;
    Form form(ui, drafts, "WERKZAAMHEDEN", 860);
    form.field("werk/titel", "Wat", fields.title, "A15 nachtafsluiting");
    form.field("werk/plaats", "Waar", fields.place, "A15, afrit 22");
    form.field("werk/van", "Van", fields.from, "3-7-2027 21:00");
    form.field("werk/tot", "Tot", fields.until, "4-7-2027 05:00");
    form.field("werk/bron", "Van wie (mag leeg)", fields.party, "RWS");
    form.choice("werk/staat", "Hoe zeker", states, fields.kind);
    if (!form.confirmed("Leg vast")) return {};
    const auto title = events::typed_name(drafts, fields.title, "Zeg wat er gebeurt.");
    const auto place = title ? events::typed_name(drafts, fields.place, "Zeg waar het is.") : std::nullopt;
    if (!place) return {};
    const auto from = typed_date(fields.from, scene.now, picture::local_day(scene.now));
    const auto until =
        from ? typed_date(fields.until, scene.now, picture::local_day(*from), hours(24)) : std::nullopt;
    if (!until || *until <= *from) {
        ask_again(drafts,
                  !from    ? no_date_words(fields.from, scene.now, picture::local_day(scene.now),
                                           "Het begin is niet te lezen. Schrijf 3-7-2027 21:00.")
                  : !until ? no_date_words(fields.until, scene.now, picture::local_day(*from),
                                           "Het einde is niet te lezen. Schrijf 4-7-2027 05:00.")
                           : "Het einde ligt vóór het begin. Kijk de datum en de tijd na.",
                  from ? &fields.until : &fields.from);
        return {};
    }
    WorksAnnounced body;
    body.works = WorksId(fresh_id());
    body.title = *title;
    body.place = *place;
    body.from = *from;
    body.until = *until;
    body.state = fields.kind == 1 ? Confirmed::onbevestigd : Confirmed::bevestigd;
    if (!trimmed(fields.party).empty()) body.origin = trimmed(fields.party);
    return act(drafts, body, "werkzaamheden " + body.title);
}

Intents event_action(ui::Ui& ui, const Scene& scene, Drafts& drafts) {
    const PublicEventId id(drafts.subject);
    const auto* event = events::find(scene, id);
    if (event == nullptr) {
        close(drafts);
        return {};
    }
    auto& fields = drafts.events.fields;
    const auto owners = with(words::owners(), scene.user.function);
    if (drafts.opened_now) fields.target = std::max(0, words::place_in(owners, "evenementencoördinator"));
    Form form(ui, drafts, "ACTIE · " + event->name.value, 860);
    form.field("actie/wat", "Wat moet er gebeuren", fields.title, "Organisator bellen over het verkeersplan");
    form.field("actie/voor", "Vóór (leeg is zonder tijd)", fields.at, "18-6-2027 of 14:30");
    form.choice("actie/wie", "Door", owners, fields.target);
    if (!form.confirmed("Zet uit")) return {};
    const auto title = typed_text(drafts, fields.title, "Schrijf op wat er moet gebeuren.");
    if (!title) return {};
    ActionOpened body;
    body.action = ActionId(fresh_id());
    body.event = id;
    body.title = *title;
    body.owner = Function(owners.at(static_cast<std::size_t>(std::max(0, fields.target))));
    if (!trimmed(fields.at).empty()) {
        body.due = typed_date(fields.at, scene.now, picture::local_day(scene.now), hours(17));
        if (!body.due || *body.due < scene.now) {
            ask_again(drafts,
                      body.due ? past_words(*body.due, scene.now)
                               : "De datum is niet te lezen. Schrijf 18-6-2027.",
                      &fields.at);
            return {};
        }
    }
    return act(drafts, body, "actie " + body.title);
}

namespace {

/// The kinds that an evenement becomes most often come first.
const std::vector<std::string>& kinds() {
    static const std::vector<std::string> all{"evenement", "extreem weer",   "brand", "verdrinking",
                                              "explosie",  "schietincident", "anders"};
    return all;
}

/// Also what this desk opened and the hub did not confirm yet.
bool is_opened(const Scene& scene, const IncidentId& id) {
    return picture::find_incident(scene.picture, id) != nullptr ||
           std::any_of(scene.waiting.begin(), scene.waiting.end(), [&](const Message& message) {
               const auto* opened = std::get_if<IncidentOpened>(&message.body);
               return opened != nullptr && opened->incident == id;
           });
}

/// Two who make an incident of one evenement at the same moment make one; who makes a second later sees the
/// first.
std::string next_incident(const Scene& scene, const PublicEventId& id) {
    for (int number = 1;; ++number) {
        auto name = fmt::format("evenement/{}/{}", id.value, number);
        if (!is_opened(scene, IncidentId(id_named(name)))) return name;
    }
}

/// The incident, and the place of the evenement as a mark on its map.
std::vector<Body> incident_of(const Scene& scene, const PublicEventId& id, const picture::PublicEvent& event,
                              const std::string& title, const std::string& place, const Kind& kind) {
    IncidentOpened body;
    const auto name = next_incident(scene, id);
    body.incident = IncidentId(id_named(name));
    body.title = title;
    body.kind = kind;
    body.municipality = "Alblasserdam";
    body.place = place;
    body.point = event.point.value;
    body.started = scene.now;
    body.event = id;
    std::vector<Body> bodies{body};
    if (event.point.value && words::not_allowed(scene.user.function, PlaceMarked::type).empty()) {
        PlaceMarked mark;
        mark.place = PlaceId(id_named(name + "/plek"));
        mark.incident = body.incident;
        mark.kind = PlaceKind::overig;
        mark.label = "Evenement: " + event.name.value;
        mark.point = *event.point.value;
        bodies.emplace_back(std::move(mark));
    }
    return bodies;
}

/// An evenement that is not today: an incident of it would begin now. Empty: it is.
std::string not_today(const Scene& scene, const picture::PublicEvent& event) {
    constexpr auto build_up = hours(24); // the day before things may already go wrong
    const auto& from = event.from.value;
    if (!from) return "dit evenement heeft nog geen datum. Het incident gaat nu in.";
    if (*from - scene.now > build_up)
        return fmt::format("dit evenement begint pas {}, {}. Het incident gaat nu in, niet dan.",
                           words::date_clock(*from), words::due(*from, scene.now));
    const auto end = event.until.value.value_or(*from + hours(24));
    if (scene.now - end > build_up)
        return fmt::format("dit evenement was {}. Het incident gaat nu in.", words::date_clock(*from));
    return {};
}

} // namespace

Intents event_incident(ui::Ui& ui, const Scene& scene, Drafts& drafts) {
    const PublicEventId id(drafts.subject);
    const auto* event = events::find(scene, id);
    if (event == nullptr || scene.looking_back) {
        close(drafts);
        return {};
    }
    auto& fields = drafts.events.fields;
    if (drafts.opened_now) {
        fields.title = event->name.value;
        fields.place = event->place.value;
    }
    Form form(ui, drafts, "WORDT INCIDENT · " + event->name.value, 860);
    form.words("Het incident krijgt de plaats, het punt op de kaart en het evenement mee. De actiehouders, "
               "contacten "
               "en momenten blijven bij het evenement staan (F4).");
    form.field("incident/titel", "Wat is er aan de hand", fields.title,
               "Onwel door hitte, Lammetjeswielfestival");
    form.field("incident/plaats", "Waar", fields.place, "");
    form.choice("incident/soort", "Soort", kinds(), fields.kind);
    auto odd = not_today(scene, *event);
    if (const auto open = picture::incidents_of(scene.picture, id); !open.empty())
        odd = fmt::format("van dit evenement loopt al incident {}. Dit wordt er nog een, met eigen klokken.",
                          words::incident(scene.picture, open.front()));
    if (!odd.empty()) form.words("Let op: " + odd);
    if (!form.confirmed("Open incident")) return {};
    if (!odd.empty() && !std::exchange(drafts.ticks["toch"], true)) {
        drafts.complaint = "Het incident begint nu, met alarm en klokken. Klopt dat? Druk nog eens op Enter.";
        return {};
    }
    const auto title = events::typed_name(drafts, fields.title, "Zeg in een paar woorden wat er is.");
    const auto place = title ? events::typed_name(drafts, fields.place, "Zeg waar het is.") : std::nullopt;
    if (!place) return {};
    auto bodies = incident_of(scene, id, *event, *title, *place,
                              Kind(kinds().at(static_cast<std::size_t>(std::clamp(fields.kind, 0, 6)))));
    const IncidentId incident = std::get<IncidentOpened>(bodies.front()).incident;
    auto intents = events::acts(drafts, std::move(bodies), "incident " + *title);
    intents.push_back(ShowIncident{incident});
    return intents;
}

} // namespace regiekamer::panels::dialogs
