// Draws the demo screen into a PNG, or in a window: ui_demo [file.png] [width] [height] [scale]
// [light|dark|back] [real|waking|dialog|tab2]…
#include "dashboard/desk/offscreen.hpp"
#include "dashboard/desk/window.hpp"
#include "tests/dashboard/ui/demo_screen.hpp"

#include <cstdio>
#include <cstdlib>
#include <cstring>

using namespace regiekamer;

namespace {

int show_window(const ui::Fonts& fonts, DemoState& state) {
    const auto screen = desk::Screen::open();
    if (!screen) return std::fputs((sentence(screen.error()) + "\n").c_str(), stderr), 3;
    const auto window = desk::Window::open({}, fonts);
    if (!window) return std::fputs((sentence(window.error()) + "\n").c_str(), stderr), 3;
    while (!(*window)->closing()) {
        desk::Screen::wait((*window)->wants_frame() ? 0 : 1);
        if ((*window)->wants_frame()) (*window)->frame([&](ui::Ui& ui) { draw_demo(ui, state); });
    }
    std::printf("pressed %d, typed \"%s\", dialog %d\n", state.pressed, state.typed.c_str(),
                state.dialog ? 1 : 0);
    return 0;
}

} // namespace

int main(int argc, char** argv) {
    const auto number = [&](int at, double otherwise) { return argc > at ? std::atof(argv[at]) : otherwise; };
    ui::Fonts fonts;
    fonts.build(static_cast<float>(number(4, 1)));
    if (!fonts.complaint().empty()) std::fprintf(stderr, "%s\n", fonts.complaint().c_str());
    DemoState state;
    ui::Ui ui;
    for (int i = 5; i < argc; ++i) {
        if (!std::strcmp(argv[i], "light")) ui.palette = ui::light_palette();
        if (!std::strcmp(argv[i], "back")) ui.palette = ui::looking_back(ui.palette);
        if (!std::strcmp(argv[i], "real")) state.exercise = false;
        if (!std::strcmp(argv[i], "waking")) state.waking = true;
        if (!std::strcmp(argv[i], "dialog")) state.dialog = true;
        if (!std::strncmp(argv[i], "tab", 3)) state.tab = std::atoi(argv[i] + 3);
    }
    if (argc < 2) return show_window(fonts, state);
    const auto done =
        desk::render_png(argv[1], static_cast<int>(number(2, 1920)), static_cast<int>(number(3, 1080)), fonts,
                         ui, [&](ui::Ui& one) { draw_demo(one, state); });
    if (!done) return std::fputs((sentence(done.error()) + "\n").c_str(), stderr), 1;
    return 0;
}
