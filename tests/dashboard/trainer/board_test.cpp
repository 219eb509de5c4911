// What stands on the board of the oefenleider, for whom, and on which screens.
#include "dashboard/panels/trainer/trainer.hpp"
#include "tests/dashboard/trainer/run.hpp"

#include <algorithm>

namespace board_test {

using namespace exercise;

TEST_CASE("the draaiboek says what became of each inject; the next one is open with what can be done") {
    Board board;
    Gui gui(board.drawn());
    INFO(gui.screen());
    CHECK(gui.sees("DRAAIBOEK · 4 INJECTS"));
    CHECK(gui.sees("verzonden 1 · gepland 3"));
    CHECK(gui.sees("gemist, 2 min te laat")); // of inject 1
    CHECK(gui.sees("Waar moeten de bewoners heen?"));
    CHECK(gui.sees("over 08:00"));
    CHECK(gui.sees("verwacht: Opvang geopend (binnen 10 min)"));
    CHECK(gui.sees("voor u: Wacht tot zij de wijk genoemd hebben."));
    for (const char* verb : {"Nu verzenden", "Laten vervallen", "Aanhouden", "5 min later", "5 min eerder"})
        CHECK(gui.sees(verb));
    CHECK(gui.sees("nu 12:12:00 · T+00:12"));
    CHECK(gui.sees("als niet gedaan: OvD-Bz"));
    CHECK(gui.sees("Inject over 08:00")); // in the header
    CHECK(gui.sees("T+00:20 · nr 2"));
    CHECK(gui.sees("Spelers zien geen open alarm"));
}

TEST_CASE("who leads reads that a player was alerted and did not answer yet, as that player does") {
    Board board;
    board.tells(board.at(11),
                IncidentOpened{"i", "Brand", "brand", "Alblasserdam", "Dam", {}, board.at(10), {}, {}});
    board.tells(board.at(12),
                TeamAlerted{"a", "i", Team::copi, {Function("OvD-Bz"), Function("politie")}, Count{30}});
    Gui gui(board.drawn());
    INFO(gui.screen());
    CHECK(gui.sees("Spelers zien: OvD-Bz gealarmeerd: geef antwoord"));
    CHECK(gui.sees("1 alarm")); // politie is played by nobody
    CHECK_FALSE(gui.sees("Spelers zien geen open alarm"));
}

TEST_CASE("who plays reads no verdict and no observation in the logboek, who leads does") {
    Board board("OvD-Bz");
    board.tells(board.at(10),
                ObservationNoted{RunId("run"), ObservationId("o"), {}, board.at(10), "Belt RWS zelf", {}});
    board.tells(board.at(11), ExpectationJudged{RunId("run"), ExpectationId("grip"),
                                                ExpectationVerdict::deels, "geen beeld"});
    for (const View view : {View::inzet, View::logboek}) {
        board.view = view;
        board.user.function = Function("OvD-Bz");
        Gui gui(board.drawn());
        INFO(gui.screen());
        CHECK_FALSE(gui.sees("Belt RWS zelf"));
        CHECK_FALSE(gui.sees("geen beeld"));
        board.user.function = Function("waarnemer");
        gui.frame(2);
        CHECK(gui.sees("Belt RWS zelf"));
        CHECK(gui.sees("geen beeld"));
    }
}

TEST_CASE(
    "a verdict that the leader had chosen, or asked why, is not read by the player who sits down there") {
    Board board("waarnemer");
    board.tells(board.at(10), ExpectationJudged{RunId("run"), ExpectationId("grip"),
                                                ExpectationVerdict::deels, "geen beeld"});
    const Sequence verdict = board.scene().upto;
    board.view = View::logboek;
    board.drafts.logbook.chosen = verdict;
    board.drafts.reasons = {verdict};
    board.drafts.subject = std::to_string(verdict);
    const auto reads = [&](Dialog dialog) {
        board.drafts.dialog = dialog;
        Gui gui(board.drawn());
        gui.frame();
        INFO(gui.screen());
        return gui.sees("geen beeld");
    };
    for (const auto dialog : {Dialog::none, Dialog::message, Dialog::reasons}) {
        board.user.function = Function("waarnemer");
        CHECK(reads(dialog));
        board.user.function = Function("OvD-Bz");
        CHECK_FALSE(reads(dialog));
    }
}

TEST_CASE("a verdict is not marked as important: everybody would read it in the note") {
    Board board("oefenleider");
    board.tells(board.at(10), ExpectationJudged{RunId("run"), ExpectationId("grip"),
                                                ExpectationVerdict::deels, "geen beeld"});
    board.view = View::logboek;
    board.drafts.logbook.chosen = board.scene().upto;
    Gui gui(board.drawn());
    gui.press(Key::m);
    gui.frame();
    CHECK(board.acts() == 0);
    REQUIRE(board.asked_for<Explain>() != nullptr);
    CHECK(board.asked_for<Explain>()->text.starts_with("Dit is alleen voor wie de oefening leidt"));
}

TEST_CASE("a draaiboek that nobody plays any more says so, and how late it is") {
    Board board;
    board.now = board.at(20) + seconds(10); // what is due a moment ago is on its way
    {
        Gui gui(board.drawn());
        CHECK(gui.sees("Inject nu"));
        CHECK_FALSE(gui.sees("Het draaiboek staat stil"));
    }
    board.now = board.at(22);
    {
        Gui gui(board.drawn());
        INFO(gui.screen());
        CHECK(gui.sees("Inject 02:00 te laat"));
        CHECK(gui.sees("Het draaiboek staat stil: de speler ervan antwoordt niet"));
        CHECK(gui.sees("inject 2 had om 12:20 moeten komen"));
    }
    // a jump asks for all between at once: that takes a moment
    board.tells(board.at(22), ExerciseClockSet{RunId("run"), board.at(110), Rate{1}, true});
    board.now = board.at(110) + seconds(5);
    Gui gui(board.drawn());
    CHECK_FALSE(gui.sees("Het draaiboek staat stil"));
}

TEST_CASE("reactions, aims and the time line tell the same, and the counts close") {
    Board board;
    Gui gui(board.drawn());
    INFO(gui.screen());
    CHECK(gui.sees("VERWACHTE REACTIES · 2"));
    CHECK(gui.sees("0 op tijd + 0 te laat + 1 gemist + 1 open"));
    CHECK(gui.sees("nog 13:00"));
    CHECK(gui.sees("OEFENDOELEN · 2"));
    CHECK(gui.sees("alle reacties · nog niet gevraagd 1"));
    CHECK(gui.sees("nu 12:12"));
    CHECK(gui.sees("tijdlijn/grip"));
    CHECK(gui.sees("Melding staat in het logboek · gemist"));
    CHECK(gui.sees("Nog geen waarnemingen. Met [W] schrijft u op wat u ziet."));
}

TEST_CASE("what was too late by seconds is told with them") {
    Board board;
    measure::Measured late;
    late.expectation = &board.scenario.expectations.at(1); // within 5 minutes
    late.score = measure::Score::late;
    late.reaction = minutes(5) + seconds(9);
    CHECK(trainer::outcome_words(board.scene(), late) == "na 05:09");
    late.reaction = minutes(7) + seconds(9);
    CHECK(trainer::outcome_words(board.scene(), late) == "na 7 min");
}

TEST_CASE("players are told why they see nothing, and changing function changes that at once") {
    Board board("OvD-Bz");
    Gui gui(board.drawn());
    INFO(gui.screen());
    CHECK_FALSE(gui.sees("Waar moeten de bewoners heen?"));
    CHECK_FALSE(gui.sees("Inject over"));
    CHECK(gui.sees("Dit beeld is voor de oefenleider en de waarnemers."));
    CHECK_FALSE(gui.sees("beeld/oefenleiding"));
    board.user.function = Function("waarnemer");
    gui.frame(2);
    CHECK(gui.sees("Waar moeten de bewoners heen?"));
    CHECK_FALSE(gui.sees("Nu verzenden")); // a waarnemer watches
}

TEST_CASE("F6 is the board for who leads, and the clock for who plays") {
    Board board;
    board.view = View::rust;
    Gui gui(board.drawn());
    CHECK(gui.sees("beeld/oefenleiding"));
    gui.press(Key::f6);
    gui.frame();
    CHECK(gui.sees("DRAAIBOEK · 4 INJECTS"));
    board.user.function = Function("OvD-Bz");
    board.view = View::rust;
    gui.press(Key::f6);
    gui.frame();
    CHECK(board.drafts.dialog == Dialog::exercise);
}

TEST_CASE("without the file there is no draaiboek, but the clock is there") {
    Desk desk;
    desk.user.function = Function("oefenleider");
    desk.view = View::oefenleiding;
    Gui gui(desk.drawn());
    CHECK(gui.sees("Hier komt het draaiboek zodra de oefening begint."));
    desk.tells(desk.now, ExerciseStarted{RunId("run"), "proef", "Proef", desk.now, {}, "x"});
    gui.frame(2);
    INFO(gui.screen());
    CHECK(gui.sees("Geen draaiboek."));
    CHECK(gui.sees("NO PLAY"));
    desk.mode = Mode::actual;
    gui.frame();
    CHECK(gui.sees("Dit is geen oefening."));
}

TEST_CASE("looking back shows how it stood then, and offers nothing but a branch") {
    Board board;
    Gui gui(board.drawn());
    board.looks_at(board.at(6));
    gui.frame(2);
    INFO(gui.screen());
    CHECK(gui.sees("0 op tijd + 0 te laat + 0 gemist + 2 open"));
    CHECK_FALSE(gui.sees("Nu verzenden"));
    gui.press(Key::enter);
    CHECK(board.acts() == 0);
    CHECK(gui.sees("Aftakken op T+00:06"));
}

TEST_CASE(
    "on a low screen and with large text the legend is whole, and names are shortened before they are cut") {
    struct Size {
        float width, height, scale;
    };
    for (const Size size : {Size{1366, 768, 1}, Size{1920, 1080, 1.5F}, Size{1920, 1080, 1}}) {
        Board board;
        Gui gui(board.drawn(), size.width, size.height, size.scale);
        CAPTURE(size.width, size.scale);
        const auto all = ui::seen(gui.ui);
        for (const char* sign : {"op tijd", "te laat", "gemist", "open"}) {
            CAPTURE(sign);
            CHECK(std::count_if(all.begin(), all.end(), [&](const auto& one) { return one.text == sign; }) >=
                  2);
        }
        CHECK(gui.sees("Beeld en besluit")); // an aim by its whole name
    }
}

TEST_CASE(
    "on the lowest screen with large text the draaiboek still says what is left and makes an inject up") {
    Board board;
    Gui gui(board.drawn(), 1366, 768, 1.5F);
    board.drafts.tab = 0;
    gui.frame(2);
    INFO(gui.screen());
    CHECK(gui.sees("nog 2: tot nr 4"));
    gui.click("Nieuwe inject");
    gui.frame(2);
    CHECK(board.drafts.dialog == Dialog::inject);
}

TEST_CASE("the logboek tells a verdict by the text of its expectation, to who sees the draaiboek") {
    Board board;
    board.tells(board.at(11), ExpectationJudged{RunId("run"), ExpectationId("notitie"),
                                                ExpectationVerdict::deels, "wel gebeld"});
    board.view = View::logboek;
    Gui gui(board.drawn());
    INFO(gui.screen());
    CHECK(gui.sees("Melding staat in het logboek: deels gehaald"));
    board.user.function = Function("OvD-Bz");
    gui.frame(2);
    CHECK_FALSE(gui.sees("Melding staat in het logboek"));
}

TEST_CASE("what the end of the exercise cut off is said to be so, and counts as open") {
    Board board;
    board.tells(board.at(12), ExerciseEnded{RunId("run")});
    Gui gui(board.drawn());
    INFO(gui.screen());
    CHECK(gui.sees("0 op tijd + 0 te laat + 1 gemist + 1 open"));
    CHECK(gui.sees("niet meer te zien"));
}

TEST_CASE("the header counts the alarms that the line beneath tells of: those of the players") {
    Board board;
    for (const char* action : {"een", "twee"}) { // late, and of nobody who sits here
        ActionOpened opened;
        opened.action = ActionId(action);
        opened.title = action;
        opened.owner = Function("OvD-Bz");
        opened.due = board.at(1);
        opened.incident = IncidentId("i");
        board.tells(board.at(0), opened);
    }
    Gui gui(board.drawn());
    INFO(gui.screen());
    CHECK(gui.sees("2 alarmen"));
    CHECK(gui.sees("nog 1 bij de spelers"));
}

TEST_CASE("on every screen and every size of text nothing lies outside or on another") {
    struct Size {
        float width, height, scale;
    };
    for (const Size size :
         {Size{1920, 1080, 1}, Size{1920, 1080, 1.5F}, Size{1920, 1080, 2}, Size{1366, 768, 1},
          Size{1366, 768, 1.25F}, Size{1366, 768, 2}, Size{800, 600, 1}, Size{3840, 2160, 1.5F}}) {
        Board board;
        ObservationNoted noted{RunId("run"), ObservationId("o"), "A", board.at(8), "", {}};
        noted.text =
            "Een lange waarneming die over meer dan een regel loopt, omdat de waarnemer veel zag en hoorde";
        board.tells(board.at(8), noted);
        Gui gui(board.drawn(), size.width, size.height, size.scale);
        const bool tabs = gui.ui.screen.w < 1200 || gui.ui.screen.h < 600;
        for (int tab = 0; tab < (tabs ? 5 : 1); ++tab) {
            board.drafts.tab = tab;
            gui.frame(2);
            const auto all = ui::seen(gui.ui);
            for (const auto& one : all) {
                CAPTURE(size.width, size.scale, tab, one.text);
                if (!one.text.empty()) CHECK(gui.ui.screen.inset(-1).contains(one.rect));
                if (one.kind != ui::SeenKind::button) continue;
                for (const auto& other : all)
                    if (other.kind == ui::SeenKind::button && other.id != one.id) {
                        CAPTURE(other.text);
                        CHECK_FALSE(one.rect.inset(1).overlaps(other.rect));
                    }
            }
        }
    }
}

} // namespace board_test
