// Thresholds of the plan against measured and expected values.
#include "dashboard/picture/event_day.hpp"

#include "dashboard/picture/picture.hpp"

#include <algorithm>

namespace regiekamer::picture {
namespace {

/// A value in another unit; none when the two are not of one kind.
std::optional<double> in_unit(double value, const Unit& from, const Unit& wanted) {
    constexpr double km_h_of_m_s = 3.6, km_h_of_knot = 1.852;
    if (from == wanted) return value;
    if (wanted.value == "km/h" && from.value == "m/s") return value * km_h_of_m_s;
    if (wanted.value == "km/h" && from.value == "kn") return value * km_h_of_knot;
    if (wanted.value == "cm NAP" && from.value == "m NAP") return value * 100;
    return std::nullopt;
}

bool worse(Side side, double one, double other) {
    return side == Side::boven ? one > other : one < other;
}

std::optional<Stage> stage_of(const DayQuantity& row, std::optional<double> value) {
    std::optional<Stage> reached;
    for (const auto& stage : row.stages)
        if (value && stage && !worse(row.side, stage->value, *value)) reached = stage->stage;
    return reached;
}

void read_measured(const Picture& picture, DayQuantity& row, Instant now) {
    constexpr auto fresh = hours(3);
    for (const auto& [key, series] : picture.series->measured) {
        if (key.quantity != row.quantity || !in_unit(0, key.unit, row.unit)) continue;
        const auto newest = latest(picture, key, now);
        if (!newest) continue;
        const double value = *in_unit(newest->value, key.unit, row.unit);
        // Of stations that still speak the worst counts; one that fell silent gives way.
        const bool older = row.value && newest->at < row.at - fresh,
                   newer = row.value && newest->at > row.at + fresh;
        if (row.value && (older || (!newer && !worse(row.side, value, *row.value)))) continue;
        row.value = value;
        row.at = newest->at;
    }
}

void read_expected(const Picture& picture, DayQuantity& row, Instant from, Instant until) {
    for (const auto& [key, forecast] : picture.series->forecasts) {
        if (key.quantity != row.quantity || !in_unit(0, key.unit, row.unit)) continue;
        for (const auto& point : forecast.points) {
            if (point.at < from || point.at > until) continue;
            const double value = *in_unit(point.value, key.unit, row.unit);
            if (row.expected && !worse(row.side, value, *row.expected)) continue;
            row.expected = value;
            row.expected_at = point.at;
        }
    }
}

/// CAP's severity as KNMI's colour.
double code_of(const WarningReceived& warning) {
    return std::max(0, severity_rank(warning) - 1);
}

void read_warnings(const Picture& picture, DayQuantity& row, Instant from, Instant until, Instant now) {
    if (!last_heard(picture, WarningReceived::type)) return; // silence says nothing yet
    row.value = 0;
    row.at = now;
    for (const auto* warning : active_warnings(picture, now)) {
        const double code = code_of(warning->value);
        if (begin_of(warning->value) <= now) row.value = std::max(*row.value, code);
        if (begin_of(warning->value) > until || end_of(warning->value) < from) continue;
        if (row.expected && *row.expected >= code) continue;
        row.expected = code;
        row.expected_at = std::max(from, begin_of(warning->value));
    }
}

} // namespace

std::vector<DayQuantity> day_quantities(const Picture& picture, const PublicEventId& id, Instant now) {
    std::vector<DayQuantity> rows;
    const auto found = picture.events->events.find(id);
    if (found == picture.events->events.end()) return rows;
    const PublicEvent& event = found->second;
    for (const auto& [key, threshold] : event.thresholds) {
        auto row = std::find_if(rows.begin(), rows.end(), [&](const DayQuantity& one) {
            return one.quantity == key.quantity && one.side == key.side && one.unit == threshold.value.unit;
        });
        if (row == rows.end())
            row = rows.insert(rows.end(),
                              {key.quantity, threshold.value.unit, key.side, {}, {}, {}, {}, {}, {}, {}});
        row->stages.at(static_cast<std::size_t>(key.stage)) = threshold.value;
    }
    std::stable_partition(rows.begin(), rows.end(),
                          [](const DayQuantity& row) { return row.quantity.value == knmi_code; });
    const Instant from = std::max(now, event.from.value.value_or(now));
    const Instant until = event.until.value.value_or(event.from.value.value_or(now) + hours(12));
    for (DayQuantity& row : rows) {
        if (row.quantity.value == knmi_code) {
            read_warnings(picture, row, from, until, now);
        } else {
            read_measured(picture, row, now);
            if (event.from.value) read_expected(picture, row, from, until);
        }
        row.reached = stage_of(row, row.value);
        row.to_be_reached = stage_of(row, row.expected);
    }
    return rows;
}

bool on_the_day(const PublicEvent& event, Instant now) {
    constexpr auto night = hours(6);
    if (!event.from.value) return false;
    const Instant last = event.until.value.value_or(*event.from.value);
    return now >= day_start(local_day(*event.from.value)) &&
           now < day_start(local_day(last) + date::days(1)) + night;
}

std::optional<LocalDay> day_shown(const PublicEvent& event, Instant now) {
    if (!event.from.value) return std::nullopt;
    const LocalDay first = local_day(*event.from.value);
    const LocalDay last = std::max(first, local_day(event.until.value.value_or(*event.from.value)));
    return on_the_day(event, now) ? std::clamp(local_day(now), first, last) : first;
}

std::vector<MomentId> moments_on(const Picture& picture, const PublicEventId& event, LocalDay day) {
    constexpr auto night = hours(6);
    std::vector<MomentId> found = moments_of(picture, event);
    std::erase_if(found, [&](const MomentId& id) {
        const Instant at = picture.events->moments.at(id).value.at;
        return at < day_start(day) || at >= day_start(day + date::days(1)) + night;
    });
    return found;
}

std::vector<IncidentId> incidents_of(const Picture& picture, const PublicEventId& event) {
    std::vector<std::pair<Sequence, IncidentId>> found;
    for (const auto& [id, incident] : picture.incidents->incidents)
        if (incident.started.said() && !incident.closed && incident.event.value == event)
            found.emplace_back(incident.started.sequence, id);
    std::sort(found.begin(), found.end());
    std::vector<IncidentId> ids;
    for (auto& [sequence, id] : found)
        ids.push_back(std::move(id));
    return ids;
}

} // namespace regiekamer::picture
