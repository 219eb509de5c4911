// One plot. Points are decimated to pixel columns before anything is drawn.
#include "dashboard/panels/series_plot.hpp"

#include "dashboard/words/labels.hpp"
#include "dashboard/words/time_words.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace regiekamer::panels {
namespace {

using picture::SeriesKey;
using ui::Point;
using ui::Rect;
using ui::Style;
using ui::Ui;

/// From (instant, value) to the screen.
struct Axes {
    Rect box;
    PlotSpan span;
    double low = 0, high = 1;
    [[nodiscard]] float x(Instant at) const {
        const auto part = static_cast<double>((at - span.from).count()) /
                          static_cast<double>((span.until - span.from).count());
        return box.x + static_cast<float>(part) * box.w;
    }
    [[nodiscard]] float y(double value) const {
        return box.bottom() - static_cast<float>((value - low) / (high - low)) * box.h;
    }
};

void widen(double& low, double& high, double value) {
    low = std::min(low, value);
    high = std::max(high, value);
}

/// The range of what is shown, rounded outward to whole halves of a metre (or the like).
Axes axes_of(const Scene& scene, const SeriesKey& key, const Rect& box, PlotSpan span) {
    double low = 1e300, high = -1e300;
    if (const auto* series = picture::find_series(scene.picture, key))
        for (auto i = series->lower_bound(span.from); i < series->size() && (*series)[i].at <= span.until;
             ++i)
            if ((*series)[i].quality != Quality::gat) widen(low, high, (*series)[i].value);
    if (const auto* forecast = picture::find_forecast(scene.picture, key))
        for (const auto& point : forecast->points)
            if (point.at >= span.from && point.at <= span.until) widen(low, high, point.value);
    if (low > high) low = 0, high = 100;
    for (const auto& state : picture::threshold_states(scene.picture, key, scene.now))
        if (state.threshold.value.value < high + 60) widen(low, high, state.threshold.value.value + 10);
    const double step = high - low > 40 ? 50 : 10;
    return {box, span, std::floor(low / step) * step, std::ceil((high + step * 0.1) / step) * step};
}

void draw_grid(Ui& ui, const SeriesKey& key, const Axes& axes) {
    const double range = axes.high - axes.low;
    double step = 10;
    for (const double wider : {50.0, 100.0, 200.0, 500.0}) // labels need some height each
        if (static_cast<double>(axes.box.h) * step / range < 30) step = wider;
    for (double value = std::ceil(axes.low / step) * step; value <= axes.high + 0.01; value += step) {
        const float y = axes.y(value);
        ui::line(ui, {axes.box.x, y}, {axes.box.right(), y}, ui.palette.line);
        ui::text_right(ui, Style::secondary15, {axes.box.x - 8, y + 5}, ui.palette.dim,
                       key.unit.value == "cm NAP" ? words::number(value / 100, 2) : words::number(value, 0));
    }
}

/// Whole hours that fit: every 1, 2, 3, 6, 12 or 24.
void draw_hours(Ui& ui, const Scene& scene, const Axes& axes) {
    const auto span = std::chrono::duration_cast<hours>(axes.span.until - axes.span.from).count();
    const auto fits = std::max<long>(2, static_cast<long>(axes.box.w / 72));
    int step = 24;
    for (const int candidate : {1, 2, 3, 6, 12})
        if (span / candidate <= fits) {
            step = candidate;
            break;
        }
    const float now_x = axes.x(scene.now);
    for (auto day = picture::day_start(picture::local_day(axes.span.from)); day < axes.span.until;
         day += hours(step)) {
        if (day < axes.span.from) continue;
        const float x = axes.x(day);
        ui::line(ui, {x, axes.box.bottom()}, {x, axes.box.bottom() + 4}, ui.palette.line);
        if (std::fabs(x - now_x) < 74) continue; // "nu" stands there
        const bool days = step >= 12;
        ui::text_centre(ui, Style::secondary15, {x, axes.box.bottom() + 20}, ui.palette.dim,
                        days && picture::to_local(day) == date::floor<date::days>(picture::to_local(day))
                            ? words::weekday_day(day)
                            : words::clock(day));
    }
}

ui::Colour colour_of(const Ui& ui, ThresholdSeverity severity) {
    return severity == ThresholdSeverity::alarm ? ui.palette.critical : ui.palette.attention;
}

void draw_thresholds(Ui& ui, const Scene& scene, const SeriesKey& key, const Axes& axes) {
    for (const auto& state : picture::threshold_states(scene.picture, key, scene.now)) {
        const auto& threshold = state.threshold.value;
        if (threshold.value > axes.high || threshold.value < axes.low) continue;
        const float y = axes.y(threshold.value);
        const Point ends[]{{axes.box.x, y}, {axes.box.right(), y}};
        ui::dashed(ui, ends, colour_of(ui, threshold.severity), 1);
    }
}

/// Over what was measured, on a ground of their own: a label must be read where the line runs through it.
/// Returns where they stand.
std::vector<Rect> name_thresholds(Ui& ui, const Scene& scene, const SeriesKey& key, const Axes& axes) {
    std::vector<Rect> labels;
    float last_y = 1e9F;
    for (const auto& state : picture::threshold_states(scene.picture, key, scene.now)) {
        const auto& threshold = state.threshold.value;
        if (threshold.value > axes.high || threshold.value < axes.low) continue;
        const float y = axes.y(threshold.value);
        if (last_y - y < 17 || y - 16 < axes.box.y - 8) continue; // no label lies on another or sticks out
        last_y = y;
        const std::string value = key.unit.value == "cm NAP" ? words::number(threshold.value / 100, 2)
                                                             : words::number(threshold.value, 0);
        const std::string label =
            value + " " + threshold.meaning.substr(0, threshold.meaning.find_first_of(":,;("));
        const float width = std::min(ui::width(ui, Style::secondary15, label), axes.box.w - 8);
        labels.push_back({axes.box.x + 2, y - 18, width + 5, 17});
        ui::fill(ui, labels.back(), ui.palette.surface);
        ui::text_within(ui, Style::secondary15, {axes.box.x + 4, y - 4}, axes.box.w - 8,
                        colour_of(ui, threshold.severity), label);
    }
    return labels;
}

void draw_measured(Ui& ui, const Scene& scene, const SeriesKey& key, const Axes& axes) {
    const auto* series = picture::find_series(scene.picture, key);
    if (series == nullptr) return;
    const auto columns_wanted = static_cast<std::size_t>(std::max(16.F, axes.box.w / 2));
    const auto until = std::min(axes.span.until, scene.now + seconds(1));
    if (until <= axes.span.from) return;
    const auto share = static_cast<double>((until - axes.span.from).count()) /
                       static_cast<double>((axes.span.until - axes.span.from).count());
    const auto count =
        std::max<std::size_t>(1, static_cast<std::size_t>(static_cast<double>(columns_wanted) * share));
    const auto columns = picture::decimate(*series, axes.span.from, until, count);
    std::vector<Point> points;
    const auto flush = [&] {
        if (points.size() > 1) ui::polyline(ui, points, ui.palette.flow, 3);
        points.clear();
    };
    const auto width = axes.box.w * static_cast<float>(share) / static_cast<float>(count);
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const auto& column = columns[i];
        if (column.gap) flush();
        if (column.count == 0) continue;
        const float x = axes.box.x + (static_cast<float>(i) + 0.5F) * width;
        points.push_back({x, axes.y(column.last)});
        if (column.highest - column.lowest > 2) {
            points.back() = {x, axes.y(column.lowest)};
            points.push_back({x, axes.y(column.highest)});
        }
    }
    flush();
    if (const auto point = picture::latest(scene.picture, key, scene.now);
        point && point->at >= axes.span.from)
        ui::dot(ui, {axes.x(point->at), axes.y(point->value)}, 10, ui.palette.flow);
}

