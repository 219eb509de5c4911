// The frame: what the mouse and the keys mean for the things drawn in the last frame, and the record of this
// one.
#include "dashboard/panels/ui/paint.hpp"

#include <algorithm>
#include <cstdlib>
#include <imgui_internal.h>
#include <utility>

namespace regiekamer::ui {

namespace {

/// Takes a press out of the frame when it fits; a press answers once.
template <class Fits>
bool take_key(Ui& ui, Fits fits) {
    auto& keys = ui.input_.keys;
    const auto found = std::find_if(keys.begin(), keys.end(), fits);
    if (found == keys.end()) return false;
    keys.erase(found);
    return true;
}

/// The things one could reach in the last frame: those of the dialog if there was one.
auto reachable(const Ui& ui) {
    return std::pair{ui.last_items_.begin() + static_cast<std::ptrdiff_t>(ui.barrier_), ui.last_items_.end()};
}

void give_keyboard(Ui& ui, IdHash id) {
    ui.give_keyboard_ = id;
    ui.give_keyboard_frames_ = 3; // its dialog may open in the next
}

void give_focus(Ui& ui, const Ui::Item& item) {
    ui.focused_ = item.id;
    ui.focus_visible_ = true;
    if (item.typed)
        give_keyboard(ui, item.id);
    else if (ui.typing)
        ui.stop_typing_ = true;
}

void move_focus(Ui& ui, bool back) {
    const auto [first, last] = reachable(ui);
    std::vector<Ui::Item> ring;
    std::copy_if(first, last, std::back_inserter(ring), [](const Ui::Item& item) { return item.in_ring; });
    if (ring.empty()) return;
    const auto now =
        std::find_if(ring.begin(), ring.end(), [&](const auto& item) { return item.id == ui.focused_; });
    const auto size = static_cast<std::ptrdiff_t>(ring.size());
    std::ptrdiff_t next = back ? size - 1 : 0;
    if (now != ring.end()) next = (now - ring.begin() + (back ? size - 1 : 1)) % size;
    give_focus(ui, ring[static_cast<std::size_t>(next)]);
}

void read_mouse(Ui& ui) {
    const ImGuiIO& io = ImGui::GetIO();
    const bool known = io.MousePos.x > -1e6F;
    ui.mouse = known ? Point{io.MousePos.x / ui.scale, io.MousePos.y / ui.scale} : Point{-1, -1};
    ui.input_.mouse = ui.mouse;
    ui.input_.mouse_down = io.MouseDown[0];
    ui.input_.mouse_pressed = ImGui::IsMouseClicked(0);
    ui.input_.mouse_released = ImGui::IsMouseReleased(0);
    ui.input_.wheel = io.MouseWheel;
}

/// Finds what the mouse is over (what was drawn last lies on top) and what a press or release does to it.
void apply_mouse(Ui& ui) {
    const auto [first, last] = reachable(ui);
    const Ui::Item* over = nullptr;
    for (auto item = first; item != last; ++item)
        if (item->rect.contains(ui.mouse)) over = &*item;
    const IdHash before = ui.hovered_;
    ui.hovered_ = over ? over->id : 0;
    if (before != ui.hovered_) ui.another_frame_ = true;
    if (ui.input_.mouse_pressed) {
        ui.pressed_ = ui.hovered_;
        ui.drag_last_ = ui.mouse;
        ui.focus_visible_ = false;
        if (over && over->in_ring) ui.focused_ = over->id;
        if (ui.typing && !(over && over->id == ui.typing_in_)) ui.stop_typing_ = true;
        ui.another_frame_ = true;
    }
    if (ui.input_.mouse_released) {
        if (ui.pressed_ != 0 && ui.pressed_ == ui.hovered_) ui.activated_ = ui.pressed_;
        ui.another_frame_ = true;
    } else if (!ui.input_.mouse_down) {
        ui.pressed_ = 0;
    }
}

/// After a list was paged by keys: the focus stays where it was on the screen, on the row that stands there
/// now.
void keep_focus_place(Ui& ui) {
    const Rect place = std::exchange(ui.refocus_, Rect{});
    if (place.empty()) return;
    const auto [first, last] = reachable(ui);
    const Ui::Item* nearest = nullptr;
    const auto away = [&](const Ui::Item& item) { return std::abs(item.rect.centre().y - place.centre().y); };
    for (auto item = first; item != last; ++item) {
        if (item->id == ui.focused_) return; // it is still there
        if (item->in_ring && std::abs(item->rect.x - place.x) < 1 &&
            (!nearest || away(*item) < away(*nearest)))
            nearest = &*item;
    }
    if (nearest) ui.focused_ = nearest->id;
}

void apply_keys(Ui& ui) {
    keep_focus_place(ui);
    if (!ui.input_.keys.empty()) ui.another_frame_ = true;
    while (take_key(ui, [](const KeyPress& press) { return press == KeyPress{Key::tab}; }))
        move_focus(ui, false);
    while (take_key(ui, [](const KeyPress& press) { return press == with_shift(Key::tab); }))
        move_focus(ui, true);
    if (ui.typing || !ui.focus_visible_) return;
    const auto [first, last] = reachable(ui);
    const auto focused = std::find_if(first, last, [&](const auto& item) { return item.id == ui.focused_; });
    if (focused == last ||
        !(focused->in_ring || focused->choice)) { // a choice's arrows reach all of its list
        ui.focus_visible_ = false;                // it left the screen; Enter is a shortcut again
        return;
    }
    // Enter, which a dialog prints on its main button, stays its own while a choice or a field has the focus.
    const bool enter_is_its = !(ui.modal_open && (focused->choice || focused->typed));
    if (take_key(ui, [&](const KeyPress& press) {
            return (enter_is_its && press == KeyPress{Key::enter}) || press == KeyPress{Key::space};
        }))
        ui.activated_ = ui.focused_;
}

void open_window(const Ui& ui, float width, float height) {
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize({width, height});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, 0);
    ImGui::PushStyleColor(ImGuiCol_WindowBg, paint::packed(ui.palette.bg));
    ImGui::Begin("regiekamer", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                     ImGuiWindowFlags_NoBringToFrontOnFocus | ImGuiWindowFlags_NoScrollWithMouse);
    ImGui::PopStyleColor();
    ImGui::PopStyleVar(3);
}

void draw_tooltip(Ui& ui) {
    constexpr float most = 420;
    const float wide = std::min(most, width(ui, Style::secondary15, ui.tooltip_) + 1);
    const float high = wrapped_height(ui, Style::secondary15, wide, ui.tooltip_);
    Rect box{ui.mouse.x + 14, ui.mouse.y + 18, wide + 20, high + 12};
    box.x = std::max(4.F, std::min(box.x, ui.screen.right() - box.w - 4));
    if (box.bottom() > ui.screen.bottom() - 4) box.y = std::max(4.F, ui.mouse.y - box.h - 8);
    fill(ui, box, ui.palette.raised, 4);
    frame(ui, box, ui.palette.faint, 4);
    text_wrapped(ui, Style::secondary15, box.inset(10, 6), ui.palette.text, ui.tooltip_);
}

void draw_focus_ring(Ui& ui) {
    if (!ui.focus_visible_) return;
    for (std::size_t i = ui.modal_now_ ? ui.barrier_ : 0; i < ui.items_.size(); ++i) {
        const Ui::Item& item = ui.items_[i];
        if (item.id != ui.focused_) continue;
        // A dark ring within the blue one: it shows on every ground, the filled buttons too.
        frame(ui, item.rect.inset(1), ui.palette.bg, 5, 1);
        frame(ui, item.rect.inset(-2), ui.palette.flow, measure::corner, 3);
        return;
    }
}

} // namespace

