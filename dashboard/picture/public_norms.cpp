// The clocks of the public: first facts, shelter, housing, from the start of the incident.
#include "dashboard/picture/public_norms.hpp"

#include "dashboard/picture/picture.hpp"

#include <algorithm>
#include <array>

namespace regiekamer::picture {
namespace {

struct NormLine {
    std::string_view card;
    PublicNorm norm;
};
constexpr std::array lines{NormLine{"0.5", PublicNorm::first_facts}, NormLine{"5.5", PublicNorm::first_facts},
                           NormLine{"6.7", PublicNorm::first_facts}, NormLine{"7.2", PublicNorm::first_facts},
                           NormLine{"3.6", PublicNorm::shelter},     NormLine{"6.5", PublicNorm::shelter},
                           NormLine{"6.9", PublicNorm::housing}};

ClockState state_of(const PublicClock& clock, Instant now) {
    if (clock.met_at) return *clock.met_at <= clock.by ? ClockState::met : ClockState::met_late;
    return now <= clock.by ? ClockState::running : ClockState::missed;
}

} // namespace

std::optional<PublicNorm> norm_of_card(std::string_view card) {
    const auto line =
        std::find_if(lines.begin(), lines.end(), [&](const NormLine& one) { return one.card == card; });
    if (line == lines.end()) return std::nullopt;
    return line->norm;
}

minutes term_of(PublicNorm norm) {
    switch (norm) {
    case PublicNorm::first_facts:
        return minutes{30};
    case PublicNorm::shelter:
        return minutes{3 * 60};
    case PublicNorm::housing:
        return minutes{48 * 60};
    }
    return minutes{0};
}

std::vector<PublicClock> public_clocks(const Picture& picture, const IncidentId& incident, Instant now) {
    const Incident* found = find_incident(picture, incident);
    if (!found || !found->started.said()) return {};
    std::vector<PublicClock> clocks;
    for (const PublicNorm norm : {PublicNorm::first_facts, PublicNorm::shelter, PublicNorm::housing})
        clocks.push_back({norm, found->started.value + term_of(norm), std::nullopt, ClockState::running,
                          norm == PublicNorm::first_facts, found->started.sequence});
    for (const ActionId& id : picture.actions->public_norms) {
        const Action& action = *picture.actions->actions.find(id);
        const auto norm = norm_of_card(action.opened.value.card.value_or(""));
        if (!norm || action.opened.value.incident != incident) continue;
        PublicClock& clock = clocks[static_cast<std::size_t>(*norm)];
        if (action.state.value == ActionState::vervallen) continue;
        clock.asked = true;
        const bool first = !clock.met_at || action.state.time < *clock.met_at;
        if (action.state.value != ActionState::gereed || !first) continue;
        clock.met_at = action.state.time;
        clock.sequence = action.state.sequence;
    }
    for (PublicClock& clock : clocks)
        clock.state = state_of(clock, now);
    return clocks;
}

} // namespace regiekamer::picture
