// What was recorded, offered again: a night relived in an exercise, or what was put aside, when its reader or
// its configuration has been mended.
#pragma once

#include "messaging/feeds/sources/delivery.hpp"
#include "messaging/feeds/sources/feeds_file.hpp"

#include <filesystem>

namespace regiekamer::feeds {

struct ReplaySettings {
    std::string connect;
    double rate = 1;
    bool instant = false;         ///< without any wait
    std::filesystem::path config; ///< empty: the one that the record names
    Log log;
    zmq::context_t* context = nullptr;
    std::string journal{}; ///< pass over what was recorded for another hub than this; empty: all counts
    Instant lost_before = Instant::max(); ///< what came in since may still be on its way
    milliseconds last_answer{3000};       ///< of the hub, when a play is asked to end
    bool only_lost = false;               ///< what was put aside or refused waits until somebody asks for it
};

struct ReplayCounts {
    std::size_t pieces = 0, messages = 0, aside = 0, refused = 0;
    std::size_t expired = 0; ///< warnings that a play offered after their end by the clock of the exercise
    std::string why{};       ///< of the first that was put aside or refused
};

/// In the rhythm of the record times the rate. A hub of real work is refused: what happened then does not
/// happen now. The times that a source says of itself come along to when it is played (relived.hpp), so that
/// a warning holds that held in that night; one that was over when it came in is counted and told. Each play
/// has a source of its own, feed/NAME/replay-…, so that it can be played twice.
Result<ReplayCounts> replay_record(const std::filesystem::path& record, const ReplaySettings& settings,
                                   const Stop& stop);

/// What a feed that runs offers again when a desk asks it to: of its own records, the newest `retry_days`,
/// what is of this journal.
FeedRetried retry_kept(const FeedSpec& spec, const ReplaySettings& settings, const Stop& stop);
inline constexpr std::size_t retry_days = 7;
/// Of which what was lost is offered by itself: a run ends in the last of them, or just after midnight.
inline constexpr std::size_t lost_days = 2;

/// Offers each piece again of which something was put aside, refused, or never reached the hub: as the record
/// says, or, of lines that were read for this very journal, as the hub itself shows (a feed that is killed
/// says nothing). With the ids and instants of then, so that the hub knows what it has. What the record says
/// otherwise later is left out. To a hub of the record's own kind only.
Result<ReplayCounts> retry_record(const std::filesystem::path& record, const ReplaySettings& settings,
                                  const Stop& stop);

} // namespace regiekamer::feeds
