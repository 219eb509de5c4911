// The desk goes to the next person: written, read, confirmed; from then on it speaks in the next one's name.
#include "tests/dashboard/panels/night.hpp"

namespace desk_handover_test {

using namespace night;

namespace {

void writes(Gui& gui, const char* to, const char* notes) {
    gui.press(ui::with_shift(Key::u));
    gui.frame();
    INFO(gui.screen());
    REQUIRE(gui.sees("BUREAU OVERDRAGEN · OvD-Bz"));
    gui.click("bureau/aan");
    gui.press(ui::with_ctrl(Key::a));
    gui.type(to);
    gui.click("bureau/notities");
    gui.type(notes);
    gui.press(Key::enter);
    gui.frame(2);
}

} // namespace

TEST_CASE("who takes the desk over may be named by a part of the name that one person has") {
    Desk desk;
    begin(desk);
    desk.user = {"OvD-Bz", "de-wit"};
    Gui gui(desk.drawn());
    writes(gui, "jans", "Opvang in De Rederij loopt");
    const auto written = desk.acted<HandoverWritten>();
    REQUIRE(written.size() == 1);
    CHECK(written[0].to_person == PersonId("jansen"));
    CHECK(gui.sees("aan A. Jansen"));
}

TEST_CASE("Shift+U hands the desk over; who comes reads it, confirms it, and sits there") {
    Desk desk;
    begin(desk);
    desk.user = {"OvD-Bz", "de-wit"};
    Gui gui(desk.drawn());
    writes(gui, "A. Jansen", "Opvang in De Rederij loopt");
    const auto written = desk.acted<HandoverWritten>();
    REQUIRE(written.size() == 1);
    CHECK(written[0].from_person == PersonId("de-wit"));
    CHECK(written[0].to_person == PersonId("jansen"));
    CHECK(gui.sees("OVERDRACHT LEZEN"));
    CHECK(gui.sees("Opvang in De Rederij loopt"));
    CHECK(gui.sees("Hoogwater Alblasserdam · GRIP 2"));
    CHECK(desk.user.person == PersonId("de-wit")); // not read yet
    gui.press(Key::enter);                         // a stray one
    gui.frame(2);
    CHECK(desk.acted<HandoverAccepted>().empty());
    CHECK(gui.sees("A. Jansen leest dit en vult hier de eigen naam in."));
    gui.click("bureau/wie");
    gui.type("K. de Wit");
    gui.click("form/doe");
    gui.frame(2);
    CHECK(gui.sees("Deze overdracht is voor A. Jansen."));
    CHECK(desk.acted<HandoverAccepted>().empty());
    gui.click("bureau/wie");
    gui.press(ui::with_ctrl(Key::a));
    gui.type("a. jansen");
    gui.click("form/doe");
    const auto accepted = desk.acted<HandoverAccepted>();
    REQUIRE(accepted.size() == 1);
    CHECK(accepted[0] == HandoverAccepted{written[0].handover, PersonId("jansen")});
    CHECK(desk.user.person == PersonId("jansen"));
    CHECK(desk.user.function == Function("OvD-Bz"));
    gui.frame(2);
    CHECK_FALSE(gui.sees("wacht op u"));
}

TEST_CASE("whom it was written for is told at their own desk, until they confirm") {
    Desk desk;
    begin(desk);
    desk.tells(
        at(3),
        HandoverWritten{
            HandoverId("h"), "OvD-Bz", PersonId("verhoeven"), PersonId("de-wit"), "Brug blijft dicht", {}});
    desk.user = {"OvD-Bz", "jansen"};
    Gui gui(desk.drawn());
    CHECK_FALSE(gui.sees("wacht op u"));
    desk.user = {"OvD-Bz", "de-wit"};
    gui.frame();
    CHECK(gui.sees("Overdracht van M. Verhoeven wacht op u"));
    gui.click("overdracht/lees");
    gui.frame();
    CHECK(gui.sees("Brug blijft dicht"));
    gui.press(Key::enter);
    gui.frame();
    REQUIRE(desk.acted<HandoverAccepted>().size() == 1);
    gui.frame();
    CHECK_FALSE(gui.sees("wacht op u"));
}

TEST_CASE("an overdracht waits for the person it was written for, not for one of the same name") {
    Desk desk;
    begin(desk);
    person(desk, "jansen-2", "A. Jansen", "OvD-Bz", "06-0000 0120");
    desk.tells(
        at(3),
        HandoverWritten{
            HandoverId("h"), "OvD-Bz", PersonId("de-wit"), PersonId("jansen-2"), "Brug blijft dicht", {}});
    desk.user = {"OvD-Bz", "jansen"};
    Gui gui(desk.drawn());
    CHECK_FALSE(gui.sees("wacht op u"));
    desk.user = {"OvD-Bz", "jansen-2"};
    gui.frame();
    CHECK(gui.sees("wacht op u"));
}

TEST_CASE("nobody hands over to themselves, to nobody, or without a word") {
    Desk desk;
    begin(desk);
    desk.user = {"OvD-Bz", "de-wit"};
    Gui gui(desk.drawn());
    writes(gui, "K. de Wit", "Alles rustig");
    CHECK(gui.sees("Overdragen aan uzelf kan niet"));
    gui.press(Key::escape);
    gui.frame();
    writes(gui, "A. Jansen", "");
    CHECK(gui.sees("Schrijf op wat de volgende moet weten."));
    gui.press(Key::escape);
    gui.frame();
    writes(gui, " ", "Alles rustig");
    CHECK(gui.sees("Vul in wie dit bureau van u overneemt."));
    CHECK(desk.acts() == 0);
}

TEST_CASE("who only looks on hands nothing over") {
    Desk desk;
    begin(desk);
    desk.user = {"meekijker", "de-wit"};
    Gui gui(desk.drawn());
    gui.press(ui::with_shift(Key::u));
    gui.frame();
    CHECK_FALSE(gui.sees("BUREAU OVERDRAGEN"));
    REQUIRE(desk.remark);
}

} // namespace desk_handover_test
