// Every act of the board by key, through the panel to the message and back on the screen; and what is
// refused.
#include "tests/dashboard/piket/week.hpp"

using namespace week;

namespace {

/// What stands in a field that has not the keyboard.
void fills(Gui& gui, std::string& field, const std::string& words) {
    field = words;
    gui.frame(2);
}

} // namespace

TEST_CASE("R asks a ruil: the name and Enter; the other consents, the planner approves") {
    Board board;
    board.has_roster();
    Gui gui(board.drawn());
    gui.press(Key::r);
    gui.frame(2);
    INFO(gui.screen());
    CHECK(board.drafts.dialog == Dialog::swap);
    CHECK(board.drafts.piket.fields.from == "5-7-2027 09:00"); // my next turn
    gui.type("A. Yilmaz");
    gui.press(Key::enter);
    gui.frame();
    REQUIRE(board.acted<SwapProposed>().size() == 1);
    const auto swap = board.acted<SwapProposed>().front();
    CHECK(swap.function == Function("OvD-Bz"));
    CHECK(swap.from_person == PersonId("wit"));
    CHECK(swap.to_person == PersonId("yilmaz"));
    CHECK(swap.from == weeks(3));
    CHECK(swap.until == weeks(4));
    REQUIRE(board.acted<SwapConsented>().size() == 1);
    CHECK(gui.sees("ruil gevraagd"));
    CHECK(gui.sees("wacht op A. Yilmaz"));

    board.user = {"OvD-Bz", "yilmaz"};
    gui.press(Key::j);
    gui.frame(2);
    CHECK(gui.sees("A. Yilmaz: nog geen akkoord"));
    gui.press(Key::d1);
    gui.press(Key::enter);
    gui.frame();
    CHECK(board.acted<SwapConsented>().back().person == PersonId("yilmaz"));
    CHECK(gui.sees("beiden akkoord, wacht op de planner"));

    board.user = {"piketplanner", "D. Meijer"};
    gui.press(Key::j);
    gui.frame(2);
    gui.press(Key::d1);
    gui.press(Key::enter);
    gui.frame();
    CHECK(board.acted<SwapApproved>().size() == 1);
    CHECK_FALSE(gui.sees("ruil gevraagd"));
    CHECK(picture::on_duty(board.picture(), Function("OvD-Bz"), weeks(3)).person == PersonId("yilmaz"));
}

TEST_CASE("a ruil in return gives the other's turn back") {
    Board board;
    board.has_roster();
    Gui gui(board.drawn());
    gui.press(Key::r);
    gui.frame(2);
    gui.type("A. Yilmaz");
    gui.frame();
    gui.click("week 25, ma 21 jun");
    gui.click("form/doe");
    REQUIRE(board.acted<SwapProposed>().size() == 1);
    CHECK(board.acted<SwapProposed>().front().back_from == weeks(1));
    CHECK(board.acted<SwapProposed>().front().back_until == weeks(2));
}

TEST_CASE("a ruil that cannot be is refused in words") {
    Board board;
    board.has_roster();
    Gui gui(board.drawn());
    gui.press(Key::r);
    gui.frame(2);
    auto& fields = board.drafts.piket.fields;
    SECTION("with oneself") {
        gui.type("K. de Wit");
        gui.frame(2);
        gui.click("form/doe");
        gui.frame();
        CHECK(gui.sees("Ruilen met uzelf kan niet."));
    }
    SECTION("with somebody unknown") {
        gui.type("X. Niemand");
        gui.frame(2);
        gui.click("form/doe");
        gui.frame();
        CHECK(gui.sees("\"X. Niemand\" staat niet in het rooster."));
    }
    SECTION("an end before the begin") {
        gui.type("A. Yilmaz");
        fills(gui, fields.until, "1-7-2027 09:00");
        gui.frame(2);
        gui.click("form/doe");
        gui.frame();
        CHECK(gui.sees("Het einde ligt vóór het begin."));
    }
    SECTION("a week that is another's") {
        gui.type("A. Yilmaz");
        fills(gui, fields.from, "28-6-2027");
        fills(gui, fields.until, "5-7-2027");
        gui.frame(2);
        gui.click("form/doe");
        gui.frame();
        CHECK(gui.sees("K. de Wit heeft ma 28 jun 09:00 geen piket als OvD-Bz."));
    }
    SECTION("a date that is none") {
        gui.type("A. Yilmaz");
        fills(gui, fields.from, "31-2-2027");
        gui.frame(2);
        gui.click("form/doe");
        gui.frame();
        CHECK(gui.sees("Het begin is niet te lezen."));
    }
    INFO(gui.screen());
    CHECK(board.acts() == 0);
    CHECK(board.drafts.dialog == Dialog::swap);
}

