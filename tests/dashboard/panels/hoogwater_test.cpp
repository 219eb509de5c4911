// The real screen: the hoogwater exercise as its script says it, at moments of the day and the night.
#include "dashboard/panels/views.hpp"
#include "scenarios/player/load.hpp"
#include "scenarios/player/plan.hpp"
#include "tests/dashboard/panels/night.hpp"

#include <fmt/format.h>

namespace hoogwater_test {

using namespace night;

namespace {

player::Plan planned(const std::string& scenario) {
    return player::plan(
        *player::load(std::string(REGIEKAMER_SOURCE_DIR) + "/scenarios/" + scenario + ".toml"));
}

const player::Plan& hoogwater() {
    static const player::Plan plan = planned("hoogwater");
    return plan;
}

/// Everything that the script says up to then, as the journal would have it.
void plays_until(Desk& desk, minutes until, const player::Plan& plan = hoogwater()) {
    desk.map = *load_base_map(std::string(REGIEKAMER_SOURCE_DIR) + "/assets/map/alblasserdam.geojson");
    Sequence sequence = 0;
    for (const auto& entry : plan.entries) {
        if (entry.due > until) break;
        Recorded fact;
        fact.sequence = ++sequence;
        fact.message = player::message_of(plan, entry, "run", entry.due);
        fact.recorded = fact.message.time;
        desk.takes(fact);
    }
    desk.now = desk.data.wall_now = plan.start + until;
    desk.data.heard = desk.now - seconds(1);
}

/// Two texts over each other, when more than a third of the lower one's height is covered: what nobody can
/// read.
std::vector<std::string> overprinted(const Gui& gui) {
    std::vector<std::string> found;
    std::vector<ui::Seen> texts;
    for (const auto& seen : ui::seen(gui.ui))
        if (seen.kind == ui::SeenKind::text && !seen.text.empty()) texts.push_back(seen);
    for (std::size_t i = 0; i < texts.size(); ++i)
        for (std::size_t k = i + 1; k < texts.size(); ++k) {
            const auto &a = texts[i].rect, &b = texts[k].rect;
            const float wide = std::min(a.right(), b.right()) - std::max(a.x, b.x);
            const float high = std::min(a.bottom(), b.bottom()) - std::max(a.y, b.y);
            if (wide > 3 && high > std::min(a.h, b.h) / 3)
                found.push_back(fmt::format("'{}' over '{}'", texts[k].text, texts[i].text));
        }
    return found;
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

TEST_CASE("on the day of an evenement no moment lies over another, over the heading or over nu") {
    Desk desk;
    const auto festival = planned("festival-weer");
    plays_until(desk, minutes(4 * 60), festival);
    desk.view = View::evenementen;
    struct Size {
        float width, height, scale;
    };
    for (const auto& [width, height, scale] :
         {Size{1920, 1080, 1}, {1600, 900, 1}, {1440, 900, 1}, {1366, 768, 1}, {1920, 1080, 1.5F}}) {
        Gui gui(desk.drawn(), width, height, scale);
        for (int quarter = 0; quarter <= 16; ++quarter) {
            desk.looks_at(festival.start + minutes(15 * quarter));
            gui.frame(2);
            CAPTURE(quarter, width, height, scale);
            for (const auto& pair : overprinted(gui))
                FAIL_CHECK(pair);
        }
    }
}

TEST_CASE("in every view, at every size of screen and text, no words lie over others") {
    Desk desk;
    plays_until(desk, minutes(16 * 60 + 37));
    struct Size {
        float width, height, scale;
    };
    for (const auto& [width, height, scale] : {Size{1920, 1080, 1},
                                               {1920, 1080, 1.5F},
                                               {1920, 1080, 2},
                                               {3840, 2160, 1},
                                               {3840, 2160, 2},
                                               {1600, 900, 1},
                                               {1366, 768, 0.8F},
                                               {1366, 768, 1},
                                               {1366, 768, 1.25F},
                                               {1366, 768, 1.5F},
                                               {1366, 768, 2},
                                               {800, 600, 1},
                                               {800, 600, 1.25F}}) {
        Gui gui(desk.drawn(), width, height, scale);
        for (const auto& entry : panels::views()) {
            desk.view = entry.view;
            for (int tab = 0; tab < 6; ++tab) {
                desk.drafts.tab = tab;
                gui.frame(2);
                CAPTURE(entry.name, tab, width, height, scale);
                for (const auto& pair : overprinted(gui))
                    FAIL_CHECK(pair);
                if (desk.drafts.tab < tab) break; // no more tabs here
                if (gui.ui.screen.w >= 1200 && gui.ui.screen.h >= 600) break;
            }
        }
    }
}

} // namespace hoogwater_test
