// The table. Who plans, prepares or trains has types of their own; in a crisis everybody of the crisis
// organisation may write down everything that happens there, whoever decided it.
#include "messaging/rights/rights.hpp"

#include <array>

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
constexpr std::array named{
    Named{"ARB", crisis | arb},    Named{"piketplanner", planner}, Named{"evenementencoördinator", events},
    Named{"oefenleider", trainer}, Named{"waarnemer", observer},   Named{"meekijker", onlooker}};

struct Rule {
    std::string_view type; ///< a whole type, or its start with a dot at the end
    Roles roles;
    std::string_view whose;
};
constexpr Roles of_crisis = crisis | trainer, of_planner = planner | arb | trainer,
                of_events = events | arb | trainer;
constexpr std::string_view crisis_words = "iemand van de crisisorganisatie",
                           planner_words = "piketplanner of ARB",
                           events_words = "evenementencoördinator of ARB", trainer_words = "oefenleider",
                           observer_words = "waarnemer of oefenleider";

/// The longest that fits counts. An evenement that becomes an incident takes its place on the map along.
constexpr std::array rules{
    Rule{"incident.", of_crisis, crisis_words},
    Rule{"incident.opened", of_crisis | events, "iemand van de crisisorganisatie of evenementencoördinator"},
    Rule{"area.", of_crisis, crisis_words},
    Rule{"place.", of_crisis, crisis_words},
    Rule{"place.marked", of_crisis | events, "iemand van de crisisorganisatie of evenementencoördinator"},
    Rule{"grip.", of_crisis, crisis_words},
    Rule{"team.", of_crisis, crisis_words},
    Rule{"person.alerted", of_crisis | planner, crisis_words},
    Rule{"attendance.", acting, {}},
    Rule{"meeting.", of_crisis | events, crisis_words},
    Rule{"finding.", of_crisis | events, crisis_words},
    Rule{"decision.", of_crisis | events, crisis_words},
    Rule{"situation.", of_crisis, crisis_words},
    Rule{"action.", acting, {}},
    Rule{"person.", of_planner, planner_words},
    Rule{"rotation.", of_planner, planner_words},
    Rule{"duty.", of_planner | crisis, planner_words}, // "take over now" is a duty of one's own
    Rule{"duty.answered", acting, {}},
    Rule{"absence.", acting, {}},
    Rule{"swap.", acting, {}}, // who is asked refuses too
    Rule{"swap.approved", of_planner, planner_words},
    Rule{"handover.", acting, {}},
    Rule{"event.", of_events, events_words},
    Rule{"event.decided", of_events | crisis, events_words},
    Rule{"event.moment_set", of_events | crisis, events_words},
    Rule{"requirement.", of_events, events_words},
    Rule{"inspection.", of_events | crisis, events_words},
    Rule{"works.", of_events | crisis, events_words},
    Rule{"measurement.", acting, {}},
    Rule{"forecast.", acting, {}},
    Rule{"threshold.", of_crisis | planner, crisis_words},
    Rule{"station.", of_crisis | planner, crisis_words},
    Rule{"warning.", acting, {}},
    Rule{"page.", acting, {}},
    Rule{"proposal.", of_crisis, crisis_words},
    Rule{"note.", acting | observer, {}},
    Rule{"message.withdrawn", acting | observer, {}},
    Rule{"message.redacted", arb, "ARB"},
    Rule{"alarm.", acting, {}},
    Rule{"exercise.", trainer, trainer_words},
    Rule{"exercise.clock_set", acting, trainer_words}, // who practises alone has the clock
    Rule{"exercise.halted", acting | observer, {}},    // NO PLAY is everybody's
    Rule{"inject.", trainer, trainer_words},
    Rule{"inject.read", acting, {}},
    Rule{"expectation.", trainer | observer, observer_words},
    Rule{"observation.", trainer | observer, observer_words},
    Rule{"post.", of_planner, planner_words},
    Rule{"training.", of_planner, planner_words},
    Rule{"check.", acting, {}},
    Rule{"desk.", everybody, {}},
    Rule{"feed.", acting, {}}};

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

std::string_view whose(std::string_view type) {
    const Rule* rule = rule_for(type);
    return rule == nullptr ? std::string_view() : rule->whose;
}

} // namespace regiekamer::rights
