// C opens the card of the incident; what is ticked becomes actions, each with the time that its rule gives.
#include "dashboard/picture/due_times.hpp"
#include "tests/dashboard/action_boards/incident.hpp"

#include <map>
#include <set>

namespace task_card_test {

using namespace night;

namespace {

std::map<std::string, ActionOpened> by_card(const Desk& desk) {
    std::map<std::string, ActionOpened> all;
    for (const auto& one : desk.acted<ActionOpened>())
        all.emplace(one.card.value_or(""), one);
    return all;
}

} // namespace

TEST_CASE("two keys open the card of the incident with the basis, due by the rules") {
    Desk desk;
    begin_with_cards(desk);
    Gui gui(desk.drawn());
    opens(gui, Key::c, "TAAKKAART");
    CHECK(gui.sees("Dilemma: Vroeg waarschuwen"));
    gui.press(Key::enter);
    const auto opened = by_card(desk);
    INFO(gui.screen());
    REQUIRE(opened.contains("1.10"));
    CHECK(opened.at("1.10").due == at(-360) - hours(4));
    CHECK(opened.at("1.10").due_rule == "P-4u");
    CHECK(opened.at("1.10").owner == Function("informatiemanager"));
    CHECK(opened.at("1.15").due == at(-360) + hours(3));
    CHECK(opened.at("0.10").due == at(95) + hours(4)); // the basis comes with it: A+4u
    CHECK(opened.at("0.10").process == "Ondersteuning");
    CHECK_FALSE(opened.at("0.11").due); // N
    CHECK(opened.at("0.11").due_rule == "N");
    CHECK_FALSE(opened.contains("1.1")); // P-24u is long past: to be ticked by who wants it
    CHECK_FALSE(opened.contains("0.9")); // comes with GRIP 3
    for (const auto& [nr, body] : opened)
        CHECK((!body.due || *body.due >= desk.now));
    CHECK(desk.drafts.dialog == Dialog::none);
}

TEST_CASE("two desks that open the same lines at the same moment open the same actions") {
    std::map<std::string, ActionOpened> opened[2];
    for (auto& lines : opened) {
        Desk desk;
        begin_with_cards(desk);
        Gui gui(desk.drawn());
        opens(gui, Key::c, "TAAKKAART");
        gui.press(Key::enter);
        lines = by_card(desk);
    }
    REQUIRE_FALSE(opened[0].empty());
    for (const auto& [nr, body] : opened[0])
        CHECK(opened[1].at(nr).action == body.action);
    std::set<ActionId> ids;
    for (const auto& [nr, body] : opened[0])
        ids.insert(body.action);
    CHECK(ids.size() == opened[0].size());
}

TEST_CASE("a line that lapsed and is opened once more is another action") {
    Desk desk;
    begin_with_cards(desk);
    Gui gui(desk.drawn());
    opens(gui, Key::c, "TAAKKAART");
    gui.press(Key::enter);
    const auto first = by_card(desk).at("1.10").action;
    desk.tells(desk.now, ActionCancelled{first, "nu niet"});
    desk.forget();
    opens(gui, Key::c, "TAAKKAART");
    gui.click("regel/1.10");
    gui.frame();
    gui.press(Key::enter);
    REQUIRE(by_card(desk).contains("1.10"));
    CHECK(by_card(desk).at("1.10").action != first);
}

TEST_CASE("what stands open is not opened twice, what is past is due now when it is ticked") {
    Desk desk;
    begin_with_cards(desk);
    Gui gui(desk.drawn());
    opens(gui, Key::c, "TAAKKAART");
    gui.press(Key::a); // nothing
    gui.frame();
    gui.press(Key::enter);
    gui.frame();
    CHECK(gui.sees("Vink aan wat er moet gebeuren."));
    CHECK(desk.acts() == 0);
    gui.click("regel/1.1");
    gui.frame();
    gui.click("regel/1.10");
    gui.frame();
    CHECK(gui.sees("Zet 2 acties uit"));
    gui.click("form/doe");
    auto opened = by_card(desk);
    REQUIRE(opened.size() == 2);
    CHECK(opened.at("1.1").due == desk.now);
    CHECK(opened.at("1.1").note->starts_with("volgens de kaart"));
    desk.forget();
    opens(gui, Key::c, "TAAKKAART");
    CHECK(gui.sees("staat al open"));
    gui.press(Key::enter);
    CHECK_FALSE(by_card(desk).contains("1.10"));
}

TEST_CASE("another card is one digit away") {
    Desk desk;
    begin_with_cards(desk);
    Gui gui(desk.drawn());
    opens(gui, Key::c, "TAAKKAART");
    gui.press(Key::d3); // the number on it, not its place: cards begin at 0
    gui.frame(2);
    CHECK(gui.sees("3.2  NL-Alert tekst: ramen, deuren, ventilatie dicht"));
    CHECK(gui.sees("A+6u"));
}

TEST_CASE("norms for the public count from the start of the incident") {
    Desk desk;
    begin_with_cards(desk);
    const auto due =
        picture::due_of_line(desk.picture(), incident, "3.6", desk.catalogue.cards.line("3.6")->due);
    CHECK(due == at(100) + hours(3));
}

TEST_CASE("without an incident or without cards nothing is opened") {
    Desk desk;
    Gui gui(desk.drawn());
    gui.press(Key::c);
    CHECK(desk.drafts.dialog == Dialog::none);
    begin(desk);
    gui.frame();
    opens(gui, Key::c, "Er zijn geen taakkaarten gelezen");
    gui.press(Key::enter);
    CHECK(desk.acts() == 0);
}

TEST_CASE("on a small screen the card uses the room there is for its lines") {
    Desk desk;
    begin_with_cards(desk);
    Gui gui(desk.drawn(), 1366, 768);
    opens(gui, Key::c, "TAAKKAART");
    gui.frame(3);
    INFO(gui.screen());
    int lines = 0;
    for (const auto& one : ui::seen(gui.ui))
        lines += one.id.starts_with("regel/") ? 1 : 0;
    CHECK(lines >= 8);
}

} // namespace task_card_test
