// The difference that a date or a class makes.
#include "dashboard/catalogue/asked.hpp"

#include <algorithm>

namespace regiekamer::catalogue {
namespace {

/// What is asked of an evenement whose date and class stayed: somebody may have set another deadline since it
/// has that date, which is theirs.
void keep_deadlines(std::vector<Body>& asked, const picture::PublicEvent& event) {
    for (auto& body : asked)
        if (auto* requirement = std::get_if<RequirementSet>(&body))
            if (const auto found = event.requirements.find(requirement->requirement);
                found != event.requirements.end() && found->second.set.said() &&
                found->second.set.sequence > event.redated)
                requirement->deadline = found->second.set.value.deadline;
}

/// A requirement that is known as it is asked now: a file may have got another title or party since.
bool is_known(const Body& body, const picture::PublicEvent& event) {
    const auto* requirement = std::get_if<RequirementSet>(&body);
    const auto found =
        requirement == nullptr ? event.requirements.end() : event.requirements.find(requirement->requirement);
    return found != event.requirements.end() && found->second.set.value == *requirement;
}

/// Whether all of it came in: an import that was cut off left some out.
bool all_known(const std::vector<Body>& asked, const picture::PublicEvent& event) {
    return std::all_of(asked.begin(), asked.end(), [&](const Body& body) {
        return !std::holds_alternative<RequirementSet>(body) || is_known(body, event);
    });
}

} // namespace

std::vector<Body> newly_asked(const Requirements& requirements, const picture::PublicEvent* before,
                              const EventRegistered& after) {
    auto bodies = asked_of(requirements, after);
    if (before == nullptr) return bodies;
    const bool moved = before->from.value != after.from || before->until.value != after.until;
    const bool other_class = before->class_.value != after.class_;
    if (!moved && !other_class) {
        keep_deadlines(bodies, *before);
        if (all_known(bodies, *before)) return {};
        std::erase_if(bodies, [&](const Body& body) { return is_known(body, *before); });
    }
    std::erase_if(bodies, [&](const Body& body) {
        const auto* threshold = std::get_if<EventThresholdSet>(&body);
        return threshold != nullptr && before->thresholds.contains(picture::EventThresholdKey{
                                           threshold->quantity, threshold->stage, threshold->side});
    });
    return bodies;
}

bool has_deadlines_of_before(const Requirements& requirements, const PublicEventId& id,
                             const picture::PublicEvent& event) {
    if (event.redated == 0 || !event.from.value) return false;
    const auto asked = asked_of(
        requirements, {id, event.class_.value, event.organiser.value, *event.from.value, event.until.value});
    return std::any_of(asked.begin(), asked.end(), [&](const Body& body) {
        const auto* requirement = std::get_if<RequirementSet>(&body);
        const auto found = requirement == nullptr ? event.requirements.end()
                                                  : event.requirements.find(requirement->requirement);
        if (found == event.requirements.end() || !found->second.set.said()) return false;
        return found->second.set.sequence < event.redated &&
               found->second.set.value.deadline != requirement->deadline;
    });
}

} // namespace regiekamer::catalogue
