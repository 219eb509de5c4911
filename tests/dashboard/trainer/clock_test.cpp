// The clock of the exercise, from the board of who leads it; and NO PLAY, from everywhere.
#include "tests/dashboard/trainer/run.hpp"

namespace clock_test {

using namespace exercise;

namespace {

ExerciseClockSet last_set(const Desk& desk) {
    const auto all = desk.acted<ExerciseClockSet>();
    REQUIRE_FALSE(all.empty());
    return all.back();
}

} // namespace

TEST_CASE("Space pauses and plays; the rate stays") {
    Board board;
    Gui gui(board.drawn());
    CHECK(gui.sees("LOOPT ×1"));
    gui.press(Key::space);
    gui.frame(2);
    CHECK(last_set(board) == ExerciseClockSet{"run", board.now, Rate{1}, false});
    CHECK(gui.sees("GEPAUZEERD"));
    CHECK(gui.sees("Speel"));
    gui.click("oefening/pauze");
    gui.frame();
    CHECK(last_set(board).running);
}

TEST_CASE("[ and ] go through ×0,5 to ×120, buttons to the usual ones") {
    Board board;
    Gui gui(board.drawn());
    for (const double rate : {5., 20., 60., 120., 120.}) {
        gui.press(Key::bracket_right);
        gui.frame();
        CHECK(last_set(board).rate == Rate{rate});
    }
    gui.click("×5");
    gui.frame();
    CHECK(last_set(board).rate == Rate{5});
    for (const double rate : {1., 0.5, 0.5}) {
        gui.press(Key::bracket_left);
        gui.frame();
        CHECK(last_set(board).rate == Rate{rate});
    }
    CHECK(last_set(board).running);
}

TEST_CASE("a tijdsprong says how much lies between, goes ahead only, and both times stand in the logboek") {
    Board board;
    Gui gui(board.drawn());
    opens(gui, Key::j, "TIJDSPRONG");
    CHECK(gui.sees("om hun voorwaarde vervallen: 1.")); // to the next one, as proposed
    fills(gui, "sprong/naar", "T+00:10");
    gui.press(Key::enter);
    gui.frame();
    CHECK(gui.sees("Een sprong gaat vooruit."));
    fills(gui, "sprong/naar", "T+0:50");
    gui.press(Key::enter);
    gui.frame();
    CHECK(gui.sees("De tijd is niet te lezen."));
    fills(gui, "sprong/naar", "T+00:40");
    gui.press(Key::enter);
    gui.frame(2);
    CHECK(last_set(board) == ExerciseClockSet{"run", board.at(40), Rate{1}, true});
    CHECK(only<NoteWritten>(board).text == "Tijdsprong van vr 22 jan 12:12 naar vr 22 jan 12:40");
}

TEST_CASE("NO PLAY: one key stops all, on every desk, in every view, while typing and looking back") {
    for (const View view : {View::oefenleiding, View::rust, View::inzet, View::piket, View::logboek})
        for (const char* function : {"oefenleider", "waarnemer", "OvD-Bz"}) {
            Board board(function);
            board.view = view;
            Gui gui(board.drawn());
            gui.press(Key::pause);
            gui.frame();
            CAPTURE(function, static_cast<int>(view));
            CHECK(only<ExerciseHalted>(board).reason == std::string("NO PLAY door ") + function);
            CHECK(gui.sees("NO PLAY · de hele oefening ligt stil"));
            CHECK(gui.sees("F6 hervat, voor iedereen"));
            gui.press(Key::pause); // it stands still already
            CHECK(board.acted<ExerciseHalted>().size() == 1);
        }
    Board typing("OvD-Bz");
    Gui gui(typing.drawn());
    opens(gui, Key::k, "NOTITIE IN HET LOGBOEK");
    gui.type("Ik");
    gui.press(ui::with_shift(Key::f6)); // for a keyboard without it
    CHECK(typing.acted<ExerciseHalted>().size() == 1);
    Board back;
    Gui past(back.drawn());
    back.looks_at(back.at(2));
    past.press(Key::pause);
    CHECK(back.acted<ExerciseHalted>().size() == 1);
}

TEST_CASE("after NO PLAY the oefenleider goes on with Space") {
    Board board;
    Gui gui(board.drawn());
    gui.click("oefening/no play");
    gui.frame(2);
    CHECK(gui.sees("Hervat"));
    gui.press(Key::space);
    gui.frame(2);
    CHECK(last_set(board).running);
    CHECK_FALSE(gui.sees("NO PLAY · de hele oefening ligt stil"));
}

TEST_CASE("a real desk has no NO PLAY") {
    Desk desk(Mode::actual);
    Gui gui(desk.drawn());
    gui.press(Key::pause);
    CHECK(desk.acts() == 0);
}

TEST_CASE(
    "a branch is laid beside the run that it left, by key or mouse; a run that is none has no such key") {
    for (const bool by_mouse : {false, true}) {
        Board board;
        Gui gui(board.drawn());
        gui.press(ui::with_shift(Key::b));
        CHECK(board.asked_for<CompareRuns>() == nullptr);
        board.tells(board.now, ExerciseBranched{"run", "parent", SequenceNumber{3}});
        gui.frame(2);
        by_mouse ? gui.click("Vergelijk") : gui.press(ui::with_shift(Key::b));
        CHECK(board.asked_for<CompareRuns>() != nullptr);
    }
}

TEST_CASE("the line of the exercise looks back at where it is pressed") {
    Board board;
    Gui gui(board.drawn());
    const auto line = gui.find("oefening/lijn").rect;
    gui.click_at({line.x + line.w * 0.05F, line.y + 20});
    CHECK(board.looks_back());
    gui.frame();
    CHECK(gui.sees("NU"));
    gui.press(Key::escape);
    gui.frame();
    CHECK_FALSE(board.looks_back());
}

} // namespace clock_test
