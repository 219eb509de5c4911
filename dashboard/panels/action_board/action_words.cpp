// The words, once for lists, dialog and board.
#include "dashboard/panels/action_board/action_words.hpp"

#include "dashboard/words/labels.hpp"
#include "dashboard/words/names.hpp"
#include "dashboard/words/time_words.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <set>

namespace regiekamer::panels {

using picture::ActionState;

namespace {

/// Whether it waits for itself, over others or at once: then nobody can begin.
bool waits_in_circle(const Scene& scene, const picture::Action& action) {
    std::set<ActionId> seen;
    auto open = picture::waits_for(scene.picture, action);
    while (!open.empty()) {
        const ActionId id = open.back();
        open.pop_back();
        if (id == action.id) return true;
        const auto* other = picture::find_action(scene.picture, id);
        if (other == nullptr || !seen.insert(id).second) continue;
        for (auto& next : picture::waits_for(scene.picture, *other))
            open.push_back(std::move(next));
    }
    return false;
}

/// What holds an unfinished one up.
std::string waiting_words(const Scene& scene, const picture::Action& action) {
    const auto asked = action.opened.value.depends_on.value_or(std::vector<ActionId>{});
    if (std::find(asked.begin(), asked.end(), action.id) != asked.end()) return "wacht op zichzelf";
    const auto waiting = picture::waits_for(scene.picture, action);
    if (waiting.empty()) return action.state.value == ActionState::opgepakt ? "opgepakt" : "";
    const auto first = words::action(scene.picture, waiting.front());
    return (waits_in_circle(scene, action) ? "wacht in een kring op: " : "wacht op: ") + first;
}

std::string state_words(const Scene& scene, const picture::Action& action) {
    switch (action.state.value) {
    case ActionState::geblokkeerd:
        return "geblokkeerd: " + action.reason;
    case ActionState::gereed:
        return "gereed " + words::clock_near(action.state.time, scene.now);
    case ActionState::vervallen:
        return "vervallen: " + action.reason;
    case ActionState::open:
    case ActionState::opgepakt:
        break;
    }
    std::string text = waiting_words(scene, action);
    if (action.due.value && *action.due.value < action.opened.time)
        text += std::string(text.empty() ? "" : " · ") + "uiterlijk lag al vóór het openen";
    return text;
}

} // namespace

std::string action_state(const Scene& scene, const picture::Action& action) {
    return words::as_simulated(state_words(scene, action), action.state.simulated);
}

std::string action_step(const Scene& scene, const picture::ActionStep& step) {
    static constexpr std::array kinds{"geopend", "naar",     "opgepakt",  "voortgang", "geblokkeerd",
                                      "gereed",  "heropend", "vervallen", "verzet"};
    std::string text = words::clock_near(step.time, scene.now);
    if (step.function) text += " " + step.function->value;
    text += std::string(" ") + kinds[static_cast<std::size_t>(step.kind)];
    if (step.due) text += " vóór " + words::clock_near(*step.due, scene.now);
    return step.text.empty() ? text : text + ": " + step.text;
}

} // namespace regiekamer::panels
