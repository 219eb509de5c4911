// The system about itself: checks, desks, feeds.
#pragma once

#include "messaging/vocabulary/values.hpp"

namespace regiekamer {

enum class CheckSubject { testalarm, contactlijst, back_up, koppelingen, overig };
BOOST_DESCRIBE_ENUM(CheckSubject, testalarm, contactlijst, back_up, koppelingen, overig)
constexpr std::string_view spelled(CheckSubject word) {
    return word == CheckSubject::back_up ? "back-up" : "";
}

enum class CheckResult { goed, let_op, fout };
BOOST_DESCRIBE_ENUM(CheckResult, goed, let_op, fout)
constexpr std::string_view spelled(CheckResult word) {
    return word == CheckResult::let_op ? "let op" : "";
}

struct CheckRecorded {
    static constexpr std::string_view type = "check.recorded";
    CheckSubject subject{};
    CheckResult result{};
    Instant at;
    std::optional<std::string> note;
    bool operator==(const CheckRecorded&) const = default;
};
BOOST_DESCRIBE_STRUCT(CheckRecorded, (), (subject, result, at, note))

struct DeskJoined {
    static constexpr std::string_view type = "desk.joined";
    DeskId desk;
    std::optional<std::string> version;
    bool operator==(const DeskJoined&) const = default;
};
BOOST_DESCRIBE_STRUCT(DeskJoined, (), (desk, version))

/// Written by the hub, 15 s after the last request of a desk that joined; a sent one is taken like any
/// message.
struct DeskLeft {
    static constexpr std::string_view type = "desk.left";
    DeskId desk;
    std::optional<std::string> version;
    bool operator==(const DeskLeft&) const = default;
};
BOOST_DESCRIBE_STRUCT(DeskLeft, (), (desk, version))

enum class FeedState { loopt, stil, fout };
BOOST_DESCRIBE_ENUM(FeedState, loopt, stil, fout)

/// When it changes; and while it runs again and again, when it promised so.
struct FeedReported {
    static constexpr std::string_view type = "feed.reported";
    FeedId feed;
    FeedState state{};
    std::optional<std::string> note;
    std::optional<Instant> heard{};       ///< when its source was last heard
    std::optional<Count> again_minutes{}; ///< it says so again within this time, or is no more
    std::optional<bool> ended{};          ///< its input came to an end, as was expected
    bool operator==(const FeedReported&) const = default;
};
BOOST_DESCRIBE_STRUCT(FeedReported, (), (feed, state, note, heard, again_minutes, ended))

/// At most one a minute a reason; `sample` is the refused line or frame, cut.
struct FeedRefused {
    static constexpr std::string_view type = "feed.refused";
    FeedId feed;
    std::string reason;
    Count count;
    std::optional<std::string> sample;
    bool operator==(const FeedRefused&) const = default;
};
BOOST_DESCRIBE_STRUCT(FeedRefused, (), (feed, reason, count, sample))

/// A desk asks a feed to offer again what it put aside ("bied opnieuw aan").
struct FeedRetryAsked {
    static constexpr std::string_view type = "feed.retry_asked";
    FeedId feed;
    bool operator==(const FeedRetryAsked&) const = default;
};
BOOST_DESCRIBE_STRUCT(FeedRetryAsked, (), (feed))

/// The feed's answer; `cause` of the message is what asked. `note`: why something could not be offered.
struct FeedRetried {
    static constexpr std::string_view type = "feed.retried";
    FeedId feed;
    Count pieces;   ///< offered again
    Count messages; ///< that came of them; what the hub knew already counts too
    Count aside;    ///< of which still nothing came
    Count refused;  ///< by the hub
    std::optional<std::string> note;
    bool operator==(const FeedRetried&) const = default;
};
BOOST_DESCRIBE_STRUCT(FeedRetried, (), (feed, pieces, messages, aside, refused, note))

} // namespace regiekamer
