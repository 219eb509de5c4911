// The fonts: all that is shown has a glyph, at every scale; a machine without them still shows letters.
#include "dashboard/panels/ui/fonts.hpp"

#include "tests/support/catch.hpp"

#include <filesystem>
#include <imgui.h>

namespace fonts_test {

using namespace regiekamer::ui;

TEST_CASE("Inter has every sign that the look uses, and the icons are there") {
    Fonts fonts;
    fonts.build(1);
    CHECK(fonts.complaint().empty());
    for (const ImWchar sign :
         {L'é', L'ë', L'ï', L'ĳ', L'ł', L'ş', L'ș', L'€', L'—', L'–', L'·', L'…', L'→', L'↑', L'↓', L'↗',
          L'↳', L'✓', L'✗', L'●', L'○', L'◆', L'■', L'▲', L'▶', L'×', L'−', L'≥', L'’', L'0', L'9'}) {
        INFO(static_cast<int>(sign));
        CHECK(fonts.font(Style::body18)->FindGlyphNoFallback(sign) != nullptr);
        CHECK(fonts.font(Style::row16)->FindGlyphNoFallback(sign) != nullptr);
    }
    REQUIRE(fonts.has_icons());
    CHECK(fonts.icons(false)->FindGlyphNoFallback(0xF095) != nullptr);
}

TEST_CASE("letters have the look's size: ImGui's size is 1.21 times the CSS size") {
    Fonts fonts;
    fonts.build(1);
    CHECK(fonts.font(Style::row16)->FontSize == 19);
    CHECK(fonts.font(Style::title24)->FontSize == 29);
    fonts.build(2);
    CHECK(fonts.font(Style::row16)->FontSize == 39);
}

TEST_CASE("the scale stays between 80 and 200 %, and the atlas fits in a texture") {
    Fonts fonts;
    fonts.build(0.1F);
    CHECK(fonts.scale() == 0.8F);
    fonts.build(9);
    CHECK(fonts.scale() == 2);
    CHECK(fonts.atlas()->TexHeight <= 4096);
    CHECK(fonts.atlas()->TexWidth <= 4096);
}

TEST_CASE("without Inter DejaVu is used and a Dutch line says so; without both there are still letters") {
    FontFiles files;
    files.inter = "/nergens";
    if (std::filesystem::exists(files.dejavu + "/DejaVuSans.ttf")) {
        Fonts dejavu(files);
        dejavu.build(1);
        CHECK_THAT(dejavu.complaint(), ContainsSubstring("DejaVu wordt gebruikt"));
        CHECK(dejavu.font(Style::body18)->FindGlyphNoFallback(L'é') != nullptr);
    }
    files.dejavu = files.icons = "/nergens";
    Fonts none(files);
    none.build(1);
    CHECK_THAT(none.complaint(), ContainsSubstring("Geen lettertype gevonden"));
    CHECK_FALSE(none.has_icons());
    for (std::size_t i = 0; i < style_count; ++i)
        CHECK(none.font(static_cast<Style>(i))->FindGlyphNoFallback(L'a') != nullptr);
    for (const wchar_t ours : std::wstring(L"…–−→↑↳≤✓"))
        CHECK(none.font(Style::body18)->FindGlyphNoFallback(static_cast<ImWchar>(ours)) != nullptr);
}

} // namespace fonts_test
