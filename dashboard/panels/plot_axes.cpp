// Steps are 1, 2 or 5 with noughts, so many that their words do not touch.
#include "dashboard/panels/plot_axes.hpp"

#include "dashboard/picture/time_zone.hpp"
#include "dashboard/words/labels.hpp"
#include "dashboard/words/time_words.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace regiekamer::panels {
namespace {

using picture::SeriesKey;
using ui::Rect;
using ui::Style;
using ui::Ui;

bool in_centimetres(const SeriesKey& key) {
    return key.unit.value == "cm NAP";
}

struct Range {
    double low = 1e300, high = -1e300;
    [[nodiscard]] bool empty() const { return low > high; }
    /// Beyond this no sensor means anything, and sums of it are no numbers any more.
    void take(double value) {
        constexpr double most = 1e15;
        value = std::clamp(value, -most, most);
        low = std::min(low, value);
        high = std::max(high, value);
    }
};

/// The least 1, 2 or 5 with noughts that is no less.
double round_step(double least) {
    const double power = std::pow(10.0, std::floor(std::log10(least)));
    for (const double times : {1.0, 2.0, 5.0})
        if (times * power >= least * (1 - 1e-9)) return times * power;
    return 10 * power;
}

/// What the range is rounded outward to.
double rounding(const SeriesKey& key, const Range& range) {
    const double size = range.high - range.low, large = std::max(std::fabs(range.low), std::fabs(range.high));
    if (in_centimetres(key) && size <= 400) return size > 40 ? 50 : 10;
    // one value alone, or some that differ in nothing that a number can hold
    const double least = large > 0 ? large * 1e-6 : 1;
    return round_step(std::max(size > 0 ? size : large / 10, least) / 8);
}

/// A threshold far above all that was measured would press it flat.
double reach_above(const SeriesKey& key, const Range& range) {
    if (in_centimetres(key)) return range.high + 60;
    return range.high + std::max(2 * (range.high - range.low), 1.5 * std::fabs(range.high));
}

int decimals_of_step(double step) {
    return std::clamp(static_cast<int>(std::ceil(-std::log10(step) - 1e-9)), 0, 9);
}

/// The words of a line of the grid; large numbers in thousands, millions or more, so that they fit beside it.
/// None: they do not.
std::string grid_number(const Ui& ui, const SeriesKey& key, double value, double step, float room) {
    if (in_centimetres(key)) {
        if (auto words = plot_number(key, value); ui::width(ui, Style::secondary15, words) <= room)
            return words;
        value /= 100;
        step /= 100;
    }
    for (const char* times : {"", "k", "M", "G", "T", "P"}) {
        const auto words = words::number(value, decimals_of_step(step)) + times;
        if (ui::width(ui, Style::secondary15, words) <= room) return words;
        value /= 1'000;
        step /= 1'000;
    }
    return {};
}

/// There stands "nu" with its time.
bool beside_now(const Scene& scene, const PlotAxes& axes, float x) {
    return std::fabs(x - axes.x(scene.now)) < 74;
}

void draw_tick(Ui& ui, const Scene& scene, const PlotAxes& axes, Instant at, const std::string& words) {
    const float x = axes.x(at);
    ui::line(ui, {x, axes.box.bottom()}, {x, axes.box.bottom() + 4}, ui.palette.line);
    if (!beside_now(scene, axes, x))
        ui::text_centre(ui, Style::secondary15, {x, axes.box.bottom() + 20}, ui.palette.dim, words);
}

/// Less than two hours are told in minutes.
void draw_minutes(Ui& ui, const Scene& scene, const PlotAxes& axes, long fits) {
    const auto span = std::chrono::duration_cast<minutes>(axes.span.until - axes.span.from).count();
    int step = 60;
    for (const int candidate : {2, 5, 10, 15, 30})
        if (span / candidate <= fits) {
            step = candidate;
            break;
        }
    for (Instant at = std::chrono::floor<hours>(axes.span.from); at < axes.span.until; at += minutes(step))
        if (at >= axes.span.from) draw_tick(ui, scene, axes, at, words::clock(at));
}

/// Hours of the local clock, so that they are the same ones on the days after the clock went back. Midnight
/// has the name of the day that begins, where more than a day is shown.
void draw_clock_hours(Ui& ui, const Scene& scene, const PlotAxes& axes, int step) {
    const auto first = picture::local_day(axes.span.from), last = picture::local_day(axes.span.until);
    const bool days = axes.span.until - axes.span.from > hours(24);
    Instant before = axes.span.from - microseconds(1);
    for (auto day = first; day <= last; day += date::days(1))
        for (int hour = 0; hour < 24; hour += step) {
            const Instant at = picture::from_local(day + hours(hour));
            if (at <= before || at >= axes.span.until) continue; // not in view, or skipped by summer time
            before = at;
            draw_tick(ui, scene, axes, at, hour == 0 && days ? words::weekday_day(at) : words::clock(at));
        }
}

void draw_day_ticks(Ui& ui, const Scene& scene, const PlotAxes& axes, int step) {
    for (auto day = picture::local_day(axes.span.from);; day += date::days(step)) {
        const Instant at = picture::day_start(day);
        if (at >= axes.span.until) return;
        if (at >= axes.span.from)
            draw_tick(ui, scene, axes, at, step > 2 ? words::short_date(at) : words::weekday_day(at));
    }
}

} // namespace

