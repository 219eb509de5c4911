// Everything by keyboard: the focus ring goes round in drawing order, Enter and Space press.
#include "tests/support/catch.hpp"
#include "tests/support/gui.hpp"

namespace focus_test {

using namespace regiekamer::ui;

namespace {

struct Desk {
    std::string pressed_ids;
    int confirmed = 0;
    bool second = true;
    Gui gui{[this](Ui& ui) {
        for (const std::string_view id : {"a", "b", "c"}) {
            if (id == "b" && !second) continue;
            if (button(ui, id, {10, 60 * static_cast<float>(id[0] - 'a'), 100, 44}, id)) pressed_ids += id;
        }
        if (pressed(ui, Key::enter)) ++confirmed;
    }};
};

} // namespace

TEST_CASE("Tab goes through what can be pressed, in drawing order and round; Shift+Tab goes back") {
    Desk desk;
    for (const std::string_view id : {"a", "b", "c", "a"}) {
        desk.gui.press(Key::tab);
        CHECK(has_focus(desk.gui.ui, id));
    }
    desk.gui.press(with_shift(Key::tab));
    CHECK(has_focus(desk.gui.ui, "c"));
}

TEST_CASE("Enter and Space press what has the focus, and then nothing else") {
    Desk desk;
    desk.gui.press(Key::tab);
    desk.gui.press(Key::enter);
    desk.gui.press(Key::tab);
    desk.gui.press(Key::space);
    CHECK(desk.pressed_ids == "ab");
    CHECK(desk.confirmed == 0);
}

TEST_CASE("without focus Enter is the shortcut") {
    Desk desk;
    desk.gui.press(Key::enter);
    CHECK(desk.confirmed == 1);
    CHECK(desk.pressed_ids.empty());
}

TEST_CASE("a click hides the ring, so that Enter is the shortcut again; Tab goes on from there") {
    Desk desk;
    desk.gui.press(Key::tab);
    desk.gui.click("b");
    desk.gui.press(Key::enter);
    CHECK(desk.pressed_ids == "b");
    CHECK(desk.confirmed == 1);
    desk.gui.press(Key::tab);
    CHECK(has_focus(desk.gui.ui, "c"));
}

TEST_CASE("when the focused thing leaves the screen, Enter does not press another") {
    Desk desk;
    desk.gui.press(Key::tab);
    desk.gui.press(Key::tab);
    desk.second = false;
    desk.gui.frame();
    desk.gui.press(Key::enter);
    CHECK(desk.pressed_ids.empty());
    CHECK(desk.confirmed == 1);
}

TEST_CASE("the ring can be seen") {
    Desk desk;
    const int before = desk.gui.vertices();
    desk.gui.press(Key::tab);
    CHECK(desk.gui.vertices() > before);
}

} // namespace focus_test
