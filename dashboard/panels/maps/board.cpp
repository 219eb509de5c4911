// KAART: the map itself with the mouse on it, and what is being drawn or measured.
#include "dashboard/geo/coordinate_text.hpp"
#include "dashboard/geo/measure.hpp"
#include "dashboard/panels/maps/maps.hpp"

#include <cmath>
#include <fmt/format.h>

namespace regiekamer::panels::maps {
namespace {

using ui::MapView;
using ui::Point;
using ui::Rect;
using ui::Style;
using ui::Ui;
using Doing = MapDraft::Doing;

/// A press that moves no further than this is a click.
constexpr float click_within = 4, corner_within = 12;

float apart(Point a, Point b) {
    return std::hypot(a.x - b.x, a.y - b.y);
}

std::optional<std::size_t> corner_at(const MapView& view, const MapDraft& draft, Point at) {
    for (std::size_t i = 0; i < draft.points.size(); ++i)
        if (apart(view.to_screen(draft.points[i]), at) <= corner_within) return i;
    return std::nullopt;
}

void pressed_down(const MapView& view, MapDraft& draft, Point at) {
    draft.pressed = at;
    draft.drags_corner = false;
    if (draft.doing != Doing::moving) return;
    if (const auto corner = corner_at(view, draft, at)) {
        draft.corner = *corner;
        draft.cursor = draft.points[*corner];
        draft.drags_corner = true;
    }
}

void clicked(const Scene& scene, const MapView& view, Drafts& drafts, Point at) {
    auto& draft = drafts.map_board;
    const auto there = view.to_earth(at);
    if (draft.doing == Doing::drawing || draft.doing == Doing::measuring) return add_point(drafts, there);
    draft.cursor = there;
    if (draft.doing == Doing::looking) choose_at(scene, view, at, drafts);
}

void answer_mouse(Ui& ui, const Scene& scene, const Rect& box, Drafts& drafts, MapView& view) {
    auto& draft = drafts.map_board;
    const auto moved = ui::drag(ui, "plot", box);
    if (moved.held && !draft.pressed) pressed_down(view, draft, moved.at);
    const bool goes = moved.held && (moved.moved.x != 0 || moved.moved.y != 0);
    if (goes && draft.drags_corner && draft.corner < draft.points.size())
        draft.points[draft.corner] = *(draft.cursor = view.to_earth(moved.at));
    else if (goes && draft.pressed && apart(*draft.pressed, moved.at) > click_within)
        drafts.map = view = view.dragged(moved.at - moved.moved, moved.at);
    if (moved.released && draft.pressed) {
        if (!draft.drags_corner && apart(*draft.pressed, moved.at) <= click_within)
            clicked(scene, view, drafts, moved.at);
        draft.pressed.reset();
        draft.drags_corner = false;
    }
    if (!ui.input_.mouse_down && !moved.released) draft.pressed.reset();
}

void draw_cross(Ui& ui, Point at) {
    for (const auto& [colour, thick] : {std::pair{ui.palette.bg, 4.F}, {ui.palette.text, 2.F}}) {
        ui::line(ui, {at.x - 12, at.y}, {at.x - 4, at.y}, colour, thick);
        ui::line(ui, {at.x + 4, at.y}, {at.x + 12, at.y}, colour, thick);
        ui::line(ui, {at.x, at.y - 12}, {at.x, at.y - 4}, colour, thick);
        ui::line(ui, {at.x, at.y + 4}, {at.x, at.y + 12}, colour, thick);
    }
}

void draw_chosen(Ui& ui, const Scene& scene, const Drafts& drafts, const MapView& view) {
    if (const auto* area = chosen_area(scene, drafts)) {
        const auto points = on_screen(view, area->value.polygon);
        ui::polyline(ui, points, ui.palette.text, 4, area->value.kind != AreaKind::route);
    }
    if (const auto* place = chosen_place(scene, drafts))
        ui::ring(ui, view.to_screen(earth(place->value.point)), 14, ui.palette.text, 3);
}

bool moves_route(const Scene& scene, const MapDraft& draft) {
    const auto* area = scene.picture.incidents->areas.find(AreaId(draft.moved));
    return draft.doing == Doing::moving && area != nullptr && area->value.kind == AreaKind::route;
}

void draw_drawn(Ui& ui, const Scene& scene, const MapDraft& draft, const MapView& view) {
    if (draft.doing == Doing::looking) return;
    std::vector<Point> points;
    for (const auto& at : draft.points)
        points.push_back(view.to_screen(at));
    ui::polyline(ui, points, ui.palette.bg, 6);
    ui::polyline(ui, points, ui.palette.text, 3);
    if (points.size() > 2 && !moves_route(scene, draft)) {
        const Point closing[]{points.back(), points.front()};
        ui::dashed(ui, closing, ui.palette.text, 2, 4, 4);
    }
    for (std::size_t i = 0; i < points.size(); ++i) {
        const bool moves = draft.doing == Doing::moving && i == draft.corner;
        const float size = moves ? 14 : 10;
        const Rect mark{points[i].x - size / 2, points[i].y - size / 2, size, size};
        ui::fill(ui, mark, moves ? ui.palette.attention : ui.palette.bg);
        ui::frame(ui, mark, ui.palette.text, 0, 2);
    }
}

/// Scale, coordinate of the mouse or else of the cross, and what of the own layers could not be drawn.
void draw_foot(Ui& ui, const Scene& scene, const Drafts& drafts, const MapView& view, const Rect& foot,
               const OwnDrawn& own) {
    ui::fill(ui, foot, ui.palette.surface);
    ui::separator(ui, foot);
    const float y = foot.centre().y + 5, left = draw_scale(ui, view, foot) + 22;
    const bool pointed = view.place.contains(ui.mouse) && !ui.modal_open;
    const auto at = pointed ? position(view.to_earth(ui.mouse)) : cursor(scene, drafts);
    const float room = foot.right() - 14 - left;
    float right = foot.right() - 14;
    for (const auto& words : {(pointed ? "muis " : "kruis ") + geo::coordinate_text(at), geo::wgs84_text(at)})
        if (ui::width(ui, Style::secondary15, words) <= room) {
            right = ui::text_right(ui, Style::secondary15, {right, y}, ui.palette.text, words);
            break;
        }
    std::string words;
    if (!own.too_far.empty()) words = fmt::format("kaartbeeld {}: zoom in", own.too_far);
    if (own.left_out > 0)
        words += fmt::format("{}{} van {} eigen vormen getekend: zoom in voor de rest",
                             words.empty() ? "" : " · ", own.in_view - own.left_out, own.in_view);
    if (words.empty()) return;
    if (right - left - 20 > 120)
        ui::text_within(ui, Style::secondary15, {left, y}, right - left - 20, ui.palette.dim, words);
}

} // namespace

Intents draw_board(Ui& ui, const Scene& scene, const Rect& rect, Drafts& drafts) {
    ui::surface(ui, rect);
    Rect box = rect.inset(1);
    const Rect foot = box.take_bottom(36), strip = take_not_shown(scene, box);
    drafts.map_board.drawn = box;
    MapView view = view_of(scene, drafts, box);
    answer_mouse(ui, scene, box, drafts, view);
    answer_zoom(ui, scene, box, drafts, view);
    const ui::Clip clip(ui, rect.inset(1));
    const auto own = draw_themes(ui, scene, view);
    draw_chosen(ui, scene, drafts, view);
    draw_drawn(ui, scene, drafts.map_board, view);
    const Point cross = view.to_screen(earth(cursor(scene, drafts)));
    if (box.contains(cross)) draw_cross(ui, cross);
    draw_not_shown(ui, scene, strip);
    draw_foot(ui, scene, drafts, view, foot, own);
    return {};
}

} // namespace regiekamer::panels::maps
