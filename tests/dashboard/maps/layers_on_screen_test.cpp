// Themes and own layers: switched by key and mouse, drawn within what a screen can hold, and what lies where.
#include "tests/dashboard/maps/around.hpp"

#include <imgui.h>
#include <random>

namespace layers_on_screen_test {

using namespace around;

namespace {

geo::VectorLayer layer(const std::string& name, const std::string& features) {
    return *geo::read_geojson(name, R"({"type":"FeatureCollection","features":[)" + features + "]}");
}

std::string point(const std::string& name, double lon, double lat) {
    return R"({"type":"Feature","properties":{"name":")" + name +
           R"("},"geometry":{"type":"Point","coordinates":[)" + std::to_string(lon) + "," +
           std::to_string(lat) + "]}}";
}

std::string house(double lon, double lat) {
    const auto at = [](double x, double y) {
        return "[" + std::to_string(x) + "," + std::to_string(y) + "]";
    };
    return R"({"type":"Feature","properties":{"name":"huis"},"geometry":{"type":"Polygon","coordinates":[[)" +
           at(lon, lat) + "," + at(lon + 0.0002, lat) + "," + at(lon + 0.0002, lat + 0.0001) + "," +
           at(lon, lat + 0.0001) + "," + at(lon, lat) + "]]}}";
}

/// Whether a triangle of this see-through colour lies over a place of the screen.
bool filled_at(ui::Point at, ui::Colour colour) {
    const ImU32 wanted = IM_COL32(colour.r, colour.g, colour.b, colour.a);
    const ImDrawData* data = ImGui::GetDrawData();
    for (int l = 0; l < data->CmdListsCount; ++l) {
        const ImDrawList& list = *data->CmdLists[l];
        for (const ImDrawCmd& command : list.CmdBuffer)
            for (unsigned i = 0; i + 2 < command.ElemCount; i += 3) {
                std::array<ImDrawVert, 3> corners{};
                for (unsigned c = 0; c < 3; ++c)
                    corners.at(c) = list.VtxBuffer[static_cast<int>(
                        command.VtxOffset + list.IdxBuffer[static_cast<int>(command.IdxOffset + i + c)])];
                if (corners[0].col != wanted) continue;
                const auto side = [&](const ImDrawVert& a, const ImDrawVert& b) {
                    return (b.pos.x - a.pos.x) * (at.y - a.pos.y) - (b.pos.y - a.pos.y) * (at.x - a.pos.x);
                };
                const float one = side(corners[0], corners[1]), two = side(corners[1], corners[2]),
                            three = side(corners[2], corners[0]);
                if ((one >= 0 && two >= 0 && three >= 0) || (one <= 0 && two <= 0 && three <= 0)) return true;
            }
    }
    return false;
}

/// Whether anything of this colour was drawn.
bool drawn_in(ui::Colour colour) {
    const ImU32 wanted = IM_COL32(colour.r, colour.g, colour.b, colour.a);
    const ImDrawData* data = ImGui::GetDrawData();
    for (int l = 0; l < data->CmdListsCount; ++l)
        for (const auto& corner : data->CmdLists[l]->VtxBuffer)
            if (corner.col == wanted) return true;
    return false;
}

/// What part of its picture a tile shows at a place of the screen; empty: no picture lies there.
struct Shown {
    std::uint64_t texture = 0;
    float u = 0, v = 0;
};
std::optional<Shown> picture_at(ui::Point at, std::uint64_t font) {
    const ImDrawData* data = ImGui::GetDrawData();
    std::optional<Shown> found;
    for (int l = 0; l < data->CmdListsCount; ++l) {
        const ImDrawList& list = *data->CmdLists[l];
        for (const ImDrawCmd& command : list.CmdBuffer) {
            const auto texture =
                static_cast<std::uint64_t>(reinterpret_cast<std::uintptr_t>(command.GetTexID()));
            if (texture == font) continue;
            for (unsigned i = 0; i + 5 < command.ElemCount; i += 6) {
                const auto corner = [&](unsigned c) {
                    return list.VtxBuffer[static_cast<int>(
                        command.VtxOffset + list.IdxBuffer[static_cast<int>(command.IdxOffset + i + c)])];
                };
                const auto low = corner(0), high = corner(2);
                if (at.x < low.pos.x || at.x >= high.pos.x || at.y < low.pos.y || at.y >= high.pos.y)
                    continue;
                const auto part = [](float from, float to, float a, float b, float value) {
                    return a + (b - a) * (value - from) / (to - from);
                };
                found = Shown{texture, part(low.pos.x, high.pos.x, low.uv.x, high.uv.x, at.x),
                              part(low.pos.y, high.pos.y, low.uv.y, high.uv.y, at.y)};
            }
        }
    }
    return found;
}

std::uint64_t font_texture() {
    return static_cast<std::uint64_t>(
        reinterpret_cast<std::uintptr_t>(ImGui::GetIO().Fonts->TexID)); // NOLINT
}

} // namespace

