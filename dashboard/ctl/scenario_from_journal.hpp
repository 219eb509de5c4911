// The verb of `scenario` that makes one of what happened.
#pragma once

#include "dashboard/ctl/verbs.hpp"

namespace regiekamer::ctl {

void add_scenario_from_journal(CLI::App& verb, int& exit_code);

} // namespace regiekamer::ctl
