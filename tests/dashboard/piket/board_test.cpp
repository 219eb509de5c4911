// The chart of eight weeks, what asks for an act, now and next, and the points of the overdracht.
#include "tests/dashboard/piket/week.hpp"

#include "dashboard/panels/piket/piket.hpp"

namespace board_test {

using namespace week;

TEST_CASE("an empty board says what comes there and how") {
    Board board;
    Gui gui(board.drawn());
    INFO(gui.screen());
    CHECK(gui.sees("Hier komt het rooster. Lees er een in: regiekamerctl import roster BESTAND."));
    CHECK(gui.sees("VRAAGT ACTIE · 0"));
    CHECK(gui.sees("Nog geen overdracht."));
}

TEST_CASE("a period without end says from when, and no day that does not exist") {
    CHECK(piket::period(weeks(-3), Instant::max()) == "vanaf ma 24 mei 09:00");
    CHECK(piket::period(Instant::min(), weeks(-3)) == "tot ma 24 mei 09:00");
    CHECK(piket::period(weeks(0), weeks(1)) == "ma 14 jun – ma 21 jun");
}

TEST_CASE("F1 leaves out the keys that the board has taken") {
    Board board;
    Gui gui(board.drawn());
    gui.press(Key::f1);
    gui.frame();
    INFO(gui.screen());
    CHECK(gui.sees("R  ruil aanvragen"));
    CHECK_FALSE(gui.sees("R  nieuw incident"));
    CHECK_FALSE(gui.sees("W  volgend meetpunt"));
    CHECK(gui.sees("N  nieuwe actie"));
}

TEST_CASE("F3 goes to the board and back") {
    Board board;
    board.view = View::automatic;
    Gui gui(board.drawn());
    gui.press(Key::f3);
    gui.frame();
    CHECK(gui.sees("VRAAGT ACTIE"));
    gui.press(Key::f3);
    gui.frame();
    CHECK_FALSE(gui.sees("VRAAGT ACTIE"));
}

TEST_CASE("eight weeks of names and municipalities; now and next with the number") {
    Board board;
    board.has_roster();
    Gui gui(board.drawn());
    INFO(gui.screen());
    CHECK(gui.sees("week 24"));
    CHECK(gui.sees("week 31"));
    CHECK_FALSE(gui.sees("week 32"));
    CHECK(gui.sees("K. de Wit"));
    CHECK(gui.sees("Papendrecht"));
    CHECK(gui.sees("CoPI · norm 30 min"));
    CHECK(gui.sees("OvD-Bz: 3 personen"));
    CHECK(gui.sees("06-0000 0113 · tot ma 21 jun 09:00"));
    CHECK(gui.sees("ma 21 jun 09:00 · over 5 dagen"));
    CHECK(gui.sees("Niets: een jaar vooruit is alles ingevuld en niets dubbel."));
}

TEST_CASE("who was asked now and then is not told to be filled for a year") {
    Board board;
    board.tells(board.now, DutyRostered{DutyId("d"), Function("teamleider opvang"), PersonId("bakker"),
                                        board.now, board.now + hours(9), std::nullopt});
    Gui gui(board.drawn());
    INFO(gui.screen());
    CHECK_FALSE(gui.sees("een jaar vooruit is alles ingevuld"));
    CHECK(gui.sees("Niets dubbel. Los gevraagd, zonder rooster: teamleider opvang."));
    board.has_roster();
    gui.frame(2);
    INFO(gui.screen());
    CHECK(gui.sees("Niets dubbel, en geen gat in wat een rooster heeft. Los gevraagd, zonder rooster:"));
}

TEST_CASE("] and [ go by a week; H shows half a year, and there they go by a month") {
    Board board;
    board.has_roster();
    Gui gui(board.drawn());
    gui.press(Key::bracket_right);
    gui.frame();
    CHECK(gui.sees("week 32"));
    CHECK(gui.sees("8 WEKEN VAN ma 21 jun 2027"));
    gui.press(Key::bracket_left);
    gui.press(Key::h);
    gui.frame(2);
    INFO(gui.screen());
    CHECK(gui.sees("ROOSTER · 26 WEKEN VAN ma 14 jun 2027"));
    CHECK(gui.sees("jul 2027"));
    CHECK(gui.sees("nov 2027"));
    CHECK(gui.sees("KW")); // initials, in a column of a week
    gui.press(Key::bracket_right);
    gui.frame();
    CHECK(gui.sees("WEKEN VAN ma 5 jul 2027"));
    gui.press(Key::bracket_left);
    gui.frame();
    CHECK(gui.sees("WEKEN VAN ma 7 jun 2027"));
    gui.press(Key::home);
    gui.frame();
    CHECK(gui.sees("WEKEN VAN ma 14 jun 2027"));
}

TEST_CASE("on a small screen names stand whole, and what is wrong has a mark with a letter") {
    Board board;
    board.has_roster();
    board.has_gap();
    board.proposes_swap();
    board.knows("verhoeven", "M. Verhoeven", "Dordrecht", {"AC-Bz"});
    board.rotates("AC-Bz", {"verhoeven"});
    Gui gui(board.drawn(), 1366, 768);
    gui.frame(2);
    INFO(gui.screen());
    CHECK(gui.sees("M. Verhoeven"));
    CHECK(gui.sees("Informatiemanager"));
    CHECK(gui.sees("Niet ingevuld"));
    CHECK(gui.sees("R ruil"));
    const auto marks = [&](std::string_view mark) {
        const auto all = ui::seen(gui.ui);
        return std::count_if(all.begin(), all.end(), [&](const auto& one) { return one.text == mark; });
    };
    CHECK(marks("R") == 1);
    CHECK(marks("!") > 0); // M. Verhoeven has no week off
}

TEST_CASE("P shows what each has, the past year and the coming one, beside the mean") {
    Board board;
    board.has_roster();
    Gui gui(board.drawn());
    gui.press(Key::p);
    gui.frame(2);
    INFO(gui.screen());
    CHECK(board.drafts.dialog == Dialog::fairness);
    CHECK(gui.sees("gemiddeld van 3"));
    CHECK(gui.sees("K. de Wit (u)"));
    CHECK(gui.sees("Alblasserdam · regionaal"));
    CHECK(gui.sees("Alle functies"));
    gui.press(Key::right);
    gui.frame(2);
    CHECK(board.drafts.piket.fields.function == 1);
    gui.press(Key::escape);
    gui.frame();
    CHECK(board.drafts.dialog == Dialog::none);
}

TEST_CASE("Page Down shows the next eight weeks, Home this week") {
    Board board;
    board.has_roster();
    Gui gui(board.drawn());
    gui.press(Key::page_down);
    gui.frame();
    CHECK(gui.sees("week 32"));
    CHECK_FALSE(gui.sees("week 31"));
    gui.press(Key::page_up);
    gui.press(Key::page_up);
    gui.frame();
    CHECK(gui.sees("week 16"));
    gui.press(Key::home);
    gui.frame();
    CHECK(gui.sees("week 24"));
}

TEST_CASE("an empty place, a double booking, a ruil and an absence stand in the chart and in the list") {
    Board board;
    board.has_roster();
    board.has_gap();
    board.proposes_swap();
    board.tells(board.now, DutyRostered{DutyId("d"), Function("informatiemanager"), PersonId("visser"),
                                        weeks(2), weeks(3), std::nullopt});
    board.tells(board.now,
                AbsenceReported{AbsenceId("a"), PersonId("yilmaz"), weeks(1), weeks(2), std::nullopt});
    Gui gui(board.drawn());
    INFO(gui.screen());
    CHECK(gui.sees("Niet ingevuld"));
    CHECK(gui.sees("A. Yilmaz afwezig"));
    CHECK(gui.sees("dubbel"));
    CHECK(gui.sees("ruil gevraagd"));
    CHECK(gui.sees("VRAAGT ACTIE · 4 · eerste datum eerst"));
    CHECK(gui.sees("Niet ingevuld ma 21 jun – ma 28 jun: OvD-Bz, A. Yilmaz afwezig"));
    CHECK(gui.sees("Dubbel ma 28 jun – ma 5 jul: L. Visser is OvD-Bz en informatiemanager"));
    CHECK(gui.sees("Rooster van informatiemanager loopt af op ma 5 jul"));
    CHECK(gui.sees("wacht op A. Yilmaz"));
    CHECK(gui.sees("vóór ma 21 jun"));
}

TEST_CASE("a meekijker reads, and is told why he does not act") {
    Board board;
    board.has_roster();
    board.user = {"meekijker", "J. Gast"};
    Gui gui(board.drawn());
    for (const Key key : {Key::r, Key::v, Key::z, Key::o, Key::w, Key::x}) {
        gui.press(key);
        gui.frame();
        CHECK(board.drafts.dialog == Dialog::none);
        CHECK(board.remark.has_value());
        board.remark.reset();
    }
    CHECK(board.acts() == 0);
}

TEST_CASE("nobody acts in the past") {
    Board board;
    board.has_roster();
    board.looks_at(board.now - hours(1));
    Gui gui(board.drawn());
    for (const Key key : {Key::r, Key::v, Key::z, Key::o, Key::d, Key::j, Key::w, Key::x})
        gui.press(key);
    CHECK(board.drafts.dialog == Dialog::none);
    CHECK(board.acts() == 0);
}

TEST_CASE("F1 explains the keys of the board") {
    Board board;
    Gui gui(board.drawn());
    gui.press(Key::f1);
    gui.frame(2);
    CHECK(gui.sees("Piket: R"));
}

TEST_CASE("in half a year two with the same initials have letters of their own, and a legend") {
    Board board;
    board.knows("kuijper", "B. Kuijper", "Dordrecht", {"OvD-Bz"});
    board.knows("kok", "B. Kok", "Dordrecht", {"OvD-Bz"});
    board.knows("wit", "K. de Wit", "Alblasserdam", {"OvD-Bz"});
    board.rotates("OvD-Bz", {"kuijper", "kok", "wit"});
    Gui gui(board.drawn());
    gui.press(Key::h);
    gui.frame(2);
    INFO(gui.screen());
    CHECK(gui.sees("KW"));
    const auto all = gui.texts();
    CHECK(std::count(all.begin(), all.end(), "BK") == 0);
    CHECK(std::count(all.begin(), all.end(), "Kok") > 0); // a surname that fits goes before
    CHECK(std::count(all.begin(), all.end(), "Ku") > 0);
    CHECK(gui.sees("Ko B. Kok"));
}

TEST_CASE("of who holds a place in half a year the letters stand there, on a narrow screen too") {
    Board board;
    board.has_roster();
    board.knows("wm", "W. Mwamba", "Alblasserdam", {"AC-Bz"});
    board.rotates("AC-Bz", {"wm"});
    Gui gui(board.drawn(), 1366, 768);
    gui.press(Key::h);
    gui.frame(2);
    INFO(gui.screen());
    CHECK(gui.sees("WM"));
    CHECK(gui.sees("KW"));
}

TEST_CASE("the heads of P stand apart, and a norm stands whole beside the roster") {
    Board board;
    board.has_roster();
    board.knows("demir", "Y. Demir", "Sliedrecht", {"HTO Publieke zorg"});
    board.rotates("HTO Publieke zorg", {"demir"});
    Gui gui(board.drawn());
    gui.frame();
    CHECK(gui.sees("Team Bz · norm 90 min"));
    gui.press(Key::p);
    gui.frame(2);
    const auto last = gui.find("weken t.o.v. gem.").rect, before = gui.find("feestdag").rect;
    CHECK(before.right() + 8 < last.x);
}

TEST_CASE("the roster says when piket changes: once where that is one time, else in each row") {
    Board board;
    board.has_roster();
    Gui gui(board.drawn());
    CHECK(gui.sees("wissel ma 09:00"));
    board.knows("mulder", "P. Mulder", "Dordrecht", {"AC-Bz"});
    board.rotates("AC-Bz", {"mulder"}, std::nullopt, "wo 08:30");
    gui.frame(2);
    INFO(gui.screen());
    CHECK(gui.sees("wissel per functie"));
    CHECK(gui.sees("wissel wo 08:30"));
    CHECK(gui.sees("wissel ma 09:00"));
}

TEST_CASE("until when somebody has piket stands whole where its number does not fit beside it") {
    Board board;
    board.has_roster();
    Gui gui(board.drawn(), 1366, 768);
    INFO(gui.screen());
    const auto texts = gui.texts();
    CHECK(std::count(texts.begin(), texts.end(), "tot ma 21 jun 09:00") == 1);
}

TEST_CASE("one asks for an act, two ask") {
    Board board;
    board.has_roster();
    board.has_gap();
    board.proposes_swap();
    Gui gui(board.drawn(), 1366, 768, 1.5F);
    INFO(gui.screen());
    CHECK(gui.sees("vragen actie [J]"));
}

TEST_CASE("the ordinary day tells how many functions have no room: who is not shown is not nobody") {
    Board board;
    board.has_roster();
    board.has_gap();
    for (const char* function : {"AC-Bz", "HTO Publieke zorg", "HTO Omgevingszorg", "HTO Ondersteuning"})
        board.rotates(function, {"wit"});
    board.view = View::rust;
    Gui gui(board.drawn(), 1366, 768, 1.5F);
    INFO(gui.screen());
    CHECK(gui.sees("functies [F3]"));
    Gui large(board.drawn(), 1920, 1600);
    INFO(large.screen());
    CHECK_FALSE(large.sees("functies [F3]"));
}

} // namespace board_test
