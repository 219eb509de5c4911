// A series against time: measured as a line, forecast dotted, thresholds labelled directly, now at its true
// x.
#pragma once

#include "dashboard/panels/intents.hpp"
#include "dashboard/panels/plot_draft.hpp"
#include "dashboard/panels/ui/ui.hpp"

namespace regiekamer::panels {

/// Draws within `rect`; values are in the series' own unit, labelled in metres for cm NAP.
void draw_series_plot(ui::Ui& ui, const Scene& scene, const picture::SeriesKey& key, const ui::Rect& rect,
                      PlotSpan span);
/// The same under the mouse and the keys: zoom, pan, the value under the mouse, back to `whole`; a click is
/// the moment that the whole screen shows.
Intents answer_series_plot(ui::Ui& ui, const Scene& scene, const picture::SeriesKey& key,
                           const ui::Rect& rect, PlotSpan whole, PlotDraft& draft,
                           std::string_view id = "water/grafiek");
/// A page with the plot and what it is of, to be kept as a picture.
void draw_series_page(ui::Ui& ui, const Scene& scene, const picture::SeriesKey& key, PlotSpan span);

/// Zoomed by `factor` with the instant at `part` (0–1) of the width unmoved; between ten minutes and two
/// years.
PlotSpan zoomed(PlotSpan span, double part, double factor);
/// Moved by a part of its length.
PlotSpan moved(PlotSpan span, double part);

/// The lines to draw of a cut series: places (column, value) in their order; a line ends where a gap is. Each
/// column gives its lowest and its highest, so that no peak is lost however many values it holds.
struct CurvePoint {
    double column, value;
    bool operator==(const CurvePoint&) const = default;
};
std::vector<std::vector<CurvePoint>> curves(const std::vector<picture::SeriesColumn>& columns);

/// Measured and expected values of a span as CSV as spreadsheets here read it: semicolons, decimal comma, a
/// gap without a value.
std::string series_csv(const Scene& scene, const picture::SeriesKey& key, PlotSpan span);

/// Of these the chosen one, else the first; none may be missing.
const picture::SeriesKey& chosen_series(const std::vector<picture::SeriesKey>& keys,
                                        const std::optional<picture::SeriesKey>& chosen);
/// The one after it.
picture::SeriesKey next_series(const std::vector<picture::SeriesKey>& keys, const picture::SeriesKey& shown);

/// Series of water levels, the most telling first: closest to its next threshold.
std::vector<picture::SeriesKey> water_series(const Scene& scene);
/// Those, and then whatever else is measured: wind, temperature, discharge.
std::vector<picture::SeriesKey> all_series(const Scene& scene);
/// What a panel can show of itself: the water levels, or without those the rest.
std::vector<picture::SeriesKey> series_of_panel(const Scene& scene);

/// "Dordrecht", "Rotterdam: windstoot".
std::string series_name(const picture::SeriesKey& key);
/// A value in the unit of its series: "+1,89 m NAP", "39,2 km/h".
std::string value_words(const picture::SeriesKey& key, double value);

} // namespace regiekamer::panels
