// One run of a plan as a pure machine: journaled messages go in, messages to say come out. It owns no thread,
// no socket and no clock, so that tests play a day in a moment and any crash can be replayed.
#pragma once

#include "messaging/vocabulary/exercise_clock.hpp"
#include "scenarios/player/expectation.hpp"
#include "scenarios/player/plan.hpp"
#include "scenarios/player/simulation.hpp"

#include <set>
#include <unordered_map>
#include <unordered_set>

namespace regiekamer::player {

struct RunOptions {
    /// Exercise seconds per second when the player sets the clock running; none: 1. A clock that runs keeps
    /// the rate it has.
    std::optional<double> rate = std::nullopt;
    bool instant = false; ///< say everything without waiting; the exercise clock stands still
    std::optional<microseconds> from = std::nullopt;  ///< begin here: what is due before it is said at once
    std::optional<microseconds> until = std::nullopt; ///< stop here, clock paused, without exercise.ended
    /// Until when there was a hub: it was started for this run, and stood still since then. The run goes on
    /// from there, or from the last message when that is later, not from where the clock would have been by
    /// now.
    std::optional<Instant> hub_stood_still_from = std::nullopt;
    /// The functions that people play, the others are simulated; none: the roles with played = true. A run
    /// that was begun goes on with those it began with.
    std::optional<std::vector<Function>> play = std::nullopt;
    /// A branch waits for whoever leads it to set its clock; with this the player does.
    bool go_on = false;
};

/// Which run a journal is for.
struct Beginning {
    std::string run;
    bool fresh = true; ///< a new journal
};
/// A new run on a journal with nothing in it but desks, feeds and checks; or the run that the journal has, if
/// it is of this very scenario (and is the `wanted` one). Else a Problem.
Result<Beginning> beginning(const Plan& plan, const std::string& wanted, std::span<const Recorded> journal);

/// How far a run is.
struct Progress {
    std::optional<ExerciseClock> clock; ///< none before the first exercise.clock_set was recorded
    std::size_t delivered = 0;          ///< entries in the journal
    std::size_t total = 0;              ///< entries that are, or may still be, said
    bool halted = false;                ///< NO PLAY
    bool ended = false;                 ///< exercise.ended is in the journal
    bool finished = false;              ///< nothing more will be said
};

class Run {
public:
    /// `plan` must outlive the run.
    Run(const Plan& plan, std::string run, RunOptions options);

    /// Every message of the journal, in sequence order, its own included.
    void observe(const Recorded& recorded);
    /// After the whole journal was observed: go on with what was going on, from where it was.
    void resume(Instant hub_now);
    /// The hub was away: what was due meanwhile is not said at once, the clock goes on from there.
    void rejoin(Instant hub_now);
    /// What there is to say to who runs it since the last time: sentences.
    std::vector<std::string> remarks();
    /// What is to be said at the hub's time `hub_now`, at most `room` messages. Nothing while it must first
    /// hear what it said (before judging a condition, before ending).
    std::vector<Message> step(Instant hub_now, std::size_t room);
    /// When `step` may have more to say if nothing is observed meanwhile.
    [[nodiscard]] std::optional<Instant> wake() const;
    /// What to say when the player is stopped: the clock stands still until it is back. None if it does
    /// already.
    std::optional<Message> pause(Instant hub_now);
    [[nodiscard]] Progress progress() const;

private:
    enum class Status { pending, held, in_flight, delivered, withheld, skipped };

    void observe_body(const Recorded& recorded);
    void observe_said(const Message& message);
    void simulate(const Message& message, const std::string& entry, bool simulated);
    [[nodiscard]] const Entry& entry_at(std::size_t entry) const {
        return entry < plan_.entries.size() ? plan_.entries[entry] : answers_[entry - plan_.entries.size()];
    }
    void set_clock(const Recorded& recorded, const ExerciseClockSet& set);
    void tell_late(Instant now);
    void begin_branch(const Recorded& recorded);
    void change_inject(const InjectNr& inject, Status status);
    void move_inject(const Recorded& recorded, const InjectMoved& moved);
    void take(std::size_t entry, Status status); ///< out of pending
    [[nodiscard]] std::optional<microseconds> limit(Instant hub_now) const;
    void say_due(microseconds until, std::size_t room, std::vector<Message>& out);
    void close(Instant hub_now, std::vector<Message>& out);
    [[nodiscard]] bool waits_for_a_person() const;
    [[nodiscard]] std::optional<microseconds> first_due(microseconds after) const;
    [[nodiscard]] std::optional<Instant> left_off(Instant hub_now) const;
    void withhold_judged();
    [[nodiscard]] bool jumped_past_the_end() const;
    [[nodiscard]] bool holds(const Entry& entry, microseconds at) const;
    [[nodiscard]] microseconds judged_at(std::size_t index) const;
    Message own(const std::string& key, std::uint64_t repetition, Instant time, Body body);
    Message clock_message(Instant at, double rate, bool running);
    [[nodiscard]] Instant opening() const;
    [[nodiscard]] double rate_wanted() const { return options_.rate.value_or(1); }
    void remark_on_play();
    void remark_on_rate();
    [[nodiscard]] bool is_own(const Message& message) const { return message.source == source_; }

    const Plan& plan_;
    std::string run_, source_;
    RunOptions options_;
    Evidence evidence_;
    Simulation simulation_;
    std::vector<Entry> answers_;              ///< of simulated roles: entries behind those of the plan
    std::unordered_set<std::string> reacted_; ///< ids of own messages that the roles have answered

    std::vector<Status> status_;     ///< beside plan_.entries, then answers_
    std::vector<microseconds> due_;  ///< likewise; an inject may be moved
    std::vector<microseconds> when_; ///< likewise; as in pending_: due, or later by a tijdsprong
    std::vector<bool> moved_;        ///< likewise
    std::vector<bool> said_;         ///< likewise; in the journal by the player itself
    std::set<std::pair<microseconds, std::size_t>> pending_;
    std::unordered_map<std::string, std::size_t> entry_of_id_, entry_of_inject_;
    std::unordered_set<std::string> in_flight_; ///< ids said and not yet heard

    std::optional<ExerciseClock> clock_;
    bool clock_own_ = false; ///< the last setting was the player's
    std::optional<ExerciseClockSet> to_set_;
    std::string
        setting_; ///< id of an own setting that was not heard yet: until then it is not known when it is
    std::uint64_t clocks_ = 0; ///< own settings so far
    Instant said_until_;       ///< the latest moment told
    Instant heard_until_;      ///< the latest moment at which anybody said something
    Instant recorded_;         ///< of the last message observed
    std::vector<std::string> remarks_;
    std::size_t delivered_ = 0;
    bool opened_ = false, halted_ = false, ended_ = false, closed_ = false, finished_ = false;
    bool waited_ = false;       ///< for what somebody held, past the end
    bool branch_waits_ = false; ///< nobody has set the clock of this branch yet
};

} // namespace regiekamer::player
