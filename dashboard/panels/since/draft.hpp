// What happened since a moment, reckoned once when it is asked for.
#pragma once

#include "messaging/vocabulary/message.hpp"

#include <string>
#include <vector>

namespace regiekamer::panels {

struct SinceDraft {
    int from = -1; ///< which of the three moments is told; -1: nothing reckoned yet
    Sequence before = 0, upto = 0;
    std::string when; ///< the moment in words; why there is none
    struct Line {
        std::string sentence;
        std::vector<Sequence> because;
        bool grave = false;
    };
    std::vector<Line> lines;
    std::size_t messages = 0; ///< that came in between
    std::size_t later = 0;    ///< that came after it, while the user was here
};

} // namespace regiekamer::panels
