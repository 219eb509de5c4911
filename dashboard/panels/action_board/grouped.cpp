// Filter, group, order.
#include "dashboard/panels/action_board/grouped.hpp"

#include <algorithm>
#include <map>

namespace regiekamer::panels {
namespace {

using picture::Action;
using picture::ActionState;
using Group = ActionBoardDraft::Group;
using Filter = ActionBoardDraft::Filter;

bool fits(const Scene& scene, const Action& action, const ActionBoardDraft& draft) {
    if (draft.own_only && action.owner.value != scene.user.function) return false;
    if (draft.this_incident && action.opened.value.incident != scene.incident) return false;
    switch (draft.filter) {
    case Filter::unfinished:
        return picture::unfinished(action);
    case Filter::late:
        return picture::late(action, scene.now);
    case Filter::held_up:
        return picture::unfinished(action) && (action.state.value == ActionState::geblokkeerd ||
                                               !picture::waits_for(scene.picture, action).empty());
    case Filter::over:
        return !picture::unfinished(action);
    case Filter::all:
        break;
    }
    return true;
}

/// A number in front keeps the order; it is not shown.
std::pair<int, std::string> title_of(const Scene& scene, const Action& action, Group group) {
    if (group == Group::owner)
        return {action.owner.value == scene.user.function ? 0 : 1, action.owner.value.value};
    if (group == Group::process) {
        const auto& process = action.opened.value.process;
        return process ? std::pair(0, *process) : std::pair(1, std::string("zonder proces"));
    }
    if (!picture::unfinished(action)) return {4, "klaar"};
    if (!action.due.value) return {3, "zonder tijd"};
    if (picture::late(action, scene.now)) return {0, "te laat"};
    return *action.due.value - scene.now <= hours(1) ? std::pair(1, std::string("binnen een uur"))
                                                     : std::pair(2, std::string("later"));
}

/// What is still to be done by time; what is over after it, the newest first.
bool before(const Action* a, const Action* b) {
    const bool over_a = !picture::unfinished(*a), over_b = !picture::unfinished(*b);
    if (over_a != over_b) return over_b;
    if (over_a) return std::tie(b->state.time, a->id) < std::tie(a->state.time, b->id);
    const Instant due_a = a->due.value.value_or(Instant::max()),
                  due_b = b->due.value.value_or(Instant::max());
    return std::tie(due_a, a->opened.sequence) < std::tie(due_b, b->opened.sequence);
}

} // namespace

std::vector<ActionGroup> grouped(const Scene& scene, const ActionBoardDraft& draft) {
    std::map<std::pair<int, std::string>, ActionGroup> groups;
    for (const auto& [id, action] : scene.picture.actions->actions) {
        if (!action.opened.said() || !fits(scene, action, draft)) continue;
        const auto title = title_of(scene, action, draft.group);
        ActionGroup& group = groups[title];
        group.title = title.second;
        group.late += picture::late(action, scene.now);
        group.actions.push_back(&action);
    }
    std::vector<std::pair<int, ActionGroup>> ordered;
    for (auto& [title, group] : groups) {
        std::sort(group.actions.begin(), group.actions.end(), before);
        ordered.emplace_back(title.first, std::move(group));
    }
    std::stable_sort(ordered.begin(), ordered.end(), [](const auto& a, const auto& b) {
        if (a.first != b.first) return a.first < b.first;
        return before(a.second.actions.front(), b.second.actions.front());
    });
    std::vector<ActionGroup> all;
    all.reserve(ordered.size());
    for (auto& [rank, group] : ordered)
        all.push_back(std::move(group));
    return all;
}

} // namespace regiekamer::panels
