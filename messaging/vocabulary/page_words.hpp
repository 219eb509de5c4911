// The text of a page as it is compared, and what it asks for: the same for who shows it and for who answers
// it.
#pragma once

#include "messaging/vocabulary/warning.hpp"

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

/// The stamp of a decoder whose clock is further off than this is not to be trusted: the arrival counts, and
/// both are kept (formats.md §2).
inline constexpr auto page_clock_slack = minutes(5);

/// Whether the decoder's stamp is such a one: far from `time`, when the page came in, and from `recorded`
/// (a feed on the hub of an exercise has the exercise's time, and a stamp of the real day); or one that can
/// be no instant (1970, of a clock that was never set), for which `at` is the arrival.
bool stamp_doubtful(const PageReceived& page, Instant time, Instant recorded);

/// Whether it tells that something is over: "afgeschaald", "einde GRIP" (formats.md §2).
bool tells_an_end(std::string_view text);

} // namespace regiekamer
