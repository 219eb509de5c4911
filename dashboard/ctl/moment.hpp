// What a hub or a journal file knows at a moment: what `picture`, `sitrep` and the like begin with.
#pragma once

#include "dashboard/picture/history.hpp"

#include <CLI/CLI.hpp>
#include <memory>
#include <string>

namespace regiekamer::ctl {

/// --connect or --journal, --at and --now.
struct Moment {
    std::string connect, journal, at, now;
};
void add_moment(CLI::App& verb, Moment& moment);

struct KnownThen {
    picture::Picture picture;
    Instant now;     ///< for what is late, on duty, next
    Instant hub_now; ///< the hub's clock then, also in an exercise: for how long ago something was recorded
    Mode mode{};
    std::string journal; ///< its uuid
    std::shared_ptr<picture::History> history;
};
/// Reads all of it, with progress on a terminal.
Result<KnownThen> known_at(const Moment& moment);

} // namespace regiekamer::ctl
