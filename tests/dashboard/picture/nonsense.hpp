// Messages of every type with members drawn at random from small pools, so that they refer to each other
// often and make sense seldom. From a seed, so that RapidCheck only has to shrink a number.
#pragma once

#include "messaging/vocabulary/message.hpp"

#include <random>

class Nonsense {
public:
    static inline const regiekamer::Instant start{std::chrono::sys_days{std::chrono::year{2027} / 1 / 22}};

    explicit Nonsense(std::uint64_t seed) : random_(seed) {}

    /// The next of a journal: sequence and recorded go up, (source, id) is new. Some are withdrawals of what
    /// came before, comes later, or never comes.
    regiekamer::Recorded next(regiekamer::Mode mode = regiekamer::Mode::exercise, unsigned withdrawals = 10);

private:
    regiekamer::Body any_body();
    template <class T>
    T any();
    std::size_t below(std::size_t count) { return random_() % count; }
    regiekamer::MessageWithdrawn withdrawal();

    std::mt19937_64 random_;
    regiekamer::Sequence sequence_{};
};