IdHash hash_of(std::string_view id) {
    IdHash hash = 14695981039346656037U; // FNV-1a
    for (const char c : id)
        hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
    return hash == 0 ? 1 : hash;
}

void begin(Ui& ui, const Fonts& fonts, float width, float height, std::vector<KeyPress> keys) {
    ui.fonts_ = &fonts;
    ui.scale = fonts.scale();
    ui.screen = {0, 0, width / ui.scale, height / ui.scale};
    ui.last_items_.swap(ui.items_);
    ui.items_.clear();
    ui.seen_.clear();
    ui.seen_text_.clear();
    ui.seen_barrier_ = 0;
    ui.because_.clear();
    ui.because_sequences_.clear();
    ui.tooltip_.clear();
    ui.another_frame_ = ui.settling_ = false;
    ui.activated_ = 0;
    ui.stop_typing_ = false;
    ui.modal_open = ui.modal_now_;
    if (!ui.modal_open) ui.barrier_ = 0;
    ui.barrier_ = std::min(ui.barrier_, ui.last_items_.size());
    ui.typing = ui.typing_in_ != 0;
    ui.input_.keys = std::move(keys);
    read_mouse(ui);
    apply_mouse(ui);
    apply_keys(ui);
    ui.modal_now_ = false;
    ui.typing_in_ = 0;
    if (ui.stop_typing_) {
        ImGui::ClearActiveID();
        ui.typing = false;
    }
    open_window(ui, width, height);
    ui.draw_ = ImGui::GetWindowDrawList();
}

