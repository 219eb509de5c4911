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

TEST_CASE("without buttons the timeline goes to the edge, and names have the room of the telephone") {
    Desk desk;
    begin(desk);
    nobody_answers(desk);
    Drafts drafts;
    Gui gui([&](ui::Ui& ui) { draw_wall(ui, desk.scene(), drafts); }, 1366, 768, 1.5F);
    INFO(gui.screen());
    CHECK(gui.find("tijdlijn").rect.right() > 1366 / 1.5F - 40);
    const std::string name = "Informatiemanager";
    CHECK(gui.find(name).rect.w + 1 >= ui::width(gui.ui, ui::Style::strong17, name));
}

} // namespace wall_test
