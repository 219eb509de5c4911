// How every feed is told to end, whatever it waits for.
#pragma once

#include "messaging/link/wakeup.hpp"

#include <atomic>
#include <chrono>
#include <poll.h>

namespace regiekamer::feeds {

/// Said once, for all threads that wait with its descriptor; it stays said.
class Stop {
public:
    void stop() {
        stopped_.store(true);
        wakeup_.signal();
    }
    [[nodiscard]] bool stopped() const { return stopped_.load(); }
    /// Can be read once it was said.
    [[nodiscard]] int descriptor() const { return wakeup_.descriptor(); }
    /// Waits; true when it was said.
    [[nodiscard]] bool wait(std::chrono::milliseconds longest) const {
        pollfd ready{descriptor(), POLLIN, 0};
        if (!stopped() && longest.count() > 0) poll(&ready, 1, static_cast<int>(longest.count()));
        return stopped();
    }

private:
    std::atomic<bool> stopped_{false};
    link::Wakeup wakeup_;
};

} // namespace regiekamer::feeds
