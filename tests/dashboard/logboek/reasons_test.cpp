// "Waarom staat dit hier?": ? lists the messages behind what is pointed at, and each leads to its moment.
#include "tests/dashboard/panels/night.hpp"

namespace reasons_test {

using namespace night;

TEST_CASE("? on the GRIP in the header shows the decision behind it, and Enter its moment") {
    Desk desk;
    begin(desk);
    Gui gui(desk.drawn());
    gui.hover("sinds 03:12"); // in the header
    gui.press(Key::question);
    INFO(gui.screen());
    CHECK(desk.drafts.dialog == Dialog::reasons);
    CHECK(gui.sees("WAAROM STAAT DIT HIER?"));
    REQUIRE(desk.drafts.reasons.size() == 1);
    const Sequence decision = desk.drafts.reasons.front();
    CHECK(std::get<GripDecided>(desk.said(decision).message.body).level.value == 2);
    gui.press(Key::enter);
    REQUIRE(desk.asked_for<LookAtMessage>() != nullptr);
    CHECK(desk.asked_for<LookAtMessage>()->sequence == decision);
    CHECK(desk.drafts.dialog == Dialog::none);
}

TEST_CASE("an action shows all that made its row, oldest first; Shift and / ask it too") {
    Desk desk;
    begin(desk);
    opens_action(desk, "a", "Bus laten komen", "OvD-Bz", at(-20));
    const Sequence opened = desk.scene().upto;
    const Sequence later = desk.tells(at(5), ActionRescheduled{"a", at(-40), "bus staat vast"});
    Gui gui(desk.drawn());
    gui.hover("actie/a");
    gui.press(ui::with_shift(Key::slash));
    INFO(gui.screen());
    CHECK(desk.drafts.reasons == std::vector<Sequence>{opened, later});
    CHECK(gui.sees("bus staat vast"));
    gui.press(Key::escape);
    CHECK(desk.drafts.dialog == Dialog::none);
}

TEST_CASE("what has the focus goes before what the mouse is on; nothing there says what to do") {
    Desk desk;
    begin(desk);
    opens_action(desk, "a", "Bus laten komen", "OvD-Bz", at(-20));
    Gui gui(desk.drawn());
    gui.mouse({1, 1});
    gui.press(Key::question);
    CHECK(desk.drafts.dialog == Dialog::none);
    CHECK(gui.sees("Wijs iets aan"));
    for (int i = 0; i < 60 && !ui::has_focus(gui.ui, "actie/a"); ++i)
        gui.press(Key::tab);
    REQUIRE(ui::has_focus(gui.ui, "actie/a"));
    gui.press(Key::question);
    INFO(gui.screen());
    CHECK(desk.drafts.dialog == Dialog::reasons);
}

} // namespace reasons_test
