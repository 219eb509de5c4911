// EGL, the frame buffer and the PNG file; each closes itself.
#define GL_GLEXT_PROTOTYPES // libOpenGL exports these; no loader needed
#include "dashboard/desk/offscreen.hpp"

#include "dashboard/desk/written_file.hpp"

#include <EGL/egl.h>
#include <EGL/eglext.h>
#include <GL/gl.h>
#include <GL/glext.h>
#include <algorithm>
#include <array>
#include <backends/imgui_impl_opengl3.h>
#include <fstream>
#include <imgui.h>
#include <stb/stb_image_write.h>

namespace regiekamer::desk {

namespace {

/// An OpenGL 3.3 context without window or surface, current while it lives.
class Egl {
public:
    Egl() {
        const auto get_display =
            reinterpret_cast<PFNEGLGETPLATFORMDISPLAYEXTPROC>(eglGetProcAddress("eglGetPlatformDisplayEXT"));
        if (get_display) display_ = get_display(EGL_PLATFORM_SURFACELESS_MESA, EGL_DEFAULT_DISPLAY, nullptr);
        if (display_ == EGL_NO_DISPLAY) return;
        if (!eglInitialize(display_, nullptr, nullptr) || !eglBindAPI(EGL_OPENGL_API)) return;
        const std::array<EGLint, 3> wanted{EGL_RENDERABLE_TYPE, EGL_OPENGL_BIT, EGL_NONE};
        EGLConfig config = nullptr;
        EGLint count = 0;
        eglChooseConfig(display_, wanted.data(), &config, 1, &count);
        const std::array<EGLint, 7> version{EGL_CONTEXT_MAJOR_VERSION,
                                            3,
                                            EGL_CONTEXT_MINOR_VERSION,
                                            3,
                                            EGL_CONTEXT_OPENGL_PROFILE_MASK,
                                            EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT,
                                            EGL_NONE};
        context_ = eglCreateContext(display_, count > 0 ? config : nullptr, EGL_NO_CONTEXT, version.data());
        if (context_ == EGL_NO_CONTEXT) return;
        works_ = eglMakeCurrent(display_, EGL_NO_SURFACE, EGL_NO_SURFACE, context_) == EGL_TRUE;
    }
    ~Egl() {
        if (display_ == EGL_NO_DISPLAY) return;
        eglMakeCurrent(display_, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
        if (context_ != EGL_NO_CONTEXT) eglDestroyContext(display_, context_);
        eglTerminate(display_);
    }
    Egl(const Egl&) = delete;
    Egl& operator=(const Egl&) = delete;
    Egl(Egl&&) = delete;
    Egl& operator=(Egl&&) = delete;

    [[nodiscard]] bool works() const { return works_; }

private:
    EGLDisplay display_ = EGL_NO_DISPLAY;
    EGLContext context_ = EGL_NO_CONTEXT;
    bool works_ = false;
};

/// A texture to draw into, bound while it lives.
class Target {
public:
    Target(int width, int height) : width_(width), height_(height) {
        glGenTextures(1, &texture_);
        glBindTexture(GL_TEXTURE_2D, texture_);
        glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, width, height, 0, GL_RGBA, GL_UNSIGNED_BYTE, nullptr);
        glGenFramebuffers(1, &buffer_);
        glBindFramebuffer(GL_FRAMEBUFFER, buffer_);
        glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, texture_, 0);
    }
    ~Target() {
        glDeleteFramebuffers(1, &buffer_);
        glDeleteTextures(1, &texture_);
    }
    Target(const Target&) = delete;
    Target& operator=(const Target&) = delete;
    Target(Target&&) = delete;
    Target& operator=(Target&&) = delete;

    [[nodiscard]] bool works() const {
        return glCheckFramebufferStatus(GL_FRAMEBUFFER) == GL_FRAMEBUFFER_COMPLETE;
    }