float PlotAxes::x(Instant at) const {
    const auto part =
        static_cast<double>((at - span.from).count()) / static_cast<double>((span.until - span.from).count());
    return box.x + static_cast<float>(part) * box.w;
}

float PlotAxes::y(double value) const {
    const double part = std::clamp((value - low) / (high - low), -100.0, 100.0);
    return box.bottom() - static_cast<float>(part) * box.h;
}

PlotAxes plot_axes(const Scene& scene, const SeriesKey& key, const Rect& box, PlotSpan span,
                   const std::vector<picture::SeriesColumn>& columns) {
    Range range;
    for (const auto& column : columns)
        if (column.count > 0) range.take(column.lowest), range.take(column.highest);
    if (const auto* forecast = picture::find_forecast(scene.picture, key))
        for (const auto& point : forecast->points)
            if (point.at >= span.from && point.at <= span.until) range.take(point.value);
    if (range.empty()) range = {0, 100};
    const double reach = reach_above(key, range), margin = rounding(key, range) * 0.2;
    for (const auto& state : picture::threshold_states(scene.picture, key, scene.now))
        if (const double value = state.threshold.value.value; value < reach) {
            range.take(value);
            range.take(value + (in_centimetres(key) ? 10 : margin)); // its name stands above it
        }
    const double step = rounding(key, range);
    return {box, span, std::floor(range.low / step) * step,
            std::ceil((range.high + step * 0.1) / step) * step};
}

std::string plot_unit(const SeriesKey& key) {
    return in_centimetres(key) ? "m NAP" : key.unit.value;
}

std::string plot_number(const SeriesKey& key, double value) {
    if (in_centimetres(key)) return words::number(value / 100, 2);
    return words::number(value, words::telling_decimals(value));
}

void draw_plot_grid(Ui& ui, const SeriesKey& key, const PlotAxes& axes) {
    constexpr double apart = 30; // labels need some height each
    const double range = axes.high - axes.low, least = apart * range / static_cast<double>(axes.box.h);
    double step = round_step(least);
    if (in_centimetres(key)) step = least <= 10 ? 10 : step == 20 ? 50 : step; // as levels are spoken of
    const double first = std::ceil(axes.low / step - 1e-6) * step;
    const auto count = static_cast<int>((axes.high - first) / step + 1e-6);
    for (int i = 0; i <= count; ++i) {
        const double value = first + i * step;
        const float y = axes.y(value);
        ui::line(ui, {axes.box.x, y}, {axes.box.right(), y}, ui.palette.line);
        ui::text_right(ui, Style::secondary15, {axes.box.x - 8, y + 5}, ui.palette.dim,
                       grid_number(ui, key, value, step, 42));
    }
}

void draw_plot_hours(Ui& ui, const Scene& scene, const PlotAxes& axes) {
    const auto span = std::chrono::duration_cast<hours>(axes.span.until - axes.span.from).count();
    const auto fits = std::max<long>(2, static_cast<long>(axes.box.w / 72));
    if (span < 2) return draw_minutes(ui, scene, axes, fits);
    for (const int step : {1, 2, 3, 6, 12})
        if (span / step <= fits) return draw_clock_hours(ui, scene, axes, step);
    int days = 1;
    for (const int candidate : {1, 2, 7, 14, 28, 90})
        if (days = candidate; span / (24 * candidate) <= fits) break;
    draw_day_ticks(ui, scene, axes, days);
}

} // namespace regiekamer::panels
