// Posts, records and the plan of the year, filled by hand.
#include "tests/dashboard/panels/night.hpp"

namespace staffing_test {

using namespace night;

namespace {

/// The ARB at the board, on an ordinary day.
void sits_down(Desk& desk) {
    desk.mode = Mode::actual;
    roster(desk);
    desk.user = {"ARB", "B. Hoekstra"};
    desk.view = View::bezetting;
}

} // namespace

TEST_CASE("an empty board says what comes there and how") {
    Desk desk(Mode::actual);
    sits_down(desk);
    Gui gui(desk.drawn());
    CHECK(gui.sees("Voeg een post toe met [B]"));
    CHECK(gui.sees("Plan een oefening met [J]"));
    CHECK(gui.sees("Nog geen posten ingevuld"));
    CHECK_FALSE(gui.sees("elke post is gevuld"));
    CHECK_FALSE(gui.sees("alles ingevuld"));
}

TEST_CASE("B fills a post; a press on it empties it") {
    Desk desk(Mode::actual);
    sits_down(desk);
    Gui gui(desk.drawn());
    presses(gui, Key::b);
    gui.type("teamleider opvang");
    presses(gui, Key::tab);
    gui.type("K. de Wit");
    presses(gui, Key::enter);
    REQUIRE(desk.acted<PostFilled>().size() == 1);
    const auto post = desk.acted<PostFilled>().front();
    CHECK(post.function == Function("teamleider opvang"));
    CHECK(post.person == PersonId("de-wit")); // the registered person of that name
    CHECK_FALSE(post.deputy);
    gui.frame();
    CHECK(gui.sees("geen vervanger"));
    CHECK(gui.sees("nooit geoefend"));
    gui.click("post/" + post.post.value);
    gui.frame();
    desk.drafts.text2.clear();
    gui.frame();
    gui.click("Leg vast");
    gui.frame();
    CHECK(desk.acted<PostVacated>().size() == 1);
    CHECK(gui.sees("Niet ingevuld"));
}

TEST_CASE("whose training is about to lapse is trained still") {
    Desk desk(Mode::actual);
    sits_down(desk);
    desk.tells(desk.now - hours(1), PostFilled{"p", "teamleider opvang", PersonId("de-wit"), std::nullopt});
    TrainingRecorded record;
    record.person = "de-wit";
    record.subject = "opvang";
    record.function = Function("teamleider opvang");
    record.at = desk.now - hours(24 * 300);
    record.valid_until = desk.now + hours(24);
    desk.tells(desk.now - hours(1), record);
    Gui gui(desk.drawn());
    gui.frame();
    INFO(gui.screen());
    CHECK(gui.sees("verloopt"));
    CHECK(gui.sees("1 geoefend"));
}

TEST_CASE("one person cannot be both on a post and its deputy") {
    Desk desk(Mode::actual);
    sits_down(desk);
    Gui gui(desk.drawn());
    presses(gui, Key::b);
    gui.type("woordvoerder");
    presses(gui, Key::tab);
    gui.type("K. de Wit");
    presses(gui, Key::tab);
    gui.type("K. de Wit");
    presses(gui, Key::enter);
    CHECK(desk.acts() == 0);
    CHECK(gui.sees("kan niet ook de vervanger zijn"));
}

TEST_CASE("D records what somebody was exercised in; a date that is none, or to come, is refused") {
    Desk desk(Mode::actual);
    sits_down(desk);
    desk.tells(at(600), PostFilled{"p", "teamleider opvang", PersonId("de-wit"), std::nullopt});
    Gui gui(desk.drawn());
    presses(gui, Key::d);
    gui.type("K. de Wit");
    presses(gui, Key::tab);
    gui.type("opvang openen");
    presses(gui, Key::tab);
    gui.type("31-2-2027");
    presses(gui, Key::enter);
    CHECK(desk.acts() == 0);
    CHECK(gui.sees("is geen datum"));
    gui.frame(2); // after a refusal the field gets the keyboard
    ui::clear_focus(gui.ui);
    gui.frame(2);
    desk.drafts.text3 = "1-1-2028";
    gui.frame();
    gui.click("Leg vast");
    gui.frame();
    CHECK(gui.sees("moet nog komen"));
    gui.frame(2); // after a refusal the field gets the keyboard
    ui::clear_focus(gui.ui);
    gui.frame(2);
    desk.drafts.text3 = "10-1-2027";
    gui.frame();
    gui.click("Leg vast");
    gui.frame();
    REQUIRE(desk.acted<TrainingRecorded>().size() == 1);
    CHECK(desk.acted<TrainingRecorded>().front().person == PersonId("de-wit"));
    CHECK(gui.sees("geoefend tot"));
}

TEST_CASE("J plans for the year; who may not is told whose it is") {
    Desk desk(Mode::actual);
    sits_down(desk);
    Gui gui(desk.drawn());
    presses(gui, Key::j);
    gui.type("systeemoefening GRIP 3");
    presses(gui, Key::tab);
    gui.type("15-6-2027 19:00");
    presses(gui, Key::tab);
    gui.type("teamleider opvang, woordvoerder");
    presses(gui, Key::enter);
    REQUIRE(desk.acted<TrainingPlanned>().size() == 1);
    CHECK(desk.acted<TrainingPlanned>().front().functions ==
          std::vector<Function>{"teamleider opvang", "woordvoerder"});
    gui.frame();
    CHECK(gui.sees("systeemoefening GRIP 3"));
    desk.forget();
    desk.user.function = "OvD-Bz";
    presses(gui, Key::j);
    CHECK(desk.drafts.dialog == Dialog::none);
    REQUIRE(desk.asked_for<Explain>() != nullptr);
    CHECK(desk.asked_for<Explain>()->text.find("piketplanner, ARB of oefenleider") != std::string::npos);
}

TEST_CASE("what is planned for the next year stands in the plan as well") {
    Desk desk(Mode::actual);
    sits_down(desk);
    desk.tells(at(9), TrainingPlanned{"t1", "GBT-oefening", desk.now + hours(24 * 30), {}});
    {
        Gui gui(desk.drawn());
        CHECK(gui.sees("OTO-PLAN 2027 · 1"));
    }
    desk.tells(at(9), TrainingPlanned{"t2", "voorjaarsoefening", desk.now + hours(24 * 400), {}});
    Gui gui(desk.drawn());
    INFO(gui.screen());
    CHECK(gui.sees("OTO-PLAN 2027 EN 2028 · 2"));
    CHECK(gui.sees("voorjaarsoefening"));
}

TEST_CASE(
    "the functions that must be filled stand there before anybody enters one, and are filled by a press") {
    Desk desk(Mode::actual);
    sits_down(desk);
    desk.catalogue = program_catalogue();
    Gui gui(desk.drawn());
    INFO(gui.screen());
    CHECK(gui.sees("BEZETTING · 9 posten"));
    CHECK(gui.sees("9 leeg"));
    CHECK(gui.sees("Post leeg: burgemeester"));
    CHECK(gui.sees("als regel de locoburgemeester"));
    gui.click("post/functie/burgemeester");
    gui.frame();
    fills(gui, "post/wie", "M. Hofstede");
    gui.press(Key::enter);
    REQUIRE(desk.acted<PostFilled>().size() == 1);
    CHECK(desk.acted<PostFilled>()[0].post == PostId("functie/burgemeester"));
    CHECK(desk.acted<PostFilled>()[0].function == Function("burgemeester"));
    gui.frame();
    CHECK(gui.sees("8 leeg"));
}

TEST_CASE(
    "an empty post is filled by keys alone: an arrow, Enter, the name; F1 says so, and Ctrl+K finds it") {
    Desk desk(Mode::actual);
    sits_down(desk);
    desk.catalogue = program_catalogue();
    Gui gui(desk.drawn());
    gui.frame();
    presses(gui, Key::down); // the first, which is empty
    presses(gui, Key::down);
    presses(gui, Key::enter);
    gui.frame(2);
    INFO(gui.screen());
    REQUIRE(desk.drafts.dialog == Dialog::post);
    presses(gui, Key::tab); // the function stands there
    gui.type("M. Hofstede");
    presses(gui, Key::enter);
    const auto filled = only<PostFilled>(desk);
    CHECK(filled.person == PersonId("M. Hofstede"));
    CHECK_FALSE(filled.function.empty());
    gui.frame();
    CHECK(gui.sees("8 leeg"));
    gui.press(Key::f1);
    gui.frame(2);
    CHECK(gui.sees("Bezetting: ↑ ↓  andere post"));
    presses(gui, Key::escape);
    desk.view = View::rust;
    gui.press(ui::with_ctrl(Key::k));
    gui.frame(2);
    gui.type("gemeentesecretaris");
    presses(gui, Key::enter);
    gui.frame(2);
    CHECK(desk.drafts.dialog == Dialog::post);
    CHECK(desk.view == View::bezetting);
    CHECK(desk.drafts.text == "gemeentesecretaris");
}

TEST_CASE("who may not fill a post is told whose it is, by Enter on it too") {
    Desk desk(Mode::actual);
    sits_down(desk);
    desk.catalogue = program_catalogue();
    desk.user.function = "OvD-Bz";
    Gui gui(desk.drawn());
    gui.frame();
    presses(gui, Key::down);
    presses(gui, Key::enter);
    CHECK(desk.drafts.dialog == Dialog::none);
    REQUIRE(desk.asked_for<Explain>() != nullptr);
    CHECK(desk.asked_for<Explain>()->text.find("Als OvD-Bz kunt u dit niet vastleggen") == 0);
}

TEST_CASE("what the plan is about has the line, where how long it takes does not fit beside it") {
    Desk desk(Mode::actual);
    sits_down(desk);
    desk.tells(at(9), TrainingPlanned{"t1", "GBT-oefening avond", desk.now + hours(24 * 47), {}});
    Gui gui(desk.drawn(), 1920, 1080, 1.5F);
    INFO(gui.screen());
    const auto seen = gui.find("GBT-oefening avond");
    CHECK(seen.rect.w + 1 >= ui::width(gui.ui, ui::Style::strong16, seen.text));
}

} // namespace staffing_test
