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
        const bool fits = ui::button_width(ui, name, ui::key_name(key)) <= place.w;
        if (ui::button(ui, fmt::format("tab/{}", name), place, name,
                       fits ? ui::key_name(key) : std::string_view(),
                       i == drafts.tab ? ui::ButtonKind::selected : ui::ButtonKind::plain) ||
            ui::pressed(ui, key))
            drafts.tab = i;
    }
}

} // namespace regiekamer::panels
