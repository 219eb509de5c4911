// Short, and relative where it drives action.
#include "dashboard/panels/events/events_words.hpp"

#include "dashboard/words/labels.hpp"
#include "dashboard/words/time_words.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace regiekamer::panels::events {
namespace {

using picture::local_day;
using picture::RequirementState;
using Why = picture::ReadinessReason::Why;

std::string plural(std::int64_t days) {
    return days == 1 ? "1 dag" : fmt::format("{} dagen", days);
}

} // namespace

std::string day_words(const picture::PublicEvent& event) {
    if (!event.from.value) return "geen datum";
    const Instant from = *event.from.value, until = event.until.value.value_or(from);
    // Until 06:00 it is still the night of the day before.
    if (local_day(until - hours(6)) <= local_day(from)) return words::short_date(from);
    const std::string first = words::short_date(from), last = words::short_date(until);
    const auto day = [](const std::string& date) { return date.substr(date.find(' ') + 1); };
    const auto month = [&](const std::string& date) { return date.substr(date.rfind(' ') + 1); };
    const auto year = [](Instant at) { return date::year_month_day{local_day(at)}.year(); };
    if (year(from) != year(until)) return words::date(from).substr(3) + " – " + words::date(until).substr(3);
    if (month(first) != month(last)) return day(first) + " – " + day(last);
    const std::string short_first = day(first).substr(0, day(first).find(' '));
    return short_first + "–" + day(last);
}

std::string period_words(const picture::PublicEvent& event) {
    if (!event.from.value) return "nog geen datum";
    const Instant from = *event.from.value;
    std::string text = words::date(from) + ", " + words::clock(from);
    if (!event.until.value) return text;
    const Instant until = *event.until.value;
    const bool same = local_day(until - hours(6)) <= local_day(from);
    return text + (same ? "–" + words::clock(until) : " tot " + words::date_clock(until));
}

std::string days_away(Instant at, Instant now) {
    const auto days = (local_day(at) - local_day(now)).count();
    if (days == 0) return "vandaag";
    if (days == 1) return "morgen";
    if (days == -1) return "gisteren";
    return days > 0 ? "over " + plural(days) : plural(-days) + " geleden";
}

std::string when_words(const picture::PublicEvent& event, Instant now) {
    const Instant from = *event.from.value, until = event.until.value.value_or(from);
    if (!picture::on_the_day(event, now)) return days_away(from, now);
    const auto days = (local_day(std::max(from, until - hours(6))) - local_day(from)).count() + 1;
    if (days == 1) return "vandaag";
    return fmt::format("bezig, dag {} van {}", std::min((local_day(now) - local_day(from)).count() + 1, days),
                       days);
}

std::string days_late(Instant deadline, Instant now) {
    const auto days = (local_day(now) - local_day(deadline)).count();
    if (days > 0) return plural(days) + " te laat";
    return words::due(deadline, now);
}

std::string beyond_words(const picture::BeyondMelding& beyond) {
    if (!beyond.any()) return {};
    std::string text = "Een melding";
    if (beyond.visitors) text += fmt::format(" heeft hoogstens {} bezoekers", melding_visitors_max);
    if (beyond.clock) text += std::string(beyond.visitors ? " en" : "") + " is tussen 09:00 en 23:00";
    return text + ".";
}

std::string wanted(const picture::ReadinessReason& reason) {
    switch (reason.why) {
    case Why::no_date:
        return "Datum bekend";
    case Why::missing:
        return reason.title + " binnen";
    case Why::step_to_do:
        return reason.title;
    case Why::unjudged:
        return reason.title + " beoordeeld";
    case Why::conditions:
        return reason.title + ": " +
               (reason.conditions.empty() ? std::string("voorwaarden vervuld") : reason.conditions.front());
    case Why::rejected:
        return reason.title + ": nieuwe versie goedgekeurd";
    case Why::inspection:
        return "Schouw: " + reason.title + " gereed";
    case Why::planned_again:
        return "GO of NO-GO opnieuw besloten";
    }
    return reason.title;
}

std::string urgency(const picture::ReadinessReason& reason, Instant now) {
    if (reason.why == Why::no_date) return "Nog geen datum";
    if (reason.why == Why::inspection) return "Schouw: " + reason.title;
    if (reason.why == Why::planned_again) return "Staat weer in de agenda: besluit opnieuw";
    if (reason.late && reason.deadline) return reason.title + " " + days_late(*reason.deadline, now);
    const auto due = reason.expected ? reason.expected : reason.deadline;
    return reason.title + (due ? " " + days_away(*due, now) : "");
}

std::string station_words(const Scene& scene, const Station& station) {
    const auto found = scene.picture.series->stations.find(station);
    return found == scene.picture.series->stations.end() ? station.value : found->second.value.name;
}

std::string quantity_words(const picture::DayQuantity& row) {
    if (row.quantity.value == picture::knmi_code) return row.quantity.value;
    return words::sentence_case(row.quantity.value) + " (" + row.unit.value + ")";
}

std::string value_words(const Quantity& quantity, const Unit& unit, double value) {
    if (quantity.value == picture::knmi_code) return words::knmi_colour(value);
    if (unit.value == "cm NAP") return words::level_metres(value);
    return words::number(value, value == std::trunc(value) ? 0 : 1);
}

std::string state_words(const picture::Requirement& requirement, Instant now) {
    const auto date = [](Instant at) { return words::short_date(at); };
    switch (picture::state_of(requirement)) {
    case RequirementState::done: {
        const bool met =
            requirement.met.has_value() && picture::cause_of(requirement) == requirement.met->sequence;
        const bool with_conditions =
            std::any_of(requirement.advised.begin(), requirement.advised.end(),
                        [](const auto& one) { return one.second.value.verdict == Verdict::voorwaarden; });
        if (met) return date(requirement.met->value.at) + (with_conditions ? ", met voorwaarden" : "");
        for (const auto& [party, advice] : requirement.advised)
            if (advice.sequence == picture::cause_of(requirement)) return date(advice.time) + ", akkoord";
        return "gereed";
    }
    case RequirementState::submitted:
        return fmt::format("{}{}, wacht op oordeel", date(requirement.submitted->time),
                           requirement.submitted->value.version
                               ? " versie " + *requirement.submitted->value.version
                               : std::string());
    case RequirementState::conditional:
        return "voorwaarden open";
    case RequirementState::rejected:
        return "afgekeurd, nieuwe versie nodig";
    case RequirementState::open:
        break;
    }
    const Instant due = picture::due_of(requirement);
    return local_day(due) == local_day(now) ? "vandaag vóór " + words::clock(due) : days_away(due, now);
}

} // namespace regiekamer::panels::events
