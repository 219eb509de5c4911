// Pictures without a window: OpenGL 3.3 on EGL without a surface, drawn into a texture and written as PNG.
// Used by
// --screenshot and by tests that look.
#pragma once

#include "dashboard/panels/ui/ui.hpp"
#include "messaging/vocabulary/problem.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace regiekamer::desk {

/// A picture in memory: rows from the top, four bytes a pixel (RGBA).
struct Picture {
    int width = 0, height = 0;
    std::vector<std::uint8_t> rgba;
};

using DrawFrame = std::function<void(ui::Ui&)>;

/// Draws `draw` a few times, so that it settles, and gives the last frame. Sizes are pixels, at most 8192;
/// the scale is that of `fonts`, which must be built. Makes and destroys an ImGui context of its own: call it
/// outside a frame.
Result<Picture> render(int width, int height, const ui::Fonts& fonts, ui::Ui& ui, const DrawFrame& draw);

/// The same, written to a file.
Result<void> render_png(const std::string& file, int width, int height, const ui::Fonts& fonts, ui::Ui& ui,
                        const DrawFrame& draw);

} // namespace regiekamer::desk
