// What is a proposal is said in the picture's open_proposals; who accepts one says so by `cause`.
#include "scenarios/player/proposals.hpp"

#include "messaging/vocabulary/page_words.hpp"

#include <algorithm>

namespace regiekamer::player {
namespace {

bool proposes(const PageReceived& page) {
    if (!page.ours || page.test || page.withdrawn.value_or(false)) return false;
    return (page.grip && page.grip->value > 0) || mentions_ovd_bz(page.text);
}

/// Who may have scaled up to it before the page went out (domain.md §1).
Function who_decides(std::int64_t level) {
    if (level <= 1) return Function("CaCo");
    return Function(level == 2 ? "leider CoPI" : level == 3 ? "burgemeester" : "voorzitter veiligheidsregio");
}

} // namespace

void Proposals::change(const IncidentId& incident, Instant moment, std::int64_t level, bool open) {
    incidents_[incident].push_back({moment, level, open});
}

void Proposals::observe(const Message& message, Instant moment) {
    const Body& body = message.body;
    const auto level_of = [&](const IncidentId& incident) {
        const auto known = incidents_.find(incident);
        return known == incidents_.end() ? 0 : known->second.back().level;
    };
    if (const auto* opened = std::get_if<IncidentOpened>(&body))
        change(opened->incident, moment, level_of(opened->incident), true);
    if (const auto* closed = std::get_if<IncidentClosed>(&body)) change(closed->incident, moment, 0, false);
    if (const auto* grip = std::get_if<GripDecided>(&body))
        change(grip->incident, moment, grip->level.value, true);
    if (const auto* page = std::get_if<PageReceived>(&body))
        pages_.try_emplace(message.id, page->grip ? page->grip->value : 0);
    if (const auto* dismissed = std::get_if<ProposalDismissed>(&body))
        settled_.try_emplace(dismissed->message.value, moment);
    const bool accepts =
        std::holds_alternative<IncidentOpened>(body) || std::holds_alternative<GripDecided>(body);
    if (accepts && message.cause) settled_.try_emplace(message.cause->value, moment);
}

/// The one with the highest level, then the last that was told of.
const IncidentId* Proposals::leading() const {
    const IncidentId* best = nullptr;
    const Change* highest = nullptr;
    for (const auto& [incident, changes] : incidents_) {
        const Change& now = changes.back();
        if (!now.open) continue;
        if (highest != nullptr &&
            std::pair(now.level, now.moment) < std::pair(highest->level, highest->moment))
            continue;
        best = &incident;
        highest = &now;
    }
    return best;
}

std::int64_t Proposals::level(Instant moment) const {
    std::int64_t highest = 0;
    for (const auto& [incident, changes] : incidents_) {
        std::int64_t now = 0;
        for (const Change& change : changes)
            if (change.moment <= moment) now = change.open ? change.level : 0;
        highest = std::max(highest, now);
    }
    return highest;
}

bool Proposals::any_open(Instant moment) const {
    return std::any_of(incidents_.begin(), incidents_.end(), [&](const auto& one) {
        bool open = false;
        for (const Change& change : one.second)
            if (change.moment <= moment) open = change.open;
        return open;
    });
}

std::vector<Proposals::Reply> Proposals::replies(const Message& message) const {
    const auto* page = std::get_if<PageReceived>(&message.body);
    if (page == nullptr || !proposes(*page)) return {};
    const auto dismissed = [&](std::string reason) {
        return ProposalDismissed{MessageId(message.id), std::move(reason)};
    };
    if (!page->grip || page->grip->value == 0)
        return {
            {Case::incident_known, dismissed("Hoort bij het incident dat al loopt")},
            {Case::nothing_known, dismissed("Met de meldkamer gebeld: geen incident voor bevolkingszorg")}};
    const std::int64_t level = page->grip->value;
    std::vector<Reply> all{
        {Case::level_stands, dismissed("GRIP " + std::to_string(level) + " staat al in het beeld")}};
    if (const IncidentId* incident = leading())
        all.push_back({Case::level_missing, GripDecided{*incident,
                                                        level,
                                                        "Gemeld over P2000: " + page->text,
                                                        {who_decides(level), std::nullopt},
                                                        message.time}});
    return all;
}

bool Proposals::wants(Case when, const std::string& page, Instant moment) const {
    const auto settled = settled_.find(page);
    if (settled != settled_.end() && settled->second <= moment) return false;
    const auto named = pages_.find(page);
    const bool stands = named != pages_.end() && level(moment) >= named->second;
    switch (when) {
    case Case::level_stands:
        return stands;
    case Case::level_missing:
        return !stands;
    case Case::incident_known:
        return any_open(moment);
    case Case::nothing_known:
        return !any_open(moment);
    }
    return false;
}

} // namespace regiekamer::player
