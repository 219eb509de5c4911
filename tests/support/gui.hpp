// Drives panels without window or GL, as a user would: by what is written on screen. One source for
// ImGui 1.86 and 1.90. A frame takes well under a millisecond; the fonts of a scale are baked once a program.
#pragma once

#include "dashboard/panels/ui/ui.hpp"

#include <functional>
#include <imgui.h>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// One headless window. `draw` is called each frame between `begin` and `end`.
///     Gui gui([&](ui::Ui& ui) { intents = draw_attendance(ui, scene); });
///     gui.click("Bevestigd"); gui.press(Key::f5); CHECK(gui.sees("Geen open alarmen"));
class Gui {
public:
    using Draw = std::function<void(regiekamer::ui::Ui&)>;

    explicit Gui(Draw draw, float width = 1920, float height = 1080, float scale = 1)
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
    ~Gui() {
        ImGui::DestroyContext(context_);
    }
    Gui(const Gui&) = delete;
    Gui& operator=(const Gui&) = delete;
    Gui(Gui&&) = delete;
    Gui& operator=(Gui&&) = delete;

    regiekamer::ui::Ui ui; ///< set `ui.palette` here; the record of the last frame is in it

    void frame(int count = 1) {
        ImGui::SetCurrentContext(context_);
        while (count-- > 0) {
            ImGuiIO& io = ImGui::GetIO();
            io.DeltaTime = 1 / 60.F;
            ImGui::NewFrame();
            regiekamer::ui::begin(ui, fonts_, io.DisplaySize.x, io.DisplaySize.y, std::exchange(keys_, {}));
            draw_(ui);
            regiekamer::ui::end(ui);
            ImGui::Render();
        }
    }

