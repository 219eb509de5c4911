// GEWEKT: an alarm for one's own function fills the screen with one question, until "Ik ben er" or Esc.
#include "tests/dashboard/panels/night.hpp"

namespace woken_test {

using namespace night;

namespace {

/// The OvD-Bz was alerted four minutes ago.
void calls_us(Desk& desk) {
    desk.tells(at(4), TeamAlerted{"alarm", incident, Team::copi, {Function("OvD-Bz")}, 30});
    desk.tells(at(4), PersonAlerted{"alarm", incident, "OvD-Bz", "de-wit", Medium::app, 1});
}

} // namespace

TEST_CASE("who sits here and does not come has answered, also when another was alerted by name") {
    Desk desk;
    begin(desk);
    desk.user = {"OvD-Bz", "Frank Test"};
    calls_us(desk);
    Gui gui(desk.drawn());
    gui.frame();
    REQUIRE(gui.sees("UW ANTWOORD"));
    presses(gui, Key::d2);
    gui.frame();
    INFO(gui.screen());
    CHECK_FALSE(gui.sees("UW ANTWOORD"));
    CHECK(desk.acted<AttendanceReported>().size() == 1);
    desk.tells(desk.now, PersonAlerted{"alarm", incident, "OvD-Bz", "de-wit", Medium::telefoon, 2});
    gui.frame();
    CHECK_FALSE(gui.sees("UW ANTWOORD")); // that call was not for them
    desk.now += minutes(20);
    gui.frame();
    CHECK_FALSE(gui.sees("UW ANTWOORD")); // nor is that nobody came
    desk.tells(desk.now, PersonAlerted{"alarm", incident, "OvD-Bz", "Frank Test", Medium::app, 1});
    gui.frame();
    CHECK(gui.sees("UW ANTWOORD"));
}

TEST_CASE("whom to call is who fills the post, not an absent one, and the first registered only then") {
    Desk desk;
    begin(desk);
    calls_us(desk);
    person(desk, "aaa", "Oud Lid", "burgemeester", "06-0000 0001");
    person(desk, "boer", "T. de Boer", "wethouder", "06-0000 9999");
    person(desk, "vis", "L. Vis", "wethouder", "06-0000 8888");
    Gui gui(desk.drawn());
    gui.frame();
    CHECK(gui.sees("Oud Lid"));
    desk.tells(at(10), PostFilled{"post", "burgemeester", PersonId("boer"), PersonId("vis")});
    gui.frame();
    INFO(gui.screen());
    CHECK(gui.sees("06-0000 9999"));
    CHECK_FALSE(gui.sees("Oud Lid"));
    desk.tells(at(9), AbsenceReported{"weg", "boer", at(100), at(-100), std::nullopt});
    gui.frame();
    CHECK(gui.sees("06-0000 8888"));
}

TEST_CASE("an alarm for one's own function wakes: what, where, by when, and two answers") {
    Desk desk(Mode::actual);
    begin(desk);
    calls_us(desk);
    desk.user.person = "de-wit";
    Gui gui(desk.drawn());
    for (const char* words :
         {"WAT IS ER", "Naar: Kade", "nog 26 min", "UW ANTWOORD", "U hebt nog niet geantwoord"}) {
        INFO(words);
        CHECK(gui.sees(words));
    }
    CHECK(header_says(gui, "1 alarm"));
    CHECK_FALSE(gui.sees("VOOR MIJ"));
}

TEST_CASE("1 says that I come and when; then 8 says that I am there, and the incident stands on the screen") {
    Desk desk(Mode::actual);
    begin(desk);
    calls_us(desk);
    desk.user.person = "de-wit";
    Gui gui(desk.drawn());
    gui.press(Key::d5); // 20 minutes
    gui.press(Key::d1);
    auto said = desk.acted<AttendanceReported>();
    REQUIRE(said.size() == 1);
    CHECK(said.front() == AttendanceReported{incident, "OvD-Bz", "de-wit", AttendanceState::bevestigd,
                                             desk.now + minutes(20), std::nullopt});
    gui.frame();
    CHECK(gui.sees("Ik ben er"));
    CHECK_FALSE(gui.sees("U hebt nog niet geantwoord"));
    gui.press(Key::d1); // a second time, by mistake: nobody has arrived
    CHECK(desk.acted<AttendanceReported>().size() == 1);
    gui.press(Key::d8);
    said = desk.acted<AttendanceReported>();
    REQUIRE(said.size() == 2);
    CHECK(said.back().state == AttendanceState::aanwezig);
    gui.frame();
    CHECK(gui.sees("VOOR MIJ"));
}

TEST_CASE("a view that was chosen before the alarm gives way to it; one that is chosen after it stays") {
    Desk desk(Mode::actual);
    begin(desk);
    desk.user.person = "de-wit";
    desk.view = View::piket;
    desk.view_chosen = desk.picture().sequence;
    calls_us(desk);
    Gui gui(desk.drawn());
    CHECK(gui.sees("UW ANTWOORD"));
    desk.view_chosen = desk.picture().sequence;
    gui.frame();
    CHECK_FALSE(gui.sees("UW ANTWOORD"));
}

TEST_CASE("no alarm goes over a wall, nor over who speaks for the role that is alerted") {
    Desk desk(Mode::actual);
    begin(desk);
    desk.user.person = "de-wit";
    desk.view = View::wand;
    desk.view_chosen = 0;
    calls_us(desk);
    Gui gui(desk.drawn());
    CHECK_FALSE(gui.sees("UW ANTWOORD"));
    desk.view = View::actions;
    desk.speaks_as = regiekamer::panels::User{"OvD-Bz", {}};
    gui.frame();
    CHECK_FALSE(gui.sees("UW ANTWOORD"));
    desk.speaks_as.reset();
    gui.frame();
    CHECK(gui.sees("UW ANTWOORD"));
}

TEST_CASE("an alarm for the ROT does not send one to the fire") {
    Desk desk(Mode::actual);
    begin(desk);
    desk.user = {"AC-Bz", "de-wit"};
    desk.tells(at(4), TeamAlerted{"alarm-rot", incident, Team::rot, {Function("AC-Bz")}, 60});
    Gui gui(desk.drawn());
    CHECK(gui.sees("Naar: ROT"));
    CHECK(gui.sees("Waar ROT bijeenkomt is nog niet gemeld"));
    desk.tells(at(3), MeetingPlanned{"rot-1",
                                     incident,
                                     {},
                                     MeetingTeam::rot,
                                     1,
                                     desk.now + minutes(40),
                                     {},
                                     "Romboutslaan, Dordrecht",
                                     {}});
    gui.frame();
    CHECK(gui.sees("Naar: ROT, Romboutslaan, Dordrecht"));
}

TEST_CASE("2 says that I do not come: the question is gone") {
    Desk desk(Mode::actual);
    begin(desk);
    calls_us(desk);
    Gui gui(desk.drawn());
    gui.press(Key::d2);
    REQUIRE(desk.acted<AttendanceReported>().size() == 1);
    CHECK(desk.acted<AttendanceReported>().front().state == AttendanceState::afgemeld);
    gui.frame();
    CHECK(gui.sees("VOOR MIJ"));
}

TEST_CASE("Esc puts the alarm aside without an answer; a new one wakes again") {
    Desk desk(Mode::actual);
    begin(desk);
    calls_us(desk);
    Gui gui(desk.drawn());
    gui.press(Key::escape);
    gui.frame();
    CHECK(desk.acts() == 0);
    CHECK(gui.sees("VOOR MIJ"));
    desk.tells(at(0), TeamAlerted{"alarm-2", incident, Team::copi, {Function("OvD-Bz")}, 30});
    gui.frame(2);
    CHECK(gui.sees("UW ANTWOORD"));
}

TEST_CASE("who is not called is not woken; nor is a second one when a colleague comes; nor who looks back") {
    Desk desk(Mode::actual);
    begin(desk);
    calls_us(desk);
    Gui gui(desk.drawn());
    desk.user.function = "AC-Bz";
    gui.frame(2);
    CHECK(gui.sees("VOOR MIJ"));
    desk.user = {"OvD-Bz", "A. Yilmaz"};
    gui.frame(2);
    CHECK(gui.sees("UW ANTWOORD"));
    desk.looks_at(at(1));
    gui.frame(2);
    CHECK_FALSE(gui.sees("UW ANTWOORD"));
    desk.looks_at(desk.now);
    desk.tells(at(0), AttendanceReported{incident, "OvD-Bz", "de-wit", AttendanceState::bevestigd, {}, {}});
    gui.frame(2);
    CHECK(gui.sees("VOOR MIJ"));
}

TEST_CASE("Ik kom opens the first lines of the card; the one about the alarm is done with it") {
    Desk desk(Mode::actual);
    desk.catalogue = program_catalogue();
    begin(desk);
    calls_us(desk);
    desk.user.person = "de-wit";
    Gui gui(desk.drawn());
    INFO(gui.screen());
    CHECK(gui.sees("EERSTE 4"));
    CHECK(gui.sees("Alarm bevestigen in app"));
    CHECK(gui.sees("komt op uw lijst met [1] Ik kom"));
    gui.press(Key::d1);
    std::vector<std::string> cards;
    for (const auto& one : desk.acted<ActionOpened>())
        cards.push_back(*one.card);
    CHECK(cards == std::vector<std::string>{"0.1", "0.2", "0.3", "0.4"});
    REQUIRE(desk.acted<ActionFinished>().size() == 1);
    CHECK(desk.acted<ActionFinished>()[0].action == desk.acted<ActionOpened>()[0].action);
    gui.frame();
    CHECK(gui.sees("EERSTE 3"));
    CHECK_FALSE(gui.sees("Alarm bevestigen in app"));
}

TEST_CASE("EERSTE 4 has only what belongs to this incident") {
    Desk desk(Mode::actual);
    begin(desk);
    ActionOpened elsewhere;
    elsewhere.action = "elders";
    elsewhere.incident = "2027-0099";
    elsewhere.title = "Iets bij een ander incident";
    elsewhere.owner = "OvD-Bz";
    desk.tells(at(30), elsewhere);
    opens_action(desk, "hier", "Burgemeester bellen", "OvD-Bz", at(-10));
    calls_us(desk);
    desk.user.person = "de-wit";
    Gui gui(desk.drawn());
    INFO(gui.screen());
    CHECK(gui.sees("Burgemeester bellen"));
    CHECK_FALSE(gui.sees("Iets bij een ander incident"));
}

TEST_CASE("what the desk has to say lies over nothing of GEWEKT") {
    Desk desk(Mode::actual);
    begin(desk);
    calls_us(desk);
    desk.user.person = "de-wit";
    desk.remark = Remark{"Verbinding hersteld.", false};
    for (const auto& [width, height, scale] : {std::tuple{1920.F, 1080.F, 1.F}, {1366.F, 768.F, 1.F}}) {
        Gui gui(desk.drawn(), width, height, scale);
        gui.frame();
        INFO(gui.screen());
        const auto notice = gui.find("opmerking/sluit").rect;
        CHECK(notice.y > gui.find("UW ANTWOORD").rect.bottom() + 150);
        CHECK(notice.bottom() <= height);
        CHECK(notice.y >= gui.ui.screen.bottom() - 90);
    }
}

TEST_CASE("on a small screen with large letters the minutes can still be hit") {
    Desk desk(Mode::actual);
    begin(desk);
    calls_us(desk);
    desk.user.person = "de-wit";
    Gui gui(desk.drawn(), 1366, 768, 1.5F);
    gui.frame(2);
    INFO(gui.screen());
    for (const char* minutes : {"10", "15", "20", "30"})
        CHECK(gui.find(std::string("gewekt/over ") + minutes).rect.h >= 36);
}

TEST_CASE("on a small screen with large letters what it is and where to go stand whole, within their panel") {
    Desk desk(Mode::actual);
    begin(desk);
    calls_us(desk);
    PlaceMarked copi;
    copi.place = PlaceId("copi");
    copi.incident = incident;
    copi.kind = PlaceKind::copi;
    copi.label = "CoPI Dam/Havenplein bij de brug";
    copi.point = {51.86, 4.65};
    desk.tells(at(3), copi);
    desk.user.person = "de-wit";
    for (const auto& [width, height] : {std::pair{1366.F, 768.F}, {1920.F, 1080.F}}) {
        Gui gui(desk.drawn(), width, height, 1.5F);
        gui.frame(2);
        INFO(gui.screen());
        const auto whole = [&](std::string_view words, ui::Style style) {
            const auto seen = gui.find(words);
            INFO(seen.text << " is " << seen.rect.w << " by " << seen.rect.h);
            return seen.rect.w + 1 >= ui::width(gui.ui, style, seen.text) ||
                   seen.rect.h > 1.5F * ui::line_height(style);
        };
        CHECK(whole("Naar: ", ui::Style::title24));
        CHECK(whole("aanwezig vóór", ui::Style::secondary15));
    }
}

TEST_CASE("what GEWEKT says of the chain and of where to go is never cut in a word") {
    Desk desk(Mode::actual);
    begin(desk);
    desk.user = {"AC-Bz", "verhoeven"};
    desk.tells(at(13), TeamAlerted{"alarm-rot", incident, Team::rot, {Function("AC-Bz")}, 45});
    desk.tells(at(13), PersonAlerted{"alarm-rot", incident, "AC-Bz", "verhoeven", Medium::app, 1});
    for (const auto& [width, height, scale] : {std::tuple{1366.F, 768.F, 1.5F},
                                               {1366.F, 768.F, 1.F},
                                               {1600.F, 900.F, 1.F},
                                               {1920.F, 1080.F, 1.F}}) {
        Gui gui(desk.drawn(), width, height, scale);
        gui.frame(2);
        INFO(gui.screen());
        const auto chain = gui.find(" · alarm 04:24, 13 min");
        CHECK(chain.rect.w + 1 >= ui::width(gui.ui, ui::Style::row17, chain.text));
        const auto remark = gui.find("nog niet gemeld.");
        CHECK((remark.rect.w + 1 >= ui::width(gui.ui, ui::Style::row17, remark.text) ||
               remark.rect.h + 1 >=
                   ui::wrapped_height(gui.ui, ui::Style::secondary15, remark.rect.w, remark.text)));
    }
}

TEST_CASE("a place with a long name has its panel to itself where that is low: nothing lies over it") {
    Desk desk(Mode::actual);
    begin(desk);
    IncidentUpdated longer;
    longer.incident = incident;
    longer.place = "Bedrijventerrein Vinkenwaard-Noord";
    desk.tells(at(14), longer);
    desk.tells(at(13), TeamAlerted{"alarm-copi", incident, Team::copi, {Function("OvD-Bz")}, 30});
    desk.tells(at(13), PersonAlerted{"alarm-copi", incident, "OvD-Bz", "de-wit", Medium::app, 1});
    desk.user.person = "de-wit";
    for (const float scale : {1.F, 1.25F, 1.5F}) {
        Gui gui(desk.drawn(), 1366, 768, scale);
        gui.frame(2);
        INFO(gui.screen());
        const auto place = gui.find("Naar: ").rect;
        for (const auto& seen : ui::seen(gui.ui))
            if (seen.text.find("gemeld.") != std::string_view::npos) CHECK(seen.rect.y + 3 >= place.bottom());
    }
}

TEST_CASE("on a small screen too a digit answers, and chooses no tab") {
    Desk desk(Mode::actual);
    begin(desk);
    calls_us(desk);
    desk.user.person = "de-wit";
    Gui gui(desk.drawn(), 1366, 768, 1.5F);
    REQUIRE(gui.sees("tab/BEL"));
    gui.press(Key::d5); // 20 minutes
    gui.press(Key::d3); // no, 10
    gui.frame();
    INFO(gui.screen());
    CHECK(gui.sees("UW ANTWOORD"));
    gui.press(Key::d1);
    gui.frame();
    REQUIRE(desk.acted<AttendanceReported>().size() >= 1);
    CHECK(desk.acted<AttendanceReported>().front().eta == desk.now + minutes(10));
}

} // namespace woken_test
