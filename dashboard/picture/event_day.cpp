// Thresholds of the plan against measured and expected values.
#include "dashboard/picture/event_day.hpp"

#include "dashboard/picture/picture.hpp"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <string_view>

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

/// Whether a text speaks of something: as words of their own, small letters or capitals.
bool speaks_of(std::string_view text, std::string_view name) {
    const auto letter = [](char one) { return std::isalnum(static_cast<unsigned char>(one)) != 0; };
    const auto same = [](char one, char other) {
        return std::tolower(static_cast<unsigned char>(one)) ==
               std::tolower(static_cast<unsigned char>(other));
    };
    for (auto at = text.begin(); !name.empty();) {
        at = std::search(at, text.end(), name.begin(), name.end(), same);
        if (at == text.end()) return false;
        const auto end = at + static_cast<std::ptrdiff_t>(name.size());
        if ((at == text.begin() || !letter(*(at - 1))) && (end == text.end() || !letter(*end))) return true;
        ++at;
    }
    return false;
}

/// How well a station fits the evenement: one that the plan names, else the nearest, else any.
struct Nearness {
    int rank = 2;
    double distance = 0; ///< degrees, squared
    auto operator<=>(const Nearness&) const = default;
};

Nearness nearness(const Picture& picture, const PublicEvent& event, const DayQuantity& row,
                  const Station& station) {
    const auto described = picture.series->stations.find(station);
    const bool known = described != picture.series->stations.end();
    for (const auto& stage : row.stages)
        for (const auto* text : {stage ? &stage->measure : nullptr, stage ? &stage->origin : nullptr})
            if (text != nullptr && *text &&
                (speaks_of(**text, station.value) ||
                 (known && speaks_of(**text, described->second.value.name))))
                return {0, 0};
    if (!known || !event.point.value) return {};
    constexpr double degrees = 3.14159265358979 / 180;
    const auto &here = *event.point.value, &there = described->second.value.point;
    const double north = there.lat - here.lat, east = (there.lon - here.lon) * std::cos(here.lat * degrees);
    return {1, north * north + east * east};
}

/// What one station says.
struct Said {
    Nearness near;
    Station station;
    double value{};
    Instant at;
    Sequence sequence{};
    microseconds stays_fresh = measured_stale; ///< how long it says how it is
};

/// The nearest; of those that are as near the worst.
const Said* best(const std::vector<Said>& all, Side side) {
    const Said* found = nullptr;
    for (const auto& one : all)
        if (found == nullptr || one.near < found->near ||
            (one.near == found->near && worse(side, one.value, found->value)))
            found = &one;
    return found;
}

microseconds stays_fresh(const Series& series, Instant newest) {
    const auto place = series.lower_bound(newest);
    if (place == 0) return measured_stale;
    const microseconds interval = std::min<microseconds>(newest - series[place - 1].at, hours(1));
    return std::max<microseconds>(measured_stale, interval * 3 / 2);
}

void read_measured(const Picture& picture, const PublicEvent& event, DayQuantity& row, Instant now) {
    constexpr auto fresh = hours(3);
    std::vector<Said> all;
    Instant newest_at{};
    for (const auto& [key, series] : picture.series->measured) {
        if (key.quantity != row.quantity || !in_unit(0, key.unit, row.unit)) continue;
        const auto newest = latest(picture, key, now);
        if (!newest) continue;
        all.push_back({nearness(picture, event, row, key.station), key.station,
                       *in_unit(newest->value, key.unit, row.unit), newest->at, newest->sequence,
                       stays_fresh(series, newest->at)});
        newest_at = std::max(newest_at, newest->at);
    }
    // A station that fell silent gives way to one that still speaks, else to one that spoke long after it.
    const auto silent = [&](const Said& one) { return one.at < now - one.stays_fresh; };
    if (!std::all_of(all.begin(), all.end(), silent)) std::erase_if(all, silent);
    std::erase_if(all, [&](const Said& one) { return one.at < newest_at - fresh; });
    const Said* said = best(all, row.side);
    if (said == nullptr) return;
    if (silent(*said))
        row.silent_since = said->at;
    else
        row.value = said->value;
    row.at = said->at;
    row.station = said->station;
    row.sequence = said->sequence;
}

void read_expected(const Picture& picture, const PublicEvent& event, DayQuantity& row, Instant from,
                   Instant until) {
    std::vector<Said> all;
    for (const auto& [key, forecast] : picture.series->forecasts) {
        if (key.quantity != row.quantity || !in_unit(0, key.unit, row.unit)) continue;
        std::optional<Said> worst;
        for (const auto& point : forecast.points) {
            if (point.at < from || point.at > until) continue;
            const double value = *in_unit(point.value, key.unit, row.unit);
            if (worst && !worse(row.side, value, worst->value)) continue;
            worst = {{}, key.station, value, point.at, forecast.issued.sequence};
        }
        if (!worst) continue;
        worst->near = nearness(picture, event, row, key.station);
        all.push_back(*worst);
    }
    const Said* said = best(all, row.side);
    if (said == nullptr) return;
    row.expected = said->value;
    row.expected_at = said->at;
    row.expected_station = said->station;
    row.expected_sequence = said->sequence;
}

