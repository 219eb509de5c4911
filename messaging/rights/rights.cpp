// The table. Who plans, prepares or trains has types of their own; in a crisis everybody of the crisis
// organisation may write down everything that happens there, whoever decided it.
#include "messaging/rights/rights.hpp"

#include <array>
#include <vector>

namespace regiekamer::rights {
namespace {

using Roles = unsigned;
constexpr Roles crisis = 1, arb = 2, planner = 4, events = 8, trainer = 16, observer = 32, onlooker = 64;
constexpr Roles acting = crisis | arb | planner | events | trainer, everybody = acting | observer | onlooker;

struct Named {
    std::string_view function;
    Roles role;
};
/// Whoever is not here is of the crisis organisation. An ARB, a planner and an evenementencoördinator have
/// piket too, so what everybody with piket says is `acting`.
constexpr std::array named{Named{"piketplanner", planner}, Named{"evenementencoördinator", events},
                           Named{"ARB", crisis | arb},     Named{"oefenleider", trainer},
                           Named{"waarnemer", observer},   Named{"meekijker", onlooker}};

struct Rule {
    std::string_view type; ///< a whole type, or its start with a dot at the end
    Roles roles;
};
constexpr Roles of_crisis = crisis | trainer, of_planner = planner | arb | trainer,
                of_events = events | arb | trainer;

/// The longest that fits counts. An evenement that becomes an incident takes its place on the map along.
constexpr std::array rules{Rule{"incident.", of_crisis},
                           Rule{"incident.opened", of_crisis | events},
                           Rule{"area.", of_crisis},
                           Rule{"place.", of_crisis},
                           Rule{"place.marked", of_crisis | events},
                           Rule{"grip.", of_crisis},
                           Rule{"team.", of_crisis},
                           Rule{"person.alerted", of_crisis | planner},
                           Rule{"attendance.", acting},
                           Rule{"meeting.", of_crisis | events},
                           Rule{"finding.", of_crisis | events},
                           Rule{"decision.", of_crisis | events},
                           Rule{"situation.", of_crisis},
                           Rule{"action.", acting},
                           Rule{"person.", of_planner},
                           Rule{"rotation.", of_planner},
                           Rule{"duty.", of_planner | crisis}, // "take over now" is a duty of one's own
                           Rule{"duty.answered", acting},
                           Rule{"absence.", acting},
                           Rule{"swap.", acting}, // who is asked refuses too
                           Rule{"swap.approved", of_planner},
                           Rule{"handover.", acting},
                           Rule{"event.", of_events},
                           Rule{"event.decided", of_events | crisis},
                           Rule{"event.moment_set", of_events | crisis},
                           Rule{"requirement.", of_events},
                           Rule{"inspection.", of_events | crisis},
                           Rule{"works.", of_events | crisis},
                           Rule{"measurement.", acting},
                           Rule{"forecast.", acting},
                           Rule{"threshold.", of_crisis | planner},
                           Rule{"station.", of_crisis | planner},
                           Rule{"warning.", acting},
                           Rule{"page.", acting},
                           Rule{"proposal.", of_crisis},
                           Rule{"note.", acting | observer},
                           Rule{"message.withdrawn", acting | observer},
                           Rule{"message.redacted", arb},
                           Rule{"alarm.", acting},
                           Rule{"exercise.", trainer},
                           Rule{"exercise.clock_set", acting},         // who practises alone has the clock
                           Rule{"exercise.halted", acting | observer}, // NO PLAY is everybody's
                           Rule{"inject.", trainer},
                           Rule{"inject.read", acting},
                           Rule{"expectation.", trainer | observer},
                           Rule{"observation.", trainer | observer},
                           Rule{"post.", of_planner},
                           Rule{"training.", of_planner},
                           Rule{"check.", acting},
                           Rule{"desk.", everybody},
                           Rule{"feed.", acting}};

Roles roles_of(const Function& function) {
    for (const auto& one : named)
        if (one.function == function.value) return one.role;
    return crisis;
}

const Rule* rule_for(std::string_view type) {
    if (type.starts_with(type_prefix)) type.remove_prefix(type_prefix.size());
    const Rule* best = nullptr;
    for (const auto& rule : rules) {
        const bool fits = rule.type.ends_with('.') ? type.starts_with(rule.type) : type == rule.type;
        if (fits && (best == nullptr || rule.type.size() > best->type.size())) best = &rule;
    }
    return best;
}

} // namespace

bool may(const Function& function, std::string_view type) {
    const Rule* rule = rule_for(type);
    return (roles_of(function) & (rule == nullptr ? acting : rule->roles)) != 0;
}

std::string whose(std::string_view type) {
    const Rule* rule = rule_for(type);
    const Roles roles = rule == nullptr ? acting : rule->roles;
    if ((roles & acting) == acting) return {};
    std::vector<std::string_view> all;
    if ((roles & crisis) != 0) all.emplace_back("iemand van de crisisorganisatie"); // an ARB is one of them
    for (const auto& one : named)
        if ((roles & one.role) != 0 && (roles & one.role & crisis) == 0) all.push_back(one.function);
    std::string words;
    for (std::size_t i = 0; i < all.size(); ++i)
        words.append(i == 0 ? "" : i + 1 == all.size() ? " of " : ", ").append(all[i]);
    return words;
}

} // namespace regiekamer::rights
