// Columns and their heads.
#include "dashboard/panels/piket/chart.hpp"

#include "dashboard/panels/piket/piket.hpp"
#include "dashboard/picture/piket_rules.hpp"
#include "dashboard/words/time_words.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace regiekamer::panels::piket {
namespace {

using ui::Rect;
using ui::Style;
using ui::Ui;

using ui::measure::padding;
constexpr float week_width = 122, narrow_week_width = 27; ///< a name, and two initials
constexpr int weeks_max = 8, months_max = 26;

/// "18 jan": the changeover is on a Monday, so the weekday says nothing.
std::string day_month(Instant at) {
    auto text = words::short_date(at);
    return text.substr(std::min(text.find(' ') + 1, text.size()));
}

std::string month_of(Instant at) {
    auto text = words::date(at); // "ma 18 jan 2027"
    const auto month = text.find(' ', text.find(' ') + 1);
    return month == std::string::npos ? text : text.substr(month + 1);
}

void draw_week(Ui& ui, const Scene& scene, const Chart& chart, const Rect& cell, std::size_t week) {
    const Instant start = chart.starts.at(week);
    if (start <= scene.now && scene.now < chart.starts.at(week + 1)) ui::fill(ui, cell, ui.palette.selected);
    ui::line(ui, {cell.x, cell.y}, {cell.x, cell.bottom()}, ui.palette.line);
    const auto name = fmt::format("week {}", words::week_number(start));
    if (!low(ui)) {
        ui::text_within(ui, Style::strong16, {cell.x + 8, cell.y + 23}, cell.w - 10, ui.palette.text, name);
        ui::text_within(ui, Style::secondary15, {cell.x + 8, cell.y + 45}, cell.w - 10, ui.palette.dim,
                        words::short_date(start));
        return;
    }
    const float y = cell.centre().y + 6;
    const float end = ui::text(ui, Style::strong15, {cell.x + 6, y}, ui.palette.text, name);
    const auto day = day_month(start);
    if (end + 8 + ui::width(ui, Style::secondary15, day) <= cell.right())
        ui::text(ui, Style::secondary15, {end + 8, y}, ui.palette.dim, day);
}

/// The number of the week, and where a month begins its name above as many columns as it needs.
void draw_narrow_week(Ui& ui, const Scene& scene, const Chart& chart, const Rect& cell, std::size_t week) {
    const Instant start = chart.starts.at(week);
    if (start <= scene.now && scene.now < chart.starts.at(week + 1)) ui::fill(ui, cell, ui.palette.selected);
    const float low_y = cell.bottom() - 8;
    ui::text_centre(ui, Style::secondary15, {cell.centre().x, low_y}, ui.palette.dim,
                    fmt::format("{}", words::week_number(start)));
    const auto month = month_of(start);
    if (week > 0 && month == month_of(chart.starts.at(week - 1))) return;
    ui::line(ui, {cell.x, cell.y}, {cell.x, cell.bottom()}, ui.palette.line);
    std::size_t last = week;
    while (last + 1 < chart.weeks() && month_of(chart.starts.at(last + 1)) == month)
        ++last;
    const float room = cell.w * static_cast<float>(last - week + 1) - 8;
    const auto shorter = month.substr(0, month.find(' '));
    const bool whole = ui::width(ui, Style::strong15, month) <= room;
    if (whole || ui::width(ui, Style::strong15, shorter) <= room)
        ui::text(ui, Style::strong15, {cell.x + 5, cell.y + 18}, ui.palette.text, whole ? month : shorter);
}

} // namespace

float Chart::x(Instant at) const {
    at = std::clamp(at, from(), until());
    std::size_t week = 0;
    while (week + 1 < weeks() && at >= starts.at(week + 1))
        ++week;
    const auto span = std::max<std::int64_t>(1, (starts.at(week + 1) - starts.at(week)).count());
    const auto past = (at - starts.at(week)).count();
    return left + column * (static_cast<float>(week) + static_cast<float>(past) / static_cast<float>(span));
}

Chart chart_of(const Scene& scene, Drafts& drafts, const Rect& body) {
    auto& draft = drafts.piket;
    Chart chart;
    chart.months = draft.months;
    const float label = std::clamp(body.w * 0.22F, 150.F, 236.F), room = body.w - label - 8;
    draft.columns = chart.months ? std::clamp(static_cast<int>(room / narrow_week_width), 4, months_max)
                                 : std::clamp(static_cast<int>(room / week_width), 1, weeks_max);
    for (int week = 0; week <= draft.columns; ++week)
        chart.starts.push_back(picture::week_start(scene.now, draft.week + week));
    chart.left = body.x + label;
    chart.column = room / static_cast<float>(draft.columns);
    return chart;
}

int month_step(const Scene& scene, int week, bool forth) {
    const Instant start = picture::week_start(scene.now, week);
    const date::year_month_day day{picture::local_day(start)};
    const auto begins = [](date::year_month month) {
        // The first Monday of a month stands in the first week that it names.
        const picture::LocalDay first{month / 1};
        const auto monday = first + date::days((8 - picture::iso_weekday(first)) % 7);
        return picture::from_local(picture::LocalInstant(monday) + hours(9));
    };
    date::year_month month = day.year() / day.month();
    if (forth)
        month += date::months(1);
    else if (begins(month) >= start)
        month -= date::months(1);
    const auto between = picture::local_day(begins(month)) - picture::local_day(start);
    return static_cast<int>(between.count()) / 7;
}

std::string one_change(const Scene& scene) {
    std::string one;
    for (const auto& function : functions_in_order(scene.picture)) {
        const auto change = picture::changeover_of(scene.picture, function).value;
        if (!one.empty() && change != one) return {};
        one = change;
    }
    return one.empty() ? Changeover().value : one;
}

bool low(const Ui& ui) {
    return ui.screen.h < 800;
}

float head_height(const Ui& ui, const Chart& chart) {
    return chart.months ? 48 : low(ui) ? 34 : 56;
}

/// Where functions change at different times each row says its own.
std::string change_words(const Scene& scene) {
    const auto change = one_change(scene);
    return change.empty() ? "wissel per functie" : "wissel " + change;
}

void draw_head(Ui& ui, const Scene& scene, const Chart& chart, const Rect& head) {
    ui::text_within(ui, Style::secondary15, {head.x + padding, head.centre().y + 6},
                    chart.left - head.x - padding - 6, ui.palette.dim, change_words(scene));
    for (std::size_t week = 0; week < chart.weeks(); ++week) {
        const Rect cell{chart.left + chart.column * static_cast<float>(week), head.y, chart.column, head.h};
        if (chart.months)
            draw_narrow_week(ui, scene, chart, cell, week);
        else
            draw_week(ui, scene, chart, cell, week);
    }
}

} // namespace regiekamer::panels::piket
