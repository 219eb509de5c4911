// SPREEK ALS: the responscel says what somebody says whom nobody plays; until Esc every dialog speaks so.
#include "dashboard/panels/dialogs/dialogs.hpp"
#include "dashboard/panels/trainer/trainer.hpp"
#include "dashboard/words/folded.hpp"
#include "dashboard/words/names.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace regiekamer::panels::trainer {
namespace {

using ui::Key;
using ui::Style;

/// Those that nobody plays, with the names of the draaiboek, as far as they fit what was typed; what was
/// typed itself is offered last.
std::vector<User> roles(const Scene& scene, const std::string& typed) {
    std::vector<User> all;
    if (scene.script != nullptr) {
        for (const auto& role : scene.script->scenario->roles)
            if (!role.played) all.push_back({role.function, PersonId(role.name)});
    } else {
        for (const auto& role : scene.picture.exercise->started.value.roles)
            if (!role.played) all.push_back({role.function, PersonId()});
    }
    const std::string wanted = words::folded(typed);
    std::erase_if(all, [&](const User& one) {
        return !wanted.empty() &&
               words::fit(wanted, words::folded(one.function.value + " " + one.person.value)) == 0;
    });
    const bool known = std::any_of(all.begin(), all.end(),
                                   [&](const User& one) { return one.function.value == trimmed(typed); });
    const auto own = trimmed(typed);
    if (!own.empty() && !known && own.size() <= name_bytes_max) all.push_back({Function(own), PersonId()});
    return all;
}

void walk(ui::Ui& ui, const ui::ListView& view, int& chosen) {
    const int before = chosen;
    if (ui::pressed_beside_field(ui, Key::down)) ++chosen;
    if (ui::pressed_beside_field(ui, Key::up)) --chosen;
    chosen = std::clamp(chosen, 0, std::max(0, view.count - 1));
    if (chosen == before) return;
    if (chosen < view.first) ui::scroll_to(ui, "rollen", chosen);
    if (chosen >= view.end()) ui::scroll_to(ui, "rollen", chosen - view.shown + 1);
    ui::want_another_frame(ui);
}

} // namespace

Intents speak_as(ui::Ui& ui, const Scene& scene, Drafts& drafts) {
    if (auto why = refused(scene, InjectDelivered::type); !why.empty())
        return close(drafts), Intents{Explain{std::move(why)}};
    ui::Rect body = ui::modal(ui, 700, 620, "SPREEK ALS", 420);
    if (std::exchange(drafts.opened_now, false)) ui::focus(ui, "rol/zoek");
    const auto typed = ui::text_input(ui, "rol/zoek", body.take_top(ui::measure::button_height), drafts.text,
                                      "een rol die niemand speelt, of een andere");
    if (typed.cancelled || ui::pressed(ui, Key::escape)) return close(drafts), Intents{};
    if (typed.changed) drafts.choice = 0;
    body.take_top(8);
    const auto foot = body.take_bottom(34);
    const auto all = roles(scene, drafts.text);
    const auto view = ui::list(ui, "rollen", body, static_cast<int>(all.size()), 42);
    walk(ui, view, drafts.choice);
    if (all.empty()) ui::empty_text(ui, body, "Alle rollen worden gespeeld. Typ een andere naam.");
    int wanted = -1;
    for (int i = view.first; i < view.end(); ++i) {
        const auto& one = all[static_cast<std::size_t>(i)];
        const auto row = view.row(i);
        if (i > view.first) ui::separator(ui, row);
        if (ui::row(ui, "rol/" + one.function.value, row, i == drafts.choice)) wanted = i;
        const float y = row.centre().y + 6, half = row.w * 0.6F;
        ui::text_within(ui, Style::strong17, {row.x + 14, y}, half - 24, ui.palette.text, one.function.value);
        ui::text_within(ui, Style::secondary15, {row.x + half, y}, row.w - half - 14, ui.palette.dim,
                        one.person.empty() ? std::string("zonder naam") : one.person.value);
    }
    ui::list_foot(ui, foot, view, "Enter spreek zo · Esc sluit", "tot u weer Esc drukt");
    const bool entered = typed.entered || ui::pressed(ui, Key::enter);
    if (entered && drafts.choice < static_cast<int>(all.size())) wanted = drafts.choice;
    if (wanted < 0) return {};
    close(drafts);
    return {SpeakAs{all[static_cast<std::size_t>(wanted)]}};
}

} // namespace regiekamer::panels::trainer
