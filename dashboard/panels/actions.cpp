// VOOR MIJ and ANDEREN: what must be done, mine before others, first due first, late with words.
#include "dashboard/panels/action_board/action_words.hpp"
#include "dashboard/panels/drafts.hpp"
#include "dashboard/panels/panels.hpp"
#include "dashboard/panels/which_incident.hpp"
#include "dashboard/words/labels.hpp"
#include "dashboard/words/names.hpp"
#include "dashboard/words/refusal.hpp"
#include "dashboard/words/time_words.hpp"

#include <fmt/format.h>

namespace regiekamer::panels {
namespace {

using picture::Action;
using ui::Rect;
using ui::Style;
using ui::Ui;

void because_of(Ui& ui, const Rect& place, const Action& action) {
    because(ui, place,
            {action.opened.sequence, action.owner.sequence, action.person.sequence, action.due.sequence,
             action.state.sequence});
}

/// Owner, person, due: the second line of a row.
std::string second_line(const Scene& scene, const Action& action, bool mine) {
    std::string text;
    const auto add = [&](const std::string& part) {
        if (!part.empty()) text += (text.empty() ? "" : " · ") + part;
    };
    add(which_incident(scene, action.opened.value.incident));
    if (!mine) {
        if (action.person.value) add(words::person(scene.picture, *action.person.value));
        add(action.owner.value.value);
    }
    if (mine && action.due.value) add("vóór " + words::clock_near(*action.due.value, scene.now));
    add(action_state(scene, action));
    if (mine && action.opened.value.note) add(*action.opened.value.note);
    return text;
}

/// Right of a row: a chip when late, else when it is due.
void draw_due(Ui& ui, const Scene& scene, const Action& action, float right, float y, Style style) {
    if (!action.due.value) return;
    const std::string when = words::due(*action.due.value, scene.now);
    if (picture::late(action, scene.now)) {
        ui::chip_right(ui, {right, y}, when, Style::strong16);
        return;
    }
    const bool soon = *action.due.value - scene.now < minutes(5);
    ui::text_right(ui, style, {right, y + ui::cap_height(style) / 2},
                   soon ? ui.palette.attention : ui.palette.text, when);
}

float due_width(const Ui& ui, const Scene& scene, const Action& action, Style style) {
    return action.due.value ? ui::width(ui, style, words::due(*action.due.value, scene.now)) + 34 : 0;
}

/// As many whole words as fit, and what is left.
std::pair<std::string, std::string> split(const Ui& ui, Style style, float width, const std::string& title) {
    std::size_t fits = 0;
    for (auto at = title.find(' '); at != std::string::npos; at = title.find(' ', at + 1)) {
        if (ui::width(ui, style, title.substr(0, at)) > width) break;
        fits = at;
    }
    if (fits == 0) return {title, {}};
    return {title.substr(0, fits), title.substr(fits + 1)};
}

/// What must be done is read whole before what else is said of it: a title that is too long for its line, in
/// the smaller letters too, goes on in the line beneath, in the place of `about`; not while `about` must say
/// which of several incidents it is of.
void draw_words(Ui& ui, const Rect& line, const Rect& beneath, Style style, Style smaller,
                const std::string& title, const std::string& about, bool several) {
    const bool fits = ui::width(ui, style, title) <= line.w;
    if (several || fits || ui::width(ui, smaller, title) <= line.w) {
        ui::text_within(ui, fits ? style : smaller, {line.x, line.y}, line.w, ui.palette.text, title);
        ui::text_within(ui, Style::secondary15, {beneath.x, beneath.y}, beneath.w, ui.palette.dim, about);
        return;
    }
    const auto [first, rest] = split(ui, smaller, line.w, title);
    ui::text_within(ui, smaller, {line.x, line.y}, line.w, ui.palette.text, first);
    ui::text_within(ui, smaller, {beneath.x, beneath.y}, beneath.w, ui.palette.text, rest);
}

void draw_mine(Ui& ui, const Scene& scene, const Action& action, const Rect& place, Drafts& drafts,
               Intents& intents) {
    const std::string id = "actie/" + action.id.value;
    if (ui::row(ui, id, place)) open(drafts, Dialog::action_detail, action.id.value);
    because_of(ui, place, action);
    const std::string& title = action.opened.value.title;
    const bool can = !scene.looking_back;
    const Rect box{place.x + 8, place.y + 8, 36, place.h - 16};
    ui::box_mark(ui, {place.x + 26, place.y + 24}, 20, ui.palette.dim, false);
    if (can && ui::touch(ui, id + "/gereed", box, "Gereed: " + title))
        intents.push_back(Act{ActionFinished{action.id, std::nullopt}, "Gereed: " + title, std::nullopt});
    const float x = place.x + 50, right = place.right() - ui::measure::padding;
    const float due = due_width(ui, scene, action, Style::action20);
    draw_words(ui, {x, place.y + 25, right - x, 0}, {x, place.y + 49, right - x - due, 0}, Style::action18,
               Style::strong16, title, second_line(scene, action, true),
               !which_incident(scene, action.opened.value.incident).empty());
    draw_due(ui, scene, action, right, place.y + 44, Style::action20);
}

void draw_other(Ui& ui, const Scene& scene, const Action& action, const Rect& place, Drafts& drafts) {
    if (ui::row(ui, "actie/" + action.id.value, place)) open(drafts, Dialog::action_detail, action.id.value);
    because_of(ui, place, action);
    const float x = place.x + ui::measure::padding, right = place.right() - ui::measure::padding;
    const float due = due_width(ui, scene, action, Style::strong17);
    draw_words(ui, {x, place.y + 22, right - x, 0}, {x, place.y + 43, right - x - due, 0}, Style::strong16,
               Style::strong15, action.opened.value.title, second_line(scene, action, false),
               !which_incident(scene, action.opened.value.incident).empty());
    draw_due(ui, scene, action, right, place.y + 38, Style::strong17);
}

/// What does not fit, in words: the count and the first two that come.
std::string rest_in_words(const Scene& scene, const std::vector<const Action*>& actions, int end) {
    std::string text;
    for (auto i = static_cast<std::size_t>(end); i < actions.size() && i < static_cast<std::size_t>(end) + 2;
         ++i) {
        const Action& action = *actions[i];
        text += " · " + action.opened.value.title;
        if (action.due.value) text += " " + words::clock_near(*action.due.value, scene.now);
    }
    return text.empty() ? text : text.substr(3);
}

} // namespace

Intents draw_my_actions(Ui& ui, const Scene& scene, const Rect& rect, Drafts& drafts) {
    Intents intents;
    const auto actions = picture::mine(scene.picture, scene.user.function, scene.now);
    const auto tally = picture::tally_mine(scene.picture, scene.user.function, scene.now);
    Rect body =
        ui::panel(ui, rect,
                  fmt::format("{} · {}{}",
                              ui.only_shown ? "VOOR " + scene.user.function.value : std::string("VOOR MIJ"),
                              actions.size(), rect.w < 420 ? "" : " · eerst wat het eerst moet"),
                  tally.late > 0 ? fmt::format("{} te laat", tally.late) : std::string());
    const bool low = rect.h < 230;           // two actions that can be read go before a large button
    const bool tight = !low && rect.h < 290; // a third goes before the room around it
    Rect foot = body.take_bottom(low ? 38 : tight ? 46 : 60);
    if (actions.empty())
        ui::empty_text(ui, body,
                       "Geen acties voor " + scene.user.function.value +
                           ". Hier komt wat u moet doen, zodra iemand het aan u geeft.");
    const auto view =
        ui::list(ui, "voor mij", body, static_cast<int>(actions.size()), low || tight ? 61 : 64);
    for (int i = view.first; i < view.end(); ++i) {
        if (i > view.first) ui::separator(ui, view.row(i));
        draw_mine(ui, scene, *actions[static_cast<std::size_t>(i)], view.row(i), drafts, intents);
    }
    ui::separator(ui, foot);
    const float button = low ? 34 : tight ? 42 : ui::measure::button_height;
    const Rect place{foot.x + ui::measure::padding, foot.y + (low || tight ? 2.F : 8.F), 170, button};
    const auto kind = scene.looking_back ? ui::ButtonKind::disabled : ui::ButtonKind::plain;
    const std::string why = words::not_allowed(scene.user.function, ActionOpened::type);
    const ui::Unless unless(ui, why);
    if (ui::button(ui, "actie/nieuw", place, "Nieuwe actie", ui::Shortcut{ui::Key::n}, kind)) {
        if (why.empty())
            open(drafts, Dialog::action);
        else
            intents.emplace_back(Explain{why});
    }
    const std::string rest =
        view.below() > 0 ? fmt::format("nog {}", view.below()) : fmt::format("{} gereed", tally.done);
    ui::text_right(ui, Style::secondary15, {foot.right() - ui::measure::padding, foot.centre().y + 5},
                   ui.palette.dim, rest);
    return intents;
}

Intents draw_others_actions(Ui& ui, const Scene& scene, const Rect& rect, Drafts& drafts) {
    const auto actions = picture::others(scene.picture, scene.user.function, scene.now);
    const auto tally = picture::tally_others(scene.picture, scene.user.function, scene.now);
    std::string remark = fmt::format("{} gereed", tally.done);
    if (tally.late > 0) remark = fmt::format("{} te laat · ", tally.late) + remark;
    Rect body =
        ui::panel(ui, rect,
                  fmt::format(fmt::runtime(rect.w < 420 ? "ANDEREN · {}" : "ANDEREN · {} · te laat eerst"),
                              actions.size()),
                  remark);
    const Rect foot = body.take_bottom(40);
    if (actions.empty()) ui::empty_text(ui, body, "Geen open acties van anderen.");
    const auto view = ui::list(ui, "anderen", body, static_cast<int>(actions.size()), 52);
    for (int i = view.first; i < view.end(); ++i) {
        if (i > view.first) ui::separator(ui, view.row(i));
        draw_other(ui, scene, *actions[static_cast<std::size_t>(i)], view.row(i), drafts);
    }
    ui::list_foot(ui, foot, view, rest_in_words(scene, actions, view.end()));
    return {};
}

} // namespace regiekamer::panels
