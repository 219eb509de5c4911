// Drawing, changing and withdrawing, with the mouse and with keys only; each becomes one message.
#include "tests/dashboard/maps/around.hpp"

namespace drawing_test {

using namespace around;
using Doing = MapDraft::Doing;

namespace {

const Position kade{51.865, 4.649};

void names_it(Gui& gui, const char* label, Key kind) {
    gui.frame(2);
    INFO(gui.screen());
    REQUIRE(gui.sees("GEBIED OP DE KAART"));
    gui.type(label);
    gui.press(Key::tab);
    gui.frame();
    gui.press(kind);
    gui.frame();
    gui.press(Key::enter);
    gui.frame(2);
}

} // namespace

TEST_CASE("P shows the map large, and goes back") {
    Desk desk;
    desk.map = alblasserdam();
    begin(desk);
    Gui gui(desk.drawn());
    presses(gui, Key::p);
    gui.frame();
    CHECK(gui.sees("EIGEN LAGEN · 0"));
    CHECK(gui.sees("Rook"));
    presses(gui, Key::p);
    gui.frame();
    CHECK_FALSE(gui.sees("Rook"));
}

TEST_CASE("an area is drawn with the mouse: three clicks, Enter, a name and a kind") {
    Desk desk;
    shows_the_map(desk);
    Gui gui(desk.drawn());
    presses(gui, Key::d);
    gui.frame();
    CHECK(gui.sees("TEKENEN · 0 punten"));
    const Position corners[]{{51.866, 4.650}, {51.866, 4.655}, {51.863, 4.653}};
    for (const auto& corner : corners)
        gui.click_at(on_map(desk, gui, corner));
    gui.frame();
    CHECK(gui.sees("TEKENEN · 3 punten"));
    CHECK(gui.sees("oppervlakte"));
    gui.press(Key::enter);
    names_it(gui, "Effect Kade", Key::d2);
    const auto area = only<AreaDrawn>(desk);
    CHECK(area.kind == AreaKind::effect);
    CHECK(area.label == "Effect Kade");
    CHECK(area.incident == incident);
    REQUIRE(area.polygon.size() == 3);
    for (std::size_t i = 0; i < 3; ++i)
        CHECK(geo::distance_m(area.polygon[i], corners[i]) < 5);
    CHECK(gui.sees("effectgebied · Effect Kade"));
    CHECK(desk.drafts.map_board.doing == Doing::looking);
}

TEST_CASE("the same with keys only: arrows move the cross, Space sets a point, Backspace takes it back") {
    Desk desk;
    shows_the_map(desk);
    Gui gui(desk.drawn());
    gui.frame();
    presses(gui, Key::d);
    presses(gui, Key::space);
    for (int i = 0; i < 3; ++i)
        presses(gui, Key::right);
    presses(gui, Key::space);
    presses(gui, Key::down);
    presses(gui, Key::space);
    presses(gui, Key::backspace);
    presses(gui, Key::down);
    presses(gui, ui::with_shift(Key::down));
    presses(gui, Key::space);
    CHECK(desk.drafts.map_board.points.size() == 3);
    gui.press(Key::enter);
    names_it(gui, "Rondom", Key::d4);
    const auto area = only<AreaDrawn>(desk);
    CHECK(area.kind == AreaKind::afzetting);
    CHECK(geo::distance_m(area.polygon[0], area.polygon[1]) == Approx(3 * 24 / 0.3).epsilon(0.02));
    CHECK(geo::distance_m(area.polygon[1], area.polygon[2]) == Approx((2 * 24 + 3) / 0.3).epsilon(0.02));
}

TEST_CASE("too few points, a rim that crosses itself, no name and no kind are said; nothing is lost") {
    Desk desk;
    shows_the_map(desk);
    Gui gui(desk.drawn());
    presses(gui, Key::d);
    presses(gui, Key::enter);
    REQUIRE(desk.remark);
    CHECK_THAT(desk.remark->text, ContainsSubstring("Zet eerst punten"));
    for (const Position& at : {Position{51.866, 4.650}, {51.863, 4.655}, {51.863, 4.650}, {51.866, 4.655}})
        gui.click_at(on_map(desk, gui, at));
    gui.press(Key::enter);
    gui.frame(2);
    gui.press(Key::enter);
    gui.frame();
    CHECK(gui.sees("Geef het een naam"));
    gui.type("Lus");
    gui.press(Key::enter);
    gui.frame();
    CHECK(gui.sees("Kies wat voor gebied"));
    gui.press(Key::d1);
    gui.frame();
    gui.press(Key::enter);
    gui.frame();
    CHECK(gui.sees("De rand kruist zichzelf"));
    gui.press(Key::escape);
    gui.frame();
    CHECK(desk.acts() == 0);
    CHECK(desk.drafts.map_board.points.size() == 4);
    gui.press(Key::escape);
    gui.frame();
    CHECK(desk.drafts.map_board.doing == Doing::looking);
}

TEST_CASE("a corner is moved with the mouse or with keys, and the new version has the same id") {
    Desk desk;
    shows_the_map(desk);
    desk.tells(at(20), square("bron", AreaKind::bron, "Brongebied", kade));
    Gui gui(desk.drawn());
    gui.frame();
    gui.click_at(on_map(desk, gui, kade));
    gui.frame();
    CHECK(gui.sees("brongebied · Brongebied"));
    presses(gui, Key::w);
    gui.frame();
    CHECK(gui.sees("WIJZIGEN · 4 punten"));
    const auto from = on_map(desk, gui, {kade.lat - 0.0025, kade.lon - 0.0025});
    gui.drag(from, {from.x - 30, from.y + 20});
    presses(gui, Key::bracket_right);
    presses(gui, Key::up);
    gui.press(Key::enter);
    gui.frame(2);
    CHECK(gui.sees("GEBIED WIJZIGEN"));
    gui.press(Key::enter);
    gui.frame(2);
    const auto area = only<AreaDrawn>(desk);
    CHECK(area.area.value == "bron");
    CHECK(area.label == "Brongebied");
    const auto before = square("bron", AreaKind::bron, "", kade).polygon;
    CHECK(geo::distance_m(area.polygon[0], before[0]) == Approx(std::hypot(30, 20) / 0.3).epsilon(0.05));
    CHECK(geo::distance_m(area.polygon[1], before[1]) == Approx(24 / 0.3).epsilon(0.05));
    CHECK(area.polygon[2] == before[2]);
}

TEST_CASE("who changes an area that somebody else changed meanwhile is told, and confirms again") {
    Desk desk;
    shows_the_map(desk);
    desk.tells(at(20), square("bron", AreaKind::bron, "Brongebied", kade));
    Gui gui(desk.drawn());
    gui.frame();
    presses(gui, Key::bracket_right);
    presses(gui, Key::w);
    gui.frame();
    desk.tells(at(5), square("bron", AreaKind::bron, "Brongebied noord", {kade.lat + 0.01, kade.lon}));
    presses(gui, Key::up);
    gui.press(Key::enter);
    gui.frame(2);
    gui.press(Key::enter);
    gui.frame(2);
    CHECK(gui.sees("Intussen wijzigde iemand anders dit"));
    CHECK(desk.acted<AreaDrawn>().empty());
    gui.press(Key::enter);
    gui.frame(2);
    CHECK(only<AreaDrawn>(desk).area.value == "bron");
}

TEST_CASE("the chosen one is withdrawn, and can be taken back") {
    Desk desk;
    shows_the_map(desk);
    desk.tells(at(20), square("bron", AreaKind::bron, "Brongebied", kade));
    desk.tells(at(19),
               PlaceMarked{PlaceId("hal"), incident, PlaceKind::opvang, "Sporthal", {51.87, 4.66}, {}});
    Gui gui(desk.drawn());
    gui.frame();
    presses(gui, Key::bracket_right);
    presses(gui, Key::del);
    CHECK(only<AreaRemoved>(desk).area.value == "bron");
    presses(gui, Key::bracket_right);
    CHECK(gui.sees("GEKOZEN PLAATS"));
    presses(gui, Key::del);
    CHECK(only<PlaceRemoved>(desk).place.value == "hal");
    CHECK(desk.picture().incidents->places.empty());
    presses(gui, Key::del);
    CHECK_THAT(desk.remark->text, ContainsSubstring("Kies eerst"));
}

TEST_CASE("a place takes its coordinate in either form") {
    for (const char* typed : {"51,8702 4,6608", "RD 105000 431500"}) {
        Desk desk;
        shows_the_map(desk);
        Gui gui(desk.drawn());
        gui.frame();
        opens(gui, Key::h, "PLAATS OP DE KAART");
        gui.type("Sporthal Blokweer");
        fills(gui, "plaats/waar", typed);
        gui.click("opvanglocatie");
        gui.click("Zet op de kaart");
        gui.frame();
        const auto place = only<PlaceMarked>(desk);
        CHECK(place.kind == PlaceKind::opvang);
        CHECK(geo::distance_m(place.point, *geo::read_coordinate(typed)) < 1);
        CHECK_FALSE(place.state);
    }
}

TEST_CASE("a rim that crosses itself has no size, and it says so while one draws or measures") {
    Desk desk;
    shows_the_map(desk);
    Gui gui(desk.drawn());
    presses(gui, Key::l);
    gui.frame();
    const Position corners[]{{51.866, 4.650}, {51.863, 4.655}, {51.866, 4.655}, {51.863, 4.650}};
    for (const auto& corner : corners)
        gui.click_at(on_map(desk, gui, corner));
    gui.frame();
    INFO(gui.screen());
    CHECK(gui.sees("oppervlakte onbekend, de rand kruist zichzelf"));
    CHECK_FALSE(gui.sees("oppervlakte 0 m²"));
}

TEST_CASE("smoke goes where the measured wind blows, as far as said, from the incident") {
    Desk desk;
    shows_the_map(desk);
    desk.tells(at(30), MeasurementTaken{"Rotterdam", "windrichting", "°", at(30), 180.0, Quality::goed});
    desk.tells(at(10), MeasurementTaken{"Rotterdam", "windrichting", "°", at(10), 225.0, Quality::goed});
    Gui gui(desk.drawn());
    gui.frame();
    CHECK(gui.sees("wind ZW"));
    opens(gui, Key::v, "ROOKGEBIED");
    CHECK(gui.sees("uit ZW (225°)"));
    fills(gui, "rook/afstand", "1,5 km");
    gui.press(Key::enter);
    gui.frame(2);
    const auto area = only<AreaDrawn>(desk);
    CHECK(area.kind == AreaKind::rook);
    CHECK(area.label == "Rook naar NO, 1,50 km");
    const Position source{51.8650, 4.6490};
    CHECK(geo::distance_m(area.polygon.front(), source) < 2);
    CHECK(geo::inside(area.polygon, geo::destination(source, 45, 1'400)));
    CHECK_FALSE(geo::inside(area.polygon, geo::destination(source, 225, 200)));
}

TEST_CASE(
    "a wind that turned calm or variable since is no direction: no arrow, and none filled in for smoke") {
    Desk desk;
    shows_the_map(desk);
    const auto blows = [&](const char* quantity, const char* unit, int minutes_ago, double value) {
        desk.tells(at(minutes_ago),
                   MeasurementTaken{"Rotterdam", quantity, unit, at(minutes_ago), value, Quality::goed});
    };
    blows("windrichting", "°", 150, 225);
    blows("wind", "m/s", 150, 5);
    blows("wind", "m/s", 30, 0);
    Gui gui(desk.drawn());
    gui.frame();
    INFO(gui.screen());
    CHECK(gui.sees("wind windstil"));
    CHECK_FALSE(gui.sees("wind ZW"));
    opens(gui, Key::v, "ROOKGEBIED");
    CHECK(gui.sees("Gemeten bij Rotterdam: windstil"));
    CHECK(desk.drafts.text.empty());
}

TEST_CASE("a wind of hours ago is filled in for no smoke") {
    Desk desk;
    shows_the_map(desk);
    desk.tells(at(400), MeasurementTaken{"Rotterdam", "windrichting", "°", at(400), 225.0, Quality::goed});
    Gui gui(desk.drawn());
    gui.frame();
    opens(gui, Key::v, "ROOKGEBIED");
    CHECK(gui.sees("de laatste uren geen wind gemeten"));
    CHECK(desk.drafts.text.empty());
}

TEST_CASE("smoke comes from the incident also when the cross stands elsewhere, or from the chosen place") {
    Desk desk;
    shows_the_map(desk);
    desk.drafts.map_board.cursor = ui::Earth{51.87, 4.66}; // where one clicked or drew last
    desk.tells(at(20),
               PlaceMarked{PlaceId("hal"), incident, PlaceKind::overig, "Loods", {51.8652, 4.6485}, {}});
    Gui gui(desk.drawn());
    gui.frame();
    opens(gui, Key::v, "ROOKGEBIED");
    INFO(gui.screen());
    CHECK(gui.sees("Bron: de plaats van het incident. Het kruis staat op 51.87000, 4.66000."));
    CHECK(gui.sees("51.86500, 4.64900"));
    gui.press(Key::escape);
    gui.frame(2);
    desk.drafts.map_board.chosen = "plaats/hal";
    opens(gui, Key::v, "ROOKGEBIED");
    CHECK(gui.sees("Bron: Loods."));
    fills(gui, "rook/wind", "ZW");
    fills(gui, "rook/afstand", "800 m");
    gui.press(Key::enter);
    gui.frame(2);
    CHECK(geo::distance_m(only<AreaDrawn>(desk).polygon.front(), {51.8652, 4.6485}) < 2);
}

TEST_CASE("wind and distance are read as people say them") {
    CHECK(maps::read_wind("ZW") == 225.0);
    CHECK(maps::read_wind(" nw ") == 315.0);
    CHECK(maps::read_wind("ZZW") == 202.5);
    CHECK(maps::read_wind("nno") == 22.5);
    CHECK(maps::read_wind("220°") == 220.0);
    CHECK(maps::read_wind("220 graden") == 220.0);
    CHECK_FALSE(maps::read_wind("400"));
    CHECK_FALSE(maps::read_wind("hard"));
    CHECK_FALSE(maps::read_wind(""));
    CHECK(maps::read_distance("800") == 800.0);
    CHECK(maps::read_distance("800 m") == 800.0);
    CHECK(maps::read_distance("1,5 km") == 1'500.0);
    CHECK_FALSE(maps::read_distance("5"));
    CHECK_FALSE(maps::read_distance("1 mijl"));
    CHECK_FALSE(maps::read_distance("200 km"));
}

TEST_CASE("who may not draw, who looks back, and who has no incident are told why; nothing is sent") {
    Desk desk;
    shows_the_map(desk);
    desk.tells(at(20), square("bron", AreaKind::bron, "Brongebied", kade));
    desk.user.function = "waarnemer";
    Gui gui(desk.drawn());
    gui.frame();
    for (const Key key : {Key::d, Key::h, Key::v}) {
        desk.remark.reset();
        presses(gui, key);
        CHECK(desk.remark);
    }
    desk.user.function = "OvD-Bz";
    desk.looks_at(at(5));
    gui.frame();
    presses(gui, Key::d);
    CHECK_THAT(desk.remark->text, ContainsSubstring("U kijkt terug"));
    presses(gui, Key::bracket_right);
    presses(gui, Key::del);
    CHECK(desk.acts() == 0);
    Desk quiet;
    quiet.view = View::kaart;
    Gui other(quiet.drawn());
    presses(other, Key::d);
    CHECK_THAT(quiet.remark->text, ContainsSubstring("hoort bij een incident"));
}

TEST_CASE("the map shows what was drawn at the moment shown, then and now") {
    Desk desk;
    shows_the_map(desk);
    desk.tells(at(40), square("e", AreaKind::effect, "Eerste gebied", kade));
    desk.tells(at(20), square("e", AreaKind::effect, "Groter gebied", kade, 0.004));
    desk.tells(at(10), AreaRemoved{AreaId("e"), std::nullopt});
    Gui gui(desk.drawn());
    gui.frame();
    CHECK_FALSE(gui.sees("Groter gebied"));
    desk.looks_at(at(15));
    gui.frame();
    CHECK(gui.sees("Groter gebied"));
    CHECK_FALSE(gui.sees("Eerste gebied"));
    desk.looks_at(at(30));
    gui.frame();
    CHECK(gui.sees("Eerste gebied"));
    gui.press(Key::comma); // five minutes further back
    gui.frame();
    CHECK(desk.scene().now == at(35));
    desk.looks_at(at(45));
    gui.frame();
    CHECK_FALSE(gui.sees("Eerste gebied"));
}

TEST_CASE("who looks back while drawing is told so, and keeps what was drawn") {
    Desk desk;
    shows_the_map(desk);
    Gui gui(desk.drawn());
    presses(gui, Key::d);
    for (const Position& corner : {Position{51.866, 4.650}, {51.866, 4.655}, {51.863, 4.653}})
        gui.click_at(on_map(desk, gui, corner));
    desk.looks_at(at(5));
    gui.press(Key::enter);
    names_it(gui, "Te laat", Key::d2);
    CHECK(gui.sees("U kijkt terug"));
    CHECK(desk.acts() == 0);
    CHECK(desk.drafts.map_board.points.size() == 3);
}

TEST_CASE("measuring tells length and area and sends nothing") {
    Desk desk;
    shows_the_map(desk);
    Gui gui(desk.drawn());
    gui.frame();
    presses(gui, Key::l);
    const Position corner{51.865, 4.65};
    const auto east = geo::destination(corner, 90, 1'000);
    gui.click_at(on_map(desk, gui, corner));
    gui.click_at(on_map(desk, gui, east));
    gui.frame();
    const auto line = gui.find("Lengte ").text;
    CHECK_THAT(std::string(line), ContainsSubstring("Lengte 1,00 km"));
    CHECK(gui.sees("geodetisch"));
    presses(gui, Key::enter);
    CHECK(desk.drafts.map_board.doing == Doing::looking);
    CHECK(desk.acts() == 0);
}

TEST_CASE("what can be taken back does not lie over the coordinate beneath the map") {
    for (const auto& [width, height] : {std::pair{1920.F, 1080.F}, {1366.F, 768.F}}) {
        Desk desk;
        shows_the_map(desk);
        desk.undo = Undo{"gebied Effect Kade getekend op de kaart van Alblasserdam", seconds(7)};
        desk.remark = Remark{"De hub antwoordt niet.", true};
        Gui gui(desk.drawn(), width, height);
        gui.frame();
        INFO(gui.screen());
        const auto foot = gui.find("kruis 51").rect;
        for (const char* bar : {"neem terug", "opmerking/sluit"}) {
            const auto button = gui.find(bar).rect; // its bar reaches eight further
            CHECK((button.bottom() + 8 <= foot.y || button.y - 8 >= foot.bottom()));
        }
    }
}

} // namespace drawing_test
