// Each key opens its dialog, and what is filled in becomes the right message; the picture that comes back
// changes the screen. By keyboard alone, and by mouse alone.
#include "dashboard/panels/views.hpp"
#include "tests/dashboard/panels/night.hpp"

namespace acts_test {

using namespace night;

namespace {

/// The only act that was done, of this type.
template <class T>
T only_act(const Desk& desk) {
    REQUIRE(desk.acts() == 1);
    return only<T>(desk);
}

} // namespace

TEST_CASE("the bar names no key that the view has taken for itself") {
    for (const View view : {View::evenementen, View::overleg, View::logboek, View::bezetting}) {
        Desk desk;
        begin(desk);
        desk.view = view;
        Gui gui(desk.drawn());
        gui.frame();
        const auto bar = gui.find("beeld/grip").rect;
        INFO(gui.screen());
        for (const auto& seen : ui::seen(gui.ui))
            if (bar.contains(seen.rect.centre())) CHECK(seen.text != "B");
    }
}

TEST_CASE("R opens an incident") {
    Desk desk;
    roster(desk);
    Gui gui(desk.drawn());
    opens(gui, Key::r, "NIEUW INCIDENT");
    gui.type("Brand Nieuwland Parc");
    gui.press(Key::tab);
    gui.frame();
    gui.type("Nieuwland Parc 12");
    gui.press(Key::tab);
    gui.frame();
    gui.type("04:20");
    gui.press(Key::tab);
    gui.press(Key::space); // the first of the kinds
    gui.press(Key::enter); // the dialog's, though the choice still has the focus
    const auto body = only_act<IncidentOpened>(desk);
    CHECK(body.title == "Brand Nieuwland Parc");
    CHECK(body.place == "Nieuwland Parc 12");
    CHECK(body.kind == Kind("brand"));
    CHECK(body.started == at(17));
    CHECK_FALSE(body.incident.empty());
    gui.frame();
    CHECK(header_says(gui, "Brand Nieuwland Parc")); // the header, and the view INZET
    CHECK(gui.sees("VOOR MIJ"));
}

TEST_CASE("an incident at a place that the map names stands there on the map") {
    Desk desk;
    roster(desk);
    desk.map.names.push_back({"Kade", {51.8655, 4.6531}, 2, true});
    Gui gui(desk.drawn());
    opens(gui, Key::r, "NIEUW INCIDENT");
    gui.type("Hoogwater");
    gui.press(Key::tab);
    gui.frame();
    gui.type("kade");
    gui.press(Key::tab);
    gui.press(Key::tab);
    gui.press(Key::space);
    gui.press(Key::enter);
    CHECK(only_act<IncidentOpened>(desk).point == Position{51.8655, 4.6531});
}

TEST_CASE("in INZET the mouse reaches the views and the acts") {
    Desk desk;
    begin(desk);
    Gui gui(desk.drawn());
    gui.click("tijdlijn/meer");
    gui.frame(2);
    CHECK(desk.drafts.dialog == Dialog::palette);
    gui.press(Key::escape);
    gui.click("kop/wie");
    CHECK(desk.drafts.dialog == Dialog::who);
    gui.press(Key::escape);
    gui.frame();
    gui.click("kop/grip");
    gui.frame();
    CHECK(desk.view == View::grip);
}

TEST_CASE("an incident can be of the kind of a task card that the user added") {
    Desk desk;
    roster(desk);
    catalogue::TaskCard own;
    own.nr = 9;
    own.kinds = {"treinongeval", "brand"};
    desk.catalogue.cards.cards.push_back(own);
    Gui gui(desk.drawn());
    opens(gui, Key::r, "NIEUW INCIDENT");
    gui.type("Trein ontspoord");
    gui.press(Key::tab);
    gui.frame();
    gui.type("Station");
    CHECK(gui.find("incident/soort/treinongeval").rect.y <= gui.find("incident/soort/anders").rect.y);
    gui.click("treinongeval");
    gui.frame();
    gui.press(Key::enter);
    CHECK(only_act<IncidentOpened>(desk).kind == Kind("treinongeval"));
}

TEST_CASE("Enter stays the dialog's after a refusal that puts the focus on a choice, and where it is asked") {
    Desk desk;
    roster(desk);
    Gui gui(desk.drawn());
    opens(gui, Key::r, "NIEUW INCIDENT");
    gui.type("Brand");
    gui.press(Key::enter);
    gui.frame(2);
    CHECK(gui.sees("Zeg waar het is."));
    gui.type("Edisonweg");
    gui.press(Key::enter);
    gui.frame(2);
    CHECK(gui.sees("Kies wat voor incident het is."));
    gui.press(Key::d4); // and the first still has the focus
    gui.press(Key::enter);
    const auto body = only_act<IncidentOpened>(desk);
    CHECK(body.kind == Kind("cyberaanval"));
    CHECK(body.place == "Edisonweg");
}

TEST_CASE("G decides on GRIP: level, who decided, why") {
    Desk desk;
    begin(desk);
    Gui gui(desk.drawn());
    opens(gui, Key::g, "GRIP · nu GRIP 2");
    CHECK(gui.sees("Leg vast: GRIP 3"));
    gui.type("Zandmeevoerende wel in de dijk");
    gui.press(Key::enter);
    REQUIRE(desk.acted<GripDecided>().size() == 1); // the teams of the level come with it
    const auto body = desk.acted<GripDecided>()[0];
    CHECK(body == GripDecided{incident, 3, "Zandmeevoerende wel in de dijk", {"burgemeester", {}}, desk.now});
    gui.frame();
    CHECK(header_says(gui, "GRIP 3"));
}

TEST_CASE("who decides follows the level until it is chosen") {
    Desk desk;
    begin(desk);
    Gui gui(desk.drawn());
    opens(gui, Key::g, "GRIP · nu GRIP 2");
    gui.click("grip/niveau/GRIP 1");
    CHECK(gui.sees("dit is afschalen"));
    gui.click("grip/reden");
    gui.type("Alleen nog opruimen");
    gui.press(Key::enter);
    const auto down = only_act<GripDecided>(desk);
    CHECK(down.level == GripLevel(1));
    CHECK(down.decided_by.function == Function("ROL"));
    desk.forget();
    opens(gui, Key::g, "GRIP · nu GRIP 1");
    gui.click("grip/niveau/GRIP 3");
    CHECK(gui.sees("u slaat een niveau over"));
    gui.click("grip/besluit/voorzitter veiligheidsregio");
    gui.click("grip/reden");
    gui.type("dijk");
    gui.click("Leg vast: GRIP 3"); // the burgemeester decides on that one: asked once more
    REQUIRE(desk.acted<GripDecided>().empty());
    CHECK(gui.sees("Over GRIP 3 besluit als regel"));
    gui.click("Leg vast: GRIP 3");
    REQUIRE(desk.acted<GripDecided>().size() == 1);
    CHECK(desk.acted<GripDecided>()[0].decided_by.function == Function("voorzitter veiligheidsregio"));
}

TEST_CASE("T alerts a team, and everyone who is on duty for it") {
    Desk desk;
    begin(desk);
    Gui gui(desk.drawn());
    opens(gui, Key::t, "ALARMEER EEN TEAM");
    CHECK(gui.sees("Norm 30 minuten. OvD-Bz (K. de Wit), communicatieadviseur CoPI (niemand heeft piket)"));
    gui.press(Key::d2);
    gui.frame();
    CHECK(gui.sees("Norm 45 minuten. AC-Bz (M. Verhoeven)"));
    gui.press(Key::enter);
    const auto teams = desk.acted<TeamAlerted>();
    REQUIRE(teams.size() == 1);
    CHECK(teams[0].team == Team::rot);
    CHECK(teams[0].norm_minutes == Count(45));
    CHECK(teams[0].incident == incident);
    CHECK(teams[0].functions.size() == 3);
    const auto persons = desk.acted<PersonAlerted>();
    REQUIRE(persons.size() == 1);
    CHECK(persons[0] == PersonAlerted{teams[0].alert, incident, "AC-Bz", "verhoeven", Medium::app, 1});
    gui.frame();
    CHECK(gui.sees("OPKOMST · 3 functies"));
    CHECK(header_says(gui, "ROT"));
}

TEST_CASE("the functions that a team alerts are those of the roster") {
    Desk desk;
    begin(desk);
    Gui gui(desk.drawn());
    opens(gui, Key::t, "ALARMEER EEN TEAM");
    gui.press(Key::enter); // CoPI
    std::vector<PersonId> called;
    for (const auto& one : desk.acted<PersonAlerted>())
        called.push_back(one.person);
    CHECK(called == std::vector<PersonId>{"de-wit", "jansen"});
}

TEST_CASE("E reports one's own attendance") {
    Desk desk;
    begin(desk);
    Gui gui(desk.drawn());
    opens(gui, Key::e, "MIJN OPKOMST");
    gui.click("Ik ben onderweg");
    gui.click("opkomst/eta");
    gui.type("+12");
    gui.press(Key::tab);
    gui.frame();
    gui.type("CoPI");
    gui.press(Key::enter);
    const auto body = only_act<AttendanceReported>(desk);
    CHECK(body == AttendanceReported{incident, "OvD-Bz", "de-wit", AttendanceState::onderweg,
                                     desk.now + minutes(12), "CoPI"});
    gui.frame();
    CHECK(gui.sees("Onderweg 04:49"));
    desk.forget();
    opens(gui, Key::e, "MIJN OPKOMST");
    gui.click("Ik kom niet");
    gui.click("Meld");
    CHECK(only_act<AttendanceReported>(desk).state == AttendanceState::afgemeld);
    gui.frame();
    CHECK(gui.sees("Afgemeld"));
}

TEST_CASE("N and the button open an action, with owner and due time") {
    for (const bool by_mouse : {false, true}) {
        Desk desk;
        begin(desk);
        Gui gui(desk.drawn());
        by_mouse ? gui.click("Nieuwe actie") : gui.press(Key::n);
        gui.frame();
        REQUIRE(gui.sees("NIEUWE ACTIE"));
        gui.type("Coördinatie: sleutelhouder bellen");
        gui.press(Key::tab);
        gui.frame();
        gui.type("+20");
        if (by_mouse) {
            gui.click("actie/wie/HTO Publieke zorg");
            gui.click("Zet uit");
        } else {
            gui.press(Key::enter);
        }
        const auto body = only_act<ActionOpened>(desk);
        CHECK(body.title == "Coördinatie: sleutelhouder bellen");
        CHECK(body.owner == Function(by_mouse ? "HTO Publieke zorg" : "OvD-Bz"));
        CHECK(body.due == desk.now + minutes(20));
        CHECK(body.incident == incident);
        gui.frame();
        CHECK(gui.sees("Coördinatie: sleutelhouder bellen"));
        CHECK(gui.sees("over 20 min"));
        CHECK(gui.sees(by_mouse ? "ANDEREN · 1" : "VOOR MIJ · 1"));
    }
}

TEST_CASE("O plans a meeting with the next number of its team") {
    Desk desk;
    begin(desk);
    Gui gui(desk.drawn());
    opens(gui, Key::o, "PLAN EEN OVERLEG");
    gui.type("04:52");
    gui.press(Key::tab);
    gui.frame();
    gui.type("Dam/Havenplein");
    gui.press(Key::enter);
    const auto body = only_act<MeetingPlanned>(desk);
    CHECK(body.team == MeetingTeam::copi);
    CHECK(body.number == Count(1));
    CHECK(body.at == desk.now + minutes(15));
    CHECK(body.place == "Dam/Havenplein");
    gui.frame();
    CHECK(gui.sees("CoPI 04:52"));
    desk.forget();
    opens(gui, Key::o, "PLAN EEN OVERLEG");
    gui.type("+45");
    gui.press(Key::enter);
    CHECK(only_act<MeetingPlanned>(desk).number == Count(2));
}

TEST_CASE("K writes a note in the logboek, gewoon or belangrijk") {
    Desk desk;
    begin(desk);
    Gui gui(desk.drawn());
    opens(gui, Key::k, "NOTITIE IN HET LOGBOEK");
    gui.type("  Kade staat blank ");
    gui.press(Key::enter);
    const auto body = only_act<NoteWritten>(desk);
    CHECK(body.text == "Kade staat blank");
    CHECK(body.incident == incident);
    CHECK_FALSE(body.important);
    gui.frame();
    CHECK(gui.sees("Kade staat blank"));
    desk.forget();
    opens(gui, Key::k, "NOTITIE IN HET LOGBOEK");
    gui.type("Landvast dicht");
    gui.click("belangrijk");
    gui.click("Schrijf op");
    CHECK(only_act<NoteWritten>(desk).important == true);
}

TEST_CASE("U says who sits here: a name of the roster is that person, a function is one of the list") {
    Desk desk;
    begin(desk);
    desk.user = User{};
    Gui gui(desk.drawn());
    opens(gui, Key::u, "WIE BENT U");
    gui.type("A. Jansen");
    gui.click("wie/functie/informatiemanager");
    gui.click("Verder");
    REQUIRE(desk.asked_for<SetUser>() != nullptr);
    CHECK(desk.asked_for<SetUser>()->user.person == PersonId("jansen"));
    CHECK(desk.asked_for<SetUser>()->user.function == Function("informatiemanager"));
    opens(gui, Key::u, "WIE BENT U");
    CHECK(desk.drafts.text == "A. Jansen"); // the name, not the identifier
}

TEST_CASE("U takes a function that the list lacks, as the exercise spells its role") {
    Desk desk;
    begin(desk);
    ExerciseStarted exercise;
    exercise.run = "run";
    exercise.scenario = "kok";
    exercise.title = "Kok";
    exercise.start = at(300);
    exercise.roles = {{"bode Noord", true}};
    desk.tells(at(300), exercise);
    Gui gui(desk.drawn());
    opens(gui, Key::u, "WIE BENT U");
    gui.type("B. Bakker");
    gui.click("wie/andere");
    gui.frame();
    gui.type("Bode noord");
    gui.press(Key::enter);
    REQUIRE(desk.asked_for<SetUser>() != nullptr);
    CHECK(desk.asked_for<SetUser>()->user.function == Function("bode Noord"));
}

TEST_CASE("a function that no list knows stays one's own") {
    Desk desk;
    begin(desk);
    desk.user.function = Function("dijkgraaf");
    Gui gui(desk.drawn());
    opens(gui, Key::n, "NIEUWE ACTIE");
    gui.type("Dijk schouwen");
    gui.press(Key::enter);
    CHECK(only_act<ActionOpened>(desk).owner == Function("dijkgraaf"));
}

TEST_CASE("F10 sets size and colours, Ctrl+Q stops, F2 shows the ordinary day and comes back") {
    Desk desk;
    begin(desk);
    Gui gui(desk.drawn());
    opens(gui, Key::f10, "INSTELLINGEN");
    gui.click("150 %");
    gui.click("licht");
    gui.press(Key::enter);
    REQUIRE(desk.asked_for<SetTextSize>() != nullptr);
    CHECK(desk.asked_for<SetTextSize>()->percent == 150);
    CHECK(desk.asked_for<SetTheme>()->theme == Theme::light);
    gui.press(Key::f2);
    gui.frame();
    CHECK(gui.sees("KOMENDE 7 DAGEN"));
    gui.press(Key::f2);
    gui.frame();
    CHECK(gui.sees("VOOR MIJ"));
    gui.press(ui::with_ctrl(Key::q));
    CHECK(desk.asked_for<Quit>() != nullptr);
}

TEST_CASE("F1 lists the keys, and Enter or Esc closes it") {
    Desk desk;
    Gui gui(desk.drawn());
    for (const Key key : {Key::enter, Key::escape}) {
        opens(gui, Key::f1, "TOETSEN");
        CHECK(gui.sees("nieuwe actie"));
        gui.press(key);
        CHECK(desk.drafts.dialog == Dialog::none);
    }
}

TEST_CASE("F1 is read to its last key in a low window too") {
    Desk desk;
    begin(desk);
    desk.view = View::evenementen;
    Gui gui(desk.drawn(), 1366, 768, 1.5F);
    gui.mouse({2, 2});
    opens(gui, Key::f1, "TOETSEN");
    gui.frame(2);
    std::string all;
    for (int page = 0; page < 12; ++page) {
        for (const auto& seen : ui::seen(gui.ui)) {
            all += std::string(seen.text) + " ";
            if (seen.text.find("  ") != std::string_view::npos && seen.rect.x > 20) // a key and its words
                CHECK(ui::width(gui.ui, ui::Style::row16, seen.text) <= seen.rect.w + 2);
        }
        presses(gui, Key::page_down);
    }
    for (const char* key : {"F12", "wandscherm", "instellingen", "sluiten"})
        CHECK(all.find(key) != std::string::npos);
}

TEST_CASE("F1 says of each key once what it does, in every view") {
    Desk desk;
    begin(desk);
    desk.user.function = "oefenleider";
    exercise_runs(desk, 1, true);
    for (const auto& entry : views()) {
        if (entry.view == View::gewekt || entry.view == View::wand) continue;
        desk.view = entry.view;
        desk.drafts.dialog = Dialog::none;
        Gui gui(desk.drawn(), 1920, 2160);
        opens(gui, Key::f1, "TOETSEN");
        std::string all;
        for (const auto& text : gui.texts())
            all += " · " + text;
        INFO(entry.name << all);
        for (char key = 'A'; key <= 'Z'; ++key) {
            std::size_t times = 0;
            for (const char* before : {" · ", ": "}) {
                const std::string entry_of = before + std::string(1, key) + "  ";
                for (auto at = all.find(entry_of); at != std::string::npos; at = all.find(entry_of, at + 1))
                    ++times;
            }
            CAPTURE(key);
            CHECK(times <= 1);
        }
    }
}

TEST_CASE("acts that need an incident do nothing without one") {
    Desk desk;
    Gui gui(desk.drawn());
    for (const Key key : {Key::g, Key::t, Key::e, Key::o}) {
        gui.press(key);
        CHECK(desk.drafts.dialog == Dialog::none);
    }
}

TEST_CASE("F2's keys at the bottom of the ordinary day open the same dialogs by mouse") {
    Desk desk;
    Gui gui(desk.drawn());
    for (const auto& [button, title] : {std::pair{"toets/incident", "NIEUW INCIDENT"},
                                        {"toets/actie", "NIEUWE ACTIE"},
                                        {"toets/notitie", "NOTITIE IN HET LOGBOEK"}}) {
        gui.click(button);
        gui.frame();
        CHECK(gui.sees(title));
        gui.press(Key::escape);
        CHECK(desk.drafts.dialog == Dialog::none);
    }
}

} // namespace acts_test
