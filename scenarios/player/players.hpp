// Who plays, of all that speak in an exercise: what the draaiboek, a simulated role, the responscel or who
// leads says is no reaction of anybody.
#pragma once

#include "messaging/vocabulary/message.hpp"

#include <map>
#include <set>
#include <string>

namespace regiekamer::player {

/// Takes the journal in sequence order; `says` is asked of a message when it comes.
class Players {
public:
    void observe(const Message& message);
    /// Whether a player said it: a function that is played, or that somebody has at a desk, or that the
    /// scenario does not name as long as no oefenleider speaks for it. Never a message without a function.
    [[nodiscard]] bool says(const Message& message) const;
    /// Whether somebody plays the function now: as a role of the exercise, or at a desk.
    [[nodiscard]] bool plays(const Function& function) const;

private:
    std::map<std::string, bool> played_;       ///< the roles of exercise.started
    std::map<std::string, std::string> desks_; ///< the function at each desk
    std::set<std::string> leads_;              ///< sources at which somebody leads or looks on
};

} // namespace regiekamer::player
