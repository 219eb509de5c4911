// GLFW's callbacks, the renderer's start and end, and the ways in which there can be no window.
#include "dashboard/desk/window.hpp"

#define GLFW_INCLUDE_NONE
#include <GL/gl.h>
#include <GLFW/glfw3.h>
#include <algorithm>
#include <backends/imgui_impl_glfw.h>
#include <backends/imgui_impl_opengl3.h>
#include <cstdlib>
#include <imgui.h>
#include <imgui_internal.h>
#include <stb/stb_image.h>

namespace regiekamer::desk {

namespace {

/// After input some things show only a frame later (hover, focus, a dialog).
constexpr int frames_after_input = 3;

std::string last_error() {
    const char* words = nullptr;
    const int code = glfwGetError(&words);
    return std::to_string(code) + (words ? std::string(" ") + words : std::string());
}

bool start_glfw() {
#ifdef GLFW_PLATFORM // 3.4 could choose Wayland, where a window has neither icon nor place
    glfwInitHint(GLFW_PLATFORM, GLFW_PLATFORM_X11);
#endif
    return glfwInit() == GLFW_TRUE;
}

GLFWwindow* create(const WindowWish& wish, GLFWwindow* share) {
    glfwDefaultWindowHints();
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
    glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
    glfwWindowHint(GLFW_MAXIMIZED, wish.maximised ? GLFW_TRUE : GLFW_FALSE);
    if (share != nullptr) { // the wall is looked at: the keyboard stays with the desk
        glfwWindowHint(GLFW_FOCUSED, GLFW_FALSE);
        glfwWindowHint(GLFW_FOCUS_ON_SHOW, GLFW_FALSE);
    }
    glfwWindowHintString(GLFW_X11_CLASS_NAME, wish.name.c_str());
    glfwWindowHintString(GLFW_X11_INSTANCE_NAME, wish.name.c_str());
    int width = wish.width, height = wish.height;
    if (GLFWmonitor* monitor =
            glfwGetPrimaryMonitor()) { // no larger than the desktop, with or without a window manager
        int x = 0, y = 0, most_width = width, most_height = height;
        glfwGetMonitorWorkarea(monitor, &x, &y, &most_width, &most_height);
        if (most_width > 0 && most_height > 0)
            width = std::min(width, most_width), height = std::min(height, most_height);
    }
    return glfwCreateWindow(width, height, wish.title.c_str(), nullptr, share);
}

void set_icon(GLFWwindow* window, const std::string& file) {
    if (file.empty()) return;
    GLFWimage image{};
    image.pixels = stbi_load(file.c_str(), &image.width, &image.height, nullptr, 4);
    if (!image.pixels) return;
    glfwSetWindowIcon(window, 1, &image);
    stbi_image_free(image.pixels);
}

/// The first character of what a key prints in the user's layout.
std::uint32_t printed_by(int key, int scancode) {
    const char* name = glfwGetKeyName(key, scancode);
    if (!name || !name[0] || name[1]) return 0; // shortcuts are ASCII; "é" is none
    return static_cast<unsigned char>(name[0]);
}

} // namespace

Result<std::unique_ptr<Screen>> Screen::open() {
    if (!start_glfw())
        return refuse("DISPLAY", "there is no screen to show the window on (GLFW " + last_error() + ")",
                      "a desktop: an X11 display in DISPLAY, or use --screenshot");
    return std::unique_ptr<Screen>(new Screen);
}

Screen::~Screen() {
    glfwTerminate();
}

void Screen::wait(double seconds) {
    if (seconds > 0)
        glfwWaitEventsTimeout(seconds);
    else
        glfwPollEvents();
}

void Screen::wake() {
    glfwPostEmptyEvent();
}

Result<std::unique_ptr<Window>> Window::open(const WindowWish& wish, const ui::Fonts& fonts,
                                             const Window* share) {
    GLFWwindow* window = create(wish, share ? share->window_ : nullptr);
    if (!window && !share && !std::getenv("LIBGL_ALWAYS_SOFTWARE")) {
        // A broken driver: Mesa's software renderer may still do. It reads the variable when it is loaded.
        setenv("LIBGL_ALWAYS_SOFTWARE", "1", 1);
        glfwTerminate();
        if (start_glfw()) window = create(wish, nullptr);
    }
    if (!window)
        return refuse("OpenGL", "no window can be opened (GLFW " + last_error() + ")",
                      "OpenGL 3.3: package libgl1-mesa-dri, or the driver of the video card");
    set_icon(window, wish.icon_png);
    std::unique_ptr<Window> opened(new Window(window, fonts));
    if (!opened->started_) return refuse("OpenGL", "ImGui's renderer did not start", "OpenGL 3.3");
    return opened;
}

Window::Window(GLFWwindow* window, const ui::Fonts& fonts)
    : window_(window), fonts_(fonts), context_(ImGui::CreateContext(fonts.atlas())) {
    make_current();
    glfwSwapInterval(1);
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
#if IMGUI_VERSION_NUM >= 18700
    io.ConfigInputTrickleEventQueue = false; // KeyQueue has spread the input over frames already
#endif
    started_ = ImGui_ImplGlfw_InitForOpenGL(window_, false) && ImGui_ImplOpenGL3_Init("#version 330 core");
    glfwSetWindowUserPointer(window_, this);
    listen();
}

Window::~Window() {
    make_current();
    if (started_) ImGui_ImplOpenGL3_Shutdown();
    if (started_) ImGui_ImplGlfw_Shutdown();
    ImGui::DestroyContext(context_);
    glfwDestroyWindow(window_);
}

void Window::make_current() const {
    glfwMakeContextCurrent(window_);
    ImGui::SetCurrentContext(context_);
}

void Window::let_go() {
    glfwMakeContextCurrent(nullptr);
}

Window& Window::of(GLFWwindow* window) {
    auto& self = *static_cast<Window*>(glfwGetWindowUserPointer(window));
    ImGui::SetCurrentContext(self.context_);
    self.redraw(frames_after_input);
    return self;
}

void Window::listen() {
    glfwSetKeyCallback(window_, [](GLFWwindow* window, int key, int scancode, int action, int mods) {
        KeyEvent event{KeyEvent::Kind::key, key, scancode, action, mods, 0, printed_by(key, scancode)};
        of(window).keys_.push(event);
    });
    glfwSetCharCallback(window_, [](GLFWwindow* window, unsigned character) {
        of(window).keys_.push({KeyEvent::Kind::character, 0, 0, 0, 0, character, 0});
    });
    glfwSetMouseButtonCallback(window_, [](GLFWwindow* window, int button, int action, int mods) {
        of(window).keys_.push({KeyEvent::Kind::button, button, 0, action, mods, 0, 0});
    });
    glfwSetScrollCallback(window_, [](GLFWwindow* window, double x, double y) {
        of(window);
        ImGui_ImplGlfw_ScrollCallback(window, x, y);
    });
    glfwSetCursorPosCallback(window_,
                             [](GLFWwindow* window, [[maybe_unused]] double x, [[maybe_unused]] double y) {
                                 of(window);
#if IMGUI_VERSION_NUM >= 18700
                                 ImGui_ImplGlfw_CursorPosCallback(window, x, y);
#endif
                             });
    glfwSetCursorEnterCallback(window_, [](GLFWwindow* window, int entered) {
        of(window);
        ImGui_ImplGlfw_CursorEnterCallback(window, entered);
    });
    glfwSetWindowFocusCallback(window_, [](GLFWwindow* window, int focused) {
        of(window);
        ImGui_ImplGlfw_WindowFocusCallback(window, focused);
    });
    glfwSetWindowRefreshCallback(window_, [](GLFWwindow* window) { of(window); });
    glfwSetFramebufferSizeCallback(window_, [](GLFWwindow* window, int, int) { of(window); });
    glfwSetWindowCloseCallback(window_, [](GLFWwindow* window) { of(window); });
}

std::vector<ui::KeyPress> Window::feed_keys() {
    std::vector<ui::KeyPress> presses;
    for (const KeyEvent& event : keys_.next_frame(ui::settling(ui))) {
        if (const ui::KeyPress press = press_of(event); press.key != ui::Key::none) presses.push_back(press);
        if (event.kind == KeyEvent::Kind::button) take_button(event.key, event.action != GLFW_RELEASE);
        if (!is_for_imgui(event)) continue;
        if (event.kind == KeyEvent::Kind::character)
            ImGui_ImplGlfw_CharCallback(window_, event.character);
        else
            ImGui_ImplGlfw_KeyCallback(window_, event.key, event.scancode, event.action, event.mods);
    }
    return presses;
}

void Window::take_button(int button, bool down) {
    if (button < 0 || button >= static_cast<int>(buttons_.size())) return;
    buttons_[static_cast<std::size_t>(button)] = down;
#if IMGUI_VERSION_NUM >= 18700
    ImGui::GetIO().AddMouseButtonEvent(button, down);
#endif
}

bool Window::wants_frame() const {
    return frames_wanted_ > 0 || !keys_.empty();
}

void Window::redraw(int frames) {
    frames_wanted_ = std::max(frames_wanted_, frames);
}

void Window::frame(const std::function<void(ui::Ui&)>& draw) {
    const auto [width, height] = size();
    if (frames_wanted_ > 0) --frames_wanted_;
    if (width < 1 || height < 1) return;
    make_current();
    auto presses = feed_keys();
    if (texture_) fonts_.atlas()->SetTexID(texture_);
    ImGui_ImplOpenGL3_NewFrame(); // makes the texture at the first frame
    texture_ = fonts_.atlas()->TexID;
    ImGui_ImplGlfw_NewFrame();
#if IMGUI_VERSION_NUM < 18700
    // the backend looks at the buttons as they are by now
    std::copy(buttons_.begin(), buttons_.end(), std::begin(ImGui::GetIO().MouseDown));
#endif
    ImGui::NewFrame();
    ui::begin(ui, fonts_, static_cast<float>(width), static_cast<float>(height), std::move(presses));
    draw(ui);
    ui::end(ui);
    ImGui::Render();
    if (ui::wants_another_frame(ui)) redraw(1);
    glViewport(0, 0, width, height);
    glClear(GL_COLOR_BUFFER_BIT);
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
    glfwSwapBuffers(window_);
}

void Window::renew_fonts() {
    make_current();
    ImGui_ImplOpenGL3_DestroyFontsTexture();
    ImGui_ImplOpenGL3_CreateFontsTexture();
    texture_ = fonts_.atlas()->TexID;
    redraw(frames_after_input);
}

std::pair<int, int> Window::size() const {
    int width = 0, height = 0;
    glfwGetFramebufferSize(window_, &width, &height);
    return {width, height};
}

bool Window::closing() const {
    return glfwWindowShouldClose(window_) != 0;
}
void Window::keep_open() {
    glfwSetWindowShouldClose(window_, GLFW_FALSE);
}
void Window::title(const std::string& words) {
    glfwSetWindowTitle(window_, words.c_str());
}

int Window::monitors() {
    int count = 0;
    glfwGetMonitors(&count);
    return count;
}

bool Window::fill_monitor(int number) {
    int count = 0;
    GLFWmonitor** all = glfwGetMonitors(&count);
    if (number < 0 || number >= count) return false;
    if (!filling_) {
        glfwGetWindowPos(window_, &before_x_, &before_y_);
        glfwGetWindowSize(window_, &before_width_, &before_height_);
    }
    const GLFWvidmode* mode = glfwGetVideoMode(all[number]);
    if (!mode) return false;
    glfwSetWindowMonitor(window_, all[number], 0, 0, mode->width, mode->height, mode->refreshRate);
    filling_ = true;
    redraw(frames_after_input);
    return true;
}

void Window::leave_monitor() {
    if (!filling_) return;
    glfwSetWindowMonitor(window_, nullptr, before_x_, before_y_, before_width_, before_height_,
                         GLFW_DONT_CARE);
    filling_ = false;
    redraw(frames_after_input);
}

std::string Window::clipboard() const {
    const char* words = glfwGetClipboardString(window_);
    return words ? words : "";
}

void Window::clipboard(const std::string& words) {
    glfwSetClipboardString(window_, words.c_str());
}

} // namespace regiekamer::desk
