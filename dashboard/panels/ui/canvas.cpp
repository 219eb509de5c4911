// Lines and plain shapes on ImGui's draw list. Straight ones stand on whole pixels, without smoothing:
// crisper, and a quarter of the corners.
#include "dashboard/panels/ui/paint.hpp"

#include <array>

namespace regiekamer::ui {

using paint::fine;
using paint::packed;
using paint::px;
using paint::thick;

namespace {

/// A filled rectangle whose edges are already whole pixels.
void bar(Ui& ui, float x, float y, float w, float h, Colour colour) {
    ui.draw_->AddRectFilled({x, y}, {x + w, y + h}, packed(colour));
}

} // namespace

void image(Ui& ui, const Rect& rect, std::uint64_t texture, Colour tint, const Rect& part) {
    if (rect.empty() || texture == 0) return;
    ui.draw_->AddImage(reinterpret_cast<ImTextureID>(static_cast<std::uintptr_t>(texture)), // NOLINT
                       px(ui, {rect.x, rect.y}), px(ui, {rect.right(), rect.bottom()}), {part.x, part.y},
                       {part.right(), part.bottom()}, packed(tint));
}

void fill(Ui& ui, const Rect& rect, Colour colour, float corner) {
    if (rect.empty()) return;
    const ImVec2 a = px(ui, {rect.x, rect.y}), b = px(ui, {rect.right(), rect.bottom()});
    ui.draw_->AddRectFilled(a, b, packed(colour), corner * ui.scale);
}

void frame(Ui& ui, const Rect& rect, Colour colour, float corner, float thickness) {
    if (rect.empty()) return;
    const float t = thick(ui, thickness);
    const ImVec2 a = px(ui, {rect.x, rect.y}), b = px(ui, {rect.right(), rect.bottom()});
    if (corner <= 0) {
        bar(ui, a.x, a.y, b.x - a.x, t, colour);
        bar(ui, a.x, b.y - t, b.x - a.x, t, colour);
        bar(ui, a.x, a.y + t, t, b.y - a.y - 2 * t, colour);
        bar(ui, b.x - t, a.y + t, t, b.y - a.y - 2 * t, colour);
        return;
    }
    ui.draw_->PathRect({a.x + t / 2, a.y + t / 2}, {b.x - t / 2, b.y - t / 2}, corner * ui.scale);
    ui.draw_->PathStroke(packed(colour), ImDrawFlags_Closed, t);
}

void line(Ui& ui, Point a, Point b, Colour colour, float thickness) {
    const float t = thick(ui, thickness), half = std::floor(t / 2);
    if (a.y == b.y) {
        const float left = px(ui, std::min(a.x, b.x)), right = px(ui, std::max(a.x, b.x));
        bar(ui, left, px(ui, a.y) - half, right - left, t, colour);
    } else if (a.x == b.x) {
        const float top = px(ui, std::min(a.y, b.y)), bottom = px(ui, std::max(a.y, b.y));
        bar(ui, px(ui, a.x) - half, top, t, bottom - top, colour);
    } else {
        ui.draw_->AddLine(fine(ui, a), fine(ui, b), packed(colour), t);
    }
}

void polyline(Ui& ui, std::span<const Point> points, Colour colour, float thickness, bool closed) {
    if (points.size() < 2) return;
    for (const Point& point : points)
        ui.draw_->PathLineTo(fine(ui, point));
    ui.draw_->PathStroke(packed(colour), closed ? ImDrawFlags_Closed : ImDrawFlags_None,
                         thick(ui, thickness));
}

namespace {

/// The part of a line from 0 to 1 that the clip rectangle shows; empty when `first` is not before `second`. A
/// map may have a line of thousands of kilometres, and dashes that nobody sees cost as much as others.
std::pair<double, double> visible_part(const Ui& ui, Point from, Point to, float thickness) {
    const ImVec2 low = ui.draw_->GetClipRectMin(), high = ui.draw_->GetClipRectMax();
    double enters = 0, leaves = 1;
    const auto cut = [&](double start, double step, double least, double most) {
        if (step == 0) {
            if (start < least || start > most) leaves = -1;
            return;
        }
        const double one = (least - start) / step, other = (most - start) / step;
        enters = std::max(enters, std::min(one, other));
        leaves = std::min(leaves, std::max(one, other));
    };
    const auto edge = static_cast<double>(thickness), scale = static_cast<double>(ui.scale);
    const double from_x = from.x, from_y = from.y; // in double: far points lose the steps of a dash
    cut(from_x, to.x - from_x, low.x / scale - edge, high.x / scale + edge);
    cut(from_y, to.y - from_y, low.y / scale - edge, high.y / scale + edge);
    return {enters, leaves};
}

} // namespace

void dashed(Ui& ui, std::span<const Point> points, Colour colour, float thickness, float dash, float gap) {
    if (points.size() < 2 || dash <= 0 || gap < 0) return;
    // However long the line is, it has a bounded number of dashes: they grow longer instead.
    constexpr double dashes_max = 400;
    double visible = 0;
    for (std::size_t i = 1; i < points.size(); ++i) {
        const auto [enters, leaves] = visible_part(ui, points[i - 1], points[i], thickness);
        if (enters < leaves)
            visible += (leaves - enters) * std::hypot(static_cast<double>(points[i].x) - points[i - 1].x,
                                                      static_cast<double>(points[i].y) - points[i - 1].y);
    }
    const double wanted = static_cast<double>(dash) + static_cast<double>(gap);
    const double period = std::max(wanted, visible / dashes_max);
    const double drawn = static_cast<double>(dash) * period / wanted;
    double before = 0; // length of the line up to this part
    for (std::size_t i = 1; i < points.size(); ++i) {
        const Point from = points[i - 1], to = points[i];
        const double dx = static_cast<double>(to.x) - from.x, dy = static_cast<double>(to.y) - from.y;
        const double length = std::hypot(dx, dy);
        const auto [enters, leaves] = visible_part(ui, from, to, thickness);
        if (length > 0 && enters < leaves) {
            const auto at = [&](double along) {
                return Point{static_cast<float>(from.x + dx * along / length),
                             static_cast<float>(from.y + dy * along / length)};
            };
            const double end = length * leaves;
            // Each dash begins at a whole number of periods from the start of the line.
            for (double start = std::floor((before + length * enters) / period) * period - before;
                 start < end; start += period) {
                const double first = std::max(start, length * enters);
                const double last = std::min(start + drawn, end);
                if (first < last) line(ui, at(first), at(last), colour, thickness);
            }
        }
        before += length;
    }
}

void circle(Ui& ui, Point centre, float radius, Colour colour) {
    ui.draw_->AddCircleFilled(fine(ui, centre), radius * ui.scale, packed(colour));
}

void ring(Ui& ui, Point centre, float radius, Colour colour, float thickness) {
    ui.draw_->AddCircle(fine(ui, centre), radius * ui.scale, packed(colour), 0, thick(ui, thickness));
}

Clip::Clip(Ui& ui, const Rect& rect) : ui_(ui) {
    ui.draw_->PushClipRect(px(ui, {rect.x, rect.y}), px(ui, {rect.right(), rect.bottom()}), true);
}
Clip::~Clip() {
    ui_.draw_->PopClipRect();
}

} // namespace regiekamer::ui
