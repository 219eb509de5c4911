// WATER EN WEER: the next two days of the most telling station, and the warnings that hold.
#include "dashboard/panels/drafts.hpp"
#include "dashboard/panels/panels.hpp"
#include "dashboard/panels/series_plot.hpp"
#include "dashboard/words/labels.hpp"
#include "dashboard/words/time_words.hpp"
#include "dashboard/words/warning_words.hpp"

#include <fmt/format.h>

namespace regiekamer::panels {
namespace {

using ui::Rect;
using ui::Style;
using ui::Ui;

void draw_warning(Ui& ui, const Scene& scene, const Rect& foot, Drafts& drafts) {
    const auto warnings = picture::active_warnings(scene.picture, scene.now);
    ui::separator(ui, foot);
    const float x = foot.x + 40, width = foot.w - 54;
    if (warnings.empty()) {
        // Silence is only good news from a source that was ever heard.
        const bool heard = picture::last_heard(scene.picture, "warning.received") != nullptr;
        if (heard)
            ui::dot(ui, {foot.x + 24, foot.y + 22}, 14, ui.palette.confirmation);
        else
            ui::open_dot(ui, {foot.x + 24, foot.y + 22}, 14, ui.palette.attention);
        ui::text_within(ui, Style::strong17, {x, foot.y + 28}, width, ui.palette.text,
                        heard ? "Geen waarschuwing van kracht" : "Nog nooit een waarschuwing");
        return;
    }
    const auto& warning = warnings.front()->value;
    because(ui, foot, {warnings.front()->sequence});
    ui::triangle(ui, {foot.x + 24, foot.y + 22}, 16,
                 picture::severity_rank(warning) >= 3 ? ui.palette.critical : ui.palette.attention);
    ui::text_within(ui, Style::strong17, {x, foot.y + 28}, width, ui.palette.text,
                    words::warning_name(warning));
    const std::string more = warnings.size() > 1 ? fmt::format(" · nog {}", warnings.size() - 1) : "";
    const std::string checked = warning.signature ? " · " + words::signature(warning) : std::string();
    ui::text_within(ui, Style::secondary15, {x, foot.y + 51}, width, ui.palette.dim,
                    words::warning_span(warning, scene.now) + more + " · " + warning.sender + checked);
    if (ui::touch(ui, "weer/lees", foot, "waarschuwing lezen"))
        open(drafts, Dialog::warnings, warning.identifier);
    ui::tooltip(ui, foot, "Lees de hele waarschuwing");
}

/// The highest that is expected, else what is measured; of an old value how old it is, and no word on what it
/// stays under now.
struct Headline {
    std::string words, about;
    bool old = false;
};

Headline headline(const Scene& scene, const picture::SeriesKey& key) {
    const auto now = picture::latest(scene.picture, key, scene.now);
    const auto peak = picture::forecast_peak(scene.picture, key, scene.now);
    const bool fresh = now && now->at >= scene.now - picture::value_is_news;
    Headline head;
    head.old = now && !fresh;
    head.about = series_name(key);
    if (head.old) head.about += ", meting " + words::age(now->at, scene.now);
    head.about += peak ? ", hoogste " + words::date_clock(peak->at) : ", nog geen verwachting";
    if (!now && !peak) {
        head.words = "geen waarden";
        return head;
    }
    const double level = peak && fresh ? std::max(peak->value, now->value) : peak ? peak->value : now->value;
    head.words = value_words(key, level);
    if (head.old && !peak) return head;
    for (const auto& state : picture::threshold_states(scene.picture, key, scene.now))
        if (state.threshold.value.value > level) {
            head.words += " – onder " + value_words(key, state.threshold.value.value);
            break;
        }
    return head;
}

} // namespace

Intents draw_water_weather(Ui& ui, const Scene& scene, const Rect& rect, Drafts& drafts) {
    Rect body = ui::panel(ui, rect, "WATER EN WEER · komende 48 uur");
    const Rect foot = body.take_bottom(72);
    const auto keys = series_of_panel(scene);
    if (keys.empty()) {
        ui::empty_text(ui, body, "Nog geen metingen. Ze komen vanzelf zodra een meetpunt is gekoppeld.");
    } else {
        const auto& key = keys.front();
        const Rect head = body.take_top(66);
        const auto said = headline(scene, key);
        ui::text_within(ui, Style::answer30, {head.x + 14, head.y + 34}, head.w - 28, ui.palette.text,
                        said.words);
        ui::text_within(ui, Style::secondary15, {head.x + 14, head.y + 58}, head.w - 28,
                        said.old ? ui.palette.attention : ui.palette.dim, said.about);
        if (ui::touch(ui, "water/groot", body, "grafiek groot [W]") || ui::pressed(ui, ui::Key::w)) {
            open(drafts, Dialog::series);
            drafts.series = key;
        }
        ui::tooltip(ui, body, "Grafiek groot: W");
        draw_series_plot(ui, scene, key, body, {scene.now - hours(3), scene.now + hours(45)});
    }
    draw_warning(ui, scene, foot, drafts);
    return {};
}

} // namespace regiekamer::panels
