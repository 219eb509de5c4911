// Our own key presses. ImGui 1.86 knows no F-keys and loses quick ones, so shortcuts never come from ImGui:
// the window (or a test) queues presses, and a frame sees the ones that belong to it.
#pragma once

#include <cstdint>
#include <string_view>

namespace regiekamer::ui {

/// A key by what is printed on it in the user's own layout. Letters, digits and signs are their characters.
enum class Key : std::uint8_t {
    none,
    enter,
    escape,
    tab,
    space,
    backspace,
    del,
    insert,
    left,
    right,
    up,
    down,
    home,
    end,
    page_up,
    page_down,
    f1,
    f2,
    f3,
    f4,
    f5,
    f6,
    f7,
    f8,
    f9,
    f10,
    f11,
    f12,
    pause, ///< Pause/Break
    slash,
    comma,
    period,
    plus,
    minus,
    equal,
    bracket_left,
    bracket_right,
    question,
    d0,
    d1,
    d2,
    d3,
    d4,
    d5,
    d6,
    d7,
    d8,
    d9,
    a,
    b,
    c,
    d,
    e,
    f,
    g,
    h,
    i,
    j,
    k,
    l,
    m,
    n,
    o,
    p,
    q,
    r,
    s,
    t,
    u,
    v,
    w,
    x,
    y,
    z
};

/// One key with its modifiers, as pressed or as wanted.
struct KeyPress {
    Key key = Key::none;
    bool ctrl = false, shift = false, alt = false;
    constexpr bool operator==(const KeyPress&) const = default;
};
using Shortcut = KeyPress;

constexpr KeyPress with_ctrl(Key key) {
    return {key, true, false, false};
}
constexpr KeyPress with_shift(Key key) {
    return {key, false, true, false};
}

/// How a key is written on its button: "F5", "Enter", "N", "/". Without modifiers, empty for `none`.
std::string_view key_name(Key key);

/// The key that prints this character ('n' and 'N' are both Key::n); `none` for a character that is no
/// shortcut.
Key key_of(char32_t character);

/// Whether a press still works as a shortcut while a text is typed: F-keys, and Ctrl with a key that is not
/// the text field's own (A, C, V, X, Y, Z, arrows …). Enter and Esc then belong to the field (`Typed`), so
/// that an Enter meant for a text never confirms an alarm.
bool works_while_typing(const KeyPress& press);

} // namespace regiekamer::ui
