// The look's promise in numbers: what is text can be read on every ground it stands on.
#include "dashboard/panels/ui/tokens.hpp"

#include "tests/support/catch.hpp"

namespace tokens_test {

using namespace regiekamer::ui;

namespace {

void check_text(const Palette& p, double least) {
    for (const Colour ground : {p.bg, p.surface, p.raised, p.selected})
        for (const Colour ink : {p.text, p.dim, p.flow, p.attention, p.critical})
            CHECK(contrast(ink, ground) >= least);
}

} // namespace

TEST_CASE("contrast is that of WCAG: 21 for black on white, 1 for the same colour") {
    CHECK(contrast(hex(0x000000), hex(0xffffff)) == Approx(21));
    CHECK(contrast(hex(0x777777), hex(0xffffff)) == Approx(4.48).margin(0.01));
    CHECK(contrast(hex(0x9e2f27), hex(0x9e2f27)) == Approx(1));
}

TEST_CASE("text and states can be read on every ground, dark and light") {
    check_text(dark_palette(), 4.5);
    check_text(light_palette(), 4.5);
    check_text(contrast_palette(), 7);
}

TEST_CASE("header and alarm line reach 7 with text and dim") {
    for (const Palette& p : {dark_palette(), light_palette()}) {
        CHECK(contrast(p.text, p.surface) >= 7);
        CHECK(contrast(p.dim, p.surface) >= 7);
        CHECK(contrast(p.on_alarm, p.alarm) >= 7);
        CHECK(contrast(p.on_solid, p.solid) >= 7);
        CHECK(contrast(p.exercise, p.on_exercise) >= 7);
        for (const Colour fill : p.grip) {
            CHECK(contrast(p.on_grip, fill) >= 7);
            CHECK(contrast(p.on_grip_sub, fill) >= 7);
        }
    }
}

TEST_CASE("labels can be read on water") {
    CHECK(contrast(dark_palette().text, dark_palette().water) >= 9);
    CHECK(contrast(light_palette().text, light_palette().water) >= 11);
}

TEST_CASE("looking back tints every ground and keeps the text readable") {
    for (const Palette& now : {dark_palette(), light_palette()}) {
        const Palette then = looking_back(now);
        CHECK(then.bg != now.bg);
        CHECK(then.surface != now.surface);
        CHECK(then.raised != now.raised);
        CHECK(then.selected != now.selected);
        CHECK(then.text == now.text);
        for (const Colour ground : {then.bg, then.surface, then.raised, then.selected}) {
            CHECK(contrast(then.text, ground) >= 7);
            CHECK(contrast(then.dim, ground) >= 4.5);
            CHECK(contrast(then.flow, ground) >= 4.2);
        }
    }
}

} // namespace tokens_test
