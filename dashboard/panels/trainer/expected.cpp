// VERWACHTE REACTIES: what the journal shows of each, missed first, with a person's verdict beside it.
#include "dashboard/panels/trainer/clock.hpp"
#include "dashboard/panels/trainer/trainer.hpp"

#include "dashboard/words/time_words.hpp"

#include <fmt/format.h>

namespace regiekamer::panels::trainer {
namespace {

using ui::Rect;
using ui::Style;
using ui::Ui;

constexpr float expected_height = 52;

std::string_view verdict_word(ExpectationVerdict verdict) {
    return verdict == ExpectationVerdict::gehaald ? "gehaald"
           : verdict == ExpectationVerdict::deels ? "deels"
                                                  : "gemist";
}

std::string about(const Scene& scene, const Measured& one) {
    std::string words = one.expectation->after ? "nr " + *one.expectation->after + " · " : "";
    words += who_words(one);
    if (one.deadline) words += " · vóór " + words::clock_near(*one.deadline, scene.now);
    return words;
}

void draw_row(Ui& ui, const Scene& scene, const Measured& one, const Rect& row) {
    const float first = row.y + 22, second = row.y + 42, right = row.right() - padding;
    float state = right;
    if (one.score == Score::missed)
        state = ui::chip_right(ui, {right, first - 6}, word(one), Style::strong15).x;
    else
        state = ui::text_right(ui, Style::strong15, {right, first},
                               one.score == Score::late ? ui.palette.attention : ui.palette.text, word(one));
    if (one.score == Score::met) {
        ui::check_mark(ui, {state - 12, first - 5}, 13, ui.palette.confirmation);
        state -= 22;
    }
    ui::text_within(ui, Style::strong16, {row.x + padding, first}, state - row.x - padding - 10,
                    ui.palette.text, expectation_words(one));
    const float time =
        ui::text_right(ui, Style::secondary15, {right, second}, ui.palette.text, outcome_words(scene, one));
    const float width = time - row.x - padding - 10;
    if (one.judged)
        ui::text_within(
            ui, Style::strong15, {row.x + padding, second}, width, ui.palette.text,
            fmt::format("oordeel: {} · {}", verdict_word(one.judged->verdict), one.judged->reason));
    else
        ui::text_within(ui, Style::secondary15, {row.x + padding, second}, width, ui.palette.dim,
                        about(scene, one));
}

} // namespace

Intents draw_expected(Ui& ui, const Scene& scene, const Rect& rect, Drafts& drafts) {
    const auto& counts = scene.script->results.counts;
    const auto all = in_order(scene);
    Rect body = ui::panel(ui, rect, fmt::format("VERWACHTE REACTIES · {}", all.size()),
                          rect.w < 420 ? "V oordeel" : "gemist eerst · V oordeel");
    if (all.empty()) {
        ui::empty_text(ui, body,
                       "Nog niets gevraagd. Wat een inject van een rol vraagt, komt hier te staan.");
        return {};
    }
    const std::string closes = fmt::format("{} op tijd + {} te laat + {} gemist + {} open", counts.met,
                                           counts.late, counts.missed, counts.open);
    const bool narrow = ui::width(ui, Style::secondary15, closes) + 90 > body.w;
    Rect foot = body.take_bottom(narrow ? 52 : 38);
    const auto* now = chosen_expectation(scene, drafts);
    const auto view = ui::list(ui, "reacties", body, static_cast<int>(all.size()), expected_height);
    const auto at = static_cast<int>(std::find(all.begin(), all.end(), now) - all.begin());
    const bool walked = ui.input_.wheel == 0 && drafts.trainer.expected != drafts.trainer.expected_shown;
    if (walked) { // by the keys: keep it in sight
        drafts.trainer.expected_shown = drafts.trainer.expected;
        if (at < view.first || at >= view.end())
            ui::scroll_to(ui, "reacties", at < view.first ? at : at - view.shown + 1),
                ui::want_another_frame(ui);
    }
    Intents intents;
    for (int i = view.first; i < view.end(); ++i) {
        const auto& one = *all[static_cast<std::size_t>(i)];
        if (i > view.first) ui::separator(ui, view.row(i));
        if (ui::row(ui, "reactie/" + one.expectation->id, view.row(i), &one == now)) {
            drafts.trainer.expected = drafts.trainer.expected_shown = one.expectation->id;
            intents = ask_verdict(scene, drafts);
        }
        draw_row(ui, scene, one, view.row(i));
        ui::tooltip(ui, view.row(i), expectation_words(one));
    }
    const std::string below = view.below() > 0 ? fmt::format("nog {}", view.below()) : "";
    ui::separator(ui, foot);
    if (narrow) {
        const Rect first = foot.take_top(24);
        ui::text_within(ui, Style::strong15, {first.x + padding, first.bottom() - 3}, first.w - 2 * padding,
                        ui.palette.dim, below);
    }
    ui::text_within(ui, Style::secondary15, {foot.x + padding, foot.centre().y + 5}, foot.w - 2 * padding,
                    ui.palette.text, narrow || below.empty() ? closes : below + " · " + closes);
    return intents;
}

} // namespace regiekamer::panels::trainer
