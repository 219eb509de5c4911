// The bottom bar of OEFENLEIDING: NO PLAY, how the clock goes and what changes it, the whole exercise as a
// line to look back on, and a branch from here.
#include "dashboard/panels/trainer/clock.hpp"
#include "dashboard/panels/trainer/trainer.hpp"

#include "dashboard/words/time_words.hpp"
#include "scenarios/player/moment.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace regiekamer::panels::trainer {
namespace {

using picture::ExercisePhase;
using ui::ButtonKind;
using ui::Rect;
using ui::Style;
using ui::Ui;

/// From the left; what does not fit is left out, its key works all the same.
class Bar {
public:
    Bar(Ui& ui, Rect inside) : ui_(ui), inside_(inside) {}
    bool button(std::string_view id, std::string_view verb, std::string_view key, ButtonKind kind) {
        const float wide = ui::button_width(ui_, verb, key);
        if (inside_.w < wide) return false;
        const Rect place = inside_.take_left(wide);
        inside_.take_left(8);
        return ui::button(ui_, id, place, verb, key, kind);
    }
    Rect take_left(float width) { return inside_.take_left(width); }
    Rect take_right(float width) { return inside_.take_right(width); }
    [[nodiscard]] const Rect& rest() const { return inside_; }

private:
    Ui& ui_;
    Rect inside_;
};

/// A text with its mark; never a button.
void draw_state(Ui& ui, const Scene& scene, Bar& bar) {
    const auto phase = picture::exercise_phase(scene.picture);
    const double rate = rate_of(scene); // that it goes on with; those of the buttons are lit there
    const bool lit = rate == 1 || rate == 5 || rate == 20;
    std::string words = lit ? "GEPAUZEERD" : "GEPAUZEERD " + rate_words(rate);
    auto colour = ui.palette.attention;
    if (phase == ExercisePhase::running) {
        words = "LOOPT " + rate_words(rate);
        colour = ui.palette.text;
    } else if (phase == ExercisePhase::halted) {
        words = "NO PLAY", colour = ui.palette.critical;
    } else if (phase == ExercisePhase::ended) {
        words = "VOORBIJ", colour = ui.palette.dim;
    }
    const Style style = bar.rest().w < 1200 ? Style::strong18 : Style::title21;
    const float wide = ui::width(ui, style, words) + 48;
    if (bar.rest().w < wide) return;
    const Rect place = bar.take_left(wide);
    const ui::Point mark{place.x + 14, place.centre().y};
    if (phase == ExercisePhase::running)
        ui::play_mark(ui, mark, 18, ui.palette.confirmation);
    else if (phase == ExercisePhase::halted)
        ui::cross_mark(ui, mark, 18, colour);
    else if (phase == ExercisePhase::ended)
        ui::box_mark(ui, mark, 16, colour, true);
    else
        ui::pause_mark(ui, mark, 18, colour);
    ui::text(ui, style, {place.x + 32, place.centre().y + 7}, colour, words);
}

/// From the first to the last line of the draaiboek.
struct Axis {
    Rect box;
    Instant from, until;
    [[nodiscard]] float x(Instant at) const {
        const double part =
            static_cast<double>((at - from).count()) / static_cast<double>((until - from).count());
        return box.x + box.w * static_cast<float>(std::clamp(part, 0.0, 1.0));
    }
    [[nodiscard]] Instant at(float x) const {
        const double part = std::clamp(static_cast<double>((x - box.x) / box.w), 0.0, 1.0);
        return from +
               microseconds(static_cast<std::int64_t>(part * static_cast<double>((until - from).count())));
    }
};

Intents draw_line(Ui& ui, const Scene& scene, const Rect& place) {
    Axis axis{place.inset(8, 0), scene.picture.exercise->started.value.start, scene.live_now};
    if (scene.script != nullptr)
        for (const auto& one : scene.script->results.injects)
            axis.until = std::max(axis.until, one.at);
    axis.until = std::max(axis.until, axis.from + minutes(1));
    const float y = place.y + 22, now = axis.x(scene.now);
    ui::line(ui, {axis.box.x, y}, {axis.box.right(), y}, ui.palette.line, 3);
    ui::line(ui, {axis.box.x, y}, {axis.x(scene.live_now), y}, ui.palette.flow, 3);
    if (scene.script != nullptr)
        for (const auto& one : scene.script->results.injects) {
            const bool told = one.state == InjectState::delivered;
            const float x = axis.x(one.at);
            ui::line(ui, {x, y - 8}, {x, y + 8}, told ? ui.palette.text : ui.palette.faint);
        }
    ui::dot(ui, {now, y}, 15, scene.looking_back ? ui.palette.attention : ui.palette.text);
    const std::string here = offset(scene, scene.now), begin = offset(scene, axis.from),
                      end = offset(scene, axis.until);
    const float half = ui::width(ui, Style::strong15, here) / 2, baseline = place.bottom() - 8;
    const float middle = std::clamp(now, axis.box.x + half, axis.box.right() - half);
    ui::text_centre(ui, Style::strong15, {middle, baseline}, ui.palette.text, here);
    const float wide = ui::width(ui, Style::secondary15, begin);
    if (middle - half > axis.box.x + wide + 10)
        ui::text(ui, Style::secondary15, {axis.box.x, baseline}, ui.palette.dim, begin);
    if (middle + half < axis.box.right() - wide - 10)
        ui::text_right(ui, Style::secondary15, {axis.box.right(), baseline}, ui.palette.dim, end);
    Intents intents;
    if (const auto moved = ui::drag(ui, "oefening/lijn", place); moved.held)
        if (const Instant at = std::min(axis.at(moved.at.x), scene.live_now); at != scene.now)
            intents.emplace_back(LookAt{at});
    return intents;
}

void draw_run(Ui& ui, const Scene& scene, Bar& bar) {
    const auto& exercise = *scene.picture.exercise;
    const std::string name =
        exercise.branched ? fmt::format("tak na bericht {}", exercise.branched->value.parent_sequence.value)
                          : std::string("hoofdlijn");
    const std::string real = "echte tijd " + words::clock(scene.data.wall_now);
    const float wide =
        std::max(ui::width(ui, Style::strong15, name), ui::width(ui, Style::secondary15, real)) + 16;
    if (bar.rest().w < wide + 340) return;
    const Rect place = bar.take_right(wide);
    ui::text_right(ui, Style::strong15, {place.right(), place.y + 17}, ui.palette.text, name);
    ui::text_right(ui, Style::secondary15, {place.right(), place.y + 38}, ui.palette.dim, real);
    if (!scene.journal.empty()) ui::tooltip(ui, place, "journaal " + scene.journal);
}

void draw_rates(const Scene& scene, Bar& bar, bool may, Intents& intents) {
    const bool running = picture::exercise_phase(scene.picture) == ExercisePhase::running;
    for (const double rate : {1., 5., 20.}) {
        const auto kind = !may                     ? ButtonKind::disabled
                          : rate == rate_of(scene) ? ButtonKind::selected
                                                   : ButtonKind::plain;
        const std::string words = rate_words(rate);
        if (bar.button("oefening/" + words, words, "", kind))
            add(intents, set_clock(scene, scene.live_now, rate, running, "tempo " + words));
    }
}

/// A branch beside the run that it left.
void draw_compare(Ui& ui, Bar& bar, Intents& intents) {
    constexpr std::string_view verb = "Vergelijk", key = "Shift+B";
    const float wide = ui::button_width(ui, verb, key);
    bool wanted = ui::pressed(ui, ui::with_shift(ui::Key::b));
    if (bar.rest().w >= wide + 200) {
        const Rect place = bar.take_right(wide);
        bar.take_right(10);
        wanted |= ui::button(ui, "oefening/vergelijk", place, verb, key);
    }
    if (wanted) intents.emplace_back(std::in_place_type<CompareRuns>);
}

} // namespace

