// What panels are made of: sections, buttons, rows, lists, text fields, chips, dialogs. Whatever one can
// press is recorded under its id (take ids from the domain, "actie/17", never row numbers), is reached by
// Tab, and answers to Enter and Space as to a click. What lies on top gets the click.
#pragma once

#include "dashboard/panels/ui/canvas.hpp"

#include <optional>

namespace regiekamer::ui {

/// A section: surface, border, title (letter-spaced) left and remark right, a line beneath the head. Returns
/// what is left for its content: the full width, without the head.
Rect panel(Ui& ui, const Rect& rect, std::string_view title, std::string_view remark = {});
/// The same without head or line: header cells, the alarm line, the time line.
void surface(Ui& ui, const Rect& rect);
/// A line over the full width at the top of a rectangle: between rows.
void separator(Ui& ui, const Rect& rect);
/// A second head inside a section ("VOLGENDE · ma 21 jun 09:00"); takes its height from `body`.
void subsection(Ui& ui, Rect& body, std::string_view title, std::string_view remark = {});
/// What an empty list says, wrapped and dim: what comes here, and how.
void empty_text(Ui& ui, const Rect& body, std::string_view words);

enum class ButtonKind : std::uint8_t {
    plain,    ///< border
    main,     ///< filled: the one thing to do
    danger,   ///< red border: NO PLAY
    selected, ///< chosen tab or option, blue border
    disabled  ///< cannot be pressed now; drawn dim, out of the ring
};

/// A verb with its key in it. By height: up to 40 "verb [key]" centred; up to 68 verb left, key right
/// (centred without key); above that a large verb and the key in a small box.
bool button(Ui& ui, std::string_view id, const Rect& rect, std::string_view verb, std::string_view key = {},
            ButtonKind kind = ButtonKind::plain);
/// The same, and the shortcut presses it.
bool button(Ui& ui, std::string_view id, const Rect& rect, std::string_view verb, Shortcut shortcut,
            ButtonKind kind = ButtonKind::plain);
/// A button as wide as its verb and key need.
float button_width(const Ui& ui, std::string_view verb, std::string_view key,
                   float height = measure::button_height);
/// The last thing drawn is one of several to choose from: in a dialog Space chooses it, and Enter is left to
/// the dialog's main button. Tab stops at `tab_stop` alone: one of them, so that a long list costs one press.
void is_choice(Ui& ui, bool tab_stop = true);
/// While it lives, buttons look as if they cannot be pressed and say why beside the mouse, if `why` says
/// something: for who may not do what they do. A press is still answered, so that its panel can explain.
class Unless {
public:
    Unless(Ui& ui, std::string why) : ui_(ui), before_(ui.why_not_), why_(std::move(why)) {
        if (!why_.empty()) ui.why_not_ = why_;
    }
    ~Unless() { ui_.why_not_ = before_; }
    Unless(const Unless&) = delete;
    Unless& operator=(const Unless&) = delete;

private:
    Ui& ui_;
    std::string_view before_;
    std::string why_;
};
/// Only an icon (44 × 44 for a phone); `words` is what it says to tests, tooltip and reader: "Bel A. Jansen".
bool icon_button(Ui& ui, std::string_view id, const Rect& rect, Icon which, std::string_view words,
                 bool bordered = true);
/// A box to tick; the pressed area is the rectangle, the box stands at its left, centred in height.
bool checkbox(Ui& ui, std::string_view id, const Rect& rect, bool checked, std::string_view words);

/// A row to press: hover and selection fill (blue bar at its left when selected). Draw it first, then its
/// content; buttons drawn later lie on top.
bool row(Ui& ui, std::string_view id, const Rect& rect, bool selected = false);
/// The area alone: records, focus ring, answers presses. Nothing is drawn but the focus ring.
bool touch(Ui& ui, std::string_view id, const Rect& rect, std::string_view words = {});
bool hovered(const Ui& ui, std::string_view id);

/// A drag on an area (time line, map): where the mouse is while held, and how far it moved since the last
/// frame.
struct Drag {
    bool held = false, released = false;
    Point at, moved;
};
Drag drag(Ui& ui, std::string_view id, const Rect& rect);
/// Notches of the wheel over this rectangle; whoever asks takes them.
float wheel(Ui& ui, const Rect& rect);

/// Which rows of a list show. Rows are whole: a list scrolls by rows, with the wheel or Page Up and Down.
struct ListView {
    int first = 0, shown = 0, count = 0;
    float row_height = 0;
    Rect box;
    int heads_below = 0;
    [[nodiscard]] int end() const { return first + shown; }
    [[nodiscard]] int above() const { return first; }
    [[nodiscard]] int below() const { return count - end() - heads_below; }
    /// Where row `index` (first ≤ index < end()) stands.
    [[nodiscard]] Rect row(int index) const {
        return {box.x, box.y + static_cast<float>(index - first) * row_height, box.w, row_height};
    }
};
ListView list(Ui& ui, std::string_view id, const Rect& box, int count, float row_height);
/// Scrolls so that the row shows in the next frame.
void scroll_to(Ui& ui, std::string_view id, int first);
/// Page Up and Down for a list that has them wherever the mouse and the focus are.
void page(Ui& ui, std::string_view id, const ListView& view);
/// How many rows below are no items (the head of a group): "nog 2" counts items only.
ListView without_heads(ListView view, int heads_below);
/// The foot of a list: "nog 2" and `more` left, `remark` right. Nothing hidden and no words: nothing drawn.
void list_foot(Ui& ui, const Rect& foot, const ListView& view, std::string_view more = {},
               std::string_view remark = {});

/// What happened in a text field in this frame.
struct Typed {
    bool active = false, changed = false;
    bool entered = false;   ///< Enter was pressed in it
    bool cancelled = false; ///< Esc was pressed in it; the text is as it was before typing
};
/// A one-line field; `hint` stands in it while it is empty. What is typed is the caller's own string.
Typed text_input(Ui& ui, std::string_view id, const Rect& rect, std::string& value,
                 std::string_view hint = {});

/// A filled label: late chips are `alarm`. Returns its rectangle; the text stands centred in `rect`.
void chip(Ui& ui, const Rect& rect, std::string_view words, Style style = Style::strong16);
/// A late chip that ends at `right`, as wide as its words need; returns the rectangle.
Rect chip_right(Ui& ui, Point right_middle, std::string_view words, Style style = Style::strong16);
/// A bordered label of one word: the class of an event, "melding".
Rect tag(Ui& ui, Point left_middle, std::string_view words);
/// A bar that is `part` (0–1) full.
void progress(Ui& ui, const Rect& rect, float part, Colour colour);

/// Words beside the mouse after it stands on `rect`; shown on top of everything.
void tooltip(Ui& ui, const Rect& rect, std::string_view words);

/// A dialog: everything beneath is dimmed and out of reach from the next frame on. Returns the content's
/// place. Draw it after all panels. Esc is the caller's: `pressed(ui, Key::escape)`. The header and the alarm
/// line stay in sight where the dialog fits beneath them, or where it can do with a height of `least` (0: it
/// cannot do with less).
Rect modal(Ui& ui, float width, float height, std::string_view title, float least = 0);

} // namespace regiekamer::ui
