// Evenementen as JSON.
#include "dashboard/picture/json_themes.hpp"

#include <iomanip>
#include <sstream>

namespace regiekamer::picture {

BOOST_DESCRIBE_ENUM(EventState, gepland, in_advies, voorwaarden_open, akkoord, go, no_go)
BOOST_DESCRIBE_ENUM(RequirementState, open, submitted, conditional, rejected, done)
BOOST_DESCRIBE_ENUM(ReadinessReason::Why, no_date, missing, step_to_do, unjudged, conditions, rejected,
                    inspection, planned_again)
BOOST_DESCRIBE_ENUM(AgendaItem::Kind, event, moment, deadline, expected, works)

namespace {

JsonObject reason_json(const ReadinessReason& reason) {
    return object_of("why", reason.why, "title", reason.title, "by", reason.by, "deadline", reason.deadline,
                     "expected", reason.expected, "late", reason.late, "promise_late", reason.promise_late,
                     "conditions", reason.conditions, "requirement", reason.requirement, "point",
                     reason.point, "sequence", reason.sequence);
}

JsonArray requirements_json(const PublicEvent& event, Instant now) {
    return array_of(event.requirements, [&](const auto& entry) {
        const auto& [id, requirement] = entry;
        const RequirementSet& set = requirement.set.value;
        const bool asked = requirement.set.said();
        JsonArray advice;
        for (const auto& [party, advised] : requirement.advised)
            advice.push_back(members_of(advised));
        return object_of("requirement", id, "title", set.title, "by", set.by, "kind",
                         asked ? json_of(set.kind) : JsonValue(nullptr), "deadline", set.deadline, "expected",
                         requirement.expected ? json_of(requirement.expected->value.at) : JsonValue(nullptr),
                         "state", state_of(requirement), "late", late(requirement, now), "submitted_version",
                         requirement.submitted ? json_of(requirement.submitted->value.version)
                                               : JsonValue(nullptr),
                         "met_at", requirement.met ? json_of(requirement.met->value.at) : JsonValue(nullptr),
                         "advice", advice, "sequence", cause_of(requirement));
    });
}

JsonArray thresholds_json(const Picture& picture, const PublicEventId& event, Instant now) {
    return array_of(threshold_states(picture, event, now), [](const EventThresholdState& state) {
        JsonObject json = members_of(state.threshold);
        put_members(json, "measured", state.value, "measured_at", state.at, "crossed", state.crossed);
        return json;
    });
}

JsonObject event_json(const Picture& picture, const PublicEventId& id, Instant now) {
    const PublicEvent& event = picture.events->events.at(id);
    const Readiness ready = readiness(picture, id, now);
    JsonArray moments, inspections;
    for (const MomentId& moment : moments_of(picture, id))
        moments.push_back(members_of(picture.events->moments.at(moment)));
    for (const auto& [point, noted] : picture.events->inspections)
        if (noted.value.event == id) inspections.push_back(members_of(noted));
    return object_of("event", id, "name", event.name, "class", event.class_, "place", event.place, "point",
                     event.point, "from", event.from, "until", event.until, "visitors", event.visitors,
                     "organiser", event.organiser, "contacts", event.contacts, "state", ready.state,
                     "decision", event.decided ? json_of(members_of(*event.decided)) : JsonValue(nullptr),
                     "done", ready.done, "total", ready.total, "late", ready.late, "reasons",
                     array_of(ready.reasons, reason_json), "later", array_of(ready.later, reason_json),
                     "requirements", requirements_json(event, now), "moments", moments, "inspections",
                     inspections, "thresholds", thresholds_json(picture, id, now), "sequence",
                     event.name.sequence);
}

/// "2027-06-15"
std::string day_text(LocalDay day) {
    const date::year_month_day calendar{day};
    std::ostringstream text;
    text << std::setfill('0') << std::setw(4) << static_cast<int>(calendar.year()) << '-' << std::setw(2)
         << static_cast<unsigned>(calendar.month()) << '-' << std::setw(2)
         << static_cast<unsigned>(calendar.day());
    return text.str();
}

JsonObject item_json(const AgendaItem& item) {
    return object_of("kind", item.kind, "at", item.at, "event", item.event, "class", item.class_, "title",
                     item.title, "by", item.by, "late", item.late, "deadline", item.deadline, "sequence",
                     item.sequence);
}

} // namespace

void put_events(JsonObject& json, const Picture& picture, Instant now) {
    json["events"] = array_of(events_by_urgency(picture, now),
                              [&](const PublicEventId& id) { return event_json(picture, id, now); });
    json["agenda"] = array_of(agenda(picture, now), [](const AgendaDay& day) {
        return object_of("day", day_text(day.day), "items", array_of(day.items, item_json));
    });
    json["works"] =
        array_of(picture.events->works, [](const auto& entry) { return members_of(entry.second); });
}

} // namespace regiekamer::picture
