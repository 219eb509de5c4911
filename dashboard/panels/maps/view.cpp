// Where the panels of KAART stand, and its keys.
#include "dashboard/panels/maps/maps.hpp"
#include "dashboard/panels/tabs.hpp"

#include <algorithm>

namespace regiekamer::panels::maps {
namespace {

using ui::Key;
using ui::Ui;
using Doing = MapDraft::Doing;

/// How far an arrow moves the cross, in logical pixels; with Shift it is exact.
constexpr float far_step = 24, fine_step = 3;

/// Whether one of the arrows was pressed, and where it moves to.
std::optional<ui::Point> arrows(Ui& ui) {
    struct Arrow {
        Key key;
        ui::Point way;
    };
    for (const auto& [key, way] : {Arrow{Key::left, {-1, 0}}, Arrow{Key::right, {1, 0}},
                                   Arrow{Key::up, {0, -1}}, Arrow{Key::down, {0, 1}}}) {
        if (ui::pressed(ui, key)) return ui::Point{way.x * far_step, way.y * far_step};
        if (ui::pressed(ui, ui::with_shift(key))) return ui::Point{way.x * fine_step, way.y * fine_step};
    }
    return std::nullopt;
}

void move_cursor(Ui& ui, const Scene& scene, Drafts& drafts) {
    const auto by = arrows(ui);
    if (!by) return;
    auto& draft = drafts.map_board;
    ui::MapView view = view_of(scene, drafts, draft.drawn);
    ui::Point at = view.to_screen(earth(cursor(scene, drafts))) + *by;
    const ui::Rect room = view.place.inset(24);
    const ui::Point within{std::clamp(at.x, room.x, room.right() - 1),
                           std::clamp(at.y, room.y, room.bottom() - 1)};
    const auto there = view.to_earth(at);
    if (!(within == at)) drafts.map = view = view.dragged(at, within); // the map comes along
    draft.cursor = there;
    if (draft.doing == Doing::moving && draft.corner < draft.points.size())
        draft.points[draft.corner] = there;
}

void walk_corners(Ui& ui, MapDraft& draft) {
    const auto count = draft.points.size();
    const bool back = ui::pressed(ui, Key::bracket_left), on = ui::pressed(ui, Key::bracket_right);
    if (count == 0 || (!back && !on)) return;
    draft.corner = (draft.corner + (on ? 1 : count - 1)) % count;
    draft.cursor = draft.points[draft.corner];
}

/// While something is drawn the keys are about that, and nothing else happens by mistake.
void answer_drawing(Ui& ui, const Scene& scene, Drafts& drafts, Intents& intents) {
    auto& draft = drafts.map_board;
    if (ui::pressed(ui, Key::escape)) return stop(drafts);
    if (ui::pressed(ui, Key::enter)) return finish(drafts, intents);
    if (ui::pressed(ui, Key::space)) add_point(drafts, earth(cursor(scene, drafts)));
    if (ui::pressed(ui, Key::backspace) || ui::pressed(ui, Key::del)) remove_point(drafts);
    if (draft.doing == Doing::moving) walk_corners(ui, draft);
}

void answer_looking(Ui& ui, const Scene& scene, Drafts& drafts, Intents& intents) {
    if (ui::pressed(ui, Key::space)) {
        const auto view = view_of(scene, drafts, drafts.map_board.drawn);
        choose_at(scene, view, view.to_screen(earth(cursor(scene, drafts))), drafts);
    }
    if (!drafts.map_board.chosen.empty() && !scene.looking_back && ui::pressed(ui, Key::escape))
        drafts.map_board.chosen.clear();
    if (ui::pressed(ui, Key::bracket_left)) choose_next(scene, drafts, -1);
    if (ui::pressed(ui, Key::bracket_right)) choose_next(scene, drafts, 1);
    if (ui::pressed(ui, Key::w)) begin_moving(scene, drafts, intents);
    if (ui::pressed(ui, Key::del)) withdraw(scene, drafts, intents);
}

void answer_time(Ui& ui, const Scene& scene, Intents& intents) {
    if (ui::pressed(ui, Key::comma)) intents.emplace_back(LookAt{scene.now - minutes(5)});
    if (ui::pressed(ui, Key::period) && scene.looking_back)
        intents.emplace_back(LookAt{scene.now + minutes(5)});
}

void answer_layers(Ui& ui, const Scene& scene, Intents& intents) {
    const auto fit = ui::zones(ui.screen.w * ui.scale, ui.screen.h * ui.scale, ui.scale).fit;
    if (fit == ui::Fit::tabs || fit == ui::Fit::tiny) return; // there digits are tabs
    for (std::size_t i = 0; i < themes.size(); ++i)
        if (ui::pressed(ui, static_cast<Key>(static_cast<std::size_t>(Key::d1) + i)))
            intents.emplace_back(SetLayer{std::string(themes.at(i)), !shows(scene, themes.at(i))});
}

} // namespace

void draw(Ui& ui, const Scene& scene, const ui::Zones& zones, Drafts& drafts, Intents& intents) {
    draw_tabs(ui, zones.tabs, ui::map_tabs(zones.fit), drafts);
    const auto at = ui::map_zones(zones, drafts.tab);
    if (!at.map.empty()) add(intents, draw_board(ui, scene, at.map, drafts));
    if (!at.side.empty()) add(intents, draw_side(ui, scene, at.side, drafts));
    if (!zones.bottom.empty()) add(intents, draw_timeline(ui, scene, zones.bottom, drafts));
}

void answer_keys(Ui& ui, const Scene& scene, Drafts& drafts, Intents& intents) {
    if (drafts.dialog != Dialog::none || ui.modal_open || ui.typing) return;
    auto& draft = drafts.map_board;
    if (draft.doing != Doing::looking)
        answer_drawing(ui, scene, drafts, intents);
    else
        answer_looking(ui, scene, drafts, intents);
    if (drafts.dialog != Dialog::none) return;
    if (!draft.drawn.empty()) move_cursor(ui, scene, drafts);
    answer_time(ui, scene, intents);
    answer_layers(ui, scene, intents);
    if (ui::pressed(ui, Key::d)) begin_drawing(scene, drafts, intents);
    if (ui::pressed(ui, Key::l)) begin_measuring(drafts);
    if (ui::pressed(ui, Key::h)) begin_place(scene, drafts, intents);
    if (ui::pressed(ui, Key::v)) begin_smoke(scene, drafts, intents);
    if (ui::pressed(ui, Key::slash)) open(drafts, Dialog::palette);
}

} // namespace regiekamer::panels::maps
