// The alarm line: the worst alarm in words, and every answer to it by key and by mouse.
#include "tests/dashboard/panels/night.hpp"

namespace alarm_line_test {

using namespace night;

TEST_CASE("without an alarm the line says so") {
    Desk desk;
    begin(desk);
    Gui gui(desk.drawn());
    CHECK(gui.sees("Geen open alarmen"));
    CHECK(gui.sees("Geen alarm"));
    CHECK_FALSE(gui.sees("alarm/bevestig"));
}

TEST_CASE("a function that nobody fills is an alarm, acknowledged by Enter or by a click") {
    for (const bool by_mouse : {false, true}) {
        Desk desk;
        begin(desk);
        nobody_answers(desk);
        Gui gui(desk.drawn());
        INFO(gui.screen());
        CHECK(gui.sees("Informatiemanager niet bezet"));
        CHECK(gui.sees("gealarmeerd 04:15, 22 min · achterwacht P. Mulder 14 min niet bevestigd"));
        CHECK(gui.sees("1 niet bevestigd"));
        by_mouse ? gui.click("Bevestig") : gui.press(Key::enter);
        const auto done = desk.acted<AlarmAcknowledged>();
        REQUIRE(done.size() == 1);
        CHECK(done[0].alarm == picture::alarms(desk.picture(), desk.now).front().id);
        gui.frame();
        CHECK(gui.sees("alle bevestigd"));
        CHECK_FALSE(gui.sees("alarm/bevestig"));
        CHECK(gui.sees("Informatiemanager niet bezet")); // it stays until its cause goes
        gui.press(Key::enter);
        CHECK(desk.acts() == 1);
    }
}

TEST_CASE("who may not answer an alarm sees so beside the button, and a press is answered with why") {
    Desk desk;
    begin(desk);
    nobody_answers(desk);
    desk.user.function = "meekijker";
    Gui gui(desk.drawn());
    gui.hover("alarm/bevestig");
    gui.frame();
    CHECK(gui.ui.tooltip_ == "Als meekijker legt u niets vast. Kies een andere functie [U].");
    gui.press(Key::enter);
    CHECK(desk.acts() == 0);
    CHECK(desk.asked_for<Explain>() != nullptr);
}

TEST_CASE("where an alarm does not fit on its line, what to do and by when stand there all the same") {
    Desk desk;
    begin(desk);
    nobody_answers(desk);
    for (const auto& [width, height, scale] :
         {std::tuple{1920.F, 1080.F, 1.F}, {1366.F, 768.F, 1.F}, {1366.F, 768.F, 1.5F}}) {
        Gui gui(desk.drawn(), width, height, scale);
        INFO(gui.screen());
        const auto end = gui.find("norm tot 04:45");
        CHECK(ui::width(gui.ui, ui::Style::row17, end.text) <= end.rect.w + 2);
    }
}

TEST_CASE("F9 shows the next alarm, and the first after the last") {
    Desk desk;
    begin(desk);
    nobody_answers(desk);
    page_arrives(desk, std::nullopt);
    Gui gui(desk.drawn());
    CHECK(gui.sees("1 van 2"));
    const bool page_first = gui.sees("Oproep OvD-Bz");
    gui.press(Key::f9);
    CHECK(gui.sees("2 van 2"));
    CHECK(gui.sees("Oproep OvD-Bz") != page_first);
    gui.click("alarm/volgende");
    CHECK(gui.sees("1 van 2"));
}

TEST_CASE("F5 calls the achterwacht: the number is shown, and the answer is recorded") {
    Desk desk;
    begin(desk);
    nobody_answers(desk);
    Gui gui(desk.drawn());
    CHECK(gui.sees("Bel achterwacht"));
    gui.press(Key::f5);
    gui.frame();
    INFO(gui.screen());
    CHECK(gui.sees("BEL P. Mulder"));
    CHECK(gui.find("06-0000 0116").rect.h > 20); // large enough to dial from
    gui.press(Key::enter);
    CHECK(gui.sees("Kies wat het antwoord was."));
    CHECK(desk.acts() == 0);
    gui.press(Key::d1); // komt
    gui.click("bel/eta");
    gui.type("+15");
    gui.press(Key::enter);
    const auto calls = desk.acted<PersonAlerted>();
    REQUIRE(calls.size() == 1);
    CHECK(calls[0] ==
          PersonAlerted{"alarm-copi", incident, "informatiemanager", "mulder", Medium::telefoon, 2});
    const auto reports = desk.acted<AttendanceReported>();
    REQUIRE(reports.size() == 1);
    CHECK(reports[0].person == PersonId("mulder"));
    CHECK(reports[0].state == AttendanceState::bevestigd);
    CHECK(reports[0].eta == desk.now + minutes(15));
    gui.frame();
    CHECK(gui.sees("Geen open alarmen"));
}

TEST_CASE("no answer is recorded as a call and nothing more") {
    Desk desk;
    begin(desk);
    nobody_answers(desk);
    Gui gui(desk.drawn());
    gui.click("bel/jansen");
    gui.frame();
    CHECK(gui.sees("BEL A. Jansen"));
    gui.click("Geen gehoor");
    gui.press(Key::enter);
    CHECK(desk.acted<PersonAlerted>().size() == 1);
    CHECK(desk.acted<AttendanceReported>().empty());
    CHECK(desk.drafts.dialog == Dialog::none);
}

TEST_CASE("a page is judged with F5: carried out with the page as its cause, or dismissed with a reason") {
    Desk desk;
    begin(desk);
    const Sequence page = page_arrives(desk, GripLevel(3));
    const MessageId cause(desk.said(page).message.id);
    Gui gui(desk.drawn());
    gui.press(Key::f5);
    gui.frame();
    CHECK(gui.sees("VOORSTEL UIT P2000"));
    SECTION("carried out") {
        gui.press(Key::enter);
        gui.frame(2);
        INFO(gui.screen());
        CHECK(gui.sees("Leg vast: GRIP 3"));
        gui.press(Key::enter);
        const auto done = desk.acted<GripDecided>();
        REQUIRE(done.size() == 1);
        CHECK(done[0].level == GripLevel(3));
        CHECK(done[0].reason == "P2000: P 1 Kade Alblasserdam OVD-BZ");
        CHECK(done[0].decided_by.function == Function("burgemeester"));
        CHECK(std::get<Act>(desk.asked.front()).cause == cause);
        gui.frame();
        CHECK(header_says(gui, "GRIP 3"));
    }
    SECTION("dismissed") {
        gui.click("Wijs af");
        gui.press(Key::enter);
        CHECK(gui.sees("Schrijf op waarom u het afwijst."));
        CHECK(desk.acts() == 0);
        gui.click("voorstel/reden");
        gui.type("proefalarm");
        gui.press(Key::enter);
        const auto done = desk.acted<ProposalDismissed>();
        REQUIRE(done.size() == 1);
        CHECK(done[0] == ProposalDismissed{cause, "proefalarm"});
        gui.frame();
        CHECK_FALSE(gui.sees("Voorstel GRIP"));
    }
}

TEST_CASE("a page without an incident opens one, with the page as its cause") {
    Desk desk;
    roster(desk);
    const Sequence page = page_arrives(desk, std::nullopt);
    Gui gui(desk.drawn());
    gui.press(Key::f5);
    gui.frame();
    gui.press(Key::enter);
    gui.frame(2);
    INFO(gui.screen());
    CHECK(gui.sees("NIEUW INCIDENT"));
    CHECK(desk.drafts.text2 == "Alblasserdam"); // what the page says need not be typed again
    gui.click("hoogwater");
    gui.press(Key::enter);
    REQUIRE(desk.acted<IncidentOpened>().size() == 1);
    CHECK(desk.acted<IncidentOpened>()[0].title == "P 1 Kade Alblasserdam OVD-BZ");
    CHECK(desk.acted<IncidentOpened>()[0].place == "Alblasserdam");
    CHECK(desk.acted<IncidentOpened>()[0].started == std::chrono::floor<minutes>(at(2)));
    CHECK(std::get<Act>(desk.asked.front()).cause == MessageId(desk.said(page).message.id));
}

TEST_CASE("at 8 minutes F5 alerts the achterwacht, and then calls them") {
    Desk desk;
    begin(desk);
    desk.tells(at(9), TeamAlerted{"alarm-copi", incident, Team::copi, {Function("informatiemanager")}, 30});
    desk.tells(at(9), PersonAlerted{"alarm-copi", incident, "informatiemanager", "jansen", Medium::app, 1});
    Gui gui(desk.drawn());
    INFO(gui.screen());
    CHECK(gui.sees("achterwacht P. Mulder nog niet gealarmeerd"));
    CHECK(gui.sees("Alarmeer achterwacht"));
    gui.press(Key::f5);
    REQUIRE(desk.acted<PersonAlerted>().size() == 1);
    const auto called = desk.acted<PersonAlerted>().front();
    CHECK(called.alert == AlertId("alarm-copi"));
    CHECK(called.person == PersonId("mulder"));
    gui.frame();
    CHECK(gui.sees("Bel achterwacht"));
    CHECK_FALSE(gui.sees("Alarmeer achterwacht"));
}

TEST_CASE("an alarm that was acknowledged asks again when the achterwacht is due") {
    Desk desk;
    begin(desk);
    desk.tells(at(9), TeamAlerted{"alarm-copi", incident, Team::copi, {Function("informatiemanager")}, 30});
    desk.tells(at(9), PersonAlerted{"alarm-copi", incident, "informatiemanager", "jansen", Medium::app, 1});
    const auto list = picture::alarms(desk.picture(), at(3));
    REQUIRE(list.size() == 1);
    desk.tells(at(3), AlarmAcknowledged{list.front().id});
    CHECK(picture::alarms(desk.picture(), at(2)).front().state == picture::AlarmState::acknowledged);
    CHECK(picture::alarms(desk.picture(), at(0)).front().state == picture::AlarmState::fresh);
}

TEST_CASE("Enter on one's own alarmering answers it") {
    Desk desk;
    begin(desk);
    desk.tells(at(1), TeamAlerted{"alarm", incident, Team::copi, {Function("OvD-Bz")}, 30});
    desk.set_aside = desk.picture().sequence; // GEWEKT was left with Esc
    desk.user.person = "de-wit";
    Gui gui(desk.drawn());
    INFO(gui.screen());
    CHECK(gui.sees("OvD-Bz gealarmeerd: geef antwoord"));
    gui.press(Key::enter);
    REQUIRE(desk.acted<AttendanceReported>().size() == 1);
    CHECK(desk.acted<AttendanceReported>()[0].state == AttendanceState::bevestigd);
    CHECK(desk.acted<AlarmAcknowledged>().empty());
    gui.frame();
    CHECK(gui.sees("Geen open alarmen"));
}

} // namespace alarm_line_test
