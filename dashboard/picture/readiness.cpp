// Whether an evenement is ready, why not, and what comes up: everything derived from the requirements.
#include "dashboard/picture/event_day.hpp"
#include "dashboard/picture/picture.hpp"
#include "dashboard/picture/public_events.hpp"

#include <algorithm>
#include <set>

namespace regiekamer::picture {

namespace {

using Why = ReadinessReason::Why;

/// Advice counts for what was submitted last: earlier advice, or advice on another version, is about another
/// document.
bool about_the_last(const Requirement& requirement, const Known<RequirementAdvised>& advice) {
    if (!requirement.submitted) return true;
    const auto& version = requirement.submitted->value.version;
    if (version && advice.value.version) return *version == *advice.value.version;
    return advice.sequence > requirement.submitted->sequence;
}

/// The advice that decides: the strictest of the parties' last.
const Known<RequirementAdvised>* deciding_advice(const Requirement& requirement) {
    const Known<RequirementAdvised>* strictest = nullptr;
    for (const auto& [party, advice] : requirement.advised)
        if (about_the_last(requirement, advice) &&
            (!strictest || strictest->value.verdict < advice.value.verdict ||
             (strictest->value.verdict == advice.value.verdict && strictest->sequence < advice.sequence)))
            strictest = &advice;
    return strictest;
}

struct Standing {
    RequirementState state{};
    Sequence sequence{};
    const Known<RequirementAdvised>* advice{};
};

/// requirement.met settles what was said before it; a version or an advice after it opens the matter again.
Standing standing(const Requirement& requirement) {
    const auto* advice = deciding_advice(requirement);
    const Sequence met = requirement.met ? requirement.met->sequence : 0;
    const Sequence submitted = requirement.submitted ? requirement.submitted->sequence : 0;
    Sequence advised = advice ? advice->sequence : 0;
    if (met > submitted && met > advised) return {RequirementState::done, met, advice};
    if (advice) {
        switch (advice->value.verdict) {
        case Verdict::akkoord:
            return {RequirementState::done, advised, advice};
        case Verdict::voorwaarden:
            return {RequirementState::conditional, advised, advice};
        case Verdict::afgekeurd:
            return {RequirementState::rejected, advised, advice};
        }
    }
    if (submitted != 0) return {RequirementState::submitted, submitted, nullptr};
    return {RequirementState::open, requirement.set.sequence, nullptr};
}

Why why(const Requirement& requirement, RequirementState state) {
    switch (state) {
    case RequirementState::submitted:
        return Why::unjudged;
    case RequirementState::conditional:
        return Why::conditions;
    case RequirementState::rejected:
        return Why::rejected;
    case RequirementState::open:
    case RequirementState::done:
        break;
    }
    return requirement.set.value.kind == RequirementKind::stap ? Why::step_to_do : Why::missing;
}

ReadinessReason reason_for(const RequirementId& id, const Requirement& requirement, Instant now) {
    const Standing stands = standing(requirement);
    ReadinessReason reason;
    reason.why = why(requirement, stands.state);
    reason.title = requirement.set.value.title;
    reason.by = requirement.set.value.by;
    if (requirement.set.said()) reason.deadline = requirement.set.value.deadline;
    if (requirement.expected) {
        reason.expected = requirement.expected->value.at;
        if (requirement.expected->value.by) reason.by = *requirement.expected->value.by;
        reason.promise_late = now > *reason.expected;
    }
    reason.late = late(requirement, now);
    if (stands.advice && stands.advice->value.conditions)
        reason.conditions = *stands.advice->value.conditions;
    reason.requirement = id;
    reason.sequence = stands.sequence;
    return reason;
}

/// Late first; then what is due first, by the date counted on.
void sort_by_urgency(std::vector<ReadinessReason>& reasons) {
    const auto urgency = [](const ReadinessReason& reason) {
        const Instant due = reason.late ? reason.deadline.value_or(Instant::max())
                                        : reason.expected.value_or(reason.deadline.value_or(Instant::max()));
        return std::pair(!reason.late, due);
    };
    std::stable_sort(reasons.begin(), reasons.end(),
                     [&](const auto& one, const auto& other) { return urgency(one) < urgency(other); });
}

/// A step of the last days: no part of what must stand before Akkoord.
bool of_the_last_days(const PublicEvent& event, const Requirement& requirement) {
    return requirement.set.value.kind == RequirementKind::stap && event.from.value &&
           due_of(requirement) >= *event.from.value - last_days;
}

} // namespace

RequirementState state_of(const Requirement& requirement) {
    return standing(requirement).state;
}
Sequence cause_of(const Requirement& requirement) {
    return standing(requirement).sequence;
}

Instant due_of(const Requirement& requirement) {
    return requirement.expected ? requirement.expected->value.at : requirement.set.value.deadline;
}

bool late(const Requirement& requirement, Instant now) {
    if (!requirement.set.said() || now <= requirement.set.value.deadline) return false;
    const RequirementState state = state_of(requirement);
    // What was handed in waits for another; its maker is not late.
    return state != RequirementState::done && state != RequirementState::submitted;
}

namespace {

EventState event_state(const PublicEvent& event, const Readiness& readiness, bool begun, bool conditions) {
    if (event.decided)
        return event.decided->value.decision == GoDecision::NO_GO ? EventState::no_go : EventState::go;
    if (!event.from.value) return EventState::gepland;
    if (readiness.total == 0 && event.class_.value != EventClass::melding) return EventState::gepland;
    if (readiness.reasons.empty()) return EventState::akkoord;
    if (!begun) return EventState::gepland;
    return conditions || readiness.late > 0 ? EventState::voorwaarden_open : EventState::in_advies;
}

ReadinessReason decide_anew(const PublicEvent& event) {
    ReadinessReason reason;
    reason.why = Why::planned_again;
    reason.by = "burgemeester";
    reason.deadline = event.from.value;
    reason.sequence = event.registered;
    return reason;
}

} // namespace

bool planned_again(const PublicEvent& event) {
    return event.decided && event.decided->value.decision == GoDecision::NO_GO &&
           event.decided->value.reason == cancelled_in_calendar && event.registered > event.decided->sequence;
}

Readiness readiness(const Picture& picture, const PublicEventId& id, Instant now) {
    Readiness found;
    const auto known = picture.events->events.find(id);
    if (known == picture.events->events.end()) return found;
    const PublicEvent& event = known->second;
    bool begun = false, conditions = false;
    for (const auto& [requirement_id, requirement] : event.requirements) {
        const RequirementState state = state_of(requirement);
        begun = begun || state != RequirementState::open;
        if (!requirement.set.said()) continue; // nothing was asked: what came in stands on its own
        ++found.total;
        if (state == RequirementState::done) {
            ++found.done;
            continue;
        }
        conditions =
            conditions || state == RequirementState::conditional || state == RequirementState::rejected;
        ReadinessReason reason = reason_for(requirement_id, requirement, now);
        if (reason.late) ++found.late;
        const bool later = of_the_last_days(event, requirement) && !reason.late;
        (later ? found.later : found.reasons).push_back(std::move(reason));
    }
    for (const PointId& point : open_inspections(picture, id)) {
        const auto& noted = picture.events->inspections.at(point);
        ReadinessReason reason;
        reason.why = Why::inspection;
        reason.title = noted.value.text;
        reason.by = event.organiser.value;
        reason.point = point;
        reason.sequence = noted.sequence;
        found.reasons.push_back(std::move(reason));
        begun = conditions = true;
    }
    if (!event.from.value) {
        ReadinessReason reason;
        reason.why = Why::no_date;
        reason.by = event.organiser.value;
        reason.sequence = event.from.sequence;
        found.reasons.push_back(std::move(reason));
    }
    sort_by_urgency(found.reasons);
    sort_by_urgency(found.later);
    if (planned_again(event)) found.reasons.insert(found.reasons.begin(), decide_anew(event));
    found.state = event_state(event, found, begun, conditions);
    return found;
}

namespace {

/// What goes before what: what is at hand today asks more than any paper, and what is over nothing.
enum class Urgency { stopped, running, today, late, due, quiet, over };

Urgency urgency_of(const PublicEvent& event, const Readiness& ready, bool stopped, Instant now) {
    if (stopped) return Urgency::stopped;
    const Instant from = event.from.value.value_or(Instant::max());
    const bool open = runs(event, now);
    if (!open && event.until.value.value_or(from) < now) return Urgency::over;
    if (ready.state != EventState::no_go) { // what does not go on runs nowhere
        if (open) return Urgency::running;
        if (on_the_day(event, now)) return Urgency::today;
    }
    if (ready.reasons.empty()) return Urgency::quiet;
    const ReadinessReason& first = ready.reasons.front();
    if (first.late || first.why == Why::planned_again) return Urgency::late;
    return first.deadline ? Urgency::due : Urgency::quiet;
}

} // namespace

std::vector<PublicEventId> events_by_urgency(const Picture& picture, Instant now) {
    struct Ranked {
        Urgency urgency;
        Instant due, from;
        PublicEventId id;
        auto operator<=>(const Ranked&) const = default;
    };
    std::set<PublicEventId> stopped;
    for (const StopCrossed& stop : stops_crossed(picture, now))
        stopped.insert(stop.event);
    std::vector<Ranked> ranked;
    for (const auto& [id, event] : picture.events->events) {
        if (!event.name.said()) continue;
        const Readiness ready = readiness(picture, id, now);
        Ranked rank{urgency_of(event, ready, stopped.contains(id), now), Instant::max(),
                    event.from.value.value_or(Instant::max()), id};
        if (rank.urgency != Urgency::over && !ready.reasons.empty()) {
            const ReadinessReason& first = ready.reasons.front();
            rank.due =
                first.late ? *first.deadline : first.expected.value_or(first.deadline.value_or(rank.due));
        }
        ranked.push_back(std::move(rank));
    }
    std::sort(ranked.begin(), ranked.end());
    std::vector<PublicEventId> ids;
    ids.reserve(ranked.size());
    for (Ranked& rank : ranked)
        ids.push_back(std::move(rank.id));
    return ids;
}

} // namespace regiekamer::picture
