// The player: a scenario said to an exercise hub as its clock goes. It speaks through a link like any desk.
#pragma once

#include "scenarios/player/run.hpp"

#include <memory>
#include <zmq.hpp>

namespace regiekamer::player {

struct Settings {
    std::string requests, live;        ///< the exercise hub's endpoints
    zmq::context_t* context = nullptr; ///< the hub's own for inproc, else null
    std::string run;                   ///< empty: the journal's own, or a new one
    RunOptions options;
    seconds connect_within{5}; ///< a hub that does not answer so long at the start is a Problem
};

enum class Phase {
    connecting, ///< reading the journal; nothing is said yet
    playing,    ///< also while the clock stands still
    finished,   ///< all is said, or the exercise was ended, or `until` is reached
    stopped,    ///< by `stop`
    failed,     ///< see `problem`: also when the journal's run had ended before
};

/// A copy for whoever asks.
struct State {
    Phase phase = Phase::connecting;
    std::optional<Problem> problem;
    std::string run;
    Instant now;     ///< exercise time; the epoch before the clock is set
    double rate = 1; ///< as the clock has it, running or not
    bool running = false, halted = false, ended = false;
    bool away = false; ///< the hub is, at the moment
    std::size_t delivered = 0, total = 0;
    std::vector<std::string> remarks; ///< all so far: what went otherwise than was asked, in sentences
};

/// Owns one thread and one link. A player in a hub's own context must end before that hub does. Nothing is
/// said before WELCOME said exercise and the journal was read.
class Player {
public:
    /// The scenario must have been found whole (load).
    Player(const Scenario& scenario, Settings settings);
    ~Player(); ///< stops; within about a second
    Player(const Player&) = delete;
    Player& operator=(const Player&) = delete;

    /// Asks it to stop: the exercise clock is paused first, so that a later player goes on where it was.
    void stop();
    [[nodiscard]] State state() const;
    /// Waits until it is no longer connecting or playing, at most so long; then `state`.
    State wait_for(milliseconds longest) const;

private:
    struct Worker;
    std::unique_ptr<Worker> worker_;
};

} // namespace regiekamer::player
