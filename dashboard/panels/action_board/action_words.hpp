// An action in words: how it stands, and each step of its history.
#pragma once

#include "dashboard/panels/scene.hpp"

namespace regiekamer::panels {

/// "geblokkeerd: geen sleutel", "wacht op: Sporthal open", "opgepakt", "gereed"; empty while it is simply
/// open.
std::string action_state(const Scene& scene, const picture::Action& action);
/// "04:12 OvD-Bz opgepakt": when, who, what, and the note or reason.
std::string action_step(const Scene& scene, const picture::ActionStep& step);

} // namespace regiekamer::panels
