// The map with ten thousand features of the user's own in view and at street level, and a plot of a million
// values: a frame without GL at 1920×1080, with its vertices.
#include "dashboard/geo/own_layers.hpp"
#include "dashboard/panels/drafts.hpp"
#include "dashboard/panels/maps/maps.hpp"
#include "dashboard/panels/series_plot.hpp"
#include "tests/bench/measure.hpp"
#include "tests/support/gui.hpp"
#include "tests/support/still_scene.hpp"

#include <random>

namespace {

using namespace bench;
using namespace regiekamer;

constexpr int features = 10'000, values = 1'000'000, frames = 300;

std::string collection() {
    std::mt19937 random(1);
    std::uniform_real_distribution<double> lon(4.60, 4.72), lat(51.83, 51.90), near(-0.0006, 0.0006);
    std::string text = R"({"type":"FeatureCollection","features":[)";
    for (int i = 0; i < features; ++i) {
        const double x = lon(random), y = lat(random);
        const auto at = [&](double dx, double dy) {
            return "[" + std::to_string(x + dx) + "," + std::to_string(y + dy) + "]";
        };
        text += (i == 0 ? "" : ",");
        text += R"({"type":"Feature","properties":{"name":"vorm"},"geometry":)";
        if (i % 2 == 0) {
            text += R"({"type":"Point","coordinates":)" + at(0, 0) + "}}";
            continue;
        }
        text += R"({"type":"Polygon","coordinates":[[)" + at(0, 0);
        for (int corner = 0; corner < 20; ++corner)
            text += "," + at(near(random), near(random));
        text += "," + at(0, 0) + "]]}}";
    }
    return text + "]}";
}

void rows(const std::string& what, Gui& gui, const char* reach) {
    gui.frame(20);
    Numbers taken;
    for (int frame = 0; frame < frames; ++frame)
        taken.add(timed([&] { gui.frame(); }));
    row(what, number("%.3f ms", taken.median() * 1e3) + " p50", "");
    row("  p99", number("%.3f ms", taken.percentile(0.99) * 1e3), reach);
    row("  vertices", std::to_string(gui.vertices()), "≤ 26,000");
}

void measure_map() {
    const std::string text = collection();
    geo::OwnLayers layers;
    row("reading 10,000 features",
        number("%.0f ms",
               1e3 * timed([&] { layers.vectors.push_back(must(geo::read_geojson("vormen", text))); })),
        "");
    const auto smoke =
        geo::sector({51.865, 4.66}, 45, 3'000, 180); // done again each frame while it is chosen
    Numbers taken;
    for (int turn = 0; turn < frames; ++turn)
        taken.add(timed([&] { (void)geo::features_inside(layers.vectors.front(), smoke); }));
    row("what of 10,000 lies in an area", number("%.3f ms", taken.median() * 1e3) + " p50", "≤ 4 ms");
    StillScene still;
    still.now = must(read_instant("2027-01-23T03:37:00Z"));
    still.map = must(panels::load_base_map(REGIEKAMER_SOURCE_DIR "/assets/map/alblasserdam.geojson"));
    const picture::SeriesKey key{"Dordrecht", "waterstand", "cm NAP"};
    auto& series = still.picture.series.edit().measured[key];
    for (int i = values; i >= 0; --i)
        series.put({still.now - seconds(i), 200 + (i % 700) * 0.1, Quality::goed, 1});
    auto scene = still.scene();
    scene.layers = &layers;
    for (const auto& [name, scale] : {std::pair{"all in view", 0.08}, {"at street level", 0.5}}) {
        Gui gui([&](ui::Ui& ui) {
            panels::maps::draw_themes(ui, scene, {{51.865, 4.66}, scale, {0, 0, 1'500, 830}});
        });
        rows(std::string("map, 10,000 features ") + name, gui, "≤ 4 ms");
    }
    Gui gui([&](ui::Ui& ui) {
        panels::draw_series_plot(ui, scene, key, {0, 0, 930, 470}, {still.now - seconds(values), still.now});
    });
    rows("plot of 1,000,000 values", gui, "≤ 16 ms");
}

} // namespace

int main() {
    return bench::report("map", measure_map);
}
