// Walks the few messages that can change what is declared, and compares before with after.
#include "dashboard/exchange/declared.hpp"

namespace regiekamer::exchange {
namespace {

using picture::Log;

/// Withdrawals and areas may be about anything: an area can move from one incident to another.
bool may_change(const Log& log, const picture::LogEntry& entry, const IncidentId& incident) {
    if (Log::is<AreaDrawn>(entry) || Log::is<AreaRemoved>(entry) || Log::is<MessageWithdrawn>(entry))
        return true;
    const bool about = Log::is<IncidentOpened>(entry) || Log::is<IncidentUpdated>(entry) ||
                       Log::is<IncidentClosed>(entry) || Log::is<GripDecided>(entry);
    return about && log.incident_of(entry) == incident.value;
}

class Versions {
public:
    explicit Versions(IncidentId incident) : incident_(std::move(incident)) {}

    /// This is known from `at` on; until then what was known before, whose levels may have come into force.
    void known(picture::Picture picture, Instant at) {
        in_force_until(at);
        picture_ = std::move(picture);
        look(at);
    }
    void in_force_until(Instant until) {
        const auto* found = picture::find_incident(picture_, incident_);
        if (found == nullptr) return;
        for (const auto& step : found->grip)
            if (step.effective_from > seen_ && step.effective_from <= until) look(step.effective_from);
    }
    std::vector<Declaration> all;

private:
    void look(Instant at) {
        seen_ = std::max(seen_, at);
        auto said = declared(picture_, incident_, at);
        const bool stands = !all.empty() && all.back().kind != Declaration::Kind::ended;
        if (stands ? said == all.back().said : !said) return;
        Declaration next;
        next.number = all.size() + 1;
        next.at = std::chrono::floor<seconds>(at);
        if (stands) {
            next.replaces = all.back().replaces;
            next.replaces.emplace_back(all.back().number, all.back().at);
        }
        next.kind = !stands ? Declaration::Kind::first
                    : said  ? Declaration::Kind::changed
                            : Declaration::Kind::ended;
        next.said = said ? std::move(*said) : all.back().said;
        all.push_back(std::move(next));
    }

    IncidentId incident_;
    picture::Picture picture_;
    Instant seen_;
};

} // namespace

std::optional<Declared> declared(const picture::Picture& picture, const IncidentId& incident, Instant now) {
    const auto* found = picture::find_incident(picture, incident);
    if (found == nullptr || !found->started.said() || found->closed) return std::nullopt;
    Declared said;
    said.title = found->title.value;
    said.municipality = found->municipality.value;
    said.place = found->place.value;
    said.kind = found->kind.value;
    said.started = found->started.value;
    said.point = found->point.value;
    said.addresses = found->addresses.value;
    said.grip = picture::grip_at(*found, now);
    said.grip.sequence = 0; // the same decision said twice is nothing new
    for (const auto* area : picture::areas_of(picture, incident))
        said.areas.push_back(area->value);
    if (said.grip.level.value == 0 && said.areas.empty()) return std::nullopt;
    return said;
}

Result<std::vector<Declaration>> declarations(picture::History& history, const IncidentId& incident,
                                              Sequence upto, Instant now) {
    const auto& log = history.log();
    std::vector<std::pair<Sequence, Instant>> changes;
    for (const auto& entry : log.entries()) {
        if (entry.sequence > upto) break;
        if (!may_change(log, entry, incident)) continue;
        const Instant moment = log.moment_of(entry); // the clock that --at and --now are of
        changes.emplace_back(entry.sequence, moment == Instant{} ? entry.told : moment);
    }
    Versions versions(incident);
    for (const auto& [sequence, at] : changes) {
        auto picture = history.at(sequence);
        if (!picture) return tl::unexpected(picture.error());
        versions.known(std::move(*picture), at);
    }
    versions.in_force_until(now);
    return std::move(versions.all);
}

} // namespace regiekamer::exchange
