// ALARMEN: every state its own word, and what can be done about each.
#include "dashboard/panels/alarms/alarms.hpp"
#include "dashboard/panels/views.hpp"
#include "dashboard/words/alarm_words.hpp"
#include "tests/dashboard/panels/night.hpp"

#include <fmt/format.h>

namespace alarm_board_test {

using namespace night;

TEST_CASE("A shows all alarms; acknowledging one says so with its own word") {
    Desk desk;
    begin(desk);
    nobody_answers(desk);
    Gui gui(desk.drawn());
    presses(gui, Key::a);
    CHECK(gui.sees("ALARMEN · 1"));
    CHECK(gui.sees("nieuw"));
    const auto alarm = picture::alarms_for(desk.picture(), desk.user.function, desk.now).front().id;
    gui.click("alarm/" + alarm.value + "/bevestig");
    gui.frame();
    REQUIRE(desk.acted<AlarmAcknowledged>().size() == 1);
    CHECK(desk.acted<AlarmAcknowledged>().front().alarm == alarm);
    CHECK(gui.sees("bevestigd"));
}

TEST_CASE("A shows all alarms in every view: the alarm line says so in all of them") {
    for (const auto& entry : views()) {
        Desk desk(Mode::exercise);
        begin(desk);
        nobody_answers(desk);
        desk.user.function = "oefenleider";
        desk.view = entry.view;
        Gui gui(desk.drawn());
        gui.frame();
        presses(gui, Key::a);
        INFO(entry.name);
        CHECK(gui.sees("ALARMEN · "));
    }
}

TEST_CASE("an alarm is put away with a reason and an end, and comes back then") {
    Desk desk;
    begin(desk);
    nobody_answers(desk);
    Gui gui(desk.drawn());
    presses(gui, Key::a);
    const auto alarm = picture::alarms_for(desk.picture(), desk.user.function, desk.now).front().id;
    gui.click("alarm/" + alarm.value + "/weg");
    gui.frame();
    presses(gui, Key::enter);
    CHECK(gui.sees("Schrijf op waarom"));
    gui.frame(2);
    gui.type("onderweg, P. Mulder zit in de auto");
    presses(gui, Key::enter);
    REQUIRE(desk.acted<AlarmShelved>().size() == 1);
    CHECK(desk.acted<AlarmShelved>().front().reason == "onderweg, P. Mulder zit in de auto");
    CHECK(desk.acted<AlarmShelved>().front().until == desk.now + minutes(15));
    gui.frame();
    CHECK(gui.sees("weggezet tot 04:52"));
    presses(gui, Key::escape);
    CHECK(gui.sees("Geen open alarmen"));
    desk.now += minutes(16);
    gui.frame(2);
    CHECK_FALSE(gui.sees("Geen open alarmen"));
}

/// As many actions late as make a flood of them.
void floods(Desk& desk, int count) {
    for (int i = 0; i < count; ++i)
        opens_action(desk, fmt::format("laat{}", i), fmt::format("Bus {} laten komen", i), "OvD-Bz", at(20));
}

TEST_CASE("a line of ALARMEN is read to its end: by when stands there") {
    Desk desk;
    begin(desk);
    desk.tells(at(22), TeamAlerted{"alarm-copi",
                                   incident,
                                   Team::copi,
                                   {Function("communicatieadviseur CoPI"), Function("BT-adviseur")},
                                   30});
    floods(desk, 11);
    Gui gui(desk.drawn());
    presses(gui, Key::a);
    INFO(gui.screen());
    CHECK(gui.sees("niemand heeft deze functie"));
    for (const auto& seen : ui::seen(gui.ui))
        if (seen.rect.y > 200 && seen.text.find("norm tot") != std::string_view::npos)
            CHECK(ui::width(gui.ui, ui::Style::secondary15, seen.text) <= seen.rect.w + 2);
}

TEST_CASE("ZET WEG names what is put away") {
    Desk desk;
    begin(desk);
    floods(desk, 12);
    Gui gui(desk.drawn());
    presses(gui, Key::a);
    presses(gui, Key::w);
    INFO(gui.screen());
    CHECK(gui.sees("ZET 12 ALARMEN WEG"));
    CHECK(gui.sees(" · nog 9"));
    presses(gui, Key::escape);
    presses(gui, Key::a);
    presses(gui, Key::down);
    presses(gui, Key::w);
    CHECK(gui.sees("ZET ALARM WEG"));
    const auto list = picture::alarms_for(desk.picture(), desk.user.function, desk.now);
    CHECK(gui.sees(words::alarm_text(desk.picture(), list.front(), desk.now).title));
}

TEST_CASE("looking back the line counts alarms as the header does, also where they are grouped") {
    Desk desk;
    begin(desk);
    floods(desk, 12);
    desk.looks_at(at(1));
    Gui gui(desk.drawn());
    INFO(gui.screen());
    CHECK(gui.sees(" · toen 12 alarmen bij Hoogwater Alblasserdam, als eerste: "));
}

TEST_CASE("what went before anybody saw it stays to be seen, and goes when it was") {
    Desk desk;
    begin(desk);
    picture::Alarm gone;
    gone.id = "water/Dordrecht/7";
    gone.rule = picture::AlarmRule::water_high;
    gone.level = picture::AlarmLevel::red;
    gone.subject = "Dordrecht";
    gone.text = "alarmering";
    gone.since = at(30);
    desk.gone = {gone};
    Gui gui(desk.drawn());
    CHECK(gui.sees("1 weg, niet gezien"));
    presses(gui, Key::a);
    CHECK(gui.sees("weg, niet gezien"));
    gui.click("Gezien");
    REQUIRE(desk.acted<AlarmAcknowledged>().size() == 1);
    CHECK(desk.acted<AlarmAcknowledged>().front().alarm == gone.id);
}

TEST_CASE("in a flood the line says how many and leads to the board") {
    Desk desk;
    begin(desk);
    for (int i = 0; i < 12; ++i) {
        const Function function("functie " + std::to_string(i));
        desk.tells(at(7), TeamAlerted{AlertId(std::to_string(i)), incident, Team::overig, {function}, 30});
        desk.tells(at(7), PersonAlerted{AlertId(std::to_string(i)), incident, function,
                                        PersonId("p" + std::to_string(i)), Medium::app, 1});
    }
    Gui gui(desk.drawn());
    CHECK(gui.sees("12 alarmen bij Hoogwater Alblasserdam"));
    presses(gui, Key::enter); // answers nothing unseen
    CHECK(desk.acts() == 0);
    gui.click("Toon");
    gui.frame();
    CHECK(gui.sees("ALARMEN ·"));
    CHECK(gui.sees("functie 11"));
    CHECK(gui.sees("functie 10")); // by name: of those that fit
    presses(gui, Key::down);
    presses(gui, Key::enter); // one of them
    CHECK(desk.acted<AlarmAcknowledged>().size() == 1);
    gui.click("Bevestig alle");
    CHECK(desk.acted<AlarmAcknowledged>().size() == 12);
}

TEST_CASE("in a flood each call is judged by itself, from the line and from the board; F9 goes on") {
    Desk desk;
    begin(desk);
    for (int i = 0; i < 12; ++i) {
        PageReceived page;
        page.raw = page.text = fmt::format("P 1 Gebouwbrand straat {}{} RIDDKK", i, i < 2 ? " OVD-BZ" : "");
        page.capcodes = {Capcode("001420059")};
        page.ours = true;
        page.ours_by = "capcode 1420059";
        page.at = at(8);
        desk.tells(at(8), page);
    }
    Gui gui(desk.drawn());
    CHECK(gui.sees("straat 0"));
    presses(gui, Key::f9);
    CHECK(gui.sees("straat 1"));
    presses(gui, Key::f9);
    CHECK(gui.sees("10 alarmen, als eerste"));
    presses(gui, Key::f9);
    CHECK_FALSE(gui.sees("10 alarmen, als eerste"));
    presses(gui, Key::a);
    for (int i = 0; i < 4; ++i)
        presses(gui, Key::down);
    presses(gui, Key::f5);
    CHECK(gui.sees("VOORSTEL UIT P2000"));
}

TEST_CASE("M switches the sound off, and the header says so") {
    Desk desk;
    begin(desk);
    nobody_answers(desk);
    Gui gui(desk.drawn());
    presses(gui, Key::m);
    gui.frame();
    CHECK(desk.muted);
    CHECK(header_says(gui, "geluid uit"));
    presses(gui, Key::m);
    CHECK_FALSE(desk.muted);
}

TEST_CASE("a desk without a sound device says that no alarm is heard") {
    Desk desk;
    begin(desk);
    nobody_answers(desk);
    desk.has_sound = false;
    Gui gui(desk.drawn());
    gui.frame();
    CHECK(header_says(gui, "geen geluid"));
    desk.muted = true;
    gui.frame();
    CHECK(header_says(gui, "geluid uit"));
}

TEST_CASE("the board goes by keys: down, Enter acknowledges, W puts away; and says of which incident") {
    Desk desk;
    begin(desk);
    nobody_answers(desk);
    a_leak_too(desk);
    ActionOpened late;
    late.action = "b";
    late.incident = leak;
    late.title = "Buren waarschuwen";
    late.owner = desk.user.function;
    late.due = at(20);
    desk.tells(at(40), late);
    Gui gui(desk.drawn());
    presses(gui, Key::a);
    INFO(gui.screen());
    CHECK(gui.sees("ALARMEN · 2"));
    CHECK(gui.sees("Lekkage Dam ·"));
    CHECK(gui.sees("Hoogwater Alblasserdam ·"));
    presses(gui, Key::down);
    presses(gui, Key::enter);
    const auto alarms = picture::alarms_for(desk.picture(), desk.user.function, desk.now);
    REQUIRE(desk.acted<AlarmAcknowledged>().size() == 1);
    CHECK(desk.acted<AlarmAcknowledged>().front().alarm == alarms.back().id);
    presses(gui, Key::w);
    CHECK(desk.drafts.dialog == Dialog::shelve);
}

TEST_CASE("the board counts what the header counts; what is put away stands apart") {
    Desk desk;
    begin(desk);
    nobody_answers(desk);
    opens_action(desk, "a", "Bus laten komen", "OvD-Bz", at(20));
    const auto list = picture::alarms_for(desk.picture(), desk.user.function, desk.now);
    REQUIRE(list.size() == 2);
    desk.tells(at(1), AlarmShelved{list.back().id, at(-30), "monteur is onderweg"});
    Gui gui(desk.drawn());
    presses(gui, Key::a);
    INFO(gui.screen());
    CHECK(gui.sees("ALARMEN · 1 open · 1 weggezet"));
    CHECK(header_says(gui, "1 alarm"));
}

} // namespace alarm_board_test
