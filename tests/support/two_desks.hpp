// A real hub, and two desks on it: what is done at one is seen at the other.
#pragma once

#include "dashboard/picture/history.hpp"

#include <memory>
#include <string>
#include <vector>

/// The first desk is the one that a test works at, in the hub's own process; the second follows over tcp and
/// folds for itself. Throws std::runtime_error with a sentence when something does not come back.
class TwoDesks {
public:
    /// A journal that holds these already.
    TwoDesks(regiekamer::Mode mode, const std::vector<regiekamer::Recorded>& so_far);
    ~TwoDesks();
    TwoDesks(const TwoDesks&) = delete;
    TwoDesks& operator=(const TwoDesks&) = delete;
    TwoDesks(TwoDesks&&) = delete;
    TwoDesks& operator=(TwoDesks&&) = delete;

    enum class At { first, second };
    /// Says it at one desk, and waits until it came from the hub to both. As the first desk received it; but
    /// `recorded` is the message's own time, so that a test's clock is the only one. A Problem when the hub
    /// refuses it.
    regiekamer::Result<regiekamer::Recorded> say(At desk, const regiekamer::Message& message);
    /// What the second desk knows.
    const regiekamer::picture::Picture& seen_at_second();

private:
    struct Room;
    std::unique_ptr<Room> room_;
};
