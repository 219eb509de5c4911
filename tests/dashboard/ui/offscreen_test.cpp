// Pictures without a window: real pixels of a real screen. Facts about content are tested by the record; here
// only that drawing reaches the picture.
#include "dashboard/desk/offscreen.hpp"

#include "tests/dashboard/ui/demo_screen.hpp"
#include "tests/support/catch.hpp"

#include <filesystem>

namespace offscreen_test {

using namespace regiekamer;

namespace {

ui::Colour pixel(const desk::Picture& picture, int x, int y) {
    const auto at = (static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.width) +
                     static_cast<std::size_t>(x)) *
                    4;
    return {picture.rgba.at(at), picture.rgba.at(at + 1), picture.rgba.at(at + 2), picture.rgba.at(at + 3)};
}

} // namespace

TEST_CASE("what is drawn stands in the picture, upright and in its colours") {
    ui::Fonts fonts;
    fonts.build(1);
    ui::Ui ui;
    const auto picture = desk::render(320, 200, fonts, ui, [](ui::Ui& one) {
        ui::fill(one, {0, 0, 100, 50}, one.palette.alarm);
        ui::text(one, ui::Style::body18, {120, 100}, one.palette.text, "Kade");
    });
    REQUIRE(picture);
    CHECK(pixel(*picture, 10, 10) == ui.palette.alarm);
    CHECK(pixel(*picture, 10, 190) == ui.palette.bg);
    int ink = 0;
    for (int x = 120; x < 170; ++x)
        for (int y = 80; y < 105; ++y)
            ink += pixel(*picture, x, y) == ui.palette.bg ? 0 : 1;
    CHECK(ink > 100);
}

TEST_CASE("one screen gives the same picture every time, and a PNG that is one") {
    ui::Fonts fonts;
    fonts.build(1);
    DemoState state;
    const auto draw = [&](ui::Ui& one) { draw_demo(one, state); };
    ui::Ui first, second;
    const auto a = desk::render(1366, 768, fonts, first, draw),
               b = desk::render(1366, 768, fonts, second, draw);
    REQUIRE(a);
    REQUIRE(b);
    CHECK(a->rgba == b->rgba);
    CHECK(pixel(*a, 683, 770 - 4) != pixel(*a, 683, 600)); // the exercise frame at the foot
    const auto file = std::filesystem::temp_directory_path() / "regiekamer-demo.png";
    ui::Ui third;
    REQUIRE(desk::render_png(file.string(), 1366, 768, fonts, third, draw));
    CHECK(std::filesystem::file_size(file) > 10000);
    std::filesystem::remove(file);
}

TEST_CASE("an impossible size or file is refused and says so") {
    ui::Fonts fonts;
    fonts.build(1);
    ui::Ui ui;
    const auto draw = [](ui::Ui&) {};
    CHECK(desk::render(0, 100, fonts, ui, draw).error().where == "size");
    CHECK(desk::render(100, 9000, fonts, ui, draw).error().found == "100x9000");
    const auto nowhere = desk::render_png("/nergens/beeld.png", 64, 64, fonts, ui, draw);
    REQUIRE_FALSE(nowhere);
    CHECK(nowhere.error().where == "/nergens/beeld.png");
}

} // namespace offscreen_test
