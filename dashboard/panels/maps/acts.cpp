// What one can choose on the map and do with it. Each act that cannot be done says why.
#include "dashboard/geo/measure.hpp"
#include "dashboard/panels/maps/maps.hpp"
#include "dashboard/words/labels.hpp"
#include "dashboard/words/refusal.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace regiekamer::panels::maps {
namespace {

using Doing = MapDraft::Doing;

constexpr std::string_view area_prefix = "gebied/", place_prefix = "plaats/";
/// Near enough to see a street; what one goes to is not seen from further away.
constexpr double near_scale = 0.4;

std::string of_area(const AreaId& id) {
    return std::string(area_prefix) + id.value;
}
std::string of_place(const PlaceId& id) {
    return std::string(place_prefix) + id.value;
}

/// What can be chosen, in the order of being drawn.
std::vector<std::string> choices(const Scene& scene) {
    std::vector<std::string> all;
    if (!scene.incident) return all;
    for (const auto* area : picture::areas_of(scene.picture, *scene.incident))
        all.push_back(of_area(area->value.area));
    for (const auto* place : picture::places_of(scene.picture, *scene.incident))
        all.push_back(of_place(place->value.place));
    return all;
}

float from_segment(ui::Point at, ui::Point a, ui::Point b) {
    const float dx = b.x - a.x, dy = b.y - a.y, length = dx * dx + dy * dy;
    const float part =
        length > 0 ? std::clamp(((at.x - a.x) * dx + (at.y - a.y) * dy) / length, 0.F, 1.F) : 0.F;
    return std::hypot(at.x - a.x - part * dx, at.y - a.y - part * dy);
}

bool lies_on(const ui::MapView& view, const AreaDrawn& area, ui::Point at) {
    if (area.kind != AreaKind::route) return geo::inside(area.polygon, position(view.to_earth(at)));
    const auto points = on_screen(view, area.polygon);
    for (std::size_t i = 1; i < points.size(); ++i)
        if (from_segment(at, points[i - 1], points[i]) < 10) return true;
    return false;
}

/// Why this user may not say this now; empty: they may.
std::string refused(const Scene& scene, std::string_view type) {
    if (scene.looking_back) return "U kijkt terug: ga eerst met Esc naar nu.";
    return words::not_allowed(scene.user.function, type);
}

bool told(std::string why, Intents& intents) {
    if (why.empty()) return false;
    intents.push_back(Explain{std::move(why)});
    return true;
}

std::string area_refused(const Scene& scene) {
    auto why = refused(scene, AreaDrawn::type);
    if (why.empty() && !scene.incident) why = "Een gebied hoort bij een incident. Open er eerst een met R.";
    return why;
}

} // namespace

Position cursor(const Scene& scene, const Drafts& drafts) {
    const auto& draft = drafts.map_board;
    if (draft.cursor) return position(*draft.cursor);
    return position(view_of(scene, drafts, draft.drawn).centre);
}

void go_to(Drafts& drafts, const Position& at) {
    ui::MapView view = drafts.map.value_or(ui::MapView{});
    view.centre = earth(at);
    view.logical_per_metre = std::max(near_scale, view.logical_per_metre);
    drafts.map = view;
    drafts.map_board.cursor = earth(at);
}

const picture::Known<AreaDrawn>* chosen_area(const Scene& scene, const Drafts& drafts) {
    const auto& chosen = drafts.map_board.chosen;
    if (!chosen.starts_with(area_prefix)) return nullptr;
    return scene.picture.incidents->areas.find(AreaId(chosen.substr(area_prefix.size())));
}

const picture::Known<PlaceMarked>* chosen_place(const Scene& scene, const Drafts& drafts) {
    const auto& chosen = drafts.map_board.chosen;
    if (!chosen.starts_with(place_prefix)) return nullptr;
    return scene.picture.incidents->places.find(PlaceId(chosen.substr(place_prefix.size())));
}

bool choose_at(const Scene& scene, const ui::MapView& view, ui::Point at, Drafts& drafts) {
    drafts.map_board.chosen.clear();
    if (!scene.incident || !shows(scene, incident_theme)) return false;
    float nearest = 16;
    for (const auto* place : picture::places_of(scene.picture, *scene.incident)) {
        const auto there = view.to_screen(earth(place->value.point));
        const float away = std::hypot(there.x - at.x, there.y - at.y);
        if (away >= nearest) continue;
        nearest = away;
        drafts.map_board.chosen = of_place(place->value.place);
    }
    if (!drafts.map_board.chosen.empty()) return true;
    double smallest = 1e300; // of areas within each other the inner one is meant
    for (const auto* area : picture::areas_of(scene.picture, *scene.incident)) {
        if (!lies_on(view, area->value, at)) continue;
        const double size = area->value.kind == AreaKind::route ? 0 : geo::area_m2(area->value.polygon);
        if (size >= smallest) continue;
        smallest = size;
        drafts.map_board.chosen = of_area(area->value.area);
    }
    return !drafts.map_board.chosen.empty();
}

