// A text with what changed in it: new words bold and underlined, words that went struck through.
#pragma once

#include "dashboard/panels/ui/ui.hpp"
#include "dashboard/words/text_difference.hpp"

namespace regiekamer::panels::meeting {

/// Wrapped within the rectangle; what does not fit ends in "…".
void draw_difference(ui::Ui& ui, const ui::Rect& rect, const std::vector<words::TextPart>& parts);

} // namespace regiekamer::panels::meeting
