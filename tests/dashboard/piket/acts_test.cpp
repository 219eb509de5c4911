// Every act of the board by key, through the panel to the message and back on the screen; and what is
// refused.
#include "tests/dashboard/piket/week.hpp"

namespace acts_test {

using namespace week;

namespace {

/// What stands in a field that has not the keyboard.
void fills(Gui& gui, std::string& field, const std::string& words) {
    gui.frame(2); // after a refusal the field gets the keyboard, and would keep its own words
    ui::clear_focus(gui.ui);
    gui.frame(2);
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

TEST_CASE("W sets a rotation from its begin on; the one before it ends there, and the past stays") {
    Board board;
    board.has_roster();
    board.user = {"piketplanner", "D. Meijer"};
    Gui gui(board.drawn());
    const auto before = picture::on_duty(board.picture(), Function("OvD-Bz"), board.now);
    gui.press(Key::w);
    gui.frame(2);
    ui::clear_focus(gui.ui); // the first field has the keyboard and would keep its own words
    gui.frame(2);
    INFO(gui.screen());
    auto& fields = board.drafts.piket.fields;
    CHECK(fields.persons == "A. Yilmaz; L. Visser; K. de Wit"); // who is next is first
    CHECK(fields.from == "21-6-2027 09:00");
    fills(gui, fields.persons, "L. Visser; K. de Wit");
    fills(gui, fields.weeks, "2");
    fills(gui, fields.change, "ma 9.00");
    gui.press(Key::enter);
    gui.frame();
    const auto sets = board.acted<RotationSet>();
    REQUIRE(sets.size() == 2);
    CHECK(sets[0].persons == std::vector<PersonId>{"visser", "wit"});
    CHECK(sets[0].days.value == 14);
    CHECK(sets[0].changeover.value == "ma 09:00");
    CHECK(sets[0].hard == true);
    CHECK(sets[1].until == weeks(1));
    const auto who = [&](Instant at) {
        return picture::on_duty(board.picture(), Function("OvD-Bz"), at).person->value;
    };
    CHECK(picture::on_duty(board.picture(), Function("OvD-Bz"), board.now).since == before.since);
    CHECK(who(board.now) == "wit");
    CHECK(who(weeks(1)) == "visser");
    CHECK(who(weeks(2)) == "visser");
    CHECK(who(weeks(3)) == "wit");

    gui.press(ui::with_ctrl(Key::z)); // both are taken back
    gui.frame();
    CHECK(who(weeks(1)) == "yilmaz");
    CHECK(who(weeks(3)) == "wit");
    CHECK(who(weeks(4)) == "yilmaz");
}

TEST_CASE("a rotation for a function that had none; names are added by one press") {
    Board board;
    board.has_roster();
    board.user = {"piketplanner", "D. Meijer"};
    board.knows("kaya", "N. Kaya", "Dordrecht", {"achterwacht"});
    Gui gui(board.drawn());
    gui.press(Key::w);
    gui.frame(2);
    ui::clear_focus(gui.ui); // the first field has the keyboard and would keep its own words
    gui.frame(2);
    auto& fields = board.drafts.piket.fields;
    fills(gui, fields.whom, "achterwacht");
    fills(gui, fields.persons, "");
    gui.click("N. Kaya");
    gui.frame();
    CHECK(fields.persons == "N. Kaya");
    gui.click("form/doe");
    REQUIRE(board.acted<RotationSet>().size() == 1);
    CHECK(board.acted<RotationSet>().front().function == Function("achterwacht"));
    CHECK(gui.sees("Achterwacht"));
}

TEST_CASE("a rotation that cannot be is refused in words") {
    Board board;
    board.has_roster();
    board.user = {"piketplanner", "D. Meijer"};
    Gui gui(board.drawn());
    gui.press(Key::w);
    gui.frame(2);
    ui::clear_focus(gui.ui); // the first field has the keyboard and would keep its own words
    gui.frame(2);
    auto& fields = board.drafts.piket.fields;
    const auto says = [&](std::string& field, const std::string& words, const char* complaint) {
        const auto kept = field;
        fills(gui, field, words);
        gui.click("form/doe");
        gui.frame();
        INFO(gui.screen());
        CHECK(gui.sees(complaint));
        fills(gui, field, kept);
    };
    says(fields.persons, "", "Vul in wie om de beurt piket heeft");
    says(fields.persons, "K. de Wit; X. Niemand", "\"X. Niemand\" staat niet in het rooster.");
    says(fields.persons, "K. de Wit; K. de Wit", "K. de Wit staat er twee keer in.");
    says(fields.from, "7-6-2027 09:00", "Wat geweest is blijft zoals het was.");
    says(fields.until, "20-6-2027", "Het einde ligt vóór het begin.");
    says(fields.change, "maandag vroeg", "De wissel is niet te lezen.");
    says(fields.change, "ma 25:00", "De wissel is niet te lezen.");
    says(fields.weeks, "0", "Weken per beurt: een heel getal van 1 tot 26.");
    says(fields.weeks, "anderhalf", "Weken per beurt");
    says(fields.persons, std::string(10'000, 'x'), "Dit is te lang");
    CHECK(board.acts() == 0);
    CHECK(board.drafts.dialog == Dialog::rotation);
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

TEST_CASE("a desk that was handed over does not hide the points of the week") {
    Board board;
    board.has_roster();
    const auto confirmed = [&](const char* id, std::vector<HandoverPoint> points) {
        board.tells(board.now - hours(4),
                    HandoverWritten{HandoverId(id), Function("OvD-Bz"), PersonId("visser"), PersonId("wit"),
                                    "rustig", std::move(points)});
        board.tells(board.now - hours(3), HandoverAccepted{HandoverId(id), PersonId("wit")});
    };
    confirmed("week", {{PointId("p"), "Sleutel De Rederij", {}, {}}});
    confirmed("bureau", {});
    Gui gui(board.drawn());
    CHECK(gui.sees("Sleutel De Rederij"));
    board.tells(
        board.now,
        HandoverWritten{
            HandoverId("nieuw"), Function("OvD-Bz"), PersonId("wit"), PersonId("yilmaz"), "brug dicht", {}});
    gui.frame();
    CHECK(gui.sees("nog niet bevestigd door A. Yilmaz"));
}

} // namespace acts_test
