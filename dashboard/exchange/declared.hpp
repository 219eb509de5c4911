// What the desk declares of an incident, and each time that it declared something else. A receiver of alerts
// must be told what replaces what, so these versions are found again from the journal: the same journal gives
// the same ones.
#pragma once

#include "dashboard/picture/history.hpp"

namespace regiekamer::exchange {

/// What was said by people with the right to say it: the level and the areas, and which incident it is.
struct Declared {
    std::string title, municipality, place;
    Kind kind;
    Instant started;
    std::optional<Position> point;
    std::optional<Count> addresses;
    picture::Grip grip;
    std::vector<AreaDrawn> areas; ///< in order of being drawn
    bool operator==(const Declared&) const = default;
};

/// None: no level above 0 and no area, or the incident is closed or was never opened.
std::optional<Declared> declared(const picture::Picture& picture, const IncidentId& incident, Instant now);

/// One version.
struct Declaration {
    enum class Kind { first, changed, ended };
    Kind kind{};
    std::size_t number{}; ///< from 1, over the whole incident
    Instant at;
    Declared said;                                         ///< ended: what was said last
    std::vector<std::pair<std::size_t, Instant>> replaces; ///< number and instant of those since the first
};
/// Oldest first; the last is the one that holds at `now`. A level that was decided beforehand is a version
/// from the instant that it is in force.
Result<std::vector<Declaration>> declarations(picture::History& history, const IncidentId& incident,
                                              Sequence upto, Instant now);

} // namespace regiekamer::exchange
