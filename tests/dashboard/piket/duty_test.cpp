// Who takes a place, by key: taking over, being absent, asking who is free, and ending it.
#include "tests/dashboard/piket/week.hpp"

namespace duty_test {

using namespace week;

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
    CHECK(gui.sees(unknown ? "U zit hier als \"Nieuw\"" : "U hebt dit piket nu al."));
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

TEST_CASE("who is asked, and who must agree to a ruil, sees it on the ordinary day and answers there") {
    Board board;
    board.has_roster();
    board.tells(board.now, DutyAsked{"vraag", "OvD-Bz", "wit", weeks(5), weeks(6)});
    SwapProposed swap;
    swap.swap = "ruil";
    swap.function = "OvD-Bz";
    swap.from = weeks(4);
    swap.until = weeks(5);
    swap.from_person = "yilmaz";
    swap.to_person = "wit";
    board.tells(board.now, swap);
    board.view = View::rust;
    Gui gui(board.drawn());
    INFO(gui.screen());
    CHECK(gui.sees("U bent gevraagd: OvD-Bz"));
    CHECK(gui.sees("Ruil wacht op uw akkoord: OvD-Bz"));
    gui.click("gevraagd/vraag");
    gui.frame(2);
    CHECK(board.drafts.dialog == Dialog::duty_answer);
    gui.press(Key::escape);
    board.user = {"AC-Bz", "yilmaz"};
    gui.frame(2);
    CHECK_FALSE(gui.sees("U bent gevraagd"));
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

TEST_CASE("X ends a temporary duty at once or later, and an absence; the past stays") {
    Board board;
    board.has_roster();
    board.tells(board.now - hours(20), DutyRostered{DutyId("d"), Function("OvD-Bz"), PersonId("visser"),
                                                    board.now - hours(20), weeks(1), std::nullopt});
    board.user = {"piketplanner", "D. Meijer"};
    Gui gui(board.drawn());
    gui.press(Key::x);
    gui.frame(2);
    INFO(gui.screen());
    CHECK(gui.sees("OvD-Bz: L. Visser"));
    auto& fields = board.drafts.piket.fields;
    gui.click("form/doe");
    gui.frame();
    CHECK(gui.sees("Schrijf op waarom"));
    fills(gui, fields.reason, "K. de Wit is weer beter");
    const auto who = [&](Instant at) {
        return picture::on_duty(board.picture(), Function("OvD-Bz"), at).person->value;
    };
    SECTION("at once") {
        gui.frame();
        gui.click("form/doe");
        REQUIRE(board.acted<DutyWithdrawn>().size() == 1);
        CHECK(who(board.now - hours(1)) == "visser");
        CHECK(who(board.now) == "wit");
    }
    SECTION("later") {
        fills(gui, fields.until, "17-6-2027 09:00");
        gui.click("form/doe");
        REQUIRE(board.acted<DutyRostered>().size() == 1);
        CHECK(who(board.now) == "visser");
        CHECK(who(moment("2027-06-17T09:00:00+02:00")) == "wit");
    }
    SECTION("not after it ends by itself, nor in the past") {
        fills(gui, fields.until, "28-6-2027 09:00");
        gui.click("form/doe");
        gui.frame();
        CHECK(gui.sees("Het eindigt dan al vanzelf."));
        fills(gui, fields.until, "14-6-2027 09:00");
        gui.click("form/doe");
        gui.frame();
        CHECK(gui.sees("Dit einde ligt vóór nu"));
        CHECK(board.acts() == 0);
    }
}

TEST_CASE("X ends an absence that runs, and takes back one that has not begun; others' are not mine") {
    Board board;
    board.has_roster();
    const bool runs = GENERATE(true, false);
    board.tells(board.now - hours(20),
                AbsenceReported{AbsenceId("a"), PersonId("wit"), runs ? board.now - hours(20) : weeks(3),
                                runs ? weeks(1) : weeks(4), std::nullopt});
    Gui gui(board.drawn());
    board.user = {"OvD-Bz", "yilmaz"};
    gui.press(Key::x);
    gui.frame(2);
    CHECK(gui.sees("U hebt geen tijdelijk piket"));
    gui.press(Key::escape);
    gui.frame();
    board.user = {"OvD-Bz", "wit"};
    gui.press(Key::x);
    gui.frame(2);
    board.drafts.piket.fields.reason = "toch thuis";
    gui.frame();
    gui.click("form/doe");
    gui.frame();
    CHECK(board.acted<AbsenceReported>().size() == (runs ? 1 : 0));
    CHECK(board.acted<MessageWithdrawn>().size() == (runs ? 0 : 1));
    CHECK(picture::on_duty(board.picture(), Function("OvD-Bz"), runs ? board.now : weeks(3)).person ==
          PersonId("wit"));
}

TEST_CASE("a date without a time is the changeover of the function, and the dialog says so") {
    Board board;
    board.has_roster();
    board.rotates("AC-Bz", {"mulder"}, std::nullopt, "wo 08:30");
    board.knows("mulder", "P. Mulder", "Dordrecht", {"AC-Bz"});
    Gui gui(board.drawn());
    gui.press(Key::z);
    gui.frame(2);
    auto& fields = board.drafts.piket.fields;
    CHECK(gui.sees("Een datum zonder tijd is 09:00: dan wisselt OvD-Bz."));
    fills(gui, fields.who, "P. Mulder");
    CHECK(gui.sees("Een datum zonder tijd is 08:30: dan wisselt AC-Bz."));
    fills(gui, fields.from, "16-6-2027");
    fills(gui, fields.until, "23-6-2027");
    gui.click("form/doe");
    gui.frame();
    REQUIRE(board.acted<AbsenceReported>().size() == 1);
    CHECK(board.acted<AbsenceReported>().front().from == moment("2027-06-16T08:30:00+02:00"));
    CHECK(board.acted<AbsenceReported>().front().until == moment("2027-06-23T08:30:00+02:00"));
}

TEST_CASE("a reason that may be left empty is judged too when it is there") {
    Board board;
    board.has_roster();
    Gui gui(board.drawn());
    gui.press(Key::z);
    gui.frame(2);
    auto& fields = board.drafts.piket.fields;
    fills(gui, fields.until, "16-6-2027");
    fills(gui, fields.reason, "vakantie\u202e");
    gui.click("form/doe");
    gui.frame();
    CHECK(gui.sees("een teken in dat niet te zien is"));
    fills(gui, fields.reason, std::string(10'000, 'x'));
    gui.click("form/doe");
    gui.frame();
    CHECK(gui.sees("Dit is te lang"));
    CHECK(board.acts() == 0);
    fills(gui, fields.reason, "vakantie");
    gui.click("form/doe");
    CHECK(board.acted<AbsenceReported>().size() == 1);
}

TEST_CASE("who is reported absent takes nothing over and is not put in: the place would stay empty") {
    Board board;
    board.has_roster();
    board.tells(
        board.now - hours(1),
        AbsenceReported{AbsenceId("weg"), PersonId("wit"), board.now - hours(1), board.now + hours(24), {}});
    board.tells(board.now - hours(1), DutyRostered{DutyId("inval"),
                                                   Function("OvD-Bz"),
                                                   PersonId("yilmaz"),
                                                   board.now - hours(1),
                                                   board.now + hours(24),
                                                   {}});
    Gui gui(board.drawn());
    gui.press(Key::v);
    gui.frame(2);
    gui.press(Key::enter);
    gui.frame(2);
    INFO(gui.screen());
    CHECK(gui.sees("K. de Wit is afwezig gemeld"));
    CHECK(board.acted<DutyRostered>().empty());
}

TEST_CASE("who is away for a part of it later takes over all the same") {
    Board board;
    board.has_roster();
    board.tells(
        board.now - hours(1),
        AbsenceReported{AbsenceId("weg"), PersonId("wit"), board.now + hours(30), board.now + hours(32), {}});
    board.tells(board.now - hours(1), DutyRostered{DutyId("inval"),
                                                   Function("OvD-Bz"),
                                                   PersonId("yilmaz"),
                                                   board.now - hours(1),
                                                   board.now + hours(48),
                                                   {}});
    Gui gui(board.drawn());
    gui.press(Key::v);
    gui.frame(2);
    gui.press(Key::enter);
    gui.frame(2);
    INFO(gui.screen());
    CHECK(board.acted<DutyRostered>().size() == 1);
}

} // namespace duty_test
