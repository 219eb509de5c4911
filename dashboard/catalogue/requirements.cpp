// From a class and a date to messages.
#include "dashboard/catalogue/requirements.hpp"

namespace regiekamer::catalogue {
namespace {

/// Identifiers are at most 256 bytes; an evenement's own is shortened where the two are joined.
constexpr std::size_t joined_bytes_max = 180;

RequirementSet requirement(const AskedRequirement& asked, const DatedEvent& event) {
    const bool organiser = asked.by == "organisator" && !event.organiser.empty();
    return {event.event,
            asked.id,
            asked.kind,
            asked.title,
            organiser ? event.organiser : asked.by,
            resolve(asked.due, event.from, event.until)};
}

} // namespace

std::vector<Body> asked_of(const Requirements& requirements, const DatedEvent& event) {
    std::vector<Body> bodies;
    const auto found = requirements.classes.find(event.class_);
    if (found == requirements.classes.end()) return bodies;
    for (const auto& asked : found->second.moments)
        bodies.emplace_back(
            EventMomentSet{MomentId(event.event.value.substr(0, joined_bytes_max) + "/" + asked.id),
                           event.event, asked.title, resolve(asked.at, event.from, event.until)});
    for (const auto& asked : found->second.thresholds)
        for (std::size_t stage = 0; stage < asked.values.size(); ++stage) {
            EventThresholdSet body;
            body.event = event.event;
            body.quantity = asked.quantity;
            body.stage = static_cast<Stage>(stage);
            body.side = asked.side;
            body.value = asked.values.at(stage);
            body.unit = asked.unit;
            if (!asked.measures.at(stage).empty()) body.measure = asked.measures.at(stage);
            body.origin = "standaard";
            bodies.emplace_back(std::move(body));
        }
    // Last, so that where these all are, nothing before them was cut off.
    for (const auto& asked : found->second.requirements)
        bodies.emplace_back(requirement(asked, event));
    return bodies;
}

std::vector<Body> asked_of(const Requirements& requirements, const EventRegistered& event) {
    if (!event.from) return {};
    return asked_of(requirements, {event.event, event.class_, event.organiser, *event.from, event.until});
}

} // namespace regiekamer::catalogue
