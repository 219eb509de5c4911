// WANDSCHERM: what a room looks at together, on a second window. It shows now, whatever the desk looks at,
// and nothing on it can be pressed.
#include "dashboard/panels/wall.hpp"

#include "dashboard/panels/drafts.hpp"

namespace regiekamer::panels {
namespace {

using ui::Rect;

/// Less than this holds one panel a column: a few that can be read go before six that cannot.
constexpr float low_below = 380;

/// Three columns: people, place, water and what must be done.
void draw_incident(ui::Ui& ui, const Scene& scene, Rect body, Drafts& drafts) {
    constexpr float gap = ui::measure::gap;
    const bool low = body.h < low_below; // letters are large there: the map gives room to names
    Rect left = body.take_left(body.w * (low ? 0.34F : 0.27F));
    body.take_left(gap);
    Rect right = body.take_right(body.w * (low ? 0.46F : 0.34F));
    body.take_right(gap);
    if (low) {
        draw_attendance(ui, scene, left, drafts);
        draw_plot(ui, scene, body, drafts);
        draw_others_actions(ui, scene, right, drafts);
        return;
    }
    const Rect attendance = left.take_top(left.h * 0.55F);
    left.take_top(gap);
    const Rect plot = body.take_top(body.h * 0.62F);
    body.take_top(gap);
    const Rect water = right.take_top(right.h * 0.5F);
    right.take_top(gap);
    draw_attendance(ui, scene, attendance, drafts);
    draw_others_actions(ui, scene, left, drafts);
    draw_plot(ui, scene, plot, drafts);
    draw_logbook(ui, scene, body, drafts);
    draw_water(ui, scene, water, drafts);
    draw_my_actions(ui, scene, right, drafts);
}

void draw_ordinary_day(ui::Ui& ui, const Scene& scene, const ui::Zones& zones, Drafts& drafts) {
    const auto at = ui::rust_zones(zones, 0);
    if (!at.duty.empty()) draw_duty(ui, scene, at.duty, drafts);
    if (!at.days.empty()) draw_days(ui, scene, at.days, drafts);
    if (!at.handover.empty()) draw_handover(ui, scene, at.handover, drafts);
    if (!at.ready.empty()) draw_ready(ui, scene, at.ready, drafts);
    if (!at.water.empty()) draw_water_weather(ui, scene, at.water, drafts);
}

} // namespace

void draw_wall_view(ui::Ui& ui, const Scene& scene, const ui::Zones& zones, Drafts& drafts, Intents&) {
    if (!in_action(scene)) return draw_ordinary_day(ui, scene, zones, drafts);
    draw_incident(ui, scene, ui::whole_zone(zones), drafts);
    if (!zones.bottom.empty()) draw_timeline(ui, scene, zones.bottom, drafts);
}

void draw_wall(ui::Ui& ui, Scene scene, Drafts& drafts) {
    scene.view = View::wand;
    draw(ui, scene, drafts); // what it asks for is nobody's wish
    drafts.dialog = Dialog::none;
}

} // namespace regiekamer::panels
