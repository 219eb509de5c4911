// The moment of a sequence (design.md decision 7): when it was, on the clock that people looked at.
#pragma once

#include "messaging/vocabulary/message.hpp"

namespace regiekamer::picture {

struct Picture;

/// Messages of the player carry exercise time.
bool from_player(const Message& message);

/// The moment after `fact`, when it was `before`. Real: `recorded`. Exercise: the running maximum of `time`
/// over the player's messages; the epoch until the first of those.
Instant moment_after(Instant before, const Recorded& fact);

/// What to take for now when nobody names an instant: the picture's moment, or, in an exercise in which no
/// player spoke, when its last message was recorded.
Instant default_now(const Picture& picture);

} // namespace regiekamer::picture
