// Where one can go to on the map: names of the base map, places and areas of the incident, evenementen and
// incidents with a point, own layers, and any coordinate.
#include "dashboard/geo/coordinate_text.hpp"
#include "dashboard/geo/own_layers.hpp"
#include "dashboard/panels/base_map.hpp"
#include "dashboard/panels/maps/maps.hpp"
#include "dashboard/panels/palette/entries.hpp"
#include "dashboard/words/folded.hpp"
#include "dashboard/words/labels.hpp"

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

} // namespace

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
    add_own(all, scene, typed);
}

} // namespace regiekamer::panels::palette
