// The day itself: schouw with its points, GO or NO-GO, weather against the plan, and when it becomes an
// incident.
#include "tests/dashboard/events/year.hpp"

namespace day_test {

using namespace year;

namespace {

/// Saturday 3 July, an hour before it opens; all that had to be is there.
struct Day : Board {
    Day() {
        has_festival();
        meets_all_but({"schouw", "go", "evaluatie"});
        now = begins - hours(1);
    }
    void measures(const char* quantity, const char* unit, double value) {
        MeasurementTaken body;
        body.station = "Rotterdam";
        body.quantity = quantity;
        body.unit = unit;
        body.at = now - minutes(5);
        body.value = value;
        tells(now - minutes(4), body);
    }
};

} // namespace

TEST_CASE("on the day the board shows the decision, the weather with its measure, and what comes next") {
    Day day;
    day.measures("windstoot", "m/s", 15);
    Gui gui(day.drawn());
    INFO(gui.screen());
    CHECK(gui.sees("VANDAAG"));
    CHECK(gui.sees("Nog geen GO of NO-GO"));
    CHECK(gui.sees("Maatregel: losse spullen omlaag, luchtkussens leeg"));
    CHECK(gui.sees("windstoot 54, Rotterdam"));
    CHECK(gui.sees("Rotterdam, 12:55"));
    CHECK(gui.sees("Nu: maatregel"));
    CHECK(gui.sees("Straks: GO / NO-GO"));
    CHECK(gui.sees("nu 13:00"));
    CHECK(gui.sees("CONTACT OP DE DAG · 1"));
}

TEST_CASE("what is measured now says nothing of a field where nobody stands yet") {
    Board board;
    board.has_festival();
    EventThresholdSet stop;
    stop.event = festival;
    stop.quantity = "windstoot";
    stop.unit = "km/h";
    stop.value = 62;
    stop.stage = Stage::stop;
    stop.side = Side::boven;
    stop.measure = "tenten leeg";
    board.tells(board.now - hours(24), stop);
    MeasurementTaken gust;
    gust.station = "Dordrecht";
    gust.quantity = "windstoot";
    gust.unit = "km/h";
    gust.value = 70;
    gust.at = board.now - minutes(5);
    board.tells(gust.at, gust);
    Gui gui(board.drawn());
    gui.frame();
    INFO(gui.screen());
    CHECK(gui.sees("WEER OP DE DAG"));
    CHECK_FALSE(gui.sees("nu: tenten leeg"));
}

TEST_CASE("what was never asked is not said to be there") {
    Board board;
    board.registers(festival, "Buurtfeest", EventClass::A, begins);
    Gui gui(board.drawn());
    opens(gui, Key::b, "GO / NO-GO");
    CHECK(gui.sees("Aan dit evenement is nog niets gevraagd."));
    CHECK_FALSE(gui.sees("Alles wat vooraf moest, is er."));
}

TEST_CASE("points of the schouw are made and done, and the schouw is gereed when none is open") {
    Day day;
    Gui gui(day.drawn());
    gui.press(Key::p);
    gui.frame();
    CHECK(gui.sees("(leeg: de schouw is gereed)"));
    gui.type("Nooduitgang vrijmaken");
    gui.press(Key::enter);
    const auto point = only<InspectionNoted>(day);
    CHECK(point.state == PointState::open);
    gui.frame(2);
    INFO(gui.screen());
    CHECK(gui.sees("HERSTELLIJST · 1 van 1 open"));
    CHECK(gui.sees("Voorwaarden open"));
    day.forget();
    gui.click("schouw/" + point.point.value);
    CHECK(only<InspectionNoted>(day).state == PointState::gereed);
    gui.frame(2);
    CHECK(gui.sees("HERSTELLIJST · 0 van 1 open"));
    gui.press(Key::p);
    gui.frame();
    gui.press(Key::enter);
    CHECK(only<RequirementMet>(day).requirement == RequirementId("schouw"));
}

TEST_CASE("B decides: which way, by whom, why; GO closes its step") {
    Day day;
    Gui gui(day.drawn());
    gui.press(Key::b);
    gui.frame();
    gui.type("Weer en schouw goed");
    gui.press(Key::enter);
    gui.frame();
    CHECK(gui.sees("Kies GO, aangepast of NO-GO."));
    gui.click("besluit/wat/aangepast");
    gui.click("Leg vast");
    const auto decided = only<EventDecided>(day);
    CHECK(decided.decision == GoDecision::aangepast);
    CHECK(decided.reason == "Weer en schouw goed");
    CHECK(decided.decided_by.function == Function("burgemeester"));
    CHECK(only<RequirementMet>(day).requirement == RequirementId("go"));
    gui.frame(2);
    CHECK(gui.sees("aangepast: Weer en schouw goed"));
    day.tells(day.now, EventDecided{festival, GoDecision::NO_GO, "onweer", {"burgemeester", {}}});
    gui.frame(2);
    CHECK(gui.sees("NO-GO: onweer"));
}

TEST_CASE("it becomes an incident, with its place, its point on the map and the evenement itself") {
    Day day;
    day.user = {"OvD-Bz", "K. de Wit"};
    Gui gui(day.drawn());
    gui.press(Key::j);
    gui.frame();
    CHECK(gui.sees("WORDT INCIDENT · Lammetjeswielfestival"));
    gui.press(Key::enter);
    const auto opened = only<IncidentOpened>(day);
    CHECK(opened.event == festival);
    CHECK(opened.title == "Lammetjeswielfestival");
    CHECK(opened.place == "Lammetjeswiel");
    CHECK(opened.point == Position{51.8680, 4.6485});
    CHECK(opened.kind == Kind("evenement"));
    CHECK(opened.started == day.now);
    const auto mark = only<PlaceMarked>(day);
    CHECK(mark.incident == opened.incident);
    REQUIRE(day.asked_for<ShowIncident>() != nullptr);
    gui.frame(2);
    INFO(gui.screen());
    CHECK(gui.sees("Incident loopt: Lammetjeswielfestival"));
    CHECK(gui.sees("CONTACT OP DE DAG · 1")); // still there
    gui.click("evenement/incident/" + opened.incident.value);
    gui.frame();
    CHECK(gui.sees("VOOR MIJ"));
}

TEST_CASE("two that are opened while the hub is away are two incidents") {
    Day day;
    day.user = {"OvD-Bz", "K. de Wit"};
    Gui gui(day.drawn());
    day.away = true;
    for (int time = 0; time < 2; ++time) {
        gui.press(Key::j);
        gui.frame(2);
        gui.press(Key::enter);
        gui.frame(2);
        if (day.acted<IncidentOpened>().size() == static_cast<std::size_t>(time)) gui.press(Key::enter);
        gui.frame(2);
    }
    INFO(gui.screen());
    const auto opened = day.acted<IncidentOpened>();
    REQUIRE(opened.size() == 2);
    CHECK(opened[0].incident != opened[1].incident);
}

TEST_CASE("the evenementencoördinator takes the place along on the map too") {
    Day day;
    Gui gui(day.drawn());
    opens(gui, Key::j, "WORDT INCIDENT");
    gui.press(Key::enter);
    CHECK(only<PlaceMarked>(day).incident == only<IncidentOpened>(day).incident);
    CHECK_FALSE(day.remark.has_value());
}

TEST_CASE("a decision may name the person who took it") {
    Day day;
    Gui gui(day.drawn());
    opens(gui, Key::b, "GO / NO-GO");
    gui.type("Weer en schouw goed");
    gui.click("besluit/wat/GO");
    fills(gui, "besluit/naam", "T. de Boer");
    gui.click("Leg vast");
    CHECK(only<EventDecided>(day).decided_by.person == PersonId("T. de Boer"));
    gui.frame(2);
    CHECK(gui.sees("T. de Boer, burgemeester, "));
}

TEST_CASE("a low screen has the day on one line: its axis, now, and what comes") {
    Day day;
    Gui gui(day.drawn(), 1366, 768);
    INFO(gui.screen());
    CHECK(gui.sees("nu 13:00"));
    CHECK(gui.sees("GO / NO-GO "));
    CHECK(gui.sees("open 14:00"));
}

TEST_CASE("? tells what is behind a step, a weather row, an evenement") {
    Day day;
    day.measures("windstoot", "m/s", 15);
    const Sequence measured = day.scene().upto;
    Gui gui(day.drawn());
    gui.hover("Windstoot (km/h)");
    gui.press(Key::question);
    REQUIRE(day.drafts.dialog == Dialog::reasons);
    CHECK(day.drafts.reasons.back() == measured);
    CHECK(day.drafts.reasons.size() == 4); // with the three stages of the plan
    gui.press(Key::escape);
    gui.hover("stap/veiligheidsplan");
    gui.press(Key::question);
    REQUIRE(day.drafts.dialog == Dialog::reasons);
    CHECK(day.drafts.reasons.size() == 2); // set, met
}

TEST_CASE("two who make an incident of it at the same moment make one") {
    std::vector<IncidentId> made;
    for (const char* who : {"K. de Wit", "L. Visser"}) {
        Day day; // each with the same on the screen
        day.user = {"OvD-Bz", PersonId(who)};
        Gui gui(day.drawn());
        gui.press(Key::j);
        gui.frame();
        gui.press(Key::enter);
        made.push_back(only<IncidentOpened>(day).incident);
    }
    CHECK(made[0] == made[1]);
}

} // namespace day_test
