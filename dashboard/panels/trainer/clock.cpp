// One clock for all: what is set here every desk and the player obey. A pause takes no exercise time, so it
// counts in no reaction.
#include "dashboard/panels/trainer/clock.hpp"

#include "dashboard/words/labels.hpp"
#include "dashboard/words/refusal.hpp"
#include "dashboard/words/time_words.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace regiekamer::panels::trainer {
namespace {

constexpr std::array rates{0.5, 1., 5., 20., 60., 120.};

/// The next rate of the row above, up or down.
double stepped(double rate, bool up) {
    if (up) {
        const auto* const next = std::upper_bound(rates.begin(), rates.end(), rate);
        return next == rates.end() ? rates.back() : *next;
    }
    const auto* const here = std::lower_bound(rates.begin(), rates.end(), rate);
    return here == rates.begin() ? rates.front() : *(here - 1);
}

} // namespace

double rate_of(const Scene& scene) {
    const auto& clock = scene.picture.exercise->clock;
    return clock ? clock->set.value.rate.value : 1;
}

std::string rate_words(double rate) {
    return "×" + words::number(rate, rate < 1 ? 1 : 0);
}

Intents set_clock(const Scene& scene, Instant at, double rate, bool running, std::string text) {
    if (auto why = refused(scene, ExerciseClockSet::type); !why.empty()) return {Explain{std::move(why)}};
    return {Act{ExerciseClockSet{run_of(scene), at, Rate{rate}, running}, std::move(text), std::nullopt}};
}

Intents pause_or_play(const Scene& scene) {
    const bool running = picture::exercise_phase(scene.picture) == picture::ExercisePhase::running;
    return set_clock(scene, scene.live_now, rate_of(scene), !running,
                     running ? "oefening gepauzeerd" : "oefening loopt weer");
}

void answer_clock_keys(ui::Ui& ui, const Scene& scene, Intents& intents) {
    Intents more;
    if (ui::pressed(ui, ui::Key::space)) more = pause_or_play(scene);
    const bool up = ui::pressed(ui, ui::Key::bracket_right);
    if (up || ui::pressed(ui, ui::Key::bracket_left)) {
        const double rate = stepped(rate_of(scene), up);
        if (rate == rate_of(scene)) {
            intents.emplace_back(
                Explain{fmt::format("{} dan {} gaat niet.", up ? "Sneller" : "Trager", rate_words(rate))});
            return;
        }
        const bool running = picture::exercise_phase(scene.picture) == picture::ExercisePhase::running;
        more = set_clock(scene, scene.live_now, rate, running, "tempo " + rate_words(rate));
    }
    for (auto& intent : more)
        intents.push_back(std::move(intent));
}

bool no_play_pressed(ui::Ui& ui) {
    return ui::pressed_anywhere(ui, {ui::Key::pause}) ||
           ui::pressed_anywhere(ui, ui::with_shift(ui::Key::f6));
}

Intents no_play(const Scene& scene) {
    const auto phase = picture::exercise_phase(scene.picture);
    if (scene.mode != Mode::exercise || run_of(scene).empty() || phase == picture::ExercisePhase::ended)
        return {};
    if (phase == picture::ExercisePhase::halted && !scene.looking_back) return {}; // it stands still already
    if (auto why = words::not_allowed(seated(scene).function, ExerciseHalted::type); !why.empty())
        return {Explain{std::move(why)}};
    return {Act{ExerciseHalted{run_of(scene), "NO PLAY door " + seated(scene).function.value}, "NO PLAY",
                std::nullopt}};
}

bool draw_no_play_line(ui::Ui& ui, const Scene& scene, const ui::Rect& rect) {
    const auto& halt = scene.picture.exercise->halt;
    if (scene.mode != Mode::exercise || scene.looking_back || !halt ||
        picture::exercise_phase(scene.picture) != picture::ExercisePhase::halted)
        return false;
    ui::fill(ui, rect, ui.palette.alarm, ui::measure::corner);
    ui::cross_mark(ui, {rect.x + 22, rect.centre().y}, 18, ui.palette.on_alarm);
    const float y = rect.centre().y + 6, x = rect.x + 46;
    const float end = ui::text_within(ui, ui::Style::strong18, {x, y}, rect.right() - x - 8,
                                      ui.palette.on_alarm, "NO PLAY · de hele oefening ligt stil");
    const std::string about = fmt::format(" · oefentijd {} · {} · F6 hervat, voor iedereen",
                                          words::clock(scene.now), halt->value.reason);
    if (rect.right() - end > 80)
        ui::text_within(ui, ui::Style::row17, {end, y}, rect.right() - end - 10, ui.palette.on_alarm, about);
    return true;
}

} // namespace regiekamer::panels::trainer
