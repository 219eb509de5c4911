// The fold of the evenementen messages.
#include "dashboard/picture/public_events.hpp"

#include "dashboard/picture/apply.hpp"
#include "dashboard/picture/picture.hpp"

#include <algorithm>

namespace regiekamer::picture {

namespace {

void date(PublicEvent& event, const std::optional<Instant>& from, const Recorded& fact) {
    if (event.from.value && event.from.value != from) event.redated = fact.sequence;
    event.from = Known(from, fact);
}

} // namespace

void apply(Picture& picture, const Recorded& fact, const EventRegistered& body) {
    PublicEvent& event = picture.events.edit().events[body.event];
    event.registered = fact.sequence;
    event.name = Known(body.name, fact);
    event.class_ = Known(body.class_, fact);
    event.place = Known(body.place, fact);
    event.organiser = Known(body.organiser, fact);
    event.point = Known(body.point, fact);
    date(event, body.from, fact);
    event.until = Known(body.until, fact);
    event.visitors = Known(body.visitors, fact);
    event.contacts = Known(body.contacts.value_or(std::vector<Contact>{}), fact);
}

void apply(Picture& picture, const Recorded& fact, const EventUpdated& body) {
    PublicEvent& event = picture.events.edit().events[body.event];
    const auto set = [&](auto& known, const auto& said) {
        if (said) known = Known<std::decay_t<decltype(known.value)>>(*said, fact);
    };
    set(event.name, body.name);
    set(event.class_, body.class_);
    set(event.place, body.place);
    set(event.organiser, body.organiser);
    set(event.point, body.point);
    if (body.from) date(event, body.from, fact);
    set(event.until, body.until);
    set(event.visitors, body.visitors);
    set(event.contacts, body.contacts);
}

void apply(Picture& picture, const Recorded& fact, const EventDecided& body) {
    picture.events.edit().events[body.event].decided = Known(body, fact);
}

void apply(Picture& picture, const Recorded& fact, const EventMomentSet& body) {
    picture.events.edit().moments[body.moment] = Known(body, fact);
}

namespace {

Requirement& requirement_of(Picture& picture, const PublicEventId& event, const RequirementId& requirement) {
    return picture.events.edit().events[event].requirements[requirement];
}

} // namespace

void apply(Picture& picture, const Recorded& fact, const RequirementSet& body) {
    requirement_of(picture, body.event, body.requirement).set = Known(body, fact);
}

void apply(Picture& picture, const Recorded& fact, const RequirementExpected& body) {
    requirement_of(picture, body.event, body.requirement).expected = Known(body, fact);
}

void apply(Picture& picture, const Recorded& fact, const RequirementSubmitted& body) {
    requirement_of(picture, body.event, body.requirement).submitted = Known(body, fact);
}

void apply(Picture& picture, const Recorded& fact, const RequirementMet& body) {
    requirement_of(picture, body.event, body.requirement).met = Known(body, fact);
}

void apply(Picture& picture, const Recorded& fact, const RequirementAdvised& body) {
    constexpr std::size_t parties_max = 64; // a party is free text
    auto& advised = requirement_of(picture, body.event, body.requirement).advised;
    const std::string party = body.party.value_or("");
    if (advised.size() < parties_max || advised.contains(party)) advised[party] = Known(body, fact);
}

void apply(Picture& picture, const Recorded& fact, const InspectionNoted& body) {
    picture.events.edit().inspections[body.point] = Known(body, fact);
}

void apply(Picture& picture, const Recorded& fact, const EventThresholdSet& body) {
    picture.events.edit().events[body.event].thresholds[{body.quantity, body.stage, body.side}] =
        Known(body, fact);
}

void apply(Picture& picture, const Recorded& fact, const WorksAnnounced& body) {
    picture.events.edit().works[body.works] = Known(body, fact);
}

std::vector<MomentId> moments_of(const Picture& picture, const PublicEventId& event) {
    std::vector<std::pair<Instant, MomentId>> found;
    for (const auto& [id, moment] : picture.events->moments)
        if (moment.value.event == event) found.emplace_back(moment.value.at, id);
    std::sort(found.begin(), found.end());
    std::vector<MomentId> ids;
    ids.reserve(found.size());
    for (auto& [at, id] : found)
        ids.push_back(std::move(id));
    return ids;
}

std::vector<PointId> open_inspections(const Picture& picture, const PublicEventId& event) {
    std::vector<PointId> open;
    for (const auto& [id, point] : picture.events->inspections)
        if (point.value.event == event && point.value.state == PointState::open) open.push_back(id);
    return open;
}

std::vector<EventThresholdState> threshold_states(const Picture& picture, const PublicEventId& event,
                                                  Instant now) {
    std::vector<EventThresholdState> states;
    const auto found = picture.events->events.find(event);
    if (found == picture.events->events.end()) return states;
    for (const auto& [key, threshold] : found->second.thresholds) {
        EventThresholdState state{key, threshold, std::nullopt, {}, false};
        for (const auto& [series, points] : picture.series->measured) {
            if (series.quantity != key.quantity || series.unit != threshold.value.unit) continue;
            const auto newest = latest(picture, series, now);
            if (!newest || (state.value && newest->at <= state.at)) continue;
            state.value = newest->value;
            state.at = newest->at;
        }
        const double limit = threshold.value.value;
        state.crossed =
            state.value && (key.side == Side::boven ? *state.value >= limit : *state.value <= limit);
        states.push_back(std::move(state));
    }
    return states;
}

} // namespace regiekamer::picture
