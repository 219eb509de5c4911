// Which incident a message is about stands in the log; an action or an overleg names its own only once.
#include "dashboard/report/one_incident.hpp"

#include <algorithm>

namespace regiekamer::report {

std::vector<IncidentOpened> incidents_of(std::span<const Recorded> messages) {
    std::vector<IncidentOpened> all;
    for (const auto& one : messages)
        if (const auto* opened = std::get_if<IncidentOpened>(&one.message.body))
            if (std::none_of(all.begin(), all.end(),
                             [&](const auto& known) { return known.incident == opened->incident; }))
                all.push_back(*opened);
    return all;
}

void tell_one(ExerciseReport& report, const picture::Log& log, const IncidentOpened& incident) {
    const auto about = [&](const Recorded& one) {
        const auto* entry = log.find(one.sequence);
        return entry == nullptr ? std::string() : log.incident_of(*entry);
    };
    report.from = incident.started;
    report.until = incident.started;
    for (const auto& one : report.messages) {
        if (about(one) != incident.incident.value) continue;
        report.from = std::min(report.from, one.message.time);
        report.until = std::max(report.until, one.message.time);
    }
    // a level may have been decided of before the first message, or from after the last one on
    if (const auto* known = picture::find_incident(report.picture, incident.incident))
        for (const auto& step : known->grip) {
            report.from = std::min(report.from, step.effective_from);
            report.until = std::max(report.until, step.effective_from);
        }
    const auto of_that_time = [&](const Recorded& one) {
        const auto* note = std::get_if<NoteWritten>(&one.message.body);
        return note != nullptr && !note->event && one.message.time >= report.from &&
               one.message.time <= report.until;
    };
    std::erase_if(report.messages, [&](const Recorded& one) {
        const auto whose = about(one);
        return whose != incident.incident.value && !(whose.empty() && of_that_time(one));
    });
    std::vector<IncidentId> others;
    for (const auto& [id, known] : report.picture.incidents->incidents)
        if (id != incident.incident) others.push_back(id);
    for (const auto& id : others)
        report.picture.incidents.edit().incidents.erase(id);
}

} // namespace regiekamer::report
