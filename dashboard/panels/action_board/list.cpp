// ACTIES, the list: which actions, in which groups, each with its owner, state and time.
#include "dashboard/panels/action_board/action_words.hpp"
#include "dashboard/panels/action_board/board.hpp"
#include "dashboard/panels/action_board/grouped.hpp"
#include "dashboard/panels/because.hpp"
#include "dashboard/panels/drafts.hpp"
#include "dashboard/panels/which_incident.hpp"
#include "dashboard/words/labels.hpp"
#include "dashboard/words/names.hpp"
#include "dashboard/words/refusal.hpp"
#include "dashboard/words/time_words.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace regiekamer::panels {
namespace {

using picture::Action;
using picture::ActionState;
using ui::Key;
using ui::Rect;
using ui::Style;
using ui::Ui;
using Group = ActionBoardDraft::Group;
using Filter = ActionBoardDraft::Filter;

/// A choice of the board, with its key.
template <class Value>
struct Option {
    Value value;
    const char* words;
    Key key;
};
constexpr std::array groups{Option<Group>{Group::owner, "Wie", Key::d1},
                            Option<Group>{Group::process, "Proces", Key::d2},
                            Option<Group>{Group::due, "Tijd", Key::d3}};
constexpr std::array filters{
    Option<Filter>{Filter::unfinished, "Open", Key::d4}, Option<Filter>{Filter::late, "Te laat", Key::d5},
    Option<Filter>{Filter::held_up, "Wacht of geblokkeerd", Key::d6},
    Option<Filter>{Filter::over, "Gereed", Key::d7}, Option<Filter>{Filter::all, "Alles", Key::d8}};

/// Buttons from left to right, on a second line where the first is full.
class Choices {
public:
    Choices(Ui& ui, Rect place) : ui_(ui), place_(place), line_(place_.take_top(height)) {}
    static constexpr float height = 40;