void draw_forecast(Ui& ui, const Scene& scene, const SeriesKey& key, const Axes& axes) {
    const auto* forecast = picture::find_forecast(scene.picture, key);
    if (forecast == nullptr) return;
    const auto latest = picture::latest(scene.picture, key, scene.now);
    const Instant from = std::max(axes.span.from, latest ? latest->at : scene.now);
    std::vector<Point> points;
    if (latest && latest->at >= axes.span.from) points.push_back({axes.x(latest->at), axes.y(latest->value)});
    for (const auto& point : forecast->points)
        if (point.at > from && point.at <= axes.span.until)
            points.push_back({axes.x(point.at), axes.y(point.value)});
    if (points.size() < 2) return;
    ui::dashed(ui, points, ui.palette.flow, 2, 3, 4);
}

/// How high it will come, and when; beside its dot where no other label stands.
void name_peak(Ui& ui, const Scene& scene, const SeriesKey& key, const Axes& axes,
               const std::vector<Rect>& taken) {
    const auto peak = picture::forecast_peak(scene.picture, key, scene.now);
    if (!peak || peak->at > axes.span.until || peak->at < axes.span.from) return;
    const Point at{axes.x(peak->at), axes.y(peak->value)};
    ui::open_dot(ui, at, 10, ui.palette.flow);
    const std::string words = fmt::format("{} om {}",
                                          key.unit.value == "cm NAP" ? words::number(peak->value / 100, 2)
                                                                     : words::number(peak->value, 0),
                                          words::clock(peak->at));
    const float w = ui::width(ui, Style::strong15, words);
    const float x = std::clamp(at.x + 6, axes.box.x + 4, axes.box.right() - w);
    const float right = std::min(at.x + 14, axes.box.right() - w);
    for (const Point place :
         {Point{x, at.y - 10}, Point{x, at.y + 24}, Point{right, at.y + 5},
          Point{axes.box.right() - w, at.y - 10}, Point{axes.box.right() - w, at.y + 24}}) {
        const Rect room{place.x, place.y - 15, w, 19};
        const bool free =
            std::none_of(taken.begin(), taken.end(), [&](const Rect& label) { return label.overlaps(room); });
        if (!free || room.y < axes.box.y - 4 || room.bottom() > axes.box.bottom()) continue;
        ui::fill(ui, {room.x - 3, room.y + 1, room.w + 6, room.h - 3}, ui.palette.surface.faded(0.8F));
        ui::text(ui, Style::strong15, place, ui.palette.text, words);
        return;
    }
}

