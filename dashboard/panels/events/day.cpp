// OP DE DAG: opbouw to leeg on a linear axis, each moment at its true place, `nu` at its own.
#include "dashboard/panels/because.hpp"
#include "dashboard/panels/events/events_words.hpp"
#include "dashboard/words/time_words.hpp"

#include <fmt/format.h>
#include <vector>

namespace regiekamer::panels::events {
namespace {

using picture::day_start;
using ui::Point;
using ui::Rect;
using ui::Style;
using ui::Ui;

using ui::measure::padding;

/// A moment of the day, and the message that set it.
struct Moment {
    std::string title;
    Instant at;
    Sequence sequence;
};

/// The hours that the axis shows, and where an instant stands on it.
struct Axis {
    Instant from, until;
    float left, right;
    [[nodiscard]] float x(Instant at) const {
        const double part =
            static_cast<double>((at - from).count()) / static_cast<double>((until - from).count());
        return left + (right - left) * static_cast<float>(std::clamp(part, 0.0, 1.0));
    }
};

/// Whole hours around all that is on it.
Axis axis_of(const picture::PublicEvent& event, picture::LocalDay day, const std::vector<Moment>& moments,
             const Rect& rect) {
    const Instant begin = day_start(day), end = day_start(day + date::days(1)) + hours(6);
    Instant first = std::clamp(*event.from.value, begin, end);
    Instant last = std::clamp(event.until.value.value_or(first + hours(1)), begin, end);
    for (const auto& moment : moments) {
        first = std::min(first, moment.at);
        last = std::max(last, moment.at);
    }
    first = begin + std::chrono::floor<hours>(first - begin);
    last = begin + std::chrono::ceil<hours>(last - begin);
    if (last <= first) last = first + hours(1);
    return {first, last, rect.x + padding + 4, rect.right() - padding - 4};
}

/// One row of labels: a label goes where it does not lie over the one before it.
struct LabelRow {
    float y, free_from;
};

/// The labels alternate above and below, between `top` and `bottom`; what fits in no row is left to the list
/// of moments (a tick stays).
void draw_moments(Ui& ui, const Scene& scene, const Axis& axis, float y, float top, float bottom,
                  const std::vector<Moment>& moments) {
    constexpr float above = 14, below = 5; // of a baseline
    std::vector<LabelRow> rows;
    for (const float from_axis : {-20.F, 32.F, -42.F, 54.F})
        if (y + from_axis - above >= top && y + from_axis + below <= bottom)
            rows.push_back({y + from_axis, 0});
    for (const auto& moment : moments) {
        const float x = axis.x(moment.at);
        const bool past = moment.at < scene.now;
        ui::fill(ui, {x - 2, y - 9, 4, 18}, past ? ui.palette.dim : ui.palette.text);
        because(ui, {x - 8, y - 14, 16, 28}, {moment.sequence});
        const std::string words = moment.title + " " + words::clock(moment.at);
        const float width = std::min(ui::width(ui, Style::secondary15, words), axis.right - axis.left);
        const float left = std::max(axis.left - 4, std::min(x - width / 2, axis.right + 4 - width));
        for (auto& row : rows) {
            if (left < row.free_from) continue;
            ui::text_within(ui, Style::secondary15, {left, row.y}, width + 1,
                            past ? ui.palette.dim : ui.palette.text, words);
            row.free_from = left + width + 14;
            break;
        }
    }
}

void draw_axis(Ui& ui, const Scene& scene, const picture::PublicEvent& event, const Axis& axis, float y,
               float foot) {
    ui::fill(ui, {axis.left, y - 2, axis.right - axis.left, 4}, ui.palette.line);
    const float open = axis.x(*event.from.value),
                close = axis.x(event.until.value.value_or(*event.from.value));
    if (close > open) ui::fill(ui, {open, y - 3, close - open, 6}, ui.palette.flow);
    if (scene.now < axis.from || scene.now > axis.until) return;
    const float now = axis.x(scene.now);
    ui::fill(ui, {now - 1, y - 14, 2, 28}, ui.palette.attention); // between the words of the moments
    ui::text_centre(ui, Style::strong15, {std::max(axis.left + 20, std::min(now, axis.right - 20)), foot},
                    ui.palette.attention, "nu " + words::clock(scene.now));
}

/// What is to come of the day, in a line.
std::string coming(const Scene& scene, const std::vector<Moment>& moments) {
    std::string words;
    for (const auto& moment : moments)
        if (moment.at >= scene.now)
            words += (words.empty() ? "" : " · ") + moment.title + " " + words::clock(moment.at);
    if (moments.empty()) return "nog geen momenten, M zet er een";
    return words.empty() ? "alle momenten zijn voorbij" : words;
}

/// Where there is no room for labels: the hours at both ends, a tick for each moment, and beneath it what is
/// to come.
void draw_low(Ui& ui, const Scene& scene, const picture::PublicEvent& event, const Rect& rect, Axis axis,
              const std::vector<Moment>& moments) {
    ui::separator(ui, rect);
    const float y = rect.y + 18;
    ui::text(ui, Style::secondary15, {rect.x + padding, y + 6}, ui.palette.dim, words::clock(axis.from));
    ui::text_right(ui, Style::secondary15, {rect.right() - padding, y + 6}, ui.palette.dim,
                   words::clock(axis.until));
    axis.left += 50;
    axis.right -= 50;
    ui::fill(ui, {axis.left, y - 2, axis.right - axis.left, 4}, ui.palette.line);
    const float open = axis.x(*event.from.value),
                close = axis.x(event.until.value.value_or(*event.from.value));
    if (close > open) ui::fill(ui, {open, y - 3, close - open, 6}, ui.palette.flow);
    for (const auto& moment : moments) {
        const float x = axis.x(moment.at);
        ui::fill(ui, {x - 2, y - 8, 4, 16}, moment.at < scene.now ? ui.palette.dim : ui.palette.text);
        because(ui, {x - 8, y - 12, 16, 24}, {moment.sequence});
    }
    const bool today = scene.now >= axis.from && scene.now <= axis.until;
    if (today) ui::fill(ui, {axis.x(scene.now) - 1, y - 14, 2, 28}, ui.palette.attention);
    std::string when = words::short_date(axis.from);
    if (today) when = "nu " + words::clock(scene.now);
    const float end = ui::text(ui, Style::strong15, {rect.x + padding, rect.y + 50},
                               today ? ui.palette.attention : ui.palette.text, when) +
                      12;
    ui::text_within(ui, Style::secondary15, {end, rect.y + 50}, rect.right() - padding - end, ui.palette.dim,
                    coming(scene, moments));
}

} // namespace

void draw_day(Ui& ui, const Scene& scene, const Rect& rect, const PublicEventId& id, Drafts&) {
    Rect body = rect;
    const auto& event = *find(scene, id);
    const auto day = picture::day_shown(event, scene.now);
    if (!day) {
        ui::subsection(ui, body, "OP DE DAG");
        return ui::empty_text(ui, body,
                              "Nog geen datum. V vult hem in; dan komen hier de momenten van de dag.");
    }
    std::vector<Moment> moments;
    bool consultation = false;
    for (const auto& moment : picture::moments_on(scene.picture, id, *day)) {
        const auto& known = scene.picture.events->moments.at(moment);
        moments.push_back({known.value.title, known.value.at, known.sequence});
        consultation = consultation || known.value.title.starts_with("VDO");
    }
    const Axis axis = axis_of(event, *day, moments, body);
    if (rect.h < 142) return draw_low(ui, scene, event, rect, axis, moments);
    ui::subsection(ui, body,
                   fmt::format("OP DE DAG · {} · lineair {}–{}", words::short_date(day_start(*day)),
                               words::clock(axis.from), words::clock(axis.until)),
                   consultation && body.w > 700 ? "VDO = veiligheidsdriehoek-overleg" : std::string_view());
    const float y = body.y + body.h * 0.4F;
    draw_axis(ui, scene, event, axis, y, body.bottom() - 8);
    const bool now_shown = scene.now >= axis.from && scene.now <= axis.until; // at the foot
    draw_moments(ui, scene, axis, y, body.y, body.bottom() - (now_shown ? 24.F : 0.F), moments);
    if (moments.empty())
        ui::text_within(ui, Style::secondary15, {body.x + padding, y + 34}, body.w - 2 * padding,
                        ui.palette.dim, "Nog geen momenten. M zet er een: opbouw, schouw, VDO, open, einde.");
}

} // namespace regiekamer::panels::events
