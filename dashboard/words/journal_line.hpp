// A message as a line of the logboek: a sentence that a person would write.
#pragma once

#include "dashboard/picture/picture.hpp"

#include <string>

namespace regiekamer::words {

/// How a line stands in the logboek.
enum class Weight {
    noise, ///< the machine about itself, single measurements: folded away by default
    normal,
    strong, ///< decisions, GRIP, what someone marked as important
};

struct JournalLine {
    std::string who; ///< the second column: "OvD-Bz", "P2000", "Besluit"
    std::string text;
    Weight weight = Weight::normal;
};

/// `picture` gives names and titles; it may be of any later moment. Total: every message has a line.
JournalLine journal_line(const picture::Picture& picture, const Recorded& fact);

} // namespace regiekamer::words
