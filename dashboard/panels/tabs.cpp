// The strip of tabs.
#include "dashboard/panels/tabs.hpp"

#include "dashboard/panels/drafts.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace regiekamer::panels {

using ui::Key;
using ui::Rect;
using ui::Ui;

void draw_tabs(Ui& ui, const Rect& strip, std::span<const std::string_view> names, Drafts& drafts) {
    if (strip.empty() || names.empty()) return;
    drafts.tab = std::clamp(drafts.tab, 0, static_cast<int>(names.size()) - 1);
    for (int i = 0; i < static_cast<int>(names.size()); ++i) {
        const auto name = names[static_cast<std::size_t>(i)];
        const auto key = static_cast<Key>(static_cast<int>(Key::d1) + i);
        const Rect place = ui::tab_at(strip, i, static_cast<int>(names.size()));
        const auto room_for = [&](std::string_view words) {
            return ui::button_width(ui, words, ui::key_name(key)) <= place.w;
        };
        // the key goes before the second of two subjects: "OPKOMST · WATER"
        const auto first = name.substr(0, name.find(" · "));
        const auto words = room_for(name) || !room_for(first) ? name : first;
        const bool fits = room_for(words);
        if (ui::button(ui, fmt::format("tab/{}", name), place, words,
                       fits ? ui::key_name(key) : std::string_view(),
                       i == drafts.tab ? ui::ButtonKind::selected : ui::ButtonKind::plain) ||
            ui::pressed(ui, key))
            drafts.tab = i;
    }
}

} // namespace regiekamer::panels
