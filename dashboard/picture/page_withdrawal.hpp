// Which alarm a withdrawal closes: one that is closed wrongly is gone from the desk without a word, so that
// where it is not clear it stays, and a person judges.
#pragma once

#include "dashboard/picture/warnings.hpp"

#include <optional>
#include <vector>

namespace regiekamer::picture {

/// An alarm of longer ago is neither repeated nor withdrawn; nor one before so many others.
inline constexpr auto page_memory = hours(24);
inline constexpr std::size_t page_recent_max = 4096;

inline microseconds apart(Instant one, Instant other) {
    return one < other ? other - one : one - other;
}

/// "Intrekken alarm" closes the open alarm at that place (formats.md §2): the one that has all words of the
/// withdrawal, else one at the place that was recognised in both, and never one that nothing ties to it (the
/// capcode, a unit, the region, the place). Of several the one with most in common, and with it those that
/// say the same of where and share a unit or capcode: an alarm that was upscaled. Where it is not clear,
/// none. Of `warnings.pages` from `first` on.
std::vector<std::size_t> alarms_to_withdraw(const Warnings& warnings, const PageAlarm& withdrawal,
                                            std::size_t first);

/// The withdrawal of the alarm at `index` where it came first, though its stamp is of later: of two
/// receivers, or of a line that was offered again. None: nothing withdrew it.
std::optional<std::size_t> withdrawal_before(const Warnings& warnings, std::size_t index);

} // namespace regiekamer::picture
