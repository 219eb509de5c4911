// What one can do on the map, and where one can go to: names of the base map, places and areas of the
// incident, evenementen and incidents with a point, own layers, and any coordinate.
#include "dashboard/geo/coordinate_text.hpp"
#include "dashboard/geo/own_layers.hpp"
#include "dashboard/panels/base_map.hpp"
#include "dashboard/panels/maps/maps.hpp"
#include "dashboard/panels/palette/entries.hpp"
#include "dashboard/panels/series_plot.hpp"
#include "dashboard/words/folded.hpp"
#include "dashboard/words/labels.hpp"
#include "dashboard/words/refusal.hpp"

#include <array>

namespace regiekamer::panels::palette {
namespace {

/// Shows the view KAART with this place in the middle.
auto goes_to(const Position& at, std::string chosen = {}) {
    return [at, chosen = std::move(chosen)](Drafts& drafts, Intents& intents) {
        maps::go_to(drafts, at);
        drafts.map_board.chosen = chosen;
        drafts.tab = 0;
        intents.push_back(Show{View::kaart});
    };
}

Position middle(const geo::Box& box) {
    return {(box.south + box.north) / 2, (box.west + box.east) / 2};
}

void add_own(std::vector<Entry>& all, const Scene& scene, const std::string& typed) {
    constexpr std::size_t least_typed = 2, most = 40;
    const auto wanted = words::folded(typed);
    if (scene.layers == nullptr || wanted.size() < least_typed) return;
    std::size_t found = 0;
    for (const auto& layer : scene.layers->vectors)
        for (const auto& feature : layer.features) {
            if (feature.name.empty() || words::folded(feature.name).find(wanted) == std::string::npos)
                continue;
            if (++found > most) return;
            all.push_back({"plek", feature.name, layer.name, "", "", goes_to(middle(feature.box))});
        }
}

/// Every own layer can be switched from here, also on a screen that has no room for their list.
void add_layers(std::vector<Entry>& all, const Scene& scene) {
    if (scene.layers == nullptr) return;
    const auto add = [&](const std::string& name, bool tiles) {
        const std::string layer = maps::layer_id(name, tiles);
        const bool on = maps::shows(scene, layer);
        all.push_back({"laag", name, on ? "staat op de kaart: zet uit" : "staat uit: zet op de kaart", "", "",
                       [layer, on](Drafts& drafts, Intents& intents) {
                           drafts.tab = 0;
                           intents.push_back(Show{View::kaart});
                           intents.emplace_back(SetLayer{layer, !on});
                       }});
    };
    for (const auto& tiles : scene.layers->tiles)
        add(tiles.name, true);
    for (const auto& layer : scene.layers->vectors)
        add(layer.name, false);
}

struct MapAct {
    std::string_view title, about, key, type;
    void (*does)(const Scene&, Drafts&, Intents&);
};

/// What the plot of the water panel shows, as numbers and as a picture.
void keep_plot(const Scene& scene, Drafts& drafts, Intents& intents) {
    const auto keys = all_series(scene);
    if (keys.empty()) return intents.push_back(Explain{"Er zijn nog geen metingen om te bewaren."});
    const auto& key = chosen_series(keys, drafts.series);
    const auto span = drafts.plot.span.value_or(PlotSpan{scene.now - hours(6), scene.now + hours(6)});
    intents.emplace_back(ExportSeries{key, span.from, span.until});
}

} // namespace

void add_map_acts(std::vector<Entry>& all, const Scene& scene) {
    static constexpr std::array acts{
        MapAct{"Teken een gebied op de kaart", "bron, effect, afzetting, evacuatie, route", "D",
               AreaDrawn::type, maps::begin_drawing},
        MapAct{"Rookgebied op de kaart", "door wind en afstand", "V", AreaDrawn::type, maps::begin_smoke},
        MapAct{"Plaats op de kaart", "CoPI, opvang, uitgangsstelling", "H", PlaceMarked::type,
               maps::begin_place},
        MapAct{
            "Meet op de kaart", "lengte en oppervlakte", "L", {}, [](const Scene&, Drafts& drafts, Intents&) {
                maps::begin_measuring(drafts);
            }}};
    for (const auto& act : acts) {
        std::string why =
            act.type.empty() ? std::string() : words::not_allowed(scene.user.function, act.type);
        if (scene.looking_back && !act.type.empty()) why = "u kijkt terug: ga eerst met Esc naar nu";
        all.push_back({"daad", std::string(act.title), std::string(act.about), std::string(act.key), why,
                       [&scene, does = act.does](Drafts& drafts, Intents& intents) {
                           intents.push_back(Show{View::kaart});
                           drafts.tab = 0;
                           does(scene, drafts, intents);
                       }});
    }
    all.push_back({"daad", "Bewaar de grafiek van het water", "als CSV en PNG", "D", "",
                   [&scene](Drafts& drafts, Intents& intents) { keep_plot(scene, drafts, intents); }});
}

void add_typed_coordinate(std::vector<Entry>& all, const std::string& typed) {
    if (const auto at = geo::read_coordinate(typed))
        all.push_back({"plek", geo::coordinate_text(*at), "toon op de kaart", "", "", goes_to(*at)});
}

void add_map_places(std::vector<Entry>& all, const Scene& scene, const std::string& typed) {
    for (const auto& name : scene.map.names)
        all.push_back({"plek", name.name, name.place ? "op de kaart" : "buurt", "", "",
                       goes_to(maps::position(name.at))});
    for (const auto& [id, place] : scene.picture.incidents->places)
        all.push_back({"plek", place.value.label, std::string(words::label(place.value.kind)), "", "",
                       goes_to(place.value.point, "plaats/" + id.value)});
    for (const auto& [id, area] : scene.picture.incidents->areas)
        all.push_back({"plek", area.value.label, std::string(words::label(area.value.kind)), "", "",
                       goes_to(middle(geo::box_of(area.value.polygon)), "gebied/" + id.value)});
    for (const auto& [id, event] : scene.picture.events->events)
        if (event.name.said() && event.point.value)
            all.push_back(
                {"plek", event.name.value, "evenement, op de kaart", "", "", goes_to(*event.point.value)});
    for (const auto& id : picture::active_incidents(scene.picture, scene.now))
        if (const auto* incident = picture::find_incident(scene.picture, id);
            incident != nullptr && incident->point.value)
            all.push_back({"plek", incident->title.value, "incident, op de kaart", "", "",
                           goes_to(*incident->point.value)});
    add_layers(all, scene);
    add_own(all, scene, typed);
}

} // namespace regiekamer::panels::palette
