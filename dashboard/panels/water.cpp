// WATER: how high, how fast, which border, when the highest; a plot, and the other stations in words. Where
// no water is measured, what else is.
#include "dashboard/panels/drafts.hpp"
#include "dashboard/panels/panels.hpp"
#include "dashboard/panels/series_plot.hpp"
#include "dashboard/words/labels.hpp"
#include "dashboard/words/time_words.hpp"

#include <cmath>
#include <fmt/format.h>

namespace regiekamer::panels {
namespace {

using picture::SeriesKey;
using ui::Rect;
using ui::Style;
using ui::Ui;

std::string level_words(const Scene& scene, const SeriesKey& key) {
    const auto now = picture::latest(scene.picture, key, scene.now);
    if (!now) return "geen meting";
    std::string text = value_words(key, now->value);
    if (key.unit.value != "cm NAP") return text;
    if (const auto rise = picture::rise_per_hour(scene.picture, key, scene.now)) {
        const auto speed = std::lround(std::fabs(*rise));
        text += speed == 0 ? " → gelijk" : fmt::format(" {} {} cm/u", *rise > 0 ? "↑" : "↓", speed);
    }
    return text;
}

/// In the longest words that fit: a number that is cut is another number.
std::string peak_words(const Ui& ui, const Scene& scene, const SeriesKey& key, Style style, float width) {
    const auto peak = picture::forecast_peak(scene.picture, key, scene.now);
    if (!peak) return "Nog geen verwachting";
    const auto* forecast = picture::find_forecast(scene.picture, key);
    const auto when = peak->at > scene.now ? words::due(peak->at, scene.now) : std::string("nu, daalt");
    std::string peak_alone = "Hoogste: " + value_words(key, peak->value);
    const std::string with_time = fmt::format("{} {}", peak_alone, when);
    const std::string whole =
        fmt::format("{} · verwachting {}", with_time, words::age(forecast->issued.value, scene.now));
    for (const auto& words : {whole, with_time})
        if (ui::width(ui, style, words) <= width) return words;
    return peak_alone;
}

/// As many as stand there whole.
std::string others_words(const Ui& ui, const Scene& scene, const std::vector<SeriesKey>& keys,
                         const SeriesKey& shown, Style style, float width) {
    std::string text;
    for (const auto& key : keys) {
        if (key == shown) continue;
        const auto now = picture::latest(scene.picture, key, scene.now);
        if (!now) continue;
        const std::string more = fmt::format("{}{}{} {}", text, text.empty() ? "" : " · ", series_name(key),
                                             value_words(key, now->value));
        if (ui::width(ui, style, more) > width) return text;
        text = more;
    }
    return text;
}

/// The newest value, the forecast that the peak is from, and the thresholds.
void because_of(Ui& ui, const Scene& scene, const SeriesKey& key, const Rect& rect) {
    std::vector<Sequence> all;
    if (const auto now = picture::latest(scene.picture, key, scene.now)) all.push_back(now->sequence);
    if (const auto* forecast = picture::find_forecast(scene.picture, key))
        all.push_back(forecast->issued.sequence);
    for (const auto& state : picture::threshold_states(scene.picture, key, scene.now))
        all.push_back(state.threshold.sequence);
    because(ui, rect, all);
}

} // namespace

Intents draw_water(Ui& ui, const Scene& scene, const Rect& rect, Drafts& drafts) {
    const auto keys = series_of_panel(scene);
    if (keys.empty()) {
        const Rect body = ui::panel(ui, rect, "WATER");
        if (body.h < 60) // narrow: one line
            ui::text_in(ui, Style::secondary15, body.inset(14, 2), ui.palette.dim, "Nog geen waterstanden");
        else
            ui::empty_text(ui, body,
                           "Nog geen waterstanden. Ze komen vanzelf zodra een meetpunt is gekoppeld.");
        return {};
    }
    const SeriesKey key = chosen_series(keys, drafts.series);
    const bool water = key.quantity.value == "waterstand";
    const auto now = picture::latest(scene.picture, key, scene.now);
    Rect body = ui::panel(ui, rect, (water ? "WATER · " : "METING · ") + series_name(key),
                          now ? "gemeten " + words::clock_near(now->at, scene.now) : std::string());
    because_of(ui, scene, key, rect);
    const bool plotted = body.h >= 170;
    if (ui::touch(ui, "water/meetpunt", {rect.x, rect.y, rect.w, plotted ? 40 : rect.h},
                  plotted ? "volgend meetpunt" : "grafiek groot") ||
        ui::pressed(ui, ui::Key::w)) {
        if (plotted)
            drafts.series = next_series(keys, key);
        else
            open(drafts, Dialog::series); // there is no room for a plot here
    }
    const PlotSpan whole{scene.now - hours(6), scene.now + hours(6)};
    if (!plotted) { // narrow: two lines or even one
        const bool one_line = body.h < 58;
        const float y = one_line ? body.centre().y + 6 : body.y + 26;
        const float end = ui::text_within(ui, Style::strong18, {body.x + 14, y}, body.w - 28, ui.palette.text,
                                          level_words(scene, key));
        if (one_line)
            ui::text_within(ui, Style::secondary15, {end + 14, y}, body.right() - end - 24, ui.palette.dim,
                            peak_words(ui, scene, key, Style::secondary15, body.right() - end - 24));
        else
            ui::text_within(ui, Style::secondary15, {body.x + 14, y + 24}, body.w - 28, ui.palette.dim,
                            peak_words(ui, scene, key, Style::secondary15, body.w - 28));
        if (!ui::pressed(ui, ui::with_shift(ui::Key::d))) return {};
        const PlotSpan span = drafts.plot.span.value_or(whole);
        return {ExportSeries{key, span.from, span.until}}; // what it would show if there were room
    }
    Rect foot = body.take_bottom(body.h > 260 ? 64 : 36);
    {
        const Rect head = body.take_top(46);
        ui::text_within(ui, Style::answer30, {head.x + 14, head.y + 34}, head.w - (head.w > 440 ? 170 : 28),
                        ui.palette.text, level_words(scene, key));
        const bool old = now && scene.now - now->at > picture::value_is_news;
        if (head.w > 440)
            ui::text_right(ui, Style::secondary15, {head.right() - 14, head.y + 32},
                           old ? ui.palette.attention : ui.palette.dim,
                           old     ? words::age(now->at, scene.now)
                           : water ? "NAP · laatste halfuur"
                                   : "");
    }
    auto intents = answer_series_plot(ui, scene, key, body, whole, drafts.plot);
    ui::separator(ui, foot);
    ui::text_within(ui, Style::row16, {foot.x + 14, foot.y + 24}, foot.w - 28, ui.palette.text,
                    peak_words(ui, scene, key, Style::row16, foot.w - 28));
    if (foot.h > 50)
        ui::text_within(ui, Style::secondary15, {foot.x + 14, foot.y + 48}, foot.w - 28, ui.palette.dim,
                        drafts.plot.span
                            ? std::string("Home: weer heel · Shift+D: bewaar als CSV en PNG")
                            : others_words(ui, scene, keys, key, Style::secondary15, foot.w - 28));
    return intents;
}

} // namespace regiekamer::panels
