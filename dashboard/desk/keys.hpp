// From GLFW's key and button events to ours, and one frame's worth at a time. ImGui 1.86 only looks at the
// state of the keys when a frame begins: a key pressed and released between two frames was never seen, and a
// Ctrl that is up again made its letter a plain one; and a click in the frame of letters took the field away
// before they were in it. So events wait here, in their order, and each frame gets what it can see.
#pragma once

#include "dashboard/panels/ui/keys.hpp"

#include <cstdint>
#include <deque>
#include <vector>

namespace regiekamer::desk {

/// One event as GLFW tells it: a key or a button of the mouse (`key`; the numbers are GLFW's), or a typed
/// character.
struct KeyEvent {
    enum class Kind : std::uint8_t { key, character, button } kind = Kind::key;
    int key = 0, scancode = 0, action = 0, mods = 0;
    std::uint32_t character = 0; ///< what was typed; 0 for a key
    std::uint32_t printed = 0;   ///< what the key prints in the user's layout, unshifted; 0 if nothing
    bool operator==(const KeyEvent&) const = default;
};

/// Waiting events, in order. UI thread only.
class KeyQueue {
public:
    void push(KeyEvent event) { waiting_.push_back(event); }
    [[nodiscard]] bool empty() const { return waiting_.empty(); }
    /// What this frame may see: up to and with the first press of a button, or of a key that is no modifier
    /// (and the characters it typed), and never two changes of one of them. Nothing while the keyboard goes
    /// to another field
    /// (`settling`): on a slow screen the first letter for it would be lost. After `settled_after` frames it
    /// is given all the same.
    std::vector<KeyEvent> next_frame(bool settling = false);
    static constexpr int settled_after = 5;

private:
    std::deque<KeyEvent> waiting_;
    int held_ = 0; ///< frames in a row that were given nothing
};

/// Our press for an event; key `none` for releases, modifiers and unknown keys. A key held down repeats only
/// where that is safe (arrows, pages, Tab): a held Enter must not confirm one alarm after another.
ui::KeyPress press_of(const KeyEvent& event);

/// Whether ImGui must know of this event: everything but Tab, whose focus ring is ours, and Enter, which ends
/// a field by our own hand: ImGui repeats a key that is held, and would take the keyboard from the next
/// field.
bool is_for_imgui(const KeyEvent& event);

} // namespace regiekamer::desk
