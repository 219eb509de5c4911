// The difference that a date or a class makes.
#include "dashboard/catalogue/asked.hpp"

#include <algorithm>

namespace regiekamer::catalogue {
namespace {

/// Whether all of it came in: an import that was cut off left some out.
bool all_known(const std::vector<Body>& asked, const picture::PublicEvent& event) {
    return std::all_of(asked.begin(), asked.end(), [&](const Body& body) {
        const auto* requirement = std::get_if<RequirementSet>(&body);
        return requirement == nullptr || event.requirements.contains(requirement->requirement);
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
        if (all_known(bodies, *before)) return {};
        std::erase_if(bodies, [&](const Body& body) {
            const auto* requirement = std::get_if<RequirementSet>(&body);
            return requirement != nullptr && before->requirements.contains(requirement->requirement);
        });
    }
    std::erase_if(bodies, [&](const Body& body) {
        const auto* threshold = std::get_if<EventThresholdSet>(&body);
        return threshold != nullptr && before->thresholds.contains(picture::EventThresholdKey{
                                           threshold->quantity, threshold->stage, threshold->side});
    });
    return bodies;
}

} // namespace regiekamer::catalogue
