// The dialogs of the map: what was drawn gets its kind and name; a place; a sector of smoke.
#include "dashboard/panels/dialogs/dialogs.hpp"
#include "dashboard/geo/coordinate_text.hpp"
#include "dashboard/geo/measure.hpp"
#include "dashboard/panels/maps/maps.hpp"
#include "dashboard/words/folded.hpp"
#include "dashboard/words/labels.hpp"
#include "dashboard/words/time_words.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fmt/format.h>

namespace regiekamer::panels::maps {
namespace {

constexpr std::array area_kinds{AreaKind::bron,      AreaKind::effect,    AreaKind::rook,
                                AreaKind::afzetting, AreaKind::evacuatie, AreaKind::route};
constexpr std::array place_kinds{PlaceKind::copi, PlaceKind::opvang, PlaceKind::uitgangsstelling,
                                 PlaceKind::actiecentrum, PlaceKind::overig};

template <class Kinds>
std::vector<std::string> labels_of(const Kinds& kinds) {
    std::vector<std::string> all;
    all.reserve(kinds.size());
    for (const auto kind : kinds)
        all.emplace_back(words::label(kind));
    return all;
}

template <class Kinds, class Kind>
int place_of(const Kinds& kinds, Kind kind) {
    return static_cast<int>(std::find(kinds.begin(), kinds.end(), kind) - kinds.begin());
}

/// A number with a decimal comma or point at the start of a text, and what comes after it.
std::optional<std::pair<double, std::string>> number_and_rest(std::string_view typed) {
    std::string text = trimmed(std::string(typed));
    std::replace(text.begin(), text.end(), ',', '.');
    double value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    if (read.ec != std::errc()) return std::nullopt;
    return std::pair{value, trimmed(text.substr(static_cast<std::size_t>(read.ptr - text.data())))};
}

/// The position that was typed; none, and a complaint.
std::optional<Position> typed_position(Drafts& drafts, const std::string& text) {
    const auto at = geo::read_coordinate(text);
    if (!at)
        ask_again(drafts, "De coördinaat is niet te lezen. Schrijf 51.8650, 4.6610 of 105000 431500.", &text);
    return at;
}

/// Nobody acts in the past, and what was drawn must not be lost over it.
bool in_the_past(const Scene& scene, Drafts& drafts) {
    if (scene.looking_back) ask_again(drafts, "U kijkt terug. Sluit met Esc en ga met Esc naar nu.");
    return scene.looking_back;
}

/// Somebody else changed or withdrew it since this change began: that is said once, and who confirms again
/// means it.
bool changed_meanwhile(const Scene& scene, Drafts& drafts, Sequence now, std::optional<Instant> at) {
    auto& base = drafts.map_board.base;
    if (base == now || (base == 0 && now == 0)) return false;
    base = now;
    ask_again(
        drafts,
        now == 0 ? std::string("Intussen trok iemand anders dit in. Bevestig nog eens om het opnieuw op de "
                               "kaart te zetten, of sluit met Esc.")
                 : fmt::format("Intussen wijzigde iemand anders dit ({}). Bevestig nog eens om die wijziging "
                               "te vervangen, of sluit met Esc.",
                               words::clock_near(at.value_or(scene.now), scene.now)));
    return true;
}

/// Where smoke comes from unless one says otherwise: the place that is chosen, else that of the incident,
/// else the cross, which stands wherever one clicked or drew last.
struct Source {
    Position at;
    std::string words;
};
Source smoke_source(const Scene& scene, const Drafts& drafts) {
    if (const auto* place = chosen_place(scene, drafts)) return {place->value.point, place->value.label};
    const auto* incident = scene.incident ? picture::find_incident(scene.picture, *scene.incident) : nullptr;
    if (incident != nullptr && incident->point.value)
        return {*incident->point.value, "de plaats van het incident"};
    return {cursor(scene, drafts), "het kruis op de kaart"};
}

/// Which place the numbers in the field are, and where the cross stands when that is another.
std::string source_words(const Scene& scene, const Drafts& drafts) {
    const auto source = smoke_source(scene, drafts);
    const auto cross = geo::wgs84_text(cursor(scene, drafts));
    std::string words =
        drafts.text4 == geo::wgs84_text(source.at) ? "Bron: " + source.words + "." : "Bron: wat u schreef.";
    if (drafts.text4 != cross) words += " Het kruis staat op " + cross + ".";
    return words;
}

Intents send_area(Drafts& drafts, AreaDrawn body) {
    const std::string text = std::string(words::label(body.kind)) + " " + body.label;
    drafts.map_board.chosen = "gebied/" + body.area.value;
    stop(drafts);
    return dialogs::act(drafts, std::move(body), text);
}

} // namespace

std::optional<double> read_wind(std::string_view typed) {
    static constexpr std::array names{"n", "nno", "no", "ono", "o", "ozo", "zo", "zzo",
                                      "z", "zzw", "zw", "wzw", "w", "wnw", "nw", "nnw"};
    const auto word = words::folded(trimmed(std::string(typed)));
    for (std::size_t i = 0; i < names.size(); ++i)
        if (word == names.at(i)) return static_cast<double>(i) * 22.5;
    const auto number = number_and_rest(typed);
    if (!number || !(number->first >= 0 && number->first <= 360)) return std::nullopt;
    if (!number->second.empty() && number->second != "\xC2\xB0" && number->second != "graden")
        return std::nullopt;
    return number->first;
}

std::optional<double> read_distance(std::string_view typed) {
    const auto number = number_and_rest(typed);
    if (!number) return std::nullopt;
    double metres = number->first;
    if (number->second == "km")
        metres *= 1'000;
    else if (!number->second.empty() && number->second != "m")
        return std::nullopt;
    if (!(metres >= 10 && metres <= 100'000)) return std::nullopt;
    return metres;
}

Intents area(ui::Ui& ui, const Scene& scene, Drafts& drafts) {
    static const auto kinds = labels_of(area_kinds);
    const auto* before =
        drafts.subject.empty() ? nullptr : scene.picture.incidents->areas.find(AreaId(drafts.subject));
    if (drafts.opened_now) {
        drafts.choice = before != nullptr ? place_of(area_kinds, before->value.kind) : -1;
        if (before != nullptr) drafts.text = before->value.label;
    }
    Form form(ui, drafts, before != nullptr ? "GEBIED WIJZIGEN" : "GEBIED OP DE KAART", 760);
    form.field("gebied/naam", "Naam op de kaart", drafts.text, "Effectgebied Nieuwland Parc");
    form.choice("gebied/soort", "Soort", kinds, drafts.choice);
    if (!form.confirmed(before != nullptr ? "Wijzig" : "Zet op de kaart")) return {};
    if (in_the_past(scene, drafts)) return {};
    if (!scene.incident) {
        ask_again(drafts, "Een gebied hoort bij een incident. Open er eerst een.");
        return {};
    }
    const auto label = typed_text(drafts, drafts.text, "Geef het een naam: die staat op de kaart.", 200);
    if (!label) return {};
    if (drafts.choice < 0) {
        ask_again(drafts, "Kies wat voor gebied het is.", &drafts.choice);
        return {};
    }
    AreaDrawn body;
    body.area = AreaId(before != nullptr ? drafts.subject : dialogs::fresh_id());
    body.incident = before != nullptr ? before->value.incident : *scene.incident;
    body.kind = area_kinds.at(static_cast<std::size_t>(drafts.choice));
    body.label = *label;
    for (const auto& at : drafts.map_board.points)
        body.polygon.push_back(position(at));
    const bool route = body.kind == AreaKind::route;
    if (broken_rule(body)) {
        ask_again(drafts, route
                              ? "Een route heeft ten minste twee punten. Sluit met Esc en zet er nog een."
                              : "Een gebied heeft ten minste drie punten. Sluit met Esc en zet er nog een.");
        return {};
    }
    if (!route && geo::crosses_itself(body.polygon)) {
        ask_again(drafts, "De rand kruist zichzelf. Sluit met Esc en verplaats een punt.");
        return {};
    }
    if (!drafts.subject.empty() &&
        changed_meanwhile(scene, drafts, before != nullptr ? before->sequence : 0,
                          before != nullptr ? std::optional(before->time) : std::nullopt))
        return {};
    return send_area(drafts, std::move(body));
}

Intents place(ui::Ui& ui, const Scene& scene, Drafts& drafts) {
    static const auto kinds = labels_of(place_kinds);
    const auto* before =
        drafts.subject.empty() ? nullptr : scene.picture.incidents->places.find(PlaceId(drafts.subject));
    if (drafts.opened_now) {
        drafts.choice = before != nullptr ? place_of(place_kinds, before->value.kind) : -1;
        if (before != nullptr) drafts.text = before->value.label;
        if (before != nullptr) drafts.text2 = before->value.state.value_or("");
        drafts.map_board.base = before != nullptr ? before->sequence : 0;
        drafts.text3 = geo::wgs84_text(before != nullptr ? before->value.point : cursor(scene, drafts));
    }
    Form form(ui, drafts, before != nullptr ? "PLAATS WIJZIGEN" : "PLAATS OP DE KAART", 760);
    form.field("plaats/naam", "Naam op de kaart", drafts.text, "Sporthal Blokweer");
    form.field("plaats/staat", "Hoe staat het ervoor (mag leeg)", drafts.text2, "nog niet open");
    form.field("plaats/waar", "Coördinaat, WGS 84 of RD", drafts.text3, "51.8650, 4.6610 of 105000 431500");
    form.choice("plaats/soort", "Soort", kinds, drafts.choice);
    if (!form.confirmed(before != nullptr ? "Wijzig" : "Zet op de kaart")) return {};
    if (in_the_past(scene, drafts)) return {};
    const auto label = typed_text(drafts, drafts.text, "Geef het een naam: die staat op de kaart.", 200);
    if (!label) return {};
    const auto at = typed_position(drafts, drafts.text3);
    if (!at) return {};
    if (drafts.choice < 0) {
        ask_again(drafts, "Kies wat voor plaats het is.", &drafts.choice);
        return {};
    }
    if (!drafts.subject.empty() &&
        changed_meanwhile(scene, drafts, before != nullptr ? before->sequence : 0,
                          before != nullptr ? std::optional(before->time) : std::nullopt))
        return {};
    PlaceMarked body;
    body.place = PlaceId(before != nullptr ? drafts.subject : dialogs::fresh_id());
    body.incident = before != nullptr ? before->value.incident : scene.incident;
    body.kind = place_kinds.at(static_cast<std::size_t>(drafts.choice));
    body.label = *label;
    body.point =
        before != nullptr && drafts.text3 == geo::wgs84_text(before->value.point) ? before->value.point : *at;
    if (!trimmed(drafts.text2).empty()) {
        body.state = typed_text(drafts, drafts.text2, "", 200);
        if (!body.state) return {};
    }
    drafts.map_board.chosen = "plaats/" + body.place.value;
    drafts.map_board.cursor = earth(body.point);
    return dialogs::act(drafts, body, body.label + " op de kaart");
}

namespace {

std::string measured_words(const Scene& scene, const std::optional<Wind>& blows) {
    constexpr std::string_view ask = "Vraag de windrichting aan de meldkamer.";
    if (!blows) return fmt::format("Er is de laatste uren geen wind gemeten. {}", ask);
    const std::string age = words::age(blows->at, scene.now);
    if (!blows->from)
        return fmt::format("Gemeten bij {}: {}, {}. {}", blows->station, wind_words(*blows), age, ask);
    return fmt::format("Gemeten wind bij {}: uit {} ({:.0f}°), {}. De rook gaat de andere kant op.",
                       blows->station, geo::compass_text(*blows->from), *blows->from, age);
}

} // namespace

Intents smoke(ui::Ui& ui, const Scene& scene, Drafts& drafts) {
    const auto blows = wind(scene);
    if (drafts.opened_now) {
        if (blows && blows->from) drafts.text = fmt::format("{:.0f}", *blows->from);
        drafts.text3 = "30";
        drafts.text4 = geo::wgs84_text(smoke_source(scene, drafts).at);
    }
    Form form(ui, drafts, "ROOKGEBIED", 760);
    form.words(measured_words(scene, blows));
    form.field("rook/wind", "Wind komt uit (graden of ZW)", drafts.text, "225");
    form.field("rook/afstand", "Hoe ver", drafts.text2, "800 m of 1,5 km");
    form.field("rook/hoek", "Zo veel graden naar elke kant", drafts.text3, "30");
    form.field("rook/bron", "Bron, WGS 84 of RD", drafts.text4, "51.8650, 4.6610 of 105000 431500");
    form.words(source_words(scene, drafts));
    if (!form.confirmed("Zet op de kaart")) return {};
    if (in_the_past(scene, drafts)) return {};
    const auto from = read_wind(drafts.text);
    if (!from) {
        ask_again(drafts, "De wind is niet te lezen. Schrijf graden, 225, of letters: ZW of ZZW.",
                  &drafts.text);
        return {};
    }
    const auto far = read_distance(drafts.text2);
    if (!far) {
        ask_again(drafts, "De afstand is niet te lezen. Schrijf 800 m of 1,5 km (10 m tot 100 km).",
                  &drafts.text2);
        return {};
    }
    const auto half = number_and_rest(drafts.text3);
    if (!half || !half->second.empty() || !(half->first >= 5 && half->first <= 180)) {
        ask_again(drafts, "Schrijf 5 tot 180 graden.", &drafts.text3);
        return {};
    }
    const auto source = typed_position(drafts, drafts.text4);
    if (!source) return {};
    const double towards = std::fmod(*from + 180, 360);
    AreaDrawn body;
    body.area = AreaId(dialogs::fresh_id());
    body.incident = scene.incident.value_or(IncidentId());
    body.kind = AreaKind::rook;
    body.label = fmt::format("Rook naar {}, {}", geo::compass_text(towards), geo::length_text(*far));
    body.polygon = geo::sector(*source, towards, *far, half->first);
    return send_area(drafts, std::move(body));
}

} // namespace regiekamer::panels::maps
