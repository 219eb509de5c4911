// The piket chain of domain.md §7 in words, for who does not confirm: what was done and what must be done are
// never taken for each other.
#pragma once

#include "dashboard/picture/picture.hpp"

#include <string>

namespace regiekamer::words {

struct ChainWords {
    std::string done; ///< what the journal says was done: "herhaald 04:17 · gebeld 04:20"; empty: nothing
    std::string now;  ///< the step that time has reached and that nobody did: "nu herhalen en bellen"
    std::string next; ///< the step to come while nobody confirms: "na 5 min belt de meldkamer"
};
ChainWords chain_words(const picture::Picture& picture, const picture::FunctionAttendance& one, Instant now);

/// On one line, what must be done now first.
std::string one_line(const ChainWords& chain);

} // namespace regiekamer::words
