// PLOT: names stand clear of marks and of each other, whatever the place of things; and it moves and zooms.
#include "dashboard/panels/map_labels.hpp"
#include "tests/dashboard/panels/night.hpp"

#include <random>

namespace plot_test {

using namespace night;
using ui::Rect;

namespace {

const BaseMap& alblasserdam() {
    static const BaseMap map =
        *load_base_map(std::string(REGIEKAMER_SOURCE_DIR) + "/assets/map/alblasserdam.geojson");
    return map;
}

void marks(Desk& desk, const std::string& id, PlaceKind kind, const std::string& label, Position point,
           const char* state) {
    desk.tells(at(20), PlaceMarked{PlaceId(id), incident, kind, label, point, state});
}

/// The names on the plot, as they stand.
std::vector<ui::Seen> names(const Gui& gui) {
    const Rect plot = gui.find("plot").rect;
    std::vector<ui::Seen> found;
    for (const auto& seen : ui::seen(gui.ui))
        if (seen.kind == ui::SeenKind::text && plot.contains(seen.rect.centre())) found.push_back(seen);
    return found;
}

void nothing_overlaps(const Gui& gui) {
    const auto all = names(gui);
    for (std::size_t i = 0; i < all.size(); ++i)
        for (std::size_t j = 0; j < i; ++j) {
            INFO(all[i].text << " / " << all[j].text);
            CHECK_FALSE(all[i].rect.inset(1).overlaps(all[j].rect.inset(1)));
        }
}

} // namespace

TEST_CASE("a line crosses a rectangle, or does not") {
    const Rect box{10, 10, 20, 10};
    CHECK(crosses(box, {0, 0}, {40, 30}));
    CHECK(crosses(box, {15, 12}, {16, 13}));
    CHECK(crosses(box, {20, 0}, {20, 40}));
    CHECK_FALSE(crosses(box, {0, 0}, {40, 5}));
    CHECK_FALSE(crosses(box, {0, 0}, {5, 40}));
    CHECK_FALSE(crosses(box, {0, 25}, {40, 25}));
}

TEST_CASE("a label takes the first free side, crosses a line only if need be, and never leaves the box") {
    MapLabels labels({0, 0, 100, 100});
    const ui::Point line[]{{0, 15}, {100, 15}};
    labels.keep_clear(line, false);
    labels.keep_clear(Rect{0, 40, 100, 20});
    const Rect crossing{10, 10, 20, 10}, taken{10, 45, 20, 10}, outside{90, 70, 20, 10}, free{10, 70, 20, 10};
    CHECK(labels.place(std::array{crossing, taken, outside, free}, Crossing::if_need_be) == free);
    CHECK_FALSE(labels.place(std::array{crossing, free}, Crossing::never)); // free is taken now
    CHECK(labels.place(std::array{crossing, free}, Crossing::if_need_be) == crossing);
}

TEST_CASE("names keep clear of each other where many places lie together") {
    Desk desk;
    desk.map = alblasserdam();
    begin(desk);
    std::mt19937 random(1);
    std::uniform_real_distribution<double> near(-0.004, 0.004);
    for (int i = 0; i < 30; ++i)
        marks(desk, std::to_string(i), static_cast<PlaceKind>(i % 5), "Plaats " + std::to_string(i),
              {51.865 + near(random), 4.65 + near(random)}, i % 2 == 0 ? "open" : "nog niet open");
    for (const auto& [width, height, scale] :
         {std::tuple{1920.F, 1080.F, 1.F}, {1366.F, 768.F, 1.F}, {3840.F, 2160.F, 1.5F}}) {
        Gui gui(desk.drawn(), width, height, scale);
        CHECK(gui.sees("Plaats"));
        nothing_overlaps(gui);
    }
}

TEST_CASE("dragging moves the map, the wheel and + and - zoom, F fits again") {
    Desk desk;
    desk.map = alblasserdam();
    begin(desk);
    marks(desk, "sporthal", PlaceKind::opvang, "Sporthal Blokweer", {51.8705, 4.6645}, "nog niet open");
    Gui gui(desk.drawn());
    const auto before = gui.find("Sporthal Blokweer").rect;
    CHECK(gui.sees("nog niet open"));
    const auto plot = gui.find("plot").rect;
    gui.drag(plot.centre(), {plot.centre().x - 40, plot.centre().y + 30});
    const auto after = gui.find("Sporthal Blokweer").rect;
    CHECK(after.x == Approx(before.x - 40).margin(2));
    CHECK(after.y == Approx(before.y + 30).margin(2));
    for (int i = 0; i < 40; ++i)
        gui.press(Key::minus);
    nothing_overlaps(gui);
    for (int i = 0; i < 80; ++i)
        gui.press(Key::plus);
    nothing_overlaps(gui);
    CHECK(gui.vertices() <= 20'000);
    gui.press(Key::f);
    gui.frame();
    CHECK(gui.find("Sporthal Blokweer").rect.x == Approx(before.x).margin(2));
}

TEST_CASE("an area of the other end of the earth, with thousands of corners, costs no more than others") {
    Desk desk;
    desk.map = alblasserdam();
    begin(desk);
    std::mt19937 random(2);
    std::uniform_real_distribution<double> where(-80, 80);
    for (const auto kind : {AreaKind::evacuatie, AreaKind::route}) {
        AreaDrawn area{AreaId(kind == AreaKind::route ? "r" : "e"), incident, kind, "wereld", {}};
        for (int i = 0; i < 3'000; ++i)
            area.polygon.push_back({where(random), where(random)});
        desk.tells(at(10), area);
    }
    Gui gui(desk.drawn());
    CHECK(gui.vertices() <= 20'000);
    desk.drafts.map = ui::MapView{{51.8622, 4.6581}, 1, {}};
    gui.frame();
    CHECK(gui.vertices() <= 20'000);
}

TEST_CASE("what lies off the map does not make the rest a dot, and is told in words") {
    Desk near, far;
    for (Desk* desk : {&near, &far}) {
        desk->map = alblasserdam();
        begin(*desk);
        marks(*desk, "sporthal", PlaceKind::opvang, "Sporthal Blokweer", {51.8705, 4.6645}, "nog niet open");
    }
    Gui fitting(near.drawn());
    CHECK_FALSE(fitting.sees("Buiten de kaart"));
    const auto wanted = fitting.find("Sporthal Blokweer").rect;
    marks(far, "nergens", PlaceKind::overig, "Verzamelplaats", {0, 0}, "open");
    Gui gui(far.drawn());
    CHECK(gui.sees("Buiten de kaart: Verzamelplaats"));
    CHECK(gui.find("Sporthal Blokweer").rect.x == Approx(wanted.x).margin(40));
    nothing_overlaps(gui);
    IncidentUpdated moved;
    moved.incident = incident;
    moved.point = Position{0, 0};
    far.tells(at(5), moved);
    gui.frame(2);
    CHECK(gui.sees("Buiten de kaart: plaats incident, Verzamelplaats"));
    CHECK(gui.find("Sporthal Blokweer").rect.w > 0);
    marks(far, "nergens", PlaceKind::overig, "Verzamelplaats", {52.1552, 5.3872}, "open"); // Amersfoort
    moved.point = Position{51.8650, 4.6490};
    far.tells(at(4), moved);
    gui.frame(2);
    CHECK(gui.sees("Buiten de kaart: Verzamelplaats"));
    CHECK(gui.find("Sporthal Blokweer").rect.x == Approx(wanted.x).margin(40));
}

} // namespace plot_test