    bool press(const std::string& id, std::string_view words, Key key, bool on) {
        const float width = ui::button_width(ui_, words, ui::key_name(key), height);
        if (width > line_.w) {
            place_.take_top(6);
            line_ = place_.take_top(height);
        }
        const Rect at = line_.take_left(width);
        line_.take_left(6);
        return ui::button(ui_, id, at, words, ui::Shortcut{key},
                          on ? ui::ButtonKind::selected : ui::ButtonKind::plain);
    }
    void space() { line_.take_left(14); }

private:
    Ui& ui_;
    Rect place_, line_;
};

void draw_choices(Ui& ui, const Rect& place, ActionBoardDraft& draft) {
    Choices choices(ui, place);
    for (const auto& one : groups)
        if (choices.press(fmt::format("acties/{}", one.words), one.words, one.key, draft.group == one.value))
            draft.group = one.value;
    choices.space();
    for (const auto& one : filters)
        if (choices.press(fmt::format("acties/{}", one.words), one.words, one.key, draft.filter == one.value))
            draft.filter = one.value;
    choices.space();
    if (choices.press("acties/mijn", "Voor mij", Key::v, draft.own_only)) draft.own_only = !draft.own_only;
    if (choices.press("acties/incident", "Alleen dit incident", Key::h, draft.this_incident))
        draft.this_incident = !draft.this_incident;
}

void draw_mark(Ui& ui, const Scene& scene, const Action& action, ui::Point at) {
    switch (action.state.value) {
    case ActionState::gereed:
        return ui::check_mark(ui, at, 14, ui.palette.confirmation);
    case ActionState::vervallen:
        return ui::cross_mark(ui, at, 13, ui.palette.dim);
    case ActionState::geblokkeerd:
        return ui::triangle(ui, at, 14, ui.palette.attention);
    case ActionState::opgepakt:
        return ui::dot(ui, at, 12, ui.palette.flow);
    case ActionState::open:
        break;
    }
    if (picture::waits_for(scene.picture, action).empty())
        ui::open_dot(ui, at, 12, ui.palette.flow);
    else
        ui::pause_mark(ui, at, 12, ui.palette.dim);
}

void draw_due(Ui& ui, const Scene& scene, const Action& action, ui::Point right_middle) {
    const auto baseline = right_middle.y + ui::cap_height(Style::strong16) / 2;
    if (!action.due.value || !picture::unfinished(action)) {
        if (!action.due.value && action.opened.value.due_rule)
            ui::text_right(ui, Style::row16, {right_middle.x, baseline}, ui.palette.dim,
                           ui::shortened(ui, Style::row16, 160, *action.opened.value.due_rule));
        return;
    }
    const std::string words = words::due(*action.due.value, scene.now);
    if (picture::late(action, scene.now))
        ui::chip_right(ui, right_middle, words);
    else
        ui::text_right(ui, Style::strong16, {right_middle.x, baseline}, ui.palette.text,
                       fmt::format("{} · {}", words::clock_near(*action.due.value, scene.now), words));
}

void draw_row(Ui& ui, const Scene& scene, const Action& action, const Rect& place, Drafts& drafts) {
    auto& board = drafts.action_board;
    const bool selected = board.selected == action.id.value;
    because(ui, place,
            {action.opened.sequence, action.owner.sequence, action.person.sequence, action.due.sequence,
             action.state.sequence});
    if (ui::row(ui, "actie/" + action.id.value, place, selected)) {
        if (selected) open(drafts, Dialog::action_detail, action.id.value);
        board.selected = action.id.value;
    }
    const float y = place.centre().y + 6, due = std::min(230.F, place.w * 0.24F);
    draw_mark(ui, scene, action, {place.x + 24, place.centre().y});
    Rect rest{place.x + 44, place.y, place.w - 44 - due - ui::measure::padding, place.h};
    const std::string who = action.person.value ? words::person(scene.picture, *action.person.value) + " · " +
                                                      action.owner.value.value
                                                : action.owner.value.value;
    // A long title or name is read whole: what stands beside it begins later in that line.
    const std::string state = action_state(scene, action);
    const float state_needs = state.empty() ? 0 : ui::width(ui, Style::row16, state) + 8;
    const float who_needs = ui::width(ui, Style::row16, who) + 12,
                title_needs = ui::width(ui, Style::strong16, action.opened.value.title) + 12;
    const float whole = rest.w;
    const Rect title =
        rest.take_left(std::max(whole * 0.52F, std::min(title_needs, whole - who_needs - state_needs)));
    const Rect owner = rest.take_left(std::max(rest.w * 0.5F, std::min(who_needs, rest.w - state_needs)));
    const float said = ui::text_within(ui, Style::strong16, {title.x, y}, title.w - 12, ui.palette.text,
                                       action.opened.value.title);
    if (const auto which = which_incident(scene, action.opened.value.incident); !which.empty())
        ui::text_within(ui, Style::secondary15, {said + 10, y}, title.right() - said - 22, ui.palette.dim,
                        which);
    ui::text_within(ui, Style::row16, {owner.x, y}, owner.w - 12, ui.palette.dim, who);
    ui::text_within(ui, Style::row16, {rest.x, y}, rest.w - 8, ui.palette.dim, state);
    draw_due(ui, scene, action, {place.right() - ui::measure::padding, place.centre().y});
}

struct Line {
    const ActionGroup* group = nullptr;
    const Action* action = nullptr; ///< none: the head of the group
};

void draw_line(Ui& ui, const Scene& scene, const Line& line, const Rect& place, Drafts& drafts) {
    if (line.action != nullptr) return draw_row(ui, scene, *line.action, place, drafts);
    ui::fill(ui, place, ui.palette.raised);
    std::string words =
        fmt::format("{} · {}", words::sentence_case(line.group->title), line.group->actions.size());
    if (line.group->late > 0) words += fmt::format(" · {} te laat", line.group->late);
    ui::text_within(ui, Style::strong16, {place.x + ui::measure::padding, place.centre().y + 6},
                    place.w - 2 * ui::measure::padding, ui.palette.text, words);
}

/// ↑ and ↓ walk over the actions.
void walk(Ui& ui, const std::vector<Line>& lines, const ui::ListView& view, ActionBoardDraft& board) {
    if (ui.modal_open || ui.typing) return;
    const int step = ui::pressed(ui, Key::down) ? 1 : ui::pressed(ui, Key::up) ? -1 : 0;
    if (step == 0) return;
    const auto count = static_cast<int>(lines.size());
    const auto now = std::find_if(lines.begin(), lines.end(), [&](const Line& line) {
        return line.action != nullptr && line.action->id.value == board.selected;
    });
    int at = now == lines.end() ? (step > 0 ? -1 : count) : static_cast<int>(now - lines.begin());
    do
        at += step;
    while (at >= 0 && at < count && lines[static_cast<std::size_t>(at)].action == nullptr);
    if (at < 0 || at >= count) return;
    board.selected = lines[static_cast<std::size_t>(at)].action->id.value;
    if (at < view.first || at >= view.end())
        ui::scroll_to(ui, "acties", step > 0 ? std::max(0, at - view.shown + 1) : at);
}

/// D: what can be done with the chosen one, also where the pane beside the list is not there.
Intents answer_chosen(Ui& ui, const Scene& scene, Drafts& drafts) {
    const auto* action = picture::find_action(scene.picture, ActionId(drafts.action_board.selected));
    if (action == nullptr || !action->opened.said() || !ui::pressed(ui, Key::d)) return {};
    if (auto why = words::not_allowed(scene.user.function, ActionFinished::type);
        !scene.looking_back && !why.empty())
        return {Explain{std::move(why)}};
    open(drafts, Dialog::action_detail, action->id.value);
    return {};
}

std::string nothing(const ActionBoardDraft& draft) {
    if (draft.filter == Filter::unfinished && !draft.own_only)
        return "Geen open acties. Zet er een uit met [N], of neem een taakkaart met [C].";
    return "Geen actie past bij deze keuze. Kies Alles met [8].";
}

} // namespace

