// WISSELROOSTER by key: who has a function in turn.
#include "tests/dashboard/piket/week.hpp"

namespace rotation_test {

using namespace week;

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

TEST_CASE("a rotation begins and ends at its own changeover where no time is typed") {
    Board board;
    board.has_roster();
    board.user = {"piketplanner", "D. Meijer"};
    Gui gui(board.drawn());
    gui.press(Key::w);
    gui.frame(2);
    auto& fields = board.drafts.piket.fields;
    fills(gui, fields.from, "21-6-2027");
    fills(gui, fields.until, "20-9-2027");
    fills(gui, fields.change, "ma 8:15");
    gui.click("form/doe");
    REQUIRE_FALSE(board.acted<RotationSet>().empty());
    CHECK(board.acted<RotationSet>().front().from == moment("2027-06-21T08:15:00+02:00"));
    CHECK(board.acted<RotationSet>().front().until == moment("2027-09-20T08:15:00+02:00"));
}

} // namespace rotation_test
