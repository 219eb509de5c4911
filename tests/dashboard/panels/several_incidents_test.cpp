// With several incidents open nobody decides, alerts or reads about the wrong one: what is opened is shown,
// and windows, rows and lines name theirs.
#include "dashboard/panels/views.hpp"
#include "tests/dashboard/panels/night.hpp"

namespace several_incidents_test {

using namespace night;

TEST_CASE(
    "who opens an incident sees it, though another has a higher level: what follows is about this one") {
    Desk desk;
    begin(desk);
    Gui gui(desk.drawn());
    opens(gui, Key::r, "NIEUW INCIDENT");
    gui.type("Lekkage Dam");
    gui.press(Key::tab);
    gui.frame();
    gui.type("Dam");
    gui.press(Key::tab);
    gui.press(Key::tab);
    gui.press(Key::space);
    gui.press(Key::enter);
    gui.frame(2);
    CHECK(header_says(gui, "Lekkage Dam"));
    opens(gui, Key::g, "GRIP · nu GRIP 0 · Lekkage Dam");
    gui.type("meer nodig");
    gui.press(Key::enter);
    REQUIRE(desk.acted<GripDecided>().size() == 1);
    CHECK(desk.acted<GripDecided>()[0].incident == desk.acted<IncidentOpened>()[0].incident);
}

TEST_CASE("a window that is open stays about its incident when another leads meanwhile") {
    Desk desk;
    begin(desk);
    a_leak_too(desk);
    Gui gui(desk.drawn());
    opens(gui, Key::g, "GRIP · nu GRIP 2 · Hoogwater Alblasserdam");
    gui.type("dijk");
    desk.tells(at(0), GripDecided{leak, 5, "overal", {"voorzitter", {}}, at(0)});
    gui.frame(2);
    CHECK(gui.sees("GRIP · nu GRIP 2 · Hoogwater Alblasserdam"));
    gui.press(Key::enter);
    REQUIRE(desk.acted<GripDecided>().size() == 1);
    CHECK(desk.acted<GripDecided>()[0].incident == incident);
}

TEST_CASE("a window about an incident that is closed meanwhile says so, and does nothing to another") {
    Desk desk;
    begin(desk);
    a_leak_too(desk);
    Gui gui(desk.drawn());
    opens(gui, Key::g, "GRIP · nu GRIP 2 · Hoogwater Alblasserdam");
    gui.type("dijk");
    desk.tells(at(0), IncidentClosed{incident, "voorbij"});
    gui.frame(2);
    CHECK_FALSE(gui.sees("GRIP · nu"));
    REQUIRE(desk.remark);
    CHECK(desk.remark->text.starts_with("Hoogwater Alblasserdam is gesloten"));
    gui.press(Key::enter);
    CHECK(desk.acted<GripDecided>().empty());
}

TEST_CASE("actions and lines of the logboek name their incident as soon as there are two, and not before") {
    Desk desk;
    begin(desk);
    opens_action(desk, "a", "Burgemeester en ARB informeren over alles wat er aan de hand is en wat nu volgt",
                 "OvD-Bz", std::nullopt);
    Gui gui(desk.drawn());
    const auto named = [&] {
        int times = 0;
        for (const auto& one : ui::seen(gui.ui))
            times += one.text.find("Hoogwater Alblasserdam") != std::string_view::npos ? 1 : 0;
        return times;
    };
    const int alone = named();
    a_leak_too(desk);
    gui.frame(2);
    CHECK(named() >= alone + 3); // the action, and lines of the logboek
    bool by_the_action = false;  // VOOR MIJ stands at the left, below header and alarm line
    for (const auto& one : ui::seen(gui.ui))
        by_the_action |=
            one.rect.y > 150 && one.rect.x < 120 && one.text.starts_with("Hoogwater Alblasserdam");
    CHECK(by_the_action); // whose title is too long for its line
    opens(gui, Key::n, "NIEUWE ACTIE · Hoogwater Alblasserdam");
    gui.press(Key::escape);
    opens(gui, Key::t, "ALARMEER EEN TEAM · Hoogwater Alblasserdam");
}

TEST_CASE("the logboek says what was taken back") {
    Desk desk;
    begin(desk);
    const auto noted = desk.tells(at(1), NoteWritten{NoteId("n"), incident, {}, "gas geroken", {}});
    desk.withdraws(noted, "meteen teruggenomen");
    Gui gui(desk.drawn());
    CHECK(gui.sees("Ingetrokken: gas geroken (meteen teruggenomen)"));
}

} // namespace several_incidents_test
