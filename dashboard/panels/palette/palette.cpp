// ZOEK EN DOE (Ctrl+K): one field over everything that one can go to or do; Enter does the chosen one.
#include "dashboard/panels/dialogs/dialogs.hpp"
#include "dashboard/panels/palette/entries.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace regiekamer::panels::dialogs {
namespace {

using palette::Entry;
using ui::Key;
using ui::Rect;
using ui::Style;

constexpr float row_height = 46;

void draw_entry(ui::Ui& ui, const Entry& entry, const Rect& place) {
    const bool can = entry.refused.empty();
    const float y = place.centre().y + 6;
    float right = place.right() - 12;
    if (!entry.key.empty())
        right = ui::text_right(ui, Style::strong15, {right, y}, ui.palette.dim, entry.key) - 12;
    ui::text_within(ui, Style::secondary15, {place.x + 14, y}, 84, ui.palette.dim, entry.kind);
    const float x = place.x + 104;
    const float end = ui::text_within(ui, Style::strong17, {x, y}, right - x,
                                      can ? ui.palette.text : ui.palette.dim, entry.title);
    const std::string& about = can ? entry.about : entry.refused;
    if (!about.empty() && right - end > 60)
        ui::text_within(ui, Style::secondary15, {end + 14, y}, right - end - 14,
                        can ? ui.palette.dim : ui.palette.attention, about);
}

/// The arrows, a page at a time too; the chosen one stays in sight.
void walk(ui::Ui& ui, const ui::ListView& view, int count, int& chosen) {
    const int before = chosen;
    if (ui::pressed_beside_field(ui, Key::down)) ++chosen;
    if (ui::pressed_beside_field(ui, Key::up)) --chosen;
    chosen = std::clamp(chosen, 0, std::max(0, count - 1));
    if (chosen == before) return;
    if (chosen < view.first) ui::scroll_to(ui, "palet", chosen);
    if (chosen >= view.end()) ui::scroll_to(ui, "palet", chosen - view.shown + 1);
    ui::want_another_frame(ui);
}

/// Why it cannot be done stays on the screen; else the palette closes and it is done.
void does(const Entry& entry, Drafts& drafts, Intents& intents) {
    if (!entry.refused.empty()) {
        drafts.complaint = "Dit kan nu niet: " + entry.refused + ".";
        return;
    }
    close(drafts);
    entry.does(drafts, intents);
}

void draw_foot(ui::Ui& ui, const Rect& foot, const ui::ListView& view, const std::string& complaint) {
    if (complaint.empty()) {
        ui::list_foot(ui, foot, view, "↑ ↓ kies · Enter doe · Esc sluit", "best passende eerst");
        return;
    }
    ui::triangle(ui, {foot.x + 9, foot.centre().y}, 14, ui.palette.attention);
    ui::text_within(ui, Style::strong16, {foot.x + 26, foot.centre().y + 6}, foot.w - 26, ui.palette.text,
                    complaint);
}

} // namespace

Intents palette(ui::Ui& ui, const Scene& scene, Drafts& drafts) {
    Intents intents;
    Rect body = ui::modal(ui, 900, 640, "ZOEK EN DOE", 420);
    if (std::exchange(drafts.opened_now, false)) ui::focus(ui, "palet/zoek");
    const auto typed = ui::text_input(ui, "palet/zoek", body.take_top(ui::measure::button_height),
                                      drafts.text, "een beeld, daad, actie, mens, of een tijd: 04:15");
    if (typed.cancelled || ui::pressed(ui, Key::escape)) {
        close(drafts);
        return intents;
    }
    if (typed.changed) {
        drafts.choice = 0;
        drafts.complaint.clear();
        ui::scroll_to(ui, "palet", 0);
    }
    body.take_top(8);
    const auto entries = palette::found(scene, drafts.text);
    const Rect foot = body.take_bottom(34);
    const auto count = static_cast<int>(entries.size());
    const auto view = ui::list(ui, "palet", body, count, row_height);
    walk(ui, view, count, drafts.choice);
    if (entries.empty())
        ui::empty_text(ui, body,
                       "Niets gevonden. Zoek op een naam, een woord, een tijd zoals 04:15 of een coördinaat "
                       "zoals 51.8650, 4.6610.");
    const Entry* wanted = nullptr;
    for (int i = view.first; i < view.end(); ++i) {
        const auto& entry = entries[static_cast<std::size_t>(i)];
        if (i > view.first) ui::separator(ui, view.row(i));
        if (ui::row(ui, fmt::format("palet/{}/{}/{}", entry.kind, entry.title, i), view.row(i),
                    i == drafts.choice))
            wanted = &entry;
        draw_entry(ui, entry, view.row(i));
    }
    draw_foot(ui, foot, view, drafts.complaint);
    const bool entered = typed.entered || ui::pressed(ui, Key::enter);
    if (entered && drafts.choice < count) wanted = &entries[static_cast<std::size_t>(drafts.choice)];
    if (wanted != nullptr) does(*wanted, drafts, intents);
    return intents;
}

} // namespace regiekamer::panels::dialogs
