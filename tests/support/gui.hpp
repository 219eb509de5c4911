// Drives panels without window or GL, as a user would: by what is written on screen. One source for
// ImGui 1.86 and 1.90. A frame takes well under a millisecond; the fonts of a scale are baked once a program.
#pragma once

#include "dashboard/panels/ui/ui.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

struct ImGuiContext;

/// One headless window. `draw` is called each frame between `begin` and `end`.
///     Gui gui([&](ui::Ui& ui) { intents = draw_attendance(ui, scene); });
///     gui.click("Bevestigd"); gui.press(Key::f5); CHECK(gui.sees("Geen open alarmen"));
class Gui {
public:
    using Draw = std::function<void(regiekamer::ui::Ui&)>;

    explicit Gui(Draw draw, float width = 1920, float height = 1080, float scale = 1);
    ~Gui();
    Gui(const Gui&) = delete;
    Gui& operator=(const Gui&) = delete;
    Gui(Gui&&) = delete;
    Gui& operator=(Gui&&) = delete;

    regiekamer::ui::Ui ui; ///< set `ui.palette` here; the record of the last frame is in it

    void frame(int count = 1);

    /// Moves the mouse to a place (logical pixels), with or without the button down, and draws a frame.
    void mouse(regiekamer::ui::Point at, bool down = false);
    void click_at(regiekamer::ui::Point at);
    void click(std::string_view what);
    void hover(std::string_view what);
    void drag(regiekamer::ui::Point from, regiekamer::ui::Point to);
    /// Turns the wheel over something; up is positive.
    void wheel(std::string_view what, float notches);

    void press(regiekamer::ui::KeyPress key);
    void press(regiekamer::ui::Key key);
    /// The key stays down for so many frames, as it does where a frame takes long.
    void hold(regiekamer::ui::Key key, int frames);
    /// Types UTF-8 into the field that has the keyboard. Letters typed are presses too: without a field they
    /// are shortcuts, as on a real keyboard.
    void type(std::string_view words);

    /// What is on screen with this id, this text, or a text that holds it; the one drawn last when there are
    /// more. Throws with a print of the screen when there is none.
    [[nodiscard]] regiekamer::ui::Seen find(std::string_view what) const;
    [[nodiscard]] bool sees(std::string_view what) const;
    /// All texts of the last frame, in drawing order.
    [[nodiscard]] std::vector<std::string> texts() const;
    /// What is on screen as lines, with the ids of what can be pressed; for failure messages
    /// (INFO(gui.screen())).
    [[nodiscard]] std::string screen() const;
    /// Corners in the last frame; a screen may have 20,000.
    [[nodiscard]] int vertices() const;
    /// Resizes the window (pixels).
    void resize(float width, float height);
    [[nodiscard]] const regiekamer::ui::Fonts& fonts() const { return fonts_; }

private:
    Draw draw_;
    const regiekamer::ui::Fonts& fonts_;
    ImGuiContext* context_;
    std::vector<regiekamer::ui::KeyPress> keys_;
};
