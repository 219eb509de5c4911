// What is printed before an exercise: the handouts, an A4 each, and the list of the responscel.
#pragma once

#include "scenarios/player/scenario.hpp"

#include <string>

namespace regiekamer::msel {

/// One self-contained HTML page of A4 sheets: each inject's handout, between OEFENING OEFENING OEFENING.
std::string handouts_html(const player::Scenario& scenario);
/// The same for the responscel: per role that nobody plays what it says, when, to whom; then the facts.
std::string response_cell_html(const player::Scenario& scenario);

} // namespace regiekamer::msel
