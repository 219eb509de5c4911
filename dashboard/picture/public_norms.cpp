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

/// Shelter asked for at another moment than the norm's: by the peak, or for witnesses.
constexpr std::array later_lines{NormLine{"1.13", PublicNorm::shelter}, NormLine{"4.5", PublicNorm::shelter}};

template <class Lines>
std::optional<PublicNorm> norm_in(const Lines& some, std::string_view card) {
    const auto line =
        std::find_if(some.begin(), some.end(), [&](const NormLine& one) { return one.card == card; });
    if (line == some.end()) return std::nullopt;
    return line->norm;
}

/// "Opvang Sporthal Blokweer openen", "Tijdelijke huisvesting regelen".
std::optional<PublicNorm> norm_in_title(std::string title) {
    std::transform(title.begin(), title.end(), title.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    if (title.starts_with("opvang") && title.find(" open") != std::string::npos) return PublicNorm::shelter;
    if (title.find("huisvesting") != std::string::npos) return PublicNorm::housing;
    return std::nullopt;
}

ClockState state_of(const PublicClock& clock, Instant now) {
    if (clock.met_at) return *clock.met_at <= clock.by ? ClockState::met : ClockState::met_late;
    return now <= clock.by ? ClockState::running : ClockState::missed;
}

} // namespace

std::optional<PublicNorm> norm_of_card(std::string_view card) {
    return norm_in(lines, card);
}

std::optional<AskedNorm> norm_asked(const ActionOpened& action) {
    const std::string_view card = action.card ? std::string_view(*action.card) : std::string_view();
    if (const auto norm = norm_of_card(card)) return AskedNorm{*norm, true};
    if (const auto norm = norm_in(later_lines, card)) return AskedNorm{*norm, false};
    if (const auto norm = norm_in_title(action.title)) return AskedNorm{*norm, false};
    return std::nullopt;
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
                          norm == PublicNorm::first_facts, std::nullopt, found->started.sequence});
    for (const ActionId& id : picture.actions->public_norms) {
        const Action& action = *picture.actions->actions.find(id);
        const auto asked = norm_asked(action.opened.value);
        if (!asked || action.opened.value.incident != incident) continue;
        if (action.state.value == ActionState::vervallen) continue;
        const auto at = static_cast<std::size_t>(asked->norm);
        PublicClock& clock = clocks[at];
        clock.asked = true;
        const auto& due = action.due.value;
        if (!asked->from_start && due && due != clock.by && (!clock.appointed || *due < *clock.appointed))
            clock.appointed = due;
        if (!clock.met_at) clock.sequence = std::max(clock.sequence, action.opened.sequence);
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
