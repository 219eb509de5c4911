// Sections, buttons, chips, dialogs.
#include "dashboard/panels/ui/widgets.hpp"
#include "dashboard/panels/ui/layout.hpp"
#include "dashboard/panels/ui/paint.hpp"

#include <array>

namespace regiekamer::ui {

namespace {

constexpr float pad = measure::padding;

/// Title left, remark right; the remark gives way first.
void head_words(Ui& ui, const Rect& head, std::string_view title, std::string_view remark) {
    const float baseline = paint::middle(head, Style::section14);
    const float room = head.w - 2 * pad;
    const float needed = std::min(room, width_of_capitals(ui, Style::section14, title));
    capitals(ui, Style::section14, {head.x + pad, baseline}, room, ui.palette.dim, title);
    const float left = room - needed - 16;
    if (remark.empty() || left < 30) return;
    const float wide = std::min(left, width(ui, Style::secondary15, remark) + 1);
    text_within(ui, Style::secondary15, {head.right() - pad - wide, baseline}, wide, ui.palette.dim, remark);
}

struct ButtonLook {
    Colour ground, border, verb, key;
    float thickness = 1;
};

ButtonLook look_of(const Ui& ui, ButtonKind kind, bool over, bool down) {
    const Palette& p = ui.palette;
    const auto lit = [&](Colour ground) { return mix(ground, p.text, down ? 0.16F : over ? 0.08F : 0); };
    switch (kind) {
    case ButtonKind::main:
        return {mix(p.solid, p.bg, down ? 0.2F : over ? 0.1F : 0), p.solid, p.on_solid, p.on_solid};
    case ButtonKind::danger:
        return {lit(p.surface), p.critical, p.text, p.dim, 2};
    case ButtonKind::selected:
        return {lit(p.selected), p.flow, p.text, p.dim};
    case ButtonKind::disabled:
        return {p.surface, p.line, p.dim, p.dim};
    case ButtonKind::plain:
        break;
    }
    return {lit(p.raised), p.faint, p.text, p.dim};
}

/// "verb [key]" centred; without room the key goes first, then the size, then letters.
void centred_words(Ui& ui, const Rect& rect, std::string_view verb, std::string_view key,
                   const ButtonLook& look) {
    const Style style = Style::strong16;
    const Rect room = rect.inset(4, 0);
    const float verb_width = width(ui, style, verb);
    const float key_width =
        key.empty() ? 0 : width(ui, style, " [") + width(ui, style, key) + width(ui, style, "]");
    if (key.empty() || verb_width + key_width > room.w) {
        paint::centred(ui, verb_width <= room.w ? style : Style::section14, room, look.verb, verb);
        return;
    }
    const float baseline = paint::middle(rect, style);
    float x = rect.x + (rect.w - verb_width - key_width) / 2;
    for (const std::string_view part : {verb, std::string_view(" ["), key, std::string_view("]")})
        x = paint::words(ui, style, {x, baseline}, look.verb, part);
}

/// Verb left and key right, or the verb alone in the middle.
void side_words(Ui& ui, const Rect& rect, std::string_view verb, std::string_view key,
                const ButtonLook& look) {
    const Style style = Style::strong16;
    const float key_width = key.empty() ? 0 : width(ui, Style::secondary15, key);
    if (key.empty() || width(ui, style, verb) + key_width + 28 > rect.w)
        return centred_words(ui, rect, verb, {}, look);
    paint::words(ui, style, {rect.x + 12, paint::middle(rect, style)}, look.verb, verb);
    paint::words(ui, Style::secondary15,
                 {rect.right() - 12 - key_width, paint::middle(rect, Style::secondary15)}, look.key, key);
}

/// The big answers: a large verb in the middle and the key in a box in the corner.
void large_words(Ui& ui, const Rect& rect, std::string_view verb, std::string_view key,
                 const ButtonLook& look) {
    const Style style = width(ui, Style::answer30, verb) <= rect.w - 20 ? Style::answer30 : Style::action18;
    const float wide = std::min(rect.w - 20, width(ui, style, verb));
    paint::centred(ui, style, rect.inset(10, 0), look.verb, verb);
    if (key.empty()) return;
    const Rect box{rect.x + 14, rect.y + 14, std::max(30.F, width(ui, Style::strong18, key) + 16), 30};
    if (box.right() > rect.x + (rect.w - wide) / 2 && box.bottom() > rect.centre().y - 12) return;
    frame(ui, box, look.verb, 4, 1);
    paint::words(ui, Style::strong18,
                 {box.centre().x - width(ui, Style::strong18, key) / 2, paint::middle(box, Style::strong18)},
                 look.verb, key);
}

/// What is recorded of a button: "verb [key]", built in the record itself.
bool press(Ui& ui, std::string_view id, const Rect& rect, std::string_view verb, ButtonKind kind) {
    if (kind != ButtonKind::disabled) return paint::interact(ui, SeenKind::button, id, verb, rect);
    paint::record(ui, SeenKind::button, id, verb, rect);
    return false;
}

} // namespace

void surface(Ui& ui, const Rect& rect) {
    fill(ui, rect, ui.palette.surface, measure::corner);
    frame(ui, rect, ui.palette.line, measure::corner);
}

Rect panel(Ui& ui, const Rect& rect, std::string_view title, std::string_view remark) {
    if (rect.empty()) return {rect.x, rect.y, 0, 0};
    surface(ui, rect);
    Rect body = rect;
    const Rect head = body.take_top(measure::section_head);
    head_words(ui, head, title, remark);
    separator(ui, body);
    return body;
}

void separator(Ui& ui, const Rect& rect) {
    line(ui, {rect.x + 1, rect.y}, {rect.right() - 1, rect.y}, ui.palette.line);
}

void subsection(Ui& ui, Rect& body, std::string_view title, std::string_view remark) {
    const Rect head = body.take_top(measure::section_head - 2);
    if (head.h < 20) return;
    separator(ui, head);
    head_words(ui, head, title, remark);
}

void empty_text(Ui& ui, const Rect& body, std::string_view words) {
    const float line = line_height(Style::row16);
    if (body.h < line) return;
    const float wide = body.w - 2 * pad;
    // The edge goes before a line of words.
    const float needed = std::clamp(wrapped_height(ui, Style::row16, wide, words), line, body.h);
    const float above = std::min(12.F, (body.h - needed) / 2);
    const Rect room{body.x + pad, body.y + above, wide,
                    std::floor((body.h - 2 * above) / line + 0.01F) * line};
    text_wrapped(ui, Style::row16, room, ui.palette.dim, words);
}

bool button(Ui& ui, std::string_view id, const Rect& rect, std::string_view verb, std::string_view key,
            ButtonKind kind) {
    if (rect.empty() || ui.only_shown) return false;
    const bool answered = press(ui, id, rect, verb, kind);
    const IdHash hash = hash_of(id);
    const bool refused = !ui.why_not_.empty();
    const ButtonLook look =
        look_of(ui, refused ? ButtonKind::disabled : kind, ui.hovered_ == hash, ui.pressed_ == hash);
    fill(ui, rect, look.ground, measure::corner);
    frame(ui, rect, look.border, measure::corner, look.thickness);
    if (refused)
        tooltip(ui, rect, ui.why_not_);
    else if (kind == ButtonKind::disabled && (ui.tooltip_.empty() || !(ui.tooltip_for_ == rect)))
        tooltip(ui, rect, ui.why_disabled);
    if (rect.h <= 40)
        centred_words(ui, rect, verb, key, look);
    else if (rect.h <= 68)
        side_words(ui, rect, verb, key, look);
    else
        large_words(ui, rect, verb, key, look);
    return answered;
}

bool button(Ui& ui, std::string_view id, const Rect& rect, std::string_view verb, Shortcut shortcut,
            ButtonKind kind) {
    // A modified key is written out; that is rare, and short enough to need no allocation.
    std::string name;
    if (shortcut.ctrl) name += "Ctrl+";
    if (shortcut.shift) name += "Shift+";
    name += key_name(shortcut.key);
    if (rect.w + 1 < button_width(ui, verb, name, rect.h)) name.clear(); // the key works unseen too
    const bool clicked = button(ui, id, rect, verb, name, kind);
    return clicked || (kind != ButtonKind::disabled && !rect.empty() && pressed(ui, shortcut));
}

float button_width(const Ui& ui, std::string_view verb, std::string_view key, float height) {
    if (ui.only_shown) return 0;
    const float verb_width = width(ui, Style::strong16, verb);
    if (key.empty()) return std::ceil(verb_width + 32);
    if (height <= 40)
        return std::ceil(verb_width + width(ui, Style::strong16, key) + width(ui, Style::strong16, " []") +
                         34);
    return std::ceil(verb_width + width(ui, Style::secondary15, key) + 24 + 28);
}

void is_choice(Ui& ui, bool tab_stop) {
    if (ui.items_.empty()) return;
    ui.items_.back().choice = true;
    ui.items_.back().in_ring = ui.items_.back().in_ring && tab_stop;
}

bool icon_button(Ui& ui, std::string_view id, const Rect& rect, Icon which, std::string_view words,
                 bool bordered) {
    if (rect.empty() || ui.only_shown) return false;
    const bool answered = paint::interact(ui, SeenKind::button, id, words, rect);
    const IdHash hash = hash_of(id);
    const ButtonLook look = look_of(ui, ButtonKind::plain, ui.hovered_ == hash, ui.pressed_ == hash);
    if (bordered || ui.hovered_ == hash) {
        fill(ui, rect, look.ground, measure::corner);
        frame(ui, rect, bordered ? ui.palette.dim : look.border, measure::corner);
    }
    icon(ui, which, rect.centre(), std::min(20.F, rect.h * 0.6F), ui.palette.text);
    tooltip(ui, rect, words);
    return answered;
}

bool checkbox(Ui& ui, std::string_view id, const Rect& rect, bool checked, std::string_view words) {
    if (rect.empty()) return false;
    const bool answered = paint::interact(ui, SeenKind::button, id, words, rect);
    const float size = std::min(24.F, rect.h - 4);
    const Point centre{rect.x + size / 2 + 2, rect.centre().y};
    if (ui.hovered_ == hash_of(id))
        fill(ui, {centre.x - size / 2, centre.y - size / 2, size, size}, ui.palette.selected, 3);
    box_mark(ui, centre, size, ui.palette.dim, checked);
    return answered;
}

void chip(Ui& ui, const Rect& rect, std::string_view words, Style style) {
    fill(ui, rect, ui.palette.alarm, 3);
    text_in(ui, style, rect.inset(4, 0), ui.palette.on_alarm, words, Align::centre);
}

Rect chip_right(Ui& ui, Point right_middle, std::string_view words, Style style) {
    const float high = std::round(css_size(style) * 1.5F),
                wide = std::ceil(width(ui, style, words) + css_size(style));
    const Rect rect{right_middle.x - wide, right_middle.y - high / 2, wide, high};
    chip(ui, rect, words, style);
    return rect;
}

Rect tag(Ui& ui, Point left_middle, std::string_view words) {
    const Rect rect{left_middle.x, left_middle.y - 13,
                    std::max(30.F, std::ceil(width(ui, Style::strong15, words) + 18)), 26};
    frame(ui, rect, ui.palette.dim, 4);
    text_in(ui, Style::strong15, rect, ui.palette.text, words, Align::centre);
    return rect;
}

void progress(Ui& ui, const Rect& rect, float part, Colour colour) {
    fill(ui, rect, ui.palette.raised);
    frame(ui, rect, ui.palette.line);
    Rect full = rect;
    fill(ui, full.take_left(rect.w * std::clamp(part, 0.F, 1.F)), colour);
}

void tooltip(Ui& ui, const Rect& rect, std::string_view words) {
    if (words.empty() || !rect.contains(ui.mouse) || ui.input_.mouse_down || paint::beneath_modal(ui)) return;
    ui.tooltip_ = words;
    ui.tooltip_for_ = rect;
}

Rect modal(Ui& ui, float width, float height, std::string_view title, float least) {
    ui.modal_now_ = true;
    ui.barrier_ = ui.items_.size();
    ui.seen_barrier_ = ui.seen_.size();
    ui.tooltip_.clear();
    const auto at = zones(ui.screen.w, ui.screen.h, 1);
    Rect below = ui.screen;
    Rect above = below.take_top(at.alarm_line.bottom());
    Rect room = below.inset(measure::gap);
    if (std::min(height, least > 0 ? least : height) > room.h) { // it needs their place too
        room = ui.screen.inset(measure::gap);
        above = {};
        below = ui.screen;
    }
    fill(ui, above, ui.palette.bg.faded(0.35F)); // out of reach, and still read: an alarm may come meanwhile
    fill(ui, below, ui.palette.bg.faded(0.78F));
    const float wide = std::min(width, room.w), high = std::min(height, room.h);
    Rect box{std::round(room.centre().x - wide / 2), std::round(room.centre().y - high / 2), wide, high};
    fill(ui, box, ui.palette.surface, measure::corner);
    frame(ui, box, ui.palette.flow, measure::corner, 2);
    box = box.inset(20, 12);
    const Rect head = box.take_top(std::min(44.F, box.h));
    text_in(ui, Style::title24, head, ui.palette.text, title);
    return box;
}

} // namespace regiekamer::ui
