// An incident is put right when it was said wrongly, and closed when it is over.
#include "tests/dashboard/action_boards/incident.hpp"

namespace incident_dialogs_test {

using namespace night;

namespace {

void presses_shift(Gui& gui, Key key) {
    gui.press(ui::with_shift(key));
    gui.frame(3);
}

} // namespace

TEST_CASE("what was said wrongly of an incident is put right: only that is said") {
    Desk desk;
    begin_with_cards(desk);
    Gui gui(desk.drawn());
    presses_shift(gui, Key::i);
    INFO(gui.screen());
    REQUIRE(gui.sees("INCIDENT WIJZIGEN"));
    gui.press(Key::enter);
    CHECK(gui.sees("Er is niets veranderd"));
    CHECK(desk.acts() == 0);
    desk.drafts.text2 = "Landvast";
    gui.press(Key::enter);
    REQUIRE(desk.acted<IncidentUpdated>().size() == 1);
    const auto said = desk.acted<IncidentUpdated>()[0];
    CHECK(said.incident == incident);
    CHECK(said.place == "Landvast");
    CHECK_FALSE(said.title);
    CHECK_FALSE(said.kind);
    CHECK(picture::find_incident(desk.picture(), incident)->place.value == "Landvast");
}

TEST_CASE("an incident that is over is closed with the reason, and leaves the screen") {
    Desk desk;
    begin_with_cards(desk);
    Gui gui(desk.drawn());
    SECTION("not while it has a GRIP, or teams") {
        presses_shift(gui, Key::r);
        INFO(gui.screen());
        CHECK(gui.sees("Het is nog GRIP 2. Schaal eerst af naar GRIP 0 met G."));
        gui.press(Key::enter);
        desk.tells(desk.now,
                   GripDecided{incident, GripLevel(0), "over", {Function("leider CoPI"), {}}, desk.now});
        presses_shift(gui, Key::r);
        CHECK(gui.sees("Er staan nog teams: CoPI"));
        CHECK(desk.acts() == 0);
    }
    SECTION("at GRIP 0, when everybody went home") {
        desk.tells(desk.now,
                   GripDecided{incident, GripLevel(0), "over", {Function("leider CoPI"), {}}, desk.now});
        for (const auto& one : picture::active_teams(desk.picture(), incident))
            desk.tells(desk.now, TeamStoodDown{incident, one.team});
        Gui board(desk.drawn());
        board.press(Key::b);
        board.frame(2);
        CHECK(board.sees("Alle teams zijn naar huis"));
        board.press(Key::b);
        board.frame(2);
        presses_shift(gui, Key::r);
        INFO(gui.screen());
        REQUIRE(gui.sees("INCIDENT SLUITEN"));
        gui.press(Key::enter);
        CHECK(gui.sees("Schrijf op waarom het voorbij is."));
        desk.drafts.text = "nafase overgedragen";
        gui.press(Key::enter);
        REQUIRE(desk.acted<IncidentClosed>().size() == 1);
        CHECK(desk.acted<IncidentClosed>()[0] == IncidentClosed{incident, "nafase overgedragen"});
        gui.frame(2);
        CHECK(header_says(gui, "Geen inzet"));
    }
}

} // namespace incident_dialogs_test
