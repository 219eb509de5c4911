// The list by urgency and by month, why an evenement is not ready, its steps, and what coincides.
#include "tests/dashboard/events/year.hpp"

namespace board_test {

using namespace year;

TEST_CASE("an empty board says what comes there and how") {
    Board board;
    Gui gui(board.drawn());
    CHECK(gui.sees("EVENEMENTEN · 0"));
    CHECK(gui.sees("Nog geen evenementen. Voeg er een toe met N"));
    CHECK(gui.sees("Hier komt het evenement dat u links kiest."));
}

TEST_CASE("F4 goes to the board and back") {
    Board board;
    board.view = View::automatic;
    Gui gui(board.drawn());
    gui.press(Key::f4);
    gui.frame();
    CHECK(gui.sees("EVENEMENTEN · 0"));
    gui.press(Key::f4);
    gui.frame();
    CHECK_FALSE(gui.sees("EVENEMENTEN · 0"));
}

TEST_CASE("why it is not ready: what, who, before when; late first") {
    Board board;
    board.has_festival();
    board.meets_all_but(
        {"advies-ghor", "veiligheidsplan", "besluit", "briefing", "schouw", "go", "evaluatie"});
    board.tells(board.now, RequirementExpected{festival, "advies-ghor", moment("2027-06-17T23:59:00+02:00"),
                                               "I. Peters, GHOR"});
    Gui gui(board.drawn());
    INFO(gui.screen());
    CHECK(gui.sees("Akkoord als:"));
    CHECK(gui.sees("1 Advies GHOR binnen"));
    CHECK(gui.sees("I. Peters, GHOR"));
    CHECK(gui.sees("vóór do 17 jun"));
    CHECK(gui.sees("2 Veiligheidsplan definitief binnen"));
    CHECK(gui.sees("3 Besluit burgemeester"));
    CHECK(gui.sees("24 dagen te laat"));
    CHECK(gui.sees("→ do 17 jun"));
    CHECK(gui.sees("10 dagen te laat"));
    CHECK(gui.sees("3 dagen te laat"));
    CHECK(gui.sees("van 23 gedaan, 3 te laat"));
    CHECK(gui.sees("Advies GHOR 24 dagen te laat · nog 2")); // in the list
    CHECK(gui.sees("over 18 dagen"));
}

TEST_CASE("what its calendar cancelled and plans again is NO-GO still, and asks for a decision") {
    Board board;
    board.registers(festival, "Lammetjeswielfestival", EventClass::B, begins);
    board.tells(
        board.now,
        EventDecided{festival, GoDecision::NO_GO, std::string(cancelled_in_calendar), {"organisator", {}}});
    const auto says = [&](const char* words) {
        Gui gui(board.drawn());
        gui.frame();
        INFO(gui.screen());
        return gui.sees(words);
    };
    CHECK_FALSE(says("Staat weer in de agenda: besluit opnieuw"));
    board.registers(festival, "Lammetjeswielfestival", EventClass::B, begins);
    CHECK(says("Staat weer in de agenda: besluit opnieuw"));
    CHECK(says("NO-GO"));
    board.now = begins; // and on the day
    CHECK(says("Staat weer in de agenda: besluit opnieuw"));
}

TEST_CASE("class filters, and the calendar by month") {
    Board board;
    board.registers("a", "Rommelmarkt", EventClass::A, moment("2027-06-20T09:00:00+02:00"));
    board.registers("m", "Buurtbarbecue", EventClass::melding, moment("2027-06-19T14:00:00+02:00"));
    board.registers("h", "Havenfestival", EventClass::B, moment("2027-09-13T18:00:00+02:00"), hours(125));
    board.registers("c", "Molentocht", EventClass::C, std::nullopt);
    Gui gui(board.drawn());
    CHECK(gui.sees("alles 4"));
    CHECK(gui.sees("melding 1"));
    CHECK(gui.sees("13–18 sep"));
    CHECK(gui.sees("geen datum"));
    gui.click("C 1");
    gui.frame();
    CHECK(gui.sees("EVENEMENTEN · 1 · urgentste eerst"));
    CHECK(gui.sees("Molentocht"));
    CHECK_FALSE(gui.sees("Rommelmarkt"));
    gui.click("alles 4");
    gui.press(Key::h);
    gui.frame();
    INFO(gui.screen());
    CHECK(gui.sees("EVENEMENTEN · 4 · per maand"));
    CHECK(gui.sees("JUN 2027"));
    CHECK(gui.sees("melding 1 · A 1"));
    CHECK(gui.sees("NOG GEEN DATUM"));
}

TEST_CASE("with a filter the detail tells of an evenement that is in the list") {
    Board board;
    board.registers("a", "Rommelmarkt", EventClass::A, moment("2027-06-20T09:00:00+02:00"));
    board.registers("m", "Buurtbarbecue", EventClass::melding, moment("2027-08-21T14:00:00+02:00"));
    board.drafts.events.selected = "a";
    Gui gui(board.drawn());
    CHECK(gui.sees("A · zo 20 jun 2027"));
    gui.click("melding 1");
    gui.frame(2);
    CHECK_FALSE(gui.sees("Rommelmarkt"));
    CHECK(gui.sees("melding · za 21 aug 2027"));
    board.drafts.events.selected = "m";
    gui.press(Key::y); // A
    gui.frame(2);
    INFO(gui.screen());
    CHECK_FALSE(gui.sees("Buurtbarbecue"));
    CHECK(gui.sees("A · zo 20 jun 2027"));
}

TEST_CASE("of a step who does it is read whole, and by when with its year") {
    Board board;
    board.registers(festival, "Lammetjeswielfestival", EventClass::B, moment("2028-03-04T14:00:00+01:00"));
    for (auto& body : catalogue::asked_of(
             board.catalogue.requirements,
             {festival, EventClass::B, "Stichting Wielfeest", moment("2028-03-04T14:00:00+01:00"), {}}))
        board.tells(board.now - hours(24), body);
    Gui gui(board.drawn());
    gui.frame();
    INFO(gui.screen());
    bool coordinator = false, year = false;
    for (const auto& seen : ui::seen(gui.ui)) {
        if (seen.rect.x < 560 || seen.rect.x > 1420) continue;
        if (seen.text == "evenementencoördinator") {
            coordinator = true;
            CHECK(ui::width(gui.ui, ui::Style::secondary15, seen.text) <= seen.rect.w + 2);
        }
        if (seen.text.ends_with(" 2028") && seen.text.size() < 16) {
            year = true;
            CHECK(ui::width(gui.ui, ui::Style::row16, seen.text) <= seen.rect.w + 2);
        }
    }
    CHECK(coordinator);
    CHECK(year);
}

TEST_CASE("the arrows walk the list and the steps") {
    Board board;
    board.has_festival();
    board.registers("m", "Buurtbarbecue", EventClass::melding, moment("2027-06-19T14:00:00+02:00"));
    Gui gui(board.drawn());
    CHECK(gui.find("evenement/festival").rect.y < gui.find("evenement/m").rect.y);
    gui.press(Key::down);
    gui.frame();
    CHECK(gui.sees("Nog niets gevraagd."));
    gui.press(Key::up);
    gui.frame();
    CHECK(gui.sees("STAPPEN"));
    gui.press(ui::with_shift(Key::down));
    gui.press(Key::s);
    gui.frame();
    CHECK(gui.sees("Aanvraag volledig")); // the second of the late ones
    CHECK(gui.sees("STAP · Lammetjeswielfestival"));
}

TEST_CASE("what coincides stands beside it, with who has piket") {
    Board board;
    board.has_festival();
    board.registers("same", "Straatfeest", EventClass::melding, begins + hours(1));
    RotationSet rotation;
    rotation.rotation = "ovd";
    rotation.function = "OvD-Bz";
    rotation.persons = {PersonId("L. Visser")};
    rotation.from = begins - hours(24 * 300);
    rotation.zone = "Europe/Amsterdam";
    board.tells(board.now, rotation);
    WorksAnnounced works;
    works.works = "a15";
    works.title = "A15 nachtafsluiting";
    works.place = "afrit 22";
    works.from = begins + hours(7);
    works.until = begins + hours(15);
    works.state = Confirmed::onbevestigd;
    works.origin = "RWS";
    board.tells(board.now, works);
    Gui gui(board.drawn());
    INFO(gui.screen());
    CHECK(gui.sees("SAMENLOOP · 28 jun – 4 jul · 3"));
    CHECK(gui.sees("OvD-Bz die dag: L. Visser"));
    CHECK(gui.sees("zelfde dag"));
    CHECK(gui.sees("A15 nachtafsluiting za 3 jul 21:00"));
    CHECK(gui.sees("afrit 22 · onbevestigd · RWS"));
    CHECK(gui.sees("CONTACT OP DE DAG · 2"));
    CHECK(gui.sees("T. Mulder"));
    CHECK(gui.sees("nog geen verwachting"));
    CHECK(gui.sees("komt wo 23 jun, 10 dagen vooraf"));
}

TEST_CASE("who may not act sees why, and looking back offers nothing") {
    Board board;
    board.has_festival();
    board.user = {"meekijker", "B. Bos"};
    Gui gui(board.drawn());
    gui.press(Key::n);
    gui.frame();
    CHECK_FALSE(gui.sees("NIEUW EVENEMENT"));
    gui.press(Key::s);
    gui.frame();
    CHECK_FALSE(gui.sees("STAP ·"));
    CHECK(board.remark.has_value());
    board.user = {"evenementencoördinator", "L. Kok"};
    board.looks_at(board.now - hours(24));
    gui.frame();
    gui.press(Key::s);
    gui.press(Key::q);
    gui.frame();
    CHECK_FALSE(gui.sees("STAP ·"));
    CHECK(board.acts() == 0);
}

TEST_CASE("board and dialogs stay within the window, on every size, with very long texts") {
    const std::string longest = "Zeeuwsch-Vlaamse-é-" + std::string(20'000, 'W');
    Board board;
    board.registers(festival, longest, EventClass::B, begins);
    for (auto& body : catalogue::asked_of(board.catalogue.requirements,
                                          {festival, EventClass::B, longest, begins, begins + hours(9)}))
        board.tells(board.now, body);
    for (int point = 0; point < 9; ++point)
        board.tells(board.now,
                    InspectionNoted{PointId(std::to_string(point)), festival, longest, PointState::open});
    board.tells(board.now,
                EventDecided{festival, GoDecision::NO_GO, longest, {Function(longest.substr(0, 250)), {}}});
    struct Size {
        float width, height, scale;
    };
    for (const Size size : {Size{800, 600, 1}, Size{800, 600, 2}, Size{1366, 768, 1}, Size{1366, 768, 1.5F},
                            Size{1920, 1080, 1}, Size{1920, 1080, 2}, Size{3840, 2160, 1}}) {
        for (const Instant now : {board.now, begins + hours(1)}) {
            board.now = now;
            Gui gui(board.drawn(), size.width, size.height, size.scale);
            const auto fits = [&] {
                for (const auto& seen : ui::seen(gui.ui))
                    if (!seen.text.empty() && !gui.ui.screen.inset(-1).contains(seen.rect)) {
                        CAPTURE(size.width, size.height, size.scale, seen.rect.x, seen.rect.y, seen.rect.w,
                                seen.rect.h);
                        FAIL_CHECK("outside the window: " << seen.text.substr(0, 80));
                    }
                CHECK(gui.vertices() <= 20'000);
            };
            for (int tab = 0; tab < 3; ++tab) {
                board.drafts.tab = tab;
                gui.frame(2);
                fits();
            }
            for (const Key key : {Key::n, Key::v, Key::s, Key::p, Key::m, Key::b, Key::d, Key::z, Key::j}) {
                gui.press(key);
                gui.frame(2);
                CHECK(board.drafts.dialog != Dialog::none);
                fits();
                panels::close(board.drafts);
                gui.frame();
            }
        }
        board.now = moment("2027-06-15T10:15:30+02:00");
    }
}

TEST_CASE("the buttons beneath the list begin where its rows do") {
    Board board;
    Gui gui(board.drawn());
    INFO(gui.screen());
    CHECK(gui.find("evenementen/nieuw").rect.x < 60);
    CHECK(gui.find("evenementen/nieuw").rect.x < gui.find("evenementen/kalender").rect.x);
}

} // namespace board_test
