// UW ANTWOORD: I come and when, or I do not; then: I am there. And the alarm line while nobody answered.
#include "dashboard/panels/drafts.hpp"
#include "dashboard/panels/woken/woken.hpp"
#include "dashboard/words/chain_words.hpp"
#include "dashboard/words/names.hpp"
#include "dashboard/words/time_words.hpp"

#include <array>
#include <fmt/format.h>

namespace regiekamer::panels {
namespace woken {
namespace {

using ui::ButtonKind;
using ui::Key;
using ui::Rect;
using ui::Style;
using ui::Ui;

/// The minutes that are offered, and their keys.
constexpr std::array offered{10, 15, 20, 30};
constexpr std::array offer_keys{Key::d3, Key::d4, Key::d5, Key::d6};

void draw_two_lines(Ui& ui, const Rect& place, const std::string& first, const std::string& second,
                    bool late) {
    const float half = place.h / 2;
    ui::text_in(ui, Style::title24, {place.x, place.y, place.w, half + 4}, ui.palette.text, first,
                ui::Align::centre);
    ui::text_in(ui, Style::secondary15, {place.x, place.y + half, place.w, half - 4},
                late ? ui.palette.attention : ui.palette.dim, second, ui::Align::centre);
}

/// One offer: the minutes, and the clock time beneath; "te laat" when that is after the norm.
void draw_offer(Ui& ui, const Scene& scene, const Rect& place, const FunctionAttendance& alarm, int which,
                bool named, Drafts& drafts) {
    const auto at = static_cast<std::size_t>(which);
    const Instant then = scene.now + minutes(offered.at(at));
    const bool chosen = drafts.coming_in == which, late = alarm.norm_by && then > *alarm.norm_by;
    ui::fill(ui, place, chosen ? ui.palette.selected : ui.palette.raised, 4);
    ui::frame(ui, place, chosen ? ui.palette.flow : ui.palette.faint, 4, chosen ? 2.F : 1.F);
    if (place.h < 50) {
        ui::text_in(ui, named ? Style::title21 : Style::strong16, place,
                    late ? ui.palette.attention : ui.palette.text,
                    std::to_string(offered.at(at)) + (named ? "" : " min"), ui::Align::centre);
    } else {
        draw_two_lines(ui, place, std::to_string(offered.at(at)), late ? "te laat" : words::clock(then),
                       late);
    }
    const std::string id = fmt::format("gewekt/over {}", offered.at(at));
    if (ui::touch(ui, id, place, fmt::format("over {} minuten", offered.at(at))) ||
        ui::pressed(ui, offer_keys.at(at)))
        drafts.coming_in = which;
}

void draw_offers(Ui& ui, const Scene& scene, Rect place, const FunctionAttendance& alarm, Drafts& drafts) {
    // What must be hit by a hand half asleep goes before its heading; each then says "min" itself.
    constexpr float heading = 30, least = 40;
    const bool named = place.h >= heading + least;
    const Rect words = place.take_top(named ? heading : 0);
    if (named)
        ui::text_within(ui, Style::strong16, {words.x, words.y + 20}, words.w, ui.palette.text,
                        "Ik ben er over … minuten [3–6]");
    const float w = (place.w - 3 * 8) / 4;
    for (int which = 0; which < 4; ++which) {
        draw_offer(ui, scene, place.take_left(w), alarm, which, named, drafts);
        place.take_left(8);
    }
}

} // namespace

int chosen_minutes(const Drafts& drafts) {
    return offered.at(static_cast<std::size_t>(std::clamp(drafts.coming_in, 0, 3)));
}

Intents draw_answer(Ui& ui, const Scene& scene, const Rect& rect, const FunctionAttendance& alarm,
                    Drafts& drafts) {
    Intents intents;
    Rect body = ui::panel(ui, rect, "UW ANTWOORD", alarm.answered ? "u hebt bevestigd" : "nog geen antwoord");
    ui::frame(ui, rect, ui.palette.flow, ui::measure::corner, 2);
    body = body.inset(ui::measure::padding, body.h < 80 ? 4 : 12);
    const float offers = body.w > 800 ? 320.F : body.w * 0.38F;
    const Rect right = body.take_right(offers);
    body.take_right(14);
    const Rect yes = body.take_left(body.w * 0.64F);
    body.take_left(14);
    draw_offers(ui, scene, right, alarm, drafts);
    const auto say = [&](AttendanceState state, int in) {
        intents.push_back(attendance_act(scene, alarm, state, in));
    };
    if (!alarm.answered) {
        if (ui::button(ui, "gewekt/kom", yes, "Ik kom", ui::Shortcut{Key::d1}, ButtonKind::main))
            panels::add(intents, come_acts(scene, alarm, chosen_minutes(drafts)));
        if (ui::button(ui, "gewekt/kom niet", body, "Ik kom niet", ui::Shortcut{Key::d2}))
            say(AttendanceState::afgemeld, 0);
        return intents;
    }
    // Another key than "Ik kom": pressed twice by a hand half asleep, that one would report an arrival.
    if (ui::button(ui, "gewekt/ben er", yes, "Ik ben er", ui::Shortcut{Key::d8}, ButtonKind::main))
        say(AttendanceState::aanwezig, 0);
    Rect rest = body;
    const Rect under_way = rest.take_top((rest.h - 8) / 2);
    rest.take_top(8);
    if (ui::button(ui, "gewekt/onderweg", under_way, "Onderweg, nieuwe tijd", ui::Shortcut{Key::d7}))
        say(AttendanceState::onderweg, chosen_minutes(drafts));
    if (ui::button(ui, "gewekt/kom toch niet", rest, "Ik kom toch niet", ui::Shortcut{Key::d2}))
        say(AttendanceState::afgemeld, 0);
    return intents;
}

} // namespace woken

namespace {

/// How long it rings, and where the piket chain stands: of what is to do, was done and comes as much as goes
/// whole within the width, in that order.
std::string chain_words(const ui::Ui& ui, const Scene& scene, const picture::FunctionAttendance& alarm,
                        float width) {
    const auto chain = words::chain_words(scene.picture, alarm, scene.now);
    std::string text = fmt::format(" · alarm {}, {}", words::clock_near(alarm.alerted, scene.now),
                                   words::minutes_of(alarm.spent));
    for (const auto& part : {chain.now, chain.done, chain.next}) {
        if (part.empty()) continue;
        const std::string more = fmt::format("{} · {}", text, part);
        if (ui::width(ui, ui::Style::row17, more) > width) break;
        text = more;
    }
    return text;
}

} // namespace

Intents draw_waking_line(ui::Ui& ui, const Scene& scene, const ui::Rect& rect,
                         const picture::FunctionAttendance& alarm, const Drafts& drafts) {
    Intents intents;
    ui::surface(ui, rect);
    ui::frame(ui, rect, ui.palette.critical, ui::measure::corner);
    const ui::Rect mark{rect.x, rect.y, rect.h, rect.h};
    ui::fill(ui, mark.inset(1, 1), ui.palette.alarm);
    ui::triangle(ui, mark.centre(), 16, ui.palette.on_alarm);
    ui::Rect inside = rect.inset(6, 4);
    inside.take_left(rect.h + 4);
    const auto place = [&](std::string_view verb, std::string_view key) {
        const auto right =
            inside.take_right(ui::button_width(ui, verb, key, ui::measure::alarm_button_height));
        inside.take_right(10);
        return right;
    };
    // The keys are those of UW ANTWOORD, which is not drawn on every screen.
    const auto no = place("Ik kom niet", "2"), yes = place("Ik kom", "1");
    if (ui::button(ui, "gewekt/regel kom", yes, "Ik kom", "1", ui::ButtonKind::main) ||
        ui::pressed(ui, ui::Key::d1))
        add(intents, woken::come_acts(scene, alarm, woken::chosen_minutes(drafts)));
    if (ui::button(ui, "gewekt/regel kom niet", no, "Ik kom niet", "2") || ui::pressed(ui, ui::Key::d2))
        intents.push_back(woken::attendance_act(scene, alarm, AttendanceState::afgemeld, 0));
    const float y = rect.centre().y + 6;
    const float end = ui::text_within(ui, ui::Style::strong18, {inside.x, y}, inside.w, ui.palette.text,
                                      "U hebt nog niet geantwoord");
    if (inside.right() - end > 80)
        ui::text_within(ui, ui::Style::row17, {end, y}, inside.right() - end, ui.palette.text,
                        chain_words(ui, scene, alarm, inside.right() - end));
    return intents;
}

} // namespace regiekamer::panels
