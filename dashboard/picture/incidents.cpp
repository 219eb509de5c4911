// Incidents, areas, places and GRIP: their folds, and what follows from them at an instant.
#include "dashboard/picture/incidents.hpp"

#include "dashboard/picture/apply.hpp"
#include "dashboard/picture/due_times.hpp"
#include "dashboard/picture/picture.hpp"

#include <algorithm>
#include <array>
#include <tuple>

namespace regiekamer::picture {
namespace {

template <class T>
void learn(Known<T>& known, const std::optional<T>& said, const Recorded& fact) {
    if (said) known = Known<T>(*said, fact);
}

template <class T>
void learn(Known<std::optional<T>>& known, const std::optional<T>& said, const Recorded& fact) {
    if (said) known = Known<std::optional<T>>(said, fact);
}

template <class Id, class Body>
std::vector<const Known<Body>*> in_order(const Table<Id, Known<Body>>& all, auto&& wanted) {
    std::vector<const Known<Body>*> found;
    for (const auto& [id, known] : all)
        if (wanted(known.value)) found.push_back(&known);
    std::sort(found.begin(), found.end(),
              [](const auto* a, const auto* b) { return a->sequence < b->sequence; });
    return found;
}

} // namespace

void apply(Picture& picture, const Recorded& fact, const IncidentOpened& body) {
    auto& incident = picture.incidents.edit().incidents.edit(body.incident);
    incident.started = {body.started, fact};
    incident.title = {body.title, fact};
    incident.kind = {body.kind, fact};
    incident.municipality = {body.municipality, fact};
    incident.place = {body.place, fact};
    incident.point = {body.point, fact};
    incident.addresses = {body.addresses, fact};
    incident.event = {body.event, fact};
    incident.closed.reset(); // opened once more: it goes on
}

void apply(Picture& picture, const Recorded& fact, const IncidentUpdated& body) {
    auto& incident = picture.incidents.edit().incidents.edit(body.incident);
    learn(incident.title, body.title, fact);
    learn(incident.kind, body.kind, fact);
    learn(incident.place, body.place, fact);
    learn(incident.point, body.point, fact);
    learn(incident.addresses, body.addresses, fact);
}

void apply(Picture& picture, const Recorded& fact, const IncidentClosed& body) {
    picture.incidents.edit().incidents.edit(body.incident).closed = Known<std::string>(body.reason, fact);
}

void apply(Picture& picture, const Recorded& fact, const AreaDrawn& body) {
    picture.incidents.edit().areas.edit(body.area) = {body, fact};
}

void apply(Picture& picture, const Recorded&, const AreaRemoved& body) {
    picture.incidents.edit().areas.erase(body.area);
}

void apply(Picture& picture, const Recorded& fact, const PlaceMarked& body) {
    picture.incidents.edit().places.edit(body.place) = {body, fact};
}

void apply(Picture& picture, const Recorded&, const PlaceRemoved& body) {
    picture.incidents.edit().places.erase(body.place);
}

void apply(Picture& picture, const Recorded& fact, const GripDecided& body) {
    auto& steps = picture.incidents.edit().incidents.edit(body.incident).grip;
    GripStep step{body.level,          body.reason,   body.decided_by,
                  body.effective_from, fact.sequence, fact.message.time};
    const auto after = [](const GripStep& a, const GripStep& b) {
        return std::tie(a.effective_from, a.sequence) < std::tie(b.effective_from, b.sequence);
    };
    steps.insert(std::upper_bound(steps.begin(), steps.end(), step, after), std::move(step));
    reckon_dues(picture, fact, body.incident);
}

const Incident* find_incident(const Picture& picture, const IncidentId& incident) {
    return picture.incidents->incidents.find(incident);
}

Grip grip_at(const Incident& incident, Instant at) {
    const auto in_force = [&](const GripStep& step) { return step.effective_from <= at; };
    const auto end = std::partition_point(incident.grip.begin(), incident.grip.end(), in_force);
    if (end == incident.grip.begin()) return {};
    const auto last = end - 1;
    auto first = last;
    for (auto step = last; step != incident.grip.begin();) {
        --step;
        const bool same = step->level == last->level;
        if (!same && step->effective_from == first->effective_from) continue; // overtaken at once: never held
        if (!same) break;
        first = step;
    }
    return {first->level, first->effective_from, first->decided_by, first->reason, first->sequence};
}

Grip grip_at(const Picture& picture, const IncidentId& incident, Instant at) {
    const Incident* found = find_incident(picture, incident);
    return found ? grip_at(*found, at) : Grip{};
}

std::vector<GripSegment> grip_segments(const Incident& incident, Instant until) {
    std::vector<GripSegment> segments;
    for (const GripStep& step : incident.grip) {
        if (step.effective_from > until) break;
        if (!segments.empty() && segments.back().level == step.level) continue;
        if (!segments.empty()) {
            segments.back().until = step.effective_from;
            // Two decisions for one instant: the later one counts, the other never held.
            if (segments.back().from == step.effective_from) segments.pop_back();
        }
        if (!segments.empty() && segments.back().level == step.level) {
            segments.back().until.reset();
            continue;
        }
        segments.push_back({step.level, step.effective_from, std::nullopt, step.decided_by, step.sequence});
    }
    return segments;
}

std::vector<GripStep> grip_to_come(const Incident& incident, Instant now) {
    const auto first = std::partition_point(incident.grip.begin(), incident.grip.end(),
                                            [&](const GripStep& step) { return step.effective_from <= now; });
    return {first, incident.grip.end()};
}

Authority authority_at(GripLevel level) {
    return level.value >= 4 ? Authority::voorzitter : Authority::burgemeester;
}

std::vector<IncidentId> active_incidents(const Picture& picture, Instant now) {
    struct Active {
        std::int64_t level;
        Instant started;
        IncidentId id;
    };
    std::vector<Active> active;
    for (const auto& [id, incident] : picture.incidents->incidents)
        if (incident.started.said() && !incident.closed)
            active.push_back({grip_at(incident, now).level.value, incident.started.value, id});
    std::sort(active.begin(), active.end(), [](const Active& a, const Active& b) {
        return std::tie(b.level, b.started, a.id) < std::tie(a.level, a.started, b.id);
    });
    std::vector<IncidentId> ids;
    ids.reserve(active.size());
    for (Active& one : active)
        ids.push_back(std::move(one.id));
    return ids;
}

std::optional<IncidentId> leading_incident(const Picture& picture, Instant now) {
    const auto active = active_incidents(picture, now);
    if (active.empty()) return std::nullopt;
    return active.front();
}

std::vector<const Known<AreaDrawn>*> areas_of(const Picture& picture, const IncidentId& incident) {
    return in_order(picture.incidents->areas,
                    [&](const AreaDrawn& area) { return area.incident == incident; });
}

std::vector<const Known<PlaceMarked>*> places_of(const Picture& picture, const IncidentId& incident) {
    return in_order(picture.incidents->places,
                    [&](const PlaceMarked& place) { return !place.incident || *place.incident == incident; });
}

} // namespace regiekamer::picture
