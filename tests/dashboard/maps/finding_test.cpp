// Going to a place: by name, by coordinate in either form, and a new incident with one.
#include "tests/dashboard/maps/around.hpp"

namespace finding_test {

using namespace around;

namespace {

void finds(Gui& gui, const char* words) {
    gui.press(ui::with_ctrl(Key::k));
    gui.frame(2);
    gui.type(words);
    gui.frame();
    gui.press(Key::enter);
    gui.frame(2);
}

} // namespace

TEST_CASE("a coordinate goes to its place on the map, WGS 84 and RD") {
    for (const char* typed : {"51.8702, 4.6608", "51,8702 4,6608", "105000 431500"}) {
        Desk desk;
        desk.map = alblasserdam();
        begin(desk);
        Gui gui(desk.drawn());
        finds(gui, typed);
        CHECK(desk.view == View::kaart);
        REQUIRE(desk.drafts.map);
        CHECK(geo::distance_m(maps::position(desk.drafts.map->centre), *geo::read_coordinate(typed)) < 0.01);
        CHECK(gui.sees("kruis"));
        CHECK(gui.sees(geo::coordinate_text(*geo::read_coordinate(typed))));
    }
}

TEST_CASE("places of the base map, of the incident and of own layers are found by name") {
    Desk desk;
    desk.map = alblasserdam();
    begin(desk);
    desk.tells(
        at(20),
        PlaceMarked{PlaceId("hal"), incident, PlaceKind::opvang, "Opvang Blokweer", {51.8705, 4.6645}, {}});
    desk.layers.vectors.push_back(*geo::read_geojson(
        "pompen",
        R"({"type":"Feature","properties":{"naam":"Gemaal Proef"},"geometry":{"type":"Point","coordinates":[4.7,51.9]}})"));
    Gui gui(desk.drawn());
    for (const auto& [words, place] : {std::pair{"Lammetjeswiel", Position{51.868, 4.6485}},
                                       {"opvang blok", {51.8705, 4.6645}},
                                       {"gemaal", {51.9, 4.7}}}) {
        finds(gui, words);
        INFO(words);
        REQUIRE(desk.drafts.map);
        CHECK(geo::distance_m(maps::position(desk.drafts.map->centre), place) < 250);
    }
    CHECK(desk.view == View::kaart);
}

TEST_CASE("what the map and the plot can do is found by its words") {
    Desk desk;
    shows_the_map(desk);
    desk.view = View::automatic;
    desk.tells(at(5), MeasurementTaken{"Dordrecht", "waterstand", "cm NAP", at(5), 200.0, Quality::goed});
    Gui gui(desk.drawn());
    finds(gui, "teken een gebied");
    CHECK(desk.view == View::kaart);
    CHECK(gui.sees("TEKENEN · 0 punten"));
    gui.press(Key::escape);
    finds(gui, "bewaar de grafiek");
    const auto* wanted = desk.asked_for<ExportSeries>();
    REQUIRE(wanted != nullptr);
    CHECK(wanted->key.station.value == "Dordrecht");
    desk.user.function = "waarnemer";
    finds(gui, "rookgebied op de kaart");
    CHECK(gui.sees("Dit kan nu niet"));
}

TEST_CASE("a place that was found is chosen") {
    Desk desk;
    shows_the_map(desk);
    desk.tells(
        at(20),
        PlaceMarked{PlaceId("hal"), incident, PlaceKind::opvang, "Opvang Blokweer", {51.8705, 4.6645}, {}});
    Gui gui(desk.drawn());
    gui.press(Key::slash);
    gui.frame(2);
    gui.type("opvang blok");
    gui.frame();
    gui.press(Key::enter);
    gui.frame(2);
    CHECK(gui.sees("GEKOZEN PLAATS"));
}

TEST_CASE("a new incident with a coordinate as its place has that point, and the map goes there") {
    Desk desk;
    desk.map = alblasserdam();
    Gui gui(desk.drawn());
    opens(gui, Key::r, "NIEUW INCIDENT");
    gui.type("Brand");
    fills(gui, "incident/plaats", "105000 431500");
    gui.click("brand");
    gui.click("Open incident");
    gui.frame(2);
    const auto body = only<IncidentOpened>(desk);
    REQUIRE(body.point);
    CHECK(geo::distance_m(*body.point, *geo::read_coordinate("105000 431500")) < 0.01);
    CHECK(body.place == "105000 431500");
    desk.view = View::kaart;
    gui.frame();
    CHECK(geo::distance_m(
              maps::position(maps::view_of(desk.scene(), desk.drafts, gui.find("plot").rect).centre),
              *body.point) < 50);
}

TEST_CASE("the mouse on the plot of INZET reads the coordinate in both forms") {
    Desk desk;
    desk.map = alblasserdam();
    begin(desk);
    Gui gui(desk.drawn());
    gui.frame();
    const auto plot = gui.find("plot").rect;
    gui.mouse(plot.centre());
    gui.frame();
    CHECK(gui.sees(", 4.6"));
    CHECK(gui.sees(" · RD 10"));
}

} // namespace finding_test
