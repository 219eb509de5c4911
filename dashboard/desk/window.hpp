// The window on the screen: GLFW and OpenGL, their start and their failures, and a loop that sleeps until
// there is something to draw. All of it belongs to the UI thread, but for `wake`.
#pragma once

#include "dashboard/desk/keys.hpp"
#include "dashboard/panels/ui/ui.hpp"
#include "messaging/vocabulary/problem.hpp"

#include <array>
#include <functional>
#include <memory>
#include <string>
#include <vector>

struct GLFWwindow;
struct ImGuiContext;

namespace regiekamer::desk {

/// GLFW while it lives; one a program. Make it before any window, destroy it after the last.
class Screen {
public:
    /// Fails with a Dutch sentence in `found`: where is "DISPLAY" when there is no screen to show a window
    /// on.
    static Result<std::unique_ptr<Screen>> open();
    ~Screen();
    Screen(const Screen&) = delete;
    Screen& operator=(const Screen&) = delete;
    Screen(Screen&&) = delete;
    Screen& operator=(Screen&&) = delete;

    /// Sleeps until input, `wake`, or the time is over; 0 or less only looks. Handles what came in.
    static void wait(double seconds);
    /// Ends a `wait`; from any thread, while a Screen lives.
    static void wake();

private:
    Screen() = default;
};

/// What a window is to be.
struct WindowWish {
    std::string title = "Regiekamer";
    std::string name = "regiekamer"; ///< WM_CLASS and instance; equal to StartupWMClass
    std::string icon_png;            ///< a file; none or unreadable: the desktop's own icon
    int width = 1600, height = 900;
    bool maximised = true;
};

/// One window with its own OpenGL and ImGui context and its own Ui. Later windows share the first one's
/// textures.
class Window {
public:
    /// Fails with a Dutch sentence in `found`: where is "OpenGL" when OpenGL 3.3 is missing (software
    /// rendering has then been tried too). `fonts` must be built and outlive the window.
    static Result<std::unique_ptr<Window>> open(const WindowWish& wish, const ui::Fonts& fonts,
                                                const Window* share = nullptr);
    ~Window();
    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;
    Window(Window&&) = delete;
    Window& operator=(Window&&) = delete;

    /// Whether something came in that a frame must show: after input a few frames, and as long as keys wait.
    [[nodiscard]] bool wants_frame() const;
    /// Draws one frame between `ui::begin` and `ui::end` and shows it. Does nothing while minimised.
    void frame(const std::function<void(ui::Ui&)>& draw);
    /// Asks for frames: a message was folded, a second passed.
    void redraw(int frames = 1);
    /// After `Fonts::build`: between frames only.
    void renew_fonts();

    /// Of what is drawn, in pixels; 0 × 0 while minimised.
    [[nodiscard]] std::pair<int, int> size() const;
    [[nodiscard]] bool closing() const;
    void keep_open(); ///< the user wanted to close, but must answer first
    void title(const std::string& words);
    /// Fills the monitor with this number (0 is the first) without border; false when there is none.
    bool fill_monitor(int number);
    /// Back to a window with a border.
    void leave_monitor();
    [[nodiscard]] bool fills_monitor() const { return filling_; }
    static int monitors();
    /// Its OpenGL context becomes the thread's, or no longer is: another way of drawing may take its turn.
    void make_current() const;
    static void let_go();
    [[nodiscard]] std::string clipboard() const;
    void clipboard(const std::string& words);

    ui::Ui ui; ///< its palette may be set between frames

private:
    Window(GLFWwindow* window, const ui::Fonts& fonts);
    void listen();
    std::vector<ui::KeyPress> feed_keys();
    void take_button(int button, bool down);
    static Window& of(GLFWwindow* window);

    GLFWwindow* window_;
    const ui::Fonts& fonts_;
    ImGuiContext* context_ = nullptr;
    void* texture_ = nullptr; ///< this window's own copy of the letters; the atlas knows only the last one's
    KeyQueue keys_;
    std::array<bool, 3> buttons_{}; ///< of the mouse, as the frames have been told
    int frames_wanted_ = 3;
    bool filling_ = false, started_ = false;
    int before_x_ = 0, before_y_ = 0, before_width_ = 0, before_height_ = 0;
};

} // namespace regiekamer::desk
