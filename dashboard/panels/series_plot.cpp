// One plot. Points are decimated to pixel columns before anything is drawn.
#include "dashboard/panels/series_plot.hpp"

#include "dashboard/panels/plot_axes.hpp"
#include "dashboard/picture/time_zone.hpp"
#include "dashboard/words/double_hour.hpp"
#include "dashboard/words/labels.hpp"
#include "dashboard/words/time_words.hpp"
#include "messaging/vocabulary/sheet_cell.hpp"

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

using Axes = PlotAxes;

Rect plot_box(const Rect& rect) {
    return {rect.x + 48, rect.y + 8, rect.w - 60, rect.h - 36};
}

/// When the GRIP level changed, so that water and decision are seen together.
void draw_grip(Ui& ui, const Scene& scene, const Axes& axes) {
    const auto* incident = scene.incident ? picture::find_incident(scene.picture, *scene.incident) : nullptr;
    if (incident == nullptr) return;
    float next = 1e9F;
    const auto segments = picture::grip_segments(*incident, scene.now);
    for (auto segment = segments.rbegin(); segment != segments.rend(); ++segment) {
        if (segment->from < axes.span.from || segment->from > axes.span.until) continue;
        const float x = axes.x(segment->from);
        const Point ends[]{{x, axes.box.y}, {x, axes.box.bottom()}};
        ui::dashed(ui, ends, ui.palette.text, 1, 2, 4);
        const auto words = fmt::format("GRIP {}", segment->level.value);
        const float w = ui::width(ui, Style::secondary15, words);
        if (axes.box.h < 100) continue; // there labels of thresholds need all the room
        if (next - x < w + 12 || x + w + 6 > axes.box.right())
            continue; // where two would lie on each other the newer stays
        ui::text(ui, Style::secondary15, {x + 4, axes.box.bottom() - 6}, ui.palette.text, words);
        next = x;
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

/// Those on the axes, in the order in which they are named while there is room: the highest that is crossed,
/// those beneath it, and then the one that comes next.
std::vector<picture::ThresholdState> in_order_of_weight(const Scene& scene, const SeriesKey& key,
                                                        const Axes& axes) {
    auto states = picture::threshold_states(scene.picture, key, scene.now);
    std::erase_if(states, [&](const auto& state) {
        return state.threshold.value.value > axes.high || state.threshold.value.value < axes.low;
    });
    std::stable_sort(states.begin(), states.end(), [](const auto& one, const auto& other) {
        if (one.crossed != other.crossed) return one.crossed;
        const double a = one.threshold.value.value, b = other.threshold.value.value;
        if (a == b) return one.threshold.value.severity > other.threshold.value.severity;
        return one.crossed ? a > b : a < b;
    });
    return states;
}

/// In a plot lower than this a name for each line would hide the curve.
constexpr float low_plot = 90;

/// Left, right or in the middle above its line: where no other label stands, and where it does not hide what
/// was measured if that can be.
std::optional<Rect> place_of_label(const Axes& axes, float y, float width, const std::vector<Rect>& taken,
                                   const std::vector<Point>& measured) {
    std::optional<Rect> beside;
    for (const float x : {axes.box.x + 2, axes.box.right() - width - 2, axes.box.centre().x - width / 2}) {
        const Rect place{x, y - 18, width, 17};
        if (place.y < axes.box.y - 10) return std::nullopt; // it would stick out
        if (std::any_of(taken.begin(), taken.end(), [&](const Rect& other) { return other.overlaps(place); }))
            continue;
        const Rect clear = place.inset(-2);
        if (std::none_of(measured.begin(), measured.end(), [&](Point at) { return clear.contains(at); }))
            return place;
        if (!beside) beside = place;
    }
    if (axes.box.h < low_plot) return std::nullopt; // there the curve is all that one sees
    return beside;
}

/// Over the lines, on a ground of their own. Returns where they stand.
std::vector<Rect> name_thresholds(Ui& ui, const Scene& scene, const SeriesKey& key, const Axes& axes,
                                  const std::vector<Point>& measured) {
    std::vector<Rect> labels;
    for (const auto& state : in_order_of_weight(scene, key, axes)) {
        if (axes.box.h < low_plot && !labels.empty()) break;
        const auto& threshold = state.threshold.value;
        const float y = axes.y(threshold.value);
        const std::string value = plot_number(key, threshold.value);
        const std::string label =
            value + " " + threshold.meaning.substr(0, threshold.meaning.find_first_of(":,;("));
        const float width = std::min(ui::width(ui, Style::secondary15, label) + 5, axes.box.w - 4);
        const auto place = place_of_label(axes, y, width, labels, measured);
        if (!place) continue;
        labels.push_back(*place);
        ui::fill(ui, *place, ui.palette.surface.faded(0.7F));
        ui::text_within(ui, Style::secondary15, {place->x + 2, y - 4}, place->w,
                        colour_of(ui, threshold.severity), label);
    }
    return labels;
}

/// The columns of what was measured up to the moment shown, each two logical pixels wide; empty: nothing.
struct Cut {
    std::vector<picture::SeriesColumn> columns;
    float width = 0; ///< of a column
};
Cut cut(const Scene& scene, const SeriesKey& key, const Rect& box, PlotSpan span) {
    const auto* series = picture::find_series(scene.picture, key);
    const auto until = std::min(span.until, scene.now + seconds(1));
    if (series == nullptr || until <= span.from) return {};
    const auto share = static_cast<double>((until - span.from).count()) /
                       static_cast<double>((span.until - span.from).count());
    const auto wanted = static_cast<double>(std::max(16.F, box.w / 2));
    const auto count = std::max<std::size_t>(1, static_cast<std::size_t>(wanted * share));
    auto columns = picture::decimate(*series, span.from, until, count);
    picture::break_at_silence(columns, *series, span.from, until);
    return {std::move(columns), box.w * static_cast<float>(share) / static_cast<float>(count)};
}

/// Where the line of what was measured runs, a point or two a column.
std::vector<Point> measured_points(const Axes& axes, const Cut& cut) {
    std::vector<Point> points;
    for (const auto& curve : curves(cut.columns))
        for (const auto& at : curve)
            points.push_back(
                {axes.box.x + (static_cast<float>(at.column) + 0.5F) * cut.width, axes.y(at.value)});
    return points;
}

/// A thick line that turns back on itself is drawn as nothing at the turn, and a short peak would be too low:
/// there it ends and begins anew.
void draw_curve(Ui& ui, std::span<const Point> points) {
    std::size_t first = 0;
    for (std::size_t i = 1; i + 1 < points.size(); ++i) {
        const Point in = points[i] - points[i - 1], out = points[i + 1] - points[i];
        if (in.x * out.x + in.y * out.y >= 0) continue;
        ui::polyline(ui, points.subspan(first, i - first + 1), ui.palette.flow, 3);
        first = i;
    }
    ui::polyline(ui, points.subspan(first), ui.palette.flow, 3);
}

void draw_measured(Ui& ui, const Scene& scene, const SeriesKey& key, const Axes& axes, const Cut& cut) {
    std::vector<Point> points;
    for (const auto& curve : curves(cut.columns)) {
        points.clear();
        for (const auto& at : curve)
            points.push_back(
                {axes.box.x + (static_cast<float>(at.column) + 0.5F) * cut.width, axes.y(at.value)});
        if (points.size() == 1)
            ui::dot(ui, points.front(), 4,
                    ui.palette.flow); // between two gaps: a line of nothing is seen by nobody
        else
            draw_curve(ui, points);
    }
    if (const auto point = picture::latest(scene.picture, key, scene.now);
        point && point->at >= axes.span.from && point->at <= axes.span.until)
        ui::dot(ui, {axes.x(point->at), axes.y(point->value)}, 10, ui.palette.flow);
}

/// What is expected begins where what was measured ends: in the drawing, under the mouse and in the file.
Instant expected_from(const Scene& scene, const SeriesKey& key) {
    const auto latest = picture::latest(scene.picture, key, scene.now);
    return latest ? latest->at : scene.now;
}

void draw_forecast(Ui& ui, const Scene& scene, const SeriesKey& key, const Axes& axes) {
    const auto* forecast = picture::find_forecast(scene.picture, key);
    if (forecast == nullptr) return;
    const auto latest = picture::latest(scene.picture, key, scene.now);
    const Instant from = std::max(axes.span.from, expected_from(scene, key));
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
    const std::string words = fmt::format("{} om {}", plot_number(key, peak->value), words::clock(peak->at));
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

void draw_curves(Ui& ui, const Scene& scene, const SeriesKey& key, const Axes& axes, const Cut& cut) {
    const ui::Clip clip(ui, axes.box.inset(-4, -2));
    draw_measured(ui, scene, key, axes, cut);
    draw_forecast(ui, scene, key, axes);
}

/// Draws all but the value under the mouse, and says on which axes; none: there is no room.
std::optional<Axes> draw_plot_on_axes(Ui& ui, const Scene& scene, const SeriesKey& key, const Rect& rect,
                                      PlotSpan span) {
    const Rect box = plot_box(rect);
    if (box.w < 60 || box.h < 40) return std::nullopt;
    const auto columns = cut(scene, key, box, span);
    const Axes axes = plot_axes(scene, key, box, span, columns.columns);
    draw_plot_grid(ui, key, axes);
    draw_plot_hours(ui, scene, axes);
    draw_grip(ui, scene, axes);
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
    draw_curves(ui, scene, key, axes, columns);
    const auto labels = name_thresholds(ui, scene, key, axes, measured_points(axes, columns));
    const ui::Clip clip(ui, box.inset(-4, -2));
    name_peak(ui, scene, key, axes, labels);
    return axes;
}

} // namespace

void draw_series_plot(Ui& ui, const Scene& scene, const SeriesKey& key, const Rect& rect, PlotSpan span) {
    draw_plot_on_axes(ui, scene, key, rect, span);
}

namespace {

/// What was measured nearest to an instant, up to the moment shown, and else what is expected then.
struct Nearest {
    Instant at;
    double value = 0;
    bool expected = false, doubt = false;
};
std::optional<Nearest> nearest(const Scene& scene, const SeriesKey& key, Instant wanted) {
    std::optional<Nearest> best;
    const auto take = [&](const Nearest& one) {
        if (!best || std::chrono::abs(one.at - wanted) < std::chrono::abs(best->at - wanted)) best = one;
    };
    if (const auto* series = picture::find_series(scene.picture, key)) {
        const auto middle = series->lower_bound(wanted);
        constexpr std::size_t around = 3; // gaps are passed over
        for (auto i = middle - std::min(middle, around); i < std::min(series->size(), middle + around); ++i) {
            const auto& point = (*series)[i];
            if (point.quality != Quality::gat && point.at <= scene.now)
                take({point.at, point.value, false, point.quality == Quality::twijfel});
        }
    }
    const Instant expected = expected_from(scene, key);
    if (const auto* forecast = picture::find_forecast(scene.picture, key))
        for (const auto& point : forecast->points)
            if (point.at > expected) take({point.at, point.value, true, false});
    return best;
}

Instant instant_at(PlotSpan span, double part) {
    return span.from + microseconds(static_cast<std::int64_t>(
                           part * static_cast<double>((span.until - span.from).count())));
}

void draw_value(Ui& ui, const Scene& scene, const SeriesKey& key, const Axes& axes) {
    const Rect& box = axes.box;
    const PlotSpan span = axes.span;
    const Instant wanted = instant_at(span, static_cast<double>((ui.mouse.x - box.x) / box.w));
    const auto found = nearest(scene, key, wanted);
    if (!found || found->at < span.from || found->at > span.until) return;
    const float x = axes.x(found->at);
    if (std::fabs(x - ui.mouse.x) > 60) return; // nothing is known here
    ui::line(ui, {x, box.y}, {x, box.bottom()}, ui.palette.faint);
    ui::open_dot(ui, {x, axes.y(found->value)}, 12, ui.palette.text);
    const auto words =
        fmt::format("{} · {}{}{}", value_words(key, found->value), words::clock_near(found->at, scene.now),
                    found->expected ? " · verwacht" : "", found->doubt ? " · twijfel" : "");
    const float w = ui::width(ui, Style::strong15, words) + 16;
    const Rect place{std::clamp(x - w / 2, box.x, std::max(box.x, box.right() - w)), box.y, w, 26};
    ui::fill(ui, place, ui.palette.raised, 4);
    ui::frame(ui, place, ui.palette.dim, 4);
    ui::text_in(ui, Style::strong15, place, ui.palette.text, words, ui::Align::centre);
}

} // namespace

PlotSpan zoomed(PlotSpan span, double part, double factor) {
    const double length = static_cast<double>((span.until - span.from).count());
    const auto least = static_cast<double>(microseconds(minutes(10)).count()),
               most = static_cast<double>(microseconds(hours(2 * 366 * 24)).count());
    const double wanted = std::clamp(length * factor, std::min(least, length), std::max(most, length));
    const auto before = static_cast<std::int64_t>((length - wanted) * std::clamp(part, 0.0, 1.0));
    const Instant from = span.from + microseconds(before);
    return {from, from + microseconds(static_cast<std::int64_t>(wanted))};
}

PlotSpan moved(PlotSpan span, double part) {
    const auto by =
        microseconds(static_cast<std::int64_t>(part * static_cast<double>((span.until - span.from).count())));
    return {span.from + by, span.until + by};
}

std::vector<std::vector<CurvePoint>> curves(const std::vector<picture::SeriesColumn>& columns) {
    std::vector<std::vector<CurvePoint>> all;
    bool open = false;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const auto& column = columns[i];
        if (column.gap) open = false;
        if (column.count == 0) continue;
        if (!open) all.emplace_back();
        open = !column.gap; // where in its column the gap lay is not known: nothing is joined over it
        const auto at = static_cast<double>(i);
        const bool rises = column.last >= column.first;
        const double one = rises ? column.lowest : column.highest,
                     other = rises ? column.highest : column.lowest;
        all.back().push_back({at, one});
        if (other != one) all.back().push_back({at, other});
    }
    return all;
}

namespace {

/// Wheel and drag; a press that does not move is the moment to look at.
Intents answer_plot_mouse(Ui& ui, const Scene& scene, const Rect& box, PlotSpan span, PlotDraft& draft,
                          std::string_view id) {
    Intents intents;
    const auto part_of = [&](float x) { return static_cast<double>((x - box.x) / box.w); };
    if (const float notches = ui::wheel(ui, box); notches != 0)
        draft.span = span = zoomed(span, part_of(ui.mouse.x), std::pow(0.8, static_cast<double>(notches)));
    const auto drag = ui::drag(ui, id, box);
    if (drag.held && !draft.pressed) draft.pressed = drag.at;
    const bool far = draft.pressed && std::fabs(draft.pressed->x - drag.at.x) > 4;
    if (drag.held && drag.moved.x != 0 && far)
        draft.span = moved(span, -static_cast<double>(drag.moved.x / box.w));
    if (drag.released && draft.pressed && !far) {
        const Instant at = instant_at(span, part_of(drag.at.x));
        if (at < scene.live_now) intents.emplace_back(LookAt{at});
    }
    if (!drag.held) draft.pressed.reset();
    return intents;
}

void answer_plot_keys(Ui& ui, const Scene& scene, PlotSpan span, PlotDraft& draft) {
    const double now = std::clamp(static_cast<double>((scene.now - span.from).count()) /
                                      static_cast<double>((span.until - span.from).count()),
                                  0.0, 1.0);
    if (ui::pressed(ui, ui::Key::bracket_right)) draft.span = zoomed(span, now, 0.5);
    if (ui::pressed(ui, ui::Key::bracket_left)) draft.span = zoomed(span, now, 2);
    if (ui::pressed(ui, ui::Key::comma)) draft.span = moved(span, -0.25);
    if (ui::pressed(ui, ui::Key::period)) draft.span = moved(span, 0.25);
    if (ui::pressed(ui, ui::Key::home)) draft.span.reset();
}

} // namespace

Intents answer_series_plot(Ui& ui, const Scene& scene, const SeriesKey& key, const Rect& rect, PlotSpan whole,
                           PlotDraft& draft, std::string_view id) {
    const Rect box = plot_box(rect);
    if (box.w < 60 || box.h < 40) return {};
    auto intents = answer_plot_mouse(ui, scene, box, draft.span.value_or(whole), draft, id);
    answer_plot_keys(ui, scene, draft.span.value_or(whole), draft);
    const PlotSpan span = draft.span.value_or(whole);
    if (ui::pressed(ui, ui::with_shift(ui::Key::d)))
        intents.emplace_back(ExportSeries{key, span.from, span.until});
    const auto axes = draw_plot_on_axes(ui, scene, key, rect, span);
    if (axes && box.contains(ui.mouse) && !draft.pressed && !ui::covered(ui))
        draw_value(ui, scene, key, *axes);
    return intents;
}

void draw_series_page(Ui& ui, const Scene& scene, const SeriesKey& key, PlotSpan span) {
    ui::fill(ui, ui.screen, ui.palette.surface);
    Rect page = ui.screen.inset(24);
    const Rect head = page.take_top(72);
    const std::string kind = scene.mode == Mode::exercise ? "OEFENING · " : "";
    ui::text_within(
        ui, Style::title24, {head.x, head.y + 26}, head.w, ui.palette.text,
        fmt::format("{}{} · {} ({})", kind, key.station.value, key.quantity.value, plot_unit(key)));
    ui::text_within(ui, Style::row16, {head.x, head.y + 54}, head.w, ui.palette.dim,
                    fmt::format("{} tot {} · zoals bekend op {}", words::date_clock(span.from),
                                words::date_clock(span.until), words::date_clock(scene.now)));
    draw_series_plot(ui, scene, key, page, span);
}

std::string series_csv(const Scene& scene, const SeriesKey& key, PlotSpan span) {
    std::string out =
        "meetpunt;grootheid;eenheid;tijd;tijd (UTC);waarde;kwaliteit;soort;status;uitgegeven\r\n";
    const std::string head = fmt::format("{};{};{};", sheet_cell(key.station.value),
                                         sheet_cell(key.quantity.value), sheet_cell(key.unit.value));
    const std::string status = scene.mode == Mode::exercise ? "OEFENING" : "echt";
    const auto line = [&](Instant at, const std::string& value, std::string_view quality,
                          std::string_view kind, const std::string& issued) {
        out += fmt::format("{}{};{};{};{};{};{};{}\r\n", head, words::sheet_time(at), to_text(at), value,
                           quality, kind, status, issued);
    };
    const auto number = [](double value) {
        auto text = fmt::format("{}", value);
        std::replace(text.begin(), text.end(), '.', ',');
        return text;
    };
    if (const auto* series = picture::find_series(scene.picture, key))
        for (auto i = series->lower_bound(span.from); i < series->size(); ++i) {
            const auto& point = (*series)[i];
            if (point.at > span.until || point.at > scene.now) break;
            const bool gap = point.quality == Quality::gat;
            line(point.at, gap ? "" : number(point.value),
                 gap                                 ? "gat"
                 : point.quality == Quality::twijfel ? "twijfel"
                                                     : "goed",
                 "gemeten", {});
        }
    if (const auto* forecast = picture::find_forecast(scene.picture, key))
        for (const auto& point : forecast->points)
            if (point.at >= span.from && point.at <= span.until && point.at > expected_from(scene, key))
                line(point.at, number(point.value), "", "verwacht",
                     words::sheet_time(forecast->issued.value));
    return out;
}

const SeriesKey& chosen_series(const std::vector<SeriesKey>& keys, const std::optional<SeriesKey>& chosen) {
    const auto found = chosen ? std::find(keys.begin(), keys.end(), *chosen) : keys.end();
    return found == keys.end() ? keys.front() : *found;
}

SeriesKey next_series(const std::vector<SeriesKey>& keys, const SeriesKey& shown) {
    const auto at = std::find(keys.begin(), keys.end(), shown) - keys.begin();
    return keys[static_cast<std::size_t>(at + 1) % keys.size()];
}

std::string series_name(const SeriesKey& key) {
    return key.station.value + (key.quantity.value == "waterstand" ? "" : ": " + key.quantity.value);
}

std::string value_words(const SeriesKey& key, double value) {
    if (key.unit.value == "cm NAP") return words::level_metres(value);
    return words::number(value, std::max(1, words::telling_decimals(value))) + " " + key.unit.value;
}

std::vector<SeriesKey> all_series(const Scene& scene) {
    std::vector<SeriesKey> keys = water_series(scene);
    const auto water = static_cast<std::ptrdiff_t>(keys.size());
    for (const auto& key : picture::series_keys(scene.picture))
        if (key.quantity.value != "waterstand") keys.push_back(key);
    std::sort(keys.begin() + water, keys.end());
    return keys;
}

std::vector<SeriesKey> series_of_panel(const Scene& scene) {
    auto keys = water_series(scene);
    return keys.empty() ? all_series(scene) : keys;
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
