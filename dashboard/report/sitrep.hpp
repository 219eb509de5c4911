// The sitrep (domain.md §5): what one team knows, judges and decides, in plain Dutch on one page, with what
// is new since the one before. As text to send, and as HTML that prints on A4 and needs no other file.
#pragma once

#include "dashboard/picture/picture.hpp"

#include <string>
#include <vector>

namespace regiekamer::report {

struct SitrepLine {
    std::string text;
    std::string about;  ///< state, source, owner, time
    bool fresh = false; ///< said since the sitrep before
};
struct SitrepSection {
    std::string title;
    std::vector<SitrepLine> lines;
    std::string empty; ///< what it says when there are none
};
struct Sitrep {
    bool exercise = false;
    std::size_t number = 1;
    std::string title, where, when, grip, author;
    std::string team;  ///< of the author; empty: of none
    std::string since; ///< against what `fresh` was judged; empty: the first
    std::vector<SitrepSection> sections;
};

/// The notes that say that a sitrep was made: their text begins so.
inline constexpr std::string_view sitrep_note = "Sitrep ";

/// Of an incident as it is known; numbers follow the notes of those before.
Sitrep sitrep(const picture::Picture& picture, const IncidentId& incident, Instant now, Mode mode,
              const Function& author);
std::string as_text(const Sitrep& sitrep);
/// Everything that anybody wrote is escaped.
std::string as_html(const Sitrep& sitrep);

} // namespace regiekamer::report
