// Time as the link measures it, and the delays it chooses.
#pragma once

#include <chrono>
#include <ctime>
#include <random>

namespace regiekamer::link {

using Ticks = std::chrono::nanoseconds;

/// Since boot, the time asleep included: after eight hours of suspend a hub has been silent for eight hours,
/// which a steady clock would not say.
inline Ticks ticks() {
    timespec now{};
    clock_gettime(CLOCK_BOOTTIME, &now);
    return std::chrono::seconds(now.tv_sec) + std::chrono::nanoseconds(now.tv_nsec);
}

/// Waits that double, from 0.1 s to 2 s unless told otherwise, each cut by chance, so that the desks of a
/// restarted hub do not all come back in the same instant.
class BackOff {
public:
    BackOff() = default;
    BackOff(std::chrono::milliseconds shortest, std::chrono::milliseconds longest)
        : shortest_(shortest), longest_(longest) {}

    Ticks next() {
        std::uniform_real_distribution<double> part(0.5, 1.0);
        const auto wait = std::chrono::duration_cast<Ticks>(whole_ * part(chance_));
        whole_ = std::min(2 * whole_, longest_);
        return wait;
    }
    void reset() { whole_ = shortest_; }

private:
    std::chrono::milliseconds shortest_{100}, longest_{2000};
    std::chrono::milliseconds whole_ = shortest_;
    std::minstd_rand chance_{std::random_device{}()};
};

} // namespace regiekamer::link
