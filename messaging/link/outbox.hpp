// The acts of a desk's user that the hub has not answered yet, oldest first. The first ones are under way.
#pragma once

#include "messaging/codec/wire.hpp"
#include "messaging/link/link.hpp"

#include <deque>
#include <span>

namespace regiekamer::link {

class Outbox {
public:
    static constexpr std::size_t acts_max = 10'000;

    [[nodiscard]] bool full() const { return acts_.size() >= acts_max; }
    [[nodiscard]] std::size_t size() const { return acts_.size(); }
    [[nodiscard]] bool idle() const { return under_way_ == acts_.size(); } ///< nothing to send
    [[nodiscard]] std::vector<Message> messages() const;

    void put(Message message, std::string event);
    /// Takes the next acts for one APPEND. The views hold until the acts are settled: a deque's elements stay
    /// where they are while others are added at its end.
    std::vector<std::string_view> next(std::size_t events_max);
    /// The answer to the oldest acts under way. A Problem when it is about other acts; nothing is settled
    /// then.
    Result<std::vector<Outcome>> settle(std::span<const wire::AppendResult> results);
    /// The hub did not take the request itself: the oldest `count` acts are refused.
    std::vector<Outcome> refuse_oldest(std::size_t count, const Problem& problem);
    /// The connection is gone: all of it will be sent again.
    void nothing_is_under_way() { under_way_ = 0; }

private:
    struct Act {
        Message message;
        std::string event;
    };
    void drop_oldest(std::size_t count);

    std::deque<Act> acts_;
    std::size_t under_way_ = 0;
};

} // namespace regiekamer::link
