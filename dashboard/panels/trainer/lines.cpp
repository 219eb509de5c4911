// What the header and the alarm line say to who leads the exercise.
#include "dashboard/panels/trainer/trainer.hpp"

#include "dashboard/panels/alarms/alarms.hpp"
#include "dashboard/panels/trainer/clock.hpp"
#include "dashboard/words/alarm_words.hpp"
#include "dashboard/words/time_words.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace regiekamer::panels::trainer {

using ui::Rect;
using ui::Style;

namespace {

/// How long, in time of the wall, a player may take to send what is due: a hub that starts again is back by
/// then.
constexpr seconds silence_max{15};

} // namespace

std::vector<picture::Alarm> players_alarms(const Scene& scene) {
    auto list = picture::alarms(scene.picture, scene.now);
    for (const auto& role : scene.picture.exercise->started.value.roles) {
        if (!role.played) continue; // their own alarmering stands on their desks alone
        for (auto& own : picture::alarms_for(scene.picture, role.function, scene.now))
            if (std::none_of(list.begin(), list.end(), [&](const auto& known) { return known.id == own.id; }))
                list.push_back(std::move(own));
    }
    std::stable_sort(list.begin(), list.end(), [](const auto& a, const auto& b) {
        return a.state != b.state ? a.state < b.state : a.level > b.level;
    });
    return list;
}

const MeasuredInject* overdue_inject(const Scene& scene) {
    const auto& clock = scene.picture.exercise->clock;
    const auto* next = next_inject(scene);
    if (next == nullptr || !clock || scene.looking_back ||
        picture::exercise_phase(scene.picture) != picture::ExercisePhase::running)
        return nullptr;
    const auto late = scene.now - std::max(next->at, clock->set.value.at); // a jump asks for much at once
    return late > std::chrono::duration<double>(silence_max) * rate_of(scene) ? next : nullptr;
}

bool draw_next_inject(ui::Ui& ui, const Scene& scene, const Rect& cell, ui::Point first, ui::Point second) {
    const auto* next = next_inject(scene);
    if (next == nullptr) return false;
    const float width = cell.right() - first.x - 8;
    const auto* overdue = overdue_inject(scene);
    const std::string words = overdue != nullptr ? "Inject " + countdown(scene.now - overdue->at) + " te laat"
                              : next->at <= scene.now ? std::string("Inject nu")
                                                      : "Inject over " + countdown(next->at - scene.now);
    const bool fits = ui::width(ui, Style::title24, words) <= width;
    ui::text_within(ui, fits ? Style::title24 : Style::strong17, first, width,
                    overdue != nullptr ? ui.palette.critical : ui.palette.text, words);
    ui::text_within(ui, Style::secondary15, second, width, ui.palette.dim,
                    fmt::format("{} · nr {} · {}", offset(scene, next->at), next->nr.value, next->text));
    return true;
}

namespace {

/// The player of the draaiboek is gone: nothing else on this board comes true until it is back.
void draw_silent_player(ui::Ui& ui, const Rect& rect, const MeasuredInject& overdue) {
    ui::fill(ui, rect, ui.palette.alarm, ui::measure::corner);
    ui::triangle(ui, {rect.x + 22, rect.centre().y}, 16, ui.palette.on_alarm);
    const float y = rect.centre().y + 6, x = rect.x + 46;
    const float end = ui::text_within(ui, Style::strong18, {x, y}, rect.right() - x - 8, ui.palette.on_alarm,
                                      "Het draaiboek staat stil: de speler ervan antwoordt niet");
    const std::string about =
        fmt::format(" · inject {} had om {} moeten komen · start hem weer met dezelfde opdracht",
                    overdue.nr.value, words::clock(overdue.at));
    if (rect.right() - end > 80)
        ui::text_within(ui, Style::row17, {end, y}, rect.right() - end - 10, ui.palette.on_alarm, about);
}

} // namespace

Intents draw_players_line(ui::Ui& ui, const Scene& scene, const Rect& rect, Drafts& drafts) {
    if (const auto* overdue = overdue_inject(scene)) return draw_silent_player(ui, rect, *overdue), Intents{};
    ui::surface(ui, rect);
    auto list = players_alarms(scene);
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
    std::string about = " · " + words::alarm_text(scene.picture, alarm, scene.now).detail +
                        (fresh ? " · niet bevestigd" : " · bevestigd");
    // as the header counts them
    if (const auto rest = list.size() - group.alarms.size(); rest > 0)
        about += fmt::format(" · nog {} bij de spelers", rest);
    alarms::draw_words(ui, inside, "Spelers zien: " + alarms::title_of(scene, group), about);
    return {};
}

} // namespace regiekamer::panels::trainer
