// CAP 1.2 (OASIS) of what the desk declares of an incident, for other control rooms: the GRIP level and the
// areas.
#pragma once

#include "dashboard/exchange/declared.hpp"
#include "dashboard/exchange/text.hpp"

namespace regiekamer::exchange {

struct CapSender {
    std::string sender = "regiekamer"; ///< no space, comma, < or &
    Origin origin;
    std::string exercise; ///< title of the run
};

/// A Problem when CAP would not take it for `sender`.
Result<bool> fits_as_sender(const std::string& sender);

/// One alert, the one that holds: Alert, then Update, at the end Cancel, each with references to all that it
/// replaces. `status` is Actual only for an actual origin. `scope` is Restricted: it warns no public, a
/// person does that.
///
/// What nobody said stays Unknown:
///   urgency    Immediate when an evacuation area is drawn; Past in a Cancel; else Unknown
///   severity   Severe from GRIP 3 on (danger to many people, by what the level means) or with an evacuation
///   area;
///              Moderate at GRIP 2 (effects beyond the source); else Unknown, and never Extreme
///   certainty  Observed when a level above 0 is in force for an incident that has begun; else Unknown
/// `category` is Safety, and what the kind of the incident names. There is no `expires`: it holds until the
/// Update or Cancel. Areas have closed polygons; a route has its name only, an incident without areas its
/// point.
std::string cap(const Declaration& declaration, const IncidentId& incident, const CapSender& from);

} // namespace regiekamer::exchange
