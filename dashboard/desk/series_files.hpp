// A series as files: the numbers as CSV, and the plot as a picture.
#pragma once

#include "dashboard/panels/intents.hpp"
#include "dashboard/panels/ui/ui.hpp"
#include "messaging/vocabulary/problem.hpp"

#include <filesystem>

namespace regiekamer::desk {

struct SeriesFiles {
    std::filesystem::path csv, png; ///< png is empty where nothing can be drawn off screen
};

/// Writes grafiek-<station>-<quantity>-<moment shown>.csv and .png in `folder`, with -2, -3 … where there are
/// such files already: it replaces none.
/// Draws off screen: no other OpenGL context may be current. A CSV that cannot be written is a Problem that
/// names it.
Result<SeriesFiles> write_series(const panels::Scene& scene, const panels::ExportSeries& wanted,
                                 const ui::Fonts& fonts, const ui::Palette& palette,
                                 const std::filesystem::path& folder);

} // namespace regiekamer::desk
