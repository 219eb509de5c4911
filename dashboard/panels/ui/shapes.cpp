// Filled polygons, the stripes of an exercise, and the marks: drawn as shapes, so that no font needs to have
// them.
#include "dashboard/panels/ui/paint.hpp"

#include <array>
#include <imgui_internal.h>
#include <numeric>

namespace regiekamer::ui {

using paint::fine;
using paint::packed;

namespace {

float cross(Point o, Point a, Point b) {
    return (a.x - o.x) * (b.y - o.y) - (a.y - o.y) * (b.x - o.x);
}

/// Whether p lies in the triangle a, b, c (which turns as `turn` says), its border included.
bool inside(Point p, Point a, Point b, Point c, float turn) {
    return cross(a, b, p) * turn >= 0 && cross(b, c, p) * turn >= 0 && cross(c, a, p) * turn >= 0;
}

/// Whether corner `at` of what is left sticks out and holds no other corner: it can be cut off.
bool is_ear(std::span<const Point> points, const std::vector<std::uint16_t>& left, std::size_t at,
            float turn) {
    const std::size_t n = left.size();
    const Point a = points[left[(at + n - 1) % n]], b = points[left[at]], c = points[left[(at + 1) % n]];
    if (cross(a, b, c) * turn <= 0) return false;
    for (const std::uint16_t other : left) {
        const Point p = points[other];
        if (p == a || p == b || p == c) continue;
        if (inside(p, a, b, c, turn)) return false;
    }
    return true;
}

/// Stripes at 45°, one every `period`. Their phase comes from the screen, so that the sides of the frame
/// join.
void stripe_quads(Ui& ui, const Rect& rect, float period) {
    fill(ui, rect, ui.palette.on_exercise);
    const Clip clip(ui, rect);
    const float band = period / 2;
    const float first = std::floor((rect.x + rect.y) / period) * period;
    for (float sum = first; sum < rect.right() + rect.bottom(); sum += period) {
        // Between the lines x + y = sum and x + y = sum + band, from the top of the block to its bottom.
        const std::array corners{Point{sum - rect.y, rect.y}, Point{sum + band - rect.y, rect.y},
                                 Point{sum + band - rect.bottom(), rect.bottom()},
                                 Point{sum - rect.bottom(), rect.bottom()}};
        ui.draw_->AddQuadFilled(fine(ui, corners[0]), fine(ui, corners[1]), fine(ui, corners[2]),
                                fine(ui, corners[3]), packed(ui.palette.stripe));
    }
}

} // namespace

Triangles triangulate(std::span<const Point> points) {
    Triangles triangles;
    if (points.size() < 3 || points.size() > 60000) return triangles;
    std::vector<std::uint16_t> left(points.size());
    std::iota(left.begin(), left.end(), std::uint16_t{0});
    if (points.front() == points.back()) left.pop_back(); // GeoJSON repeats the first corner at the end
    float area = 0;
    for (std::size_t i = 0; i < left.size(); ++i)
        area += cross({0, 0}, points[left[i]], points[left[(i + 1) % left.size()]]);
    const float turn = area >= 0 ? 1.F : -1.F;
    std::size_t at = 0, tried = 0;
    while (left.size() >= 3 && tried < left.size()) {
        const std::size_t n = left.size();
        at %= n;
        const bool flat =
            cross(points[left[(at + n - 1) % n]], points[left[at]], points[left[(at + 1) % n]]) == 0;
        if (flat || is_ear(points, left, at, turn)) {
            if (!flat)
                for (const std::size_t corner : {(at + n - 1) % n, at, (at + 1) % n})
                    triangles.push_back(left[corner]);
            left.erase(left.begin() + static_cast<std::ptrdiff_t>(at));
            tried = 0;
        } else {
            ++at;
            ++tried;
        }
    }
    return triangles;
}

void polygon(Ui& ui, std::span<const Point> points, const Triangles& triangles, Colour fill_colour,
             Colour rim_colour, float rim) {
    if (points.size() >= 3 && !triangles.empty()) {
        ImDrawList& draw = *ui.draw_;
        draw.PrimReserve(static_cast<int>(triangles.size()), static_cast<int>(points.size()));
        const unsigned int base = draw._VtxCurrentIdx;
        for (const std::uint16_t corner : triangles)
            draw.PrimWriteIdx(static_cast<ImDrawIdx>(base + corner));
        const ImVec2 white = draw._Data->TexUvWhitePixel;
        for (const Point& point : points)
            draw.PrimWriteVtx(fine(ui, point), white, packed(fill_colour));
    }
    if (rim > 0) polyline(ui, points, rim_colour, rim, true);
}

void stripes(Ui& ui, const Rect& rect) {
    if (!rect.empty()) stripe_quads(ui, rect, 46);
}

void exercise_frame(Ui& ui) {
    const float edge = measure::exercise_frame;
    // No more stripes on a large screen than on an ordinary one: they cost eight corners each.
    const float period = std::max(30.F, (ui.screen.w + ui.screen.h) / 100);
    Rect rest = ui.screen;
    for (const Rect& side :
         {rest.take_top(edge), rest.take_bottom(edge), rest.take_left(edge), rest.take_right(edge)})
        stripe_quads(ui, side, period);
}

void check_mark(Ui& ui, Point centre, float size, Colour colour) {
    const float s = size / 12;
    const std::array points{Point{centre.x - 5.5F * s, centre.y + 0.5F * s},
                            Point{centre.x - 1.8F * s, centre.y + 4 * s},
                            Point{centre.x + 5.5F * s, centre.y - 4 * s}};
    polyline(ui, points, colour, std::max(2.F, size / 6));
}

void cross_mark(Ui& ui, Point centre, float size, Colour colour) {
    const float s = size / 2 * 0.8F;
    line(ui, {centre.x - s, centre.y - s}, {centre.x + s, centre.y + s}, colour, std::max(2.F, size / 6));
    line(ui, {centre.x - s, centre.y + s}, {centre.x + s, centre.y - s}, colour, std::max(2.F, size / 6));
}

void triangle(Ui& ui, Point centre, float size, Colour colour) {
    const float s = size / 2;
    ui.draw_->AddTriangleFilled(fine(ui, {centre.x, centre.y - s * 0.95F}),
                                fine(ui, {centre.x + s, centre.y + s * 0.85F}),
                                fine(ui, {centre.x - s, centre.y + s * 0.85F}), packed(colour));
}

void play_mark(Ui& ui, Point centre, float size, Colour colour) {
    const float s = size / 2;
    ui.draw_->AddTriangleFilled(fine(ui, {centre.x + s, centre.y}),
                                fine(ui, {centre.x - s * 0.7F, centre.y + s}),
                                fine(ui, {centre.x - s * 0.7F, centre.y - s}), packed(colour));
}

void pause_mark(Ui& ui, Point centre, float size, Colour colour) {
    const float bar = size * 0.3F, s = size / 2;
    fill(ui, {centre.x - s, centre.y - s, bar, size}, colour);
    fill(ui, {centre.x + s - bar, centre.y - s, bar, size}, colour);
}

void diamond(Ui& ui, Point centre, float size, Colour colour) {
    const float s = size / 2;
    ui.draw_->AddQuadFilled(fine(ui, {centre.x, centre.y - s}), fine(ui, {centre.x + s, centre.y}),
                            fine(ui, {centre.x, centre.y + s}), fine(ui, {centre.x - s, centre.y}),
                            packed(colour));
}

void dot(Ui& ui, Point centre, float size, Colour colour) {
    circle(ui, centre, size / 2, colour);
}

void open_dot(Ui& ui, Point centre, float size, Colour colour) {
    ring(ui, centre, size / 2 - 1, colour, 2);
}

void box_mark(Ui& ui, Point centre, float size, Colour colour, bool checked) {
    const Rect box{centre.x - size / 2, centre.y - size / 2, size, size};
    frame(ui, box, colour, 3, 2);
    if (checked) check_mark(ui, centre, size * 0.62F, colour);
}

void icon(Ui& ui, Icon which, Point centre, float size, Colour colour) {
    ImFont* font = ui.fonts_->icons(size > 24);
    if (!font) { // no icon font: a handset as a shape, and a dot for what is never the only sign
        if (which != Icon::phone) return open_dot(ui, centre, size / 2, colour);
        const float s = size / 16;
        const std::array handset{
            Point{centre.x - 5.5F * s, centre.y - 4.5F * s}, Point{centre.x - 3 * s, centre.y + 1 * s},
            Point{centre.x - 1 * s, centre.y + 3 * s}, Point{centre.x + 4.5F * s, centre.y + 5.5F * s}};
        polyline(ui, handset, colour, size / 5);
        return;
    }
    const std::string_view sign = glyph(which);
    const auto lead = static_cast<unsigned char>(sign[0]), next = static_cast<unsigned char>(sign[1]),
               last = static_cast<unsigned char>(sign[2]);
    const unsigned code = (lead & 0x0FU) << 12U | (next & 0x3FU) << 6U | (last & 0x3FU);
    const ImFontGlyph* shape = font->FindGlyph(static_cast<ImWchar>(code));
    if (!shape) return;
    // Its ink is centred, not its advance: icons have uneven margins.
    const ImVec2 middle = fine(ui, centre);
    const ImVec2 at{std::floor(middle.x - (shape->X0 + shape->X1) / 2 + 0.5F),
                    std::floor(middle.y - (shape->Y0 + shape->Y1) / 2 + 0.5F)};
    font->RenderChar(ui.draw_, font->FontSize, at, packed(colour), static_cast<ImWchar>(code));
}

} // namespace regiekamer::ui
