// What really happened, as a scenario: a stretch of a journal with times from its beginning and functions in
// the place of people.
#pragma once

#include "messaging/vocabulary/message.hpp"

#include <span>
#include <string>

namespace regiekamer::player {

struct Stretch {
    Instant from, until; ///< what was said before `from` stands before the start; what came after is left out
    std::string title;   ///< empty: of the incident
    std::string incident =
        {}; ///< whose it is; empty: the first that opens in the stretch, else the last before it
};

/// A scenario file (TOML) that tells the stretch of one incident again, with what belongs to no case at all.
/// Withdrawn messages, what leads an exercise, and what desks and feeds say of themselves are left out;
/// injects become injects, one that was sent again with a number of its own. What the leaders of an exercise
/// noted is left out. People are named after their function, also in texts and by parts of their names; whom
/// nobody registered and a text names is "iemand"; telephone numbers, mail addresses, contacts, organisers
/// and reasons of absence are taken out. "simulatie" stays. A Problem when nothing lies in the stretch, or
/// when there is no such incident.
Result<std::string> scenario_from(std::span<const Recorded> journal, const Stretch& stretch);

} // namespace regiekamer::player
