// Alerting a team: the message of the team, and one for everyone who is on duty for a function in it.
#pragma once

#include "dashboard/panels/intents.hpp"
#include "dashboard/words/functions.hpp"

namespace regiekamer::panels {

/// nullptr: such a team is not alerted from here.
const words::TeamMembers* members_of(Team team);
/// "OvD-Bz (K. de Wit), informatiemanager (niemand heeft piket)"
std::string who_comes(const Scene& scene, const words::TeamMembers& team);
/// The messages, for the incident that is shown. The clock of the norm runs from now.
Intents alert_of(const Scene& scene, const words::TeamMembers& team);

/// The teams of the level that holds which nobody alerted.
std::vector<Team> not_alerted(const Scene& scene);
/// "ROT, GBT".
std::string names_of(const std::vector<Team>& teams);

} // namespace regiekamer::panels
