// regiekamer's command line.
#pragma once

#include "dashboard/panels/scene.hpp"
#include "messaging/vocabulary/instant.hpp"

#include <optional>
#include <string>
#include <vector>

namespace regiekamer::desk {

struct Options {
    std::string journal, connect, exercise, at, screenshot;
    std::string actual = "tcp://127.0.0.1:11200"; ///< the live hub that an exercise follows; or "none"
    std::vector<std::string> play;                ///< functions that people play; none: as the scenario says
    std::optional<Instant> now;
    double rate = 1;
    panels::View view = panels::View::automatic;
    int width = 1920, height = 1080;
    bool sized = false;                 ///< --size was given
    int text_percent = 0;               ///< 0: as kept
    std::optional<panels::Theme> theme; ///< none: as kept
    bool text_only = false;             ///< --tekst: print what stands on the screen
};

/// Reads the command line. An exit code means: stop with it (help, version, wrong use).
std::optional<int> read_options(int count, char** arguments, Options& options);

} // namespace regiekamer::desk
