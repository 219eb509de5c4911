// What is wrong in what the user or the program brings along is said, and never stops a desk.
#include "dashboard/desk/furnishing.hpp"

#include "messaging/codec/visible.hpp"

#include <iostream>

namespace regiekamer::desk {
namespace {

ui::Palette palette_of(panels::Theme theme) {
    switch (theme) {
    case panels::Theme::dark:
        return ui::dark_palette();
    case panels::Theme::light:
        return ui::light_palette();
    case panels::Theme::contrast:
        return ui::contrast_palette();
    }
    return ui::dark_palette();
}

} // namespace

int complain(const std::string& text) {
    std::cerr << "regiekamer: " << codec::visible_lines(text) << '\n';
    return 1;
}

panels::BaseMap base_map() {
    auto map = panels::load_base_map(assets_folder() / "map/alblasserdam.geojson");
    if (map) return std::move(*map);
    std::cerr << "regiekamer: no map: " << sentence(map.error()) << '\n';
    return {};
}

OwnMaps own_maps() {
    OwnMaps maps(config_folder() / "kaart");
    for (const auto& problem : maps.layers().problems)
        std::cerr << "regiekamer: " << codec::visible_lines(sentence(problem)) << '\n';
    return maps;
}

catalogue::Loaded catalogue_of_desk() {
    auto loaded = catalogue::load(assets_folder(), config_folder());
    for (const auto& complaint : loaded.complaints)
        std::cerr << "regiekamer: " << tables::text(complaint) << '\n';
    return loaded;
}

void dress(ui::Ui& ui, const Kept& kept, bool looking_back) {
    ui.palette = palette_of(kept.theme);
    if (looking_back) ui.palette = ui::looking_back(ui.palette);
}

float scale_in(const Window& window, int percent) {
    const auto [width, height] = window.size();
    if (width < 1 || height < 1) return static_cast<float>(percent) / 100;
    return ui::text_scale(percent, static_cast<float>(width), static_cast<float>(height));
}

Wanted wanted_by(const Options& options, std::string desk, const panels::User& user) {
    Wanted wanted;
    wanted.journal = options.journal;
    wanted.connect = options.connect;
    wanted.exercise = options.exercise;
    wanted.desk = std::move(desk);
    wanted.function = user.function.value;
    wanted.person = user.person.value;
    return wanted;
}

} // namespace regiekamer::desk
