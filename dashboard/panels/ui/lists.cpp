// Rows, lists and areas to press or drag.
#include "dashboard/panels/ui/paint.hpp"
#include "dashboard/panels/ui/widgets.hpp"

#include <array>
#include <charconv>

namespace regiekamer::ui {

namespace {

/// The thing with the keyboard's focus if it is in this rectangle, else null.
const Ui::Item* focused_within(const Ui& ui, const Rect& box) {
    if (!ui.focus_visible_) return nullptr;
    for (const Ui::Item& item : ui.last_items_)
        if (item.id == ui.focused_) return box.contains(item.rect.centre()) ? &item : nullptr;
    return nullptr;
}

/// Takes a plain press of this key.
bool take(Ui& ui, Key key) {
    return !ui.typing && pressed(ui, key);
}

/// By how many rows keys and wheel move a list in this frame.
int steps(Ui& ui, const Rect& box, int page) {
    int by = -static_cast<int>(std::lround(wheel(ui, box) * 3));
    const Ui::Item* focused = focused_within(ui, box);
    if (!focused && !box.contains(ui.mouse)) return by;
    if (take(ui, Key::page_down)) by += page;
    if (take(ui, Key::page_up)) by -= page;
    if (focused && by != 0) ui.refocus_ = focused->rect;
    return by;
}

/// Arrow keys walk from row to row; at an edge the list moves instead. Returns the rows to scroll.
int walk(Ui& ui, const Rect& box) {
    const Ui::Item* now = focused_within(ui, box);
    if (!now) return 0;
    const bool down = take(ui, Key::down), up = !down && take(ui, Key::up);
    if (!down && !up) return 0;
    const Ui::Item* next = nullptr;
    for (const Ui::Item& item : ui.last_items_) {
        if (!item.in_ring || !box.contains(item.rect.centre()) || item.rect.x > now->rect.x + 1) continue;
        const float away = (item.rect.centre().y - now->rect.centre().y) * (down ? 1.F : -1.F);
        if (away < 1) continue;
        if (!next || away < (next->rect.centre().y - now->rect.centre().y) * (down ? 1.F : -1.F))
            next = &item;
    }
    if (!next) return down ? 1 : -1;
    ui.focused_ = next->id;
    return 0;
}

void scroll_mark(Ui& ui, const ListView& view) {
    const float high = view.box.h;
    const auto part = [&](int rows) {
        return high * static_cast<float>(rows) / static_cast<float>(view.count);
    };
    const Rect thumb{view.box.right() - 5, view.box.y + part(view.first), 3,
                     std::max(16.F, part(view.shown))};
    fill(ui, thumb, ui.palette.faint, 1.5F);
}

} // namespace

bool hovered(const Ui& ui, std::string_view id) {
    return ui.hovered_ == hash_of(id);
}

bool touch(Ui& ui, std::string_view id, const Rect& rect, std::string_view words) {
    return !rect.empty() && paint::interact(ui, SeenKind::touch, id, words, rect);
}

bool row(Ui& ui, std::string_view id, const Rect& rect, bool selected) {
    if (rect.empty()) return false;
    const bool answered = paint::interact(ui, SeenKind::row, id, {}, rect);
    const Rect ground{rect.x + 1, rect.y + 1, rect.w - 2, rect.h - 1};
    if (selected) fill(ui, ground, ui.palette.selected);
    if (hovered(ui, id))
        fill(ui, ground, selected ? mix(ui.palette.selected, ui.palette.text, 0.05F) : ui.palette.raised);
    if (selected) fill(ui, {rect.x, rect.y, 4, rect.h}, ui.palette.flow);
    return answered;
}

Drag drag(Ui& ui, std::string_view id, const Rect& rect) {
    const IdHash hash = hash_of(id);
    const bool answered = paint::interact(ui, SeenKind::touch, id, {}, rect);
    Drag now;
    if (ui.pressed_ != hash) return now;
    now.held = ui.input_.mouse_down;
    now.released = ui.input_.mouse_released || answered;
    now.at = ui.mouse;
    now.moved = ui.mouse - ui.drag_last_;
    ui.drag_last_ = ui.mouse;
    return now;
}

float wheel(Ui& ui, const Rect& rect) {
    if (!rect.contains(ui.mouse) || paint::beneath_modal(ui)) return 0;
    return std::exchange(ui.input_.wheel, 0.F);
}

ListView list(Ui& ui, std::string_view id, const Rect& box, int count, float row_height) {
    ListView view{0, 0, count, row_height, box, 0};
    if (box.empty() || row_height <= 0 || count <= 0) return view;
    // Where not even most of one row fits there is none: it would lie over what comes after.
    view.shown = std::min(count, static_cast<int>((box.h + row_height * 0.2F) / row_height));
    if (view.shown > 1) view.shown = std::min(count, static_cast<int>((box.h + 0.5F) / row_height));
    int& first = ui.scrolled_[hash_of(id)];
    const int by = steps(ui, box, std::max(1, view.shown - 1)) + walk(ui, box);
    first = std::clamp(first + by, 0, count - view.shown);
    if (by != 0) ui.another_frame_ = true;
    view.first = first;
    if (view.shown < count) scroll_mark(ui, view);
    return view;
}

void scroll_to(Ui& ui, std::string_view id, int first) {
    ui.scrolled_[hash_of(id)] = std::max(0, first);
}

void page(Ui& ui, std::string_view id, const ListView& view) {
    if (view.box.contains(ui.mouse)) return; // the list heeds them itself
    const int by = std::max(1, view.shown - 1);
    if (pressed(ui, Key::page_down)) scroll_to(ui, id, view.first + by);
    if (pressed(ui, Key::page_up)) scroll_to(ui, id, view.first - by);
}

ListView without_heads(ListView view, int heads_below) {
    view.heads_below = heads_below;
    return view;
}

void list_foot(Ui& ui, const Rect& foot, const ListView& view, std::string_view more,
               std::string_view remark) {
    if (foot.empty() || (view.below() <= 0 && more.empty() && remark.empty())) return;
    separator(ui, foot);
    const float baseline = paint::middle(foot, Style::strong15);
    float x = foot.x + measure::padding, right = foot.right() - measure::padding;
    if (!remark.empty() &&
        width(ui, Style::secondary15, remark) > right - x) // cut at the end, not at the left
        return text_within(ui, Style::secondary15, {x, baseline}, right - x, ui.palette.dim, remark), void();
    std::array<char, 24> words{'n', 'o', 'g', ' '};
    const auto* const end = std::to_chars(words.data() + 4, words.data() + words.size(), view.below()).ptr;
    const std::string_view below{words.data(), static_cast<std::size_t>(end - words.data())};
    const float counted = view.below() > 0 ? width(ui, Style::strong15, below) + measure::gap : 0;
    if (!remark.empty() && counted + width(ui, Style::secondary15, remark) > right - x)
        more = remark; // not both: what is remarked follows the count, cut at its end
    else if (!remark.empty())
        right = text_right(ui, Style::secondary15, {right, baseline}, ui.palette.dim, remark) - measure::gap;
    if (view.below() > 0) {
        x = text(ui, Style::strong15, {x, baseline}, ui.palette.text, below);
        if (!more.empty()) x = text(ui, Style::strong15, {x, baseline}, ui.palette.dim, " · ");
    }
    text_within(ui, Style::strong15, {x, baseline}, right - x, ui.palette.dim, more);
}

} // namespace regiekamer::ui
