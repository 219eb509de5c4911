// What who leads an exercise has chosen and scrolled to.
#pragma once

#include <string>

namespace regiekamer::panels {

struct TrainerDraft {
    std::string chosen;   ///< nr of an inject; empty: the next one that is due
    int scrolled = 0;     ///< rows that the draaiboek stands above or below where the chosen one is in sight
    std::string expected; ///< id of the chosen expectation; empty: the first
    std::string expected_shown; ///< the one that was scrolled to
    int minutes = 125;          ///< how much the time line per role shows

    std::string medium = "telefoon"; ///< of what was made up last
    bool hold = false;               ///< the dialog of a reason is about holding, else about lapsing
};

} // namespace regiekamer::panels
