// Both from the same span of the same scene.
#include "dashboard/desk/series_files.hpp"

#include "dashboard/desk/offscreen.hpp"
#include "dashboard/desk/written_file.hpp"
#include "dashboard/panels/series_plot.hpp"
#include "dashboard/picture/time_zone.hpp"

#include <cmath>
#include <fmt/format.h>

namespace regiekamer::desk {
namespace {

/// A name that no file has yet: of one moment several series and several spans are kept, and none may take
/// the place of another.
std::string unused(const std::filesystem::path& folder, const std::string& name) {
    const auto used = [&](const std::string& one) {
        std::error_code none;
        return std::filesystem::exists(folder / (one + ".csv"), none) ||
               std::filesystem::exists(folder / (one + ".png"), none);
    };
    if (!used(name)) return name;
    for (int number = 2;; ++number)
        if (const auto one = fmt::format("{}-{}", name, number); !used(one)) return one;
}

} // namespace

Result<SeriesFiles> write_series(const panels::Scene& scene, const panels::ExportSeries& wanted,
                                 const ui::Fonts& fonts, const ui::Palette& palette,
                                 const std::filesystem::path& folder) {
    const panels::PlotSpan span{wanted.from, wanted.until};
    const std::string name = unused(
        folder,
        fmt::format("grafiek-{}-{}-{}", harmless(wanted.key.station.value),
                    harmless(wanted.key.quantity.value),
                    date::format("%Y%m%d-%H%M%S", date::floor<seconds>(picture::to_local(scene.now)))));
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
