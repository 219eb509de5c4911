// Triangulation: a polygon's triangles are the polygon, whatever its direction or hollows.
#include "dashboard/panels/ui/canvas.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/gui.hpp"
#include "tests/support/property.hpp"

#include <algorithm>
#include <cmath>
#include <imgui.h>
#include <numbers>

namespace shapes_test {

using namespace regiekamer::ui;

namespace {

float area(std::span<const Point> p) {
    float sum = 0;
    for (std::size_t i = 0; i < p.size(); ++i) {
        const Point a = p[i], b = p[(i + 1) % p.size()];
        sum += a.x * b.y - a.y * b.x;
    }
    return std::abs(sum) / 2;
}

float area_of(std::span<const Point> points, const Triangles& triangles) {
    float sum = 0;
    for (std::size_t i = 0; i + 2 < triangles.size(); i += 3)
        sum += area(std::array{points[triangles[i]], points[triangles[i + 1]], points[triangles[i + 2]]});
    return sum;
}

} // namespace

TEST_CASE("a hollow polygon is cut into triangles of the same area, in both directions") {
    std::vector<Point> letter_u{{0, 0}, {30, 0}, {30, 30}, {20, 30}, {20, 10}, {10, 10}, {10, 30}, {0, 30}};
    for (int direction = 0; direction < 2; ++direction) {
        const Triangles cut = triangulate(letter_u);
        CHECK(cut.size() == (letter_u.size() - 2) * 3);
        CHECK(area_of(letter_u, cut) == Approx(area(letter_u)));
        std::reverse(letter_u.begin(), letter_u.end());
    }
}

TEST_CASE("a ring that repeats its first corner, and corners on a line, do not matter") {
    const std::vector<Point> square{{0, 0}, {5, 0}, {10, 0}, {10, 10}, {0, 10}, {0, 0}};
    CHECK(area_of(square, triangulate(square)) == Approx(100));
}

TEST_CASE("what is no polygon gives no triangles and does not hang") {
    CHECK(triangulate({}).empty());
    CHECK(triangulate(std::vector<Point>{{0, 0}, {1, 1}}).empty());
    CHECK(triangulate(std::vector<Point>{{0, 0}, {1, 1}, {2, 2}, {3, 3}}).empty());
    triangulate(std::vector<Point>{{0, 0}, {10, 10}, {10, 0}, {0, 10}});
}

TEST_CASE("any star-shaped polygon is covered exactly") {
    holds("area of the triangles is the area of the polygon", [] {
        const int n = any_between(3, 40);
        std::vector<Point> star;
        for (int i = 0; i < n; ++i) {
            const auto radius = static_cast<float>(any_between(10, 200));
            const float angle = 2 * std::numbers::pi_v<float> * static_cast<float>(i) / static_cast<float>(n);
            star.push_back({radius * std::cos(angle), radius * std::sin(angle)});
        }
        const Triangles cut = triangulate(star);
        MUST(std::abs(area_of(star, cut) - area(star)) <= area(star) * 0.001F);
    });
}

TEST_CASE("stripes stay within their block, and the exercise frame stands on all four sides") {
    Gui gui([](Ui& ui) { exercise_frame(ui); });
    const ImDrawData* data = ImGui::GetDrawData();
    std::array<bool, 4> sides{};
    for (int l = 0; l < data->CmdListsCount; ++l)
        for (const ImDrawCmd& command : data->CmdLists[l]->CmdBuffer) {
            if (command.ElemCount == 0) continue;
            const ImVec4 clip = command.ClipRect;
            sides[0] = sides[0] || (clip.y == 0 && clip.w == 8);
            sides[1] = sides[1] || (clip.y == 1072 && clip.w == 1080);
            sides[2] = sides[2] || (clip.x == 0 && clip.z == 8);
            sides[3] = sides[3] || (clip.x == 1912 && clip.z == 1920);
        }
    for (const bool side : sides)
        CHECK(side);
}

} // namespace shapes_test
