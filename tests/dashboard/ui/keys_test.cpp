// The key queue: ImGui 1.86 loses what happens between two frames, so one frame gets what it can see.
#include "dashboard/desk/keys.hpp"

#include "tests/support/property.hpp"

#include <GLFW/glfw3.h>
#include <algorithm>

namespace keys_test {

using namespace regiekamer;
using desk::KeyEvent;

namespace {

KeyEvent key(int code, int action, int mods = 0) {
    return {KeyEvent::Kind::key, code, 0, action, mods, 0, 0};
}
KeyEvent button(int action) {
    return {KeyEvent::Kind::button, GLFW_MOUSE_BUTTON_LEFT, 0, action, 0, 0, 0};
}
KeyEvent character(std::uint32_t code) {
    return {KeyEvent::Kind::character, 0, 0, 0, 0, code, 0};
}

} // namespace

TEST_CASE("a key pressed and released between two frames is seen as both, a frame each") {
    desk::KeyQueue queue;
    queue.push(key(GLFW_KEY_N, GLFW_PRESS));
    queue.push(character('n'));
    queue.push(key(GLFW_KEY_N, GLFW_RELEASE));
    CHECK(queue.next_frame() == std::vector{key(GLFW_KEY_N, GLFW_PRESS), character('n')});
    CHECK_FALSE(queue.empty());
    CHECK(queue.next_frame() == std::vector{key(GLFW_KEY_N, GLFW_RELEASE)});
    CHECK(queue.empty());
}

TEST_CASE("Ctrl is still down in the frame that sees its letter") {
    desk::KeyQueue queue;
    queue.push(key(GLFW_KEY_LEFT_CONTROL, GLFW_PRESS));
    queue.push(key(GLFW_KEY_C, GLFW_PRESS, GLFW_MOD_CONTROL));
    queue.push(key(GLFW_KEY_C, GLFW_RELEASE, GLFW_MOD_CONTROL));
    queue.push(key(GLFW_KEY_LEFT_CONTROL, GLFW_RELEASE));
    CHECK(queue.next_frame().size() == 2);
    CHECK(queue.next_frame().size() == 2);
    CHECK(queue.empty());
}

TEST_CASE("no event is lost or moved, and no frame sees two changes of a key or two presses") {
    holds("frames joined are the events pushed", [] {
        desk::KeyQueue queue;
        std::vector<KeyEvent> all, got;
        for (const int one : any_numbers(0, 12)) {
            const std::array keys{GLFW_KEY_A, GLFW_KEY_B, GLFW_KEY_LEFT_SHIFT};
            all.push_back(one >= 9 ? character('x')
                                   : key(keys.at(static_cast<std::size_t>(one % 3)), one / 3));
            queue.push(all.back());
        }
        while (!queue.empty()) {
            const auto frame = queue.next_frame();
            MUST(!frame.empty());
            int presses = 0;
            for (std::size_t i = 0; i < frame.size(); ++i) {
                if (frame[i].kind != KeyEvent::Kind::key) continue;
                presses += frame[i].action != GLFW_RELEASE && frame[i].key != GLFW_KEY_LEFT_SHIFT ? 1 : 0;
                for (std::size_t k = i + 1; k < frame.size(); ++k)
                    MUST(frame[k].kind != KeyEvent::Kind::key || frame[k].key != frame[i].key);
            }
            MUST(presses <= 1);
            got.insert(got.end(), frame.begin(), frame.end());
        }
        MUST(got == all);
    });
}

TEST_CASE("what is typed for a field that has not got the keyboard yet waits for it, but not for ever") {
    desk::KeyQueue queue;
    queue.push(key(GLFW_KEY_N, GLFW_PRESS));
    queue.push(character('n'));
    CHECK(queue.next_frame(true).empty());
    CHECK(queue.next_frame(true).empty());
    CHECK(queue.next_frame(false).size() == 2);
    queue.push(key(GLFW_KEY_N, GLFW_RELEASE));
    for (int i = 0; i < desk::KeyQueue::settled_after; ++i)
        CHECK(queue.next_frame(true).empty());
    CHECK(queue.next_frame(true).size() == 1);
}

TEST_CASE("a click waits for the letters before it, and its release is another frame's") {
    desk::KeyQueue queue;
    for (const auto& event : {key(GLFW_KEY_N, GLFW_PRESS), character('n'), key(GLFW_KEY_N, GLFW_RELEASE),
                              key(GLFW_KEY_O, GLFW_PRESS), character('o'), button(GLFW_PRESS),
                              button(GLFW_RELEASE), key(GLFW_KEY_O, GLFW_RELEASE)})
        queue.push(event);
    queue.next_frame();
    CHECK(queue.next_frame() ==
          std::vector{key(GLFW_KEY_N, GLFW_RELEASE), key(GLFW_KEY_O, GLFW_PRESS), character('o')});
    CHECK(queue.next_frame() == std::vector{button(GLFW_PRESS)});
    CHECK(queue.next_frame() == std::vector{button(GLFW_RELEASE), key(GLFW_KEY_O, GLFW_RELEASE)});
    CHECK(queue.empty());
    CHECK(desk::press_of(button(GLFW_PRESS)).key == ui::Key::none);
}

TEST_CASE("a press is what the key prints in the user's layout") {
    KeyEvent event = key(GLFW_KEY_Q, GLFW_PRESS); // AZERTY prints an a here
    event.printed = 'a';
    CHECK(desk::press_of(event) == ui::KeyPress{ui::Key::a});
    event.printed = 0;
    CHECK(desk::press_of(event) == ui::KeyPress{ui::Key::q});
    CHECK(desk::press_of(key(GLFW_KEY_F5, GLFW_PRESS)) == ui::KeyPress{ui::Key::f5});
    CHECK(desk::press_of(key(GLFW_KEY_KP_ENTER, GLFW_PRESS)) == ui::KeyPress{ui::Key::enter});
    CHECK(desk::press_of(key(GLFW_KEY_EQUAL, GLFW_PRESS, GLFW_MOD_CONTROL)) == ui::with_ctrl(ui::Key::equal));
    CHECK(desk::press_of(key(GLFW_KEY_KP_7, GLFW_PRESS)) == ui::KeyPress{ui::Key::d7});
}

TEST_CASE("a held Enter confirms one alarm, and takes no field's keyboard; a held arrow goes on") {
    CHECK_FALSE(desk::is_for_imgui(key(GLFW_KEY_ENTER, GLFW_PRESS)));
    CHECK_FALSE(desk::is_for_imgui(key(GLFW_KEY_KP_ENTER, GLFW_PRESS)));
    CHECK(desk::is_for_imgui(key(GLFW_KEY_DOWN, GLFW_PRESS)));
    CHECK(desk::press_of(key(GLFW_KEY_ENTER, GLFW_REPEAT)).key == ui::Key::none);
    CHECK(desk::press_of(key(GLFW_KEY_N, GLFW_REPEAT)).key == ui::Key::none);
    CHECK(desk::press_of(key(GLFW_KEY_DOWN, GLFW_REPEAT)).key == ui::Key::down);
    CHECK(desk::press_of(key(GLFW_KEY_ENTER, GLFW_RELEASE)).key == ui::Key::none);
    CHECK(desk::press_of(key(GLFW_KEY_LEFT_SHIFT, GLFW_PRESS)).key == ui::Key::none);
}

TEST_CASE("every key has a name for its button, and letters find their key") {
    CHECK(ui::key_name(ui::Key::f5) == "F5");
    CHECK(ui::key_name(ui::Key::n) == "N");
    CHECK(ui::key_name(ui::Key::z) == "Z");
    CHECK(ui::key_name(ui::Key::escape) == "Esc");
    CHECK(ui::key_name(ui::Key::d1) == "1");
    CHECK(ui::key_name(ui::Key::slash) == "/");
    for (char32_t c = U'a'; c <= U'z'; ++c) {
        const auto name = ui::key_name(ui::key_of(c));
        REQUIRE(name.size() == 1);
        CHECK(static_cast<char32_t>(name[0]) == c - 32);
    }
    CHECK(ui::key_of(U'é') == ui::Key::none);
}

} // namespace keys_test