TEST_CASE("the planner refuses a ruil with a reason; who is not asked can only read") {
    Board board;
    board.has_roster();
    board.proposes_swap();
    Gui gui(board.drawn());
    board.user = {"OvD-Bz", "visser"};
    gui.press(Key::j);
    gui.frame(2);
    CHECK(gui.sees("U kunt hier nu niets doen"));
    gui.press(Key::escape);
    board.user = {"piketplanner", "D. Meijer"};
    gui.press(Key::j);
    gui.frame(2);
    gui.press(Key::d2);
    gui.press(Key::enter);
    gui.frame();
    CHECK(gui.sees("Schrijf op waarom"));
    CHECK(board.acts() == 0);
    fills(gui, board.drafts.piket.fields.reason, "rust te kort");
    gui.press(Key::enter);
    gui.frame();
    REQUIRE(board.acted<SwapRefused>().size() == 1);
    CHECK_FALSE(gui.sees("ruil gevraagd"));
}

TEST_CASE("V takes over from now until the present duty's end, in two keys") {
    Board board;
    board.has_roster();
    board.user = {"OvD-Bz", "yilmaz"};
    Gui gui(board.drawn());
    gui.press(Key::v);
    gui.frame(2);
    CHECK(gui.sees("Nu heeft K. de Wit piket als OvD-Bz."));
    gui.press(Key::enter);
    gui.frame();
    REQUIRE(board.acted<DutyRostered>().size() == 1);
    const auto duty = board.acted<DutyRostered>().front();
    CHECK(duty.person == PersonId("yilmaz"));
    CHECK(duty.from == board.now);
    CHECK(duty.until == weeks(1));
    CHECK(picture::on_duty(board.picture(), Function("OvD-Bz"), board.now).person == PersonId("yilmaz"));
}

TEST_CASE("who has the duty already, or is not in the roster, does not take over") {
    Board board;
    board.has_roster();
    Gui gui(board.drawn());
    const bool unknown = GENERATE(false, true);
    if (unknown) board.user = {"OvD-Bz", "Nieuw"};
    gui.press(Key::v);
    gui.frame(2);
    gui.press(Key::enter);
    gui.frame();
    CHECK(gui.sees(unknown ? "\"Nieuw\" staat niet in het rooster." : "U hebt dit piket nu al."));
    CHECK(board.acts() == 0);
}

TEST_CASE("Z reports an absence; the place is empty at once") {
    Board board;
    board.has_roster();
    Gui gui(board.drawn());
    gui.press(Key::z);
    gui.frame(2);
    gui.type("16-6-2027 09:00");
    gui.press(Key::enter);
    gui.frame();
    REQUIRE(board.acted<AbsenceReported>().size() == 1);
    CHECK(board.acted<AbsenceReported>().front().person == PersonId("wit"));
    CHECK(gui.sees("Niet ingevuld"));
    CHECK(gui.sees("OvD-Bz, K. de Wit afwezig"));
    SECTION("one that ends before it begins is refused") {
        gui.press(Key::z);
        gui.frame(2);
        gui.type("14-6-2027 09:00");
        gui.press(Key::enter);
        gui.frame();
        CHECK(gui.sees("Het einde ligt vóór het begin."));
        CHECK(board.acted<AbsenceReported>().size() == 1);
    }
}