/// CAP's severity as KNMI's colour.
double code_of(const WarningReceived& warning) {
    return std::max(0, severity_rank(warning) - 1);
}

/// By CAP's category, where it was said.
bool is_of_weather(const WarningReceived& warning) {
    if (!warning.details || !warning.details->categories) return true;
    const auto& categories = *warning.details->categories;
    return std::find(categories.begin(), categories.end(), "Met") != categories.end();
}

void read_warnings(const Picture& picture, DayQuantity& row, Instant from, Instant until, Instant now) {
    if (!last_heard(picture, WarningReceived::type)) return; // silence says nothing yet
    row.value = 0;
    row.at = now;
    for (const auto* warning : active_warnings(picture, now)) {
        if (!is_of_weather(warning->value)) continue;
        const double code = code_of(warning->value);
        if (begin_of(warning->value) <= now && code > *row.value) {
            row.value = code;
            row.sequence = warning->sequence;
        }
        if (begin_of(warning->value) > until || end_of(warning->value) < from) continue;
        if (row.expected && *row.expected >= code) continue;
        row.expected = code;
        row.expected_at = std::max(from, begin_of(warning->value));
        row.expected_sequence = warning->sequence;
    }
}

/// The first value of those that go on crossing it until the newest: another value a minute is no other
/// crossing.
void begin_of_stop(const Picture& picture, const DayQuantity& row, StopCrossed& stop, Instant now) {
    for (const auto* warning : active_warnings(picture, now))
        if (warning->sequence == row.sequence) stop.since = begin_of(warning->value);
    for (const auto& [key, series] : picture.series->measured) {
        if (key.station != row.station || key.quantity != row.quantity || !in_unit(0, key.unit, row.unit))
            continue;
        for (auto i = series.lower_bound(row.at + microseconds(1)); i-- > 0;) {
            const SeriesPoint& point = series[i];
            if (stop.since - point.at > stop_dip) break;
            if (point.quality == Quality::gat) continue;
            if (worse(row.side, stop.threshold, *in_unit(point.value, key.unit, row.unit))) continue;
            stop.since = point.at;
            stop.sequence = point.sequence;
        }
    }
}

} // namespace

std::vector<DayQuantity> day_quantities(const Picture& picture, const PublicEventId& id, Instant now) {
    std::vector<DayQuantity> rows;
    const auto found = picture.events->events.find(id);
    if (found == picture.events->events.end()) return rows;
    const PublicEvent& event = found->second;
    for (const auto& entry : event.thresholds) {
        const auto& key = entry.first; // by name: not every compiler lets a lambda have a binding
        const auto& threshold = entry.second;
        auto row = std::find_if(rows.begin(), rows.end(), [&](const DayQuantity& one) {
            return one.quantity == key.quantity && one.side == key.side && one.unit == threshold.value.unit;
        });
        if (row == rows.end())
            row = rows.insert(rows.end(), DayQuantity{key.quantity, threshold.value.unit, key.side});
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
            read_measured(picture, event, row, now);
            if (event.from.value) read_expected(picture, event, row, from, until);
        }
        row.reached = stage_of(row, row.value);
        row.to_be_reached = stage_of(row, row.expected);
    }
    return rows;
}

bool runs(const PublicEvent& event, Instant now) {
    if (!event.from.value) return false;
    return now >= *event.from.value && now < event.until.value.value_or(*event.from.value + hours(12));
}

std::vector<StopCrossed> stops_crossed(const Picture& picture, Instant now) {
    std::vector<StopCrossed> all;
    for (const auto& [id, event] : picture.events->events) {
        const bool stopped = event.decided && event.decided->value.decision == GoDecision::NO_GO;
        if (event.thresholds.empty() || stopped || !runs(event, now)) continue;
        for (const DayQuantity& row : day_quantities(picture, id, now)) {
            if (row.reached != Stage::stop) continue;
            const auto& plan = *row.stages.at(static_cast<std::size_t>(Stage::stop));
            StopCrossed stop{id,         row.quantity, row.unit,
                             *row.value, plan.value,   plan.measure.value_or(""),
                             row.at,     row.sequence};
            begin_of_stop(picture, row, stop, now);
            all.push_back(std::move(stop));
        }
    }
    return all;
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
    ids.reserve(found.size());
    for (auto& [sequence, id] : found)
        ids.push_back(std::move(id));
    return ids;
}

} // namespace regiekamer::picture
