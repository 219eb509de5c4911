// ACTIES, at the right: the chosen action, what it waits for and what waits for it, every step of its
// history.
#include "dashboard/panels/action_board/action_words.hpp"
#include "dashboard/panels/action_board/board.hpp"
#include "dashboard/panels/because.hpp"
#include "dashboard/panels/drafts.hpp"
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

/// Takes as much of the body as the words need.
void paragraph(Ui& ui, Rect& body, Style style, ui::Colour colour, std::string_view words) {
    const Rect place =
        body.take_top(ui::wrapped_height(ui, style, body.w - 2 * ui::measure::padding, words) + 6);
    ui::text_wrapped(ui, style, place.inset(ui::measure::padding, 0), colour, words);
}

std::string facts(const Scene& scene, const Action& action) {
    const auto& opened = action.opened.value;
    std::string text = action.owner.value.value;
    const auto add = [&](const std::string& line) { text += "\n" + line; };
    if (action.person.value) text += " · " + words::person(scene.picture, *action.person.value);
    if (opened.process) text += " · " + *opened.process;
    if (const auto state = action_state(scene, action); !state.empty()) add(state);
    if (action.due.value)
        add(fmt::format("Vóór {}{}", words::clock_near(*action.due.value, scene.now),
                        picture::unfinished(action) ? " · " + words::due(*action.due.value, scene.now)
                                                    : std::string()));
    if (opened.due_rule)
        add("Regel " + *opened.due_rule + (opened.card ? " · taakkaart " + *opened.card : std::string()));
    if (opened.note) add(*opened.note);
    if (opened.incident) add("Incident: " + words::incident(scene.picture, *opened.incident));
    if (opened.event) add("Evenement: " + words::public_event(scene.picture, *opened.event));
    for (const auto& id : picture::waits_for(scene.picture, action))
        add("Wacht op: " + words::action(scene.picture, id));
    for (const auto& id : picture::held_up_by(scene.picture, action.id))
        add("Hierop wacht: " + words::action(scene.picture, id));
    return text;
}

void draw_steps(Ui& ui, const Scene& scene, const Action& action, Rect body) {
    ui::subsection(ui, body, fmt::format("VERLOOP · {} · nieuwste eerst", action.history.size()));
    const Rect foot = body.take_bottom(30);
    const auto count = static_cast<int>(action.history.size());
    const auto view = ui::list(ui, "verloop", body, count, 52);
    for (int i = view.first; i < view.end(); ++i) {
        const Rect place = view.row(i);
        ui::separator(ui, place);
        const auto& step = action.history[static_cast<std::size_t>(count - 1 - i)];
        because(ui, place, {step.sequence});
        ui::text_wrapped(ui, Style::secondary15, place.inset(ui::measure::padding, 4), ui.palette.text,
                         action_step(scene, step));
    }
    ui::list_foot(ui, foot, view);
}

} // namespace

Intents draw_action_history(Ui& ui, const Scene& scene, const Rect& rect, Drafts& drafts) {
    Rect body = ui::panel(ui, rect, "GEKOZEN ACTIE");
    const auto* action = picture::find_action(scene.picture, ActionId(drafts.action_board.selected));
    if (action == nullptr || !action->opened.said()) {
        ui::empty_text(ui, body,
                       "Kies een actie met ↑ en ↓, of klik erop. Hier staat dan wat ermee gebeurd is.");
        return {};
    }
    Rect foot = body.take_bottom(60).inset(ui::measure::padding, 8);
    body.take_top(8);
    paragraph(ui, body, Style::strong18, ui.palette.text, action->opened.value.title);
    paragraph(ui, body, Style::row16, ui.palette.dim, facts(scene, *action));
    draw_steps(ui, scene, *action, body);
    ui::separator(ui, {rect.x, foot.y - 8, rect.w, 1});
    const std::string why =
        scene.looking_back ? std::string() : words::not_allowed(scene.user.function, ActionFinished::type);
    const Rect place = foot.take_left(200);
    if (!why.empty()) ui::tooltip(ui, place, why);
    if (ui::button(ui, "acties/doe", place, scene.looking_back ? "Bekijk" : "Wat doet u", "D",
                   why.empty() ? ui::ButtonKind::plain
                               : ui::ButtonKind::disabled)) // the list answers the key
        open(drafts, Dialog::action_detail, action->id.value);
    return {};
}

} // namespace regiekamer::panels
