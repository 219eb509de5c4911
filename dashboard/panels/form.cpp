// The look of dialogs, once.
#include "dashboard/panels/form.hpp"

#include <fmt/format.h>

namespace regiekamer::panels {

using ui::Rect;
using ui::Style;

Form::Form(ui::Ui& ui, Drafts& drafts, std::string_view title, float width, float height)
    : ui_(ui), drafts_(drafts),
      body_(ui::modal(ui, std::min(width, ui.screen.w - 20), std::min(height, ui.screen.h - 20), title)) {}

void Form::words(std::string_view text) {
    const float height = ui::wrapped_height(ui_, Style::row16, body_.w, text);
    const Rect place = body_.take_top(height + 10);
    ui::text_wrapped(ui_, Style::row16, place, ui_.palette.text, text);
}

bool Form::field(std::string_view id, std::string_view label, std::string& value, std::string_view hint) {
    const Rect head = body_.take_top(24);
    ui::text(ui_, Style::strong15, {head.x, head.y + 17}, ui_.palette.dim, label);
    const Rect place = body_.take_top(44);
    body_.take_top(8);
    if (first_ && drafts_.opened_now) {
        ui::focus(ui_, id);
        drafts_.opened_now = false;
    }
    first_ = false;
    const auto typed = ui::text_input(ui_, id, place, value, hint);
    if (typed.changed) drafts_.complaint.clear();
    if (typed.cancelled) close(drafts_);
    entered_ = entered_ || typed.entered;
    return typed.entered;
}

void Form::choice(std::string_view id, std::string_view label, std::span<const std::string> words,
                  int& chosen) {
    const Rect head = body_.take_top(24);
    ui::text(ui_, Style::strong15, {head.x, head.y + 17}, ui_.palette.dim, label);
    Rect line = body_.take_top(44);
    for (std::size_t i = 0; i < words.size(); ++i) {
        const float width = ui::button_width(ui_, words[i], {});
        if (width > line.w) {
            body_.take_top(6);
            line = body_.take_top(44);
        }
        const Rect place = line.take_left(width);
        line.take_left(6);
        const auto kind = static_cast<int>(i) == chosen ? ui::ButtonKind::selected : ui::ButtonKind::plain;
        if (ui::button(ui_, fmt::format("{}/{}", id, words[i]), place, words[i], std::string_view(), kind)) {
            chosen = static_cast<int>(i);
            drafts_.complaint.clear();
        }
    }
    body_.take_top(8);
}

bool Form::button(std::string_view id, std::string_view verb, std::string_view key, ui::ButtonKind kind) {
    Rect line = body_.take_top(44);
    body_.take_top(8);
    return ui::button(ui_, id, line.take_left(std::min(line.w, ui::button_width(ui_, verb, key) + 60)), verb,
                      key, kind);
}

bool Form::confirmed(std::string_view verb) {
    Rect foot = body_.take_bottom(44);
    if (!drafts_.complaint.empty()) {
        const Rect place = body_.take_bottom(30);
        ui::triangle(ui_, {place.x + 9, place.centre().y}, 14, ui_.palette.attention);
        ui::text_within(ui_, Style::strong16, {place.x + 26, place.centre().y + 6}, place.w - 26,
                        ui_.palette.text, drafts_.complaint);
    }
    const Rect main = foot.take_right(ui::button_width(ui_, verb, "Enter"));
    foot.take_right(10);
    const Rect cancel = foot.take_right(ui::button_width(ui_, "Annuleer", "Esc"));
    const bool done = ui::button(ui_, "form/doe", main, verb, "Enter", ui::ButtonKind::main);
    if (ui::button(ui_, "form/annuleer", cancel, "Annuleer", "Esc") || ui::pressed(ui_, ui::Key::escape)) {
        close(drafts_);
        return false;
    }
    if (drafts_.dialog == Dialog::none) return false;
    return done || entered_ || ui::pressed(ui_, ui::Key::enter);
}

} // namespace regiekamer::panels
