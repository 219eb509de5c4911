// The Ui: one window's drawing state for one frame after another. It is passed to every drawing function;
// there are no globals. It also remembers what was drawn, for tests, for --tekst, for the focus ring and for
// the mouse.
#pragma once

#include "dashboard/panels/ui/fonts.hpp"
#include "dashboard/panels/ui/geometry.hpp"
#include "dashboard/panels/ui/keys.hpp"
#include "dashboard/panels/ui/tokens.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

struct ImDrawList;

namespace regiekamer::ui {

enum class SeenKind : std::uint8_t { text, button, row, input, touch };

/// One thing that stands on screen. The views are valid until the next `begin`.
struct Seen {
    SeenKind kind = SeenKind::text;
    std::string_view id, text; ///< text has no id; an interactive thing has its verb or nothing as text
    Rect rect;
};

/// An id's hash: what is compared between frames.
using IdHash = std::uint64_t;
IdHash hash_of(std::string_view id);

/// What came in since the last frame, in logical pixels. The window or a test fills it.
struct Input {
    Point mouse{-1, -1};
    bool mouse_down = false, mouse_pressed = false, mouse_released = false;
    float wheel = 0; ///< notches, positive is up
    std::vector<KeyPress> keys;
};

/// One window's Ui. Public members are for panels to read; what ends in _ is the toolkit's own.
struct Ui {
    Palette palette = dark_palette();
    Rect screen;     ///< the whole window, logical pixels, from 0,0
    float scale = 1; ///< pixels = logical × scale
    Point mouse{-1, -1};
    bool typing = false;     ///< a text field has the keyboard
    bool modal_open = false; ///< a dialog was drawn in the last frame
    bool only_shown = false; ///< a wall: nothing can be pressed, so no buttons are drawn

    std::string
        why_disabled; ///< what a disabled button says beside the mouse, unless it has words of its own

    const Fonts* fonts_ = nullptr;
    ImDrawList* draw_ = nullptr;
    Input input_;

    struct Item {
        IdHash id = 0;
        Rect rect;
        bool in_ring = false, typed = false; ///< reachable by Tab; a text field
        bool choice = false;                 ///< in a dialog Space chooses it; Enter is the dialog's
    };
    std::vector<Item> items_,
        last_items_;          ///< this frame's and the last frame's interactive things, in drawing order
    std::size_t barrier_ = 0; ///< items before this one lie beneath a dialog
    IdHash hovered_ = 0, pressed_ = 0, focused_ = 0, activated_ = 0, typing_in_ = 0;
    IdHash give_keyboard_ = 0; ///< the field that is to have the keyboard
    int give_keyboard_frames_ =
        0; ///< how many frames it is still waited for: what is no field never takes it
    bool focus_visible_ = false, modal_now_ = false;
    bool stop_typing_ = false, another_frame_ = false, settling_ = false;
    Point drag_last_;
    Rect refocus_; ///< where the focused row stood before its list was paged by keys

    struct SeenSpan {
        SeenKind kind;
        std::uint32_t id_at, id_size, text_at, text_size;
        Rect rect;
    };
    std::string seen_text_;
    std::vector<SeenSpan> seen_;
    std::size_t seen_barrier_ = 0;                ///< what was seen before this one lies beneath a dialog
    std::map<IdHash, int, std::less<>> scrolled_; ///< first row of each list
    /// Which messages made what stands in a rectangle: panels/because.hpp.
    struct Because {
        Rect rect;
        std::size_t from, count; ///< in because_sequences_
    };
    std::vector<Because> because_;
    std::vector<std::uint64_t> because_sequences_;
    std::string tooltip_;
    std::string_view why_not_; ///< why the buttons drawn now would be refused: Unless, in widgets.hpp
    Rect tooltip_for_;
};

/// Starts a frame, after ImGui::NewFrame(): takes the mouse from ImGui and the keys given, moves the focus
/// ring. `width` and `height` are pixels.
void begin(Ui& ui, const Fonts& fonts, float width, float height, std::vector<KeyPress> keys);
/// Ends it, before ImGui::Render(): the tooltip, and what lies beneath a dialog is taken out of reach.
void end(Ui& ui);
/// Whether something changed in this frame that only the next one shows: draw again without waiting.
bool wants_another_frame(const Ui& ui);
/// Whether the keyboard is on its way to another field or dialog, which has it a frame or two from now: what
/// was typed for it must wait until then.
bool settling(const Ui& ui);
void want_another_frame(Ui& ui);

/// Whether what is being drawn lies beneath an open dialog.
bool covered(const Ui& ui);
/// Whether the shortcut was pressed in this frame; a press answers once. False while a text is typed, except
/// for Esc, Enter, F-keys and Ctrl.
bool pressed(Ui& ui, Shortcut shortcut);
inline bool pressed(Ui& ui, Key key) {
    return pressed(ui, Shortcut{key, false, false, false});
}

/// The same whatever is open or typed: for the one key that stops an exercise.
bool pressed_anywhere(Ui& ui, Shortcut shortcut);

/// The same also while a text is typed: for the arrows that walk a list under its field.
bool pressed_beside_field(Ui& ui, Key key);

/// All that was drawn in this frame, in drawing order.
std::vector<Seen> seen(const Ui& ui);
/// The same as lines to print or read aloud: what stands at one height is one line; buttons stand in
/// brackets.
std::string seen_as_text(const Ui& ui);

/// Where the thing that has the focus ring stands; nullptr: nothing has it. Of this frame, so ask after
/// drawing.
const Rect* focused_rect(const Ui& ui);

/// Moves the keyboard focus to this thing, as Tab would; a text field gets the keyboard. Takes effect next
/// frame.
void focus(Ui& ui, std::string_view id);
bool has_focus(const Ui& ui, std::string_view id);
/// No thing has the focus any more; a text field loses the keyboard.
void clear_focus(Ui& ui);

} // namespace regiekamer::ui
