// A real message breaks through in an exercise, whatever is on the screen, until it was seen.
#include "tests/dashboard/panels/night.hpp"

namespace real_news_test {

using namespace night;

namespace {

void breaks_in(Desk& desk) {
    desk.real = RealNews{"Brand Nieuwland Parc", "Nieuwland Parc · GRIP 1", desk.now, 2};
}

} // namespace

TEST_CASE("a real message stands over every view, in words, inside the screen") {
    for (const auto& [width, height, scale] :
         {std::tuple{1920.F, 1080.F, 1.F}, {1366.F, 768.F, 1.F}, {1366.F, 768.F, 1.5F}, {800.F, 600.F, 1.F}})
        for (const View view : {View::automatic, View::rust, View::piket, View::logboek}) {
            Desk desk;
            begin(desk);
            exercise_runs(desk, 20, true);
            breaks_in(desk);
            desk.view = view;
            Gui gui(desk.drawn(), width, height, scale);
            INFO(gui.screen());
            CHECK(gui.sees("ECHT"));
            CHECK(gui.sees("geen oefening"));
            CHECK(gui.sees("Brand Nieuwland Parc"));
            for (const char* id : {"echt/gezien", "echt/stop"})
                CHECK(gui.ui.screen.contains(gui.find(id).rect));
        }
}

TEST_CASE("it is put away by its key or the mouse, also behind a dialog, and by no other key") {
    for (const bool by_mouse : {false, true}) {
        Desk desk;
        begin(desk);
        breaks_in(desk);
        Gui gui(desk.drawn());
        for (const Key key : {Key::escape, Key::enter, Key::x}) {
            gui.press(key);
            gui.frame();
            CHECK(gui.sees("geen oefening"));
        }
        by_mouse ? gui.click("echt/gezien") : gui.press(ui::with_ctrl(Key::enter));
        gui.frame();
        CHECK_FALSE(gui.sees("geen oefening"));
        CHECK(desk.acted<ExerciseHalted>().empty());
    }
}

TEST_CASE("the exercise is stopped for it by one press, and everybody hears by whom") {
    Desk desk;
    begin(desk);
    exercise_runs(desk, 20, true);
    breaks_in(desk);
    Gui gui(desk.drawn());
    gui.click("echt/stop");
    const auto halted = desk.acted<ExerciseHalted>();
    REQUIRE(halted.size() == 1);
    CHECK(halted.front().run == "run");
    CHECK(halted.front().reason == "NO PLAY door OvD-Bz");
    gui.frame();
    CHECK(picture::exercise_phase(desk.picture()) == picture::ExercisePhase::halted);
    CHECK(gui.sees("geen oefening")); // it stays until it was seen
}

TEST_CASE("without news of the real side nothing of it is on the screen") {
    Desk desk;
    begin(desk);
    Gui gui(desk.drawn());
    CHECK_FALSE(gui.sees("geen oefening"));
}

} // namespace real_news_test
