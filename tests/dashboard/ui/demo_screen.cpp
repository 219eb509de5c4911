// The demo's INZET view, after the look's sample picture.
#include "tests/dashboard/ui/demo_screen.hpp"

#include <array>
#include <string_view>

using namespace regiekamer::ui;

namespace {

struct Action {
    std::string_view id, what, who, due;
    bool late;
};
constexpr std::array actions{
    Action{"actie/1", "Achterwacht IM bellen", "informatiemanager CoPI · 04:32", "5 min te laat", true},
    Action{"actie/2", "Lijst met 2 namen naar GHOR", "verminderd zelfredzamen · 04:41", "over 4 min", false},
    Action{"actie/3", "CoPI: 3 bewoners willen blijven", "inbrengen in CoPI 3 · 04:45", "over 8 min", false},
    Action{"actie/4", "Burgemeester bijpraten over de Kade", "bestuursondersteuning · 05:00", "over 23 min",
           false}};

void cell(Ui& ui, const Rect& at, std::string_view title, std::string_view sub,
          Style style = Style::title24) {
    if (at.empty()) return;
    line(ui, {at.x, at.y}, {at.x, at.bottom()}, ui.palette.line);
    if (at.h < 70) {
        text_in(ui, Style::strong18, at.inset(14, 0), ui.palette.text, title);
        return;
    }
    text_within(ui, style, {at.x + 16, at.y + 40}, at.w - 20, ui.palette.text, title);
    text_within(ui, Style::row16, {at.x + 16, at.y + 67}, at.w - 20, ui.palette.dim, sub);
}

void draw_header(Ui& ui, const Zones& z, bool exercise) {
    const HeaderCells& c = z.cells;
    surface(ui, z.header);
    if (exercise) {
        stripes(ui, c.mode);
        const Rect word{c.mode.x + 12, c.mode.centre().y - 24, c.mode.w - 24, 48};
        fill(ui, word, ui.palette.on_exercise);
        text_in(ui, Style::mode26, word, ui.palette.exercise, "OEFENING", Align::centre);
    } else {
        fill(ui, c.mode, ui.palette.solid);
        text_in(ui, Style::mode26, c.mode, ui.palette.on_solid, "ECHT", Align::centre);
    }
    fill(ui, c.grip, ui.palette.grip[2]);
    if (c.grip.h >= 80) {
        text(ui, Style::grip40, {c.grip.x + 16, c.grip.y + 41}, ui.palette.on_grip, "GRIP 2");
        text(ui, Style::strong16, {c.grip.x + 16, c.grip.y + 67}, ui.palette.on_grip_sub,
             "sinds 03:12 · 1 u 25 min");
        for (int i = 0; i < 5; ++i) {
            const Rect part{c.grip.x + 16 + static_cast<float>(i) * 29, c.grip.y + 76, 24, 6};
            i < 2 ? fill(ui, part, ui.palette.on_grip) : frame(ui, part, ui.palette.on_grip_sub.faded(0.5F));
        }
    } else {
        text_in(ui, Style::mode26, c.grip.inset(14, 0), ui.palette.on_grip, "GRIP 2");
    }
    cell(ui, c.incident, "Hoogwater Alblasserdam – Kade", "38 adressen · gezag: burgemeester · CoPI + ROT");
    cell(ui, c.meeting, "CoPI 04:45", "over 8 min · Dam/Havenplein");
    fill(ui, {c.meeting.x - 2, c.meeting.y, 4, c.meeting.h}, ui.palette.flow);
    cell(ui, c.clock, "04:37:12", "za 23 jan 2027 · oefentijd ×1", Style::clock38);
    cell(ui, c.data, "Gegevens van 04:37", "12 s oud · alles verstuurd", Style::strong16);
    fill(ui, c.alarms, ui.palette.alarm);
    triangle(ui, {c.alarms.x + 21, c.alarms.y + 31}, 18, ui.palette.on_alarm);
    text(ui, Style::title24, {c.alarms.x + 38, c.alarms.y + 38}, ui.palette.on_alarm, "2 alarmen");
    if (c.alarms.h > 60)
        text(ui, Style::strong16, {c.alarms.x + 13, c.alarms.y + 67}, ui.palette.on_alarm,
             "1 niet bevestigd");
}

void draw_alarm_line(Ui& ui, const Zones& z, DemoState& state) {
    Rect at = z.alarm_line;
    fill(ui, at, ui.palette.surface, 6);
    frame(ui, at, ui.palette.critical, 6);
    const Rect mark = at.take_left(44);
    fill(ui, mark, ui.palette.alarm, 6);
    triangle(ui, mark.centre(), 18, ui.palette.on_alarm);
    at.take_right(6);
    const float confirm = button_width(ui, "Bevestig", "Enter", 36),
                call = button_width(ui, "Bel achterwacht", "F5", 36);
    if (button(ui, "bevestig", at.take_right(confirm).inset(0, 4), "Bevestig", Shortcut{Key::enter}))
        ++state.pressed;
    at.take_right(8);
    if (button(ui, "bel", at.take_right(call).inset(0, 4), "Bel achterwacht", Shortcut{Key::f5},
               ButtonKind::main))
        ++state.pressed;
    at.take_right(16);
    const float room = at.right() - at.x - 14;
    if (room < 100) return;
    const float x = text(ui, Style::strong18, {at.x + 14, z.alarm_line.y + 29}, ui.palette.text,
                         "Informatiemanager CoPI niet bezet");
    text_within(
        ui, Style::body18, {x, z.alarm_line.y + 29}, at.right() - x, ui.palette.text,
        " · gealarmeerd 04:15, 22 min · achterwacht P. Mulder 14 min niet bevestigd · norm tot 04:45");
}

void draw_mine(Ui& ui, const Rect& at, DemoState& state) {
    if (at.empty()) return;
    Rect body = panel(ui, at, "VOOR MIJ · 4 · eerst wat het eerst moet", "1 te laat");
    const Rect foot = body.take_bottom(body.h > 300 ? 64 : 0);
    const ListView view = list(ui, "voor mij", body, static_cast<int>(actions.size()), 64);
    for (int i = view.first; i < view.end(); ++i) {
        const Action& action = actions.at(static_cast<std::size_t>(i));
        const Rect place = view.row(i);
        if (row(ui, action.id, place)) ++state.pressed;
        if (i > view.first) separator(ui, place);
        checkbox(ui, std::string(action.id) + "/af", {place.x + 12, place.y + 8, 30, 32}, false, "Afvinken");
        text(ui, Style::action18, {place.x + 50, place.y + 25}, ui.palette.text, action.what);
        text(ui, Style::row16, {place.x + 50, place.y + 51}, ui.palette.dim, action.who);
        if (action.late)
            chip_right(ui, {place.right() - 14, place.y + 46}, action.due, Style::action18);
        else
            text_right(ui, Style::action20, {place.right() - 14, place.y + 52},
                       i == 1 ? ui.palette.attention : ui.palette.text, action.due);
    }
    if (foot.empty()) return;
    separator(ui, foot);
    if (button(ui, "nieuw", {foot.x + 14, foot.y + 10, 170, 44}, "Nieuwe actie", Shortcut{Key::n}))
        state.dialog = true;
    text_in(ui, Style::row16, {foot.x + 200, foot.y, foot.w - 214, foot.h}, ui.palette.dim,
            "Daarna ROT 2: 05:20, over 43 min", Align::right);
}

void draw_others(Ui& ui, const Rect& at) {
    if (at.empty()) return;
    Rect body = panel(ui, at, "ANDEREN · 9 · te laat eerst", "2 te laat · 14 gereed");
    const Rect foot = body.take_bottom(34);
    const ListView view = list(ui, "anderen", body, 30, 54);
    for (int i = view.first; i < view.end(); ++i) {
        const std::string id = "ander/" + std::to_string(i);
        const Rect place = view.row(i);
        row(ui, id, place, i == 2);
        if (i > view.first) separator(ui, place);
        text(ui, Style::row17, {place.x + 14, place.y + 23}, ui.palette.text,
             "Opvang Sporthal Blokweer openen");
        text(ui, Style::secondary15, {place.x + 14, place.y + 45}, ui.palette.dim,
             "S. Bakker · teamleider opvang");
        if (i < 2) chip_right(ui, {place.right() - 58, place.y + 38}, "12 min te laat");
        icon_button(ui, id + "/bel", {place.right() - 46, place.y + 16, 36, 36}, Icon::phone, "Bel S. Bakker",
                    false);
    }
    list_foot(ui, foot, view, "aflossing 07:02 · schouw riool 08:00", "alle [A]");
}

void draw_plot(Ui& ui, const Rect& at) {
    if (at.empty()) return;
    surface(ui, at);
    const Clip clip(ui, at.inset(1));
    const std::array river{Point{at.x + 5, at.y},         Point{at.x + 75, at.y},
                           Point{at.x + 250, at.y + 200}, Point{at.x + 420, at.y + 420},
                           Point{at.x + 330, at.y + 420}, Point{at.x + 200, at.y + 250},
                           Point{at.x + 70, at.y + 130}};
    polygon(ui, river, triangulate(river), ui.palette.water, ui.palette.water, 1);
    const std::array area{Point{at.x + 263, at.y + 195}, Point{at.x + 326, at.y + 207},
                          Point{at.x + 390, at.y + 248}, Point{at.x + 450, at.y + 263},
                          Point{at.x + 446, at.y + 290}, Point{at.x + 366, at.y + 286},
                          Point{at.x + 306, at.y + 258}, Point{at.x + 260, at.y + 224}};
    polygon(ui, area, triangulate(area), ui.palette.area, ui.palette.critical);
    const std::array route{Point{at.x + 520, at.y + 300}, Point{at.x + 580, at.y + 100}};
    dashed(ui, route, ui.palette.flow, 3, 7, 6);
    ring(ui, route[1], 9, ui.palette.attention, 3);
    text(ui, Style::strong16, {at.x + 590, at.y + 96}, ui.palette.text, "Sporthal Blokweer");
    fill(ui, {at.x + 512, at.y + 292, 16, 16}, ui.palette.flow);
    text(ui, Style::strong16, {at.x + 536, at.y + 306}, ui.palette.text, "CoPI Dam/Havenplein");
}

void draw_log(Ui& ui, const Rect& at, DemoState& state) {
    if (at.empty()) return;
    Rect body = panel(ui, at, "LOGBOEK · 9 van 64 · nieuwste eerst", "alles · besluiten 4 · zoeken [/]");
    text_input(ui, "zoek", body.take_bottom(54).inset(10, 5), state.typed, "Zoek in het logboek");
    const ListView view = list(ui, "logboek", body, 64, 34);
    for (int i = view.first; i < view.end(); ++i) {
        const Rect place = view.row(i);
        const bool decision = i == 4;
        row(ui, "logboek/" + std::to_string(i), place, decision);
        if (i > view.first) separator(ui, place);
        const Style style = decision ? Style::strong17 : Style::row17;
        text(ui, Style::row17, {place.x + 14, place.y + 23}, ui.palette.text, "04:36:40");
        text_within(ui, Style::row16, {place.x + 104, place.y + 23}, 140,
                    decision ? ui.palette.text : ui.palette.dim, "Teamleider opvang");
        text_within(ui, style, {place.x + 262, place.y + 23}, place.w - 280, ui.palette.text,
                    "Dordrecht 2,58 m NAP (gemeten 04:30), stijgt 24 cm/u; collega’s HIA bieden hulp aan");
    }
}

void draw_attendance(Ui& ui, const Rect& at) {
    if (at.empty()) return;
    Rect body = panel(ui, at, "OPKOMST · 9 functies", "min sinds alarm / norm");
    const Rect first = body.take_top(58);
    fill(ui, {first.x, first.y, 4, 116}, ui.palette.critical);
    text(ui, Style::strong17, {first.x + 16, first.y + 25}, ui.palette.text, "Informatiemanager CoPI");
    text(ui, Style::row16, {first.x + 16, first.y + 49}, ui.palette.dim, "A. Jansen · 06-0000 0105");
    chip_right(ui, {first.right() - 66, first.y + 19}, "Niet bezet", Style::strong15);
    icon_button(ui, "bel/jansen", {first.right() - 56, first.y + 7, 44, 44}, Icon::phone, "Bel A. Jansen");
    const Rect second = body.take_top(58);
    icon_button(ui, "bel/mulder", {second.right() - 56, second.y + 7, 44, 44}, Icon::phone, "Bel P. Mulder");
    text(ui, Style::row17, {second.x + 16, second.y + 25}, ui.palette.text, "↳ Achterwacht P. Mulder");
    const ListView view = list(ui, "opkomst", body, 8, 34);
    for (int i = view.first; i < view.end(); ++i) {
        const Rect place = view.row(i);
        separator(ui, place);
        const Point mark{place.x + 16, place.centre().y};
        i < 2   ? dot(ui, mark, 12, ui.palette.flow)
        : i < 4 ? open_dot(ui, mark, 12, ui.palette.flow)
                : check_mark(ui, mark, 14, ui.palette.confirmation);
        text_in(ui, Style::row16, {place.x + 30, place.y, 180, place.h}, ui.palette.text,
                "Communicatieadviseur");
        text_in(ui, Style::row16, {place.right() - 150, place.y, 138, place.h}, ui.palette.text,
                "Onderweg 04:44", Align::right);
    }
}

void draw_water(Ui& ui, const Rect& at) {
    if (at.empty()) return;
    Rect body = panel(ui, at, "WATER · Dordrecht", "Rijkswaterstaat · 04:30");
    text(ui, Style::answer30, {body.x + 14, body.y + 34}, ui.palette.text, "2,58 m ↑ 24 cm/u");
    if (body.h < 150) return;
    const std::array norm{Point{body.x + 58, body.y + 100}, Point{body.right() - 14, body.y + 100}};
    dashed(ui, norm, ui.palette.critical, 1);
    text(ui, Style::secondary15, {body.x + 62, body.y + 94}, ui.palette.critical, "2,80 alarmering");
    std::array<Point, 40> level;
    for (std::size_t i = 0; i < level.size(); ++i)
        level[i] = {body.x + 58 + static_cast<float>(i) * 6,
                    body.y + 240 - static_cast<float>(i * i) * 0.08F};
    polyline(ui, level, ui.palette.flow, 3);
    progress(ui, {body.x + 14, body.bottom() - 60, body.w - 28, 10}, 0.3F, ui.palette.attention);
    tag(ui, {body.x + 14, body.bottom() - 24}, "melding");
    play_mark(ui, {body.x + 130, body.bottom() - 24}, 16, ui.palette.text);
    pause_mark(ui, {body.x + 160, body.bottom() - 24}, 16, ui.palette.text);
    diamond(ui, {body.x + 190, body.bottom() - 24}, 14, ui.palette.text);
    box_mark(ui, {body.x + 220, body.bottom() - 24}, 22, ui.palette.text, true);
    cross_mark(ui, {body.x + 250, body.bottom() - 24}, 14, ui.palette.critical);
    button(ui, "no play", {body.right() - 150, body.bottom() - 48, 136, 44}, "No play", "F12",
           ButtonKind::danger);
}

void draw_bottom(Ui& ui, const Zones& z) {
    if (z.bottom.empty()) return;
    surface(ui, z.bottom);
    const Rect nu{z.bottom.right() - 104, z.bottom.y + 12, 90, z.bottom.h - 24};
    const float y = z.bottom.centre().y - 1;
    line(ui, {z.bottom.x + 118, y}, {nu.x - 24, y}, ui.palette.flow, 4);
    diamond(ui, {z.bottom.x + 400, y}, 16, ui.palette.text);
    text_centre(ui, Style::strong15, {z.bottom.x + 400, y - 14}, ui.palette.text, "besluit opvang");
    capitals(ui, Style::section14, {z.bottom.x + 14, z.bottom.y + 26}, 100, ui.palette.dim, "TIJDLIJN");
    button(ui, "nu", nu, "NU");
}

void draw_waking(Ui& ui, const Zones& z, int tab) {
    const GewektZones g = gewekt_zones(z, tab);
    for (const Rect& zone : {g.what, g.where, g.first_four, g.call, g.uncertain, g.counter})
        panel(ui, zone, "ZONE");
    if (g.answer.empty()) return;
    Rect body = panel(ui, g.answer, "UW ANTWOORD").inset(18, 8);
    button(ui, "kom", body.take_left(body.w * 0.45F), "Ik kom", Shortcut{Key::d1}, ButtonKind::main);
    body.take_left(14);
    button(ui, "kom niet", body, "Ik kom niet", Shortcut{Key::d2});
}

} // namespace

