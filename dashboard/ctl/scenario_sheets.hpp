// The verbs of `scenario` that make and take spreadsheets.
#pragma once

#include "dashboard/ctl/verbs.hpp"

namespace regiekamer::ctl {

void add_scenario_sheets(CLI::App& verb, int& exit_code);

} // namespace regiekamer::ctl
