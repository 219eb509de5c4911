// Who looks at this desk, and until when they did: what came while they were away is news to them, what came
// before their eyes is not. Knows no clock.
#pragma once

#include "dashboard/panels/scene.hpp"

#include <map>
#include <string>

namespace regiekamer::desk {

/// By person: the last message when they last gave input.
using Seen = std::map<std::string, Sequence>;

class Presence {
public:
    /// Without input for this long the user was away: idle, locked, asleep.
    static constexpr auto away_time = minutes(15);

    explicit Presence(std::string person) : person_(std::move(person)) {}

    /// How far each looked, as it was kept when the program was last closed.
    void remember(Seen seen);
    /// Input at `now`, with everything up to `head` on the screen. True: after an absence, or the first.
    bool touched(Instant now, Sequence head);
    /// Another person sits down: they were away since their own last input here.
    void sits(const std::string& person, Sequence head);
    /// What happened was told.
    void told() { last_look_.back = false; }

    [[nodiscard]] bool came() const { return touched_at_.has_value(); }
    [[nodiscard]] const panels::LastLook& last_look() const { return last_look_; }
    [[nodiscard]] const Seen& seen() const { return seen_; }

private:
    void comes_back(Sequence head);

    std::string person_;
    Seen seen_;
    panels::LastLook last_look_;
    std::optional<Instant> touched_at_;
};

} // namespace regiekamer::desk
