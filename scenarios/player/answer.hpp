// What every answer of a simulated role has in common: how it says what it answers, and the chance that it
// goes by.
#pragma once

#include "scenarios/player/plan.hpp"

namespace regiekamer::player {

/// Numbers that are chance to the players, and the same in every run of the same seed.
class Chance {
public:
    Chance(std::int64_t seed, const std::string& rule) : rule_(std::to_string(seed) + "\n" + rule) {}
    /// From 0 up to 1.
    [[nodiscard]] double share(std::string_view of) const;
    [[nodiscard]] bool happens(std::string_view what, double percent) const {
        return share(what) * 100 < percent;
    }
    /// In whole seconds: nobody answers to the microsecond.
    [[nodiscard]] microseconds between(std::string_view of, double from_minutes, double to_minutes) const;

private:
    std::string rule_;
};

/// What a role says to `cause` at `due` from the start. `key` tells it from the other answers to that cause.
Entry answer(const Function& role, const std::string& key, const Message& cause, microseconds due, Body body,
             Simulated::Kind kind);

double in_minutes(microseconds span);

} // namespace regiekamer::player
