// The anchors, one function each.
#include "dashboard/picture/due_times.hpp"

#include "dashboard/picture/picture.hpp"
#include "dashboard/picture/public_norms.hpp"

#include <algorithm>

namespace regiekamer::picture {
namespace {

using Anchor = DueRule::Anchor;

const Function ovd_bz{"OvD-Bz"};

void earliest(std::optional<Instant>& first, Instant at) {
    if (!first || at < *first) first = at;
}

std::optional<Instant> alarm_of_ovd(const Picture& picture, const IncidentId& id, const Incident& incident) {
    std::optional<Instant> first;
    if (const auto* all = picture.attendance->incidents.find(id)) {
        for (const auto& [alert, call] : all->teams) {
            const auto& functions = call.alerted.value.functions;
            if (std::find(functions.begin(), functions.end(), ovd_bz) != functions.end())
                earliest(first, call.alerted.time);
        }
        if (const auto calls = all->functions.find(ovd_bz); calls != all->functions.end())
            for (const PersonCall& call : calls->second.calls)
                earliest(first, call.at);
    }
    return first ? first : incident.started.time;
}

/// Since when the level has been reached, by all that was decided.
std::optional<Instant> reached(const Incident& incident, int level) {
    std::optional<Instant> since;
    for (const GripStep& step : incident.grip) {
        if (step.level.value < level)
            since.reset();
        else if (!since)
            since = step.effective_from;
    }
    return since;
}

std::optional<Instant> peak_of_dordrecht(const Picture& picture) {
    const auto* forecast =
        find_forecast(picture, {Station("Dordrecht"), Quantity("waterstand"), Unit("cm NAP")});
    if (forecast == nullptr || forecast->points.empty()) return std::nullopt;
    return std::max_element(forecast->points.begin(), forecast->points.end(),
                            [](const ForecastPoint& a, const ForecastPoint& b) { return a.value < b.value; })
        ->at;
}

std::optional<Instant> start_of_event(const Picture& picture, const Incident& incident) {
    if (!incident.event.value) return std::nullopt;
    const auto event = picture.events->events.find(*incident.event.value);
    return event == picture.events->events.end() ? std::nullopt : event->second.from.value;
}

std::optional<Instant> last_finished(const Picture& picture, const std::vector<ActionId>& actions) {
    std::optional<Instant> last;
    for (const ActionId& id : actions) {
        const Action* action = find_action(picture, id);
        if (action == nullptr || !action->opened.said() || unfinished(*action)) return std::nullopt;
        if (!last || action->state.time > *last) last = action->state.time;
    }
    return last;
}

} // namespace

std::optional<Instant> anchor_of(const Picture& picture, const IncidentId& id, const DueRule& rule,
                                 const std::vector<ActionId>& after) {
    if (rule.anchor == Anchor::predecessor) return last_finished(picture, after);
    if (rule.anchor == Anchor::peak) return peak_of_dordrecht(picture);
    const Incident* incident = find_incident(picture, id);
    if (incident == nullptr || !incident->started.said()) return std::nullopt;
    switch (rule.anchor) {
    case Anchor::alarm:
        return alarm_of_ovd(picture, id, *incident);
    case Anchor::grip:
        return reached(*incident, rule.level);
    case Anchor::start:
        return start_of_event(picture, *incident);
    case Anchor::detection:
        return incident->started.value;
    case Anchor::peak:
    case Anchor::predecessor:
    case Anchor::aftermath:
        break;
    }
    return std::nullopt;
}

std::optional<Instant> due_of_line(const Picture& picture, const IncidentId& id, std::string_view card,
                                   const DueRule& rule) {
    if (const auto norm = norm_of_card(card)) {
        const Incident* incident = find_incident(picture, id);
        if (incident != nullptr && incident->started.said()) return incident->started.value + term_of(*norm);
    }
    const auto anchor = anchor_of(picture, id, rule);
    return anchor ? std::optional(*anchor + rule.offset) : std::nullopt;
}

std::optional<Instant> due_of_line(const Picture& picture, const PublicEventId& id, const DueRule& rule) {
    const auto event = picture.events->events.find(id);
    if (rule.anchor != Anchor::start || event == picture.events->events.end()) return std::nullopt;
    const auto& from = event->second.from.value;
    return from ? std::optional(*from + rule.offset) : std::nullopt;
}

std::optional<Instant> due_by_rule(const Picture& picture, const Action& action) {
    const ActionOpened& opened = action.opened.value;
    if (!opened.due_rule) return std::nullopt;
    const auto rule = read_due_rule(*opened.due_rule);
    if (!rule) return std::nullopt;
    if (!opened.incident && opened.event && rule->anchor == Anchor::start)
        return due_of_line(picture, *opened.event, *rule);
    const IncidentId incident = opened.incident.value_or(IncidentId());
    if (opened.card) return due_of_line(picture, incident, *opened.card, *rule);
    const auto anchor =
        anchor_of(picture, incident, *rule, opened.depends_on.value_or(std::vector<ActionId>{}));
    return anchor ? std::optional(*anchor + rule->offset) : std::nullopt;
}

} // namespace regiekamer::picture
