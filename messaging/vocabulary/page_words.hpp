// The text of a page as it is compared, and what it asks for: the same for who shows it and for who answers
// it.
#pragma once

#include <string>
#include <string_view>

namespace regiekamer {

/// Upper case, runs of space as one, none at the ends.
std::string normalise(std::string_view text);

/// Whether the text asks for the OvD bevolkingszorg: "OVD-BZ", in any case, as a word.
bool mentions_ovd_bz(std::string_view text);

/// Whether the decoder may have damaged the text: lines with FLEX| it printed as a format, in which % stands
/// for something else (formats.md §2). Often the % itself is gone then, and nothing can be seen.
bool percent_may_damage(std::string_view raw);

/// Whether it tells that something is over: "afgeschaald", "einde GRIP" (formats.md §2).
bool tells_an_end(std::string_view text);

} // namespace regiekamer
