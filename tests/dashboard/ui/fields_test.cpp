// Text fields: what is typed arrives, and shortcuts wait while somebody types.
#include "tests/support/catch.hpp"
#include "tests/support/gui.hpp"

namespace fields_test {

using namespace regiekamer::ui;

namespace {

struct Desk {
    std::string value;
    Typed last;
    int entered = 0, cancelled = 0, confirmed = 0, escaped = 0, new_actions = 0, helped = 0, zoomed = 0;
    Gui gui{[this](Ui& ui) {
        new_actions += button(ui, "nieuw", {10, 10, 160, 44}, "Nieuwe actie", Shortcut{Key::n}) ? 1 : 0;
        if (pressed(ui, Key::escape)) ++escaped;
        if (pressed(ui, Key::enter)) ++confirmed;
        if (pressed(ui, Key::f1)) ++helped;
        if (pressed(ui, with_ctrl(Key::equal))) ++zoomed;
        last = text_input(ui, "zoek", {10, 100, 300, 44}, value, "Zoek in het logboek");
        entered += last.entered ? 1 : 0;
        cancelled += last.cancelled ? 1 : 0;
    }};
};

} // namespace

TEST_CASE("a field takes what is typed, accents too, and shows its hint while empty") {
    Desk desk;
    CHECK(desk.gui.sees("Zoek in het logboek"));
    desk.gui.click("zoek");
    CHECK(desk.last.active);
    desk.gui.type("één coördinatie €");
    CHECK(desk.value == "één coördinatie €");
    CHECK(desk.gui.sees("één coördinatie €"));
}

TEST_CASE("while a text is typed letters are no shortcuts; F-keys and Ctrl are") {
    Desk desk;
    desk.gui.click("zoek");
    desk.gui.type("nnn");
    CHECK(desk.value == "nnn");
    CHECK(desk.new_actions == 0);
    desk.gui.press(Key::f1);
    desk.gui.press(with_ctrl(Key::equal));
    CHECK(desk.helped == 1);
    CHECK(desk.zoomed == 1);
}

TEST_CASE("Enter belongs to the field that is typed in: it confirms no alarm") {
    Desk desk;
    desk.gui.click("zoek");
    desk.gui.type("kade");
    desk.gui.press(Key::enter);
    CHECK(desk.entered == 1);
    CHECK(desk.confirmed == 0);
    CHECK(desk.value == "kade");
    CHECK_FALSE(desk.gui.ui.typing);
    desk.gui.press(Key::enter);
    CHECK(desk.entered == 1);
    CHECK(desk.confirmed == 1);
}

TEST_CASE("Esc gives back the text of before, leaves the field and closes nothing else") {
    Desk desk;
    desk.value = "kade";
    desk.gui.click("zoek");
    desk.gui.press(Key::end);
    desk.gui.type(" en landvast");
    desk.gui.press(Key::escape);
    CHECK(desk.cancelled == 1);
    CHECK(desk.escaped == 0);
    CHECK(desk.value == "kade");
    desk.gui.press(Key::escape);
    CHECK(desk.escaped == 1);
}

TEST_CASE("Tab reaches a field, which then has the keyboard, and leaves it again") {
    Desk desk;
    desk.gui.press(Key::tab);
    CHECK(has_focus(desk.gui.ui, "nieuw"));
    desk.gui.press(Key::tab);
    for (int i = 0; i < 5 && settling(desk.gui.ui); ++i) // what a queue of keys waits for
        desk.gui.frame();
    CHECK(desk.gui.ui.typing);
    CHECK(desk.last.active);
    desk.gui.type("ja");
    CHECK(desk.value == "ja");
    desk.gui.press(Key::tab);
    CHECK(has_focus(desk.gui.ui, "nieuw"));
    CHECK_FALSE(desk.last.active);
    desk.gui.press(Key::n);
    CHECK(desk.new_actions == 1);
}

TEST_CASE("a field gets the keyboard when told, and a click elsewhere takes it away") {
    Desk desk;
    focus(desk.gui.ui, "zoek");
    desk.gui.frame(3);
    CHECK(desk.last.active);
    desk.gui.click_at({900, 900});
    CHECK_FALSE(desk.last.active);
    desk.gui.press(Key::n);
    CHECK(desk.new_actions == 1);
}

TEST_CASE("a field that was refused has the keyboard again at once, its words chosen to be typed over") {
    std::string value = "11:00";
    bool refused = false;
    Gui gui([&](Ui& ui) {
        if (std::exchange(refused, false)) focus(ui, "einde");
        refused = text_input(ui, "einde", {10, 100, 300, 44}, value).entered;
    });
    for (int round = 0; round < 2; ++round) {
        if (round == 0) gui.click("einde");
        gui.press(with_ctrl(Key::a));
        gui.type("10:00");
        CHECK(value == "10:00");
        gui.press(Key::enter);
        for (int i = 0; i < 8 && (settling(gui.ui) || wants_another_frame(gui.ui)); ++i)
            gui.frame();
        CHECK(gui.ui.typing);
        gui.type("20:00");
        CHECK(value == "20:00");
        gui.hold(Key::enter, 40); // where a frame takes long, or a finger does: it is one Enter
        CHECK(gui.ui.typing);
        for (int i = 0; i < 8 && (settling(gui.ui) || wants_another_frame(gui.ui)); ++i)
            gui.frame();
    }
}

TEST_CASE("nothing is drawn again and again for a field that does not come") {
    Desk desk;
    for (const auto* id : {"nieuw", "is er niet"}) {
        focus(desk.gui.ui, id);
        desk.gui.frame(6);
        CHECK_FALSE(wants_another_frame(desk.gui.ui));
    }
}

TEST_CASE("a field beneath a dialog is shown, not edited") {
    std::string value = "kade";
    bool open = false;
    Gui gui([&](Ui& ui) {
        text_input(ui, "zoek", {10, 100, 300, 44}, value);
        if (open) modal(ui, 300, 200, "Dialoog");
    });
    open = true;
    gui.frame(2);
    gui.click("kade");
    gui.type("x");
    CHECK(value == "kade");
    CHECK(gui.sees("kade"));
}

} // namespace fields_test
