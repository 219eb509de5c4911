// Wakes a poll from another thread: a descriptor that a poll loop can wait for beside its sockets. A pair of
// inproc sockets would do too, but may be used by one thread each, and can fill up.
#pragma once

#include <cstdint>
#include <sys/eventfd.h>
#include <system_error>
#include <unistd.h>

namespace regiekamer::link {

class Wakeup {
public:
    Wakeup() : descriptor_(eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)) {
        if (descriptor_ < 0) throw std::system_error(errno, std::generic_category(), "eventfd");
    }
    ~Wakeup() { close(descriptor_); }
    Wakeup(const Wakeup&) = delete;
    Wakeup& operator=(const Wakeup&) = delete;

    [[nodiscard]] int descriptor() const { return descriptor_; }
    void signal() const {
        const std::uint64_t one = 1;
        // Fails only when the count is full, and then the other side is awake already.
        [[maybe_unused]] const auto written = write(descriptor_, &one, sizeof one);
    }
    void clear() const {
        std::uint64_t count = 0;
        [[maybe_unused]] const auto taken = ::read(descriptor_, &count, sizeof count);
    }

private:
    int descriptor_;
};

} // namespace regiekamer::link
