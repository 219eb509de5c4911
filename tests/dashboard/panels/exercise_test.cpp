// The exercise's clock: play, pause, rate, jump ahead; the player obeys the message.
#include "tests/dashboard/panels/night.hpp"

namespace exercise_test {

using namespace night;

namespace {

void opens(Gui& gui) {
    gui.press(Key::f6);
    gui.frame();
    INFO(gui.screen());
    REQUIRE(gui.sees("Stel in"));
}

ExerciseClockSet only(const Desk& desk) {
    const auto all = desk.acted<ExerciseClockSet>();
    REQUIRE(all.size() == 1);
    return all.front();
}

} // namespace

TEST_CASE("P pauses what runs and plays what stands still") {
    for (const bool running : {true, false}) {
        Desk desk;
        begin(desk);
        exercise_runs(desk, 20, running);
        Gui gui(desk.drawn());
        CHECK(gui.sees(running ? "oefentijd ×20" : "oefentijd stil"));
        opens(gui);
        CHECK(gui.sees(running ? "LOOPT ×20" : "GEPAUZEERD"));
        CHECK(gui.sees(running ? "Pauzeer" : "Speel af"));
        gui.press(Key::p);
        CHECK(only(desk) == ExerciseClockSet{"run", desk.now, Rate{20}, !running});
        gui.frame();
        CHECK(gui.sees(running ? "oefentijd stil" : "oefentijd ×20"));
    }
}

TEST_CASE("a digit or a click chooses another rate") {
    for (const bool by_mouse : {false, true}) {
        Desk desk;
        begin(desk);
        exercise_runs(desk, 20, true);
        Gui gui(desk.drawn());
        opens(gui);
        by_mouse ? gui.click("×60") : gui.press(Key::d5);
        by_mouse ? gui.click("Stel in") : gui.press(Key::enter);
        CHECK(only(desk) == ExerciseClockSet{"run", desk.now, Rate{60}, true});
    }
}

TEST_CASE("a rate that is none of the choices stays as it is") {
    Desk desk;
    begin(desk);
    exercise_runs(desk, 7, true);
    Gui gui(desk.drawn());
    opens(gui);
    gui.press(Key::enter);
    CHECK(only(desk).rate == Rate{7});
}

TEST_CASE("a jump goes ahead, and only ahead") {
    Desk desk;
    begin(desk);
    exercise_runs(desk, 1, true);
    Gui gui(desk.drawn());
    opens(gui);
    gui.click("oefening/sprong");
    gui.type("04:00");
    gui.press(Key::enter);
    gui.frame();
    CHECK(gui.sees("Een sprong gaat vooruit."));
    CHECK(desk.acts() == 0);
    gui.click("oefening/sprong");
    gui.press(ui::with_ctrl(Key::a));
    gui.type("05:07");
    gui.press(Key::enter);
    CHECK(only(desk) == ExerciseClockSet{"run", desk.now + minutes(30), Rate{1}, true});
}

TEST_CASE("J types the jump") {
    Desk desk;
    begin(desk);
    exercise_runs(desk, 20, true);
    Gui gui(desk.drawn());
    opens(gui);
    gui.press(Key::j);
    gui.frame();
    gui.type("+30");
    gui.press(Key::enter);
    CHECK(only(desk) == ExerciseClockSet{"run", desk.now + minutes(30), Rate{20}, true});
}

TEST_CASE("in NO PLAY nothing jumps, it is not said again, and going on is asked twice") {
    Desk desk;
    begin(desk);
    exercise_runs(desk, 20, true);
    desk.tells(desk.now, ExerciseHalted{"run", "letsel"});
    Gui gui(desk.drawn());
    opens(gui);
    CHECK(gui.sees("NO PLAY: de hele oefening ligt stil"));
    CHECK_FALSE(gui.sees("NO PLAY: alles stopt"));
    gui.click("oefening/sprong");
    gui.type("+30");
    gui.press(Key::enter);
    gui.frame();
    CHECK(gui.sees("Hervat eerst"));
    CHECK(desk.acts() == 0);
    gui.click("Hervat voor iedereen");
    CHECK(desk.acts() == 0);
    gui.click("Hervat voor iedereen");
    CHECK(only(desk).running);
}

TEST_CASE("without an exercise there is nothing to set, and the dialog closes") {
    Desk desk;
    Gui gui(desk.drawn());
    gui.press(Key::f6);
    gui.frame();
    CHECK(gui.sees("Er loopt geen oefening."));
    gui.click("Sluit");
    CHECK(desk.drafts.dialog == Dialog::none);
}

TEST_CASE("a real desk has no exercise clock") {
    Desk desk(Mode::actual);
    begin(desk);
    Gui gui(desk.drawn());
    gui.press(Key::f6);
    CHECK(desk.drafts.dialog == Dialog::none);
    CHECK_FALSE(gui.sees("tijdlijn/oefening"));
}

} // namespace exercise_test
