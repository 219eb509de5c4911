// What dialogs are made of: a label over a field, a row of choices, a line of complaint, the two buttons. A
// form is as high as what it holds; where the window is too small for that, labels move into their fields and
// choices become one button that goes round.
#pragma once

#include "dashboard/panels/drafts.hpp"
#include "dashboard/panels/ui/ui.hpp"

#include <span>
#include <string_view>

namespace regiekamer::panels {

enum class Keyboard { first_field, nobody };

/// One line of a list of boxes.
struct TickLine {
    std::string id, words;
    std::string remark;  ///< at the right: an owner, a time
    bool ticked = true;  ///< until the user says otherwise
    bool locked = false; ///< stands there to be read, cannot be ticked
};
bool ticked(const Drafts& drafts, const TickLine& line);

/// Lays fields out from top to bottom in a dialog. Call `confirmed` last.
class Form {
public:
    /// `keyboard`: who gets it when the dialog opens; nobody where single keys must work.
    Form(ui::Ui& ui, Drafts& drafts, std::string_view title, float width,
         Keyboard keyboard = Keyboard::first_field);

    /// Lines of explanation.
    void words(std::string_view text);
    /// Paragraphs that are read to the end: where the window is too low they scroll by Page Up and Down.
    /// Nothing stands beneath them.
    void read(std::span<const std::string> paragraphs);
    /// One line that is read from afar: a number to call.
    void large(std::string_view text);
    void field(std::string_view id, std::string_view label, std::string& value, std::string_view hint = {});
    /// A labelled row of choices; -1 is none. A digit presses one of the first row while nothing is typed,
    /// and the arrow keys walk from the one that has the focus. True when it changed.
    bool choice(std::string_view id, std::string_view label, std::span<const std::string> words, int& chosen);
    /// A list of boxes to tick, as high as its lines up to `shown_max` of them; the key A ticks all or none
    /// while nothing is typed. What the user changes is kept in the drafts by id; `ticked` says how it
    /// stands.
    void ticks(std::string_view id, std::string_view label, std::span<const TickLine> lines,
               int shown_max = 10);
    /// A free button under the fields.
    bool button(std::string_view id, std::string_view verb, ui::Key key = ui::Key::none);
    /// Says why it cannot be done, cancels on Esc, and is true when the main button or Enter confirms and no
    /// field holds what cannot be seen.
    bool confirmed(std::string_view verb);
    /// The same for a dialog that only shows something: one button, and Esc or Enter closes.
    void shown();

private:
    ui::Rect take(float height, float compact_height);
    bool compact_choice(std::string_view id, std::string_view label, std::span<const std::string> words,
                        int& chosen);
    bool choice_rows(std::string_view id, ui::Rect place, std::span<const std::string> words, int& chosen);
    bool choice_keys(std::string_view id, std::span<const std::string> words, int& chosen);
    float rows_height(std::span<const std::string> words) const;
    bool readable();
    void complain();
    void end();

    ui::Ui& ui_;
    Drafts& drafts_;
    Keyboard keyboard_;
    bool compact_;
    ui::Rect body_, foot_;
    std::vector<const std::string*> fields_; ///< in their order
    float needed_ = 0;                       ///< height of the content so far, uncut
    bool first_field_ = true, first_choice_ = true, entered_ = false;
};

/// Says why it cannot be done, and gives the focus to what it is about: a text or a choice as the form has
/// it.
void ask_again(Drafts& drafts, std::string complaint, const void* about = nullptr);
/// Without the spaces around it.
std::string trimmed(const std::string& text);
/// What was typed, trimmed; none, and a complaint, when it is empty or longer than a message may hold.
std::optional<std::string> typed_text(Drafts& drafts, const std::string& text, const char* complaint,
                                      std::size_t bytes_max = 2'000);
/// Why a time that was typed will not do: what it was (by default its own time), what time it is now, and
/// what to do.
std::string past_words(Instant at, Instant now, const std::string& typed = {});
/// A time that is yet to come; none, and a complaint, when it cannot be read or is past.
std::optional<Instant> typed_future(Drafts& drafts, const std::string& text, Instant now);

} // namespace regiekamer::panels