void end(Ui& ui) {
    draw_focus_ring(ui);
    if (!ui.tooltip_.empty()) draw_tooltip(ui);
    if (ui.give_keyboard_ != 0 && --ui.give_keyboard_frames_ < 0) ui.give_keyboard_ = 0;
    if ((ui.typing_in_ != 0) != ui.typing || ui.modal_now_ != ui.modal_open || ui.give_keyboard_ != 0)
        ui.another_frame_ = ui.settling_ = true;
    ImGui::End();
    ui.draw_ = nullptr;
}

bool wants_another_frame(const Ui& ui) {
    return ui.another_frame_;
}
bool settling(const Ui& ui) {
    return ui.settling_;
}
void want_another_frame(Ui& ui) {
    ui.another_frame_ = true;
}

bool pressed(Ui& ui, Shortcut shortcut) {
    if (shortcut.key == Key::none || paint::beneath_modal(ui)) return false;
    if (ui.typing && !works_while_typing(shortcut)) return false;
    return take_key(ui, [&](const KeyPress& press) { return press == shortcut; });
}

bool covered(const Ui& ui) {
    return paint::beneath_modal(ui);
}

bool pressed_anywhere(Ui& ui, Shortcut shortcut) {
    return take_key(ui, [&](const KeyPress& press) { return press == shortcut; });
}

bool pressed_beside_field(Ui& ui, Key key) {
    return !paint::beneath_modal(ui) &&
           take_key(ui, [&](const KeyPress& press) { return press == KeyPress{key}; });
}

std::vector<Seen> seen(const Ui& ui) {
    std::vector<Seen> all;
    all.reserve(ui.seen_.size());
    const std::string_view text = ui.seen_text_;
    for (const Ui::SeenSpan& span : ui.seen_)
        all.push_back({span.kind, text.substr(span.id_at, span.id_size),
                       text.substr(span.text_at, span.text_size), span.rect});
    return all;
}

std::string seen_as_text(const Ui& ui) {
    std::string lines;
    const Seen* before = nullptr;
    const auto all = seen(ui);
    for (const Seen& one : all) {
        if (one.text.empty()) continue;
        const bool same_line = before && std::abs(before->rect.centre().y - one.rect.centre().y) < 10 &&
                               one.rect.x >= before->rect.x;
        if (before) lines += same_line ? "  " : "\n";
        const bool button = one.kind != SeenKind::text;
        if (button) lines += '[';
        lines += one.text;
        if (button) lines += ']';
        before = &one;
    }
    if (before) lines += '\n';
    return lines;
}

const Rect* focused_rect(const Ui& ui) {
    if (!ui.focus_visible_) return nullptr;
    const auto found = std::find_if(ui.items_.begin(), ui.items_.end(),
                                    [&](const Ui::Item& item) { return item.id == ui.focused_; });
    return found == ui.items_.end() ? nullptr : &found->rect;
}

void focus(Ui& ui, std::string_view id) {
    ui.focused_ = hash_of(id);
    ui.focus_visible_ = true;
    give_keyboard(ui, ui.focused_); // only a text field takes it
    ui.another_frame_ = true;
}

bool has_focus(const Ui& ui, std::string_view id) {
    return ui.focus_visible_ && ui.focused_ == hash_of(id);
}

void clear_focus(Ui& ui) {
    ui.focused_ = 0;
    ui.focus_visible_ = false;
    ui.give_keyboard_ = 0;
    if (ui.typing) ImGui::ClearActiveID();
}

namespace paint {

void record(Ui& ui, SeenKind kind, std::string_view id, std::string_view text, const Rect& rect) {
    const auto id_at = static_cast<std::uint32_t>(ui.seen_text_.size());
    ui.seen_text_ += id;
    const auto text_at = static_cast<std::uint32_t>(ui.seen_text_.size());
    ui.seen_text_ += text;
    ui.seen_.push_back({kind, id_at, static_cast<std::uint32_t>(id.size()), text_at,
                        static_cast<std::uint32_t>(text.size()), rect});
}

bool interact(Ui& ui, SeenKind kind, std::string_view id, std::string_view text, const Rect& rect) {
    record(ui, kind, id, text, rect);
    const IdHash hash = hash_of(id);
    ui.items_.push_back({hash, rect, true, kind == SeenKind::input});
    if (ui.activated_ != hash || beneath_modal(ui)) return false;
    ui.activated_ = 0;
    return true;
}

} // namespace paint

} // namespace regiekamer::ui
