// A value in the picture knows which message set it: that is how "waarom staat dit hier?" is answered.
#pragma once

#include "messaging/vocabulary/message.hpp"

namespace regiekamer::picture {

/// A value, the message that set it, and when that happened (the message's `time`).
template <class T>
struct Known {
    T value{};
    Sequence sequence{}; ///< 0: nobody said so yet
    Instant time;
    bool simulated{}; ///< by a role that nobody plays

    Known() = default;
    Known(T initial, const Recorded& because)
        : value(std::move(initial)), sequence(because.sequence), time(because.message.time),
          simulated(regiekamer::simulated(because.message)) {}
    bool operator==(const Known&) const = default;
    [[nodiscard]] bool said() const { return sequence != 0; }
};

} // namespace regiekamer::picture
