// LOGBOEK: newest first, a line leads to its moment, noise folded away, and the outbox above it.
#include "tests/dashboard/panels/night.hpp"

namespace logbook_test {

using namespace night;

namespace {

void note(Desk& desk, int minutes_before, const std::string& text) {
    desk.tells(at(minutes_before), NoteWritten{NoteId(text), incident, {}, text, {}});
}

void measures(Desk& desk, int minutes_before) {
    desk.tells(at(minutes_before),
               MeasurementTaken{"Dordrecht", "waterstand", "cm NAP", at(minutes_before), 258, Quality::goed});
}

} // namespace

TEST_CASE("who speaks is read whole, the commonest long functions too") {
    Desk desk;
    begin(desk);
    desk.user = {"evenementencoördinator", "L. Kok"};
    Gui gui(desk.drawn());
    presses(gui, Key::k);
    gui.frame();
    gui.type("Tent wordt ontruimd");
    presses(gui, Key::enter);
    gui.frame();
    INFO(gui.screen());
    bool seen_who = false;
    for (const auto& seen : ui::seen(gui.ui))
        if (seen.text == "evenementencoördinator" && seen.rect.x > 490 && seen.rect.y > 640) {
            seen_who = true;
            CHECK(ui::width(gui.ui, ui::Style::row16, seen.text) <= seen.rect.w + 2);
        }
    CHECK(seen_who);
}

TEST_CASE("the newest line stands first, and a click on a line shows its moment") {
    Desk desk;
    begin(desk);
    note(desk, 9, "bus vertrekt");
    note(desk, 3, "bus is er");
    const Sequence first = desk.scene().upto - 1;
    Gui gui(desk.drawn());
    INFO(gui.screen());
    CHECK(gui.find("bus is er").rect.y < gui.find("bus vertrekt").rect.y);
    gui.click("logboek/" + std::to_string(first));
    REQUIRE(desk.asked_for<LookAtMessage>() != nullptr);
    CHECK(desk.asked_for<LookAtMessage>()->sequence == first);
    gui.frame();
    CHECK(gui.sees("bus vertrekt"));
    CHECK_FALSE(gui.sees("bus is er"));
    CHECK(gui.sees("U kijkt terug: za 23 jan 04:28"));
}

TEST_CASE("single measurements are folded away until L") {
    Desk desk;
    begin(desk);
    for (int i = 40; i > 0; --i)
        measures(desk, i);
    Gui gui(desk.drawn());
    CHECK_FALSE(gui.sees("Dordrecht 2,58 m"));
    const std::string few(gui.find("LOGBOEK").text);
    gui.press(Key::l);
    gui.frame();
    INFO(gui.screen());
    CHECK(gui.sees("alles [L]"));
    gui.press(Key::l);
    gui.frame();
    CHECK(gui.find("LOGBOEK").text == few);
}

TEST_CASE("/ searches; Esc ends it, also after Enter") {
    Desk desk;
    begin(desk);
    note(desk, 9, "Sleutelhouder gebeld");
    note(desk, 3, "bus is er");
    Gui gui(desk.drawn());
    for (const bool entered : {false, true}) {
        gui.press(Key::slash);
        gui.frame();
        gui.type("SLEUTEL");
        gui.frame();
        INFO(gui.screen());
        CHECK(gui.sees("Sleutelhouder gebeld"));
        CHECK_FALSE(gui.sees("bus is er"));
        if (entered) gui.press(Key::enter);
        gui.press(Key::escape);
        gui.frame();
        CHECK(gui.sees("bus is er"));
        CHECK_FALSE(desk.drafts.searching);
    }
    gui.press(Key::slash);
    gui.frame();
    gui.type("nergens");
    gui.frame();
    CHECK(gui.sees("Niets gevonden in de laatste berichten."));
}

TEST_CASE("what is withdrawn stays in the logboek, and what comes instead too") {
    Desk desk;
    begin(desk);
    note(desk, 9, "vergissing");
    const auto sequence = desk.scene().upto;
    desk.withdraws(sequence, "te snel");
    Gui gui(desk.drawn());
    CHECK(gui.sees("vergissing"));
    CHECK(gui.sees("te snel"));
}

TEST_CASE("the wheel pages, and a jump to the end of a long log is as quick as its start") {
    Desk desk;
    begin(desk);
    for (int i = 0; i < 300; ++i)
        note(desk, 20, "regel " + std::to_string(i));
    Gui gui(desk.drawn());
    CHECK(gui.sees("regel 299"));
    gui.wheel("regel 299", -1000);
    CHECK_FALSE(gui.sees("regel 299"));
    CHECK(gui.sees("Hoogwater Alblasserdam"));
}

TEST_CASE("what waits for a hub is listed line by line as niet bevestigd, and is no part of the picture") {
    Desk desk;
    begin(desk);
    desk.away = true;
    desk.data.kind = DataState::Kind::away;
    Gui gui(desk.drawn());
    gui.press(Key::g);
    gui.frame();
    gui.type("Wel in de dijk");
    for (const char* team : {"CoPI", "ROT", "GBT", "team Bevolkingszorg"})
        gui.click(std::string("alarmeer/") + team); // only the decision
    gui.click("form/doe");
    desk.data.unsent = desk.waiting.size();
    gui.frame();
    INFO(gui.screen());
    REQUIRE(desk.waiting.size() == 1);
    CHECK(gui.find("niet bevestigd/" + desk.waiting[0].id).rect.y <
          gui.find("logboek/" + std::to_string(desk.scene().upto)).rect.y);
    CHECK(gui.sees("verbinding weg"));
    CHECK(header_says(gui, "GRIP 2")); // the header still says what the hub knows
    CHECK_FALSE(gui.sees("OPKOMST · 1"));
    gui.click("kop/niet bevestigd");
    gui.frame();
    CHECK(gui.sees("NIET BEVESTIGD · 1"));
    CHECK(gui.sees("gaat weg zodra de verbinding er weer is"));
    gui.press(Key::escape);
    CHECK(desk.drafts.dialog == Dialog::none);
    desk.waiting.clear();
    gui.frame();
    CHECK_FALSE(gui.sees("kop/niet bevestigd"));
}

TEST_CASE("of many acts that wait the first three stand in the logboek, with how many more") {
    Desk desk;
    begin(desk);
    desk.away = true;
    Gui gui(desk.drawn());
    for (int i = 0; i < 12; ++i) {
        gui.press(Key::k);
        gui.frame();
        gui.type("n");
        gui.press(Key::enter);
    }
    gui.frame();
    INFO(gui.screen());
    CHECK(gui.sees("niet bevestigd, nog 9"));
    gui.click("niet bevestigd/" + desk.waiting[0].id);
    gui.frame();
    CHECK(gui.sees("NIET BEVESTIGD · 12"));
    CHECK(gui.sees("nog 4"));
}

} // namespace logbook_test
