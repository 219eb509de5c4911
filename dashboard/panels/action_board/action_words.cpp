// The words, once for lists, dialog and board.
#include "dashboard/panels/action_board/action_words.hpp"

#include "dashboard/words/names.hpp"
#include "dashboard/words/time_words.hpp"

#include <array>
#include <fmt/format.h>

namespace regiekamer::panels {

using picture::ActionState;

std::string action_state(const Scene& scene, const picture::Action& action) {
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
    const auto waiting = picture::waits_for(scene.picture, action);
    if (!waiting.empty()) return "wacht op: " + words::action(scene.picture, waiting.front());
    return action.state.value == ActionState::opgepakt ? "opgepakt" : "";
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
