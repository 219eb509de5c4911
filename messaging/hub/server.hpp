// The hub's thread: sockets, journal and one poll loop. Made, run and destroyed on that thread.
#pragma once

#include "messaging/hub/answers.hpp"
#include "messaging/hub/exercise_time.hpp"
#include "messaging/hub/followed.hpp"
#include "messaging/hub/hub.hpp"
#include "messaging/hub/round.hpp"

#include <atomic>

namespace regiekamer::hub {

/// How another thread stops the loop: the flag, then one byte of wake-up.
class Stop {
public:
    Stop();
    ~Stop();
    Stop(const Stop&) = delete;
    Stop& operator=(const Stop&) = delete;

    void ask();
    [[nodiscard]] bool asked() const { return asked_.load(std::memory_order_acquire); }
    [[nodiscard]] int fd() const { return fd_; }

private:
    std::atomic<bool> asked_ = false;
    int fd_;
};

/// Where a server was bound and what it serves.
struct Bound {
    std::vector<std::string> requests, live;
    std::string journal;
    journal::Remarks remarks; ///< at opening
};

class Server {
public:
    /// What one round takes in at most, so that no flood keeps the loop from its other duties.
    static constexpr std::size_t round_requests_max = 1'024;
    static constexpr std::size_t round_events_max = 2'048;
    static constexpr std::size_t round_bytes_max = 16 * 1024 * 1024;
    static constexpr std::size_t round_feed_events_max = 256; ///< of each feed

    /// Binds, then opens the journal, so that a refused start leaves no file behind.
    static Result<std::unique_ptr<Server>> open(zmq::context_t& context, const Settings& settings);
    [[nodiscard]] const Bound& bound() const { return bound_; }
    /// Until asked to stop.
    void run(const Stop& stop);

private:
    struct Feed {
        zmq::socket_t socket;
        Followed followed;
    };
    Server(const Settings& settings, journal::Journal journal, zmq::socket_t requests, zmq::socket_t live);

    void wait(const Stop& stop);
    void receive_requests(Steady now);
    void take(std::string peer, Request request, Steady now);
    void receive_feeds(Steady now);
    void add_own(Steady now);
    void add(Candidate candidate, const std::string& peer, std::optional<Body> presence);
    void account(Steady now);
    void answer_all();
    void publish_all();
    void publish_heartbeat();
    void checkpoint_if_quiet(Steady now);
    [[nodiscard]] Instant said_at() const;
    [[nodiscard]] wire::Pong pong() const;
    [[nodiscard]] Answer answer(const Asked& asked) const;
    [[nodiscard]] Answer rows(const wire::Replay& replay) const;

    Settings settings_;
    journal::Journal journal_;
    zmq::socket_t requests_, live_;
    std::vector<Feed> feeds_;
    Bound bound_;
    Desks desks_;
    Answers answers_;
    Round round_;
    Multipart received_;
    RunClock exercise_;
    std::vector<Body> own_; ///< the hub's own words that are not journaled yet
    Steady heartbeat_at_{}, own_at_{}, busy_at_{};
    std::size_t checkpoint_bytes_ = 0; ///< written since the last checkpoint
};

} // namespace regiekamer::hub
