// Ctrl+K finds everything that one can go to or do, by a few letters, and Enter does it.
#include "tests/dashboard/panels/night.hpp"

#include "dashboard/panels/palette/entries.hpp"

namespace palette_test {

using namespace night;

namespace {

void types(Gui& gui, std::string_view words) {
    gui.press(ui::with_ctrl(Key::k));
    gui.frame(2);
    gui.type(words);
}

} // namespace

TEST_CASE("the palette opens a view by the first letters of its name") {
    Desk desk;
    begin(desk);
    Gui gui(desk.drawn());
    types(gui, "vand");
    INFO(gui.screen());
    gui.press(Key::enter);
    CHECK(desk.view == View::rust);
    CHECK(desk.drafts.dialog == Dialog::none);
}

TEST_CASE("the palette opens the dialog of an act, and the letters typed are no shortcuts") {
    Desk desk;
    begin(desk);
    Gui gui(desk.drawn());
    types(gui, "notitie");
    INFO(gui.screen());
    CHECK(gui.sees("Notitie in het logboek"));
    gui.press(Key::enter);
    CHECK(desk.drafts.dialog == Dialog::note);
}

TEST_CASE("what the user may not do says why, and Enter does not do it") {
    Desk desk;
    begin(desk);
    desk.user.function = "meekijker";
    Gui gui(desk.drawn());
    types(gui, "nieuwe actie");
    INFO(gui.screen());
    gui.press(Key::enter);
    CHECK(desk.drafts.dialog == Dialog::palette);
    CHECK(gui.sees("Dit kan nu niet"));
    CHECK(desk.acts() == 0);
}

TEST_CASE(
    "an act that is about what a board shows is done from the palette: it goes there and presses the key") {
    Desk desk;
    begin(desk);
    MeetingPlanned copi;
    copi.meeting = "copi-1";
    copi.incident = incident;
    copi.team = MeetingTeam::copi;
    copi.number = 1;
    copi.at = desk.now + minutes(5);
    copi.place = "Dam";
    desk.tells(at(10), copi);
    Gui gui(desk.drawn());
    types(gui, "overleg beginnen");
    gui.press(Key::enter);
    gui.frame(4);
    CHECK(desk.view == View::overleg);
    CHECK(only<MeetingStarted>(desk).meeting == MeetingId("copi-1"));
    types(gui, "geluid uit");
    gui.press(Key::enter);
    gui.frame(4);
    CHECK(desk.asked_for<SetMuted>() != nullptr);
    desk.user.function = "meekijker";
    types(gui, "overleg gaat niet door");
    gui.press(Key::enter);
    CHECK(gui.sees("Dit kan nu niet"));
}

TEST_CASE("the palette finds the acts of the boards, shows their view and opens them") {
    struct Wanted {
        const char* typed;
        View view;
        Dialog dialog;
    };
    for (const auto& one :
         {Wanted{"ruil", View::piket, Dialog::swap}, Wanted{"afwezig", View::piket, Dialog::absence},
          Wanted{"nu overnemen", View::piket, Dialog::take_over},
          Wanted{"eerlijkheid", View::piket, Dialog::fairness},
          Wanted{"nieuw evenement", View::evenementen, Dialog::event}}) {
        Desk desk;
        begin(desk);
        desk.user.function =
            std::string_view(one.typed) == "nieuw evenement" ? "evenementencoördinator" : "OvD-Bz";
        Gui gui(desk.drawn());
        types(gui, one.typed);
        INFO(one.typed << gui.screen());
        gui.press(Key::enter);
        CHECK(desk.view == one.view);
        CHECK(desk.drafts.dialog == one.dialog);
    }
    Desk desk;
    begin(desk);
    Gui gui(desk.drawn());
    types(gui, "alle alarmen");
    gui.press(Key::enter);
    CHECK(desk.drafts.dialog == Dialog::alarms);
}

TEST_CASE("the palette finds people without accents and shows their number") {
    Desk desk;
    begin(desk);
    person(desk, "bjorn", "Bj\u00f6rn Dani\u00ebls", "teamleider opvang", "06-0000 0177");
    Gui gui(desk.drawn());
    types(gui, "bjorn daniels");
    INFO(gui.screen());
    CHECK(gui.sees("06-0000 0177"));
    gui.press(Key::enter);
    CHECK(desk.drafts.dialog == Dialog::person);
    CHECK(gui.sees("Bj\u00f6rn Dani\u00ebls"));
}

TEST_CASE("a time that is typed shows the screen of then; a decision and a GRIP change too") {
    Desk desk;
    begin(desk);
    Gui gui(desk.drawn());
    SECTION("a time") {
        types(gui, "04:15");
        gui.press(Key::enter);
        REQUIRE(desk.asked_for<LookAt>() != nullptr);
        CHECK(desk.asked_for<LookAt>()->at == at(22));
    }
    SECTION("a GRIP change") {
        types(gui, "grip 1");
        gui.press(Key::enter);
        CHECK(desk.asked_for<LookAtMessage>() != nullptr);
    }
    CHECK(desk.looks_back());
}

TEST_CASE("the arrows choose while the field keeps the keyboard; Esc closes") {
    Desk desk;
    begin(desk);
    opens_action(desk, "a1", "Zandzakken laten brengen", "OvD-Bz", at(-30));
    opens_action(desk, "a2", "Zandzakken tellen", "OvD-Bz", at(-40));
    Gui gui(desk.drawn());
    types(gui, "zandzakken");
    gui.press(Key::down);
    gui.press(Key::enter);
    CHECK(desk.drafts.dialog == Dialog::action_detail);
    CHECK(desk.drafts.subject == "a2");
    gui.press(Key::escape);
    types(gui, "x");
    gui.press(Key::escape);
    CHECK(desk.drafts.dialog == Dialog::none);
}

TEST_CASE("moments are read as people write them, and never of the future") {
    Desk desk;
    begin(desk);
    exercise_runs(desk, 1, true);
    const auto moment = [&](std::string_view typed) { return palette::past_moment(desk.scene(), typed); };
    CHECK(moment("04:15") == at(22));
    CHECK(moment("0415") == at(22));
    CHECK(moment("05:00") == at(-23) - hours(24)); // yesterday: today it is yet to come
    CHECK(moment("22-01 16:37") == at(12 * 60));
    CHECK(moment("22-01-2027 16:37") == at(12 * 60));
    CHECK(moment("24-01 16:37") == *read_instant("2026-01-24T16:37:00+01:00"));
    CHECK(moment("t+03:00") == at(120));
    for (const char* nonsense :
         {"", "+20", "T+99:00", "31-02 10:00", "24-01-2027 10:00", "x 10:00", "25:00", "1-2-3-4 10:00"})
        CHECK_FALSE(moment(nonsense));
}

} // namespace palette_test
