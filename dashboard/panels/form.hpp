// What dialogs are made of: a label over a field, a row of choices, a line of complaint, the two buttons.
#pragma once

#include "dashboard/panels/drafts.hpp"
#include "dashboard/panels/ui/ui.hpp"

#include <span>
#include <string_view>

namespace regiekamer::panels {

/// Lays fields out from top to bottom in a dialog.
class Form {
public:
    Form(ui::Ui& ui, Drafts& drafts, std::string_view title, float width, float height);

    /// A line of explanation.
    void words(std::string_view text);
    /// A labelled field; the first of a dialog gets the keyboard. True when Enter was pressed in it.
    bool field(std::string_view id, std::string_view label, std::string& value, std::string_view hint = {});
    /// A labelled row of choices; a digit key presses its choice while nothing is typed.
    void choice(std::string_view id, std::string_view label, std::span<const std::string> words, int& chosen);
    /// Says why it cannot be done, cancels on Esc, and is true when the main button or Enter confirms.
    bool confirmed(std::string_view verb);
    /// A free button under the fields.
    bool button(std::string_view id, std::string_view verb, std::string_view key = {},
                ui::ButtonKind kind = ui::ButtonKind::plain);

private:
    ui::Ui& ui_;
    Drafts& drafts_;
    ui::Rect body_;
    bool first_ = true, entered_ = false;
};

} // namespace regiekamer::panels
