// The strip of tabs.
#include "dashboard/panels/tabs.hpp"

#include "dashboard/panels/drafts.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <vector>

namespace regiekamer::panels {

using ui::Key;
using ui::Rect;
using ui::Ui;

namespace {

/// Alike where each name has room for its key, else as wide as each needs, what is over shared.
std::vector<Rect> places_of(const Ui& ui, const Rect& strip, std::span<const std::string_view> names) {
    const int count = static_cast<int>(names.size());
    std::vector<Rect> alike;
    std::vector<float> needs;
    bool fits = true;
    float all = 0;
    for (int i = 0; i < count; ++i) {
        alike.push_back(ui::tab_at(strip, i, count));
        const auto key = static_cast<Key>(static_cast<int>(Key::d1) + i);
        needs.push_back(ui::button_width(ui, names[static_cast<std::size_t>(i)], ui::key_name(key), strip.h));
        fits = fits && needs.back() <= alike.back().w;
        all += needs.back();
    }
    const float space = count > 1 ? alike[1].x - alike[0].right() : 0;
    const float over = strip.w - all - space * static_cast<float>(count - 1);
    if (fits || over < 0) return alike;
    Rect rest = strip;
    for (std::size_t i = 0; i < needs.size(); ++i) {
        alike[i] = rest.take_left(needs[i] + over / static_cast<float>(count));
        rest.take_left(space);
    }
    return alike;
}

} // namespace

void draw_tabs(Ui& ui, const Rect& strip, std::span<const std::string_view> names, Drafts& drafts,
               Digits digits) {
    if (strip.empty() || names.empty()) return;
    drafts.tab = std::clamp(drafts.tab, 0, static_cast<int>(names.size()) - 1);
    const auto places = places_of(ui, strip, names);
    for (int i = 0; i < static_cast<int>(names.size()); ++i) {
        const auto name = names[static_cast<std::size_t>(i)];
        const auto key = static_cast<Key>(static_cast<int>(Key::d1) + i);
        const Rect place = places[static_cast<std::size_t>(i)];
        const auto room_for = [&](std::string_view words) {
            return ui::button_width(ui, words, ui::key_name(key), place.h) <= place.w;
        };
        // the key goes before the second of two subjects: "OPKOMST · WATER"
        const auto first = name.substr(0, name.find(" · "));
        const auto words = room_for(name) || !room_for(first) ? name : first;
        const bool fits = room_for(words) && digits == Digits::choose;
        if (ui::button(ui, fmt::format("tab/{}", name), place, words,
                       fits ? ui::key_name(key) : std::string_view(),
                       i == drafts.tab ? ui::ButtonKind::selected : ui::ButtonKind::plain) ||
            (digits == Digits::choose && ui::pressed(ui, key)))
            drafts.tab = i;
    }
}

} // namespace regiekamer::panels
