// What the tests of boards do again and again: a key that opens something, a field that is filled, the one
// message that came of it.
#pragma once

#include "tests/support/catch.hpp"
#include "tests/support/scene.hpp"

/// Presses the key and draws what comes of it.
inline void presses(Gui& gui, regiekamer::ui::KeyPress key) {
    gui.press(key);
    gui.frame();
}
inline void presses(Gui& gui, regiekamer::ui::Key key) {
    presses(gui, regiekamer::ui::KeyPress{key});
}

/// Presses the key and lets what opens settle; the title must stand there then.
inline void opens(Gui& gui, regiekamer::ui::Key key, const char* title) {
    gui.press(key);
    gui.frame(2);
    INFO(gui.screen());
    REQUIRE(gui.sees(title));
}

/// Clicks a field, empties it and types.
inline void fills(Gui& gui, const char* field, const char* words) {
    gui.click(field);
    gui.press(regiekamer::ui::with_ctrl(regiekamer::ui::Key::a));
    gui.press(regiekamer::ui::Key::del);
    gui.type(words);
}

/// The only body of this type that was done.
template <class T>
T only(const Desk& desk) {
    const auto all = desk.acted<T>();
    REQUIRE(all.size() == 1);
    return all.front();
}

/// The task cards and requirements of the program, read once.
inline const regiekamer::catalogue::Catalogue& program_catalogue() {
    static const auto loaded =
        regiekamer::catalogue::load(std::string(REGIEKAMER_SOURCE_DIR) + "/assets", "/nergens");
    return loaded.catalogue;
}

inline regiekamer::Instant moment(const char* text) {
    return *regiekamer::read_instant(text);
}
