// RUIL by key: proposed, consented, approved or refused, and what cannot be.
#include "tests/dashboard/piket/week.hpp"

namespace swap_test {

using namespace week;

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

TEST_CASE("a name is taken without capitals and accents, or by a part that one person has") {
    for (const char* typed : {"a. yilmaz", "YILMAZ", "yil"}) {
        Board board;
        board.has_roster();
        Gui gui(board.drawn());
        gui.press(Key::r);
        gui.frame(2);
        gui.type(typed);
        gui.press(Key::enter);
        gui.frame();
        INFO(gui.screen());
        REQUIRE(board.acted<SwapProposed>().size() == 1);
        CHECK(board.acted<SwapProposed>().front().to_person == PersonId("yilmaz"));
    }
    Board board;
    board.has_roster();
    Gui gui(board.drawn());
    gui.press(Key::r);
    gui.frame(2);
    gui.type("."); // in the name of everybody
    gui.press(Key::enter);
    gui.frame();
    INFO(gui.screen());
    CHECK(gui.sees("kan meer dan een mens zijn"));
}

TEST_CASE("a ruil goes only to who has the function; what else they have then is said to all three") {
    Board board;
    board.has_roster();
    board.has_gap();
    Gui gui(board.drawn());
    gui.press(Key::r);
    gui.frame(2);
    SECTION("without the function") {
        gui.type("P. Mulder");
        gui.press(Key::enter);
        gui.frame(2);
        CHECK(gui.sees("P. Mulder is geen OvD-Bz. Kies iemand die deze functie heeft."));
        CHECK(board.acts() == 0);
    }
    SECTION("with another piket and an absence then") {
        board.rotates("AC-Bz", {"yilmaz"});
        board.tells(board.now - hours(1),
                    AbsenceReported{"vrij", "yilmaz", weeks(3) + hours(24), weeks(3) + hours(48), {}});
        gui.type("A. Yilmaz");
        gui.frame(2);
        const std::string twice = "A. Yilmaz heeft dan ook piket als AC-Bz",
                          away = "A. Yilmaz is dan afwezig";
        CHECK(gui.sees(twice));
        CHECK(gui.sees(away));
        gui.press(Key::enter);
        gui.frame();
        REQUIRE(board.acted<SwapProposed>().size() == 1);
        for (const auto& user : {User{"OvD-Bz", "yilmaz"}, User{"piketplanner", "D. Meijer"}}) {
            board.user = user;
            open(board.drafts, Dialog::swap_answer, board.acted<SwapProposed>().front().swap.value);
            gui.frame(2);
            INFO(gui.screen());
            CHECK(gui.sees(twice));
            CHECK(gui.sees(away));
            gui.press(Key::d1);
            gui.press(Key::enter);
            gui.frame(2);
        }
        CHECK(gui.sees("Nog een keer Enter keurt het toch goed."));
        CHECK(board.acted<SwapApproved>().empty());
        gui.press(Key::enter);
        gui.frame();
        CHECK(board.acted<SwapApproved>().size() == 1);
    }
}

TEST_CASE("RUIL by keys alone: the answer has the focus, and Enter records it") {
    Board board;
    board.has_roster();
    board.proposes_swap();
    board.user = {"OvD-Bz", "yilmaz"};
    Gui gui(board.drawn());
    gui.press(Key::j);
    gui.frame(2);
    gui.press(Key::tab);
    gui.press(Key::space);
    gui.press(Key::enter);
    gui.frame();
    CHECK(board.acted<SwapConsented>().size() == 1);
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

TEST_CASE("who is asked for a ruil can refuse it, who asked can take it back; both say why") {
    Board board;
    board.has_roster();
    board.proposes_swap();
    Gui gui(board.drawn());
    const bool asked = GENERATE(true, false);
    board.user = {"OvD-Bz", asked ? "yilmaz" : "wit"};
    gui.press(Key::j);
    gui.frame(2);
    INFO(gui.screen());
    CHECK(gui.sees(asked ? "Wijs af" : "Trek in"));
    CHECK(gui.sees("Akkoord") == asked); // who proposed agreed already
    gui.press(asked ? Key::d2 : Key::d1);
    gui.press(Key::enter);
    gui.frame();
    CHECK(gui.sees("Schrijf op waarom"));
    CHECK(board.acts() == 0);
    fills(gui, board.drafts.piket.fields.reason, "zelf op vakantie");
    gui.press(Key::enter);
    gui.frame();
    REQUIRE(board.acted<SwapRefused>().size() == 1);
    CHECK(board.acted<SwapRefused>().front().reason == "zelf op vakantie");
    CHECK_FALSE(gui.sees("ruil gevraagd"));
    CHECK(gui.sees("VRAAGT ACTIE · 0"));
}

} // namespace swap_test
