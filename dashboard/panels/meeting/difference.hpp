// A text with what changed in it: new words bold and underlined, words that went struck through.
#pragma once

#include "dashboard/panels/ui/ui.hpp"
#include "dashboard/words/text_difference.hpp"

namespace regiekamer::panels::meeting {

using Paragraph = std::vector<words::TextPart>;
/// Wrapped within the rectangle; what needs more lines than fit is a list of lines with this id, which
/// scrolls. The view tells which lines show.
ui::ListView draw_difference(ui::Ui& ui, std::string_view id, const ui::Rect& rect,
                             const std::vector<Paragraph>& paragraphs);

} // namespace regiekamer::panels::meeting
