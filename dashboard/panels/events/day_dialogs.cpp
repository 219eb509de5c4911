// What is written down on or around the day: a point of the schouw, a moment, GO or NO-GO, a threshold.
#include "dashboard/panels/dialogs/date_text.hpp"
#include "dashboard/panels/dialogs/dialogs.hpp"
#include "dashboard/panels/events/events_dialogs.hpp"
#include "dashboard/panels/events/events_words.hpp"
#include "dashboard/words/labels.hpp"
#include "dashboard/words/names.hpp"
#include "dashboard/words/time_words.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

namespace regiekamer::panels::dialogs {
namespace {

/// The evenement of the dialog; gone: the dialog closes.
const picture::PublicEvent* event_of(const Scene& scene, Drafts& drafts) {
    const auto* event = events::find(scene, PublicEventId(drafts.subject));
    if (event == nullptr || scene.looking_back) close(drafts);
    return scene.looking_back ? nullptr : event;
}

picture::LocalDay day_of(const Scene& scene, const picture::PublicEvent& event) {
    return picture::day_shown(event, scene.now).value_or(picture::local_day(scene.now));
}

const std::vector<std::string>& go_deciders() {
    static const std::vector<std::string> all{"burgemeester", "evenementencoördinator", "organisator",
                                              "OvD-P", "OvD-Bz"};
    return all;
}

/// A requirement by its identifier of the catalogue, still open.
bool is_open(const picture::PublicEvent& event, const RequirementId& id) {
    const auto found = event.requirements.find(id);
    return found != event.requirements.end() && found->second.set.said() &&
           picture::state_of(found->second) != picture::RequirementState::done;
}

} // namespace

Intents event_inspection(ui::Ui& ui, const Scene& scene, Drafts& drafts) {
    const auto* event = event_of(scene, drafts);
    if (event == nullptr) return {};
    auto& fields = drafts.events.fields;
    const PublicEventId id(drafts.subject);
    const auto open = picture::open_inspections(scene.picture, id);
    const bool asked = is_open(*event, "schouw");
    Form form(ui, drafts, "SCHOUW · " + event->name.value, 860);
    form.words(open.empty()
                   ? std::string("Geen open punten. Een punt maakt u gereed in de herstellijst.")
                   : fmt::format("{} open. Een punt maakt u gereed in de herstellijst.", open.size()));
    form.field("schouw/punt",
               asked && open.empty() ? "Wat moet hersteld worden (leeg: de schouw is gereed)"
                                     : "Wat moet hersteld worden",
               fields.title, "Nooduitgang vrijmaken, noordzijde");
    if (!form.confirmed("Leg vast")) return {};
    if (asked && open.empty() && trimmed(fields.title).empty())
        return act(drafts, RequirementMet{id, "schouw", scene.now, std::nullopt}, "schouw gereed");
    const auto text = typed_text(drafts, fields.title, "Schrijf op wat er hersteld moet worden.");
    if (!text) return {};
    return act(drafts, InspectionNoted{PointId(fresh_id()), id, *text, PointState::open},
               "schouwpunt " + *text);
}

Intents event_moment(ui::Ui& ui, const Scene& scene, Drafts& drafts) {
    const auto* event = event_of(scene, drafts);
    if (event == nullptr) return {};
    auto& fields = drafts.events.fields;
    const PublicEventId id(drafts.subject);
    const auto moments = picture::moments_of(scene.picture, id);
    std::vector<std::string> choices{"nieuw"};
    for (std::size_t i = 0; i < std::min<std::size_t>(moments.size(), 16); ++i) {
        const auto& moment = scene.picture.events->moments.at(moments[i]).value;
        choices.push_back(moment.title + " " + words::clock(moment.at));
    }
    Form form(ui, drafts, "MOMENT · " + event->name.value, 860);
    if (form.choice("moment/welk", "Welk moment", choices, fields.target) && fields.target > 0) {
        const auto& moment =
            scene.picture.events->moments.at(moments[static_cast<std::size_t>(fields.target - 1)]).value;
        fields.title = moment.title;
        fields.at = date_text(moment.at);
    }
    form.field("moment/titel", "Wat", fields.title, "VDO");
    form.field("moment/tijd", "Wanneer", fields.at, "15:00 op de dag zelf, of 2-7-2027 19:00");
    if (!form.confirmed("Leg vast")) return {};
    const auto title =
        events::typed_name(drafts, fields.title, "Zeg wat er dan is: opbouw, schouw, VDO, open.");
    if (!title) return {};
    const auto at = typed_date(fields.at, scene.now, day_of(scene, *event));
    if (!at) {
        ask_again(drafts,
                  no_date_words(fields.at, scene.now, day_of(scene, *event),
                                "De tijd is niet te lezen. Schrijf 15:00 of 2-7-2027 19:00."),
                  &fields.at);
        return {};
    }
    const bool known = fields.target > 0 && fields.target <= static_cast<int>(moments.size());
    const MomentId moment =
        known ? moments[static_cast<std::size_t>(fields.target - 1)] : MomentId(fresh_id());
    return act(drafts, EventMomentSet{moment, id, *title, *at}, *title + " " + words::clock(*at));
}

Intents event_decision(ui::Ui& ui, const Scene& scene, Drafts& drafts) {
    static const std::vector<std::string> decisions{"GO", "aangepast", "NO-GO"};
    const auto* event = event_of(scene, drafts);
    if (event == nullptr) return {};
    auto& fields = drafts.events.fields;
    const PublicEventId id(drafts.subject);
    if (drafts.opened_now) fields.kind = -1; // a guess would become a fact
    const auto ready = picture::readiness(scene.picture, id, scene.now);
    Form form(ui, drafts, "GO / NO-GO · " + event->name.value, 860);
    form.words(ready.total == 0        ? std::string("Aan dit evenement is nog niets gevraagd.")
               : ready.reasons.empty() ? std::string("Alles wat vooraf moest, is er.")
                                       : fmt::format("Nog open: {}{}", events::wanted(ready.reasons.front()),
                                                     ready.reasons.size() > 1
                                                         ? fmt::format(" en nog {}", ready.reasons.size() - 1)
                                                         : ""));
    for (const auto& row : picture::day_quantities(scene.picture, id, scene.now))
        if (row.reached && picture::on_the_day(*event, scene.now))
            form.words(fmt::format(
                "Weer: {} {}{}, {}", row.quantity.value,
                events::value_words(row.quantity, row.unit, *row.value),
                row.station ? " (" + events::station_words(scene, *row.station) + ")" : "",
                row.stages.at(static_cast<std::size_t>(*row.reached))->measure.value_or("drempel")));
    form.field("besluit/reden", "Waarom", fields.note, "Weer en schouw goed");
    form.choice("besluit/wat", "Besluit", decisions, fields.kind);
    form.choice("besluit/wie", "Besloten door", go_deciders(), fields.target);
    form.field("besluit/naam", "Wie dat is (mag leeg)", fields.party, "T. de Boer");
    if (!form.confirmed("Leg vast")) return {};
    if (fields.kind < 0) {
        ask_again(drafts, "Kies GO, aangepast of NO-GO.", &fields.kind);
        return {};
    }
    const auto reason = typed_text(drafts, fields.note, "Schrijf op waarom: dat hoort bij het besluit.");
    if (!reason) return {};
    EventDecided body;
    body.event = id;
    body.decision = static_cast<GoDecision>(fields.kind);
    body.reason = *reason;
    body.decided_by.function =
        Function(go_deciders().at(static_cast<std::size_t>(std::max(0, fields.target))));
    if (!trimmed(fields.party).empty()) {
        const auto name = events::typed_name(drafts, fields.party, "");
        if (!name) return {};
        body.decided_by.person = words::person_named(scene.picture, *name);
    }
    std::vector<Body> bodies{body};
    if (is_open(*event, "go")) bodies.emplace_back(RequirementMet{id, "go", scene.now, std::nullopt});
    return events::acts(drafts, std::move(bodies), decisions.at(static_cast<std::size_t>(fields.kind)));
}

namespace {

/// What a plan may name, with its unit and side.
struct Known {
    const char* quantity;
    const char* unit;
    Side side;
};
constexpr Known quantities[] = {{"windstoot", "km/h", Side::boven},
                                {"onweer", "km", Side::onder},
                                {"temperatuur", "°C", Side::boven},
                                {"waterstand", "cm NAP", Side::boven},
                                {"KNMI-code", "code", Side::boven}};

std::optional<double> typed_number(const std::string& typed) {
    std::string text = trimmed(typed);
    std::replace(text.begin(), text.end(), ',', '.');
    double value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool good =
        read.ec == std::errc() && read.ptr == text.data() + text.size() && value > -1e6 && value < 1e6;
    return good ? std::optional(value) : std::nullopt;
}

const std::vector<std::string> stage_names{"attentie", "maatregel", "stop"};

/// Why the steps of one quantity would not follow each other: attentie first, then maatregel, then stop.
std::string out_of_order(const picture::PublicEvent& event, const EventThresholdSet& body) {
    for (const auto& [key, known] : event.thresholds) {
        if (key.quantity != body.quantity || key.side != body.side || key.stage == body.stage) continue;
        const bool later = key.stage > body.stage, above = known.value.value > body.value;
        const bool apart = known.value.value != body.value;
        if (apart && (body.side == Side::boven) == (later == above)) continue;
        return fmt::format("{} staat op {} {}: {} moet daar{} liggen.",
                           words::sentence_case(stage_names.at(static_cast<std::size_t>(key.stage))),
                           words::number(known.value.value, 0), known.value.unit.value,
                           stage_names.at(static_cast<std::size_t>(body.stage)),
                           (body.side == Side::boven) == later ? "onder" : "boven");
    }
    return {};
}

/// What a quantity can be at all.
bool possible(const EventThresholdSet& body) {
    const std::string& quantity = body.quantity.value;
    if (quantity == "KNMI-code") return body.value == 1 || body.value == 2 || body.value == 3;
    return quantity == "temperatuur" || quantity == "waterstand" || body.value >= 0;
}

} // namespace

Intents event_threshold(ui::Ui& ui, const Scene& scene, Drafts& drafts) {
    const auto* event = event_of(scene, drafts);
    if (event == nullptr) return {};
    auto& fields = drafts.events.fields;
    std::vector<std::string> names;
    for (const auto& known : quantities)
        names.push_back(fmt::format("{} ({})", known.quantity, known.unit));
    Form form(ui, drafts, "DREMPEL · " + event->name.value, 860);
    form.field("drempel/waarde", "Waarde", fields.value, "62");
    form.choice("drempel/wat", "Waarvan", names, fields.target);
    form.choice("drempel/trap", "Wat geldt dan", stage_names, fields.stage);
    form.field("drempel/maatregel", "Wat er dan moet gebeuren", fields.measure, "tenten en podium ontruimen");
    form.field("drempel/bron", "Uit welk plan, en welk meetpunt telt (mag leeg: het dichtste bij)",
               fields.party, "tentboek, gemeten in Rotterdam");
    if (!form.confirmed("Leg vast")) return {};
    const auto value = typed_number(fields.value);
    if (!value) {
        ask_again(drafts, "De waarde is geen getal. Schrijf 62 of 10,5.", &fields.value);
        return {};
    }
    const auto measure = typed_text(drafts, fields.measure, "Schrijf op wat er dan moet gebeuren.");
    if (!measure) return {};
    const Known& known = quantities[static_cast<std::size_t>(std::clamp(fields.target, 0, 4))];
    EventThresholdSet body;
    body.event = PublicEventId(drafts.subject);
    body.quantity = known.quantity;
    body.stage = static_cast<Stage>(std::clamp(fields.stage, 0, 2));
    body.side = known.side;
    body.value = *value;
    body.unit = known.unit;
    body.measure = *measure;
    if (!possible(body)) {
        ask_again(drafts,
                  fmt::format("{} kan geen {} {} zijn.", words::sentence_case(known.quantity),
                              words::number(*value, 0), known.unit),
                  &fields.value);
        return {};
    }
    if (auto wrong = out_of_order(*event, body); !wrong.empty()) {
        ask_again(drafts, std::move(wrong), &fields.value);
        return {};
    }
    if (!trimmed(fields.party).empty()) body.origin = trimmed(fields.party);
    return act(drafts, body, fmt::format("drempel {} {}", known.quantity, words::number(*value, 0)));
}

} // namespace regiekamer::panels::dialogs
