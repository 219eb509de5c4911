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

void dashed(Ui& ui, std::span<const Point> points, Colour colour, float thickness, float dash, float gap) {
    if (points.size() < 2 || dash + gap <= 0) return;
    float into = 0; // how far along dash and gap the walk is
    for (std::size_t i = 1; i < points.size(); ++i) {
        const Point from = points[i - 1], to = points[i];
        const float length = std::hypot(to.x - from.x, to.y - from.y);
        if (length <= 0) continue;
        const auto at = [&](float along) {
            return Point{from.x + (to.x - from.x) * along / length,
                         from.y + (to.y - from.y) * along / length};
        };
        for (float along = 0; along < length;) {
            const bool drawn = into < dash;
            const float step = std::min((drawn ? dash : dash + gap) - into, length - along);
            if (drawn) line(ui, at(along), at(along + step), colour, thickness);
            along += std::max(step, 0.01F);
            into += std::max(step, 0.01F);
            if (into >= dash + gap - 0.005F) into = 0;
        }
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
