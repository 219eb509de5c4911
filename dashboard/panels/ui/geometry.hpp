// Points and rectangles of the screen. Everything above the canvas counts in logical pixels (pixels ÷ text
// scale), so that a panel writes the numbers of the look and never multiplies.
#pragma once

#include <algorithm>

namespace regiekamer::ui {

/// A place in logical pixels; y runs down.
struct Point {
    float x = 0, y = 0;
    constexpr bool operator==(const Point&) const = default;
};

constexpr Point operator+(Point a, Point b) {
    return {a.x + b.x, a.y + b.y};
}
constexpr Point operator-(Point a, Point b) {
    return {a.x - b.x, a.y - b.y};
}

/// A rectangle in logical pixels. The take_ functions cut a strip off and leave the rest, which is how panels
/// lay out: `const Rect head = body.take_top(40);`. Sizes never become negative.
struct Rect {
    float x = 0, y = 0, w = 0, h = 0;

    constexpr bool operator==(const Rect&) const = default;
    [[nodiscard]] constexpr float right() const { return x + w; }
    [[nodiscard]] constexpr float bottom() const { return y + h; }
    [[nodiscard]] constexpr Point centre() const { return {x + w / 2, y + h / 2}; }
    [[nodiscard]] constexpr bool empty() const { return w <= 0 || h <= 0; }
    [[nodiscard]] constexpr bool contains(Point p) const {
        return p.x >= x && p.x < right() && p.y >= y && p.y < bottom();
    }
    [[nodiscard]] constexpr bool contains(const Rect& other) const {
        return other.x >= x && other.y >= y && other.right() <= right() && other.bottom() <= bottom();
    }
    /// Whether they share more than an edge.
    [[nodiscard]] constexpr bool overlaps(const Rect& other) const {
        return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
    }
    [[nodiscard]] constexpr Rect inset(float horizontal, float vertical) const {
        return {x + horizontal, y + vertical, std::max(0.F, w - 2 * horizontal),
                std::max(0.F, h - 2 * vertical)};
    }
    [[nodiscard]] constexpr Rect inset(float all) const { return inset(all, all); }

    constexpr Rect take_top(float height) {
        const Rect strip{x, y, w, std::clamp(height, 0.F, h)};
        y += strip.h;
        h -= strip.h;
        return strip;
    }
    constexpr Rect take_bottom(float height) {
        const float strip = std::clamp(height, 0.F, h);
        h -= strip;
        return {x, y + h, w, strip};
    }
    constexpr Rect take_left(float width) {
        const Rect strip{x, y, std::clamp(width, 0.F, w), h};
        x += strip.w;
        w -= strip.w;
        return strip;
    }
    constexpr Rect take_right(float width) {
        const float strip = std::clamp(width, 0.F, w);
        w -= strip;
        return {x + w, y, strip, h};
    }
};

} // namespace regiekamer::ui
