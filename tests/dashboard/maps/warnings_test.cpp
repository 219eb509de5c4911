// Warnings on the map: most name their area by a code alone, which the user's own layers may know.
#include "tests/dashboard/maps/around.hpp"

namespace warnings_test {

using namespace around;

namespace {

WarningReceived warning(const Desk& desk, const std::string& identifier, const std::string& severity,
                        const std::string& headline, std::vector<WarningArea> areas) {
    WarningReceived body;
    body.identifier = identifier;
    body.sender = "knmi";
    body.sent = at(30);
    body.msg_type = "Alert";
    body.severity = severity;
    body.headline = headline;
    body.expires = desk.now + hours(5);
    body.areas = std::move(areas);
    return body;
}

const WarningArea south{"Zuid-Holland", {}, {}, {"EMMA_ID=NL009"}};

/// How often these words stand on the screen, whole.
std::size_t count(const Gui& gui, const std::string& words) {
    const auto all = gui.texts();
    return static_cast<std::size_t>(std::count(all.begin(), all.end(), words));
}

} // namespace

TEST_CASE("a warning whose area nobody knows is named on the map, severest first, until the theme goes off") {
    Desk desk;
    shows_the_map(desk);
    desk.tells(at(30), warning(desk, "w1", "Moderate", "Code geel: wind", {south}));
    Gui gui(desk.drawn());
    gui.frame();
    CHECK(gui.sees("Niet op de kaart: Code geel: wind · Zuid-Holland"));
    desk.tells(at(30), warning(desk, "w2", "Severe", "Code oranje: regen in Zuid-Holland", {south}));
    desk.tells(at(30), warning(desk, "w3", "Moderate", "Code geel: mist", {}));
    gui.frame();
    CHECK(count(gui, "Niet op de kaart: Code oranje: regen in Zuid-Holland") == 1);
    CHECK(count(gui, "Code geel: wind · Zuid-Holland") == 1);
    CHECK(count(gui, "Code geel: mist") == 1);
    desk.tells(at(30), warning(desk, "w4", "Minor", "Code geel: hitte", {{"hier", {}, {"onzin"}, {}}}));
    gui.frame();
    CHECK(gui.sees("(en nog 1)"));
    presses(gui, Key::d5);
    gui.frame();
    CHECK_FALSE(gui.sees("Niet op de kaart"));
}

TEST_CASE("a shape of an own layer with the code of a warning is its area, and then no words are needed") {
    Desk desk;
    shows_the_map(desk);
    desk.layers.vectors.push_back(*geo::read_geojson(
        "gebieden",
        R"({"type":"Feature","properties":{"type":"EMMA_ID","code":"NL009"},"geometry":)"
        R"({"type":"Polygon","coordinates":[[[4.64,51.86],[4.67,51.86],[4.67,51.87],[4.64,51.87],)"
        R"([4.64,51.86]]]}})"));
    const std::string headline = "Code geel: wind";
    desk.tells(at(30), warning(desk, "w1", "Moderate", headline, {south}));
    Gui gui(desk.drawn());
    gui.frame();
    CHECK_FALSE(gui.sees("Niet op de kaart"));
    CHECK(count(gui, headline) == 1);
    desk.map_hidden = {"laag/gebieden"}; // the layer is not shown, what it knows is known
    gui.frame();
    CHECK(count(gui, headline) == 1);
    // One of its areas has no shape.
    desk.tells(at(31),
               warning(desk, "w1", "Moderate", headline, {south, {"Zeeland", {}, {}, {"EMMA_ID=NL010"}}}));
    gui.frame();
    CHECK(gui.sees("Niet op de kaart: Code geel: wind · Zeeland"));
    CHECK(count(gui, headline) == 1);
}

TEST_CASE("in the small plot the words of a warning without a shape keep within it") {
    Desk desk;
    shows_the_map(desk);
    desk.view = View::inzet;
    for (const auto* id : {"w1", "w2", "w3", "w4", "w5"})
        desk.tells(at(30), warning(desk, id, "Severe", std::string("Code oranje: ") + std::string(200, 'x'),
                                   {south}));
    Gui gui(desk.drawn());
    gui.frame();
    CHECK(gui.sees("Niet op de kaart: Code oranje: xxx"));
    CHECK(gui.sees("… (en nog "));
}

} // namespace warnings_test
