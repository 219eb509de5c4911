// A feed from its source to its hub.
#pragma once

#include "messaging/feeds/sources/delivery.hpp"
#include "messaging/feeds/sources/feeds_file.hpp"
#include "messaging/feeds/sources/raw.hpp"

namespace regiekamer::feeds {

struct RunSettings {
    std::string connect;
    Log log;
    /// Wait for a hub that is away, and for a source that cannot be opened, from the start: several feeds
    /// that run by themselves. Else either is a Problem.
    bool patient = false;
    link::BackOff back_off{milliseconds(1000), milliseconds(60'000)}; ///< between tries of a source
    zmq::context_t* context = nullptr;
    std::string live{}; ///< where desks are heard; empty: the port after `connect`'s
    /// How long a feed that was asked to end waits for a hub to take its last words. A hub under load needs
    /// more than a commit's time; without them it would show a feed that runs.
    milliseconds last_answer{3000};
    /// As a patient feed, but only for the hub: a source that cannot be opened is still a Problem.
    bool wait = false;
};

struct RunCounts {
    std::size_t pieces = 0, messages = 0, aside = 0, refused = 0; ///< refused: by the hub
    std::size_t not_kept = 0;                                     ///< lines of the record
    std::size_t undelivered = 0; ///< of the messages, those that did not reach the hub when it was to end
};

/// Returns when the source has ended, or when it is asked to end; what was read by then is with the hub, or
/// its record says that it is not. A Problem: it could not begin.
Result<RunCounts> run_feed(const FeedSpec& spec, const RunSettings& settings, const Stop& stop);

/// The same with a source that is there already.
Result<RunCounts> run_feed(const FeedSpec& spec, const RunSettings& settings, const Stop& stop,
                           Source& source);

} // namespace regiekamer::feeds
