// STAPPEN: every requirement with who, by when and where it stands; beneath it the points of the schouw.
#include "dashboard/panels/because.hpp"
#include "dashboard/panels/events/events_words.hpp"
#include "dashboard/words/date_words.hpp"
#include "dashboard/words/time_words.hpp"

#include <fmt/format.h>

namespace regiekamer::panels::events {
namespace {

using picture::Requirement;
using picture::RequirementState;
using ui::Rect;
using ui::Style;
using ui::Ui;

using ui::measure::padding;
constexpr float step_height = 30;

/// Where the columns stand, for a width; a narrow one has no room for who.
struct StepColumns {
    bool with_by;
    float title, by, deadline, state, right;
    explicit StepColumns(const Rect& row)
        : with_by(row.w > 700), title(row.x + padding), by(row.x + padding + row.w * 0.34F),
          deadline(row.x + row.w * (with_by ? 0.585F : 0.40F)),
          state(row.x + row.w * (with_by ? 0.725F : 0.58F)), right(row.right() - padding) {}
    [[nodiscard]] float title_end() const { return with_by ? by : deadline; }
};

void draw_stand(Ui& ui, const Scene& scene, const Requirement& requirement, const StepColumns& at,
                const Rect& row) {
    const float y = row.centre().y + 6, middle = row.centre().y;
    const auto state = picture::state_of(requirement);
    const auto& set = requirement.set.value;
    float right = at.right;
    if (state != RequirementState::done && requirement.expected) {
        const Instant promised = requirement.expected->value.at;
        right = ui::text_right(ui, Style::strong15, {right, y},
                               promised < scene.now ? ui.palette.critical : ui.palette.text,
                               "→ " + words::short_date(promised)) -
                8;
    }
    if (picture::late(requirement, scene.now)) {
        const std::string late = days_late(set.deadline, scene.now);
        const float width = std::min(ui::width(ui, Style::strong15, late) + 18, right - at.state);
        ui::chip(ui, {at.state, middle - 12, width, 24}, late, Style::strong15);
        return;
    }
    if (state == RequirementState::done)
        ui::check_mark(ui, {at.state + 8, middle}, 14, ui.palette.confirmation);
    else if (state == RequirementState::conditional || state == RequirementState::rejected)
        ui::triangle(ui, {at.state + 8, middle}, 14, ui.palette.attention);
    else if (state == RequirementState::submitted)
        ui::dot(ui, {at.state + 8, middle}, 9, ui.palette.flow);
    else
        ui::box_mark(ui, {at.state + 8, middle}, 13, ui.palette.dim, false);
    ui::text_within(ui, Style::row16, {at.state + 24, y}, right - at.state - 24,
                    state == RequirementState::done ? ui.palette.text : ui.palette.dim,
                    state_words(requirement, scene.now));
}

/// All that was said of it.
std::vector<Sequence> behind(const Requirement& requirement) {
    std::vector<Sequence> all{requirement.set.sequence};
    if (requirement.expected) all.push_back(requirement.expected->sequence);
    if (requirement.submitted) all.push_back(requirement.submitted->sequence);
    if (requirement.met) all.push_back(requirement.met->sequence);
    for (const auto& [party, advice] : requirement.advised)
        all.push_back(advice.sequence);
    return all;
}

void draw_step(Ui& ui, const Scene& scene, const Requirement& requirement, const Rect& row) {
    const StepColumns at(row);
    because(ui, row, behind(requirement));
    const float y = row.centre().y + 6;
    const auto& set = requirement.set.value;
    ui::text_within(ui, Style::strong16, {at.title, y}, at.title_end() - at.title - 10, ui.palette.text,
                    set.title);
    const std::string by =
        requirement.expected && requirement.expected->value.by ? *requirement.expected->value.by : set.by;
    if (at.with_by)
        ui::text_within(ui, Style::secondary15, {at.by, y}, at.deadline - at.by - 10, ui.palette.dim, by);
    ui::text_within(ui, Style::row16, {at.deadline, y}, at.state - at.deadline - 6, ui.palette.text,
                    words::short_date_near(set.deadline, scene.now));
    draw_stand(ui, scene, requirement, at, row);
}

void draw_columns(Ui& ui, Rect& body, const picture::Readiness& ready) {
    const Rect head = body.take_top(30);
    const StepColumns at(head);
    const float y = head.y + 20;
    std::string title =
        fmt::format("{}{} van {} gedaan", at.with_by ? "STAPPEN · " : "", ready.done, ready.total);
    if (ready.late > 0) // a narrow one has room for what matters most
        title = at.with_by ? fmt::format("{}, {} te laat", title, ready.late)
                           : fmt::format("{} van {} · {} te laat", ready.done, ready.total, ready.late);
    ui::capitals(ui, Style::section14, {at.title, y}, at.title_end() - at.title - 8, ui.palette.dim, title);
    if (at.with_by) ui::text(ui, Style::secondary15, {at.by, y}, ui.palette.dim, "wie");
    ui::text(ui, Style::secondary15, {at.deadline, y}, ui.palette.dim, "uiterlijk");
    ui::text(ui, Style::secondary15, {at.state, y}, ui.palette.dim, "stand");
    ui::separator(ui, body);
}

std::vector<PointId> points_of(const Scene& scene, const PublicEventId& event) {
    std::vector<PointId> open, done;
    for (const auto& [id, point] : scene.picture.events->inspections)
        if (point.value.event == event) (point.value.state == PointState::open ? open : done).push_back(id);
    open.insert(open.end(), done.begin(), done.end());
    return open;
}

/// The punch list of the schouw: a press makes a point gereed, or open again.
void draw_points(Ui& ui, const Scene& scene, Rect rect, const std::vector<PointId>& points,
                 Intents& intents) {
    const auto open = std::count_if(points.begin(), points.end(), [&](const PointId& id) {
        return scene.picture.events->inspections.at(id).value.state == PointState::open;
    });
    ui::subsection(ui, rect, fmt::format("HERSTELLIJST · {} van {} open", open, points.size()));
    const auto view = ui::list(ui, "evenement/schouw", rect, static_cast<int>(points.size()), step_height);
    for (int i = view.first; i < view.end(); ++i) {
        const PointId& id = points[static_cast<std::size_t>(i)];
        const auto& point = scene.picture.events->inspections.at(id);
        const Rect row = view.row(i);
        const bool done = point.value.state == PointState::gereed;
        because(ui, row, {point.sequence});
        if (ui::row(ui, "schouw/" + id.value, row) && !scene.looking_back) {
            InspectionNoted body = point.value;
            body.state = done ? PointState::open : PointState::gereed;
            intents.push_back(Act{body, (done ? "weer open: " : "gereed: ") + body.text, std::nullopt});
        }
        ui::box_mark(ui, {row.x + padding + 9, row.centre().y}, 16, ui.palette.dim, done);
        const float time = ui::text_right(ui, Style::secondary15, {row.right() - padding, row.centre().y + 6},
                                          ui.palette.dim, words::clock_near(point.time, scene.now));
        ui::text_within(ui, Style::row16, {row.x + padding + 28, row.centre().y + 6},
                        time - row.x - padding - 40, done ? ui.palette.dim : ui.palette.text,
                        point.value.text);
    }
}

/// Who does what for it, beside the steps; a press opens the action.
void draw_actions(Ui& ui, const Scene& scene, Rect rect, const std::vector<const picture::Action*>& actions,
                  Drafts& drafts) {
    ui::subsection(ui, rect, fmt::format("ACTIES · {} open", actions.size()), "Shift+N nieuwe actie");
    const auto view = ui::list(ui, "evenement/acties", rect, static_cast<int>(actions.size()), step_height);
    for (int i = view.first; i < view.end(); ++i) {
        const auto* action = actions[static_cast<std::size_t>(i)];
        const Rect row = view.row(i);
        because(ui, row, {action->opened.sequence, action->state.sequence, action->due.sequence});
        if (ui::row(ui, "evenement/actie/" + action->id.value, row))
            open(drafts, Dialog::action_detail, action->id.value);
        const float y = row.centre().y + 6, right = row.right() - padding;
        float end = right;
        if (action->due.value) {
            const std::string due = picture::late(*action, scene.now)
                                        ? days_late(*action->due.value, scene.now)
                                        : "vóór " + words::clock_near(*action->due.value, scene.now);
            end = right - ui::width(ui, Style::strong15, due) - 18;
            if (picture::late(*action, scene.now))
                ui::chip(ui, {end, row.centre().y - 12, right - end, 24}, due, Style::strong15);
            else
                ui::text_right(ui, Style::strong15, {right, y}, ui.palette.text, due);
        }
        ui::text_within(ui, Style::row16, {row.x + padding, y}, end - row.x - 2 * padding, ui.palette.text,
                        action->opened.value.title + " · " + action->owner.value.value);
    }
}

/// The list starts where something is still to be done: what is done is above it.
void keep_in_sight(Ui& ui, const std::vector<RequirementId>& steps, const std::optional<RequirementId>& on,
                   EventsDraft& draft, const PublicEventId& event) {
    const std::string place = event.value + "/" + (on ? on->value : "");
    if (draft.scrolled_for == place) return;
    draft.scrolled_for = place;
    const auto at = on ? std::find(steps.begin(), steps.end(), *on) - steps.begin() : 0;
    ui::scroll_to(ui, "evenement/stappen", static_cast<int>(std::max<std::ptrdiff_t>(0, at - 1)));
}

} // namespace

void draw_steps(Ui& ui, const Scene& scene, const Rect& rect, const PublicEventId& id, Drafts& drafts,
                Intents& intents) {
    Rect body = rect;
    const auto& event = *find(scene, id);
    const auto points = points_of(scene, id);
    const auto ready = picture::readiness(scene.picture, id, scene.now);
    draw_columns(ui, body, ready);
    auto actions = picture::actions_of(scene.picture, id);
    std::erase_if(actions, [](const picture::Action* action) { return !picture::unfinished(*action); });
    if (!actions.empty() && body.h > 200) {
        const auto rows = std::min<std::size_t>(actions.size(), 2);
        draw_actions(ui, scene, body.take_bottom(static_cast<float>(rows) * step_height + 40), actions,
                     drafts);
    }
    if (!points.empty() && body.h > 200) {
        const auto rows = std::min<std::size_t>(points.size(), 4);
        draw_points(ui, scene, body.take_bottom(static_cast<float>(rows) * step_height + 40), points,
                    intents);
    }
    const auto steps = steps_of(event);
    if (steps.empty())
        return ui::empty_text(ui, body,
                              "Nog niets gevraagd. Q stelt wat deze klasse vraagt, met de datums erbij.");
    const Rect foot = body.h > 120 ? body.take_bottom(26) : Rect{};
    const auto on = selected_step(scene, id, drafts.events);
    keep_in_sight(ui, steps, on, drafts.events, id);
    const auto view = ui::list(ui, "evenement/stappen", body, static_cast<int>(steps.size()), step_height);
    for (int i = view.first; i < view.end(); ++i) {
        const auto& step = steps[static_cast<std::size_t>(i)];
        if (ui::row(ui, "stap/" + step.value, view.row(i), on == step)) {
            drafts.events.requirement = step.value;
            if (!scene.looking_back)
                open_about(scene, drafts, intents, Dialog::event_requirement, id.value, RequirementMet::type);
        }
        if (i > view.first) ui::separator(ui, view.row(i));
        draw_step(ui, scene, event.requirements.at(step), view.row(i));
    }
    if (!foot.empty())
        ui::list_foot(ui, foot, view, {},
                      view.above() > 0 ? fmt::format("{} erboven", view.above()) : std::string());
}

} // namespace regiekamer::panels::events
