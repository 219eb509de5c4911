// What a melding may be, after the local rules (domain.md §8): more is an evenement of a higher class.
#pragma once

#include "messaging/vocabulary/public_event.hpp"

#include <optional>

namespace regiekamer::picture {

inline constexpr auto melding_opens = hours{9}, melding_closes = hours{23};

/// What of a melding is more than one may be.
struct BeyondMelding {
    bool visitors{}; ///< more than `melding_visitors_max`
    bool clock{};    ///< begins before 09:00, or ends after 23:00, local
    [[nodiscard]] bool any() const { return visitors || clock; }
    bool operator==(const BeyondMelding&) const = default;
};
/// Of another class nothing. An end or begin at midnight is that of a day: the hours are not known.
BeyondMelding beyond_melding(EventClass class_, Count visitors, const std::optional<Instant>& from,
                             const std::optional<Instant>& until);

} // namespace regiekamer::picture
