// The text styles of the look and the font atlas they are drawn from. Inter has proportional figures and
// ImGui knows no font features, so digits are baked with one advance; sizes are CSS pixels as in the look.
#pragma once

#include "messaging/vocabulary/problem.hpp"

#include <array>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

struct ImFont;
struct ImFontAtlas;

namespace regiekamer::ui {

/// Named by use and CSS size; `strong` is semibold, `bold` is bold, the rest is as its name.
enum class Style : unsigned char {
    counter64, ///< bold: nog 26 min
    alarm44,   ///< bold: what happened, in GEWEKT
    grip40,    ///< bold
    clock38,   ///< semibold
    clock32,   ///< semibold: the clock when narrow (GRIP is then place34, the mode action20)
    place34,   ///< bold: where to, in GEWEKT
    answer30,  ///< semibold: the big answer buttons, the large number of a panel
    mode26,    ///< bold: ECHT, OEFENING, RUST
    title24,   ///< semibold
    title21,   ///< semibold: the header's titles when narrow
    lead24,    ///< regular: explanation in GEWEKT
    lead20,    ///< medium: phone numbers, headlines in panels
    action20,  ///< bold: when my action is due
    action18,  ///< semibold: what my action is
    body18,    ///< regular
    strong18,  ///< semibold
    row17,
    strong17,
    row16,
    strong16, ///< medium and semibold
    secondary15,
    strong15, ///< regular and semibold
    section14 ///< semibold; use section titles through `capitals`
};
inline constexpr std::size_t style_count = static_cast<std::size_t>(Style::section14) + 1;

/// Icons of Fork Awesome that are baked; what is missing here is drawn as a shape (canvas.hpp).
enum class Icon : unsigned char {
    phone,
    search,
    bell,
    bell_off,
    print,
    copy,
    question,
    volume_off,
    arrow_up_right
};

/// Where the fonts are looked for; a test names a folder that is not there.
struct FontFiles {
    std::string inter = "/usr/share/fonts/opentype/inter";
    std::string dejavu = "/usr/share/fonts/truetype/dejavu";
    std::string icons = "/usr/share/fonts/truetype/fork-awesome/forkawesome-webfont.ttf";
};

/// The fonts at one scale. Lives as long as the ImGui contexts made with `atlas()`; belongs to the UI thread.
class Fonts {
public:
    explicit Fonts(FontFiles files = {});
    ~Fonts();
    Fonts(const Fonts&) = delete;
    Fonts& operator=(const Fonts&) = delete;
    Fonts(Fonts&&) = delete;
    Fonts& operator=(Fonts&&) = delete;

    /// Bakes all styles at `scale` (clamped to 0.8–2.0), between frames only; each window must then renew its
    /// texture. What could not be found is in `complaint()`.
    void build(float scale);

    [[nodiscard]] ImFontAtlas* atlas() const { return atlas_.get(); }
    [[nodiscard]] float scale() const { return scale_; }
    [[nodiscard]] ImFont* font(Style style) const { return fonts_[static_cast<std::size_t>(style)]; }
    [[nodiscard]] ImFont* icons(bool large) const { return large ? large_icons_ : icons_; }
    [[nodiscard]] bool has_icons() const { return icons_ != nullptr; }
    /// A Dutch sentence for the user when Inter is not installed; empty when all is well.
    [[nodiscard]] const std::string& complaint() const { return complaint_; }

private:
    struct Discard {
        void operator()(ImFontAtlas* atlas) const;
    };
    FontFiles files_;
    std::unique_ptr<ImFontAtlas, Discard> atlas_;
    std::array<ImFont*, style_count> fonts_{};
    ImFont* icons_ = nullptr;
    ImFont* large_icons_ = nullptr;
    float scale_ = 0;
    std::string complaint_;
};

/// The CSS size of a style in logical pixels.
float css_size(Style style);
/// The UTF-8 text of an icon in the icon font.
std::string_view glyph(Icon icon);

} // namespace regiekamer::ui
