// The fold of measurements, forecasts and thresholds, and what follows from them at an instant.
#include "dashboard/picture/series.hpp"

#include "dashboard/picture/apply.hpp"
#include "dashboard/picture/picture.hpp"

#include <algorithm>
#include <cmath>
#include <set>

namespace regiekamer::picture {

namespace {

/// Whoever holds first, lowest, highest and last of some values takes another.
template <class Held>
void take_value(Held& held, const SeriesPoint& point) {
    if (point.quality == Quality::gat) {
        held.gap = true;
        return;
    }
    if (held.count++ == 0) held.first = held.lowest = held.highest = point.value;
    held.lowest = std::min(held.lowest, point.value);
    held.highest = std::max(held.highest, point.value);
    held.last = point.value;
    held.doubt = held.doubt || point.quality == Quality::twijfel;
}

/// The same with all values of a block that comes after.
void take_block(SeriesColumn& column, const SeriesBlock& block) {
    column.gap = column.gap || block.gap;
    if (block.count == 0) return;
    if (column.count == 0) {
        column.first = block.first;
        column.lowest = block.lowest;
        column.highest = block.highest;
    }
    column.count += block.count;
    column.lowest = std::min(column.lowest, block.lowest);
    column.highest = std::max(column.highest, block.highest);
    column.last = block.last;
    column.doubt = column.doubt || block.doubt;
}

} // namespace

SeriesBlock SeriesBlock::of(std::span<const SeriesPoint> points) {
    SeriesBlock block;
    block.from = points.front().at;
    block.until = points.back().at;
    for (const auto& point : points)
        take_value(block, point);
    return block;
}

void Series::put(const SeriesPoint& point) {
    if (points_.empty() || points_.back().at < point.at) return points_.push_back(point);
    const std::size_t place = lower_bound(point.at);
    const SeriesPoint& there = points_[place];
    if (there.at != point.at) return points_.insert(place, point);
    if (there.value != point.value || there.quality != point.quality) ++conflicts_;
    points_.edit(place) = point;
}

std::size_t Series::lower_bound(Instant at) const {
    return points_.partition_point([&](const SeriesPoint& point) { return point.at < at; });
}

std::size_t Series::after_last_below(double value, std::size_t end) const {
    return points_.after_last(
        end, [&](const SeriesBlock& block) { return block.count > 0 && block.lowest < value; },
        [&](const SeriesPoint& point) { return point.quality != Quality::gat && point.value < value; });
}

void apply(Picture& picture, const Recorded& fact, const MeasurementTaken& body) {
    note_heard(picture, fact, body.type, body.at);
    const bool gap = body.quality == Quality::gat || !body.value;
    picture.series.edit().measured[{body.station, body.quantity, body.unit}].put(
        {body.at, gap ? 0 : *body.value, gap ? Quality::gat : body.quality, fact.sequence});
}

void apply(Picture& picture, const Recorded& fact, const ForecastIssued& body) {
    note_heard(picture, fact, body.type, body.issued);
    auto& forecast = picture.series.edit().forecasts[{body.station, body.quantity, body.unit}];
    if (forecast.issued.said() && body.issued < forecast.issued.value) return; // came in late
    std::map<Instant, double> points; // of an instant said twice, the last
    for (const ForecastPoint& point : body.points)
        points[point.at] = point.value;
    forecast = {Known(body.issued, fact), body.origin.value_or(""), {}};
    for (const auto& [at, value] : points)
        forecast.points.push_back({at, value});
}

void apply(Picture& picture, const Recorded& fact, const ThresholdSet& body) {
    auto& thresholds = picture.series.edit().thresholds[{body.station, body.quantity, body.unit}];
    // The same meaning again takes the place of what it was: a value that was mistyped does not stay.
    std::erase_if(thresholds, [&](const auto& one) { return one.first.meaning == body.meaning; });
    thresholds.insert_or_assign({body.value, body.severity, body.meaning}, Known(body, fact));
}

void apply(Picture& picture, const Recorded& fact, const StationDescribed& body) {
    picture.series.edit().stations[body.station] = Known(body, fact);
}

std::vector<SeriesKey> series_keys(const Picture& picture) {
    std::set<SeriesKey> keys;
    for (const auto& [key, series] : picture.series->measured)
        keys.insert(key);
    for (const auto& [key, forecast] : picture.series->forecasts)
        keys.insert(key);
    for (const auto& [key, thresholds] : picture.series->thresholds)
        keys.insert(key);
    return {keys.begin(), keys.end()};
}

const Series* find_series(const Picture& picture, const SeriesKey& key) {
    const auto found = picture.series->measured.find(key);
    return found == picture.series->measured.end() ? nullptr : &found->second;
}

const Forecast* find_forecast(const Picture& picture, const SeriesKey& key) {
    const auto found = picture.series->forecasts.find(key);
    return found == picture.series->forecasts.end() ? nullptr : &found->second;
}

namespace {

/// Index one past the newest value not after `now` that is no gap; 0: none.
std::size_t after_latest(const Series& series, Instant now) {
    std::size_t end = series.lower_bound(now);
    if (end < series.size() && series[end].at == now) ++end;
    while (end > 0 && series[end - 1].quality == Quality::gat)
        --end;
    return end;
}

/// Where a straight line from `before` to `after` passes `value`.
Instant crossing(const ForecastPoint& before, const ForecastPoint& after, double value) {
    const double part = (value - before.value) / (after.value - before.value);
    const double span = static_cast<double>((after.at - before.at).count());
    return before.at + microseconds(std::llround(std::clamp(part, 0.0, 1.0) * span));
}

/// When the forecast first stands at or above `value` (or, with `above` false, below it) from `now` on.
std::optional<Instant> forecast_reaches(const Forecast& forecast, double value, bool above, Instant now) {
    const auto there = [&](double level) { return (level >= value) == above; };
    const auto& points = forecast.points;
    for (std::size_t index = 0; index < points.size(); ++index) {
        if (points[index].at < now || !there(points[index].value)) continue;
        if (index == 0 || there(points[index - 1].value)) return points[index].at;
        return std::max(now, crossing(points[index - 1], points[index], value));
    }
    return std::nullopt;
}

} // namespace

std::optional<SeriesPoint> latest(const Picture& picture, const SeriesKey& key, Instant now) {
    const Series* series = find_series(picture, key);
    const std::size_t end = series ? after_latest(*series, now) : 0;
    return end > 0 ? std::optional((*series)[end - 1]) : std::nullopt;
}

std::optional<double> rise_per_hour(const Picture& picture, const SeriesKey& key, Instant now) {
    const Series* series = find_series(picture, key);
    const std::size_t end = series ? after_latest(*series, now) : 0;
    if (end == 0) return std::nullopt;
    const SeriesPoint& newest = (*series)[end - 1];
    if (now - newest.at > value_is_news) return std::nullopt;
    for (std::size_t index = series->lower_bound(newest.at - minutes(30)); index + 1 < end; ++index) {
        const SeriesPoint& earlier = (*series)[index];
        if (earlier.quality == Quality::gat) continue;
        const microseconds span = newest.at - earlier.at;
        if (span < minutes(10)) return std::nullopt;
        return (newest.value - earlier.value) * static_cast<double>(microseconds(hours(1)).count()) /
               static_cast<double>(span.count());
    }
    return std::nullopt;
}

std::optional<ForecastPoint> forecast_peak(const Picture& picture, const SeriesKey& key, Instant now) {
    const Forecast* forecast = find_forecast(picture, key);
    std::optional<ForecastPoint> peak;
    if (!forecast) return peak;
    const auto& points = forecast->points;
    const auto next =
        std::find_if(points.begin(), points.end(), [&](const auto& one) { return one.at >= now; });
    if (next != points.begin() && next != points.end()) { // on the line that is drawn between two points
        const ForecastPoint& before = *(next - 1);
        const double part = static_cast<double>((now - before.at).count()) /
                            static_cast<double>((next->at - before.at).count());
        peak = ForecastPoint{now, before.value + part * (next->value - before.value)};
    }
    for (auto point = next; point != points.end(); ++point)
        if (!peak || point->value > peak->value) peak = *point;
    return peak;
}

double hysteresis(const SeriesKey& key) {
    constexpr double waterstand_cm = 5;
    if (key.quantity.value != "waterstand") return 0;
    return key.unit.value.starts_with("cm") ? waterstand_cm : waterstand_cm / 100;
}

namespace {

/// Back from `end`, one before the newest value, until one stood below the threshold by its dead band. A
/// level that stood above it for a year is passed over block by block, from the first value after the last
/// that was lower.
void note_crossing(const Series& series, std::size_t end, double value, double dead_band,
                   ThresholdState& state) {
    const std::size_t begin = series.after_last_below(value - dead_band, end);
    const auto meets = [&](const SeriesPoint& point) {
        return point.quality != Quality::gat && point.value >= value;
    };
    for (std::size_t index = begin; index < end; ++index) {
        const SeriesPoint& point = series[index];
        if (!meets(point)) continue; // crossed if it was: what came before says
        state.crossed = true;
        state.since = point.at;
        state.crossing_sequence = point.sequence;
        return;
    }
}

/// What a good value crossed stays so until a good one stands below it: a gauge that is doubted takes no
/// alarm away. A day of ten-minute values that are all doubted does; and so does one of a source that knows
/// no better, where a doubtful value crossed it.
void keep_through_doubt(const Series& series, std::size_t end, double value, double dead_band,
                        ThresholdState& state) {
    constexpr std::size_t doubted_most = 144;
    for (std::size_t index = end; index-- > 0 && end - index <= doubted_most;) {
        const SeriesPoint& point = series[index];
        if (point.quality != Quality::goed) continue;
        if (point.value >= value) return note_crossing(series, index + 1, value, dead_band, state);
        if (point.value < value - dead_band) return;
    }
}

} // namespace

std::vector<ThresholdState> threshold_states(const Picture& picture, const SeriesKey& key, Instant now) {
    std::vector<ThresholdState> states;
    const auto thresholds = picture.series->thresholds.find(key);
    if (thresholds == picture.series->thresholds.end()) return states;
    const Series* series = find_series(picture, key);
    const Forecast* forecast = find_forecast(picture, key);
    const std::size_t end = series ? after_latest(*series, now) : 0;
    const double dead_band = hysteresis(key);
    for (const auto& [place, threshold] : thresholds->second) {
        const double value = place.value;
        ThresholdState state;
        state.threshold = threshold;
        if (series != nullptr) note_crossing(*series, end, value, dead_band, state);
        if (series != nullptr && !state.crossed) keep_through_doubt(*series, end, value, dead_band, state);
        if (forecast)
            (state.crossed ? state.expected_below : state.expected) =
                forecast_reaches(*forecast, value, !state.crossed, now);
        states.push_back(std::move(state));
    }
    return states;
}

std::optional<ThresholdState> highest_crossed(const Picture& picture, const SeriesKey& key, Instant now,
                                              ThresholdSeverity least) {
    std::optional<ThresholdState> highest;
    for (ThresholdState& state : threshold_states(picture, key, now)) {
        auto& threshold = state.threshold;
        if (!state.crossed || threshold.value.severity < least) continue;
        if (highest && highest->threshold.value.value == threshold.value.value) {
            const auto& beside = highest->threshold;
            threshold.value.meaning += "; " + beside.value.meaning;
            threshold.sequence = std::max(threshold.sequence, beside.sequence);
        }
        highest = std::move(state);
    }
    return highest;
}

std::vector<SeriesColumn> decimate(const Series& series, Instant from, Instant until, std::size_t columns) {
    std::vector<SeriesColumn> cut(columns);
    if (columns == 0 || until <= from) return cut;
    const double scale = static_cast<double>(columns) / static_cast<double>((until - from).count());
    const auto column_of = [&](Instant at) {
        return std::min(columns - 1,
                        static_cast<std::size_t>(static_cast<double>((at - from).count()) * scale));
    };
    // What lies within one column is taken as a block: a frame costs its columns, not the points.
    series.visit_blocks(
        series.lower_bound(from), series.lower_bound(until),
        [&](const SeriesBlock& block) {
            const auto column = column_of(block.from);
            if (column != column_of(block.until)) return false;
            take_block(cut[column], block);
            return true;
        },
        [&](const SeriesPoint& point) { take_value(cut[column_of(point.at)], point); });
    return cut;
}

namespace {

/// The median of some of the steps between neighbours in [begin, end); none: too few to say.
std::optional<microseconds> usual_step(const Series& series, std::size_t begin, std::size_t end) {
    constexpr std::size_t looked_at = 99, enough = 5;
    if (end < begin + enough) return std::nullopt;
    const std::size_t apart = std::max<std::size_t>(1, (end - begin) / looked_at);
    std::vector<microseconds> steps;
    for (std::size_t index = begin + 1; index < end; index += apart)
        steps.push_back(series[index].at - series[index - 1].at);
    const auto middle = steps.begin() + static_cast<std::ptrdiff_t>(steps.size() / 2);
    std::nth_element(steps.begin(), middle, steps.end());
    return *middle;
}

} // namespace

void break_at_silence(std::vector<SeriesColumn>& columns, const Series& series, Instant from, Instant until) {
    const auto step = usual_step(series, series.lower_bound(from), series.lower_bound(until));
    if (!step || columns.empty()) return;
    const auto width = (until - from) / static_cast<std::int64_t>(columns.size());
    std::optional<std::size_t> filled;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].count == 0) continue;
        if (filled && width * static_cast<std::int64_t>(i - *filled - 1) > 3 * *step)
            columns[*filled + 1].gap = true;
        filled = i;
    }
}

} // namespace regiekamer::picture
