// PLOT: the map with the incident's areas and places. Drag to pan, wheel to zoom, F fits what matters; P has
// it large, with what can be drawn on it.
#include "dashboard/geo/coordinate_text.hpp"
#include "dashboard/panels/maps/maps.hpp"
#include "dashboard/words/labels.hpp"

#include <algorithm>

namespace regiekamer::panels {
namespace {

using ui::MapView;
using ui::Rect;
using ui::Style;
using ui::Ui;

void draw_legend(Ui& ui, const Scene& scene, const MapView& view, const Rect& foot,
                 const std::string& too_far) {
    ui::separator(ui, foot);
    const float y = foot.centre().y + 5;
    float x = maps::draw_scale(ui, view, foot) + 22;
    if (scene.incident && maps::shows(scene, maps::incident_theme)) {
        std::vector<AreaKind> kinds;
        for (const auto* area : picture::areas_of(scene.picture, *scene.incident))
            if (std::find(kinds.begin(), kinds.end(), area->value.kind) == kinds.end())
                kinds.push_back(area->value.kind);
        for (const auto kind : kinds) {
            const auto colour = maps::area_colour(ui, kind);
            const float needed = 28 + ui::width(ui, Style::secondary15, words::label(kind));
            if (x + needed > foot.right() - 190) break;
            ui::fill(ui, {x, y - 12, 18, 12}, colour.faded(0.25F));
            ui::frame(ui, {x, y - 12, 18, 12}, colour);
            x = ui::text(ui, Style::secondary15, {x + 24, y}, ui.palette.text, words::label(kind)) + 18;
        }
    }
    const auto room = [&](const std::string& words) {
        return foot.right() - 14 - ui::width(ui, Style::secondary15, words) > x;
    };
    if (ui.only_shown) return; // nobody drags on the wall
    const bool pointed = view.place.contains(ui.mouse) && !ui.modal_open;
    const auto at = maps::position(view.to_earth(ui.mouse));
    const std::string zoom_in = too_far.empty() ? std::string() : "kaartbeeld " + too_far + ": zoom in";
    for (const std::string& words :
         {zoom_in, pointed ? geo::coordinate_text(at) : std::string("slepen, wiel · passend [F] · groot [P]"),
          pointed ? geo::wgs84_text(at) : std::string("passend [F]")})
        if (!words.empty() && room(words)) {
            ui::text_right(ui, Style::secondary15, {foot.right() - 14, y}, ui.palette.dim, words);
            return;
        }
}

} // namespace

Intents draw_plot(Ui& ui, const Scene& scene, const Rect& rect, Drafts& drafts) {
    ui::surface(ui, rect);
    Rect box = rect.inset(1);
    const Rect foot = box.take_bottom(36), strip = maps::take_not_shown(scene, box);
    MapView view = maps::view_of(scene, drafts, box);
    const auto moved = ui::drag(ui, "plot", box);
    if (moved.held && (moved.moved.x != 0 || moved.moved.y != 0))
        drafts.map = view = view.dragged(moved.at - moved.moved, moved.at);
    maps::answer_zoom(ui, scene, box, drafts, view);
    const ui::Clip clip(ui, rect.inset(1));
    const auto own = maps::draw_themes(ui, scene, view);
    maps::draw_not_shown(ui, scene, strip);
    ui::fill(ui, foot, ui.palette.surface);
    draw_legend(ui, scene, view, foot, own.too_far);
    return {};
}

} // namespace regiekamer::panels