TEST_CASE("the inside of an own area is filled, its hollow and its hole are not") {
    Desk desk;
    shows_the_map(desk);
    desk.layers.vectors.push_back(
        layer("wijk",
              R"({"type":"Feature","properties":{"name":"Wijk"},"geometry":{"type":"Polygon","coordinates":[)"
              "[[4.650,51.862],[4.662,51.862],[4.662,51.868],[4.658,51.868],[4.658,51.864],[4.654,51.864],"
              "[4.654,51.868],[4.650,51.868],[4.650,51.862]],"
              "[[4.651,51.8655],[4.653,51.8655],[4.653,51.867],[4.651,51.867],[4.651,51.8655]]]}}"));
    Gui gui(desk.drawn());
    gui.frame();
    const auto colour = gui.ui.palette.dim.faded(0.16F);
    const auto filled = [&](double lat, double lon) {
        return filled_at(on_map(desk, gui, {lat, lon}), colour);
    };
    CHECK(filled(51.863, 4.656));       // the bottom of the U
    CHECK(filled(51.867, 4.660));       // its leg
    CHECK_FALSE(filled(51.867, 4.656)); // between the legs
    CHECK_FALSE(filled(51.866, 4.652)); // the hole
    CHECK(filled(51.8676, 4.652));      // above the hole
    CHECK_FALSE(filled(51.861, 4.656));
}

TEST_CASE("the wind stands on the map with its force and time: at its station, else at the incident") {
    Desk desk;
    shows_the_map(desk);
    const auto blows = [&](const char* quantity, const char* unit, double value, Instant when) {
        desk.tells(when, MeasurementTaken{Station("344"), Quantity(quantity), Unit(unit), when, value,
                                          Quality::goed});
    };
    Gui gui(desk.drawn());
    gui.frame();
    CHECK_FALSE(gui.sees("Bft"));
    blows("windrichting", "°", 220, at(20));
    blows("wind", "m/s", 9, at(20));
    gui.frame();
    CHECK(gui.sees("wind ZW 5 Bft · 344 · "));
    desk.tells(at(20), StationDescribed{Station("344"), "Rotterdam", {51.866, 4.652}, std::nullopt});
    gui.frame();
    CHECK(gui.sees("wind ZW 5 Bft · Rotterdam · "));
    presses(gui, Key::d5); // the theme of the weather
    gui.frame();
    CHECK_FALSE(gui.sees("Bft · Rotterdam"));
    presses(gui, Key::d5);
    desk.now += hours(7);
    gui.frame();
    CHECK_FALSE(gui.sees("Bft · Rotterdam")); // that long ago says nothing of now
}

TEST_CASE("a theme goes off and on with its digit, and with the mouse") {
    Desk desk;
    shows_the_map(desk);
    desk.tells(at(20), square("bron", AreaKind::bron, "Brongebied", {51.865, 4.649}));
    Gui gui(desk.drawn());
    gui.frame();
    CHECK(gui.sees("Brongebied"));
    CHECK(gui.sees("Landvast"));
    presses(gui, Key::d3);
    gui.frame();
    CHECK(desk.map_hidden == std::set<std::string>{"incident"});
    CHECK_FALSE(gui.sees("Brongebied"));
    gui.click("kaart/incident");
    gui.frame();
    CHECK(desk.map_hidden.empty());
    presses(gui, Key::d1);
    gui.frame();
    CHECK_FALSE(gui.sees("Landvast"));
}

