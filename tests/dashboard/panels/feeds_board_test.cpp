// KOPPELINGEN: how each feed is, and what it set aside.
#include "tests/dashboard/panels/night.hpp"

namespace feeds_board_test {

using namespace night;

namespace {

void listens(Desk& desk) {
    desk.mode = Mode::actual;
    roster(desk);
    desk.view = View::koppelingen;
}

} // namespace

TEST_CASE("without any feed the board says how one comes") {
    Desk desk(Mode::actual);
    listens(desk);
    Gui gui(desk.drawn());
    CHECK(gui.sees("nog geen koppeling"));
}

TEST_CASE("each feed says how it is, what it brought and what it set aside, trouble first") {
    Desk desk(Mode::actual);
    listens(desk);
    desk.tells(at(10), FeedReported{"p2000", FeedState::loopt, {}});
    desk.tells(at(10), FeedReported{"water", FeedState::fout, std::string("no answer")});
    desk.tells(at(10), FeedRefused{"p2000", "half a line", 1204, std::string("FLEX|2026")});
    Gui gui(desk.drawn());
    CHECK(gui.sees("1 stil of fout"));
    CHECK(gui.sees("fout sinds"));
    CHECK(gui.sees("1.204 opzij gelegd"));
    CHECK_FALSE(gui.sees("FLEX|2026")); // of the feed in trouble, which is the first
    presses(gui, Key::down);
    gui.frame();
    CHECK(gui.sees("FLEX|2026"));
    CHECK(gui.sees("Half a line"));
    presses(gui, Key::up);
    gui.frame();
    CHECK(gui.sees("Wat een koppeling niet kan lezen"));
    gui.click("koppeling/p2000");
    gui.frame();
    CHECK(gui.sees("FLEX|2026"));
}

} // namespace feeds_board_test