void draw_demo(Ui& ui, DemoState& state) {
    const Zones z = zones(ui.screen.w * ui.scale, ui.screen.h * ui.scale, ui.scale);
    if (state.exercise) exercise_frame(ui);
    draw_header(ui, z, state.exercise);
    draw_alarm_line(ui, z, state);
    const auto names = inzet_tabs(z.fit);
    for (std::size_t i = 0; i < names.size(); ++i)
        if (button(ui, names[i], tab_at(z.tabs, static_cast<int>(i), static_cast<int>(names.size())),
                   names[i], "", static_cast<int>(i) == state.tab ? ButtonKind::selected : ButtonKind::plain))
            state.tab = static_cast<int>(i);
    if (state.waking) {
        draw_waking(ui, z, state.tab);
    } else {
        const InzetZones at = inzet_zones(z, state.tab);
        draw_mine(ui, at.mine, state);
        draw_others(ui, at.others);
        draw_plot(ui, at.plot);
        draw_log(ui, at.logbook, state);
        draw_attendance(ui, at.attendance);
        draw_water(ui, at.water);
    }
    draw_bottom(ui, z);
    if (!state.dialog) return;
    Rect body = modal(ui, 560, 240, "Nieuwe actie");
    const Typed typed = text_input(ui, "wat", body.take_top(48), state.typed, "Wat moet er gebeuren?");
    Rect foot = body.take_bottom(44);
    if (button(ui, "sluit", foot.take_right(140), "Sluiten", Shortcut{Key::escape}) || typed.cancelled)
        state.dialog = false;
}
