// What the link's thread and the UI thread share, behind one mutex that is never held while decoding, writing
// or calling out.
#pragma once

#include "messaging/link/outbox.hpp"

#include <mutex>

namespace regiekamer::link {

/// Decoded messages that wait for the UI. Full: the link stops asking, and what live brings is left to
/// REPLAY.
inline constexpr std::size_t queue_max = 8192;

/// Who sits at the desk.
struct Seat {
    std::string function, person;
    bool operator==(const Seat&) const = default;
};

struct Shared {
    mutable std::mutex mutex;
    State state;
    std::deque<Recorded> queue;
    std::vector<Outcome> outcomes;
    Outbox outbox;
    Seat seat;
    bool seat_changed = false; ///< since it was announced
    bool wants_room = false;   ///< the link waits until the queue has room for a page
    bool stopping = false;
    bool news = false; ///< since the last wake: the queue was empty, or an outcome or a state is new
};

} // namespace regiekamer::link
