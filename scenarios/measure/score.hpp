// How one expectation stands at an instant: what was asked and is not done is open until its deadline.
#pragma once

#include "scenarios/player/expectation.hpp"

#include <string>
#include <vector>

namespace regiekamer::measure {

/// On time, too late, not decided, deadline passed without it, never asked for. Not decided is what may still
/// come, and what could have come when the exercise ended.
enum class Score { met, late, open, missed, not_asked };

/// When it is judged. `over`: the exercise has ended, nothing can come any more. What its time
/// limit still left room for then is judged by nobody.
struct At {
    Instant now;
    Sequence upto = player::Evidence::everything;
    bool started = true; ///< before the start nothing is asked
    bool over = false;
};

/// One expectation as it stands; of several, by the rule of its parts.
struct Standing {
    Score score = Score::not_asked;
    player::Outcome outcome;
    std::optional<Instant> deadline; ///< none: it has no time limit, or was not asked
};

/// `expectations` are all of the scenario: those made of others name them.
Standing standing(std::span<const player::Expectation> expectations, const player::Evidence& evidence,
                  const player::Expectation& expectation, const At& at);

/// Whose reaction it is: who must say it, else whom its inject is told; of one made of others all of theirs.
/// Empty: nobody's in particular.
std::vector<Function> taking_part(const player::Scenario& scenario, const player::Expectation& expectation);

} // namespace regiekamer::measure
