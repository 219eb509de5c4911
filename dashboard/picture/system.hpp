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
    std::map<std::string, Known<FeedRefused>> refused; ///< the last per reason, with the count of all
    std::int64_t refused_total{};
    Known<FeedRetryAsked> retry_asked; ///< the newest question
    Known<FeedRetried> retried;        ///< the newest answer
    Instant state_since;               ///< since when it is as it said last
    Sequence state_sequence{};         ///< with which it said so first
    Instant reported_at;               ///< `recorded` of what it said last of itself
    Instant last_heard;                ///< when its source was last heard; zero: never yet
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

/// How much one of our feeds brings: `feed/NAME` as source, but for what it says of itself.
struct Traffic {
    std::int64_t total{};
    std::int64_t hour{};                     ///< of `last`, counted from 1970
    std::int64_t this_hour{}, hour_before{}; ///< messages in that hour, and in the one before it
    Instant last;                            ///< when the newest came in
    Sequence sequence{};                     ///< of the newest
    bool operator==(const Traffic&) const = default;
};

struct System {
    std::map<DeskId, Desk> desks;
    std::map<FeedId, Feed> feeds;
    std::map<CheckSubject, Known<CheckRecorded>> checks; ///< the newest by `at`
    /// By type without prefix: page.received, measurement.taken, forecast.issued, warning.received.
    std::map<std::string, Heard> heard;
    /// By the `source` of the envelope, for those same types; at most 1,024 sources.
    std::map<std::string, Heard> heard_from;
    std::map<FeedId, Traffic> traffic; ///< at most 1,024 feeds
    bool operator==(const System&) const = default;
};

std::vector<DeskId> desks_present(const Picture& picture);
/// Feeds that do not run: stil or fout, but for those whose input came to its end, and those that are lost.
std::vector<FeedId> feeds_troubled(const Picture& picture, Instant now);
/// Whether it promised to say again that it runs, and did not by now: killed, or cut off. In an
/// exercise, whose clock is not the feed's, by what was recorded since.
bool is_lost(const Picture& picture, const Feed& feed, Instant now);

/// What was set aside for one reason.
struct KeptAside {
    std::string reason;
    Count count{}; ///< of all reports
    std::string sample;
    Instant at;
    Sequence sequence{};
    bool operator==(const KeptAside&) const = default;
};

/// That a feed was asked to offer again what it put aside, and what came of it.
struct Retry {
    Instant asked;
    Sequence sequence{};               ///< of the answer, else of the question
    std::optional<FeedRetried> answer; ///< none: not yet
    Instant answered;
    bool operator==(const Retry&) const = default;
};

/// One feed at one instant, as the panel Koppelingen has it.
struct FeedOverview {
    FeedId feed;
    std::optional<FeedReported> health; ///< none: it never said how it is
    Instant health_since;
    bool lost = false;            ///< it runs no more, and did not say so
    std::optional<Instant> heard; ///< when its source was last heard
    std::int64_t per_hour{};      ///< messages in the last sixty minutes, from two counts by the hour
    std::int64_t taken{}, refused{};
    std::vector<KeptAside> aside; ///< newest first
    std::optional<Retry> retry;   ///< none: never asked
    Sequence sequence{};          ///< of the health, else of the newest message
    bool operator==(const FeedOverview&) const = default;
};

/// Every feed that ever said something: at fault, silent, running, and in each by name.
std::vector<FeedOverview> feeds_overview(const Picture& picture, Instant now);
/// Of one feed what feeds_troubled() says of all.
bool in_trouble(const FeedOverview& feed);

/// Of one type, without prefix; nullptr: never.
const Heard* last_heard(const Picture& picture, std::string_view type);

/// Called by the fold for each message of a feed, but for what it says of itself.
void note_traffic(Picture& picture, const Recorded& fact);
/// Called by the folds of what comes from outside.
void note_heard(Picture& picture, const Recorded& fact, std::string_view type, Instant at);

} // namespace regiekamer::picture
