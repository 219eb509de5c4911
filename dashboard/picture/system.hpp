// The system about itself: which desks are there, which feeds run and when they were last heard, what was
// checked.
#pragma once

#include "dashboard/picture/known.hpp"
#include "messaging/vocabulary/system.hpp"

#include <map>

namespace regiekamer::picture {

struct Picture;

struct Desk {
    Known<bool> present; ///< false after desk.left
    std::string version;
    bool operator==(const Desk&) const = default;
};

struct Feed {
    Known<FeedReported> reported;                      ///< not said: only refusals came
    std::map<std::string, Known<FeedRefused>> refused; ///< the last per reason
    std::int64_t refused_total{};
    Instant last_heard; ///< `recorded` of its newest feed message
    bool operator==(const Feed&) const = default;
};

/// When something of a kind last came in.
struct Heard {
    Instant at;       ///< the value's own instant: of the measurement, page, issue
    Instant recorded; ///< the hub's clock
    std::string source;
    Sequence sequence{};
    bool operator==(const Heard&) const = default;
};

struct System {
    std::map<DeskId, Desk> desks;
    std::map<FeedId, Feed> feeds;
    std::map<CheckSubject, Known<CheckRecorded>> checks; ///< the newest by `at`
    /// By type without prefix: page.received, measurement.taken, forecast.issued, warning.received.
    std::map<std::string, Heard> heard;
    /// By the `source` of the envelope, for those same types; at most 1,024 sources.
    std::map<std::string, Heard> heard_from;
    bool operator==(const System&) const = default;
};

std::vector<DeskId> desks_present(const Picture& picture);
/// Feeds that do not run: stil or fout.
std::vector<FeedId> feeds_troubled(const Picture& picture);
/// Of one type, without prefix; nullptr: never.
const Heard* last_heard(const Picture& picture, std::string_view type);

/// Called by the folds of what comes from outside.
void note_heard(Picture& picture, const Recorded& fact, std::string_view type, Instant at);

} // namespace regiekamer::picture
