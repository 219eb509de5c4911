// Each key of the board opens its dialog, and what is filled in becomes the right messages.
#include "tests/dashboard/events/year.hpp"

namespace dialogs_test {

using namespace year;

TEST_CASE("N registers an evenement, and what its class asks is set at once, with deadlines") {
    Board board;
    Gui gui(board.drawn());
    opens(gui, Key::n, "NIEUW EVENEMENT");
    gui.type("Lammetjeswielfestival");
    gui.click("evenement/klasse/B");
    fills(gui, "evenement/plaats", "Lammetjeswiel");
    fills(gui, "evenement/van", "3-7-2027 14:00");
    fills(gui, "evenement/tot", "23:00");
    fills(gui, "evenement/bezoekers", "4.000");
    fills(gui, "evenement/organisator", "Stichting Wielfeest");
    fills(gui, "evenement/contact", "hoofd beveiliging = T. Mulder; EHBO = S. Can");
    gui.click("Registreer");
    const auto body = only<EventRegistered>(board);
    CHECK(body.name == "Lammetjeswielfestival");
    CHECK(body.class_ == EventClass::B);
    CHECK(body.from == begins);
    CHECK(body.until == begins + hours(9));
    CHECK(body.visitors == Count(4000));
    REQUIRE(body.contacts.has_value());
    CHECK(body.contacts->size() == 2);
    CHECK(board.acted<RequirementSet>().size() == 23);
    CHECK(board.acted<EventMomentSet>().size() == 8);
    CHECK(board.acted<EventThresholdSet>().size() == 12);
    gui.frame(2);
    INFO(gui.screen());
    CHECK(gui.sees("STAPPEN · 0 van 23 gedaan"));
    CHECK(gui.sees("OP DE DAG · za 3 jul"));
}

TEST_CASE("a melding that is more than one may be is asked twice, and says so on the board") {
    Board board;
    Gui gui(board.drawn());
    opens(gui, Key::n, "NIEUW EVENEMENT");
    gui.type("Buurtfeest");
    gui.click("evenement/klasse/melding");
    fills(gui, "evenement/plaats", "Makadopark");
    fills(gui, "evenement/van", "3-7-2027 14:00");
    fills(gui, "evenement/tot", "23:30");
    fills(gui, "evenement/bezoekers", "5000");
    gui.press(Key::enter);
    gui.frame(2);
    INFO(gui.screen());
    CHECK(board.acts() == 0);
    CHECK(gui.sees("Een melding heeft hoogstens 250 bezoekers en is tussen 09:00 en 23:00. Klopt de klasse"));
    gui.press(Key::enter);
    CHECK(only<EventRegistered>(board).class_ == EventClass::melding);
    gui.frame(2);
    CHECK(gui.sees("Een melding heeft hoogstens 250 bezoekers en is tussen 09:00 en 23:00."));
    SECTION("what was so before is not asked again") {
        gui.press(Key::v);
        gui.frame(2);
        fills(gui, "evenement/organisator", "Buurtvereniging");
        gui.press(Key::enter);
        CHECK(only<EventUpdated>(board).organiser == "Buurtvereniging");
    }
}

TEST_CASE("without a date nothing is asked yet; the date sets the deadlines") {
    Board board;
    Gui gui(board.drawn());
    opens(gui, Key::n, "NIEUW EVENEMENT");
    gui.type("Molentocht");
    gui.click("evenement/klasse/C");
    fills(gui, "evenement/plaats", "Alblasserwaard");
    gui.click("Registreer");
    CHECK(board.acted<RequirementSet>().empty());
    CHECK_FALSE(only<EventRegistered>(board).from.has_value());
    gui.frame();
    gui.press(Key::q);
    REQUIRE(board.remark.has_value());
    CHECK(board.remark->text.find("Zonder datum") != std::string::npos);
    board.forget();
    opens(gui, Key::v, "WIJZIG EVENEMENT");
    fills(gui, "evenement/van", "1-2-2028 07:00");
    gui.click("Leg vast");
    CHECK(only<EventUpdated>(board).from == moment("2028-02-01T07:00:00+01:00"));
    CHECK(board.acted<RequirementSet>().size() == 25); // at once: now there is something to count back from
    board.forget();
    gui.frame();
    gui.press(Key::q);
    CHECK(board.acts() == 0);
    CHECK(board.remark->text.find("al gesteld") != std::string::npos);
}

TEST_CASE("another date sets the deadlines again; another class asks and takes back") {
    Board board;
    board.has_festival();
    board.meets("aanvraag");
    Gui gui(board.drawn());
    opens(gui, Key::v, "WIJZIG EVENEMENT");
    fills(gui, "evenement/van", "10-7-2027 14:00");
    fills(gui, "evenement/tot", "10-7-2027 23:00");
    gui.click("Leg vast");
    CHECK(board.acted<RequirementSet>().size() == 23);
    CHECK(board.acted<EventThresholdSet>().empty()); // those of this plan stay
    const auto& event = board.picture().events->events.at(festival);
    CHECK(event.requirements.at("besluit").set.value.deadline == moment("2027-06-19T23:59:00+02:00"));
    CHECK(picture::state_of(event.requirements.at("aanvraag")) == picture::RequirementState::done);
    CHECK(picture::moments_of(board.picture(), festival).size() == 8);
    board.forget();
    gui.frame();
    opens(gui, Key::v, "WIJZIG EVENEMENT");
    gui.click("evenement/klasse/A");
    gui.click("Leg vast");
    gui.frame();
    CHECK(board.acted<MessageWithdrawn>().size() == 20);
    CHECK(board.picture().events->events.at(festival).requirements.size() == 13);
}

TEST_CASE("where a calendar gave another date, the board says that the deadlines are of the one before; Q "
          "mends it") {
    Board board;
    board.has_festival();
    const auto at = moment("2027-07-10T14:00:00+02:00");
    board.registers(festival, "Lammetjeswielfestival", EventClass::B, at); // as a feed does: it asks nothing
    Gui gui(board.drawn());
    gui.frame();
    CHECK(gui.sees("De termijnen zijn van de vorige datum"));
    CHECK(gui.sees("Andere datum: zet de termijnen met Q"));
    gui.press(Key::q);
    gui.frame();
    CHECK_FALSE(gui.sees("De termijnen zijn van de vorige datum"));
    CHECK(board.picture().events->events.at(festival).requirements.at("besluit").set.value.deadline ==
          moment("2027-06-19T23:59:00+02:00"));
}

TEST_CASE("what cannot be is refused with a sentence that says what to do") {
    Board board;
    Gui gui(board.drawn());
    opens(gui, Key::n, "NIEUW EVENEMENT");
    gui.click("Registreer");
    CHECK(gui.sees("Zeg hoe het evenement heet."));
    fills(gui, "evenement/naam", "Feest");
    gui.click("Registreer");
    CHECK(gui.sees("Kies de klasse"));
    gui.click("evenement/klasse/A");
    fills(gui, "evenement/plaats", "Dam");
    fills(gui, "evenement/van", "3-7-2027 14:00");
    fills(gui, "evenement/tot", "3-7-2027 13:00");
    gui.click("Registreer");
    CHECK(gui.sees("Het einde ligt vóór het begin."));
    fills(gui, "evenement/van", "31-6-2027");
    gui.click("Registreer");
    CHECK(gui.sees("Het begin is niet te lezen. Schrijf 3-7-2027 14:00."));
    fills(gui, "evenement/van", "");
    gui.click("Registreer");
    CHECK(gui.sees("Er is een einde zonder begin."));
    fills(gui, "evenement/tot", "");
    fills(gui, "evenement/bezoekers", "veel");
    gui.click("Registreer");
    CHECK(gui.sees("Het aantal bezoekers is geen getal."));
    fills(gui, "evenement/bezoekers", "");
    fills(gui, "evenement/contact", "T. Mulder");
    gui.click("Registreer");
    CHECK(gui.sees("Schrijf een contact als"));
    fills(gui, "evenement/contact", "");
    gui.frame(2); // after a refusal the field gets the keyboard
    ui::clear_focus(gui.ui);
    gui.frame(2);
    board.drafts.events.fields.name = "Fe\xE2\x80\xAEst"; // a mark that turns the reading
    gui.click("Registreer");
    CHECK(gui.sees("een teken in dat niet te zien is"));
    gui.frame(2); // after a refusal the field gets the keyboard
    ui::clear_focus(gui.ui);
    gui.frame(2);
    board.drafts.events.fields.name = std::string(10'000, 'x');
    gui.click("Registreer");
    CHECK(gui.sees("Dit is te lang: hoogstens 256 tekens."));
    CHECK(board.acts() == 0);
    gui.frame(2); // after a refusal the field gets the keyboard
    ui::clear_focus(gui.ui);
    gui.frame(2);
    board.drafts.events.fields.name = "عيد"; // letters that run from right to left are letters
    gui.click("Registreer");
    CHECK(only<EventRegistered>(board).name == "عيد");
}

TEST_CASE("S and Enter: a step is done, with two keys") {
    Board board;
    board.has_festival();
    board.meets_all_but({"besluit", "evaluatie"});
    Gui gui(board.drawn());
    opens(gui, Key::s, "Besluit burgemeester");
    gui.press(Key::enter);
    CHECK(only<RequirementMet>(board) == RequirementMet{festival, "besluit", board.now, std::nullopt});
    gui.frame(2);
    CHECK(gui.sees("Akkoord: alles wat vooraf moest, is er"));
    CHECK(gui.sees("STAPPEN · 22 van 23 gedaan"));
}

TEST_CASE("advice with conditions, by a party, on a version; a rejected plan; a promised date") {
    Board board;
    board.has_festival();
    board.meets_all_but({"veiligheidsplan", "evaluatie"});
    Gui gui(board.drawn());
    opens(gui, Key::s, "Veiligheidsplan definitief");
    fills(gui, "stap/versie", "2");
    gui.press(Key::enter); // binnen
    CHECK(only<RequirementSubmitted>(board).version == "2");
    gui.frame();
    opens(gui, Key::s, "Veiligheidsplan definitief");
    gui.press(Key::d4);
    gui.frame();
    gui.press(Key::enter);
    gui.frame();
    CHECK(gui.sees("Schrijf op welke voorwaarden er zijn."));
    fills(gui, "stap/voorwaarden", "extra EHBO-post; nooduitgang breder");
    fills(gui, "stap/versie", "2");
    fills(gui, "stap/partij", "GHOR");
    gui.press(Key::enter);
    const auto advice = only<RequirementAdvised>(board);
    CHECK(advice.verdict == Verdict::voorwaarden);
    CHECK(advice.conditions == std::vector<std::string>{"extra EHBO-post", "nooduitgang breder"});
    CHECK(advice.party == "GHOR");
    gui.frame(2);
    CHECK(gui.sees("Voorwaarden open"));
    CHECK(gui.sees("Veiligheidsplan definitief: extra EHBO-post"));
    opens(gui, Key::s, "GHOR: akkoord onder voorwaarden op versie 2");
    gui.press(Key::d6);
    gui.frame();
    fills(gui, "stap/wanneer", "18-6");
    gui.press(Key::enter);
    CHECK(only<RequirementExpected>(board).at == moment("2027-06-18T23:59:00+02:00"));
    gui.frame(2);
    CHECK(gui.sees("→ vr 18 jun"));
}

TEST_CASE("M sets a moment, and moves one that is there") {
    Board board;
    board.has_festival();
    Gui gui(board.drawn());
    opens(gui, Key::m, "MOMENT · Lammetjeswielfestival");
    fills(gui, "moment/titel", "vuurwerk");
    fills(gui, "moment/tijd", "22:30");
    gui.press(Key::enter);
    CHECK(only<EventMomentSet>(board).at == moment("2027-07-03T22:30:00+02:00"));
    board.forget();
    opens(gui, Key::m, "MOMENT · Lammetjeswielfestival");
    gui.click("moment/welk/schouw 12:00");
    fills(gui, "moment/tijd", "11:30");
    gui.click("Leg vast");
    CHECK(only<EventMomentSet>(board).title == "schouw");
    CHECK(picture::moments_of(board.picture(), festival).size() == 9);
}

TEST_CASE("Z announces works, Shift+N gives an action to somebody, D sets a threshold") {
    Board board;
    board.has_festival();
    Gui gui(board.drawn());
    opens(gui, Key::z, "WERKZAAMHEDEN");
    gui.type("A15 nachtafsluiting");
    fills(gui, "werk/plaats", "A15");
    fills(gui, "werk/van", "3-7-2027 21:00");
    fills(gui, "werk/tot", "3-7-2027 05:00");
    gui.press(Key::enter);
    gui.frame();
    CHECK(gui.sees("Het einde ligt vóór het begin."));
    fills(gui, "werk/tot", "4-7-2027 05:00");
    gui.press(Key::enter);
    CHECK(only<WorksAnnounced>(board).until == moment("2027-07-04T05:00:00+02:00"));
    gui.frame();
    gui.press(ui::with_shift(Key::n));
    gui.frame(2);
    CHECK(gui.sees("ACTIE · Lammetjeswielfestival"));
    gui.type("Organisator bellen");
    gui.press(Key::enter);
    const auto action = only<ActionOpened>(board);
    CHECK(action.event == festival);
    CHECK_FALSE(action.incident.has_value());
    CHECK(action.owner == Function("evenementencoördinator"));
    gui.frame();
    opens(gui, Key::d, "DREMPEL · Lammetjeswielfestival");
    gui.type("70");
    gui.click("drempel/trap/stop");
    fills(gui, "drempel/maatregel", "tent leeg");
    gui.click("Leg vast");
    const auto threshold = only<EventThresholdSet>(board);
    CHECK(threshold.value == Approx(70));
    CHECK(threshold.stage == Stage::stop);
    CHECK(threshold.unit == Unit("km/h"));
}

TEST_CASE("after an import Shift+Q sets what each class asks, of all that are still to come") {
    Board board;
    board.registers("old", "Winterwandeling", EventClass::A, board.now - hours(24 * 100));
    board.registers("a", "Rommelmarkt", EventClass::A, board.now + hours(24 * 100));
    board.registers("m", "Buurtbarbecue", EventClass::melding, board.now + hours(24 * 90));
    board.registers("c", "Molentocht", EventClass::C, std::nullopt);
    Gui gui(board.drawn());
    gui.press(ui::with_shift(Key::q));
    CHECK(board.acted<RequirementSet>().size() == 13 + 3);
    board.forget();
    gui.frame();
    gui.press(ui::with_shift(Key::q));
    CHECK(board.acts() == 0);
    REQUIRE(board.remark.has_value());
}

TEST_CASE("the actions of an evenement stand with its steps") {
    Board board;
    board.has_festival();
    ActionOpened body;
    body.action = "bel";
    body.event = festival;
    body.title = "Organisator bellen";
    body.owner = "evenementencoördinator";
    body.due = board.now - hours(48);
    board.tells(board.now - hours(72), body);
    Gui gui(board.drawn());
    INFO(gui.screen());
    CHECK(gui.sees("ACTIES · 1 open"));
    CHECK(gui.sees("2 dagen te laat"));
    gui.click("evenement/actie/bel");
    gui.frame();
    gui.press(Key::d2); // gereed
    gui.press(Key::enter);
    CHECK(board.acted<ActionFinished>().size() == 1);
    gui.frame(2);
    CHECK_FALSE(gui.sees("ACTIES · 1 open"));
}

TEST_CASE("who left the requirements out gets none by moving the date") {
    Board board;
    board.registers(festival, "Lammetjeswielfestival", EventClass::B, begins);
    Gui gui(board.drawn());
    opens(gui, Key::v, "WIJZIG EVENEMENT");
    fills(gui, "evenement/van", "4-7-2027 14:00");
    fills(gui, "evenement/tot", "23:00");
    gui.click("Leg vast");
    CHECK(only<EventUpdated>(board).from == begins + hours(24));
    CHECK(board.acts() == 1);
}

TEST_CASE("C takes a task card for an evenement without an incident: what counts from its start") {
    Board board;
    board.has_festival();
    board.now = begins - hours(30);
    Gui gui(board.drawn());
    opens(gui, Key::c, "TAAKKAART · Lammetjeswielfestival");
    CHECK(gui.sees("8.1  Weerverwachting in multi-overleg, drempels bevestigd"));
    CHECK(gui.sees("komt bij een incident")); // 8.6: A+10m
    CHECK_FALSE(gui.sees("0.1  "));           // the basis is about an alarm
    gui.press(Key::enter);
    const auto opened = board.acted<ActionOpened>();
    REQUIRE_FALSE(opened.empty());
    CHECK(opened.front().card == "8.1");
    CHECK(opened.front().event == festival);
    CHECK_FALSE(opened.front().incident.has_value());
    CHECK(opened.front().due == begins - hours(24));
    CHECK(opened.front().due_rule == "B-24u");
    gui.frame(2);
    opens(gui, Key::c, "TAAKKAART · Lammetjeswielfestival");
    CHECK(gui.sees("staat al open"));
}

TEST_CASE("an evenement that became an incident has the card of that incident") {
    Board board;
    board.has_festival();
    board.now = begins + hours(1);
    IncidentOpened body;
    body.incident = "hitte";
    body.title = "Onwel door hitte";
    body.kind = "evenement";
    body.place = "Lammetjeswiel";
    body.started = board.now - minutes(10);
    body.event = festival;
    board.tells(board.now, body);
    Gui gui(board.drawn());
    opens(gui, Key::c, "TAAKKAART");
    gui.press(Key::enter);
    const auto opened = board.acted<ActionOpened>();
    REQUIRE_FALSE(opened.empty());
    for (const auto& one : opened)
        CHECK(one.incident == IncidentId("hitte"));
}

TEST_CASE("an evenement of next month becomes an incident only when asked twice") {
    Board board;
    board.has_festival();
    board.now = begins - hours(24 * 30);
    Gui gui(board.drawn());
    opens(gui, Key::j, "WORDT INCIDENT");
    CHECK(gui.sees("dit evenement begint pas"));
    gui.press(Key::enter);
    for (int i = 0; i < 5 && ui::settling(gui.ui); ++i) // as the window's queue of keys waits
        gui.frame();
    CHECK(board.acts() == 0);
    CHECK(gui.sees("Druk nog eens op Enter"));
    gui.press(Key::enter);
    gui.frame();
    INFO(gui.screen());
    CHECK(board.acted<IncidentOpened>().size() == 1);
}

TEST_CASE("a second incident of one evenement is opened only when asked twice") {
    Board board;
    board.has_festival();
    board.now = begins + hours(1);
    Gui gui(board.drawn());
    opens(gui, Key::j, "WORDT INCIDENT");
    gui.press(Key::enter);
    gui.frame();
    REQUIRE(board.acted<IncidentOpened>().size() == 1);
    board.view = View::evenementen;
    opens(gui, Key::j, "WORDT INCIDENT");
    CHECK(gui.sees("van dit evenement loopt al incident"));
    gui.press(Key::enter);
    for (int i = 0; i < 5 && ui::settling(gui.ui); ++i) // as the window's queue of keys waits
        gui.frame();
    CHECK(board.acted<IncidentOpened>().size() == 1);
}

TEST_CASE("on the day itself nothing is asked twice") {
    Board board;
    board.has_festival();
    board.now = begins + hours(1);
    Gui gui(board.drawn());
    opens(gui, Key::j, "WORDT INCIDENT");
    gui.press(Key::enter);
    CHECK(board.acted<IncidentOpened>().size() == 1);
}

} // namespace dialogs_test
