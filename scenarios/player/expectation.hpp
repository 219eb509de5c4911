// Whether what was expected was said: judged from journaled messages alone, no picture needed.
#pragma once

#include "messaging/vocabulary/exercise_jumps.hpp"
#include "scenarios/player/players.hpp"
#include "scenarios/player/scenario.hpp"

#include <map>
#include <optional>
#include <span>

namespace regiekamer::player {

/// Whether `have` holds at least what `want` says: every member of an object, for every item of a list one
/// that fits; numbers by value.
bool contains(const boost::json::value& have, const boost::json::value& want);

/// Whether it is one of the messages that the expectation is about, whenever it was said. Never for one that
/// is made of others.
bool fits(const Expectation& expectation, const Message& message);

/// How an expectation came out. Instants are those of the messages: exercise time, in which a pause takes
/// none. A tijdsprong takes some, that nobody could use: it moves the deadline, and counts in no reaction.
struct Outcome {
    std::optional<Instant> asked;         ///< when its inject was delivered, or the start; none: never asked
    std::optional<Instant> met;           ///< when it was first met in time
    std::optional<Instant> late;          ///< not in time, but at last
    std::optional<Instant> deadline;      ///< as far as it was asked and has a time limit
    std::optional<microseconds> reaction; ///< from asked to done, without what was jumped over
    std::string source, id;               ///< of the message that met it, in time or late
};

/// What was said, as far as it bears on the expectations of a scenario.
class Evidence {
public:
    /// `expectations` must outlive this.
    Evidence(std::span<const Expectation> expectations, Instant start);

    /// What is journaled, in sequence order. The first `inject.delivered` starts the clocks that wait for it
    /// (said again it is a reminder), `message.withdrawn` takes back what it names.
    void observe(const Recorded& recorded);
    /// Whether the expectation is met by what was observed, or was up to there: up to the moment at which a
    /// condition on it is judged, so that it is judged the same whenever somebody does. False for an unknown
    /// id.
    [[nodiscard]] bool met(const std::string& id, Upto upto = {}) const;
    /// Of any or all of several: the first, or the last, of those that count. Empty for an unknown id.
    [[nodiscard]] Outcome outcome(const std::string& id, Upto upto = {}) const;
    /// When a condition on it is judged that is due at `due`. A tijdsprong that moved its deadline moves this
    /// along, to that deadline at most: nobody is told off while their time runs.
    [[nodiscard]] Instant judged_at(const std::string& id, Instant due, Upto upto = {}) const;

    /// Whether a player said what comes now; before it is observed.
    [[nodiscard]] const Players& players() const { return players_; }
    [[nodiscard]] const Jumps& jumps() const { return jumps_; }

    static constexpr Sequence everything = Upto::everything;

private:
    struct Said {
        Instant time;
        std::string source, id;
        Instant moment;                       ///< of the exercise, when it was heard
        Sequence sequence = 0, withdrawn = 0; ///< 0: stands
        Instant withdrawn_at;
        [[nodiscard]] bool stands(const Upto& upto) const {
            const bool taken_back =
                withdrawn != 0 && withdrawn <= upto.sequence && withdrawn_at <= upto.moment;
            return sequence <= upto.sequence && moment <= upto.moment && !taken_back;
        }
    };

    void withdraw(const MessageWithdrawn& withdrawal, Sequence sequence, Instant moment);
    [[nodiscard]] Instant moved_to(const std::string& id, Instant due, Upto upto) const;
    [[nodiscard]] std::optional<Instant> asked(const Expectation& expectation, Upto upto) const;
    [[nodiscard]] Outcome outcome_of_parts(const Expectation& expectation, Upto upto) const;
    void time(Outcome& outcome, Upto upto) const;
    [[nodiscard]] Outcome outcome_of(std::size_t index, Upto upto) const;

    std::span<const Expectation> expectations_;
    Instant start_;
    std::multimap<std::string, std::size_t> by_type_;    ///< indexes into expectations_
    std::vector<std::vector<Said>> said_;                ///< beside expectations_
    std::map<std::string, std::vector<Said>> delivered_; ///< injects
    Players players_;
    Jumps jumps_;
};

} // namespace regiekamer::player
