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

TEST_CASE("what stands until somebody does something covers nothing of the panels") {
    for (const View view : {View::inzet, View::rust, View::piket, View::evenementen, View::logboek,
                            View::grip, View::overleg, View::bezetting, View::actions, View::kaart})
        for (const auto& [width, height] : {std::pair{1920.F, 1080.F}, {1366.F, 768.F}}) {
            Desk desk;
            begin(desk);
            desk.view = view;
            desk.remark = Remark{"Niet vastgelegd: de schijf is vol. Maak ruimte en doe het opnieuw.", true};
            Gui gui(desk.drawn(), width, height);
            const auto close = gui.find("opmerking/sluit").rect;
            const float top = close.y - 4;
            INFO(gui.screen());
            for (const auto& one : ui::seen(gui.ui)) {
                if (one.text.empty() || one.id == "opmerking/sluit") continue;
                if (one.text.find("schijf") != std::string::npos || one.text == "Sluit" || one.text == "X")
                    continue;
                CAPTURE(static_cast<int>(view), width, one.text, one.rect.x, one.rect.y);
                CHECK_FALSE((one.rect.bottom() > top + 2 && one.rect.y < close.bottom() &&
                             one.rect.x < close.right() &&
                             one.rect.right() > gui.ui.screen.w - close.right()));
            }
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
