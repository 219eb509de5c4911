// Each key of OVERLEG becomes its message, and the picture that comes back changes the screen.
#include "dashboard/picture/meeting_rhythm.hpp"
#include "tests/dashboard/panels/night.hpp"

#include <utility>

namespace meeting_test {

using namespace night;

namespace {

const MeetingId copi{"copi-1"};

/// CoPI 1 is planned for in five minutes, and is shown.
void plans(Desk& desk) {
    begin(desk);
    MeetingPlanned body;
    body.meeting = copi;
    body.incident = incident;
    body.team = MeetingTeam::copi;
    body.number = 1;
    body.at = desk.now + minutes(5);
    body.minutes = Count(15);
    body.place = "Dam/Havenplein";
    body.agenda = {"spoedpunten", "beeld"};
    desk.tells(at(10), body);
    desk.view = View::overleg;
}

} // namespace

TEST_CASE("S takes the overleg from step to step until it is closed") {
    Desk desk;
    plans(desk);
    Gui gui(desk.drawn());
    CHECK(gui.sees("Begin overleg"));
    CHECK(gui.sees("Dam/Havenplein"));
    for (int step = 0; step < 5; ++step)
        presses(gui, Key::s);
    CHECK(desk.acted<MeetingStarted>().size() == 1);
    const auto phases = desk.acted<MeetingPhaseEntered>();
    REQUIRE(phases.size() == 3);
    CHECK(phases[0].phase == Phase::beeld);
    CHECK(phases[2].phase == Phase::besluit);
    CHECK(desk.acted<MeetingEnded>().size() == 1);
    CHECK(gui.sees("afgesloten"));
    const auto done = desk.acts();
    presses(gui, Key::s);
    CHECK(desk.acts() == done); // nothing comes after the end
}

TEST_CASE("the list tells when an overleg began, not when it should have") {
    Desk desk;
    plans(desk); // for 04:42
    Gui gui(desk.drawn());
    CHECK(gui.sees("04:42 · 0 beeld en oordeel"));
    desk.tells(at(15), MeetingStarted{copi});
    gui.frame(2);
    INFO(gui.screen());
    CHECK(gui.sees("04:22 · 0 beeld en oordeel"));
    desk.tells(at(2), MeetingEnded{copi});
    gui.frame(2);
    CHECK(gui.sees("04:22 · 0 beeld en oordeel"));
}

TEST_CASE("the agenda stays in sight while the overleg runs, on a small screen too") {
    Desk desk;
    plans(desk);
    desk.tells(at(5), MeetingStarted{copi});
    Gui gui(desk.drawn(), 1366, 768);
    INFO(gui.screen());
    CHECK(gui.sees("5 min bezig"));
    CHECK(gui.sees("Agenda: spoedpunten · beeld"));
}

TEST_CASE("an overleg without a place says only when it begins") {
    Desk desk;
    plans(desk);
    MeetingPlanned body;
    body.meeting = copi;
    body.incident = incident;
    body.team = MeetingTeam::copi;
    body.number = 1;
    body.at = desk.now + minutes(5);
    desk.tells(at(9), body);
    Gui gui(desk.drawn());
    INFO(gui.screen());
    CHECK(gui.sees("begint 04:42"));
    CHECK_FALSE(gui.sees("begint 04:42 ·"));
}

TEST_CASE("an overleg that takes too long says so") {
    Desk desk;
    plans(desk);
    desk.tells(at(40), MeetingStarted{copi});
    Gui gui(desk.drawn());
    CHECK(gui.sees("25 min te lang"));
}

TEST_CASE("B and J note a line and take the next; a press on a line changes it") {
    Desk desk;
    plans(desk);
    Gui gui(desk.drawn());
    presses(gui, Key::b);
    gui.type("Kade staat blank");
    presses(gui, Key::enter);
    REQUIRE(desk.acted<FindingNoted>().size() == 1);
    CHECK(desk.acted<FindingNoted>().front().kind == FindingKind::beeld);
    gui.frame(2);
    gui.type("Landvast staat droog"); // the dialog stayed open
    presses(gui, Key::enter);
    REQUIRE(desk.acted<FindingNoted>().size() == 2);
    gui.frame(2);
    presses(gui, Key::escape);
    CHECK(gui.sees("Landvast staat droog"));
    presses(gui, Key::j);
    gui.type("Nacht ontruimen is gevaarlijk");
    presses(gui, Key::enter);
    gui.frame(2);
    presses(gui, Key::escape);
    CHECK(desk.acted<FindingNoted>().back().kind == FindingKind::oordeel);
    const auto first = desk.acted<FindingNoted>().front().finding;
    gui.click("bevinding/" + first.value);
    gui.frame();
    gui.click("regel/staat/onbevestigd");
    gui.click("Noteer");
    gui.frame();
    CHECK(desk.acted<FindingNoted>().back().finding == first);
    CHECK(desk.acted<FindingNoted>().back().state == Certainty::onbevestigd);
    CHECK(gui.sees("onbevestigd"));
}

TEST_CASE("no besluit without owner and time; Y makes an action of it, once") {
    Desk desk;
    plans(desk);
    Gui gui(desk.drawn());
    presses(gui, Key::d);
    gui.type("Kade ontruimen");
    presses(gui, Key::enter);
    CHECK(desk.acts() == 0);
    CHECK(gui.sees("Geen besluit zonder eigenaar en tijd"));
    gui.click("besluit/wie/HTO Publieke zorg");
    gui.click("besluit/voor");
    gui.type("+30");
    presses(gui, Key::enter);
    REQUIRE(desk.acted<DecisionTaken>().size() == 1);
    const auto decision = desk.acted<DecisionTaken>().front();
    CHECK(decision.owner == Function("HTO Publieke zorg"));
    CHECK(decision.meeting == copi);
    presses(gui, Key::y);
    REQUIRE(desk.acted<ActionOpened>().size() == 1);
    const auto action = desk.acted<ActionOpened>().front();
    CHECK(action.title == "Kade ontruimen");
    CHECK(action.owner == Function("HTO Publieke zorg"));
    CHECK(action.decision == decision.decision);
    CHECK(action.due == desk.now + minutes(30));
    CHECK(gui.sees("actie gemaakt"));
    presses(gui, Key::y);
    CHECK(desk.acted<ActionOpened>().size() == 1);
}

TEST_CASE("V writes in the netcentrisch beeld; a press on a text writes its next version") {
    Desk desk;
    plans(desk);
    Gui gui(desk.drawn());
    presses(gui, Key::v);
    gui.type("Kade blank");
    presses(gui, Key::enter);
    REQUIRE(desk.acted<SituationWritten>().size() == 1);
    const auto first = desk.acted<SituationWritten>().front();
    CHECK(first.incident == incident);
    gui.frame();
    CHECK(gui.sees("alles gelezen")); // one's own text is no news
    gui.click("beeld/" + first.item.value);
    gui.frame();
    gui.click("beeld/staat/achterhaald");
    gui.click("Schrijf");
    gui.frame();
    const auto second = desk.acted<SituationWritten>().back();
    CHECK(second.replaces == first.item);
    CHECK(second.state == Certainty::achterhaald);
    CHECK(gui.sees("versie 2"));
}

namespace {

/// The informatiemanager writes in the beeld.
void writes(Desk& desk, const char* item, const char* column, const char* text, const char* replaces = "") {
    SituationWritten body;
    body.item = item;
    body.incident = incident;
    body.column = column;
    body.text = text;
    body.state = Certainty::bevestigd;
    if (*replaces != '\0') body.replaces = ItemId(replaces);
    const auto user = std::exchange(desk.user, {"informatiemanager", "A. Jansen"});
    desk.tells(at(1), body);
    desk.user = user;
}

/// Two texts that were read, of which one then changed, and a third that is new.
void reads(Desk& desk, Gui& gui) {
    writes(desk, "a1", "Maatregelen", "Kade staat blank tot Dam");
    writes(desk, "b1", "Opvang", "Sporthal open");
    gui.frame();
    gui.click("Alles gelezen");
    gui.frame();
    CHECK(gui.sees("alles gelezen"));
    writes(desk, "a2", "Maatregelen", "Kade staat blank tot waterbus", "a1");
    writes(desk, "c1", "Opvang", "Bussen rijden");
    gui.frame();
}

} // namespace

TEST_CASE("what was read is kept per text and per column; of a change the words are marked") {
    Desk desk;
    plans(desk);
    Gui gui(desk.drawn());
    gui.frame();
    reads(desk, gui);
    CHECK(gui.sees("2 nieuw"));
    CHECK(gui.sees("GEWIJZIGD · Kade staat blank tot waterbus"));
    CHECK(gui.sees("NIEUW · Bussen rijden"));
    presses(gui, ui::with_shift(Key::down));
    gui.frame();
    INFO(gui.screen());
    CHECK(gui.sees("SINDS U HET LAS"));
    CHECK(gui.sees("Kade staat blank tot"));
    CHECK(gui.find("waterbus").text == "waterbus"); // marked, apart from what stayed
    CHECK(gui.find("Dam").text == "Dam");
    presses(gui, Key::l);
    CHECK(gui.sees("1 nieuw"));
    CHECK_FALSE(gui.sees("GEWIJZIGD"));
    CHECK(gui.sees("DE GEKOZEN TEKST"));
    writes(desk, "d1", "Opvang", "Honden mogen mee");
    gui.frame();
    CHECK(gui.sees("2 nieuw"));
    presses(gui, ui::with_shift(Key::down)); // the first of Opvang
    presses(gui, ui::with_shift(Key::l));    // all of it
    CHECK(gui.sees("alles gelezen"));
}

TEST_CASE("a text that another system writes again under its own identifier is changed, not new") {
    Desk desk;
    plans(desk);
    Gui gui(desk.drawn());
    gui.frame();
    writes(desk, "a1", "Maatregelen", "Kade staat blank tot Dam");
    gui.frame();
    gui.click("Alles gelezen");
    gui.frame();
    writes(desk, "a1", "Maatregelen", "Kade staat blank tot waterbus");
    gui.frame();
    CHECK(gui.sees("1 nieuw"));
    CHECK(gui.sees("GEWIJZIGD · Kade staat blank tot waterbus"));
    CHECK(gui.sees("versie 2"));
    presses(gui, ui::with_shift(Key::down));
    gui.frame();
    CHECK(gui.sees("SINDS U HET LAS"));
    CHECK(gui.find("Dam").text == "Dam"); // struck through, apart from what stayed
    presses(gui, Key::l);
    CHECK(gui.sees("alles gelezen"));
    presses(gui, Key::d3); // the state holds for the version that stands
    CHECK(only<SituationWritten>(desk).replaces == ItemId("a1"));
    gui.frame();
    CHECK(gui.sees("versie 3"));
}

TEST_CASE("a long text is read to its end: Z gives it the panel, Page Down turns the page") {
    Desk desk;
    plans(desk);
    std::string text;
    for (int i = 0; i < 400; ++i)
        text += "woord" + std::to_string(i) + " ";
    text += std::string(300, 'x') + " slotwoord";
    writes(desk, "a1", "Maatregelen", "Kort");
    writes(desk, "a1", "Maatregelen", text.c_str());
    for (const float height : {1080.F, 600.F}) {
        INFO(height);
        desk.drafts = {};
        Gui gui(desk.drawn(), height > 700 ? 1920 : 900, height);
        if (height < 700) desk.drafts.tab = 3; // the beeld has a tab of its own
        gui.frame();
        presses(gui, Key::z); // nothing is chosen yet
        CHECK(desk.remark->text.find("Kies eerst een tekst") != std::string::npos);
        presses(gui, ui::with_shift(Key::down));
        gui.frame();
        presses(gui, Key::z);
        gui.frame();
        CHECK_FALSE(gui.sees("slotwoord"));
        std::string seen;
        for (int page = 0; page < 40 && !gui.sees("slotwoord"); ++page) {
            seen += gui.screen();
            presses(gui, Key::page_down);
        }
        seen += gui.screen();
        INFO(gui.screen());
        CHECK(gui.sees("slotwoord"));
        for (const char* word : {"woord0", "woord137", "woord399"})
            CHECK(seen.find(word) != std::string::npos);
        for (int page = 0; page < 5; ++page)
            presses(gui, Key::page_down);
        CHECK(gui.sees("Versie 1")); // the one before it, whole too
        presses(gui, Key::z);
        gui.frame();
        CHECK(gui.sees("NETCENTRISCH BEELD"));
        CHECK_FALSE(gui.sees("Versie 1"));
    }
}

TEST_CASE("one key sets the state of the chosen text: a new version, which replaces the old") {
    Desk desk;
    plans(desk);
    writes(desk, "a1", "Maatregelen", "Kade staat blank");
    Gui gui(desk.drawn());
    presses(gui, Key::d3);
    CHECK(desk.acts() == 0);
    CHECK(desk.remark->text.find("Kies eerst een regel") != std::string::npos);
    presses(gui, ui::with_shift(Key::down));
    presses(gui, Key::d3);
    const auto body = only<SituationWritten>(desk);
    CHECK(body.replaces == ItemId("a1"));
    CHECK(body.text == "Kade staat blank");
    CHECK(body.state == Certainty::achterhaald);
    presses(gui, Key::d3); // it is so already
    CHECK(desk.acts() == 1);
    presses(gui, Key::d2); // the keys stay on the new version
    CHECK(desk.acted<SituationWritten>().back().replaces == body.item);
}

TEST_CASE("one key sets the state of a line of the record; Enter changes it, ? tells what made it") {
    Desk desk;
    plans(desk);
    FindingNoted noted;
    noted.finding = "f1";
    noted.meeting = copi;
    noted.kind = FindingKind::beeld;
    noted.text = "Kade staat blank";
    const Sequence sequence = desk.tells(at(2), noted);
    Gui gui(desk.drawn());
    presses(gui, Key::down);
    presses(gui, Key::d2);
    CHECK(only<FindingNoted>(desk).finding == FindingId("f1"));
    CHECK(only<FindingNoted>(desk).state == Certainty::onbevestigd);
    CHECK(gui.sees("onbevestigd"));
    gui.press(Key::question);
    REQUIRE(desk.drafts.dialog == Dialog::reasons);
    CHECK(desk.drafts.reasons.back() > sequence);
    presses(gui, Key::escape);
    desk.user.function = Function("meekijker");
    presses(gui, Key::d1);
    CHECK(desk.acts() == 1);
}

TEST_CASE("wide, beeld, oordeel and besluit stand beside each other; narrow, beneath") {
    Desk desk;
    plans(desk);
    for (const float width : {1920.F, 1366.F}) {
        Gui gui(desk.drawn(), width, width == 1920.F ? 1080.F : 768.F);
        const auto beeld = gui.find("BEELD · 0 · [B]").rect, besluit = gui.find("BESLUIT · 0").rect;
        CHECK((width == 1920.F ? beeld.y == besluit.y : beeld.x == besluit.x));
        CHECK((width == 1920.F ? beeld.right() < besluit.x : beeld.bottom() < besluit.y));
    }
}

TEST_CASE("C cancels with a reason; P asks for the sitrep; who looks on does neither") {
    Desk desk;
    plans(desk);
    Gui gui(desk.drawn());
    presses(gui, Key::c);
    presses(gui, Key::enter);
    CHECK(gui.sees("waarom het niet doorgaat"));
    gui.type("samengevoegd met ROT 1");
    presses(gui, Key::enter);
    CHECK(desk.acted<MeetingCancelled>().size() == 1);
    presses(gui, Key::p);
    REQUIRE(desk.asked_for<WriteSitrep>() != nullptr);
    desk.forget();
    desk.user.function = "meekijker";
    presses(gui, Key::p);
    presses(gui, Key::v);
    CHECK(desk.asked_for<WriteSitrep>() == nullptr);
    CHECK(desk.asked_for<Explain>() != nullptr);
}

TEST_CASE("without an incident the view says what comes there") {
    Desk desk;
    desk.view = View::overleg;
    Gui gui(desk.drawn());
    CHECK(gui.sees("Een overleg hoort bij een incident of een evenement"));
    for (const auto key : {Key::s, Key::b, Key::j, Key::d, Key::y, Key::v, Key::p, Key::c})
        presses(gui, key);
    CHECK(desk.acts() == 0);
}

TEST_CASE("a norm is an upper limit: the first CoPI is at most 15 minutes after opkomst, on five minutes") {
    Desk desk;
    night::begin(desk);
    Gui gui(desk.drawn());
    presses(gui, Key::o);
    CHECK(gui.sees("nog geen norm)")); // no norm yet
    presses(gui, Key::escape);
    const Instant came = desk.now - minutes(1) + seconds(16); // 04:36:16
    desk.tells(came, TeamAlerted{"a1", night::incident, Team::copi, {Function("OvD-Bz")}, 30});
    desk.tells(came, AttendanceReported{night::incident, "OvD-Bz", "de-wit", AttendanceState::aanwezig,
                                        std::nullopt, std::nullopt});
    presses(gui, Key::o);
    INFO(gui.screen());
    CHECK(gui.sees("Om (leeg: 04:50, de norm)"));
    desk.now += minutes(14);
    gui.frame();
    CHECK(gui.sees("Om (leeg: 04:51, de norm)")); // 04:51:16 at the latest
    desk.now += minutes(1);
    gui.frame();
    CHECK(gui.sees("Om (leeg: 04:52, de norm is voorbij)")); // no time is within it any more
}

TEST_CASE("whatever the time, what is called the norm of the first CoPI is a whole minute within it") {
    Desk desk;
    begin(desk);
    const Instant there = at(14) + seconds(16), end = there + minutes(15); // 04:38:16
    desk.tells(there, TeamAlerted{"alarm", incident, Team::copi, {Function("OvD-Bz")}, 30});
    desk.tells(there, AttendanceReported{incident, "OvD-Bz", "de-wit", AttendanceState::aanwezig, {}, {}});
    for (Instant now = there; now < end + minutes(20); now += seconds(7)) {
        const auto one = picture::proposed_meeting(desk.picture(), incident, MeetingTeam::copi, now);
        CAPTURE((now - there).count(), (one.at - there).count());
        CHECK(one.at >= now);
        CHECK(std::chrono::floor<minutes>(one.at) == one.at);
        CHECK((one.by_norm == picture::ByNorm::within) == (one.at <= end));
        if (now <= end - seconds(16)) CHECK(one.at <= end);
        if (now <= end - minutes(5)) CHECK(one.at == end - minutes(3) - seconds(16)); // 04:35
    }
    // A team that has no norm for its first is not held to one.
    CHECK(picture::proposed_meeting(desk.picture(), incident, MeetingTeam::rot, desk.now).by_norm ==
          picture::ByNorm::none);
}

TEST_CASE("O and Enter plan the next overleg by the norm of its team") {
    Desk desk;
    plans(desk);
    desk.tells(at(20), MeetingStarted{copi});
    desk.tells(at(7), MeetingEnded{copi});
    Gui gui(desk.drawn());
    presses(gui, Key::o);
    CHECK(gui.sees("Norm CoPI: binnen 15 min na opkomst, daarna elke 30 tot 45 min"));
    CHECK(gui.sees("Om (leeg: 05:00, de norm)")); // begun 04:17, within 45 minutes
    presses(gui, Key::enter);
    REQUIRE(desk.acted<MeetingPlanned>().size() == 1);
    const auto body = desk.acted<MeetingPlanned>().front();
    CHECK(body.at == desk.now + minutes(23));
    CHECK(body.number == Count(2));
    CHECK(body.minutes == Count(15));
    CHECK(body.agenda.front() == "spoedpunten");
    gui.frame();
    CHECK(gui.sees("CoPI 2"));
}

TEST_CASE("a VDO is planned for an evenement, without an incident") {
    Desk desk(Mode::actual);
    EventRegistered fair;
    fair.event = "paardenmarkt";
    fair.name = "Paardenmarkt";
    fair.class_ = EventClass::B;
    fair.place = "Kerkstraat";
    fair.from = desk.now + std::chrono::hours(5);
    fair.until = desk.now + std::chrono::hours(9);
    fair.organiser = "Stichting";
    desk.tells(at(10), fair);
    desk.view = View::overleg;
    Gui gui(desk.drawn());
    presses(gui, Key::o);
    CHECK(gui.sees("Veiligheidsdriehoek bij Paardenmarkt"));
    gui.click("overleg/om");
    gui.type("+60");
    presses(gui, Key::enter);
    REQUIRE(desk.acted<MeetingPlanned>().size() == 1);
    CHECK(desk.acted<MeetingPlanned>().front().event == PublicEventId("paardenmarkt"));
    gui.frame();
    CHECK(gui.sees("VDO 1 · Paardenmarkt"));
    presses(gui, Key::s);
    CHECK(desk.acted<MeetingStarted>().size() == 1);
}

TEST_CASE("what cannot wait stands above the record") {
    Desk desk;
    plans(desk);
    nobody_answers(desk);
    opens_action(desk, "a", "Zandzakken", "HTO Omgevingszorg", at(5));
    Gui gui(desk.drawn());
    CHECK(gui.sees("Spoedpunten eerst: informatiemanager niet bezet, 1 actie te laat"));
}

TEST_CASE("of what cannot wait each point stands whole, and the rest is counted") {
    Desk desk;
    plans(desk);
    std::vector<Function> functions{"informatiemanager", "communicatieadviseur", "HTO Publieke zorg",
                                    "HTO Omgevingszorg", "HTO Ondersteuning",    "HTO Crisiscommunicatie"};
    desk.tells(at(22), TeamAlerted{"alarm-bz", incident, Team::team_bz, functions, 90});
    for (const float width : {1366.F, 1600.F, 1920.F}) {
        Gui gui(desk.drawn(), width, width * 9 / 16);
        gui.frame(2);
        INFO(gui.screen());
        const auto line = gui.find("Spoedpunten eerst: ");
        CHECK(line.rect.w + 1 >= ui::width(gui.ui, ui::Style::strong16, line.text));
        const auto shown = std::count(line.text.begin(), line.text.end(), ',');
        CHECK((shown == 5 || line.text.find(", nog ") != std::string::npos));
    }
}

TEST_CASE("a line that cannot be seen or is far too long is refused in words") {
    Desk desk;
    plans(desk);
    Gui gui(desk.drawn());
    presses(gui, Key::b);
    const auto pastes = [&](const std::string& text) { // the field writes over it while it has the keyboard
        gui.press(Key::tab);
        desk.drafts.text = text;
        gui.frame();
        gui.click("form/doe");
        gui.frame();
    };
    pastes("Kade \xE2\x80\xAE"
           "staat");
    CHECK(gui.sees("een teken in dat niet te zien is"));
    pastes(std::string(10'000, 'x'));
    CHECK(gui.sees("Dit is te lang"));
    CHECK(desk.acts() == 0);
    presses(gui, Key::escape);
    CHECK(desk.drafts.dialog == Dialog::none);
}

TEST_CASE("a long besluit stands whole, wide and narrow") {
    for (const auto& [width, height] : {std::pair{1920.F, 1080.F}, {1366.F, 768.F}}) {
        Desk desk;
        plans(desk);
        DecisionTaken body;
        body.decision = "lang";
        body.incident = incident;
        body.team = MeetingTeam::copi;
        body.meeting = copi;
        body.text =
            "De Kade wordt ontruimd vanaf het waterbusplein tot en met Landvast, huis aan huis, met bussen "
            "naar sporthal Blokweer; wie verminderd zelfredzaam is gaat eerst, en dieren mogen mee in een "
            "tweede bus die om kwart over vijf vertrekt van de Dam.";
        body.owner = "HTO Publieke zorg";
        body.due = at(-30);
        desk.tells(at(5), body);
        Gui gui(desk.drawn(), width, height);
        gui.frame(2);
        INFO(gui.screen());
        CHECK(gui.sees("van de Dam."));
        CHECK(gui.sees("Maak actie"));
    }
}

} // namespace meeting_test