    [[nodiscard]] Picture read() const {
        Picture picture{width_, height_, {}};
        const auto row = static_cast<std::size_t>(width_) * 4;
        picture.rgba.resize(row * static_cast<std::size_t>(height_));
        glPixelStorei(GL_PACK_ALIGNMENT, 1);
        glReadPixels(0, 0, width_, height_, GL_RGBA, GL_UNSIGNED_BYTE, picture.rgba.data());
        for (std::size_t top = 0, bottom = static_cast<std::size_t>(height_) - 1; top < bottom;
             ++top, --bottom)
            std::swap_ranges(picture.rgba.begin() + static_cast<std::ptrdiff_t>(top * row),
                             picture.rgba.begin() + static_cast<std::ptrdiff_t>((top + 1) * row),
                             picture.rgba.begin() + static_cast<std::ptrdiff_t>(bottom * row));
        for (std::size_t alpha = 3; alpha < picture.rgba.size(); alpha += 4)
            picture.rgba[alpha] = 255;
        return picture;
    }

private:
    int width_, height_;
    GLuint texture_ = 0, buffer_ = 0;
};

/// An ImGui context with its renderer; restores the context that was current before.
class Gui {
public:
    Gui(const ui::Fonts& fonts, int width, int height)
        : before_(ImGui::GetCurrentContext()), context_(ImGui::CreateContext(fonts.atlas())) {
        ImGui::SetCurrentContext(context_);
        ImGuiIO& io = ImGui::GetIO();
        io.IniFilename = nullptr;
        io.DisplaySize = {static_cast<float>(width), static_cast<float>(height)};
        works_ = ImGui_ImplOpenGL3_Init("#version 330 core");
    }
    ~Gui() {
        if (works_) ImGui_ImplOpenGL3_Shutdown();
        ImGui::DestroyContext(context_);
        ImGui::SetCurrentContext(before_);
    }
    Gui(const Gui&) = delete;
    Gui& operator=(const Gui&) = delete;
    Gui(Gui&&) = delete;
    Gui& operator=(Gui&&) = delete;

    [[nodiscard]] bool works() const { return works_; }

private:
    ImGuiContext* before_;
    ImGuiContext* context_;
    bool works_ = false;
};

void draw_frame(int width, int height, const ui::Fonts& fonts, ui::Ui& ui, const DrawFrame& draw) {
    ImGui::GetIO().DeltaTime = 1 / 60.F;
    ImGui_ImplOpenGL3_NewFrame();
    ImGui::NewFrame();
    ui::begin(ui, fonts, static_cast<float>(width), static_cast<float>(height), {});
    draw(ui);
    ui::end(ui);
    ImGui::Render();
    glViewport(0, 0, width, height);
    glClearColor(0, 0, 0, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
}

} // namespace

Result<Picture> render(int width, int height, const ui::Fonts& fonts, ui::Ui& ui, const DrawFrame& draw) {
    constexpr int most = 8192;
    if (width < 1 || height < 1 || width > most || height > most)
        return refuse("size", std::to_string(width) + "x" + std::to_string(height), "1x1 to 8192x8192");
    const Egl egl;
    if (!egl.works())
        return refuse("EGL", "no way to draw without a screen",
                      "EGL_PLATFORM_SURFACELESS_MESA with OpenGL 3.3; package libgl1-mesa-dri");
    const Target target(width, height);
    if (!target.works()) return refuse("EGL", "no complete frame buffer", "an RGBA8 texture to draw into");
    const Gui gui(fonts, width, height);
    if (!gui.works()) return refuse("OpenGL", "ImGui's renderer did not start", "OpenGL 3.3");
    for (int frame = 0; frame < 3; ++frame)
        draw_frame(width, height, fonts, ui, draw);
    return target.read();
}

Result<void> render_png(const std::string& file, int width, int height, const ui::Fonts& fonts, ui::Ui& ui,
                        const DrawFrame& draw) {
    const auto picture = render(width, height, fonts, ui, draw);
    if (!picture) return tl::unexpected(picture.error());
    std::string png;
    const auto add = [](void* to, void* bytes, int count) {
        static_cast<std::string*>(to)->append(static_cast<const char*>(bytes),
                                              static_cast<std::size_t>(count));
    };
    if (stbi_write_png_to_func(add, &png, width, height, 4, picture->rgba.data(), width * 4) == 0)
        return refuse(file, "no memory for the picture", "a smaller size");
    if (const auto written = write_file(file, png); !written) return tl::unexpected(written.error());
    return {};
}

} // namespace regiekamer::desk
