// The real screen: the hoogwater exercise as its script says it, at moments of the day and the night.
#include "scenarios/player/load.hpp"
#include "scenarios/player/plan.hpp"
#include "tests/dashboard/panels/night.hpp"

namespace hoogwater_test {

using namespace night;

namespace {

const player::Plan& hoogwater() {
    static const player::Plan plan =
        player::plan(*player::load(std::string(REGIEKAMER_SOURCE_DIR) + "/scenarios/hoogwater.toml"));
    return plan;
}

/// Everything that the script says up to then, as the journal would have it.
void plays_until(Desk& desk, minutes until) {
    const auto& plan = hoogwater();
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

} // namespace

TEST_CASE("at 04:37 the nine questions are answered from one look") {
    Desk desk;
    plays_until(desk, minutes(16 * 60 + 37));
    for (const auto& [width, height] : {std::pair{1920.F, 1080.F}, {1366.F, 768.F}}) {
        Gui gui(desk.drawn(), width, height);
        INFO(gui.screen());
        for (const char* words : {"OEFENING", "GRIP 2", "sinds 03:12", "Hoogwater Alblasserda", "VOOR MIJ",
                                  "te laat", "Niet bezet", "CoPI 04:45", "04:37"})
            CHECK(gui.sees(words));
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
