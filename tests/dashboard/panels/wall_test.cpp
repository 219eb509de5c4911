// The wall shows what the room looks at together; nothing on it can be pressed.
#include "dashboard/panels/wall.hpp"

#include "tests/dashboard/panels/night.hpp"

namespace wall_test {

using namespace night;

TEST_CASE("the wall shows the incident, says whose actions stand there, and has no buttons") {
    Desk desk;
    begin(desk);
    nobody_answers(desk);
    opens_action(desk, "a", "Achterwacht IM bellen", "OvD-Bz", at(5));
    Drafts drafts;
    Gui gui([&](ui::Ui& ui) { draw_wall(ui, desk.scene(), drafts); });
    INFO(gui.screen());
    CHECK(gui.sees("OPKOMST"));
    CHECK(gui.sees("VOOR OvD-Bz · 1"));
    CHECK(gui.sees("Informatiemanager niet bezet"));
    for (const auto* id : {"alarm/bevestig", "alarm/bel", "actie/nieuw", "tijdlijn/nu"})
        CHECK_FALSE(gui.sees(id));
    gui.press(Key::n);
    gui.frame();
    CHECK_FALSE(gui.sees("NIEUWE ACTIE"));
}

} // namespace wall_test
