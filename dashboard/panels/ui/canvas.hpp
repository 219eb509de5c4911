// What panels draw with: text in named styles, lines, shapes. Positions are logical pixels; each text is
// recorded as Seen. A text call builds no string: pass views of what you have.
#pragma once

#include "dashboard/panels/ui/context.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace regiekamer::ui {

enum class Align : std::uint8_t { left, centre, right };

// Text. A Point is the left end of the baseline (as in SVG), so that two sizes on one line share their y.

/// Draws and returns the x where the text ends.
float text(Ui& ui, Style style, Point baseline, Colour colour, std::string_view words);
/// Ends at the point; returns the x where it begins.
float text_right(Ui& ui, Style style, Point baseline_end, Colour colour, std::string_view words);
void text_centre(Ui& ui, Style style, Point baseline_middle, Colour colour, std::string_view words);
/// No wider than `width`, cut with "…" between characters if it must; for secondary text only.
float text_within(Ui& ui, Style style, Point baseline, float width, Colour colour, std::string_view words);
/// On one line in a rectangle, capitals centred in its height, cut with "…" if too wide. Returns the x where
/// it ends.
float text_in(Ui& ui, Style style, const Rect& box, Colour colour, std::string_view words,
              Align align = Align::left);
/// Over as many lines as the rectangle is high, the last cut with "…". Returns the height used.
float text_wrapped(Ui& ui, Style style, const Rect& box, Colour colour, std::string_view words);
/// Letter-spaced, as section titles are; returns the x where it ends. Capitals are the caller's: "VOOR MIJ ·
/// 4".
float capitals(Ui& ui, Style style, Point baseline, float width, Colour colour, std::string_view words);

float width(const Ui& ui, Style style, std::string_view words);
float width_of_capitals(const Ui& ui, Style style, std::string_view words);
/// Height that `text_wrapped` would need, without limit.
float wrapped_height(const Ui& ui, Style style, float width, std::string_view words);
/// The lines that `text_wrapped` would draw, without limit.
std::vector<std::string> wrapped_lines(const Ui& ui, Style style, float width, std::string_view words);
/// Distance between the baselines of two lines.
float line_height(Style style);
/// Height of a capital letter: a text is centred on y when its baseline is y + cap_height / 2.
float cap_height(Style style);
/// The longest start of `words` that with "…" is at most `width` wide; never cuts a character in two. The
/// size in bytes, or all of it when it fits.
std::size_t fitting(const Ui& ui, Style style, float width, std::string_view words);
/// `words`, or where they are wider the longest start that with its "…" is not; before the "…" stands no full
/// stop.
std::string shortened(const Ui& ui, Style style, float width, std::string_view words);

/// A picture that the window has as a texture, tinted; 0 is none. `part`: what of it is shown, from 0 to 1.
void image(Ui& ui, const Rect& rect, std::uint64_t texture, Colour tint, const Rect& part = {0, 0, 1, 1});

// Shapes. Thickness is in logical pixels, at least one pixel, and snapped to whole ones.

void fill(Ui& ui, const Rect& rect, Colour colour, float corner = 0);
void frame(Ui& ui, const Rect& rect, Colour colour, float corner = 0, float thickness = 1);
/// Crisp when horizontal or vertical.
void line(Ui& ui, Point a, Point b, Colour colour, float thickness = 1);
void polyline(Ui& ui, std::span<const Point> points, Colour colour, float thickness, bool closed = false);
void dashed(Ui& ui, std::span<const Point> points, Colour colour, float thickness, float dash = 5,
            float gap = 4);
void circle(Ui& ui, Point centre, float radius, Colour colour);
void ring(Ui& ui, Point centre, float radius, Colour colour, float thickness);

/// Corners of triangles, three indices each: make once a geometry, not once a frame.
using Triangles = std::vector<std::uint16_t>;
/// Cuts a simple polygon (either direction, concave too, no holes) into triangles by ear clipping. Fewer than
/// three points, or a polygon that crosses itself, gives what could be cut.
Triangles triangulate(std::span<const Point> points);
/// Fills a polygon by its triangles with a smooth rim of `rim_colour`.
void polygon(Ui& ui, std::span<const Point> points, const Triangles& triangles, Colour fill_colour,
             Colour rim_colour, float rim = 2);

/// What is drawn until `pop_clip` stays inside the rectangle. Prefer the guard.
struct Clip {
    Clip(Ui& ui, const Rect& rect);
    ~Clip();
    Clip(const Clip&) = delete;
    Clip& operator=(const Clip&) = delete;
    Clip(Clip&&) = delete;
    Clip& operator=(Clip&&) = delete;

private:
    Ui& ui_;
};

/// The stripes of an exercise: a block, and the frame on four sides of the window. For nothing else.
void stripes(Ui& ui, const Rect& rect);
void exercise_frame(Ui& ui);

// Marks, drawn as shapes so that no font needs to have them. `size` is the width in logical pixels.

void check_mark(Ui& ui, Point centre, float size, Colour colour);
void cross_mark(Ui& ui, Point centre, float size, Colour colour);
void triangle(Ui& ui, Point centre, float size, Colour colour);  ///< ▲
void play_mark(Ui& ui, Point centre, float size, Colour colour); ///< ▶
void pause_mark(Ui& ui, Point centre, float size, Colour colour);
void diamond(Ui& ui, Point centre, float size, Colour colour);
void dot(Ui& ui, Point centre, float size, Colour colour);                    ///< ●
void open_dot(Ui& ui, Point centre, float size, Colour colour);               ///< ○
void box_mark(Ui& ui, Point centre, float size, Colour colour, bool checked); ///< ☐ ☑
void icon(Ui& ui, Icon which, Point centre, float size, Colour colour);

} // namespace regiekamer::ui
