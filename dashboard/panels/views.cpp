// The whole window: which panels a view shows where, and the keys that work everywhere.
#include "dashboard/panels/drafts.hpp"
#include "dashboard/panels/panels.hpp"

#include <algorithm>

namespace regiekamer::panels {
namespace {

using ui::Key;
using ui::Rect;
using ui::Ui;
using Draw = Intents (*)(Ui&, const Scene&, const Rect&, Drafts&);

void add(Intents& all, Intents more) {
    for (auto& intent : more)
        all.push_back(std::move(intent));
}

struct Placed {
    Rect rect;
    Draw draw;
};

void draw_all(Ui& ui, const Scene& scene, std::initializer_list<Placed> panels, Drafts& drafts,
              Intents& intents) {
    for (const auto& panel : panels)
        if (!panel.rect.empty()) add(intents, panel.draw(ui, scene, panel.rect, drafts));
}

void draw_tabs(Ui& ui, const Rect& strip, std::span<const std::string_view> names, Drafts& drafts) {
    if (strip.empty() || names.empty()) return;
    drafts.tab = std::clamp(drafts.tab, 0, static_cast<int>(names.size()) - 1);
    for (int i = 0; i < static_cast<int>(names.size()); ++i) {
        const auto name = names[static_cast<std::size_t>(i)];
        if (ui::button(ui, name, ui::tab_at(strip, i, static_cast<int>(names.size())), name,
                       std::string_view(),
                       i == drafts.tab ? ui::ButtonKind::selected : ui::ButtonKind::plain))
            drafts.tab = i;
    }
}

bool shows_inzet(const Scene& scene) {
    return scene.view == View::inzet || (scene.view != View::vandaag && in_action(scene));
}

void draw_inzet(Ui& ui, const Scene& scene, const ui::Zones& zones, Drafts& drafts, Intents& intents) {
    draw_tabs(ui, zones.tabs, ui::inzet_tabs(zones.fit), drafts);
    const auto places = ui::inzet_zones(zones, drafts.tab);
    draw_all(ui, scene,
             {{places.mine, draw_my_actions},
              {places.others, draw_others_actions},
              {places.plot, draw_plot},
              {places.logbook, draw_logbook},
              {places.attendance, draw_attendance},
              {places.water, draw_water},
              {zones.bottom, draw_timeline}},
             drafts, intents);
}

void draw_rust(Ui& ui, const Scene& scene, const ui::Zones& zones, Drafts& drafts, Intents& intents) {
    draw_tabs(ui, zones.tabs, ui::rust_tabs(zones.fit), drafts);
    const auto places = ui::rust_zones(zones, drafts.tab);
    draw_all(ui, scene,
             {{places.duty, draw_duty},
              {places.days, draw_days},
              {places.handover, draw_handover},
              {places.ready, draw_ready},
              {places.water, draw_water_weather},
              {zones.bottom, scene.looking_back ? draw_timeline : draw_view_keys}},
             drafts, intents);
}

struct Opens {
    Key key;
    Dialog dialog;
    bool needs_incident;
};
/// A key for each act; in the order of F1.
constexpr Opens acts[] = {{Key::n, Dialog::action, false},    {Key::r, Dialog::incident, false},
                          {Key::g, Dialog::grip, true},       {Key::t, Dialog::alert, true},
                          {Key::e, Dialog::attendance, true}, {Key::o, Dialog::meeting, true},
                          {Key::k, Dialog::note, false}};

void answer_keys(Ui& ui, const Scene& scene, Drafts& drafts, Intents& intents) {
    if (drafts.dialog != Dialog::none) return;
    if (ui::pressed(ui, Key::f1)) open(drafts, Dialog::help);
    if (ui::pressed(ui, Key::u)) open(drafts, Dialog::who);
    if (ui::pressed(ui, Key::f2))
        intents.push_back(Show{shows_inzet(scene) ? View::vandaag : View::automatic});
    if (ui::pressed(ui, Key::f6) && scene.mode == Mode::exercise) open(drafts, Dialog::exercise);
    if (ui::pressed(ui, Key::f10)) open(drafts, Dialog::settings);
    if (ui::pressed(ui, ui::with_ctrl(Key::q))) intents.push_back(Quit{});
    if (ui::pressed(ui, Key::i)) {
        const auto active = picture::active_incidents(scene.picture, scene.now);
        for (std::size_t at = 0; at < active.size() && scene.incident; ++at)
            if (active[at] == *scene.incident)
                intents.push_back(ShowIncident{active[(at + 1) % active.size()]});
    }
    if (scene.looking_back) return; // nobody acts in the past
    if (scene.undo && ui::pressed(ui, ui::with_ctrl(Key::z))) intents.push_back(TakeBack{});
    for (const auto& act : acts)
        if (ui::pressed(ui, act.key) && (scene.incident || !act.needs_incident)) open(drafts, act.dialog);
}

/// "Gedaan: GRIP 2 · neem terug [Ctrl+Z] · nog 7 s", and what waits for its acknowledgement.
void draw_notice(Ui& ui, const Scene& scene, const ui::Zones& zones, Intents& intents) {
    if (!scene.undo || zones.bottom.empty()) return;
    const std::string words = "Gedaan: " + scene.undo->text;
    const std::string verb = "Neem terug";
    const std::string key = "Ctrl+Z · " + std::to_string(scene.undo->left.count()) + " s";
    const float button = ui::button_width(ui, verb, key);
    const float width =
        std::min(zones.screen.w - 40, ui::width(ui, ui::Style::strong16, words) + button + 60);
    const Rect place{zones.screen.centre().x - width / 2, zones.bottom.y - 70, width, 60};
    ui::fill(ui, place, ui.palette.raised, ui::measure::corner);
    ui::frame(ui, place, ui.palette.flow, ui::measure::corner);
    ui::text_within(ui, ui::Style::strong16, {place.x + 18, place.centre().y + 6}, width - button - 40,
                    ui.palette.text, words);
    if (ui::button(ui, "neem terug", {place.right() - button - 8, place.y + 8, button, 44}, verb, key))
        intents.push_back(TakeBack{});
}

} // namespace

bool in_action(const Scene& scene) {
    return scene.incident.has_value();
}

Intents draw(Ui& ui, const Scene& scene, Drafts& drafts) {
    Intents intents;
    const bool exercise = scene.mode == Mode::exercise;
    const ui::Zones zones = ui::zones(ui.screen.w * ui.scale, ui.screen.h * ui.scale, ui.scale);
    ui::fill(ui, ui.screen, ui.palette.bg);
    if (exercise) ui::exercise_frame(ui);
    answer_keys(ui, scene, drafts, intents);
    add(intents, draw_header(ui, scene, zones));
    add(intents, draw_alarm_line(ui, scene, zones.alarm_line, drafts));
    if (shows_inzet(scene))
        draw_inzet(ui, scene, zones, drafts, intents);
    else
        draw_rust(ui, scene, zones, drafts, intents);
    draw_notice(ui, scene, zones, intents);
    add(intents, draw_dialog(ui, scene, drafts));
    return intents;
}

} // namespace regiekamer::panels
