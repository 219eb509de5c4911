// Text: recorded as written, cut between characters, placed where it was asked.
#include "tests/support/gui.hpp"
#include "tests/support/property.hpp"

namespace text_test {

using namespace regiekamer::ui;

namespace {

bool valid_utf8(std::string_view words) {
    for (std::size_t at = 0; at < words.size();) {
        const auto lead = static_cast<unsigned char>(words[at]);
        const std::size_t size = lead < 0x80 ? 1 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
        if (at + size > words.size()) return false;
        for (std::size_t i = 1; i < size; ++i)
            if ((static_cast<unsigned char>(words[at + i]) & 0xC0U) != 0x80) return false;
        at += size;
    }
    return true;
}

} // namespace

TEST_CASE("a text is recorded as written and stands where it was put") {
    Gui gui([](Ui& ui) { text(ui, Style::body18, {100, 200}, ui.palette.text, "coördinatie – 3 × €"); });
    const Seen one = gui.find("coördinatie");
    CHECK(one.text == "coördinatie – 3 × €");
    CHECK(one.rect.x == 100);
    CHECK(one.rect.contains(Point{101, 195}));
    CHECK(one.rect.w == Approx(width(gui.ui, Style::body18, "coördinatie – 3 × €")));
}

TEST_CASE("right-aligned and centred text end and stand where they should") {
    float start = 0, wide = 0;
    Gui gui([&](Ui& ui) {
        wide = width(ui, Style::row16, "22/30");
        start = text_right(ui, Style::row16, {500, 50}, ui.palette.text, "22/30");
        text_centre(ui, Style::row16, {500, 90}, ui.palette.text, "midden");
    });
    CHECK(start == Approx(500 - wide));
    CHECK(gui.find("midden").rect.centre().x == Approx(500));
}

TEST_CASE("digits have one width in every style, so that columns and clocks do not dance") {
    Gui gui([](Ui&) {});
    for (std::size_t i = 0; i < style_count; ++i) {
        const auto style = static_cast<Style>(i);
        CHECK(width(gui.ui, style, "1111") == width(gui.ui, style, "8080"));
        CHECK(width(gui.ui, style, "04:37:12") == width(gui.ui, style, "11:11:11"));
    }
}

TEST_CASE("a text that fits is left whole, one that does not is cut with room for its dots") {
    Gui gui([](Ui&) {});
    const std::string_view words = "Communicatieadviseur CoPI";
    const float whole = width(gui.ui, Style::row16, words);
    CHECK(fitting(gui.ui, Style::row16, whole + 1, words) == words.size());
    const std::size_t fits = fitting(gui.ui, Style::row16, whole - 5, words);
    CHECK(fits < words.size());
    CHECK(width(gui.ui, Style::row16, words.substr(0, fits)) + width(gui.ui, Style::row16, "…") <=
          whole - 5 + 1);
}

TEST_CASE("cutting never splits a character and never exceeds the width") {
    Gui gui([](Ui&) {});
    holds("fitting cuts valid UTF-8 into valid UTF-8", [&] {
        std::string words;
        for (const int piece : any_numbers(0, 8))
            words += std::array{"a", "é", "€", "…", "ij", " ", "ș", "ź"}.at(static_cast<std::size_t>(piece));
        const auto room = static_cast<float>(any_between(0, 200));
        const std::size_t fits = fitting(gui.ui, Style::body18, room, words);
        MUST(fits <= words.size());
        MUST(valid_utf8(words.substr(0, fits)));
        if (fits < words.size() && fits > 0)
            MUST(width(gui.ui, Style::body18, words.substr(0, fits)) <= room + 1);
    });
}

TEST_CASE("letters that the font has not are named in words; what was written is kept as it is") {
    Gui gui([](Ui& ui) {
        text(ui, Style::row16, {10, 20}, ui.palette.text, "Tolk: שלום עולם, kamer 3");
        text_wrapped(ui, Style::row16, {10, 60, 400, 200}, ui.palette.text, "مرحبا");
    });
    CHECK(gui.sees("Tolk: שלום עולם, kamer 3")); // the record, and with it --tekst
    const auto wide = [&](std::string_view words) { return width(gui.ui, Style::row16, words); };
    CHECK(wide("Tolk: שלום עולם, kamer 3") == wide("Tolk: [ander schrift], kamer 3"));
    CHECK(wide("مرحبا") == wide("[ander schrift]"));
    CHECK(wide("Пожар на Каде 12") == wide("[ander schrift] 12"));
    CHECK(wide("brand 🔥🔥 hier") == wide("brand [teken] hier"));
    CHECK(wide("cafe\u0301 é") == wide("cafe é")); // an accent apart
    CHECK(wide("Ștefan Țîru") > 0);
    CHECK(shortened(gui.ui, Style::row16, 2000, "Gebouw שלום") == "Gebouw [ander schrift]");
    CHECK(wrapped_height(gui.ui, Style::row16, 2000, "שלום\nעולם") == 2 * line_height(Style::row16));
}

TEST_CASE("any bytes can be drawn") {
    std::string bytes;
    Gui gui([&](Ui& ui) {
        text(ui, Style::row16, {10, 20}, ui.palette.text, bytes);
        text_within(ui, Style::row16, {10, 50}, 60, ui.palette.text, bytes);
        text_wrapped(ui, Style::row16, {10, 60, 90, 200}, ui.palette.text, bytes);
        capitals(ui, Style::section14, {10, 400}, 300, ui.palette.text, bytes);
    });
    holds("no bytes stop a frame", [&] {
        bytes = any_bytes();
        gui.frame();
    });
}

TEST_CASE("wrapped text breaks at words and at line breaks, and stays in its rectangle") {
    float used = 0, needed = 0;
    Gui gui([&](Ui& ui) {
        const std::string_view words = "Ramen en deuren dicht in twee buurten.\nAsbest: onbevestigd.";
        used = text_wrapped(ui, Style::body18, {0, 0, 200, 1000}, ui.palette.text, words);
        needed = wrapped_height(ui, Style::body18, 200, words);
        CHECK(text_wrapped(ui, Style::body18, {0, 0, 200, 52}, ui.palette.text, words) ==
              2 * line_height(Style::body18));
    });
    CHECK(used == needed);
    CHECK(used >= 3 * line_height(Style::body18));
    CHECK(wrapped_height(gui.ui, Style::body18, 10, "onafbreekbaar") > 0);
    CHECK(wrapped_height(gui.ui, Style::body18, 10, "") == 0);
}

TEST_CASE("the record reads as lines: one height is one line, what can be pressed is in brackets") {
    Gui gui([](Ui& ui) {
        text(ui, Style::row16, {10, 20}, ui.palette.text, "AC-Bz");
        text(ui, Style::row16, {90, 20}, ui.palette.text, "Aanwezig ROT");
        button(ui, "nieuw", {10, 40, 160, 44}, "Nieuwe actie", "N");
    });
    CHECK(seen_as_text(gui.ui) == "AC-Bz  Aanwezig ROT\n[Nieuwe actie]\n");
}

TEST_CASE("at 200 % a text is twice as large in pixels and as large in logical pixels") {
    const auto pixels = [](Gui& gui) { return width(gui.ui, Style::title24, "Hoogwater") * gui.ui.scale; };
    Gui small([](Ui&) {}, 1920, 1080, 1), large([](Ui&) {}, 1920, 1080, 2);
    CHECK(pixels(large) == Approx(2 * pixels(small)).epsilon(0.05));
    CHECK(large.ui.screen.w == 960);
}

} // namespace text_test
