// A sheet taken back: into the scenario that it came from, or as the beginning of a new one.
#pragma once

#include "scenarios/player/scenario.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace regiekamer::msel {

/// The scenario's text with these injects instead of its own, in their order. What did not change stays as
/// its author wrote it, all else in the file too. `scenario` is what `text` was loaded to; injects of an
/// included file are left there, and give a copy here only when the sheet changed them.
std::string with_injects(std::string_view text, const player::Scenario& scenario,
                         const std::vector<player::Inject>& injects);

/// A whole scenario of nothing but these: every `aan` is played, every other `van` is the responscel's, each
/// oefendoel an aim whose text is still to be written. `start` as in a scenario file.
std::string new_scenario(const std::string& title, const std::string& start,
                         const std::vector<player::Inject>& injects);

} // namespace regiekamer::msel
