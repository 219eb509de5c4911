// OEFENDOELEN: what is practised, and how many reactions stand how. The row closes: gevraagd is the sum.
#include "dashboard/panels/trainer/trainer.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace regiekamer::panels::trainer {
namespace {

using ui::Rect;
using ui::Style;
using ui::Ui;

constexpr std::array columns{"op tijd", "te laat", "gemist", "open", "gevraagd"};
constexpr float aims_narrow_below = 600; ///< there the names need the room

struct Places {
    float right, step;
    [[nodiscard]] float x(std::size_t column) const {
        return right - step * static_cast<float>(columns.size() - 1 - column) - step / 2;
    }
    [[nodiscard]] float left() const { return right - step * static_cast<float>(columns.size()); }
};

void draw_counts(Ui& ui, const measure::Counts& counts, const Places& at, float y, Style style) {
    const std::array values{counts.met, counts.late, counts.missed, counts.open, counts.asked()};
    for (std::size_t i = 0; i < values.size(); ++i) {
        auto colour = ui.palette.text;
        if (i == 1 && values[i] > 0) colour = ui.palette.attention;
        if (i == 2 && values[i] > 0) colour = ui.palette.critical;
        ui::text_centre(ui, i == 4 ? Style::strong17 : style, {at.x(i), y},
                        values[i] > 0 ? colour : ui.palette.dim,
                        values[i] > 0 ? std::to_string(values[i]) : "–");
    }
}

/// "Opkomst en bezetting: elke functie …" is a name and what it means.
std::pair<std::string, std::string> name_and_meaning(const std::string& text) {
    const auto colon = text.find(": ");
    if (colon == std::string::npos) return {text, {}};
    return {text.substr(0, colon), text.substr(colon + 2)};
}

} // namespace

void draw_aims(Ui& ui, const Scene& scene, const Rect& rect) {
    const auto& results = scene.script->results;
    Rect body = ui::panel(ui, rect, fmt::format("OEFENDOELEN · {}", results.aims.size()));
    const bool narrow = rect.w < aims_narrow_below;
    const Places at{rect.right() - (narrow ? 6.F : 10.F), narrow ? 55.F : 72.F};
    for (std::size_t i = 0; i < columns.size(); ++i)
        ui::text_centre(ui, Style::secondary15, {at.x(i), rect.y + 25}, ui.palette.dim,
                        narrow && i + 1 == columns.size() ? "samen" : columns.at(i));
    if (results.aims.empty()) {
        ui::empty_text(ui, body, "Dit draaiboek noemt geen oefendoelen.");
        return;
    }
    const Rect foot = body.take_bottom(36);
    const auto count = static_cast<int>(results.aims.size());
    const float high = std::clamp(body.h / static_cast<float>(count), 30.F, 66.F);
    const auto view = ui::list(ui, "doelen", body, count, high);
    for (int i = view.first; i < view.end(); ++i) {
        const auto& score = results.aims[static_cast<std::size_t>(i)];
        const Rect row = view.row(i);
        if (i > view.first) ui::separator(ui, row);
        const auto [name, meaning] = name_and_meaning(score.aim->text);
        const Rect box{row.x + 14, row.centre().y - 13, 26, 26};
        ui::frame(ui, box, ui.palette.dim, 4);
        ui::text_in(ui, Style::strong15, box, ui.palette.text, score.aim->id, ui::Align::centre);
        const float x = row.x + (narrow ? 47.F : 52.F), width = at.left() - x - 4;
        const bool two = row.h >= 44 && !meaning.empty();
        ui::text_within(ui, Style::strong16, {x, row.centre().y + (two ? -3.F : 6.F)}, width, ui.palette.text,
                        name);
        if (two)
            ui::text_within(ui, Style::secondary15, {x, row.centre().y + 17}, width, ui.palette.dim, meaning);
        ui::tooltip(ui, row, score.aim->text);
        draw_counts(ui, score, at, row.centre().y + 6, Style::row17);
    }
    ui::separator(ui, foot);
    const float y = foot.centre().y + 6;
    std::string all = fmt::format("alle reacties · nog niet gevraagd {}", results.counts.not_asked);
    if (view.below() > 0)
        all = fmt::format("nog {} {} · ", view.below(), view.below() == 1 ? "doel" : "doelen") + all;
    const float room = at.left() - foot.x - 18;
    if (ui::width(ui, Style::secondary15, all) > room)
        all = view.below() > 0 ? fmt::format("nog {} · alle reacties", view.below()) : "alle reacties";
    ui::text_within(ui, Style::secondary15, {foot.x + 14, y}, room, ui.palette.dim, all);
    draw_counts(ui, results.counts, at, y, Style::strong16);
}

} // namespace regiekamer::panels::trainer
