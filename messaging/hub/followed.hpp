// What the hub tells about a feed that it follows: whether it runs, and what of it was refused. Time comes in
// as an argument.
#pragma once

#include "messaging/hub/desks.hpp"

#include <map>
#include <variant>

namespace regiekamer::hub {

using FeedWord = std::variant<FeedReported, FeedRefused>;

class Followed {
public:
    /// Reasons told apart within `refused_every`; those beyond count as one, so that nonsense of ever another
    /// kind cannot flood the journal.
    static constexpr std::size_t reasons_max = 20;

    /// `silent_after`: without a message for so long the feed is `stil`. `refused_every`: at most one
    /// feed.refused a reason in that time.
    Followed(std::string endpoint, std::chrono::milliseconds silent_after,
             std::chrono::milliseconds refused_every);

    [[nodiscard]] const Sender& sender() const { return endpoint_; }
    /// A message came in.
    void heard(Steady now);
    /// It was refused. `reason` names the kind of fault, not what was found.
    void refused(const std::string& reason, std::string_view sample, Steady now);
    /// What is to be journaled by now.
    std::vector<FeedWord> due(Steady now);
    [[nodiscard]] Steady next_due() const;

private:
    struct Refusals {
        std::int64_t count = 0;
        std::string sample;
        Steady next; ///< not told again before
    };

    Sender endpoint_;
    std::chrono::milliseconds silent_after_, refused_every_;
    std::optional<FeedState> told_;
    Steady heard_{};
    bool running_ = false;
    std::map<std::string, Refusals> refusals_;
};

} // namespace regiekamer::hub