TEST_CASE("J asks who is free for an empty place; a ja fills it, a nee is seen") {
    Board board;
    board.has_roster();
    board.has_gap();
    board.user = {"piketplanner", "D. Meijer"};
    Gui gui(board.drawn());
    gui.press(Key::j);
    gui.frame(2);
    INFO(gui.screen());
    CHECK(gui.sees("Informatiemanager: WIE VALT IN"));
    gui.press(Key::d1);
    gui.press(Key::enter);
    gui.frame();
    REQUIRE(board.acted<DutyAsked>().size() == 1);
    const auto asked = board.acted<DutyAsked>().front();
    CHECK(asked.from == weeks(3));
    CHECK(asked.until == weeks(4));
    CHECK(gui.sees("nog geen antwoord"));
    const bool yes = GENERATE(true, false);
    gui.press(Key::down);
    gui.press(Key::j);
    gui.frame(2);
    CHECK(board.drafts.dialog == Dialog::duty_answer);
    gui.press(yes ? Key::d1 : Key::d2);
    gui.press(Key::enter);
    gui.frame();
    REQUIRE(board.acted<DutyAnswered>().size() == 1);
    CHECK(board.acted<DutyAnswered>().front().answer == (yes ? YesNo::ja : YesNo::nee));
    const auto duty = picture::on_duty(board.picture(), Function("informatiemanager"), weeks(3));
    CHECK((duty.person == asked.person) == yes);
    CHECK(gui.sees("zei nee") != yes);
}

TEST_CASE("O writes an overdracht; the next confirms it with D and ticks points by digit") {
    Board board;
    board.has_roster();
    Gui gui(board.drawn());
    gui.press(Key::o);
    gui.frame(2);
    CHECK(gui.sees("Lopende incidenten: geen"));
    CHECK(board.drafts.piket.fields.whom == "A. Yilmaz");
    gui.type("Rustige week");
    board.drafts.piket.fields.points[0] = "Sleutel De Rederij; ovd-bz; 16-6-2027";
    gui.frame();
    gui.press(Key::enter);
    gui.frame();
    INFO(gui.screen());
    REQUIRE(board.acted<HandoverWritten>().size() == 1);
    const auto written = board.acted<HandoverWritten>().front();
    CHECK(written.notes == "Rustige week");
    REQUIRE(written.points.size() == 4);
    CHECK(written.points[3].owner == Function("OvD-Bz"));
    CHECK(gui.sees("4 = 0 gedaan + 4 open"));
    gui.press(Key::d);
    CHECK(board.acted<HandoverAccepted>().empty()); // not by who wrote it
    board.user = {"OvD-Bz", "yilmaz"};
    gui.press(Key::d);
    gui.frame();
    CHECK(board.acted<HandoverAccepted>().size() == 1);
    gui.press(Key::d1);
    gui.frame();
    REQUIRE(board.acted<HandoverPointDone>().size() == 1);
    CHECK(board.acted<HandoverPointDone>().front().point == written.points[3].point); // the first due
    CHECK(gui.sees("4 = 1 gedaan + 3 open"));
}

TEST_CASE("an overdracht to oneself, or with an owner that is none, is refused") {
    Board board;
    board.has_roster();
    Gui gui(board.drawn());
    gui.press(Key::o);
    gui.frame(2);
    auto& fields = board.drafts.piket.fields;
    const bool self = GENERATE(true, false);
    if (self)
        fields.whom = "K. de Wit";
    else
        fields.points[0] = "Sleutel; sleutelman";
    gui.frame();
    gui.click("form/doe");
    CHECK(gui.sees(self ? "Overdragen aan uzelf kan niet." : "\"sleutelman\" is geen functie."));
    CHECK(board.acts() == 0);
}
