// What of the real side breaks into an exercise (design.md, decision 9): a real incident, and every alarm
// that asks for the function that is practising here.
#pragma once

#include "dashboard/picture/alarms.hpp"

#include <vector>

namespace regiekamer::picture {

struct Breaking {
    /// Of this cause: an incident breaks in again when its GRIP changes, an alarm once.
    std::string key;
    Instant since;
    std::optional<Alarm> alarm;
    std::optional<IncidentId> incident; ///< when it is an incident
    bool operator==(const Breaking&) const = default;
};

/// Of the picture of the real side, newest first.
std::vector<Breaking> breaking(const Picture& picture, const Function& function, Instant now);

} // namespace regiekamer::picture
