// The board ACTIES, and what is done to one action: each act by key, and the board follows.
#include "tests/dashboard/action_boards/incident.hpp"

namespace actions_test {

using namespace night;

namespace {

void three_actions(Desk& desk) {
    begin_with_cards(desk);
    opens_action(desk, "a", "Achterwacht bellen", "OvD-Bz", at(10));
    opens_action(desk, "b", "Sporthal open", "teamleider opvang", at(-40));
    opens_action(desk, "c", "Persbericht", "HTO Crisiscommunicatie", std::nullopt);
}

void shows_board(Gui& gui) {
    gui.press(Key::f12);
    gui.frame(2);
    INFO(gui.screen());
    REQUIRE(gui.sees("ACTIES · 3 open"));
}

/// Chooses the first action with ↓ and opens what can be done.
void opens_first(Gui& gui) {
    gui.press(Key::down);
    gui.frame();
    opens(gui, Key::d, "Wat doet u");
}

} // namespace

TEST_CASE("F12 shows the actions by owner, one's own first, late in words") {
    Desk desk;
    three_actions(desk);
    Gui gui(desk.drawn());
    shows_board(gui);
    CHECK(gui.sees("OvD-Bz · 1 · 1 te laat"));
    CHECK(gui.sees("10 min te laat"));
    CHECK(gui.find("OvD-Bz · 1").rect.y < gui.find("Teamleider opvang · 1").rect.y);
    gui.press(Key::d3);
    gui.frame();
    CHECK(gui.sees("Te laat · 1"));
    CHECK(gui.sees("Binnen een uur · 1"));
    CHECK(gui.sees("Zonder tijd · 1"));
    gui.press(Key::d2);
    gui.frame();
    CHECK(gui.sees("Zonder proces · 3"));
}

TEST_CASE(
    "an action that waits in a circle or for itself says so, and one that was due before it was opened") {
    Desk desk;
    begin_with_cards(desk);
    const auto waits = [&](const char* id, const char* title, const char* after) {
        ActionOpened body;
        body.action = id;
        body.incident = incident;
        body.title = title;
        body.owner = "OvD-Bz";
        body.depends_on = std::vector<ActionId>{after};
        desk.tells(at(30), body);
    };
    waits("a", "Eerst", "b");
    waits("b", "Dan", "a");
    waits("c", "Zelf", "c");
    opens_action(desk, "d", "Te vroeg", "OvD-Bz", at(40)); // opened at 30
    Gui gui(desk.drawn());
    gui.press(Key::f12);
    gui.frame(2);
    INFO(gui.screen());
    CHECK(gui.sees("wacht in een kring op: Dan"));
    CHECK(gui.sees("wacht in een kring op: Eerst"));
    CHECK(gui.sees("wacht op zichzelf"));
    CHECK(gui.sees("uiterlijk lag al vóór het openen"));
}

TEST_CASE("late follows the instant shown") {
    Desk desk;
    three_actions(desk);
    Gui gui(desk.drawn());
    shows_board(gui);
    desk.looks_at(at(15));
    gui.frame(2);
    CHECK(gui.sees("0 te laat"));
    CHECK(gui.sees("over 5 min"));
}

TEST_CASE("the filters leave out, and say how to see all again") {
    Desk desk;
    three_actions(desk);
    Gui gui(desk.drawn());
    shows_board(gui);
    gui.press(Key::d5);
    gui.frame();
    CHECK(gui.sees("Achterwacht bellen"));
    CHECK_FALSE(gui.sees("Sporthal open"));
    gui.press(Key::d7);
    gui.frame();
    CHECK(gui.sees("Kies Alles met [8]"));
    gui.press(Key::d8);
    gui.press(Key::v);
    gui.frame();
    CHECK_FALSE(gui.sees("Persbericht"));
}

TEST_CASE("an action is handed over by key, with its person") {
    Desk desk;
    three_actions(desk);
    Gui gui(desk.drawn());
    shows_board(gui);
    opens_first(gui);
    gui.press(Key::d5); // Draag over
    gui.frame(2);
    gui.click("actie/naar/informatiemanager");
    gui.click("actie/wie");
    gui.type("A. Jansen");
    gui.press(Key::enter);
    REQUIRE(desk.acted<ActionAssigned>().size() == 1);
    CHECK(desk.acted<ActionAssigned>()[0] ==
          ActionAssigned{"a", Function("informatiemanager"), PersonId("jansen")});
    gui.frame();
    CHECK(gui.sees("A. Jansen · informatiemanager"));
    CHECK(gui.sees("naar: informatiemanager")); // the history beside it
}

TEST_CASE("handing over to the one who has it is refused") {
    Desk desk;
    three_actions(desk);
    Gui gui(desk.drawn());
    shows_board(gui);
    opens_first(gui);
    gui.press(Key::d5);
    gui.frame(2);
    gui.click("form/doe");
    gui.frame();
    CHECK(gui.sees("Deze functie heeft de actie al."));
    CHECK(desk.acts() == 0);
}

TEST_CASE("a new time needs a reason and is not past") {
    Desk desk;
    three_actions(desk);
    Gui gui(desk.drawn());
    shows_board(gui);
    opens_first(gui);
    gui.press(Key::d6); // Verzet: the time has the keyboard
    gui.frame(2);
    gui.type("04:00");
    gui.click("actie/notitie");
    gui.type("geen sleutel");
    gui.press(Key::enter);
    gui.frame();
    CHECK(gui.sees("Die tijd is al voorbij: dat was"));
    CHECK(gui.sees("Schrijf een tijd die nog komt."));
    CHECK(desk.acts() == 0);
    gui.click("actie/tijd");
    gui.press(ui::with_ctrl(Key::a));
    gui.press(Key::del);
    gui.type("P-5u");
    gui.press(Key::enter);
    REQUIRE(desk.acted<ActionRescheduled>().size() == 1);
    CHECK(desk.acted<ActionRescheduled>()[0] == ActionRescheduled{"a", at(-60), "geen sleutel"});
}

TEST_CASE("D opens the chosen action also where the window has no pane for it") {
    Desk desk;
    three_actions(desk);
    Gui gui(desk.drawn(), 1366, 768, 1.5F);
    presses(gui, Key::f12);
    presses(gui, Key::down);
    CHECK_FALSE(gui.sees("GEKOZEN ACTIE"));
    presses(gui, Key::d);
    INFO(gui.screen());
    CHECK(desk.drafts.dialog == Dialog::action_detail);
}

TEST_CASE("after a time that is past, what is typed goes into that field") {
    Desk desk;
    three_actions(desk);
    Gui gui(desk.drawn());
    opens(gui, Key::n, "NIEUWE ACTIE");
    gui.type("Bedden zetten");
    gui.press(Key::tab);
    gui.frame();
    gui.type(" 04:00");
    gui.press(Key::enter);
    gui.frame(3);
    INFO(gui.screen());
    CHECK(gui.sees("Die tijd is al voorbij: dat was"));
    CHECK(gui.ui.typing);
    gui.press(ui::with_ctrl(Key::a));
    gui.type("+30");
    gui.press(Key::enter);
    CHECK(only<ActionOpened>(desk).due == desk.now + minutes(30));
    CHECK(only<ActionOpened>(desk).owner == Function("OvD-Bz"));
}

TEST_CASE("a new action by keyboard: what, a rule, what it waits for") {
    Desk desk;
    three_actions(desk);
    Gui gui(desk.drawn());
    opens(gui, Key::n, "NIEUWE ACTIE");
    gui.type("Bedden zetten");
    gui.press(Key::tab);
    gui.frame();
    gui.type("v+30m");
    gui.press(Key::tab);
    gui.frame();
    gui.type("sporthal");
    gui.press(Key::enter);
    REQUIRE(desk.acted<ActionOpened>().size() == 1);
    const auto body = desk.acted<ActionOpened>()[0];
    CHECK(body.due_rule == "V+30m");
    CHECK_FALSE(body.due);
    CHECK(body.depends_on == std::vector<ActionId>{ActionId("b")});
    desk.tells(desk.now, ActionFinished{"b", std::nullopt});
    CHECK(picture::find_action(desk.picture(), body.action)->due.value == desk.now + minutes(30));
}

TEST_CASE("a rule that cannot be reckoned, is past, or fits no action is refused in words") {
    Desk desk;
    three_actions(desk);
    Gui gui(desk.drawn());
    const auto refused = [&](const char* due, const char* after, const char* sentence) {
        gui.press(Key::n);
        gui.frame();
        gui.type("Bellen");
        gui.press(Key::tab);
        gui.frame();
        gui.type(due);
        gui.press(Key::tab);
        gui.frame();
        gui.type(after);
        gui.click("form/doe");
        gui.frame();
        INFO(gui.screen());
        CHECK(gui.sees(sentence));
        CHECK(desk.acts() == 0);
        gui.press(Key::escape);
        gui.frame();
    };
    refused("P-24u", "", "Die tijd is al voorbij: P-24u was");
    refused("B-2u", "", "hoort niet bij een evenement");
    refused("V+10m", "", "Vul in waarop deze wacht.");
    refused("P-6h", "", "De tijd is niet te lezen.");
    refused("", "brug", "Geen open actie past hierop.");
    refused("", "e", "Dit past op 3 acties.");
}

TEST_CASE("who may not act sees it greyed, and D and a press say why") {
    Desk desk;
    three_actions(desk);
    desk.user.function = Function("meekijker");
    Gui gui(desk.drawn());
    shows_board(gui);
    gui.press(Key::down);
    gui.frame();
    gui.press(Key::d);
    CHECK(desk.drafts.dialog == Dialog::none);
    REQUIRE(desk.remark.has_value());
    CHECK(desk.remark->text.find("meekijker") != std::string::npos);
    gui.frame();
    gui.click("actie/" + desk.drafts.action_board.selected); // a second press opens it, to be read
    gui.frame(2);
    CHECK(desk.drafts.dialog == Dialog::action_detail);
    CHECK_FALSE(gui.sees("Pak op"));
}

TEST_CASE("? tells what is behind an action and a step of its history") {
    Desk desk;
    three_actions(desk);
    const Sequence moved = desk.tells(at(1), ActionRescheduled{"a", at(-30), "later"});
    Gui gui(desk.drawn());
    shows_board(gui);
    gui.click("actie/a");
    gui.hover("actie/a");
    gui.press(Key::question);
    REQUIRE(desk.drafts.dialog == Dialog::reasons);
    CHECK(desk.drafts.reasons.back() == moved);
    gui.press(Key::escape);
    gui.hover("verzet");
    gui.press(Key::question);
    CHECK(desk.drafts.reasons == std::vector<Sequence>{moved});
}

} // namespace actions_test
