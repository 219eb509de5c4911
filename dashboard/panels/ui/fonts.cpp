// Bakes the text styles. Sizes: ImGui's size is ascent + descent, CSS's is the em, so each face has a factor.
#include "dashboard/panels/ui/fonts.hpp"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <imgui.h>
#include <imgui_freetype.h>

namespace regiekamer::ui {

namespace {

enum class Weight : unsigned char { regular, medium, semibold, bold };

struct StyleOf {
    float css;
    Weight weight;
};

/// In the order of Style.
constexpr std::array<StyleOf, style_count> styles{
    {{64, Weight::bold},     {44, Weight::bold},     {40, Weight::bold},     {38, Weight::semibold},
     {32, Weight::semibold}, {34, Weight::bold},     {30, Weight::semibold}, {26, Weight::bold},
     {24, Weight::semibold}, {21, Weight::semibold}, {24, Weight::regular},  {20, Weight::medium},
     {20, Weight::bold},     {18, Weight::semibold}, {18, Weight::regular},  {18, Weight::semibold},
     {17, Weight::medium},   {17, Weight::semibold}, {16, Weight::medium},   {16, Weight::semibold},
     {15, Weight::regular},  {15, Weight::semibold}, {14, Weight::semibold}}};

/// A face on disk: its file, size factor and the advance of a digit in parts of its ImGui size (0: tabular as
/// is).
struct Face {
    std::string file;
    float factor = 1, digit = 0;
};

Face inter_face(const std::string& folder, Weight weight) {
    constexpr std::array<const char*, 4> names{"Regular", "Medium", "SemiBold", "Bold"};
    constexpr std::array<float, 4> digits{.5305F, .5405F, .5511F, .5687F};
    const auto at = static_cast<std::size_t>(weight);
    return {folder + "/Inter-" + names.at(at) + ".otf", 1.2102F, digits.at(at)};
}

Face dejavu_face(const std::string& folder, Weight weight) {
    const bool bold = weight == Weight::semibold || weight == Weight::bold;
    return {folder + (bold ? "/DejaVuSans-Bold.ttf" : "/DejaVuSans.ttf"), 1.1641F, 0};
}

bool readable(const std::string& file) {
    return std::ifstream(file).good();
}

// The atlas keeps these pointers until it is built again, so they live as long as the program. Names and what
// people type need Latin Extended-A; the large sizes show only our own words.
constexpr std::array<ImWchar, 3> digit_range{'0', '9', 0};
constexpr std::array<ImWchar, 25> text_range{
    0x20,   0x2f,   0x3a,   0x17f,  0x218,  0x21b,  0x2010, 0x2027, 0x20ac, 0x20ac, 0x2190, 0x2199, 0x21b3,
    0x21b3, 0x2212, 0x2212, 0x2264, 0x2265, 0x25a0, 0x25cf, 0x2713, 0x2717, 0xfffd, 0xfffd, 0};
constexpr std::array<ImWchar, 13> large_range{0x20,   0x2f,   0x3a,   0xff,   0x2010, 0x2027, 0x2190,
                                              0x2193, 0x2212, 0x2212, 0xfffd, 0xfffd, 0};
constexpr std::array<ImWchar, 19> icon_range{0xf002, 0xf002, 0xf026, 0xf026, 0xf02f, 0xf02f, 0xf08e,
                                             0xf08e, 0xf095, 0xf095, 0xf0a2, 0xf0a2, 0xf0c5, 0xf0c5,
                                             0xf128, 0xf128, 0xf1f6, 0xf1f6, 0};

ImFont* bake(ImFontAtlas& atlas, const Face& face, float css, float scale) {
    const ImWchar* letters = css >= 30 ? large_range.data() : text_range.data();
    const float size = std::round(css * scale * face.factor);
    ImFontConfig digits;
    digits.OversampleH = digits.OversampleV = 1;
    if (face.digit > 0)
        digits.GlyphMinAdvanceX = digits.GlyphMaxAdvanceX = std::round(size * face.digit - .15F);
    ImFont* font = atlas.AddFontFromFileTTF(face.file.c_str(), size, &digits, digit_range.data());
    ImFontConfig rest;
    rest.OversampleH = rest.OversampleV = 1;
    rest.MergeMode = true;
    atlas.AddFontFromFileTTF(face.file.c_str(), size, &rest, letters);
    return font;
}

ImFont* bake_default(ImFontAtlas& atlas, float css, float scale) {
    ImFontConfig config;
    config.SizePixels = std::round(css * scale);
    config.OversampleH = config.OversampleV = 1;
    return atlas.AddFontDefault(&config);
}

/// The built-in letters end at Latin-1: for what our own words use beyond it they show the nearest that there
/// is.
void stand_in(ImFont& font) {
    constexpr std::array<std::array<ImWchar, 2>, 18> nearest{{{0x2010, '-'},
                                                              {0x2011, '-'},
                                                              {0x2012, '-'},
                                                              {0x2013, '-'},
                                                              {0x2014, '-'},
                                                              {0x2018, '\''},
                                                              {0x2019, '\''},
                                                              {0x201c, '"'},
                                                              {0x201d, '"'},
                                                              {0x2026, 0xb7},
                                                              {0x2190, '<'},
                                                              {0x2191, '^'},
                                                              {0x2192, '>'},
                                                              {0x2193, 'v'},
                                                              {0x21b3, '>'},
                                                              {0x2212, '-'},
                                                              {0x2264, '<'},
                                                              {0x2713, 'v'}}};
    for (const auto& [wanted, instead] : nearest)
        font.AddRemapChar(wanted, instead);
}

} // namespace

void Fonts::Discard::operator()(ImFontAtlas* atlas) const {
    IM_DELETE(atlas);
}

Fonts::Fonts(FontFiles files) : files_(std::move(files)), atlas_(IM_NEW(ImFontAtlas)()) {}
Fonts::~Fonts() = default;

void Fonts::build(float scale) {
    scale_ = std::clamp(scale, 0.8F, 2.0F);
    complaint_.clear();
    icons_ = large_icons_ = nullptr;
    const auto all_readable = [&](auto face_of, const std::string& folder) {
        return std::all_of(styles.begin(), styles.end(), [&](const StyleOf& style) {
            return readable(face_of(folder, style.weight).file);
        });
    };
    const bool inter = all_readable(inter_face, files_.inter);
    const bool dejavu = !inter && all_readable(dejavu_face, files_.dejavu);
    bool built_in = !inter && !dejavu;
    if (!inter)
        complaint_ = dejavu ? "Het lettertype Inter ontbreekt (pakket fonts-inter). DejaVu wordt gebruikt."
                            : "Geen lettertype gevonden (pakket fonts-inter). De letters zijn nu grof.";

    atlas_->Clear();
    atlas_->TexDesiredWidth = 2048;
    atlas_->Flags |= ImFontAtlasFlags_NoMouseCursors;
    atlas_->FontBuilderIO = ImGuiFreeType::GetBuilderForFreeType();
    atlas_->FontBuilderFlags = ImGuiFreeTypeBuilderFlags_LightHinting;
    for (std::size_t i = 0; i < style_count; ++i) {
        const auto [css, weight] = styles.at(i);
        fonts_.at(i) = inter    ? bake(*atlas_, inter_face(files_.inter, weight), css, scale_)
                       : dejavu ? bake(*atlas_, dejavu_face(files_.dejavu, weight), css, scale_)
                                : bake_default(*atlas_, css, scale_);
    }
    if (readable(files_.icons)) {
        ImFontConfig config;
        config.OversampleH = config.OversampleV = 1;
        icons_ = atlas_->AddFontFromFileTTF(files_.icons.c_str(), std::round(20 * scale_), &config,
                                            icon_range.data());
        large_icons_ = atlas_->AddFontFromFileTTF(files_.icons.c_str(), std::round(30 * scale_), &config,
                                                  icon_range.data());
    }
    if (!atlas_->Build()) { // a damaged font file: the built-in letters always work
        complaint_ = "Een lettertype is onleesbaar (pakket fonts-inter). De letters zijn nu grof.";
        icons_ = large_icons_ = nullptr;
        atlas_->Clear();
        for (std::size_t i = 0; i < style_count; ++i)
            fonts_.at(i) = bake_default(*atlas_, styles.at(i).css, scale_);
        atlas_->Build();
        built_in = true;
    }
    if (built_in)
        for (ImFont* font : fonts_)
            stand_in(*font);
}

float css_size(Style style) {
    return styles.at(static_cast<std::size_t>(style)).css;
}

std::string_view glyph(Icon icon) {
    switch (icon) {
    case Icon::phone:
        return "\xEF\x82\x95";
    case Icon::search:
        return "\xEF\x80\x82";
    case Icon::bell:
        return "\xEF\x82\xA2";
    case Icon::bell_off:
        return "\xEF\x87\xB6";
    case Icon::print:
        return "\xEF\x80\xAF";
    case Icon::copy:
        return "\xEF\x83\x85";
    case Icon::question:
        return "\xEF\x84\xA8";
    case Icon::volume_off:
        return "\xEF\x80\xA6";
    case Icon::arrow_up_right:
        return "\xEF\x82\x8E";
    }
    return {};
}

} // namespace regiekamer::ui
