// OPKOMST: unanswered duties first with a large button to call, achterwacht beneath; minutes since alarm /
// norm.
#include "dashboard/panels/attendance_words.hpp"
#include "dashboard/panels/drafts.hpp"
#include "dashboard/panels/panels.hpp"
#include "dashboard/words/labels.hpp"
#include "dashboard/words/names.hpp"
#include "dashboard/words/refusal.hpp"
#include "dashboard/words/time_words.hpp"

#include <fmt/format.h>

namespace regiekamer::panels {
namespace {

using picture::FunctionAttendance;
using ui::Rect;
using ui::Style;
using ui::Ui;

std::string phone_or_none(const Scene& scene, const PersonId& person) {
    const auto* known = picture::find_person(scene.picture, person);
    return known != nullptr && known->phone ? *known->phone : std::string("geen nummer");
}

/// Opens what one needs to call: the number, and a place for the answer.
void draw_call(Ui& ui, const Scene& scene, const Function& function, const PersonId& person,
               const Rect& place, Drafts& drafts) {
    const std::string words =
        fmt::format("Bel {} {}", words::person(scene.picture, person), phone_or_none(scene, person));
    if (ui::icon_button(ui, "bel/" + person.value, {place.right() - 52, place.centre().y - 22, 44, 44},
                        ui::Icon::phone, words) &&
        !scene.looking_back) {
        open(drafts, Dialog::call, function.value);
        drafts.person = person.value;
    }
}

/// Height of an unanswered function: two lines, and two more for the achterwacht.
constexpr float line_pair = 66;

/// The step of the chain that is due, as a button: who is next on the list.
void draw_backup_due(Ui& ui, const Scene& scene, const FunctionAttendance& one, const PersonId& next,
                     Rect place, Intents& intents) {
    ui::separator(ui, place);
    const float x = place.x + 14;
    const float w = ui::button_width(ui, "Alarmeer", {});
    const Rect button{place.right() - w - 8, place.centre().y - 22, w, 44};
    const float room = button.x - x - 10;
    ui::text_within(ui, Style::strong17, {x, place.y + 26}, room, ui.palette.text,
                    "↳ Achterwacht " + words::person(scene.picture, next));
    const bool declined = one.backup && one.backup->person != next;
    ui::text_within(ui, Style::secondary15, {x, place.y + 51}, room, ui.palette.attention,
                    declined
                        ? words::person(scene.picture, one.backup->person) + " komt niet · nu aan de beurt"
                        : std::string("8 min voorbij: nu aan de beurt"));
    const auto act = backup_act(scene, one.incident, one.function, next);
    const bool may =
        act && !scene.looking_back && words::not_allowed(scene.user.function, PersonAlerted::type).empty();
    if (ui::button(ui, "achterwacht/" + one.function.value, button, "Alarmeer", std::string_view(),
                   may ? ui::ButtonKind::main : ui::ButtonKind::disabled))
        intents.emplace_back(*act);
}

void draw_unanswered(Ui& ui, const Scene& scene, const FunctionAttendance& one, Rect place, Drafts& drafts,
                     Intents& intents) {
    because(ui, place, {one.alert_sequence, one.sequence});
    const bool red = one.step >= picture::ChainStep::unfilled;
    const auto colour = unanswered_colour(ui.palette, one);
    ui::fill(ui, place, ui.palette.raised);
    ui::fill(ui, {place.x, place.y, 3, place.h}, colour);
    Rect top = place.take_top(line_pair);
    const bool calls = !ui.only_shown && // the room of the button is the name's where nobody can be called
                       (one.person || one.backup);
    const float x = top.x + 14, right = top.right() - (calls ? 62.F : 14.F);
    const std::string state = ui::shortened(ui, Style::strong17, top.w * 0.5F, turnout_words(one));
    const float answer_left = red ? ui::chip_right(ui, {right, top.y + 20}, state).x
                                  : ui::text_right(ui, Style::strong17, {right, top.y + 26}, colour, state);
    ui::text_within(ui, Style::strong17, {x, top.y + 26}, answer_left - x - 10, ui.palette.text,
                    words::sentence_case(one.function.value));
    const std::string who =
        one.person ? words::person(scene.picture, *one.person) + " · " + phone_or_none(scene, *one.person)
                   : std::string("niemand bij naam gealarmeerd");
    std::string clock = since_norm(one);
    const std::string answer = !red ? "" : one.declined ? " · afgemeld" : " · niet bevestigd";
    // Whom to call, on which number, goes before what the chip says too.
    if (ui::width(ui, Style::secondary15, who) + ui::width(ui, Style::strong16, clock + answer) + 10 <=
        right - x)
        clock += answer;
    const float w = ui::width(ui, Style::strong16, clock);
    ui::text_within(ui, Style::secondary15, {x, top.y + 51}, right - x - w - 10, ui.palette.dim, who);
    ui::text_right(ui, Style::strong16, {right, top.y + 51}, ui.palette.text, clock);
    if (one.person) draw_call(ui, scene, one.function, *one.person, top, drafts);
    if (const auto due = picture::backup_due(scene.picture, one, scene.now)) {
        draw_backup_due(ui, scene, one, *due, place, intents);
        return;
    }
    if (!one.backup) return;
    ui::separator(ui, place);
    const auto& backup = *one.backup;
    const float clock_left =
        ui::text_right(ui, Style::strong17, {right, place.y + 26}, ui.palette.attention,
                       words::minutes_of(picture::played(scene.picture, backup.alerted, scene.now)));
    ui::text_within(ui, Style::strong17, {x, place.y + 26}, clock_left - x - 10, ui.palette.text,
                    "↳ Achterwacht " + words::person(scene.picture, backup.person));
    const float left = ui::text_right(ui, Style::row16, {right, place.y + 51}, ui.palette.text,
                                      backup.state ? std::string(words::label(*backup.state))
                                                   : std::string("niet bevestigd"));
    std::string reach = phone_or_none(scene, backup.person);
    const std::string alerted = " · alarm " + words::clock_near(backup.alerted, scene.now);
    if (ui::width(ui, Style::secondary15, reach + alerted) <= left - x - 10) reach += alerted;
    ui::text_within(ui, Style::secondary15, {x, place.y + 51}, left - x - 10, ui.palette.dim, reach);
    draw_call(ui, scene, one.function, backup.person, place, drafts);
}

void draw_answered(Ui& ui, const Scene& scene, const FunctionAttendance& one, const Rect& place) {
    const float y = place.centre().y + 6, right = place.right() - 12;
    because(ui, place, {one.alert_sequence, one.sequence});
    draw_turnout(ui, one, {place.x + 18, place.centre().y});
    std::string state = turnout_words(one);
    const float named = ui::width(ui, Style::strong16, words::sentence_case(one.function.value));
    // Who it is goes before a whole word: what is simulated still says so.
    if (one.simulated && right - ui::width(ui, Style::row16, state) - 10 - place.x - 32 < named)
        if (const auto at = state.find("(simulatie)"); at != std::string::npos)
            state.replace(at, 11, "(sim.)");
    // And before where: everybody who is there is at their post.
    if (one.state == picture::Turnout::aanwezig && one.where &&
        right - ui::width(ui, Style::row16, state) - 10 - place.x - 32 < named)
        if (const auto at = state.find(" " + *one.where); at != std::string::npos)
            state.erase(at, one.where->size() + 1);
    state = ui::shortened(ui, Style::row16, place.w * 0.6F, state);
    const float state_width = ui::width(ui, Style::row16, state);
    ui::text_right(ui, Style::row16, {right, y},
                   one.norm == picture::NormState::missed ? ui.palette.attention : ui.palette.text, state);
    const float clock_right = right - std::max(state_width, 122.F) - 10;
    const std::string clock = since_norm(one); // after a day or two it is wide
    const float clock_left = clock_right - std::max(ui::width(ui, Style::row16, clock), 50.F);
    const float x = place.x + 32;
    const std::string name = words::sentence_case(one.function.value);
    // Where all does not fit the clock goes first: whether the norm was met is in the colour and in the foot.
    const bool with_clock = clock_left - 10 - x >= ui::width(ui, Style::strong16, name);
    if (with_clock) ui::text_right(ui, Style::row16, {clock_right, y}, ui.palette.dim, clock);
    const float room = with_clock ? clock_left - 10 - x : right - state_width - 10 - x;
    const Style style = named <= room ? Style::strong16 : Style::strong15;
    const float end = ui::text_within(ui, style, {x, y}, room, ui.palette.text, name);
    if (!with_clock || !one.person) return;
    // A name whole, or without what goes before it; cut it would be another's.
    const std::string whole = words::person(scene.picture, *one.person);
    const auto initials = whole.find(". ");
    for (const auto& [letters, called] :
         {std::pair{Style::row16, whole}, std::pair{Style::secondary15, whole},
          std::pair{Style::secondary15, initials == std::string::npos ? whole : whole.substr(initials + 2)}})
        if (ui::width(ui, letters, called) <= clock_left - 14 - end - 10) {
            ui::text(ui, letters, {end + 10, y}, ui.palette.dim, called);
            return;
        }
}

} // namespace

Intents draw_attendance(Ui& ui, const Scene& scene, const Rect& rect, Drafts& drafts) {
    Intents intents;
    const auto functions = scene.incident ? picture::attendance(scene.picture, *scene.incident, scene.now)
                                          : std::vector<FunctionAttendance>{};
    Rect body = ui::panel(ui, rect,
                          fmt::format(fmt::runtime(rect.w < 420            ? "OPKOMST · {}"
                                                   : functions.size() == 1 ? "OPKOMST · {} functie"
                                                                           : "OPKOMST · {} functies"),
                                      functions.size()),
                          "min sinds alarm / norm");
    if (functions.empty()) {
        ui::empty_text(ui, body, nobody_words(scene));
        if (ui::pressed(ui, ui::Key::t) && !scene.looking_back) open(drafts, Dialog::alert);
        return intents;
    }
    Rect foot = body.take_bottom(34);
    std::size_t at = 0;
    for (; at < functions.size() && !functions[at].answered; ++at) {
        const bool two =
            functions[at].backup || picture::backup_due(scene.picture, functions[at], scene.now).has_value();
        const float height = two ? 2 * line_pair : line_pair;
        if (height > body.h) break;
        draw_unanswered(ui, scene, functions[at], body.take_top(height), drafts, intents);
        ui::separator(ui, body);
    }
    const auto rest = static_cast<int>(functions.size() - at);
    const auto view = ui::list(ui, "opkomst", body, rest, 34);
    for (int i = view.first; i < view.end(); ++i) {
        ui::separator(ui, view.row(i));
        draw_answered(ui, scene, functions[at + static_cast<std::size_t>(i)], view.row(i));
    }
    const auto tally = picture::tally(functions);
    ui::list_foot(ui, foot, view, fmt::format("{} aanwezig · {} komen", tally.present, tally.coming),
                  tally.norm_missed > 0 ? fmt::format("{} na de norm", tally.norm_missed) : std::string());
    return intents;
}

} // namespace regiekamer::panels
