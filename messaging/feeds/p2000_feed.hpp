// The P2000 feed: lines of a decoder in, messages out, nothing in it able to stop it.
#pragma once

#include "messaging/feeds/p2000_config.hpp"
#include "messaging/vocabulary/message.hpp"

#include <functional>
#include <iosfwd>
#include <map>

namespace regiekamer::feeds {

/// Turns lines into messages: page.received for each page at once, feed.reported when it begins, feed.refused
/// at most once a minute a reason with the count since. Asks no clock: the arrival is told. One thread.
class P2000Feed {
public:
    P2000Feed(P2000Config config, Mode status);

    std::vector<Message> take(std::string_view line, Instant arrival);
    /// What was still counted when the input ended.
    std::vector<Message> finish(Instant arrival);

    [[nodiscard]] std::size_t pages() const { return pages_; }
    [[nodiscard]] std::size_t refused() const { return refused_; }

private:
    struct Refusals {
        Instant told; ///< when feed.refused was last sent
        std::int64_t count = 0;
        std::string sample;
    };
    Message message(Body body, Instant arrival);
    void tell_refusals(std::vector<Message>& out, Instant arrival, bool all);

    P2000Config config_;
    Mode status_;
    bool reported_ = false;
    std::size_t pages_ = 0, refused_ = 0;
    std::map<std::string, Refusals> refusals_;
};

/// Hands messages over; returns when they are safe with the hub.
using Deliver = std::function<void(const std::vector<Message>&)>;

/// Reads to the end of the input. A line goes out at once; lines that have piled up go together, at most 256.
/// `clock` tells the arrival.
void run_p2000(std::istream& in, P2000Feed& feed, const std::function<Instant()>& clock,
               const Deliver& deliver);

} // namespace regiekamer::feeds
