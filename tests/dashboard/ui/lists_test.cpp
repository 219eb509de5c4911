// Lists scroll by whole rows and say what does not fit; areas can be dragged.
#include "tests/support/catch.hpp"
#include "tests/support/gui.hpp"

namespace lists_test {

using namespace regiekamer::ui;

namespace {

/// A list of `count` rows in a box for ten, with its foot.
struct Desk {
    int count = 64, chosen = -1;
    ListView view;
    Gui gui{[this](Ui& ui) {
        view = list(ui, "logboek", {0, 0, 400, 349}, count, 34);
        for (int i = view.first; i < view.end(); ++i) {
            const std::string id = "rij/" + std::to_string(i);
            if (row(ui, id, view.row(i))) chosen = i;
            text(ui, Style::row16, {10, view.row(i).y + 22}, ui.palette.text,
                 "regel " + std::to_string(i) + ".");
        }
        list_foot(ui, {0, 349, 400, 34}, view, "schouw riool 08:00", "alle [A]");
    }};
};

} // namespace

TEST_CASE("a list shows whole rows and says how many more there are") {
    Desk desk;
    CHECK(desk.view.shown == 10);
    CHECK(desk.view.below() == 54);
    CHECK(desk.gui.sees("nog 54"));
    CHECK(desk.gui.sees("regel 9."));
    CHECK_FALSE(desk.gui.sees("regel 10."));
    CHECK(desk.view.row(9).bottom() <= 349);
}

TEST_CASE("a list that fits neither scrolls nor says that there is more") {
    Desk desk;
    desk.count = 4;
    desk.gui.wheel("regel 2.", -5);
    CHECK(desk.view.first == 0);
    CHECK(desk.view.below() == 0);
    CHECK_FALSE(desk.gui.sees("nog "));
    desk.count = 0;
    desk.gui.frame();
    CHECK(desk.view.shown == 0);
}

TEST_CASE("the wheel scrolls the list beneath the mouse, up to its ends") {
    Desk desk;
    desk.gui.wheel("regel 2.", -1);
    CHECK(desk.view.first == 3);
    desk.gui.wheel("regel 5.", -100);
    CHECK(desk.view.first == 54);
    CHECK(desk.view.below() == 0);
    desk.gui.wheel("regel 60.", 100);
    CHECK(desk.view.first == 0);
}

TEST_CASE("a list that shrinks shows its last rows") {
    Desk desk;
    desk.gui.wheel("regel 2.", -100);
    desk.count = 20;
    desk.gui.frame();
    CHECK(desk.view.first == 10);
    CHECK(desk.gui.sees("regel 19."));
}

TEST_CASE("keys walk through a list: arrows from row to row, pages by a page") {
    Desk desk;
    desk.gui.press(Key::tab);
    CHECK(has_focus(desk.gui.ui, "rij/0"));
    for (int i = 0; i < 9; ++i)
        desk.gui.press(Key::down);
    CHECK(has_focus(desk.gui.ui, "rij/9"));
    desk.gui.press(Key::down);
    CHECK(desk.view.first == 1);
    desk.gui.press(Key::up);
    CHECK(has_focus(desk.gui.ui, "rij/8"));
    desk.gui.press(Key::page_down);
    CHECK(desk.view.first == 10);
    desk.gui.press(Key::page_up);
    CHECK(desk.view.first == 1);
    desk.gui.press(Key::tab);
    desk.gui.press(Key::enter);
    CHECK(desk.chosen >= 0);
}

TEST_CASE("a list scrolls to a row when told") {
    Desk desk;
    scroll_to(desk.gui.ui, "logboek", 30);
    desk.gui.frame();
    CHECK(desk.view.first == 30);
}

TEST_CASE("a drag tells where the mouse is and how far it went, and when it ends") {
    Point moved;
    int released = 0;
    bool held = false;
    Gui gui([&](Ui& ui) {
        const Drag now = drag(ui, "tijdlijn", {0, 0, 1000, 60});
        moved = moved + now.moved;
        held = held || now.held;
        released += now.released ? 1 : 0;
    });
    gui.drag({100, 30}, {300, 200});
    CHECK(held);
    CHECK(released == 1);
    CHECK(moved == Point{200, 170});
}

} // namespace lists_test
