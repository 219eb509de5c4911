// A hub as a process of its own, for tests that kill one: hub_process JOURNAL REQUESTS LIVE
#include "messaging/hub/hub.hpp"

#include <cstdio>
#include <unistd.h>

int main(int count, char** words) {
    if (count != 4) return 2;
    regiekamer::hub::Settings settings;
    settings.mode = regiekamer::Mode::exercise;
    settings.journal = words[1];
    settings.requests = {words[2]};
    settings.live = {words[3]};
    const auto hub = regiekamer::hub::Hub::start(settings);
    if (!hub) {
        std::fprintf(stderr, "%s\n", sentence(hub.error()).c_str());
        return 1;
    }
    std::printf("%s\n", (*hub)->requests().front().c_str());
    std::fflush(stdout);
    while (!(*hub)->failed())
        pause();
    return 1;
}
