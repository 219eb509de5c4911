// What people say of the draaiboek, with its words instead of its ids.
#pragma once

#include "scenarios/player/scenario.hpp"

namespace regiekamer::measure {

/// A verdict by the text of its expectation; a verdict, or an inject held, dropped or moved, that the
/// scenario does not have says "(onbekend)". Any other message as it is.
Recorded named(const Recorded& recorded, const player::Scenario& scenario);

} // namespace regiekamer::measure
