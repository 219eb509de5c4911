// The axes of a plot: a range and steps that suit what was measured, be it a flood in centimetres, radiation
// in hundredths or a value that cannot be; and hours and days of the local clock.
#pragma once

#include "dashboard/panels/plot_draft.hpp"
#include "dashboard/panels/scene.hpp"
#include "dashboard/panels/ui/ui.hpp"

namespace regiekamer::panels {

/// From (instant, value) to the screen.
struct PlotAxes {
    ui::Rect box;
    PlotSpan span;
    double low = 0, high = 1;
    [[nodiscard]] float x(Instant at) const;
    /// Never further from the box than a screen can draw.
    [[nodiscard]] float y(double value) const;
};

/// The range of what is shown: what was measured in the columns, the forecast, and the thresholds that lie
/// near enough to matter, rounded outward; water levels to whole halves of a metre.
PlotAxes plot_axes(const Scene& scene, const picture::SeriesKey& key, const ui::Rect& box, PlotSpan span,
                   const std::vector<picture::SeriesColumn>& columns);
void draw_plot_grid(ui::Ui& ui, const picture::SeriesKey& key, const PlotAxes& axes);
void draw_plot_hours(ui::Ui& ui, const Scene& scene, const PlotAxes& axes);

/// A plot of water levels is in metres.
std::string plot_unit(const picture::SeriesKey& key);
/// As it stands in a plot, without its unit: "2,50", "90", "0,2".
std::string plot_number(const picture::SeriesKey& key, double value);

} // namespace regiekamer::panels
