// What who leads the exercise does with injects and says of the players, through the real hub: the desk
// checks after every act that a second desk knows the same.
#include "tests/dashboard/trainer/run.hpp"

namespace acts_test {

using namespace exercise;

TEST_CASE("Enter sends the next inject now, and the one after it opens") {
    Board board;
    Gui gui(board.drawn());
    gui.press(Key::enter);
    gui.frame(2);
    const auto told = only<InjectDelivered>(board);
    CHECK(told.inject == InjectNr("2"));
    CHECK(told.text == "Waar moeten de bewoners heen?");
    CHECK_FALSE(told.made_up);
    CHECK(board.line("2").state == measure::InjectState::delivered);
    INFO(gui.screen());
    CHECK(gui.sees("verzonden 2 · gepland 2"));
    CHECK(gui.sees("Inject over 18:00"));
}

TEST_CASE("after NO PLAY no key sends, moves or jumps anything until the exercise goes on") {
    Board board;
    Gui gui(board.drawn());
    gui.press(Key::pause);
    gui.frame(2);
    REQUIRE(board.acted<ExerciseHalted>().size() == 1);
    const auto acts = board.acts();
    for (const Key key : {Key::enter, Key::plus, Key::minus, Key::o, Key::del, Key::j, Key::n}) {
        gui.press(key);
        gui.frame();
        CHECK(board.acts() == acts);
        CHECK(board.drafts.dialog == Dialog::none);
    }
    CHECK(gui.sees("Hervat eerst de oefening"));
}

TEST_CASE("O sends one again under its own number, and its clock does not begin anew") {
    Board board;
    Gui gui(board.drawn());
    gui.press(Key::up);
    gui.frame();
    CHECK(gui.sees("Opnieuw verzenden"));
    gui.press(Key::enter); // not by mistake
    CHECK(board.acts() == 0);
    gui.press(Key::o);
    gui.frame(2);
    CHECK(only<InjectDelivered>(board).inject == InjectNr("1"));
    CHECK(gui.sees("verzonden 2×"));
    CHECK(board.line("1").at == board.at(5));
}

TEST_CASE("Del lets an inject lapse and H holds it, each with its reason; H plans it again") {
    Board board;
    Gui gui(board.drawn());
    opens(gui, Key::h, "INJECT 2 AANHOUDEN");
    gui.type("eerst de wijk");
    gui.press(Key::enter);
    gui.frame(2);
    CHECK(only<InjectHeld>(board) == InjectHeld{RunId("run"), InjectNr("2"), "eerst de wijk"});
    INFO(gui.screen());
    CHECK(gui.sees("aangehouden 1"));
    CHECK(gui.sees("eerst de wijk"));
    CHECK(board.drafts.trainer.chosen == "2"); // the next key is about the same one
    gui.press(Key::h);
    gui.frame(2);
    CHECK(only<InjectMoved>(board).at == board.at(20));
    CHECK(gui.sees("verplaatst 12:20"));
    opens(gui, Key::del, "INJECT 2 LATEN VERVALLEN");
    gui.press(Key::enter);
    gui.frame(2);
    CHECK_FALSE(only<InjectSkipped>(board).reason);
    CHECK(gui.sees("vervallen 1"));
}

TEST_CASE("+ and − move it five minutes, never before now") {
    Board board;
    Gui gui(board.drawn());
    gui.press(ui::with_shift(Key::equal)); // + on most keyboards
    gui.frame();
    CHECK(board.acted<InjectMoved>().back().at == board.at(25));
    for (int i = 0; i < 4; ++i) {
        gui.press(Key::minus);
        gui.frame();
    }
    CHECK(board.acted<InjectMoved>().back().at == board.now);
    CHECK(board.line("2").at == board.now);
}

TEST_CASE("N makes one up: it has a number of its own and says that it was made up") {
    Board board;
    Gui gui(board.drawn());
    opens(gui, Key::n, "NIEUWE INJECT X1");
    fills(gui, "inject/van", "burgemeester");
    gui.press(Key::enter);
    gui.frame();
    CHECK(gui.sees("Er staat nog geen tekst."));
    fills(gui, "inject/tekst", "Wat zeg ik tegen de pers?");
    gui.click("inject/kanaal/mail");
    gui.click("inject/doel/B");
    gui.click("Verzend");
    gui.frame(2);
    const auto made = only<InjectDelivered>(board);
    CHECK(made == InjectDelivered{RunId("run"), InjectNr("X1"), "burgemeester", "OvD-Bz", "mail",
                                  "Wat zeg ik tegen de pers?", "B", true});
    INFO(gui.screen());
    CHECK(gui.sees("DRAAIBOEK · 5 INJECTS"));
    opens(gui, Key::n, "NIEUWE INJECT X2");
}

TEST_CASE("a verdict stands beside what the journal says, with its reason") {
    Board board("waarnemer");
    Gui gui(board.drawn());
    opens(gui, Key::v, "UW OORDEEL");
    CHECK(gui.sees("Het journaal zegt: gemist"));
    gui.click("oordeel/wat/deels");
    gui.press(Key::enter);
    gui.frame();
    CHECK(gui.sees("Zeg ook waarom."));
    fills(gui, "oordeel/waarom", "wel gebeld, niet genoteerd");
    gui.press(Key::enter);
    gui.frame(2);
    CHECK(only<ExpectationJudged>(board) == ExpectationJudged{RunId("run"), ExpectationId("notitie"),
                                                              ExpectationVerdict::deels,
                                                              "wel gebeld, niet genoteerd"});
    INFO(gui.screen());
    CHECK(gui.sees("oordeel: deels · wel gebeld, niet genoteerd"));
    CHECK(gui.sees("1 gemist")); // the count stays
}

TEST_CASE("an observation is bound to its moment, its aim and its mark") {
    Board board("waarnemer");
    Gui gui(board.drawn());
    opens(gui, Key::w, "WAARNEMING");
    fills(gui, "waarneming/tekst", "Niemand vult het beeld aan");
    fills(gui, "waarneming/moment", "12:08");
    gui.click("waarneming/doel/A");
    gui.click("waarneming/merk/verbeterpunt");
    gui.click("Leg vast");
    gui.frame(2);
    const auto noted = only<ObservationNoted>(board);
    CHECK(noted.at == board.at(8));
    CHECK(noted.aim == "A");
    CHECK(noted.mark == "verbeterpunt");
    INFO(gui.screen());
    CHECK(gui.sees("WAARNEMINGEN · 1"));
    CHECK(gui.sees("doel A · verbeterpunt"));
}

TEST_CASE(
    "a role that nobody plays is spoken for until Esc; what leads the exercise stays of the oefenleider") {
    Board board;
    Gui gui(board.drawn());
    opens(gui, Key::r, "SPREEK ALS");
    CHECK_FALSE(gui.sees("rol/OvD-Bz")); // played
    gui.type("poli");
    gui.frame();
    gui.press(Key::enter);
    gui.frame(2);
    CHECK(gui.sees("Spreekt als politie"));
    CHECK(gui.sees("A. de Vries · Esc stopt"));
    opens(gui, Key::k, "NOTITIE IN HET LOGBOEK");
    gui.type("Wij sluiten de Kade af");
    gui.press(Key::enter);
    gui.frame(2);
    CHECK(only<NoteWritten>(board).text == "Wij sluiten de Kade af");
    CHECK(board.last_said().function == Function("politie"));
    CHECK(board.last_said().person == PersonId("A. de Vries"));
    gui.click("Nu verzenden");
    gui.frame();
    CHECK(board.last_said().function == Function("oefenleider"));
    gui.press(Key::escape);
    gui.frame();
    CHECK_FALSE(gui.sees("Spreekt als"));
    CHECK(board.user.function == Function("oefenleider"));
}

TEST_CASE("a role that the draaiboek does not know can be spoken for too") {
    Board board;
    Gui gui(board.drawn());
    opens(gui, Key::r, "SPREEK ALS");
    gui.type("apotheker");
    gui.frame();
    gui.press(Key::enter);
    gui.frame(2);
    CHECK(gui.sees("Spreekt als apotheker"));
}

TEST_CASE("who is told an inject and opens it has read it, once") {
    Board board("OvD-Bz");
    board.view = View::inzet;
    IncidentOpened opened;
    opened.incident = IncidentId("i");
    opened.title = "Brand";
    opened.started = board.at(6);
    board.tells(board.at(6), opened);
    Gui gui(board.drawn());
    CHECK(gui.sees("1 bericht voor u ongelezen [D]"));
    gui.click("logboek/3"); // the inject
    gui.frame();
    CHECK(only<InjectRead>(board) == InjectRead{RunId("run"), InjectNr("1")});
    CHECK(board.looks_back());
    gui.press(Key::escape);
    gui.frame();
    gui.click("logboek/3");
    gui.frame();
    CHECK(board.acted<InjectRead>().size() == 1);
    CHECK_FALSE(gui.sees("ongelezen"));
}

TEST_CASE("D opens the newest inject that was told to who sits here, and the window says that it waits") {
    Board board("OvD-Bz");
    board.view = View::inzet;
    IncidentOpened opened;
    opened.incident = IncidentId("i");
    opened.title = "Brand";
    opened.started = board.at(6);
    board.tells(board.at(6), opened);
    Gui gui(board.drawn());
    gui.press(Key::d);
    gui.frame(2);
    CHECK(gui.sees("BERICHT"));
    CHECK(only<InjectRead>(board) == InjectRead{RunId("run"), InjectNr("1")});
    gui.press(Key::escape);
    gui.frame(2);
    CHECK_FALSE(board.looks_back());
    CHECK_FALSE(gui.sees("ongelezen"));
}

TEST_CASE("a branch is asked for after a confirmation, from the moment that is shown") {
    Board board;
    Gui gui(board.drawn());
    board.looks_at(board.at(2));
    gui.frame();
    opens(gui, Key::b, "AFTAKKEN");
    CHECK(board.asked_for<Branch>() == nullptr);
    gui.press(Key::enter);
    gui.frame();
    REQUIRE(board.asked_for<Branch>() != nullptr);
    CHECK(board.asked_for<Branch>()->upto == 2);

    Board live; // the exercise goes on while the dialog is open
    Gui other(live.drawn());
    opens(other, Key::b, "AFTAKKEN");
    live.tells(live.at(13), NoteWritten{"n", {}, {}, "later", {}});
    live.now = live.at(14);
    other.frame();
    other.press(Key::enter);
    other.frame();
    REQUIRE(live.asked_for<Branch>() != nullptr);
    CHECK(live.asked_for<Branch>()->upto == 3);
    CHECK(live.asked_for<Branch>()->at == live.at(12));
}

TEST_CASE("a shared exercise is branched from the journal of its hub, which the desk found or is told") {
    Board board;
    board.runs_here = false;
    board.hub_journal = "/map/oefening.journal";
    Gui gui(board.drawn());
    opens(gui, Key::b, "AFTAKKEN");
    CHECK(gui.sees("De tak speelt in dit venster"));
    gui.press(Key::enter);
    gui.frame();
    REQUIRE(board.asked_for<Branch>() != nullptr);
    CHECK(board.asked_for<Branch>()->journal == "/map/oefening.journal");

    Board unknown;
    unknown.runs_here = false;
    Gui other(unknown.drawn());
    opens(other, Key::b, "AFTAKKEN");
    other.press(Key::enter);
    other.frame(2);
    CHECK(unknown.asked_for<Branch>() == nullptr);
    CHECK(other.sees("Schrijf welk bestand het journaal van de hub is."));
}

TEST_CASE("a desk without the draaiboek cannot play a branch, and says how it could") {
    Board board;
    board.runs_here = false;
    board.practises_nothing();
    Gui gui(board.drawn());
    gui.press(Key::b);
    gui.frame(2);
    CHECK_FALSE(gui.sees("AFTAKKEN"));
    REQUIRE(board.asked_for<Explain>() != nullptr);
    CHECK_THAT(board.asked_for<Explain>()->text, ContainsSubstring("Start het met --exercise BESTAND"));
}

TEST_CASE("left and right look five minutes back and ahead, as F1 says") {
    Board board;
    Gui gui(board.drawn());
    gui.press(Key::left);
    gui.frame();
    CHECK(board.looks_back());
    CHECK(board.scene().now == board.at(7));
    gui.press(Key::left);
    gui.frame();
    gui.press(Key::right);
    gui.frame();
    CHECK(board.scene().now == board.at(7));
}

TEST_CASE("the oefenleider ends the exercise from the palette: asked twice, with a reason") {
    Board board;
    Gui gui(board.drawn());
    gui.press(ui::with_ctrl(Key::k));
    gui.frame(2);
    gui.type("beeindig");
    gui.frame();
    gui.press(Key::enter);
    gui.frame(2);
    INFO(gui.screen());
    REQUIRE(gui.sees("OEFENING BEËINDIGEN"));
    CHECK(gui.sees("Injects die dan niet meer komen: 3"));
    gui.press(Key::enter);
    gui.frame(2);
    CHECK(gui.sees("Zeg ook waarom."));
    fills(gui, "einde/waarom", "doelen gehaald");
    gui.press(Key::enter);
    gui.frame(2);
    CHECK(gui.sees("ZEKER WETEN?"));
    CHECK(board.acts() == 0);
    gui.press(Key::enter);
    gui.frame(2);
    CHECK(only<ExerciseEnded>(board).run == RunId("run"));
    CHECK(only<NoteWritten>(board).text == "Oefening beëindigd: doelen gehaald");
    CHECK(gui.sees("VOORBIJ"));
}

TEST_CASE("a report is asked for from the palette") {
    Board board;
    Gui gui(board.drawn());
    gui.press(ui::with_ctrl(Key::k));
    gui.frame(2);
    gui.type("maak verslag");
    gui.frame();
    gui.press(Key::enter);
    gui.frame(2);
    CHECK(board.asked_for<WriteReport>() != nullptr);
}

TEST_CASE("a waarnemer changes nothing of the exercise, and is told whose that is") {
    Board board("waarnemer");
    Gui gui(board.drawn());
    for (const Key key : {Key::enter, Key::del, Key::h, Key::plus, Key::n, Key::r, Key::j, Key::space,
                          Key::bracket_right, Key::b}) {
        board.remark.reset();
        gui.press(key);
        gui.frame();
        CAPTURE(ui::key_name(key));
        CHECK(board.acts() == 0);
        CHECK(board.drafts.dialog == Dialog::none);
        CHECK(board.remark);
    }
}

TEST_CASE("the fastest goes no faster, and a pause tells at what rate it goes on") {
    Board board;
    board.tells(board.now, ExerciseClockSet{RunId("run"), board.now, Rate{120}, false});
    Gui gui(board.drawn());
    CHECK(gui.sees("GEPAUZEERD ×120"));
    gui.press(Key::bracket_right);
    gui.frame();
    CHECK(board.acts() == 0);
    REQUIRE(board.asked_for<Explain>() != nullptr);
    CHECK(board.asked_for<Explain>()->text == "Sneller dan ×120 gaat niet.");
}

} // namespace acts_test
