// GRAFIEK: the plot of any series with all its keys, for who wants to see more of it than a panel has room
// for.
#include "dashboard/panels/dialogs/dialogs.hpp"
#include "dashboard/panels/plot_axes.hpp"
#include "dashboard/panels/series_plot.hpp"
#include "dashboard/words/labels.hpp"
#include "dashboard/words/time_words.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace regiekamer::panels::dialogs {
namespace {

std::string series_words(const Scene& scene, const picture::SeriesKey& key) {
    const auto now = picture::latest(scene.picture, key, scene.now);
    std::string text =
        now ? fmt::format("{} om {}", value_words(key, now->value), words::clock_near(now->at, scene.now))
            : std::string("geen meting");
    if (const auto* forecast = picture::find_forecast(scene.picture, key))
        text += fmt::format(" · verwachting {}", words::age(forecast->issued.value, scene.now));
    return text;
}

/// Where the plot was kept, and whatever else is to be said: the bar that says it lies beneath the dialog.
void draw_answer(ui::Ui& ui, const Scene& scene, ui::Rect& box) {
    if (!scene.remark) return;
    const float wide = box.w - 8;
    const float high = ui::wrapped_height(ui, ui::Style::strong16, wide, scene.remark->text) + 8;
    const ui::Rect place = box.take_bottom(std::min(high, box.h / 3));
    ui::text_wrapped(ui, ui::Style::strong16, {place.x, place.y + 4, wide, place.h - 4},
                     scene.remark->serious ? ui.palette.attention : ui.palette.text, scene.remark->text);
}

} // namespace

Intents series(ui::Ui& ui, const Scene& scene, Drafts& drafts) {
    constexpr float wide = 1760, high = 980;
    const auto keys = all_series(scene);
    if (keys.empty()) {
        close(drafts);
        return {Explain{"Er is nog niets gemeten. Het komt vanzelf zodra een meetpunt is gekoppeld."}};
    }
    const auto key = chosen_series(keys, drafts.series);
    const auto at = std::find(keys.begin(), keys.end(), key) - keys.begin();
    ui::Rect box = ui::modal(
        ui, wide, high,
        fmt::format("GRAFIEK {} VAN {} · {} · {}", at + 1, keys.size(), series_name(key), plot_unit(key)));
    if (ui::pressed(ui, ui::Key::escape)) close(drafts);
    if (ui::pressed(ui, ui::Key::w)) drafts.series = next_series(keys, key);
    const ui::Rect head = box.take_top(34), foot = box.take_bottom(34);
    ui::text_within(ui, ui::Style::row17, {head.x, head.y + 22}, head.w, ui.palette.text,
                    series_words(scene, key));
    ui::text_within(ui, ui::Style::secondary15, {foot.x, foot.y + 24}, foot.w, ui.palette.dim,
                    "] [  in- en uitzoomen (wiel) · , .  eerder of later (slepen) · Home  weer heel · klik  "
                    "het scherm van "
                    "toen · W  volgende grafiek · Shift+D  bewaar als CSV en PNG · Esc  sluit");
    draw_answer(ui, scene, box);
    return answer_series_plot(ui, scene, key, box, {scene.now - hours(24), scene.now + hours(48)},
                              drafts.plot, "water/grafiek groot");
}

} // namespace regiekamer::panels::dialogs
