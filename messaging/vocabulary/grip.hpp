// GRIP: Gecoördineerde Regionale Incidentbestrijdings Procedure.
#pragma once

#include "messaging/vocabulary/values.hpp"

namespace regiekamer {

/// Someone with the authority to do so decided on a GRIP level. The level at an instant is the one with the
/// greatest `effective_from` not after it, ties by sequence.
struct GripDecided {
    static constexpr std::string_view type = "grip.decided";
    IncidentId incident;
    GripLevel level;
    std::string reason;
    Who decided_by;
    Instant effective_from;
    bool operator==(const GripDecided&) const = default;
};
BOOST_DESCRIBE_STRUCT(GripDecided, (), (incident, level, reason, decided_by, effective_from))

} // namespace regiekamer
