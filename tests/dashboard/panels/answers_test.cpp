// What is done with an action, and taking back what was done.
#include "tests/dashboard/panels/night.hpp"

namespace answers_test {

using namespace night;

namespace {

void opens_detail(Gui& gui) {
    gui.click("actie/a");
    gui.frame();
    INFO(gui.screen());
    REQUIRE(gui.sees("ACTIE"));
}

} // namespace

TEST_CASE("mine come first to fall due, late ones in words; others have their own list") {
    Desk desk;
    begin(desk);
    opens_action(desk, "b", "Lijst naar GHOR", "OvD-Bz", desk.now + minutes(4));
    opens_action(desk, "a", "Achterwacht bellen", "OvD-Bz", desk.now - minutes(5));
    opens_action(desk, "c", "Weg afzetten", "wijkbeheer", desk.now + minutes(13));
    Gui gui(desk.drawn());
    INFO(gui.screen());
    CHECK(gui.sees("VOOR MIJ · 2"));
    CHECK(gui.sees("1 te laat"));
    CHECK(gui.sees("5 min te laat"));
    CHECK(gui.sees("over 4 min"));
    CHECK(gui.find("Achterwacht bellen").rect.y < gui.find("Lijst naar GHOR").rect.y);
    CHECK(gui.sees("ANDEREN · 1"));
    CHECK(gui.sees("over 13 min"));
}

TEST_CASE("an action is taken on, finished and reopened from its row, and the screen follows") {
    Desk desk;
    begin(desk);
    opens_action(desk, "a", "Achterwacht bellen", "OvD-Bz", desk.now + minutes(5));
    Gui gui(desk.drawn());
    opens_detail(gui);
    gui.press(Key::enter);
    REQUIRE(desk.acted<ActionTakenOn>().size() == 1);
    gui.frame();
    CHECK(gui.sees("opgepakt"));
    opens_detail(gui);
    gui.click("actie/doe/Gereed");
    gui.click("actie/notitie");
    gui.type("P. Mulder komt");
    gui.press(Key::enter);
    REQUIRE(desk.acted<ActionFinished>().size() == 1);
    CHECK(desk.acted<ActionFinished>()[0] == ActionFinished{"a", "P. Mulder komt"});
    gui.frame();
    CHECK(gui.sees("VOOR MIJ · 0"));
    CHECK(gui.sees("1 gereed"));
    panels::open(desk.drafts, Dialog::action_detail, "a"); // its row is gone; it is found in the logboek
    gui.frame(2);
    CHECK(gui.sees("gereed: P. Mulder komt"));
    gui.type("toch niet");
    gui.press(Key::enter);
    REQUIRE(desk.acted<ActionReopened>().size() == 1);
    CHECK(desk.acted<ActionReopened>()[0] == ActionReopened{"a", "toch niet"});
    gui.frame();
    CHECK(gui.sees("VOOR MIJ · 1"));
}

TEST_CASE("progress, blocked and cancelled carry their words") {
    Desk desk;
    begin(desk);
    opens_action(desk, "a", "Achterwacht bellen", "OvD-Bz", std::nullopt);
    Gui gui(desk.drawn());
    const auto does = [&](const char* verb, const char* words) {
        opens_detail(gui);
        gui.click(std::string("actie/doe/") + verb);
        gui.click("actie/notitie");
        gui.type(words);
        gui.press(Key::enter);
        gui.frame();
    };
    does("Voortgang", "belt terug");
    does("Blokkeer", "geen nummer");
    CHECK(gui.sees("geblokkeerd: geen nummer"));
    does("Vervallen", "niet meer nodig");
    CHECK(desk.acted<ActionProgressed>() == std::vector<ActionProgressed>{{"a", "belt terug"}});
    CHECK(desk.acted<ActionBlocked>() == std::vector<ActionBlocked>{{"a", "geen nummer"}});
    CHECK(desk.acted<ActionCancelled>() == std::vector<ActionCancelled>{{"a", "niet meer nodig"}});
    CHECK(gui.sees("VOOR MIJ · 0"));
}

TEST_CASE("the box of an action of mine finishes it at once") {
    Desk desk;
    begin(desk);
    opens_action(desk, "a", "Achterwacht bellen", "OvD-Bz", std::nullopt);
    Gui gui(desk.drawn());
    gui.click("actie/a/gereed");
    CHECK(desk.acted<ActionFinished>() == std::vector<ActionFinished>{{"a", std::nullopt}});
    CHECK(desk.drafts.dialog == Dialog::none);
}

TEST_CASE("the rows are reached by Tab and opened by Space") {
    Desk desk;
    begin(desk);
    opens_action(desk, "a", "Achterwacht bellen", "OvD-Bz", std::nullopt);
    Gui gui(desk.drawn());
    for (int i = 0; i < 30 && !ui::has_focus(gui.ui, "actie/a"); ++i)
        gui.press(Key::tab);
    REQUIRE(ui::has_focus(gui.ui, "actie/a"));
    gui.press(Key::space);
    CHECK(desk.drafts.dialog == Dialog::action_detail);
}

TEST_CASE("an action that is withdrawn while its dialog is open closes the dialog") {
    Desk desk;
    begin(desk);
    opens_action(desk, "a", "Achterwacht bellen", "OvD-Bz", std::nullopt);
    const auto last = desk.scene().upto;
    Gui gui(desk.drawn());
    opens_detail(gui);
    desk.withdraws(last, "vergissing");
    gui.frame(2);
    CHECK(desk.drafts.dialog == Dialog::none);
}

TEST_CASE("what was just done can be taken back with Ctrl+Z or the button, and the screen follows") {
    for (const bool by_mouse : {false, true}) {
        Desk desk;
        begin(desk);
        Gui gui(desk.drawn());
        gui.press(Key::g);
        gui.frame();
        gui.type("dijk");
        gui.press(Key::enter);
        desk.undo = Undo{"GRIP 3", seconds(7)};
        gui.frame();
        CHECK(header_says(gui, "GRIP 3"));
        CHECK(gui.sees("Gedaan: GRIP 3"));
        by_mouse ? gui.click("neem terug") : gui.press(ui::with_ctrl(Key::z));
        CHECK(desk.asked_for<TakeBack>() != nullptr);
        desk.undo.reset();
        gui.frame();
        CHECK(picture::grip_at(desk.picture(), incident, desk.now).level == GripLevel(2));
        CHECK_FALSE(gui.sees("Gedaan:"));
    }
}

} // namespace answers_test
