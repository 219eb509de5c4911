// The tabs of a view where its panels do not fit beside each other.
#pragma once

#include "dashboard/panels/ui/ui.hpp"

#include <span>
#include <string_view>

namespace regiekamer::panels {

struct Drafts;

enum class Digits {
    choose, ///< a tab each
    answer  ///< they are the view's own: tabs are chosen by Tab and Enter, or a click
};
/// A strip of tabs; `drafts.tab` is the one chosen. Empty strip or no names: nothing.
void draw_tabs(ui::Ui& ui, const ui::Rect& strip, std::span<const std::string_view> names, Drafts& drafts,
               Digits digits = Digits::choose);

} // namespace regiekamer::panels
