// The moment of a sequence (design.md decision 7): when it was, on the clock that people looked at.
#pragma once

#include "messaging/vocabulary/message.hpp"

namespace regiekamer::picture {

struct Picture;

/// Messages of the player carry exercise time.
bool from_player(const Message& message);

/// The moment after `fact`, told of in `then` as far as it moves the exercise clock; `then.moment` is the one
/// before. Real: `recorded`. Exercise: never back; the player's `time`, and for anybody else what the
/// exercise clock said when it was recorded. The epoch until the player spoke or the clock was set.
Instant moment_after(const Picture& then, const Recorded& fact);

/// What to take for now when nobody names an instant: the picture's moment, or, in an exercise in which no
/// player spoke, when its last message was recorded.
Instant default_now(const Picture& picture);

/// Now, for who opens a journal that no hub runs and names no moment: what is late or on duty in a real
/// incident goes on by the wall's clock, whoever looks at it; the clock of an exercise stands where its hub
/// left it.
Instant now_of_file(const Picture& picture, Mode mode, Instant wall);

} // namespace regiekamer::picture
