// By the clock of the wall: the rule is about neighbours who sleep.
#include "dashboard/picture/melding.hpp"

#include "dashboard/picture/time_zone.hpp"

namespace regiekamer::picture {

BeyondMelding beyond_melding(EventClass class_, Count visitors, const std::optional<Instant>& from,
                             const std::optional<Instant>& until) {
    if (class_ != EventClass::melding) return {};
    const auto at_night = [](const std::optional<Instant>& at) {
        if (!at) return false;
        const auto local = to_local(*at);
        const auto clock = local - date::floor<date::days>(local);
        return clock > hours(0) && (clock < melding_opens || clock > melding_closes);
    };
    return {visitors.value > melding_visitors_max, at_night(from) || at_night(until)};
}

} // namespace regiekamer::picture
