// ImGui's input queue, fed as its back end would feed it: 1.86 by setting state, 1.90 by events.
#include "tests/support/gui.hpp"

#include <imgui.h>
#include <map>
#include <memory>
#include <stdexcept>
#include <utility>

using namespace regiekamer;

namespace {

const ui::Fonts& fonts_of(float scale) {
    static std::map<float, std::unique_ptr<ui::Fonts>> baked;
    auto& fonts = baked[scale];
    if (!fonts) {
        fonts = std::make_unique<ui::Fonts>();
        fonts->build(scale);
    }
    return *fonts;
}

/// The keys a text field of ImGui itself answers to.
void feed(ui::KeyPress press, bool down) {
    using ui::Key;
    static const std::map<Key, ImGuiKey> known{{Key::left, ImGuiKey_LeftArrow},
                                               {Key::right, ImGuiKey_RightArrow},
                                               {Key::up, ImGuiKey_UpArrow},
                                               {Key::down, ImGuiKey_DownArrow},
                                               {Key::home, ImGuiKey_Home},
                                               {Key::end, ImGuiKey_End},
                                               {Key::del, ImGuiKey_Delete},
                                               {Key::backspace, ImGuiKey_Backspace},
                                               {Key::escape, ImGuiKey_Escape},
                                               {Key::a, ImGuiKey_A},
                                               {Key::c, ImGuiKey_C},
                                               {Key::v, ImGuiKey_V},
                                               {Key::x, ImGuiKey_X},
                                               {Key::z, ImGuiKey_Z}};
    ImGuiIO& io = ImGui::GetIO();
    const auto key = known.find(press.key);
#if IMGUI_VERSION_NUM < 18700
    io.KeyCtrl = down && press.ctrl;
    io.KeyShift = down && press.shift;
    if (key != known.end()) io.KeysDown[key->second] = down;
#else
    io.AddKeyEvent(ImGuiMod_Ctrl, down && press.ctrl);
    io.AddKeyEvent(ImGuiMod_Shift, down && press.shift);
    if (key != known.end()) io.AddKeyEvent(key->second, down);
#endif
}

} // namespace

Gui::Gui(Draw draw, float width, float height, float scale)
    : draw_(std::move(draw)), fonts_(fonts_of(scale)), context_(ImGui::CreateContext(fonts_.atlas())) {
    ImGui::SetCurrentContext(context_);
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.DisplaySize = {width, height};
    io.BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;
#if IMGUI_VERSION_NUM < 18700
    for (int key = 0; key < ImGuiKey_COUNT; ++key)
        io.KeyMap[key] = key;
#else
    io.ConfigInputTrickleEventQueue = false;
#endif
    frame(2);
}

Gui::~Gui() {
    ImGui::DestroyContext(context_);
}

void Gui::frame(int count) {
    ImGui::SetCurrentContext(context_);
    while (count-- > 0) {
        ImGuiIO& io = ImGui::GetIO();
        io.DeltaTime = 1 / 60.F;
        ImGui::NewFrame();
        ui::begin(ui, fonts_, io.DisplaySize.x, io.DisplaySize.y, std::exchange(keys_, {}));
        draw_(ui);
        ui::end(ui);
        ImGui::Render();
    }
}

void Gui::mouse(ui::Point at, bool down) {
    ImGui::SetCurrentContext(context_);
    ImGuiIO& io = ImGui::GetIO();
    const ImVec2 pixels{at.x * ui.scale, at.y * ui.scale};
#if IMGUI_VERSION_NUM < 18700
    io.MousePos = pixels;
    io.MouseDown[0] = down;
#else
    io.AddMousePosEvent(pixels.x, pixels.y);
    io.AddMouseButtonEvent(0, down);
#endif
    frame();
}

void Gui::click_at(ui::Point at) {
    mouse(at);
    mouse(at, true);
    mouse(at);
    frame();
}

void Gui::click(std::string_view what) {
    click_at(find(what).rect.centre());
}

void Gui::hover(std::string_view what) {
    mouse(find(what).rect.centre());
    frame();
}

void Gui::drag(ui::Point from, ui::Point to) {
    mouse(from);
    mouse(from, true);
    mouse({(from.x + to.x) / 2, (from.y + to.y) / 2}, true);
    mouse(to, true);
    mouse(to);
    frame();
}

void Gui::wheel(std::string_view what, float notches) {
    mouse(find(what).rect.centre());
#if IMGUI_VERSION_NUM < 18700
    ImGui::GetIO().MouseWheel = notches;
#else
    ImGui::GetIO().AddMouseWheelEvent(0, notches);
#endif
    frame(2);
}

void Gui::press(ui::KeyPress key) {
    ImGui::SetCurrentContext(context_);
    keys_.push_back(key);
    feed(key, true);
    frame();
    feed(key, false);
    frame();
}

void Gui::hold(ui::Key key, int frames) {
    ImGui::SetCurrentContext(context_);
    keys_.push_back({key});
    feed({key}, true);
    frame(frames);
    feed({key}, false);
    frame();
}

void Gui::press(ui::Key key) {
    press(ui::KeyPress{key});
}

void Gui::type(std::string_view words) {
    ImGui::SetCurrentContext(context_);
    for (std::size_t at = 0; at < words.size();) {
        const auto lead = static_cast<unsigned char>(words[at]);
        const std::size_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
        const std::string character(words.substr(at, size));
        ImGui::GetIO().AddInputCharactersUTF8(character.c_str());
        const auto key = size == 1 ? ui::key_of(lead) : ui::Key::none;
        if (key != ui::Key::none) keys_.push_back({key});
        frame();
        at += size;
    }
    frame();
}

ui::Seen Gui::find(std::string_view what) const {
    const auto all = ui::seen(ui);
    const auto last = [&](auto fits) -> const ui::Seen* {
        const ui::Seen* found = nullptr;
        for (const auto& one : all)
            if (fits(one)) found = &one;
        return found;
    };
    using ui::Seen;
    if (const auto* one = last([&](const Seen& seen) { return seen.id == what; })) return *one;
    if (const auto* one =
            last([&](const Seen& seen) { return seen.text == what && seen.kind != ui::SeenKind::text; }))
        return *one;
    if (const auto* one = last([&](const Seen& seen) { return seen.text == what; })) return *one;
    if (const auto* one =
            last([&](const Seen& seen) { return seen.text.find(what) != std::string_view::npos; }))
        return *one;
    throw std::runtime_error("not on screen: " + std::string(what) + "\n" + screen());
}

bool Gui::sees(std::string_view what) const {
    for (const auto& one : ui::seen(ui))
        if (one.id == what || one.text.find(what) != std::string_view::npos) return true;
    return false;
}

std::vector<std::string> Gui::texts() const {
    std::vector<std::string> all;
    for (const auto& one : ui::seen(ui))
        if (!one.text.empty()) all.emplace_back(one.text);
    return all;
}

std::string Gui::screen() const {
    std::string lines = "--- on screen ---\n" + ui::seen_as_text(ui) + "--- ids ---\n";
    for (const auto& one : ui::seen(ui))
        if (!one.id.empty()) lines += std::string(one.id) + "  ";
    return lines + "\n";
}

int Gui::vertices() const {
    ImGui::SetCurrentContext(context_);
    return ImGui::GetDrawData()->TotalVtxCount;
}

void Gui::resize(float width, float height) {
    ImGui::SetCurrentContext(context_);
    ImGui::GetIO().DisplaySize = {width, height};
    frame(2);
}