TEST_CASE("what matters and is switched off is said on the map of every view") {
    Desk desk;
    shows_the_map(desk);
    desk.tells(at(20), square("bron", AreaKind::bron, "Brongebied", {51.865, 4.649}));
    Gui gui(desk.drawn());
    gui.frame();
    CHECK_FALSE(gui.sees("Niet getoond"));
    presses(gui, Key::d3);
    gui.frame();
    CHECK(gui.sees("Niet getoond: incident [3]"));
    desk.view = View::inzet;
    gui.frame();
    INFO(gui.screen());
    CHECK(gui.sees("Niet getoond: incident [3], op de kaart [P]"));
    for (const auto& seen : ui::seen(gui.ui)) // nor does the legend explain what is not there
        CHECK(seen.text != "bron");
    desk.view = View::kaart;
    desk.map_hidden = {"basiskaart", "evenementen", "waarschuwingen", "kwetsbare objecten"};
    gui.frame(); // of these there is none, or one's own choice
    CHECK_FALSE(gui.sees("Niet getoond"));
    desk.layers.vectors.push_back(layer("kwetsbaar", point("Zorghuis", 4.655, 51.866)));
    gui.frame();
    CHECK(gui.sees("Niet getoond: kwetsbare objecten [6]"));
}

TEST_CASE("own layers stand with their names, each with a switch, and say what was left out") {
    Desk desk;
    shows_the_map(desk);
    desk.layers.vectors.push_back(layer("kwetsbaar-zorg", point("Zorghuis Proef", 4.655, 51.866)));
    desk.layers.vectors.back().vulnerable = true;
    desk.layers.vectors.push_back(layer("pompen", point("Gemaal Proef", 4.66, 51.863)));
    desk.layers.problems.push_back({"/x/stuk.geojson", "niets", "iets"});
    Gui gui(desk.drawn());
    gui.frame();
    CHECK(gui.sees("Zorghuis Proef"));
    CHECK(gui.sees("Gemaal Proef"));
    CHECK(gui.sees("EIGEN LAGEN · 2"));
    CHECK(gui.sees("1 niet gebruikt"));
    CHECK(gui.sees("stuk.geojson: dit is geen GeoJSON die te lezen is"));
    gui.click("kaart/laag/pompen");
    gui.frame();
    CHECK_FALSE(gui.sees("Gemaal Proef"));
    presses(gui, Key::d6);
    gui.frame();
    CHECK_FALSE(gui.sees("Zorghuis Proef"));
}

TEST_CASE(
    "each of twelve own layers can be reached: where there is room on the panel, and always by its name") {
    Desk desk;
    shows_the_map(desk);
    for (int i = 1; i <= 12; ++i)
        desk.layers.vectors.push_back(layer("laag " + std::to_string(i), point("p", 4.655, 51.866)));
    Gui gui(desk.drawn());
    gui.resize(1920, 1080);
    gui.frame(2);
    INFO(gui.screen());
    for (int i = 1; i <= 12; ++i)
        CHECK(gui.sees("kaart/laag/laag " + std::to_string(i)));
    gui.resize(1366, 700); // the last by walking the list
    gui.frame(2);
    gui.hover("kaart/laag/laag 1");
    for (int page = 0; page < 12 && !gui.sees("kaart/laag/laag 12"); ++page)
        presses(gui, Key::page_down);
    gui.click("kaart/laag/laag 12");
    gui.frame();
    CHECK(desk.map_hidden.contains("laag/laag 12"));
    presses(gui, ui::with_ctrl(Key::k));
    gui.frame();
    gui.type("laag 12");
    gui.frame(2);
    CHECK(gui.sees("staat uit: zet op de kaart"));
    gui.press(Key::enter);
    gui.frame(2);
    CHECK_FALSE(desk.map_hidden.contains("laag/laag 12"));
}