    /// Moves the mouse to a place (logical pixels), with or without the button down, and draws a frame.
    void mouse(regiekamer::ui::Point at, bool down = false) {
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
    void click_at(regiekamer::ui::Point at) {
        mouse(at);
        mouse(at, true);
        mouse(at);
        frame();
    }
    void click(std::string_view what) {
        click_at(find(what).rect.centre());
    }
    void hover(std::string_view what) {
        mouse(find(what).rect.centre());
        frame();
    }
    void drag(regiekamer::ui::Point from, regiekamer::ui::Point to) {
        mouse(from);
        mouse(from, true);
        mouse({(from.x + to.x) / 2, (from.y + to.y) / 2}, true);
        mouse(to, true);
        mouse(to);
        frame();
    }
    /// Turns the wheel over something; up is positive.
    void wheel(std::string_view what, float notches) {
        mouse(find(what).rect.centre());
#if IMGUI_VERSION_NUM < 18700
        ImGui::GetIO().MouseWheel = notches;
#else
        ImGui::GetIO().AddMouseWheelEvent(0, notches);
#endif
        frame(2);
    }

    void press(regiekamer::ui::KeyPress key) {
        ImGui::SetCurrentContext(context_);
        keys_.push_back(key);
        feed(key, true);
        frame();
        feed(key, false);
        frame();
    }
    void press(regiekamer::ui::Key key) {
        press(regiekamer::ui::KeyPress{key});
    }
    /// Types UTF-8 into the field that has the keyboard. Letters typed are presses too: without a field they
    /// are shortcuts, as on a real keyboard.
    void type(std::string_view words) {
        ImGui::SetCurrentContext(context_);
        for (std::size_t at = 0; at < words.size();) {
            const auto lead = static_cast<unsigned char>(words[at]);
            const std::size_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
            const std::string character(words.substr(at, size));
            ImGui::GetIO().AddInputCharactersUTF8(character.c_str());
            const auto key = size == 1 ? regiekamer::ui::key_of(lead) : regiekamer::ui::Key::none;
            if (key != regiekamer::ui::Key::none) keys_.push_back({key});
            frame();
            at += size;
        }
        frame();
    }

    /// What is on screen with this id, this text, or a text that holds it; the one drawn last when there are
    /// more. Throws with a print of the screen when there is none.
    [[nodiscard]] regiekamer::ui::Seen find(std::string_view what) const {
        const auto all = regiekamer::ui::seen(ui);
        const auto last = [&](auto fits) -> const regiekamer::ui::Seen* {
            const regiekamer::ui::Seen* found = nullptr;
            for (const auto& one : all)
                if (fits(one)) found = &one;
            return found;
        };
        using regiekamer::ui::Seen;
        if (const auto* one = last([&](const Seen& seen) { return seen.id == what; })) return *one;
        if (const auto* one = last([&](const Seen& seen) {
                return seen.text == what && seen.kind != regiekamer::ui::SeenKind::text;
            }))
            return *one;
        if (const auto* one = last([&](const Seen& seen) { return seen.text == what; })) return *one;
        if (const auto* one =
                last([&](const Seen& seen) { return seen.text.find(what) != std::string_view::npos; }))
            return *one;
        throw std::runtime_error("not on screen: " + std::string(what) + "\n" + screen());
    }
    [[nodiscard]] bool sees(std::string_view what) const {
        for (const auto& one : regiekamer::ui::seen(ui))
            if (one.id == what || one.text.find(what) != std::string_view::npos) return true;
        return false;
    }
    /// All texts of the last frame, in drawing order.
    [[nodiscard]] std::vector<std::string> texts() const {
        std::vector<std::string> all;
        for (const auto& one : regiekamer::ui::seen(ui))
            if (!one.text.empty()) all.emplace_back(one.text);
        return all;
    }
    /// What is on screen as lines, with the ids of what can be pressed; for failure messages
    /// (INFO(gui.screen())).
    [[nodiscard]] std::string screen() const {
        std::string lines = "--- on screen ---\n" + regiekamer::ui::seen_as_text(ui) + "--- ids ---\n";
        for (const auto& one : regiekamer::ui::seen(ui))
            if (!one.id.empty()) lines += std::string(one.id) + "  ";
        return lines + "\n";
    }
    /// Corners in the last frame; a screen may have 20,000.
    [[nodiscard]] int vertices() const {
        ImGui::SetCurrentContext(context_);
        return ImGui::GetDrawData()->TotalVtxCount;
    }
    /// Resizes the window (pixels).
    void resize(float width, float height) {
        ImGui::SetCurrentContext(context_);
        ImGui::GetIO().DisplaySize = {width, height};
        frame(2);
    }
    [[nodiscard]] const regiekamer::ui::Fonts& fonts() const {
        return fonts_;
    }

private:
    static const regiekamer::ui::Fonts& fonts_of(float scale) {
        static std::map<float, std::unique_ptr<regiekamer::ui::Fonts>> baked;
        auto& fonts = baked[scale];
        if (!fonts) {
            fonts = std::make_unique<regiekamer::ui::Fonts>();
            fonts->build(scale);
        }
        return *fonts;
    }

    /// The keys a text field of ImGui itself answers to.
    static void feed(regiekamer::ui::KeyPress press, bool down) {
        using regiekamer::ui::Key;
        static const std::map<Key, ImGuiKey> known{{Key::left, ImGuiKey_LeftArrow},
                                                   {Key::right, ImGuiKey_RightArrow},
                                                   {Key::up, ImGuiKey_UpArrow},
                                                   {Key::down, ImGuiKey_DownArrow},
                                                   {Key::home, ImGuiKey_Home},
                                                   {Key::end, ImGuiKey_End},
                                                   {Key::del, ImGuiKey_Delete},
                                                   {Key::backspace, ImGuiKey_Backspace},
                                                   {Key::enter, ImGuiKey_Enter},
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

    Draw draw_;
    const regiekamer::ui::Fonts& fonts_;
    ImGuiContext* context_;
    std::vector<regiekamer::ui::KeyPress> keys_;
};
