// What the header and the alarm line say to who leads the exercise.
#include "dashboard/panels/trainer/trainer.hpp"

#include "dashboard/panels/alarms/alarms.hpp"
#include "dashboard/words/alarm_words.hpp"
#include "dashboard/words/time_words.hpp"

#include <fmt/format.h>

namespace regiekamer::panels::trainer {

using ui::Rect;
using ui::Style;

bool draw_next_inject(ui::Ui& ui, const Scene& scene, const Rect& cell, ui::Point first, ui::Point second) {
    const auto* next = next_inject(scene);
    if (next == nullptr) return false;
    const float width = cell.right() - first.x - 8;
    const std::string words =
        next->at <= scene.now ? std::string("Inject nu") : "Inject over " + countdown(next->at - scene.now);
    const bool fits = ui::width(ui, Style::title24, words) <= width;
    ui::text_within(ui, fits ? Style::title24 : Style::strong17, first, width, ui.palette.text, words);
    ui::text_within(ui, Style::secondary15, second, width, ui.palette.dim,
                    fmt::format("{} · nr {} · {}", offset(scene, next->at), next->nr.value, next->text));
    return true;
}

Intents draw_players_line(ui::Ui& ui, const Scene& scene, const Rect& rect, Drafts& drafts) {
    ui::surface(ui, rect);
    auto list = picture::alarms(scene.picture, scene.now);
    std::erase_if(list, [](const auto& alarm) { return alarm.state == picture::AlarmState::shelved; });
    const auto groups = picture::grouped(list, scene.now);
    const float y = rect.centre().y + 6;
    if (groups.empty()) {
        ui::check_mark(ui, {rect.x + 20, rect.centre().y}, 16, ui.palette.confirmation);
        ui::text_within(ui, Style::strong18, {rect.x + 40, y}, rect.w - 50, ui.palette.text,
                        "Spelers zien geen open alarm");
        return {};
    }
    const auto& group = groups.front();
    const auto& alarm = group.alarms.front();
    because(ui, rect, {alarm.sequence});
    const bool fresh = alarm.state == picture::AlarmState::fresh;
    const auto edge = alarm.level == picture::AlarmLevel::red ? ui.palette.critical : ui.palette.attention;
    ui::triangle(ui, {rect.x + rect.h / 2, rect.centre().y}, 16, edge);
    Rect inside = rect.inset(6, 0);
    inside.take_left(rect.h + 4);
    const float w = ui::button_width(ui, "Alle alarmen", "A", ui::measure::alarm_button_height);
    const Rect button = inside.take_right(w);
    inside.take_right(10);
    if (ui::button(ui, "alarm/alle", {button.x, rect.centre().y - 18, w, ui::measure::alarm_button_height},
                   "Alle alarmen", "A"))
        open(drafts, Dialog::alarms);
    const float end = ui::text_within(ui, Style::strong18, {inside.x, y}, inside.w, ui.palette.text,
                                      "Spelers zien: " + alarms::title_of(scene, group));
    std::string about = " · " + words::alarm_text(scene.picture, alarm, scene.now).detail +
                        (fresh ? " · niet bevestigd" : " · bevestigd");
    // as the header counts them
    if (const auto rest = list.size() - group.alarms.size(); rest > 0)
        about += fmt::format(" · nog {} bij de spelers", rest);
    if (inside.right() - end > 60)
        ui::text_within(ui, Style::row17, {end, y}, inside.right() - end, ui.palette.text, about);
    return {};
}

} // namespace regiekamer::panels::trainer