void draw_curves(Ui& ui, const Scene& scene, const SeriesKey& key, const Axes& axes) {
    const ui::Clip clip(ui, axes.box.inset(-4, -2));
    draw_measured(ui, scene, key, axes);
    draw_forecast(ui, scene, key, axes);
}

} // namespace

void draw_series_plot(Ui& ui, const Scene& scene, const SeriesKey& key, const Rect& rect, PlotSpan span) {
    const Rect box{rect.x + 48, rect.y + 8, rect.w - 60, rect.h - 36};
    if (box.w < 60 || box.h < 40) return;
    const Axes axes = axes_of(scene, key, box, span);
    draw_grid(ui, key, axes);
    draw_hours(ui, scene, axes);
    draw_thresholds(ui, scene, key, axes);
    const float now_x = axes.x(scene.now);
    if (now_x >= box.x && now_x <= box.right()) {
        ui::line(ui, {now_x, box.y}, {now_x, box.bottom()}, ui.palette.dim);
        const std::string now = (scene.looking_back ? "toen " : "nu ") + words::clock(scene.now);
        const float half = ui::width(ui, Style::strong15, now) / 2;
        ui::text_centre(ui, Style::strong15,
                        {std::clamp(now_x, box.x + half - 40, box.right() - half + 8), box.bottom() + 20},
                        ui.palette.text, now);
    }
    draw_curves(ui, scene, key, axes);
    const auto labels = name_thresholds(ui, scene, key, axes);
    const ui::Clip clip(ui, box.inset(-4, -2));
    name_peak(ui, scene, key, axes, labels);
}

std::vector<SeriesKey> water_series(const Scene& scene) {
    std::vector<std::pair<double, SeriesKey>> found;
    for (const auto& key : picture::series_keys(scene.picture)) {
        if (key.quantity.value != "waterstand") continue;
        const auto now = picture::latest(scene.picture, key, scene.now);
        const auto peak = picture::forecast_peak(scene.picture, key, scene.now);
        const double level = std::max(now ? now->value : -1e6, peak ? peak->value : -1e6);
        // Regional thresholds are set for Dordrecht: a station with more of them tells more.
        const auto thresholds = picture::threshold_states(scene.picture, key, scene.now).size();
        found.emplace_back(-static_cast<double>(thresholds) * 1e5 - level, key);
    }
    std::sort(found.begin(), found.end());
    std::vector<SeriesKey> keys;
    keys.reserve(found.size());
    for (auto& [order, key] : found)
        keys.push_back(std::move(key));
    return keys;
}

} // namespace regiekamer::panels
