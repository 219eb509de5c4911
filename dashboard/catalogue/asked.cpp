// The difference that a date or a class makes.
#include "dashboard/catalogue/asked.hpp"

namespace regiekamer::catalogue {

std::vector<Body> newly_asked(const Requirements& requirements, const picture::PublicEvent* before,
                              const EventRegistered& after) {
    auto bodies = asked_of(requirements, after);
    if (before == nullptr) return bodies;
    const bool moved = before->from.value != after.from || before->until.value != after.until;
    const bool other_class = before->class_.value != after.class_;
    if (!before->requirements.empty() && !moved && !other_class) return {};
    if (!before->thresholds.empty())
        std::erase_if(bodies,
                      [](const Body& body) { return std::holds_alternative<EventThresholdSet>(body); });
    return bodies;
}

} // namespace regiekamer::catalogue