void choose_next(const Scene& scene, Drafts& drafts, int step) {
    const auto all = choices(scene);
    if (all.empty()) return;
    const auto count = static_cast<int>(all.size());
    const auto now = std::find(all.begin(), all.end(), drafts.map_board.chosen);
    const int at = now == all.end() ? (step > 0 ? 0 : count - 1)
                                    : (static_cast<int>(now - all.begin()) + step + count) % count;
    drafts.map_board.chosen = all[static_cast<std::size_t>(at)];
    Position to;
    if (const auto* place = chosen_place(scene, drafts)) to = place->value.point;
    if (const auto* area = chosen_area(scene, drafts)) {
        const auto box = geo::box_of(area->value.polygon);
        to = {(box.south + box.north) / 2, (box.west + box.east) / 2};
    }
    drafts.map_board.cursor = earth(to);
    ui::MapView view = view_of(scene, drafts, drafts.map_board.drawn);
    if (!view.place.inset(20).contains(view.to_screen(earth(to)))) {
        view.centre = earth(to);
        drafts.map = view;
    }
}

void begin_drawing(const Scene& scene, Drafts& drafts, Intents& intents) {
    if (told(area_refused(scene), intents)) return;
    stop(drafts);
    drafts.map_board.doing = Doing::drawing;
}

void begin_measuring(Drafts& drafts) {
    stop(drafts);
    drafts.map_board.doing = Doing::measuring;
}

void begin_place(const Scene& scene, Drafts& drafts, Intents& intents) {
    if (told(refused(scene, PlaceMarked::type), intents)) return;
    open(drafts, Dialog::place);
}

void begin_smoke(const Scene& scene, Drafts& drafts, Intents& intents) {
    if (told(area_refused(scene), intents)) return;
    open(drafts, Dialog::smoke);
}

void begin_moving(const Scene& scene, Drafts& drafts, Intents& intents) {
    const auto* area = chosen_area(scene, drafts);
    const auto* place = chosen_place(scene, drafts);
    if (area == nullptr && place == nullptr)
        return intents.push_back(Explain{"Kies eerst een gebied of plaats: klik erop, of druk op [ of ]."});
    if (told(refused(scene, place != nullptr ? PlaceMarked::type : AreaDrawn::type), intents)) return;
    if (place != nullptr) return open(drafts, Dialog::place, place->value.place.value);
    stop(drafts);
    auto& draft = drafts.map_board;
    draft.doing = Doing::moving;
    draft.moved = area->value.area.value;
    draft.base = area->sequence;
    for (const auto& at : area->value.polygon)
        draft.points.push_back(earth(at));
    if (draft.points.size() > 3 && draft.points.front() == draft.points.back() &&
        area->value.kind != AreaKind::route)
        draft.points.pop_back(); // the reader closes it
    if (!draft.points.empty()) draft.cursor = draft.points.front();
}

void withdraw(const Scene& scene, Drafts& drafts, Intents& intents) {
    const auto* area = chosen_area(scene, drafts);
    const auto* place = chosen_place(scene, drafts);
    if (area == nullptr && place == nullptr)
        return intents.push_back(Explain{"Kies eerst wat u intrekt: klik erop, of druk op [ of ]."});
    if (told(refused(scene, place != nullptr ? PlaceRemoved::type : AreaRemoved::type), intents)) return;
    if (place != nullptr)
        intents.push_back(
            Act{PlaceRemoved{place->value.place}, place->value.label + " van de kaart", std::nullopt});
    else
        intents.push_back(Act{AreaRemoved{area->value.area, std::nullopt}, area->value.label + " ingetrokken",
                              std::nullopt});
    drafts.map_board.chosen.clear();
}

void finish(Drafts& drafts, Intents& intents) {
    auto& draft = drafts.map_board;
    if (draft.doing == Doing::measuring) return stop(drafts);
    if (draft.points.size() < 2)
        return intents.push_back(
            Explain{"Zet eerst punten: klik op de kaart, of druk op Spatie bij het kruis."});
    open(drafts, Dialog::area, draft.moved);
}

void stop(Drafts& drafts) {
    auto& draft = drafts.map_board;
    draft.doing = Doing::looking;
    draft.points.clear();
    draft.moved.clear();
    draft.corner = 0;
    draft.drags_corner = false;
}

void add_point(Drafts& drafts, const ui::Earth& at) {
    constexpr std::size_t points_most = 500;
    auto& draft = drafts.map_board;
    if (draft.points.size() >= points_most) return;
    if (draft.doing == Doing::moving) { // a corner after the one that moves
        draft.corner = std::min(draft.corner + 1, draft.points.size());
        draft.points.insert(draft.points.begin() + static_cast<std::ptrdiff_t>(draft.corner), at);
    } else if (draft.points.empty() || !(draft.points.back() == at)) {
        draft.points.push_back(at);
    }
    draft.cursor = at;
}

void remove_point(Drafts& drafts) {
    auto& draft = drafts.map_board;
    if (draft.points.empty()) return;
    if (draft.doing != Doing::moving) return draft.points.pop_back();
    draft.points.erase(draft.points.begin() + static_cast<std::ptrdiff_t>(draft.corner));
    if (draft.corner >= draft.points.size())
        draft.corner = draft.points.empty() ? 0 : draft.points.size() - 1;
    if (!draft.points.empty()) draft.cursor = draft.points[draft.corner];
}

} // namespace regiekamer::panels::maps
