// A real message breaks through in an exercise: solid, in words, over the alarm line and what lies below it,
// until somebody here says that it was seen.
#include "dashboard/panels/panels.hpp"
#include "dashboard/panels/trainer/trainer.hpp"
#include "dashboard/words/time_words.hpp"

#include <fmt/format.h>

namespace regiekamer::panels {
namespace {

using ui::Rect;
using ui::Style;
using ui::Ui;

constexpr float news_height = 156, button_height = 44;

/// NO PLAY, and seen; on a wall nothing can be pressed.
void draw_answers_to_real(Ui& ui, const Scene& scene, Rect row, Intents& intents) {
    const auto button = [&](std::string_view id, std::string_view verb, std::string_view key) {
        const Rect place = row.take_left(ui::button_width(ui, verb, key) + 8);
        row.take_left(10);
        ui::fill(ui, place, ui.palette.on_solid); // on the band a main button would have no edge
        return ui::button(ui, id, place, verb, key);
    };
    const auto phase = picture::exercise_phase(scene.picture);
    const bool goes_on = phase == picture::ExercisePhase::running || phase == picture::ExercisePhase::paused;
    if (goes_on && button("echt/stop", "NO PLAY: stop de oefening", "Pause"))
        for (auto& intent : trainer::no_play(scene))
            intents.push_back(std::move(intent));
    if (button("echt/gezien", "Gezien", "Ctrl+Enter") || ui::pressed(ui, ui::with_ctrl(ui::Key::enter)))
        intents.emplace_back(std::in_place_type<RealSeen>);
}

} // namespace

Intents draw_real_news(Ui& ui, const Scene& scene, const ui::Zones& zones) {
    Intents intents;
    if (!scene.real) return intents;
    const RealNews& news = *scene.real;
    const Rect band{zones.alarm_line.x, zones.alarm_line.y, zones.alarm_line.w, news_height};
    ui::fill(ui, band, ui.palette.solid);
    Rect inside = band.inset(16, 10);
    const float mode = ui::width(ui, Style::grip40, "ECHT");
    ui::text(ui, Style::grip40, {inside.x, inside.y + 44}, ui.palette.on_solid, "ECHT");
    ui::text(ui, Style::secondary15, {inside.x, inside.y + 70}, ui.palette.on_solid, "geen oefening");
    inside.take_left(std::max(mode, ui::width(ui, Style::secondary15, "geen oefening")) + 28);
    const std::string since = words::date_clock(news.since);
    ui::text_within(ui, Style::title24, {inside.x, inside.y + 26}, inside.w, ui.palette.on_solid, news.title);
    ui::text_within(ui, Style::row17, {inside.x, inside.y + 54}, inside.w, ui.palette.on_solid,
                    "sinds " + since + (news.detail.empty() ? "" : " · " + news.detail) +
                        (news.more == 0 ? "" : fmt::format(" · en nog {} andere", news.more)));
    const Rect row{inside.x, band.bottom() - 10 - button_height, inside.w, button_height};
    if (ui.only_shown)
        ui::text_within(ui, Style::row17, {row.x, row.centre().y + 6}, row.w, ui.palette.on_solid,
                        "De oefening wijkt voor een echte inzet.");
    else
        draw_answers_to_real(ui, scene, row, intents);
    return intents;
}

} // namespace regiekamer::panels
