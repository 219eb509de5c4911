// The colours and measures of the look, dark and light, each a role: a panel says what a thing means, never
// how red it is. Contrast was worked out for these pairs (tests/dashboard/ui/tokens_test.cpp holds it).
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

namespace regiekamer::ui {

/// The nearest whole part of a colour; std::lround is not constexpr.
constexpr std::uint8_t nearest_part(float value) {
    return static_cast<std::uint8_t>((static_cast<int>(value * 2) + 1) / 2);
}

/// Red, green, blue and opacity, 0–255.
struct Colour {
    std::uint8_t r = 0, g = 0, b = 0, a = 255;
    constexpr bool operator==(const Colour&) const = default;
    /// The same colour, as opaque as `part` (0–1).
    [[nodiscard]] constexpr Colour faded(float part) const {
        return {r, g, b, nearest_part(static_cast<float>(a) * part)};
    }
};

/// Colour from 0xrrggbb.
constexpr Colour hex(std::uint32_t rgb) {
    return {static_cast<std::uint8_t>(rgb >> 16U & 0xFFU), static_cast<std::uint8_t>(rgb >> 8U & 0xFFU),
            static_cast<std::uint8_t>(rgb & 0xFFU), 255};
}

/// `part` (0–1) of `b` in `a`.
constexpr Colour mix(Colour a, Colour b, float part) {
    const auto one = [part](std::uint8_t x, std::uint8_t y) {
        return nearest_part(static_cast<float>(x) * (1 - part) + static_cast<float>(y) * part);
    };
    return {one(a.r, b.r), one(a.g, b.g), one(a.b, b.b), one(a.a, b.a)};
}

/// WCAG 2 contrast ratio of two opaque colours, 1–21.
inline double contrast(Colour a, Colour b) {
    const auto linear = [](std::uint8_t part) {
        const double value = part / 255.0;
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    const auto light = [&](Colour c) {
        return 0.2126 * linear(c.r) + 0.7152 * linear(c.g) + 0.0722 * linear(c.b);
    };
    const double x = light(a), y = light(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

/// Every colour by its role. Text is `text` or `dim`; `faint` is for borders only; green is for marks only.
struct Palette {
    Colour bg, surface, raised, selected; ///< grounds, from the back to the front
    Colour line, faint;                   ///< separating lines; borders of things one can press
    Colour text, dim;
    Colour flow;                  ///< selected, flowing
    Colour attention;             ///< needs a look
    Colour critical;              ///< late, missing, dangerous; not on water
    Colour confirmation;          ///< ✓ and dots only
    Colour alarm, on_alarm;       ///< late chip and the filled alarm block, and the text on it
    Colour solid, on_solid;       ///< ECHT and the main button
    Colour exercise, on_exercise; ///< the word OEFENING and its ground
    Colour stripe;                ///< the stripes of an exercise, for nothing else
    Colour water, area;           ///< map: water, and the fill of a marked area
    std::array<Colour, 6> grip;   ///< fill of the GRIP block, by level 0–5
    Colour on_grip, on_grip_sub;
};

constexpr Palette dark_palette() {
    return {hex(0x15191e),
            hex(0x1c2229),
            hex(0x232b33),
            hex(0x22303b),
            hex(0x2f3943),
            hex(0x5d6874),
            hex(0xd7dde3),
            hex(0xa9b4bf),
            hex(0x6fb1e0),
            hex(0xe0a83b),
            hex(0xf26d62),
            hex(0x78d6a0),
            hex(0x9e2f27),
            hex(0xffffff),
            hex(0xd7dde3),
            hex(0x15191e),
            hex(0xf2b84b),
            hex(0x15191e),
            hex(0xd98a1f),
            hex(0x1f3646),
            hex(0x4b3036),
            {hex(0x232b33), hex(0x3d3520), hex(0x5a2a25), hex(0x6e2420), hex(0x7d1d2a), hex(0x6a1f55)},
            hex(0xffffff),
            hex(0xf0d3cf)};
}

constexpr Palette light_palette() {
    return {hex(0xe9edf0),
            hex(0xffffff),
            hex(0xf1f4f6),
            hex(0xdcebf7),
            hex(0xc5ced6),
            hex(0x8d98a3),
            hex(0x1a222a),
            hex(0x47525d),
            hex(0x15588f),
            hex(0x7a4b00),
            hex(0xad231b),
            hex(0x1b6b3c),
            hex(0x9e2f27),
            hex(0xffffff),
            hex(0x1a222a),
            hex(0xffffff),
            hex(0xf2b84b),
            hex(0x15191e),
            hex(0xd98a1f),
            hex(0xc4dbea),
            hex(0xe8c9cb),
            {hex(0x47525d), hex(0x5c4a12), hex(0x7a2f28), hex(0x6e2420), hex(0x7d1d2a), hex(0x6a1f55)},
            hex(0xffffff),
            hex(0xffffff)};
}

/// For who sees little or has a poor screen: black and white, every border as clear as the text.
constexpr Palette contrast_palette() {
    Palette palette = dark_palette();
    palette.bg = palette.surface = hex(0x000000);
    palette.raised = hex(0x101010);
    palette.selected = hex(0x00264d);
    palette.line = hex(0x9a9a9a);
    palette.faint = hex(0xd0d0d0);
    palette.text = hex(0xffffff);
    palette.dim = hex(0xe6e6e6);
    palette.flow = hex(0x8fd0ff);
    palette.attention = hex(0xffd24d);
    palette.critical = hex(0xff9a90);
    palette.confirmation = hex(0x8dffb5);
    palette.alarm = hex(0x8a1008);
    palette.solid = hex(0xffffff);
    palette.on_solid = hex(0x000000);
    palette.exercise = hex(0xffd24d);
    palette.on_exercise = hex(0x000000);
    palette.water = hex(0x0b2c44);
    palette.area = hex(0x4a1a20);
    palette.on_grip_sub = hex(0xffffff);
    return palette;
}

/// The palette while looking back: every ground leans to blue, so that the whole screen says "not now"; text
/// keeps its contrast.
constexpr Palette looking_back(Palette palette) {
    const bool dark = palette.bg.r < 128;
    const Colour tint = dark ? hex(0x1b2f5c) : hex(0xc3cdf0);
    for (Colour* ground : {&palette.bg, &palette.surface, &palette.raised, &palette.selected})
        *ground = mix(*ground, tint, dark ? 0.40F : 0.55F);
    return palette;
}

/// Measures that come back everywhere, in logical pixels.
namespace measure {
inline constexpr float gap = 10, padding = 14, corner = 6, line = 1;
inline constexpr float button_height = 44, alarm_button_height = 36, exercise_frame = 8;
inline constexpr float section_head = 40, row_height = 34;
} // namespace measure

} // namespace regiekamer::ui
