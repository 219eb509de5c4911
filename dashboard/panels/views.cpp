// The whole window: which panels a view shows where, and the keys that work everywhere.
#include "dashboard/panels/views.hpp"

#include "dashboard/panels/action_board/board.hpp"
#include "dashboard/panels/acts.hpp"
#include "dashboard/panels/drafts.hpp"
#include "dashboard/panels/events/events.hpp"
#include "dashboard/panels/feeds/feeds.hpp"
#include "dashboard/panels/grip_board/board.hpp"
#include "dashboard/panels/maps/maps.hpp"
#include "dashboard/panels/meeting/meeting.hpp"
#include "dashboard/panels/notices.hpp"
#include "dashboard/panels/piket/piket.hpp"
#include "dashboard/panels/since/since.hpp"
#include "dashboard/panels/staffing/staffing.hpp"
#include "dashboard/panels/tabs.hpp"
#include "dashboard/panels/trainer/trainer.hpp"
#include "dashboard/panels/wall.hpp"
#include "dashboard/panels/woken/woken.hpp"
#include "dashboard/words/names.hpp"
#include "dashboard/words/refusal.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace regiekamer::panels {
namespace {

using ui::Key;
using ui::Rect;
using ui::Ui;
using Draw = Intents (*)(Ui&, const Scene&, const Rect&, Drafts&);

struct Placed {
    Rect rect;
    Draw draw;
};

void draw_all(Ui& ui, const Scene& scene, std::initializer_list<Placed> panels, Drafts& drafts,
              Intents& intents) {
    for (const auto& panel : panels)
        if (!panel.rect.empty()) add(intents, panel.draw(ui, scene, panel.rect, drafts));
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

void draw_actions(Ui& ui, const Scene& scene, const ui::Zones& zones, Drafts& drafts, Intents& intents) {
    const auto places = ui::action_zones(zones);
    draw_all(ui, scene,
             {{places.list, draw_action_list},
              {places.chosen, draw_action_history},
              {zones.bottom, scene.looking_back ? draw_timeline : draw_view_keys}},
             drafts, intents);
}

void draw_grip(Ui& ui, const Scene& scene, const ui::Zones& zones, Drafts& drafts, Intents& intents) {
    draw_tabs(ui, zones.tabs, ui::grip_tabs(zones.fit), drafts);
    const auto places = ui::grip_zones(zones, drafts.tab);
    draw_all(ui, scene,
             {{places.ladder, draw_grip_ladder},
              {places.history, draw_grip_history},
              {places.teams, draw_team_clocks},
              {places.clocks, draw_public_clocks},
              {places.incidents, draw_incidents},
              {zones.bottom, scene.looking_back ? draw_timeline : draw_view_keys}},
             drafts, intents);
}

void draw_logboek(Ui& ui, const Scene& scene, const ui::Zones& zones, Drafts& drafts, Intents& intents) {
    draw_all(ui, scene,
             {{ui::whole_zone(zones), draw_logbook_board},
              {zones.bottom, scene.looking_back ? draw_timeline : draw_view_keys}},
             drafts, intents);
}

constexpr std::array all_views{
    ViewEntry{View::rust, "rust", "Vandaag", Key::f2, draw_rust},
    ViewEntry{View::inzet, "inzet", "Inzet", Key::none, draw_inzet},
    ViewEntry{View::actions, "acties", "Acties", Key::f12, draw_actions},
    ViewEntry{View::grip, "grip", "GRIP", Key::b, draw_grip},
    ViewEntry{View::gewekt, "gewekt", "Gewekt", Key::none, draw_woken},
    ViewEntry{View::piket, "piket", "Piket", Key::f3, piket::draw, piket::answer_keys},
    ViewEntry{View::evenementen, "evenementen", "Evenementen", Key::f4, events::draw, events::answer_keys},
    ViewEntry{View::overleg, "overleg", "Overleg", Key::f8, meeting::draw, meeting::answer_keys},
    ViewEntry{View::bezetting, "bezetting", "Bezetting", Key::f11, staffing::draw, staffing::answer_keys},
    ViewEntry{View::koppelingen, "koppelingen", "Koppelingen", Key::y, feeds::draw, feeds::answer_keys,
              false},
    ViewEntry{View::logboek, "logboek", "Logboek", Key::f7, draw_logboek, answer_logboek_keys},
    ViewEntry{View::oefenleiding, "oefenleiding", "Oefenleiding", Key::f6, trainer::draw,
              trainer::answer_keys},
    ViewEntry{View::kaart, "kaart", "Kaart", Key::p, maps::draw, maps::answer_keys, false},
    ViewEntry{View::wand, "wand", "Wandscherm", Key::none, draw_wall_view},
};

/// The keys of the views; F2 goes between the ordinary day and the incident.
void answer_view_keys(Ui& ui, const Scene& scene, Intents& intents) {
    const View shown = shown_view(scene);
    if (ui::pressed(ui, Key::f2))
        intents.push_back(Show{shown == View::inzet || shown == View::gewekt ? View::rust : View::automatic});
    for (const auto& entry : all_views)
        if (entry.view != View::rust && offered(entry, scene) && ui::pressed(ui, entry.key))
            intents.push_back(Show{shown == entry.view ? View::automatic : entry.view});
}

/// Who is written an overdracht reads it first.
void hand_over_or_read(const Scene& scene, Drafts& drafts, Intents& intents) {
    if (const auto* handover = awaiting_handover(scene))
        open(drafts, Dialog::take_desk, handover->written.value.handover.value);
    else if (auto why = words::not_allowed(scene.user.function, HandoverWritten::type); !why.empty())
        intents.push_back(Explain{std::move(why)});
    else if (scene.user.person.empty())
        open(drafts, Dialog::who);
    else
        open(drafts, Dialog::desk_handover);
}

void answer_keys(Ui& ui, const Scene& scene, Drafts& drafts, Intents& intents) {
    if (scene.mode == Mode::exercise && trainer::no_play_pressed(ui)) add(intents, trainer::no_play(scene));
    if (drafts.dialog != Dialog::none) return;
    if (scene.remark && ui::pressed(ui, Key::x)) intents.emplace_back(std::in_place_type<PutAway>);
    for (const auto& entry : all_views) // a board's keys go before the window's
        if (entry.view == shown_view(scene) && entry.answer_keys != nullptr)
            entry.answer_keys(ui, scene, drafts, intents);
    if (drafts.dialog != Dialog::none) return;
    if (ui::pressed(ui, Key::f1)) open(drafts, Dialog::help);
    if (ui::pressed(ui, Key::u)) open(drafts, Dialog::who);
    if (ui::pressed(ui, ui::with_ctrl(Key::k))) open(drafts, Dialog::palette);
    answer_view_keys(ui, scene, intents);
    if (ui::pressed(ui, Key::f6) && scene.mode == Mode::exercise) open(drafts, Dialog::exercise);
    if (ui::pressed(ui, Key::f10)) open(drafts, Dialog::settings);
    if (ui::pressed(ui, ui::with_shift(Key::w))) open(drafts, Dialog::series);
    if (ui::pressed(ui, Key::m)) intents.push_back(SetMuted{!scene.muted});
    if (ui::pressed(ui, ui::with_ctrl(Key::w))) intents.emplace_back(std::in_place_type<ToggleWall>);
    if (ui::pressed(ui, ui::with_ctrl(Key::q))) intents.push_back(Quit{});
    if (ui::pressed(ui, Key::i)) {
        const auto active = picture::active_incidents(scene.picture, scene.now);
        for (std::size_t at = 0; at < active.size() && scene.incident; ++at)
            if (active[at] == *scene.incident)
                intents.push_back(ShowIncident{active[(at + 1) % active.size()]});
    }
    if (scene.looking_back) return; // nobody acts in the past
    if (scene.speaker && ui::pressed(ui, Key::escape)) intents.emplace_back(SpeakAs{});
    if (ui::pressed(ui, ui::with_shift(Key::u))) hand_over_or_read(scene, drafts, intents);
    if (ui::pressed(ui, Key::s)) open(drafts, Dialog::since);
    if (ui::pressed(ui, Key::a)) open(drafts, Dialog::alarms);
    if (ui::pressed(ui, ui::with_ctrl(Key::z))) intents.emplace_back(std::in_place_type<TakeBack>);
    for (const auto& act : common_acts()) {
        if (act.needs_incident && !scene.incident) continue;
        if (!ui::pressed(ui, act.key)) continue;
        if (auto why = words::not_allowed(scene.user.function, act.type); !why.empty())
            intents.push_back(Explain{std::move(why)});
        else
            open(drafts, act.dialog);
    }
}

/// ?: which messages made what has the focus, or what the mouse is on. On most keyboards ? is Shift and /.
void answer_why(Ui& ui, Drafts& drafts, Intents& intents) {
    if (drafts.dialog != Dialog::none) return;
    if (!ui::pressed(ui, Key::question) && !ui::pressed(ui, ui::with_shift(Key::question)) &&
        !ui::pressed(ui, ui::with_shift(Key::slash)))
        return;
    auto sequences = behind(ui);
    if (sequences.empty()) {
        intents.push_back(Explain{
            "Wijs iets aan met de muis of met Tab en druk dan op ?: u ziet uit welke berichten het komt."});
        return;
    }
    open(drafts, Dialog::reasons);
    drafts.reasons = std::move(sequences);
}

/// Who comes back to more than a little news is told it; a dialog in which they were typing goes first.
void tell_who_comes_back(const Scene& scene, Drafts& drafts, Intents& intents) {
    if (!scene.last_look.back || drafts.dialog != Dialog::none || scene.looking_back) return;
    intents.emplace_back(std::in_place_type<Told>);
    drafts.since = since(scene, 0);
    if (drafts.since.lines.size() >= telling) open(drafts, Dialog::since);
}

/// Panels offer no act while looking back, nor one that is another's; should one forget, the past stays as it
/// was, and who may not act is told so.
void keep_to_the_rules(const Scene& scene, Drafts& drafts, Intents& intents) {
    if (scene.looking_back)
        std::erase_if(intents, [](const Intent& intent) {
            const auto* act = std::get_if<Act>(&intent);
            const bool stop = act != nullptr && std::holds_alternative<ExerciseHalted>(act->body); // NO PLAY
            return (act != nullptr && !stop) || std::holds_alternative<TakeBack>(intent);
        });
    for (auto& intent : intents) {
        const auto* act = std::get_if<Act>(&intent);
        if (act == nullptr) continue;
        const auto& who = sayer(act->body, scene.user, scene.speaker);
        if (auto why = words::not_allowed(who.function, type_of(act->body)); !why.empty())
            intent = Explain{std::move(why)};
        else if (seated(scene).person.empty() && !std::holds_alternative<ExerciseHalted>(act->body)) {
            intent = Explain{
                "Zeg eerst wie u bent: uw naam hoort bij alles wat u vastlegt. Er is nog niets vastgelegd."};
            open(drafts, Dialog::who);
        }
    }
}

/// The palette pressed a key of a view: once that view shows, it is pressed there.
void forward_key(Ui& ui, const Scene& scene, Drafts& drafts) {
    auto& forwarded = drafts.forwarded;
    if (!forwarded) return;
    const bool ready =
        drafts.dialog == Dialog::none && !ui.typing && !ui.modal_open && forwarded->view == shown_view(scene);
    if (ready) ui.input_.keys.push_back(forwarded->key);
    if (ready || --forwarded->frames < 0) return forwarded.reset();
    ui::want_another_frame(ui);
}

} // namespace

bool all_known(const Scene& scene) {
    using Kind = DataState::Kind;
    return scene.data.kind != Kind::connecting && scene.data.kind != Kind::catching_up;
}

bool in_action(const Scene& scene) {
    return scene.incident.has_value();
}

const User& seated(const Scene& scene) {
    return scene.speaker ? *scene.speaker : scene.user;
}

bool leads(const Scene& scene) {
    return seated(scene).function.value == "oefenleider";
}

bool sees_script(const User& seated) {
    return seated.function.value == "oefenleider" || seated.function.value == "waarnemer";
}

void add(Intents& all, Intents more) {
    for (auto& intent : more)
        all.push_back(std::move(intent));
}

const User& sayer(const Body& body, const User& user, const std::optional<User>& speaker) {
    if (!speaker) return user;
    std::string type = type_of(body);
    type.erase(0, type.starts_with(type_prefix) ? type_prefix.size() : 0);
    constexpr std::array leading{"exercise.", "inject.", "expectation.", "observation.", "message."};
    const bool of_the_seat = std::any_of(leading.begin(), leading.end(),
                                         [&](const char* theme) { return type.starts_with(theme); });
    return of_the_seat ? *speaker : user;
}

bool offered(const ViewEntry& view, const Scene& scene) {
    const bool shown =
        view.view != View::oefenleiding || (scene.mode == Mode::exercise && sees_script(seated(scene)));
    return shown && view.key != Key::none;
}

std::string_view keys_taken_by(View view) {
    switch (view) {
    case View::evenementen:
        return "NVSBPMDCZJQHY";
    case View::bezetting:
        return "BDJ";
    case View::overleg:
        return "SBJDYCVPL1";
    case View::logboek:
        return "FBLMCDH";
    case View::piket:
        return "RVZODJHPWX";
    case View::actions:
        return "VHD1";
    case View::oefenleiding:
        return "ONHVWRJB";
    case View::gewekt:
        return "1";
    case View::kaart:
        return "DHVLWF/1P";
    case View::koppelingen:
        return "OY";
    case View::grip:
        return "GTEI";
    case View::automatic:
    case View::rust:
    case View::inzet:
    case View::wand:
        break;
    }
    return {};
}

std::span<const ViewEntry> views() {
    return all_views;
}

View shown_view(const Scene& scene) {
    const auto waking = waking_alarm(scene);
    // A wall is a room's, and who speaks for a role is not the one who is alerted.
    const bool comes_over =
        waking && waking->call > scene.view_chosen && scene.view != View::wand && !scene.speaker;
    if (scene.view != View::automatic && !comes_over) return scene.view;
    if (waking) return View::gewekt;
    return in_action(scene) ? View::inzet : View::rust;
}

Intents draw(Ui& ui, const Scene& scene, Drafts& drafts) {
    Intents intents;
    const bool exercise = scene.mode == Mode::exercise;
    ui.only_shown = shown_view(scene) == View::wand;
    // Every board greys what its user may not do; here, once, is why.
    ui.why_disabled = scene.looking_back ? std::string("U kijkt terug: nu is er niets te doen.")
                                         : words::not_allowed(scene.user.function, ActionOpened::type);
    ui::Zones zones = ui::zones(ui.screen.w * ui.scale, ui.screen.h * ui.scale, ui.scale);
    const auto notices = place_notices(ui, scene, zones);
    ui::fill(ui, ui.screen, ui.palette.bg);
    if (exercise) ui::exercise_frame(ui);
    forward_key(ui, scene, drafts);
    answer_keys(ui, scene, drafts, intents);
    add(intents, draw_header(ui, scene, zones, drafts));
    if (trainer::draw_no_play_line(ui, scene, zones.alarm_line)) {
        // the exercise stands still: nothing else matters now
    } else if (shown_view(scene) == View::oefenleiding && !scene.looking_back && sees_script(seated(scene)))
        add(intents, trainer::draw_players_line(ui, scene, zones.alarm_line, drafts));
    else if (const auto waking = waking_alarm(scene); waking && !waking->attendance.answered &&
                                                      shown_view(scene) == View::gewekt &&
                                                      drafts.dialog == Dialog::none)
        add(intents, draw_waking_line(ui, scene, zones.alarm_line, waking->attendance, drafts));
    else
        add(intents, draw_alarm_line(ui, scene, zones.alarm_line, drafts));
    for (const auto& entry : all_views)
        if (entry.view == shown_view(scene)) entry.draw(ui, scene, zones, drafts, intents);
    add(intents, draw_real_news(ui, scene, zones));
    draw_notices(ui, scene, notices, drafts, intents);
    answer_why(ui, drafts, intents);
    tell_who_comes_back(scene, drafts, intents);
    add(intents, draw_dialog(ui, scene, drafts));
    keep_to_the_rules(scene, drafts, intents);
    return intents;
}

} // namespace regiekamer::panels
