// A thread that waits for the signal may do what a handler may not: wake the loop of the window.
#include "dashboard/desk/end_signals.hpp"

#include <atomic>
#include <csignal>
#include <thread>

namespace regiekamer::desk {
namespace {

std::atomic<bool> asked = false;

} // namespace

void end_on_signals(std::function<void()> wake) {
    sigset_t ends;
    sigemptyset(&ends);
    for (const int signal : {SIGTERM, SIGINT, SIGHUP})
        sigaddset(&ends, signal);
    pthread_sigmask(SIG_BLOCK, &ends, nullptr);
    std::thread([ends, wake = std::move(wake)] {
        for (int signal = 0; sigwait(&ends, &signal) == 0;) {
            asked = true;
            wake();
        }
    }).detach();
}

bool asked_to_end() {
    return asked;
}

} // namespace regiekamer::desk
