// Buttons, rows, chips and dialogs, pressed as a user presses them.
#include "tests/dashboard/ui/demo_screen.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/gui.hpp"

namespace widgets_test {

using namespace regiekamer::ui;

TEST_CASE("a button answers once to a click, by its words or its id") {
    int count = 0;
    Gui gui([&](Ui& ui) {
        count += button(ui, "bevestig", {100, 100, 160, 44}, "Bevestig", "Enter") ? 1 : 0;
    });
    gui.click("Bevestig");
    CHECK(count == 1);
    gui.click("bevestig");
    CHECK(count == 2);
    gui.frame(3);
    CHECK(count == 2);
}

TEST_CASE("a press that is dragged off the button does nothing") {
    int count = 0;
    Gui gui([&](Ui& ui) { count += button(ui, "x", {100, 100, 160, 44}, "Stuur", "") ? 1 : 0; });
    gui.drag({150, 120}, {400, 400});
    CHECK(count == 0);
    gui.drag({400, 400}, {150, 120});
    CHECK(count == 0);
}

TEST_CASE("a button answers to its shortcut, and two buttons with one key do not both") {
    int first = 0, second = 0;
    Gui gui([&](Ui& ui) {
        first += button(ui, "een", {0, 0, 100, 44}, "Bel", Shortcut{Key::f5}) ? 1 : 0;
        second += button(ui, "twee", {0, 50, 100, 44}, "Bel", Shortcut{Key::f5}) ? 1 : 0;
    });
    gui.press(Key::f5);
    CHECK(first == 1);
    CHECK(second == 0);
    gui.press(with_ctrl(Key::f5));
    CHECK(first == 1);
}

TEST_CASE("a disabled button answers neither to the mouse nor to its key") {
    int count = 0;
    Gui gui([&](Ui& ui) {
        count += button(ui, "x", {0, 0, 100, 44}, "Stuur", Shortcut{Key::s}, ButtonKind::disabled) ? 1 : 0;
    });
    gui.click("Stuur");
    gui.press(Key::s);
    CHECK(count == 0);
    CHECK(gui.sees("Stuur"));
}

TEST_CASE("a button on a row gets the click, the row beside it its own") {
    int rows = 0, calls = 0;
    Gui gui([&](Ui& ui) {
        rows += row(ui, "persoon/1", {0, 0, 400, 54}) ? 1 : 0;
        text(ui, Style::row16, {14, 30}, ui.palette.text, "A. Jansen");
        calls += icon_button(ui, "persoon/1/bel", {350, 5, 44, 44}, Icon::phone, "Bel A. Jansen") ? 1 : 0;
    });
    gui.click("Bel A. Jansen");
    CHECK(calls == 1);
    CHECK(rows == 0);
    gui.click_at({60, 25});
    CHECK(calls == 1);
    CHECK(rows == 1);
}

TEST_CASE("a dialog takes mouse, keys and Tab from what lies beneath, and gives them back") {
    bool open = true;
    int beneath = 0, above = 0;
    Gui gui([&](Ui& ui) {
        beneath += button(ui, "onder", {0, 0, 1920, 1080}, "Bevestig", Shortcut{Key::enter}) ? 1 : 0;
        if (!open) return;
        const Rect body = modal(ui, 400, 300, "Weet u het zeker?");
        above += button(ui, "ja", {body.x, body.y, 120, 44}, "Ja", Shortcut{Key::j}) ? 1 : 0;
        if (pressed(ui, Key::escape)) open = false;
    });
    gui.click_at({20, 20});
    gui.press(Key::enter);
    CHECK(beneath == 0);
    gui.click("Ja");
    gui.press(Key::j);
    CHECK(above == 2);
    gui.press(Key::tab);
    gui.press(Key::tab);
    CHECK(has_focus(gui.ui, "ja"));
    gui.press(Key::escape);
    CHECK_FALSE(open);
    gui.press(Key::enter);
    CHECK(beneath == 1);
}

TEST_CASE("a section shows its title and remark and leaves the rest to its content") {
    Rect body;
    Gui gui([&](Ui& ui) { body = panel(ui, {10, 160, 470, 360}, "VOOR MIJ · 4", "1 te laat"); });
    CHECK(gui.sees("VOOR MIJ · 4"));
    CHECK(gui.sees("1 te laat"));
    CHECK(body == Rect{10, 200, 470, 320});
    CHECK(gui.find("1 te laat").rect.right() <= 480 - measure::padding + 1);
}

TEST_CASE("words stay within their section however long they are") {
    const Rect place{100, 100, 220, 200};
    Gui gui([&](Ui& ui) {
        panel(ui, place, "EEN HEEL LANGE TITEL DIE NIET PAST OP EEN REGEL", "en een opmerking");
        button(ui, "x", {110, 150, 120, 44}, "Een werkwoord dat te lang is", "F10");
        chip(ui, {110, 200, 60, 24}, "1 uur 12 min te laat");
    });
    for (const Seen& one : seen(gui.ui))
        CHECK(one.rect.right() <= place.right());
}

TEST_CASE("a tooltip shows beside the mouse and only there") {
    Gui gui([](Ui& ui) {
        icon_button(ui, "bel", {100, 100, 44, 44}, Icon::phone, "Bel A. Jansen, 06-0000 0105");
    });
    const auto shown = [&] {
        int texts = 0;
        for (const Seen& one : seen(gui.ui))
            texts += one.kind == SeenKind::text ? 1 : 0;
        return texts;
    };
    CHECK(shown() == 0);
    gui.hover("bel");
    CHECK(shown() == 1);
    gui.mouse({500, 500});
    gui.frame();
    CHECK(shown() == 0);
}

TEST_CASE("a thing with an empty rectangle is neither drawn nor reached") {
    int count = 0;
    Gui gui([&](Ui& ui) {
        count += button(ui, "weg", {}, "Weg", Shortcut{Key::w}) ? 1 : 0;
        panel(ui, {}, "WEG");
    });
    gui.press(Key::w);
    CHECK(count == 0);
    CHECK_FALSE(gui.sees("Weg"));
    CHECK_FALSE(gui.sees("WEG"));
}

TEST_CASE("a whole screen stays far below 20,000 corners") {
    DemoState state;
    Gui gui([&](Ui& ui) { draw_demo(ui, state); });
    CHECK(gui.vertices() > 2000);
    CHECK(gui.vertices() < 20000);
    Gui large([&](Ui& ui) { draw_demo(ui, state); }, 3840, 2160, 1.5F);
    CHECK(large.vertices() < 20000);
}

TEST_CASE("what is not on screen is reported with what is") {
    Gui gui([](Ui& ui) { text(ui, Style::row16, {10, 20}, ui.palette.text, "Geen open alarmen"); });
    CHECK_THROWS_WITH(gui.click("Bevestig"), ContainsSubstring("Geen open alarmen"));
}

TEST_CASE("the words of an empty panel take the lines that it has, before its edge does") {
    const std::string words = "Feiten, wat veranderd is, wat nog ontbreekt. Begin met wat niet kan wachten.";
    float needed = 0;
    Gui gui([&](Ui& ui) {
        needed = wrapped_height(ui, Style::row16, 360 - 2 * measure::padding, words);
        empty_text(ui, {100, 100, 360, needed + 8}, words);
    });
    INFO(gui.screen());
    CHECK(gui.find("Feiten").rect.h + 1 >= needed);
}

} // namespace widgets_test
