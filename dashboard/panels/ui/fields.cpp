// Text fields: ImGui's own editing (dead keys, clipboard, selection) in the look of the rest.
#include "dashboard/panels/ui/paint.hpp"
#include "dashboard/panels/ui/widgets.hpp"

#include <imgui_internal.h>
#include <imgui_stdlib.h>

namespace regiekamer::ui {

namespace {

/// ImGui pops in the reverse order; a forgotten pop would abort the program, so a guard does it.
class FieldStyle {
public:
    FieldStyle(const Ui& ui, std::string_view id, float pad_y) {
        const Palette& p = ui.palette;
        ImGui::PushID(id.data(), id.data() + id.size());
        ImGui::PushFont(ui.fonts_->font(Style::body18));
        ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, ImVec2(std::floor(10 * ui.scale), pad_y));
        ImGui::PushStyleVar(ImGuiStyleVar_FrameRounding, measure::corner * ui.scale);
        ImGui::PushStyleVar(ImGuiStyleVar_FrameBorderSize, 0);
        ImGui::PushStyleColor(ImGuiCol_FrameBg, paint::packed(p.raised));
        ImGui::PushStyleColor(ImGuiCol_Text, paint::packed(p.text));
        ImGui::PushStyleColor(ImGuiCol_TextDisabled, paint::packed(p.dim));
        ImGui::PushStyleColor(ImGuiCol_TextSelectedBg, paint::packed(p.flow.faded(0.35F)));
        ImGui::PushStyleColor(ImGuiCol_NavHighlight, 0);
    }
    ~FieldStyle() {
        ImGui::PopStyleColor(5);
        ImGui::PopStyleVar(3);
        ImGui::PopFont();
        ImGui::PopID();
    }
    FieldStyle(const FieldStyle&) = delete;
    FieldStyle& operator=(const FieldStyle&) = delete;
    FieldStyle(FieldStyle&&) = delete;
    FieldStyle& operator=(FieldStyle&&) = delete;
};

bool has_key(const Ui& ui, KeyPress wanted) {
    return std::find(ui.input_.keys.begin(), ui.input_.keys.end(), wanted) != ui.input_.keys.end();
}

/// A field beneath a dialog: seen, not edited.
void still_field(Ui& ui, const Rect& rect, std::string_view value, std::string_view hint) {
    fill(ui, rect, ui.palette.raised, measure::corner);
    frame(ui, rect, ui.palette.faint, measure::corner);
    text_in(ui, Style::body18, rect.inset(10, 0), value.empty() ? ui.palette.dim : ui.palette.text,
            value.empty() ? hint : value);
}

} // namespace

Typed text_input(Ui& ui, std::string_view id, const Rect& rect, std::string& value, std::string_view hint) {
    Typed typed;
    if (rect.empty()) return typed;
    if (paint::beneath_modal(ui)) {
        still_field(ui, rect, value, hint);
        return typed;
    }
    const IdHash hash = hash_of(id);
    const bool activated = paint::interact(ui, SeenKind::input, id, value.empty() ? hint : value, rect);
    const ImVec2 a = paint::px(ui, {rect.x, rect.y}), b = paint::px(ui, {rect.right(), rect.bottom()});
    const float letters = ui.fonts_->font(Style::body18)->FontSize;
    const FieldStyle style(ui, id, std::floor((b.y - a.y - letters) / 2));
    ImGui::SetCursorScreenPos(a);
    if (ui.give_keyboard_ == hash || (activated && !ui.input_.mouse_released)) {
        // ImGui would go on where it was: what is to be typed again is chosen whole, as in any other field.
        if (auto* state = ImGui::GetInputTextState(ImGui::GetID("##field")); state != nullptr) state->ID = 0;
        ImGui::SetKeyboardFocusHere();
        ui.give_keyboard_ = 0;
        ui.another_frame_ = ui.settling_ = true;
    }
    ImGui::SetNextItemWidth(b.x - a.x);
    typed.changed = ImGui::InputText("##field", &value);
    const bool was = ui.typing && has_key(ui, {Key::escape});
    typed.active = ImGui::IsItemActive();
    const bool mine = typed.active || (ui.typing && ImGui::IsItemDeactivated());
    typed.cancelled = mine && was;
    typed.entered = mine && ui.typing && has_key(ui, {Key::enter});
    if (typed.cancelled || typed.entered) {
        if (typed.active) ImGui::ClearActiveID();
        typed.active = false;
        std::erase_if(ui.input_.keys, [](const KeyPress& press) {
            return press.key == Key::enter || press.key == Key::escape;
        });
    }
    if (typed.active) {
        ui.typing_in_ = hash;
        ui.focused_ = hash;
    }
    if (value.empty())
        paint::words(ui, Style::body18, {rect.x + 12, paint::middle(rect, Style::body18)}, ui.palette.dim,
                     hint);
    frame(ui, rect, typed.active ? ui.palette.flow : ui.palette.faint, measure::corner, typed.active ? 2 : 1);
    return typed;
}

} // namespace regiekamer::ui
