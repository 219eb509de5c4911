// One function a kind of thing.
#include "dashboard/panels/maps/inside.hpp"

#include "dashboard/geo/own_layers.hpp"
#include "dashboard/panels/base_map.hpp"
#include "dashboard/panels/maps/maps.hpp"

namespace regiekamer::panels::maps {
namespace {

class Gathered {
public:
    explicit Gathered(std::span<const Position> ring) : ring_(ring) {}
    void put(const std::string& group, const std::string& name, const Position& at) {
        if (geo::inside(ring_, at)) put(group, name);
    }
    void put(const std::string& group, const std::string& name) {
        if (all_.empty() || all_.back().group != group) all_.push_back({group, {}});
        all_.back().names.push_back(name.empty() ? std::string("zonder naam") : name);
    }
    [[nodiscard]] std::vector<Within> take() { return std::move(all_); }

private:
    std::span<const Position> ring_;
    std::vector<Within> all_;
};

void add_layers(Gathered& all, const Scene& scene, std::span<const Position> ring, bool vulnerable) {
    if (scene.layers == nullptr) return;
    for (const auto& layer : scene.layers->vectors) {
        if (layer.vulnerable != vulnerable) continue;
        for (const auto i : geo::features_inside(layer, ring))
            all.put(vulnerable ? std::string(vulnerable_theme) : layer.name, layer.features[i].name);
    }
}

void add_places(Gathered& all, const Scene& scene) {
    const auto& places = scene.picture.incidents->places;
    const auto mine = [&](const PlaceMarked& place) {
        return !place.incident || !scene.incident || *place.incident == *scene.incident;
    };
    for (const bool shelter : {true, false})
        for (const auto& [id, place] : places)
            if (mine(place.value) && (place.value.kind == PlaceKind::opvang) == shelter)
                all.put(shelter ? "opvang" : "plaatsen van het incident",
                        place.value.label + (place.value.state ? " (" + *place.value.state + ")" : ""),
                        place.value.point);
}

void add_incidents(Gathered& all, const Scene& scene) {
    for (const auto& id : picture::active_incidents(scene.picture, scene.now))
        if (const auto* incident = picture::find_incident(scene.picture, id);
            incident != nullptr && incident->point.value)
            all.put("incidenten", incident->title.value, *incident->point.value);
}

void add_events(Gathered& all, const Scene& scene) {
    for (const auto& id : picture::events_by_urgency(scene.picture, scene.now)) {
        const auto& event = scene.picture.events->events.at(id);
        const bool over = event.until.value && *event.until.value < scene.now;
        if (event.point.value && !over) all.put("evenementen", event.name.value, *event.point.value);
    }
}

} // namespace

std::vector<Within> what_lies_within(const Scene& scene, std::span<const Position> ring) {
    Gathered all(ring);
    if (ring.size() < 3) return {};
    add_layers(all, scene, ring, true);
    add_places(all, scene);
    add_incidents(all, scene);
    add_events(all, scene);
    for (const auto& name : scene.map.names)
        if (name.place) all.put("plekken op de basiskaart", name.name, position(name.at));
    for (const auto& name : scene.map.names)
        if (!name.place) all.put("buurten (middelpunt)", name.name, position(name.at));
    add_layers(all, scene, ring, false);
    return all.take();
}

} // namespace regiekamer::panels::maps
