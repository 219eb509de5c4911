// What the shell has to say stands on the screen until it is read.
#include "tests/dashboard/panels/night.hpp"

namespace notices_test {

using namespace night;

TEST_CASE("a refused act says so until it is put away, by key or by mouse") {
    for (const bool by_mouse : {false, true})
        for (const bool in_action : {false, true}) {
            Desk desk;
            if (in_action) begin(desk);
            desk.remark = Remark{"Geweigerd: /data/level: 7, expected 0 to 5", true};
            Gui gui(desk.drawn());
            INFO(gui.screen());
            CHECK(gui.sees("Geweigerd: /data/level: 7"));
            gui.frame(10);
            CHECK(gui.sees("Geweigerd"));
            by_mouse ? gui.click("opmerking/sluit") : gui.press(Key::x);
            gui.frame();
            CHECK_FALSE(gui.sees("Geweigerd"));
        }
}

TEST_CASE("a remark and what can be taken back stand beside each other, on every size of screen") {
    for (const auto& [width, height, scale] :
         {std::tuple{1920.F, 1080.F, 1.F}, {1366.F, 768.F, 1.F}, {800.F, 600.F, 1.F}, {800.F, 600.F, 2.F}}) {
        Desk desk;
        begin(desk);
        desk.remark = Remark{std::string(400, 'x') + " en nog veel meer woorden die niemand leest", true};
        desk.undo = Undo{"GRIP 3", seconds(7)};
        Gui gui(desk.drawn(), width, height, scale);
        const auto remark = gui.find("opmerking/sluit").rect, undo = gui.find("neem terug").rect;
        CHECK_FALSE(remark.overlaps(undo));
        CHECK(gui.ui.screen.contains(remark));
        CHECK(gui.ui.screen.contains(undo));
    }
}

TEST_CASE("Ctrl+Z is answered even when there is nothing to take back") {
    Desk desk;
    Gui gui(desk.drawn());
    gui.press(ui::with_ctrl(Key::z));
    CHECK(desk.asked_for<TakeBack>() != nullptr); // the shell says that there is nothing
}

TEST_CASE("views that do not fit in the bar are behind Meer, which opens the palette") {
    Desk desk;
    begin(desk);
    desk.view = View::piket;
    {
        Gui wide(desk.drawn());
        CHECK_FALSE(wide.sees("toets/meer"));
        CHECK(wide.sees("beeld/logboek"));
    }
    Gui gui(desk.drawn(), 1366, 768, 1.5F);
    INFO(gui.screen());
    CHECK(gui.sees("toets/meer"));
    CHECK(gui.find("toets/meer").rect.right() <= gui.ui.screen.right());
    gui.click("toets/meer");
    gui.frame(2);
    INFO(gui.screen());
    CHECK(desk.drafts.dialog == Dialog::palette);
    gui.type("logb"); // the list is longer than a low screen
    gui.frame(2);
    CHECK(gui.sees("Logboek"));
}

} // namespace notices_test
