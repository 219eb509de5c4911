// A series against time: measured as a line, forecast dotted, thresholds labelled directly, now at its true
// x.
#pragma once

#include "dashboard/panels/scene.hpp"
#include "dashboard/panels/ui/ui.hpp"

namespace regiekamer::panels {

struct PlotSpan {
    Instant from, until;
};

/// Draws within `rect`; values are in the series' own unit, labelled in metres for cm NAP.
void draw_series_plot(ui::Ui& ui, const Scene& scene, const picture::SeriesKey& key, const ui::Rect& rect,
                      PlotSpan span);

/// Series of water levels, the most telling first: closest to its next threshold.
std::vector<picture::SeriesKey> water_series(const Scene& scene);

} // namespace regiekamer::panels
