// The fold of the piket messages.
#include "dashboard/picture/roster.hpp"

#include "dashboard/picture/apply.hpp"
#include "dashboard/picture/picture.hpp"

namespace regiekamer::picture {

void apply(Picture& picture, const Recorded& fact, const PersonRegistered& body) {
    picture.roster.edit().persons[body.person] = Person{Known(body, fact), {}};
}

void apply(Picture& picture, const Recorded& fact, const PersonRemoved& body) {
    picture.roster.edit().persons[body.person].removed = Known(true, fact);
}

namespace {

/// Whether what was past at `said` would read otherwise by the new rule. An end that is yet to come does not.
bool changes_the_past(const RotationSet& before, RotationSet now, Instant said) {
    if (before.from >= said) return false;
    if (!now.until || *now.until >= said) now.until = before.until;
    return before != now;
}

} // namespace

void apply(Picture& picture, const Recorded& fact, const RotationSet& body) {
    auto& roster = picture.roster.edit();
    auto& rotation = roster.rotations[body.rotation];
    if (rotation.said() && changes_the_past(rotation.value, body, fact.message.time))
        roster.replaced.push_back({rotation, fact.message.time});
    rotation = Known(body, fact);
}

void apply(Picture& picture, const Recorded& fact, const DutyRostered& body) {
    picture.roster.edit().duties[body.duty] = TemporaryDuty{Known(body, fact), std::nullopt};
}

void apply(Picture& picture, const Recorded& fact, const DutyWithdrawn& body) {
    auto& duties = picture.roster.edit().duties;
    // A withdrawal of what was never rostered withdraws nothing.
    if (const auto duty = duties.find(body.duty); duty != duties.end())
        duty->second.withdrawn = Known(body.reason, fact);
}

void apply(Picture& picture, const Recorded& fact, const DutyAsked& body) {
    picture.roster.edit().requests[body.request] = DutyRequest{Known(body, fact), std::nullopt};
}

void apply(Picture& picture, const Recorded& fact, const DutyAnswered& body) {
    auto& roster = picture.roster.edit();
    roster.answers.emplace_back(body, fact);
    if (!body.request) return;
    if (const auto request = roster.requests.find(*body.request); request != roster.requests.end())
        request->second.answer = Known(body.answer, fact);
}

void apply(Picture& picture, const Recorded& fact, const AbsenceReported& body) {
    picture.roster.edit().absences[body.absence] = Known(body, fact);
}

void apply(Picture& picture, const Recorded& fact, const SwapProposed& body) {
    // Proposed anew is another deal: who said yes to the old one did not say yes to this.
    picture.roster.edit().swaps[body.swap] = Swap{Known(body, fact), {}, std::nullopt, std::nullopt};
}

void apply(Picture& picture, const Recorded& fact, const SwapConsented& body) {
    auto& swaps = picture.roster.edit().swaps;
    if (const auto swap = swaps.find(body.swap); swap != swaps.end())
        swap->second.consents.try_emplace(body.person, fact.sequence);
}

namespace {

void settle(Picture& picture, const Recorded& fact, const SwapId& id, bool approved,
            const std::optional<std::string>& reason) {
    auto& swaps = picture.roster.edit().swaps;
    const auto swap = swaps.find(id);
    if (swap == swaps.end()) return;
    swap->second.settled = Known(approved, fact);
    swap->second.reason = reason;
}

} // namespace

void apply(Picture& picture, const Recorded& fact, const SwapApproved& body) {
    settle(picture, fact, body.swap, true, body.reason);
}

void apply(Picture& picture, const Recorded& fact, const SwapRefused& body) {
    settle(picture, fact, body.swap, false, body.reason);
}

void apply(Picture& picture, const Recorded& fact, const HandoverWritten& body) {
    picture.roster.edit().handovers[body.handover].written = Known(body, fact);
}

void apply(Picture& picture, const Recorded& fact, const HandoverPointDone& body) {
    picture.roster.edit().handovers[body.handover].done[body.point] = Known(true, fact);
}

void apply(Picture& picture, const Recorded& fact, const HandoverAccepted& body) {
    auto& accepted = picture.roster.edit().handovers[body.handover].accepted;
    if (!accepted) accepted = Known(body.person, fact);
}

const PersonRegistered* find_person(const Picture& picture, const PersonId& person) {
    const auto& persons = picture.roster->persons;
    const auto found = persons.find(person);
    return found != persons.end() && found->second.registered.said() ? &found->second.registered.value
                                                                     : nullptr;
}

std::string name_of(const Picture& picture, const PersonId& person) {
    const PersonRegistered* found = find_person(picture, person);
    return found ? found->name : person.value;
}

SwapState state_of(const Swap& swap) {
    if (swap.settled && !swap.settled->value) return SwapState::refused;
    const bool both = swap.consents.contains(swap.proposed.value.from_person) &&
                      swap.consents.contains(swap.proposed.value.to_person);
    if (swap.settled) return both ? SwapState::effective : SwapState::approved;
    return both ? SwapState::consented : SwapState::proposed;
}

std::vector<SwapId> open_swaps(const Picture& picture, Instant now) {
    std::vector<SwapId> open;
    for (const auto& [id, swap] : picture.roster->swaps) {
        const SwapState state = state_of(swap);
        const auto& proposed = swap.proposed.value;
        const Instant end = std::max(proposed.until, proposed.back_until.value_or(proposed.until));
        if (state != SwapState::effective && state != SwapState::refused && now < end) open.push_back(id);
    }
    return open;
}

std::vector<RequestId> open_requests(const Picture& picture, Instant now) {
    std::vector<std::pair<Sequence, RequestId>> open;
    for (const auto& [id, request] : picture.roster->requests)
        if (!request.answer && now < request.asked.value.until) open.emplace_back(request.asked.sequence, id);
    std::sort(open.begin(), open.end());
    std::vector<RequestId> ids;
    ids.reserve(open.size());
    for (auto& [sequence, id] : open)
        ids.push_back(std::move(id));
    return ids;
}

std::vector<HandoverPoint> open_points(const Handover& handover) {
    std::vector<HandoverPoint> open;
    for (const auto& point : handover.written.value.points)
        if (!handover.done.contains(point.point)) open.push_back(point);
    return open;
}

const Handover* latest_handover(const Picture& picture, const Function& function) {
    const Handover* latest = nullptr;
    for (const auto& [id, handover] : picture.roster->handovers)
        if (handover.written.said() && handover.written.value.function == function &&
            (!latest || latest->written.sequence < handover.written.sequence))
            latest = &handover;
    return latest;
}

} // namespace regiekamer::picture