TEST_CASE("ten thousand features cost no more corners than a screen can have, near or far") {
    Desk desk;
    shows_the_map(desk);
    std::mt19937 random(3);
    std::uniform_real_distribution<double> lon(4.60, 4.72), lat(51.83, 51.90);
    std::string points, houses;
    for (int i = 0; i < 5'000; ++i) {
        points += (i == 0 ? "" : ",") + point("p" + std::to_string(i), lon(random), lat(random));
        houses += (i == 0 ? "" : ",") + house(lon(random), lat(random));
    }
    desk.layers.vectors.push_back(layer("punten", points));
    desk.layers.vectors.push_back(layer("huizen", houses));
    Gui gui(desk.drawn());
    for (const double scale : {0.02, 0.05, 0.1, 0.3, 1.0}) {
        desk.drafts.map = ui::MapView{{51.865, 4.655}, scale, {}};
        gui.frame();
        INFO(scale);
        CHECK(gui.vertices() <= 26'000);
    }
    desk.drafts.map = ui::MapView{{51.865, 4.655}, 0.05, {}};
    gui.frame();
    CHECK(gui.sees("eigen vormen getekend: zoom in voor de rest"));
}

TEST_CASE("what lies in the chosen area is listed with counts, also what is switched off") {
    Desk desk;
    shows_the_map(desk);
    desk.layers.vectors.push_back(layer("kwetsbaar-zorg", point("Zorghuis Proef", 4.6495, 51.8655) + "," +
                                                              point("Ver weg", 4.70, 51.89)));
    desk.layers.vectors.back().vulnerable = true;
    desk.map_hidden = {"kwetsbare objecten"};
    desk.tells(
        at(21),
        PlaceMarked{PlaceId("hal"), incident, PlaceKind::opvang, "Sporthal", {51.8652, 4.6485}, "open"});
    EventRegistered event;
    event.event = "markt";
    event.name = "Paardenmarkt";
    event.class_ = EventClass::B;
    event.place = "Kade";
    event.point = Position{51.8648, 4.6492};
    desk.tells(at(21), event);
    desk.tells(at(20), square("bron", AreaKind::bron, "Brongebied", {51.865, 4.649}));
    desk.drafts.map_board.chosen = "gebied/bron";
    const auto within =
        maps::what_lies_within(desk.scene(), square("bron", AreaKind::bron, "", {51.865, 4.649}).polygon);
    REQUIRE(within.size() >= 4);
    CHECK(within[0] == maps::Within{"kwetsbare objecten", {"Zorghuis Proef"}});
    CHECK(within[1] == maps::Within{"opvang", {"Sporthal (open)"}});
    CHECK(within[2].group == "incidenten");
    CHECK(within[3] == maps::Within{"evenementen", {"Paardenmarkt"}});
    Gui gui(desk.drawn());
    gui.frame(2);
    CHECK(gui.sees("WAT LIGT HIERIN"));
    CHECK(gui.sees("kwetsbare objecten · 1"));
    CHECK(gui.sees("Zorghuis Proef"));
    CHECK(gui.sees("Sporthal (open)"));
    CHECK(maps::what_lies_within(desk.scene(), {}).empty());
}

TEST_CASE("tiles of an own base map are asked for in view only, and stand beneath all") {
    Desk desk;
    shows_the_map(desk);
    desk.layers.tiles.push_back({"luchtfoto", 8, 16, false, geo::Box{51.8, 4.5, 51.95, 4.9}});
    std::set<geo::TileId> asked;
    desk.tile = [&](std::size_t, const geo::TileId& id) {
        asked.insert(id);
        return std::uint64_t{0};
    };
    Gui gui(desk.drawn());
    gui.frame();
    REQUIRE_FALSE(asked.empty());
    CHECK(asked.size() <= 80);
    const auto box = maps::shown_box(maps::view_of(desk.scene(), desk.drafts, gui.find("plot").rect));
    for (const auto& id : asked)
        CHECK(geo::box_of(id).overlaps(box));
    asked.clear();
    desk.map_hidden = {"tegels/luchtfoto"};
    gui.frame();
    CHECK(asked.empty());
    desk.map_hidden.clear();
    desk.drafts.map = ui::MapView{{52.5, 6.0}, 0.3, {}}; // outside its bounds
    gui.frame();
    CHECK(asked.empty());
}

TEST_CASE("a base map whose tiles are too many from this far is not drawn by half: it says to zoom in") {
    Desk desk;
    shows_the_map(desk);
    desk.layers.tiles.push_back({"straten", 17, 17, false, std::nullopt});
    std::size_t asked = 0;
    desk.tile = [&](std::size_t, const geo::TileId&) {
        ++asked;
        return std::uint64_t{77};
    };
    Gui gui(desk.drawn());
    desk.drafts.map = ui::MapView{{51.865, 4.655}, 0.1, {}};
    gui.frame();
    CHECK(asked == 0);
    CHECK(gui.sees("kaartbeeld straten: zoom in"));
    desk.view = View::inzet;
    gui.frame();
    CHECK(asked == 0);
    CHECK(gui.sees("kaartbeeld straten: zoom in"));
    desk.view = View::kaart;
    desk.drafts.map = ui::MapView{{51.865, 4.655}, 1, {}};
    gui.frame();
    CHECK(asked > 0);
    CHECK_FALSE(gui.sees("kaartbeeld straten"));
}

TEST_CASE("the built-in map stands beneath an own one, for where that has no tile") {
    Desk desk;
    shows_the_map(desk);
    desk.layers.tiles.push_back({"luchtfoto", 13, 16, false, std::nullopt});
    const geo::TileId there = geo::tile_at({51.865, 4.655}, 15);
    desk.tile = [&](std::size_t, const geo::TileId& id) {
        return id == there ? std::uint64_t{77} : std::uint64_t{0};
    };
    desk.drafts.map = ui::MapView{{51.865, 4.655}, 0.3, {}};
    Gui gui(desk.drawn());
    gui.frame();
    CHECK(picture_at(on_map(desk, gui, {51.865, 4.655}), font_texture()));
    CHECK(drawn_in(gui.ui.palette.water));
    CHECK(drawn_in(gui.ui.palette.line));
}

TEST_CASE("where a tile is absent the coarser one is shown, the same place of it") {
    Desk desk;
    shows_the_map(desk);
    desk.layers.tiles.push_back({"luchtfoto", 12, 16, false, std::nullopt});
    desk.tile = [](std::size_t, const geo::TileId& id) {
        return id.zoom == 13 ? static_cast<std::uint64_t>(100'000 + id.x % 100 * 100 + id.y % 100)
                             : std::uint64_t{0};
    };
    Gui gui(desk.drawn());
    gui.frame();
    for (const Position at : {Position{51.8655, 4.6561}, {51.8622, 4.6601}, {51.8702, 4.6480}}) {
        const auto tile = geo::tile_at(at, 13);
        const auto box = geo::box_of(tile);
        const auto shown = picture_at(on_map(desk, gui, at), font_texture());
        REQUIRE(shown);
        CHECK(shown->texture == static_cast<std::uint64_t>(100'000 + tile.x % 100 * 100 + tile.y % 100));
        CHECK(shown->u == Approx((at.lon - box.west) / (box.east - box.west)).margin(0.01));
        CHECK(shown->v == Approx((box.north - at.lat) / (box.north - box.south)).margin(0.01));
    }
}

TEST_CASE("words on a picture have a ground that makes them readable, whatever the picture's colours") {
    Desk desk;
    shows_the_map(desk);
    desk.layers.tiles.push_back({"luchtfoto", 8, 16, false, std::nullopt});
    bool pictures = true;
    desk.tile = [&](std::size_t, const geo::TileId&) { return pictures ? std::uint64_t{77} : 0; };
    Gui gui(desk.drawn());
    for (const auto& palette : {ui::dark_palette(), ui::light_palette()}) {
        gui.ui.palette = palette;
        pictures = true;
        gui.frame(2);
        const auto ground = palette.surface.faded(0.85F);
        for (const char* name : {"Blokweer", "Sporthal Blokweer"})
            if (gui.sees(name)) CHECK(filled_at(gui.find(name).rect.centre(), ground));
        CHECK(drawn_in(ground));
        for (const int worst : {0, 255}) { // nothing on the map is darker or lighter
            const auto under = ui::Colour{static_cast<std::uint8_t>(worst), static_cast<std::uint8_t>(worst),
                                          static_cast<std::uint8_t>(worst), 255};
            const bool dark = palette.bg.r < 128;
            const auto tinted = dark ? ui::mix(ui::Colour{0, 0, 0, 255}, under, 92.F / 255)
                                     : ui::mix(under, palette.surface, 0.4F);
            CHECK(contrast(palette.dim, ui::mix(tinted, palette.surface, 0.85F)) >= 4.5);
            CHECK(contrast(palette.text, ui::mix(tinted, palette.surface, 0.85F)) >= 4.5);
        }
        pictures = false;
        gui.frame(2);
        CHECK_FALSE(drawn_in(ground));
    }
}

TEST_CASE("what lies in the chosen area is read to its end by keys alone") {
    Desk desk;
    shows_the_map(desk);
    std::string homes;
    for (int i = 0; i < 60; ++i)
        homes += (i == 0 ? "" : ",") + point("Huis " + std::to_string(i), 4.648 + i * 0.00003, 51.865);
    desk.layers.vectors.push_back(layer("kwetsbaar", homes));
    desk.tells(at(20), square("bron", AreaKind::bron, "Brongebied", {51.865, 4.649}));
    desk.drafts.map_board.chosen = "gebied/bron";
    desk.map_hidden = {"kwetsbare objecten"}; // on the map itself they have names too
    Gui gui(desk.drawn());
    for (const auto& [width, height] : {std::pair{1920.F, 1080.F}, {1366.F, 768.F}}) {
        gui.resize(width, height);
        gui.frame(2);
        INFO(gui.screen());
        CHECK(gui.sees("Huis 3"));
        CHECK_FALSE(gui.sees("Huis 59"));
        for (int page = 0; page < 60 && !gui.sees("Huis 59"); ++page)
            presses(gui, Key::page_down);
        CHECK(gui.sees("Huis 59"));
        for (int page = 0; page < 60 && !gui.sees("Huis 3"); ++page)
            presses(gui, Key::page_up);
        CHECK(gui.sees("Huis 3"));
    }
}

TEST_CASE("an ordinary mark hides no vulnerable object, and few marks are all drawn") {
    Desk desk;
    shows_the_map(desk);
    desk.layers.vectors.push_back(layer("bomen", point("boom", 4.65470, 51.868)));
    desk.layers.vectors.push_back(layer("kwetsbaar", point("Verpleeghuis", 4.65475, 51.868)));
    Gui gui(desk.drawn());
    gui.frame();
    CHECK(filled_at(on_map(desk, gui, {51.868, 4.65475}), gui.ui.palette.attention));
    CHECK(gui.sees("Verpleeghuis"));
    CHECK_FALSE(gui.sees("eigen vormen getekend"));
    std::string trees;
    for (int i = 0; i < 3'000; ++i)
        trees += (i == 0 ? "" : ",") + point("boom", 4.6500 + i % 60 * 0.0002, 51.863 + i / 60 * 0.0001);
    desk.layers.vectors.front() = layer("bomen", trees);
    gui.frame();
    CHECK(filled_at(on_map(desk, gui, {51.868, 4.65475}), gui.ui.palette.attention));
    CHECK(gui.sees("Verpleeghuis"));
    CHECK(gui.sees("eigen vormen getekend: zoom in voor de rest"));
}

TEST_CASE("a warning's area, works and an evenement of these weeks stand on the map") {
    Desk desk;
    shows_the_map(desk);
    WarningReceived warning;
    warning.identifier = "w1";
    warning.sender = "knmi";
    warning.sent = at(30);
    warning.msg_type = "Alert";
    warning.severity = "Severe";
    warning.headline = "Code oranje wind";
    warning.expires = desk.now + hours(5);
    warning.areas = {
        {"hier", {{{51.86, 4.64}, {51.86, 4.67}, {51.87, 4.67}, {51.87, 4.64}}}, {"51.865,4.655 1"}, {}}};
    desk.tells(at(30), warning);
    WorksAnnounced works;
    works.works = "weg";
    works.title = "Dijkweg dicht";
    works.place = "Kade";
    works.from = at(300);
    works.until = desk.now + hours(24);
    works.polygon = std::vector<Position>{{51.862, 4.65}, {51.862, 4.655}, {51.864, 4.655}};
    desk.tells(at(30), works);
    Gui gui(desk.drawn());
    gui.frame();
    CHECK(gui.sees("Code oranje wind"));
    CHECK(gui.sees("Dijkweg dicht"));
    presses(gui, Key::d5);
    presses(gui, Key::d4);
    gui.frame();
    CHECK_FALSE(gui.sees("Dijkweg dicht"));
}

} // namespace layers_on_screen_test
