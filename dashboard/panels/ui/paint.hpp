// The toolkit's own seam to ImGui: logical pixels become whole pixels here, and colours become packed ones.
// Included by the toolkit's sources only.
#pragma once

#include "dashboard/panels/ui/canvas.hpp"

#include <cmath>
#include <imgui.h>

namespace regiekamer::ui::paint {

inline ImU32 packed(Colour c) {
    return IM_COL32(c.r, c.g, c.b, c.a);
}
/// A place in whole pixels.
inline float px(const Ui& ui, float logical) {
    return std::floor(logical * ui.scale + 0.5F);
}
inline ImVec2 px(const Ui& ui, Point p) {
    return {px(ui, p.x), px(ui, p.y)};
}
/// A place between pixels: for slanted lines and round shapes.
inline ImVec2 fine(const Ui& ui, Point p) {
    return {p.x * ui.scale, p.y * ui.scale};
}
/// A line's thickness: whole pixels, at least one.
inline float thick(const Ui& ui, float logical) {
    return std::max(1.F, px(ui, logical));
}

/// Draws a text without recording it; what a button writes on itself is recorded as the button.
float words(Ui& ui, Style style, Point baseline, Colour colour, std::string_view words);
/// The same in the middle of a box, cut with "…" when too wide.
void centred(Ui& ui, Style style, const Rect& box, Colour colour, std::string_view words);
float spaced(Ui& ui, Style style, Point baseline, Colour colour, std::string_view words);
/// Up to the first line break: a one-line text stays on its line.
std::string_view first_line(std::string_view words);
/// Where the baseline stands for capitals centred in a box's height.
float middle(const Rect& box, Style style);

void record(Ui& ui, SeenKind kind, std::string_view id, std::string_view text, const Rect& rect);
/// Records an interactive thing and says whether it was pressed (mouse, or Enter and Space with the focus).
bool interact(Ui& ui, SeenKind kind, std::string_view id, std::string_view text, const Rect& rect);
/// Whether what is being drawn lies beneath an open dialog.
inline bool beneath_modal(const Ui& ui) {
    return ui.modal_open && !ui.modal_now_;
}

} // namespace regiekamer::ui::paint
