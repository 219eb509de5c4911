// The tabs of a view where its panels do not fit beside each other.
#pragma once

#include "dashboard/panels/ui/ui.hpp"

#include <span>
#include <string_view>

namespace regiekamer::panels {

struct Drafts;

/// A strip of tabs with digits as keys; `drafts.tab` is the one chosen. Empty strip or no names: nothing.
void draw_tabs(ui::Ui& ui, const ui::Rect& strip, std::span<const std::string_view> names, Drafts& drafts);

} // namespace regiekamer::panels
