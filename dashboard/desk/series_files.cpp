// Both from the same span of the same scene.
#include "dashboard/desk/series_files.hpp"

#include "dashboard/desk/offscreen.hpp"
#include "dashboard/desk/written_file.hpp"
#include "dashboard/panels/series_plot.hpp"
#include "dashboard/picture/time_zone.hpp"

#include <cmath>
#include <fmt/format.h>

namespace regiekamer::desk {

Result<SeriesFiles> write_series(const panels::Scene& scene, const panels::ExportSeries& wanted,
                                 const ui::Fonts& fonts, const ui::Palette& palette,
                                 const std::filesystem::path& folder) {
    const panels::PlotSpan span{wanted.from, wanted.until};
    const std::string name =
        fmt::format("grafiek-{}-{}", harmless(wanted.key.station.value),
                    date::format("%Y%m%d-%H%M%S", date::floor<seconds>(picture::to_local(scene.now))));
    SeriesFiles files;
    const auto csv = write_file(folder / (name + ".csv"), panels::series_csv(scene, wanted.key, span));
    if (!csv) return tl::unexpected(csv.error());
    files.csv = *csv;
    ui::Ui page;
    page.palette = palette;
    const auto pixels = [&](int logical) {
        return static_cast<int>(std::lround(static_cast<float>(logical) * fonts.scale()));
    };
    const auto png = folder / (name + ".png");
    const auto drawn = render_png(png.string(), pixels(1'600), pixels(900), fonts, page,
                                  [&](ui::Ui& ui) { panels::draw_series_page(ui, scene, wanted.key, span); });
    if (drawn) files.png = png;
    return files;
}

} // namespace regiekamer::desk
