// The way to the hub: what was read waits here for it, however long it is away.
#pragma once

#include "messaging/feeds/sources/stop.hpp"
#include "messaging/feeds/sources/telling.hpp"
#include "messaging/link/client.hpp"
#include "messaging/vocabulary/exercise_clock.hpp"

namespace regiekamer::feeds {

/// One English sentence for who runs the feed.
using Log = std::function<void(const std::string&)>;

/// Lives on one thread.
class Delivery {
public:
    /// `context`: the hub's own, for its inproc endpoints.
    Delivery(std::string endpoint, const std::string& desk, Log log, zmq::context_t* context = nullptr);

    /// Waits for the hub's greeting; a Problem when it is asked to end, or when `patience` (none: for ever)
    /// is over.
    Result<Mode> greet(const Stop& stop, std::optional<milliseconds> patience = std::nullopt);

    /// Of the hub that greeted last: its uuid.
    [[nodiscard]] const std::string& journal() const { return journal_; }
    /// All that the hub has from this source (empty: from any), in its order, and when it recorded it; at
    /// least what it recorded since then. False: asked to end before.
    bool recall(const std::string& source,
                const std::function<void(const Message& said, Instant recorded)>& act, const Stop& stop,
                std::optional<Instant> since = std::nullopt);

    /// The clock of the exercise as the hub has it now, in our own time; none in real work, and before it is
    /// set. Where the hub is away, as it was last known.
    std::optional<ExerciseClock> exercise_clock(const Stop& stop);

    /// What the hub refused of these, and why, each with its place in the list.
    struct Refused {
        std::size_t at = 0;
        Problem problem;
    };
    /// Returns when the hub has answered for all, across as many connections as it takes. None: asked to end
    /// before.
    std::optional<std::vector<Refused>> deliver(const std::vector<Outgoing>& events, const Stop& stop);
    /// The last words of a feed that ends: tried once, for as long as `patience`.
    std::optional<std::vector<Refused>> last(const std::vector<Outgoing>& events, milliseconds patience);

private:
    using Waiting = std::vector<std::pair<std::size_t, std::string>>;
    bool connected(const Stop& stop);
    Sequence last_before(Instant since);
    void greeted(link::Client fresh, const Stop& stop);
    /// Offers what waits, and keeps what must be offered again. Says what is in the way, unless it is `stop`.
    bool offer(Waiting& waiting, const std::vector<Outgoing>& events, std::vector<Refused>& refused,
               const Stop* stop);
    void tell(const std::string& sentence);
    void lost(bool asked_to_end);

    std::string endpoint_, desk_;
    Log log_;
    zmq::context_t* context_;
    std::optional<link::Client> client_;
    std::optional<Mode> mode_;
    std::string told_, journal_;
    bool interrupted_ = false;  ///< the connection went because it was asked to end
    RunClock exercise_;         ///< in the hub's time
    Sequence clock_read_ = 0;   ///< as far as the journal was read for it
    microseconds hub_ahead_{0}; ///< the hub's wall clock minus ours
};

/// In the words under which refusals of one kind are counted.
std::string refusal_reason(const Problem& problem);

} // namespace regiekamer::feeds