Intents draw_transport(Ui& ui, const Scene& scene, const Rect& rect, Drafts& drafts) {
    Intents intents;
    ui::surface(ui, rect);
    const auto phase = picture::exercise_phase(scene.picture);
    const bool may = refused(scene, ExerciseClockSet::type).empty();
    Bar bar(ui, rect.inset(10, (rect.h - 44) / 2));
    if (bar.button("oefening/no play", "NO PLAY", "Pause",
                   phase == ExercisePhase::ended ? ButtonKind::disabled : ButtonKind::danger))
        add(intents, no_play(scene));
    draw_state(ui, scene, bar);
    if (scene.looking_back) {
        if (bar.button("oefening/nu", "NU", "Esc", ButtonKind::main))
            intents.emplace_back(std::in_place_type<BackToNow>);
    } else {
        const auto verb = phase == ExercisePhase::running  ? "Pauze"
                          : phase == ExercisePhase::halted ? "Hervat"
                                                           : "Speel";
        if (bar.button("oefening/pauze", verb, "Spatie", may ? ButtonKind::plain : ButtonKind::disabled))
            add(intents, pause_or_play(scene));
        draw_rates(scene, bar, may, intents);
        if (bar.button("oefening/sprong", "Tijdsprong", "J", may ? ButtonKind::plain : ButtonKind::disabled))
            open(drafts, Dialog::time_jump);
    }
    draw_run(ui, scene, bar);
    if (leads(scene)) {
        const std::string verb = "Aftakken op " + offset(scene, scene.now);
        const bool whole = bar.rest().w > ui::button_width(ui, verb, "B") + 300;
        const std::string_view words = whole ? std::string_view(verb) : std::string_view("Aftakken");
        const float wide = ui::button_width(ui, words, "B");
        if (bar.rest().w >= wide) {
            const Rect place = bar.take_right(wide);
            bar.take_right(10);
            if (ui::button(ui, "oefening/aftakken", place, words, "B"))
                add(intents, ask_branch(scene, drafts));
        }
    }
    if (scene.picture.exercise->branched && leads(scene)) draw_compare(ui, bar, intents);
    if (bar.rest().w >= 200) {
        const Rect line = bar.rest();
        add(intents, draw_line(ui, scene, {line.x + 6, rect.y + 4, line.w - 16, rect.h - 8}));
    }
    return intents;
}

} // namespace regiekamer::panels::trainer
