// The real screen: the hoogwater exercise as its script says it, at moments of the day and the night.
#include "tests/dashboard/panels/night.hpp"
#include "tests/dashboard/panels/script.hpp"

namespace hoogwater_test {

using namespace night;

namespace {

const player::Plan& hoogwater() {
    static const Script script("hoogwater");
    return script.plan;
}

void plays_until(Desk& desk, minutes until) {
    ::plays_until(desk, until, hoogwater());
}

} // namespace

TEST_CASE("at 04:37 the nine questions are answered from one look") {
    Desk desk;
    plays_until(desk, minutes(16 * 60 + 37));
    for (const auto& [width, height] : {std::pair{1920.F, 1080.F}, {1366.F, 768.F}}) {
        Gui gui(desk.drawn(), width, height);
        INFO(gui.screen());
        for (const char* words : {"OEFENING", "GRIP 2", "sinds 03:12", "Hoogwater", "– Kade", "VOOR MIJ",
                                  "te laat", "Niet bezet", "CoPI 04:45", "04:37"})
            CHECK(gui.sees(words));
    }
}

TEST_CASE("a level and a peak stand there whole or not at all: a number that is cut is another number") {
    Desk desk;
    plays_until(desk, minutes(16 * 60 + 37));
    for (const auto& [width, height, scale] : {std::tuple{1920.F, 1080.F, 1.F},
                                               {1600.F, 900.F, 1.F},
                                               {1366.F, 768.F, 1.F},
                                               {1366.F, 768.F, 1.5F}}) {
        Gui gui(desk.drawn(), width, height, scale);
        gui.frame();
        INFO(width << " at " << scale);
        for (const auto& seen : ui::seen(gui.ui)) {
            const bool peak = seen.text.starts_with("Hoogste: ");
            if (!peak && !seen.text.starts_with("Alblasserdam 2,")) continue;
            INFO(seen.text);
            const auto style = peak && seen.rect.h > ui::line_height(ui::Style::secondary15) + 0.5F
                                   ? ui::Style::row16
                                   : ui::Style::secondary15;
            CHECK(ui::width(gui.ui, style, seen.text) <= seen.rect.w + 2);
        }
    }
}

TEST_CASE("at every half hour the real screen fits, and no name on the plot lies on another") {
    Desk desk;
    plays_until(desk, minutes(24 * 60));
    Gui wide(desk.drawn()), narrow(desk.drawn(), 1366, 768), tabs(desk.drawn(), 800, 600);
    for (int half = 0; half <= 48; ++half) {
        desk.looks_at(hoogwater().start + minutes(30 * half));
        for (Gui* gui : {&wide, &narrow, &tabs}) {
            gui->frame(2);
            CHECK(gui->vertices() <= 20'000);
            for (const auto& seen : ui::seen(gui->ui))
                if (!seen.text.empty() && !gui->ui.screen.inset(-1).contains(seen.rect))
                    FAIL_CHECK("outside the window: " << seen.text);
        }
    }
}

TEST_CASE("a place on the plot has its name once") {
    Desk desk;
    plays_until(desk, minutes(16 * 60 + 37));
    Gui gui(desk.drawn());
    const auto plot = gui.find("plot").rect;
    std::map<std::string, int> count;
    for (const auto& seen : ui::seen(gui.ui))
        if (seen.kind == ui::SeenKind::text && plot.contains(seen.rect.centre()) && seen.text != "open")
            CHECK(++count[std::string(seen.text)] == 1);
    CHECK(count["Sporthal Blokweer"] == 1);
}

TEST_CASE("the functions that dialogs offer are those of the script") {
    Desk desk;
    plays_until(desk, minutes(16 * 60 + 37));
    Gui gui(desk.drawn());
    gui.press(Key::n);
    gui.frame();
    for (const char* function : {"informatiemanager", "communicatieadviseur CoPI", "teamleider opvang"})
        CHECK(gui.sees(std::string("actie/wie/") + function));
}

} // namespace hoogwater_test
