// The link's thread: one poll loop over the line, the replica and the outbox.
#pragma once

#include "messaging/link/line.hpp"
#include "messaging/link/shared.hpp"
#include "messaging/link/wakeup.hpp"
#include "messaging/vocabulary/exercise_clock.hpp"

#include <thread>

namespace regiekamer::link {

struct Link::Worker {
    explicit Worker(Settings settings);
    ~Worker();
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;

    const Settings settings;
    Shared shared;
    Wakeup wakeup;

private:
    void run();
    void turn();
    void connect();
    void read();
    void ask();
    void tell();

    // The line's ends: it is closed, and what was under way is as if never asked.
    void fail(const Problem& problem);
    void refuse_hub(const Problem& problem);
    void hang_up(Ticks retry_after);

    // Answers, each by its verb. False: it does not fit what was asked.
    Result<void> take_answer(const Frames& frames);
    Result<void> take_answer_to(const Request& request, const Frames& frames);
    Result<void> take_welcome(const Frames& frames, const Request& request);
    Result<void> take_pong(const Frames& frames, const Request& request);
    Result<void> take_results(const Frames& frames, const Request& request);
    Result<void> take_verified(const Frames& frames);
    Result<void> take_events(const Frames& frames, const Request& request);
    void take_error(const Frames& frames, const Request& request);
    void read_live();
    void take_head(const wire::Pong& pong);

    [[nodiscard]] std::optional<Problem> misfit(const wire::Welcome& welcome) const;
    Result<void> verify();
    void greet();
    std::optional<Problem> open_replica(const std::string& journal, Mode mode);
    void reopen_replica();
    void lose_replica(const Problem& problem);
    /// Where REPLAY goes on: behind both the replica's head and what was delivered.
    [[nodiscard]] Sequence resume_after() const;
    /// Rows that follow on the cursor: into the replica, then decoded into the queue.
    void deliver(std::vector<journal::Row> rows);
    void append_to_replica(std::span<const journal::Row> rows);

    void measure_clock(Instant hub, Ticks round_trip);
    bool ask_replay(Sequence after, std::size_t on_the_way);
    bool send_acts();
    bool announce();
    [[nodiscard]] Seat seat_now() const;
    [[nodiscard]] Instant said_at() const;
    std::size_t room();

    std::unique_ptr<zmq::context_t> own_context_;
    Line line_;
    BackOff back_off_;
    std::optional<journal::Replica> replica_;
    RunClock exercise_;

    bool greeted_ = false; ///< WELCOME came on this connection, of a hub with the history that the desk knows
    bool announced_ = false;   ///< desk.joined went out on this connection, for who sat there then
    Sequence cursor_ = 0;      ///< last sequence taken from this connection, in order
    Sequence delivered_;       ///< last sequence put in the queue
    Sequence head_ = 0;        ///< the hub's, as far as heard
    journal::Head known_head_; ///< the last one heard, of this connection or an earlier one
    journal::Head anchor_;     ///< what this connection's hub must have in its journal
    Ticks started_, retry_at_{}, pinged_at_{}, replica_retry_at_{};
    Ticks best_round_trip_{}, clock_measured_at_{};
    std::thread thread_;
};

} // namespace regiekamer::link
