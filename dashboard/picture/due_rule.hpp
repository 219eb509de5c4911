// The rule that an action's due time is reckoned from (taakkaarten.md, time grammar): "A+10m" after
// alarmering of the OvD-Bz, "G2+30m" after GRIP 2, "P-6u" before the peak, "B-2u" before the start of the
// event, "D+4u" after detection, "N" in the nafase. "V+30m", for actions only: after what it depends on is
// finished.
#pragma once

#include "messaging/vocabulary/instant.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace regiekamer::picture {

struct DueRule {
    enum class Anchor { alarm, grip, peak, start, detection, aftermath, predecessor };
    Anchor anchor{};
    int level = 0;    ///< of grip: 1–5
    minutes offset{}; ///< below zero: before; of aftermath none
    bool operator==(const DueRule&) const = default;
};

/// Where a rule is misread: the byte, what stands there, and what would have been right. English.
struct DueRuleMisread {
    std::size_t at = 0;
    std::string found, expected;
};

/// Strict: one letter (of G its level), a sign, up to four digits without needless zeros, m, u or d. Only P
/// and B may go back in time; N has nothing behind it.
tl::expected<DueRule, DueRuleMisread> read_due_rule(std::string_view text);
/// The rule in the largest unit that says it whole: "A+2m", "P-6u", "D+3d".
std::string to_text(const DueRule& rule);

} // namespace regiekamer::picture
