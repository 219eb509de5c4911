// The table from GLFW's keys to ours, and the rule of what one frame may see.
#include "dashboard/desk/keys.hpp"

#include <GLFW/glfw3.h>
#include <algorithm>
#include <array>

namespace regiekamer::desk {

namespace {

bool is_modifier(int key) {
    return key >= GLFW_KEY_LEFT_SHIFT && key <= GLFW_KEY_RIGHT_SUPER;
}

struct Pair {
    int glfw;
    ui::Key ours;
};

constexpr std::array pairs{Pair{GLFW_KEY_ENTER, ui::Key::enter},
                           Pair{GLFW_KEY_KP_ENTER, ui::Key::enter},
                           Pair{GLFW_KEY_ESCAPE, ui::Key::escape},
                           Pair{GLFW_KEY_TAB, ui::Key::tab},
                           Pair{GLFW_KEY_SPACE, ui::Key::space},
                           Pair{GLFW_KEY_BACKSPACE, ui::Key::backspace},
                           Pair{GLFW_KEY_DELETE, ui::Key::del},
                           Pair{GLFW_KEY_INSERT, ui::Key::insert},
                           Pair{GLFW_KEY_LEFT, ui::Key::left},
                           Pair{GLFW_KEY_RIGHT, ui::Key::right},
                           Pair{GLFW_KEY_UP, ui::Key::up},
                           Pair{GLFW_KEY_DOWN, ui::Key::down},
                           Pair{GLFW_KEY_HOME, ui::Key::home},
                           Pair{GLFW_KEY_END, ui::Key::end},
                           Pair{GLFW_KEY_PAGE_UP, ui::Key::page_up},
                           Pair{GLFW_KEY_PAGE_DOWN, ui::Key::page_down},
                           Pair{GLFW_KEY_KP_ADD, ui::Key::plus},
                           Pair{GLFW_KEY_KP_SUBTRACT, ui::Key::minus},
                           Pair{GLFW_KEY_PAUSE, ui::Key::pause},
                           Pair{GLFW_KEY_KP_DIVIDE, ui::Key::slash},
                           Pair{GLFW_KEY_KP_DECIMAL, ui::Key::period}};

ui::Key key_of(const KeyEvent& event) {
    const auto pair =
        std::find_if(pairs.begin(), pairs.end(), [&](const Pair& one) { return one.glfw == event.key; });
    if (pair != pairs.end()) return pair->ours;
    if (event.key >= GLFW_KEY_F1 && event.key <= GLFW_KEY_F12)
        return static_cast<ui::Key>(static_cast<int>(ui::Key::f1) + event.key - GLFW_KEY_F1);
    if (event.key >= GLFW_KEY_KP_0 && event.key <= GLFW_KEY_KP_9)
        return static_cast<ui::Key>(static_cast<int>(ui::Key::d0) + event.key - GLFW_KEY_KP_0);
    if (event.printed != 0) {
        const ui::Key printed = ui::key_of(event.printed);
        if (printed != ui::Key::none) return printed;
    }
    // GLFW's printable keys are numbered as US ASCII: the fallback when the layout has no Latin letter there.
    if (event.key > 0 && event.key < 128) return ui::key_of(static_cast<char32_t>(event.key));
    return ui::Key::none;
}

bool may_repeat(ui::Key key) {
    return key == ui::Key::tab || (key >= ui::Key::left && key <= ui::Key::page_down);
}

} // namespace

std::vector<KeyEvent> KeyQueue::next_frame(bool settling) {
    std::vector<KeyEvent> frame;
    if (settling && !waiting_.empty() && held_++ < settled_after) return frame;
    held_ = 0;
    bool pressed = false;
    while (!waiting_.empty()) {
        const KeyEvent& next = waiting_.front();
        if (next.kind != KeyEvent::Kind::character) {
            if (pressed) break; // one press a frame; its characters were taken below
            const bool changed_before = std::any_of(frame.begin(), frame.end(), [&](const KeyEvent& one) {
                return one.kind == next.kind && one.key == next.key;
            });
            if (changed_before) break;
            const bool modifier = next.kind == KeyEvent::Kind::key && is_modifier(next.key);
            pressed = next.action != GLFW_RELEASE && !modifier;
        }
        frame.push_back(next);
        waiting_.pop_front();
    }
    return frame;
}

ui::KeyPress press_of(const KeyEvent& event) {
    if (event.kind != KeyEvent::Kind::key || event.action == GLFW_RELEASE || is_modifier(event.key))
        return {};
    const ui::Key key = key_of(event);
    if (event.action == GLFW_REPEAT && !may_repeat(key)) return {};
    return {key, (event.mods & GLFW_MOD_CONTROL) != 0, (event.mods & GLFW_MOD_SHIFT) != 0,
            (event.mods & GLFW_MOD_ALT) != 0};
}

bool is_for_imgui(const KeyEvent& event) {
    return event.kind == KeyEvent::Kind::character ||
           (event.kind == KeyEvent::Kind::key && event.key != GLFW_KEY_TAB && event.key != GLFW_KEY_ENTER &&
            event.key != GLFW_KEY_KP_ENTER);
}

} // namespace regiekamer::desk
