// WAAROM STAAT DIT HIER? The messages that made a value, oldest first; each leads to its moment.
#include "dashboard/panels/dialogs/dialogs.hpp"
#include "dashboard/panels/log_lines.hpp"
#include "dashboard/words/time_words.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace regiekamer::panels::dialogs {
namespace {

using ui::Key;
using ui::Rect;
using ui::Style;

constexpr float row_height = 62;

void draw_reason(ui::Ui& ui, const Scene& scene, Sequence sequence, const Rect& place) {
    const auto fact = scene.fetch(sequence);
    const float x = place.x + 14, right = place.right() - 14;
    if (fact == nullptr) {
        ui::text_within(ui, Style::row16, {x, place.centre().y + 6}, right - x, ui.palette.dim,
                        fmt::format("Bericht {} is niet te lezen.", sequence));
        return;
    }
    if (const auto* entry = scene.log.find(sequence); entry != nullptr && !may_read(scene, *entry)) {
        ui::text_within(ui, Style::row16, {x, place.centre().y + 6}, right - x, ui.palette.dim,
                        "Dit bericht is voor wie de oefening leidt.");
        return;
    }
    const auto line = line_of(scene, *fact);
    const auto& message = fact->message;
    ui::text_within(ui, Style::strong17, {x, place.y + 25}, right - x, ui.palette.text,
                    line.who.empty() ? line.text : line.who + ": " + line.text);
    std::string about = words::date_clock(message.time) + " · " +
                        (message.function ? message.function->value : message.source);
    ui::text_within(
        ui, Style::secondary15, {x, place.y + 49}, right - x, ui.palette.dim,
        fmt::format("{} · {} · bericht {}", about, words::age(message.time, scene.now), sequence));
}

} // namespace

Intents reasons(ui::Ui& ui, const Scene& scene, Drafts& drafts) {
    Intents intents;
    const auto count = static_cast<int>(drafts.reasons.size());
    const float wanted = 68 + 44 + row_height * static_cast<float>(std::min(count, 8));
    Rect body = ui::modal(ui, 860, wanted, "WAAROM STAAT DIT HIER?", 420);
    drafts.opened_now = false;
    const Rect foot = body.take_bottom(34);
    const auto view = ui::list(ui, "redenen", body, count, row_height);
    if (ui::pressed(ui, Key::down)) ++drafts.choice;
    if (ui::pressed(ui, Key::up)) --drafts.choice;
    drafts.choice = std::clamp(drafts.choice, 0, std::max(0, count - 1));
    if (drafts.choice < view.first) ui::scroll_to(ui, "redenen", drafts.choice);
    if (drafts.choice >= view.end()) ui::scroll_to(ui, "redenen", drafts.choice - view.shown + 1);
    std::optional<Sequence> wanted_one;
    for (int i = view.first; i < view.end(); ++i) {
        const Sequence sequence = drafts.reasons[static_cast<std::size_t>(i)];
        if (i > view.first) ui::separator(ui, view.row(i));
        if (ui::row(ui, fmt::format("reden/{}", sequence), view.row(i), i == drafts.choice))
            wanted_one = sequence;
        draw_reason(ui, scene, sequence, view.row(i));
    }
    ui::list_foot(ui, foot, view, "↑ ↓ kies · Enter het scherm van toen · Esc sluit", "oudste eerst");
    if (ui::pressed(ui, Key::enter) && drafts.choice < count)
        wanted_one = drafts.reasons[static_cast<std::size_t>(drafts.choice)];
    if (wanted_one) intents.push_back(LookAtMessage{*wanted_one});
    if (wanted_one || ui::pressed(ui, Key::escape)) close(drafts);
    return intents;
}

} // namespace regiekamer::panels::dialogs