Intents draw_action_list(Ui& ui, const Scene& scene, const Rect& rect, Drafts& drafts) {
    auto& board = drafts.action_board;
    const auto tally = picture::tally_all(scene.picture, scene.now);
    Rect body =
        ui::panel(ui, rect, fmt::format("ACTIES · {} open · eerst wat het eerst moet", tally.unfinished),
                  fmt::format("{} te laat · {} wachten · {} gereed · {} vervallen", tally.late, tally.waiting,
                              tally.done, tally.cancelled));
    const float choices = rect.w < 1320 ? 2 * Choices::height + 6 : Choices::height;
    body.take_top(8);
    draw_choices(ui, body.take_top(choices).inset(ui::measure::padding, 0), board);
    body.take_top(8);
    const Rect foot = body.take_bottom(34);
    const auto all = grouped(scene, board);
    std::vector<Line> lines;
    for (const auto& group : all) {
        lines.push_back({&group, nullptr});
        for (const auto* action : group.actions)
            lines.push_back({&group, action});
    }
    if (lines.empty()) ui::empty_text(ui, body, nothing(board));
    const auto view = ui::list(ui, "acties", body, static_cast<int>(lines.size()), 40);
    for (int i = view.first; i < view.end(); ++i) {
        ui::separator(ui, view.row(i));
        draw_line(ui, scene, lines[static_cast<std::size_t>(i)], view.row(i), drafts);
    }
    const auto heads = std::count_if(lines.begin() + view.end(), lines.end(),
                                     [](const Line& line) { return line.action == nullptr; });
    ui::list_foot(ui, foot, ui::without_heads(view, static_cast<int>(heads)), {},
                  "↑ ↓ kiezen · D of klik nog eens: wat doet u");
    walk(ui, lines, view, board);
    return answer_chosen(ui, scene, drafts);
}

} // namespace regiekamer::panels
