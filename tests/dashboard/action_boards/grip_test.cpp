// The GRIP board: the ladder, the step with all that belongs to it seen first, the two clocks, several
// incidents.
#include "dashboard/words/functions.hpp"
#include "tests/dashboard/action_boards/incident.hpp"

namespace grip_test {

using namespace night;

namespace {

void shows_board(Gui& gui) {
    gui.press(Key::b);
    gui.frame(2);
    INFO(gui.screen());
    REQUIRE(gui.sees("GRIP-LADDER"));
}

} // namespace

TEST_CASE("B shows the ladder, where we are and since when") {
    Desk desk;
    begin_with_cards(desk);
    Gui gui(desk.drawn());
    shows_board(gui);
    CHECK(gui.sees("NU sinds 03:12"));
    CHECK(gui.sees("CoPI + ROT · brongebied en effectgebied"));
    CHECK(gui.sees("Gezag: burgemeester (opperbevel) · besluit: burgemeester, op advies van ROL"));
    CHECK(gui.sees("BESLUITEN OVER GRIP · 2"));
    CHECK(gui.sees("norm niet gehaald"));
}

TEST_CASE("who is not there while the norm runs is not said to have missed it") {
    Desk desk;
    begin_with_cards(desk);
    nobody_answers(desk);
    Gui gui(desk.drawn());
    shows_board(gui);
    CHECK(gui.sees("nu AC-Bz of ARB inlichten"));
    CHECK_FALSE(gui.sees("22/30 min · norm niet gehaald"));
    desk.now += minutes(9);
    gui.frame();
    INFO(gui.screen());
    CHECK(gui.sees("31/30 min · norm niet gehaald"));
}

TEST_CASE("the clocks for inwoners have the duiding once the GBT meets, and shelter on appointment") {
    Desk desk;
    begin_with_cards(desk);
    Gui gui(desk.drawn());
    shows_board(gui);
    CHECK(gui.sees("Opvang open · 3 uur"));
    CHECK_FALSE(gui.sees("Duiding burgemeester"));
    MeetingPlanned gbt;
    gbt.meeting = "gbt-1";
    gbt.incident = incident;
    gbt.team = MeetingTeam::gbt;
    gbt.at = at(30);
    desk.tells(at(40), gbt);
    desk.tells(at(30), MeetingStarted{"gbt-1"});
    opens_action(desk, "woord", "Verklaring burgemeester", "burgemeester", at(-10));
    ActionOpened shelter;
    shelter.action = "opvang";
    shelter.incident = incident;
    shelter.title = "Opvang open, als ontruimd is";
    shelter.owner = "teamleider opvang";
    shelter.due = at(-20);
    shelter.card = "1.13";
    desk.tells(at(30), shelter);
    for (const auto& [width, height] : {std::pair{1920.F, 1080.F}, {1366.F, 768.F}}) {
        Gui both(desk.drawn(), width, height);
        both.frame(2);
        INFO(both.screen());
        CHECK(both.sees("Duiding burgemeester"));
        CHECK(both.sees("over 30 min"));
        CHECK(both.sees("Opvang open"));
        CHECK(both.sees("over 20 min"));
    }
    desk.tells(at(0), ActionFinished{"woord", {}});
    gui.frame();
    CHECK(gui.sees("gehaald 04:37"));
}

TEST_CASE("the ladder names scope and gezag on a small screen too") {
    Desk desk;
    begin_with_cards(desk);
    const float scale = GENERATE(1.F, 1.5F);
    Gui gui(desk.drawn(), 1366, 768, scale);
    gui.press(Key::b);
    gui.frame(2);
    INFO(gui.screen());
    CHECK(gui.sees("gezag: burgemeester"));
    CHECK(gui.sees("brongebied en effectgebied"));
}

TEST_CASE("a step alerts the teams of the level and opens its lines, as the user saw them") {
    Desk desk;
    begin_with_cards(desk);
    Gui gui(desk.drawn());
    opens(gui, Key::g, "GRIP · nu GRIP 2");
    CHECK(gui.sees("Alarmeer GBT"));
    CHECK(gui.sees("0.9  GBT compleet, eerste BOB"));
    gui.type("Zandmeevoerende wel");
    gui.press(Key::enter);
    CHECK(desk.acted<GripDecided>().size() == 1);
    std::vector<Team> teams;
    for (const auto& one : desk.acted<TeamAlerted>())
        teams.push_back(one.team);
    CHECK(teams == std::vector<Team>{Team::rot, Team::gbt, Team::team_bz}); // the CoPI stands already
    CHECK(desk.acted<PersonAlerted>().size() == 1);                         // AC-Bz has piket
    REQUIRE(desk.acted<ActionOpened>().size() == 1);
    CHECK(desk.acted<ActionOpened>()[0].card == "0.9");
    CHECK(desk.acted<ActionOpened>()[0].due == desk.now + hours(1));
    gui.frame();
    CHECK(header_says(gui, "GRIP 3"));
}

TEST_CASE("who is alerted by a step is read whole before it is said") {
    Desk desk;
    desk.catalogue = program_catalogue();
    begin(desk);
    const auto [width, height] = GENERATE(std::pair{1920.F, 1080.F}, std::pair{1600.F, 900.F});
    Gui gui(desk.drawn(), width, height);
    opens(gui, Key::g, "GRIP · nu GRIP 2");
    INFO(gui.screen());
    std::string all;
    for (const auto& seen : ui::seen(gui.ui)) {
        if (seen.kind != ui::SeenKind::text || seen.text.starts_with("norm ")) continue;
        all += std::string(seen.text) + " ";
        if (seen.text.find("heeft piket)") != std::string_view::npos)
            CHECK(ui::width(gui.ui, ui::Style::row16, seen.text) <= seen.rect.w + 2); // not cut
    }
    const auto rot = std::find_if(words::teams().begin(), words::teams().end(),
                                  [](const auto& one) { return one.team == Team::rot; });
    REQUIRE(rot != words::teams().end());
    for (const auto& function : rot->functions)
        CHECK(all.find(function.value + " (") != std::string::npos);
}

TEST_CASE("over how many levels a step goes is said as it is") {
    Desk desk;
    begin(desk);
    desk.tells(at(1), GripDecided{incident, GripLevel(0), "voorbij", {}, at(1)});
    Gui gui(desk.drawn());
    opens(gui, Key::g, "GRIP · nu GRIP 0");
    gui.click("grip/niveau/GRIP 2");
    gui.frame(2);
    CHECK(gui.sees("u slaat een niveau over"));
    gui.click("grip/niveau/GRIP 3");
    gui.frame(2);
    INFO(gui.screen());
    CHECK(gui.sees("u slaat 2 niveaus over"));
}

TEST_CASE("teams of the level that nobody alerted are named, and G at that level offers what was forgotten") {
    Desk desk;
    begin_with_cards(desk);
    Gui gui(desk.drawn());
    shows_board(gui);
    CHECK(gui.sees("Niet gealarmeerd: ROT"));
    CHECK(gui.sees("[T] alarmeert"));
    gui.click("grip/trede/2");
    gui.frame(2);
    INFO(gui.screen());
    CHECK(gui.sees("Het is al GRIP 2. Hier staat wat erbij hoort en nog niet is gedaan."));
    CHECK(gui.sees("Alarmeer ROT"));
    gui.click("form/doe");
    CHECK(desk.acted<GripDecided>().empty());
    REQUIRE(desk.acted<TeamAlerted>().size() == 1);
    CHECK(desk.acted<TeamAlerted>()[0].team == Team::rot);
    gui.frame(2);
    CHECK_FALSE(gui.sees("Niet gealarmeerd"));
}

TEST_CASE("what is not ticked is not said") {
    Desk desk;
    begin_with_cards(desk);
    Gui gui(desk.drawn());
    opens(gui, Key::g, "GRIP · nu GRIP 2");
    gui.type("Dijk");
    gui.click("alarmeer/GBT");
    gui.click("regel/0.9");
    gui.click("form/doe");
    CHECK(desk.acted<TeamAlerted>().size() == 2);
    CHECK(desk.acted<ActionOpened>().empty());
    CHECK(desk.acted<GripDecided>().size() == 1);
}

TEST_CASE("a skipped level and going down ask why, and it is recorded") {
    Desk desk;
    begin_with_cards(desk);
    Gui gui(desk.drawn());
    shows_board(gui);
    gui.click("grip/trede/4");
    gui.frame(2);
    CHECK(gui.sees("Waarom slaat u GRIP 3 over"));
    gui.click("form/doe");
    gui.frame();
    CHECK(gui.sees("Schrijf op waarom"));
    CHECK(desk.acts() == 0);
    gui.click("grip/reden");
    gui.type("Ook Dordrecht onder water");
    gui.click("form/doe");
    REQUIRE(desk.acted<GripDecided>().size() == 1);
    CHECK(desk.acted<GripDecided>()[0].decided_by.function == Function("voorzitter veiligheidsregio"));
    gui.frame();
    CHECK(gui.sees("GRIP 3 overgeslagen"));
    desk.forget();
    gui.click("grip/trede/1");
    gui.frame(2);
    CHECK(gui.sees("Waarom afschalen naar GRIP 1"));
    CHECK(gui.sees("ROT naar huis"));
    gui.click("grip/reden");
    gui.type("Water zakt");
    gui.click("form/doe");
    CHECK(desk.acted<TeamStoodDown>().size() == 3);
    gui.frame();
    CHECK(gui.sees("afgeschaald"));
}

TEST_CASE("going down to GRIP 0 offers the lines of the nafase") {
    Desk desk;
    begin_with_cards(desk);
    Gui gui(desk.drawn());
    shows_board(gui);
    gui.click("grip/trede/0");
    gui.frame(2);
    CHECK(gui.sees("0.11  Overdracht naar nafase, punten en eigenaren"));
    CHECK(gui.sees("1.16  Schaderegistratie openen"));
}

TEST_CASE("a card that was taken by hand has its lines at a step too, up and to the nafase") {
    Desk desk;
    begin_with_cards(desk);
    catalogue::TaskCard own;
    own.nr = 9;
    own.title = "Treinongeval";
    own.kinds = {"treinongeval"};
    own.lines.push_back(
        {"9.1", "Spoor laten stilleggen", "OvD-Bz", *picture::read_due_rule("A+10m"), false, {}});
    own.lines.push_back(
        {"9.2", "Reizigers opvangen", "OvD-Bz", *picture::read_due_rule("G3+45m"), false, {}});
    own.lines.push_back(
        {"9.3", "Slachtofferlijst naar nafase", "OvD-Bz", *picture::read_due_rule("N"), false, {}});
    desk.catalogue.cards.cards.push_back(own);
    Gui gui(desk.drawn());
    shows_board(gui);
    gui.click("grip/trede/3");
    gui.frame(2);
    CHECK(gui.sees("0.9  GBT compleet, eerste BOB"));
    CHECK_FALSE(gui.sees("9.2  Reizigers opvangen"));
    gui.press(Key::escape);
    ActionOpened taken;
    taken.action = "trein";
    taken.incident = incident;
    taken.title = "Spoor laten stilleggen";
    taken.owner = "OvD-Bz";
    taken.card = "9.1";
    desk.tells(at(5), taken);
    gui.frame(2);
    gui.click("grip/trede/3");
    gui.frame(2);
    INFO(gui.screen());
    CHECK(gui.sees("9.2  Reizigers opvangen"));
    gui.press(Key::escape);
    gui.frame(2);
    gui.click("grip/trede/0");
    gui.frame(2);
    INFO(gui.screen());
    CHECK(gui.sees("9.3  Slachtofferlijst naar nafase"));
    CHECK(gui.sees("1.16  Schaderegistratie openen"));
}

TEST_CASE("opkomst per team against the norm, with the step of the chain; the public from the start") {
    Desk desk;
    begin_with_cards(desk);
    desk.tells(at(6), TeamAlerted{"a2", incident, Team::rot, {Function("AC-Bz")}, 45});
    desk.tells(at(4),
               AttendanceReported{incident, "AC-Bz", "verhoeven", AttendanceState::onderweg, at(-20), {}});
    desk.tells(at(3), PersonAlerted{"a3", incident, "informatiemanager", "jansen", Medium::app, 1});
    Gui gui(desk.drawn());
    shows_board(gui);
    CHECK(gui.sees("AC-Bz · M. Verhoeven"));
    CHECK(gui.sees("Onderweg 04:57"));
    CHECK(gui.sees("6/45 min"));
    CHECK(gui.sees("nu herhalen en bellen · na 5 min belt de meldkamer"));
    desk.tells(at(1), PersonAlerted{"a3", incident, "informatiemanager", "jansen", Medium::telefoon, 2});
    gui.frame(2);
    CHECK(gui.sees("gebeld 04:36 · na 5 min belt de meldkamer"));
    CHECK_FALSE(gui.sees("nu herhalen"));
    CHECK(gui.sees("Eerste feiten · 30 min"));
    CHECK(gui.sees("niet gehaald"));
    CHECK(gui.sees("sinds begin 02:57"));
}

TEST_CASE("I goes to the next incident, the highest is first") {
    Desk desk;
    begin_with_cards(desk);
    IncidentOpened fire;
    fire.incident = IncidentId("brand");
    fire.title = "Brand Nieuwland Parc";
    fire.kind = "brand";
    fire.municipality = "Alblasserdam";
    fire.place = "Nieuwland Parc";
    fire.started = at(20);
    desk.tells(at(20), fire);
    Gui gui(desk.drawn());
    shows_board(gui);
    CHECK(gui.sees("INCIDENTEN · 2"));
    CHECK(header_says(gui, "Hoogwater"));
    gui.press(Key::i);
    gui.frame();
    CHECK(header_says(gui, "Brand Nieuwland Parc"));
    CHECK(gui.sees("Nog niets besloten."));
}

TEST_CASE("who may not decide gets no dialog from the ladder") {
    Desk desk;
    begin_with_cards(desk);
    desk.user.function = Function("meekijker");
    Gui gui(desk.drawn());
    shows_board(gui);
    gui.click("grip/trede/3");
    CHECK(desk.drafts.dialog == Dialog::none);
}

TEST_CASE("a GRIP step may name the person who decided it") {
    Desk desk;
    begin_with_cards(desk);
    Gui gui(desk.drawn());
    shows_board(gui);
    opens(gui, Key::g, "GRIP · nu GRIP 2");
    gui.type("welzijn van velen");
    fills(gui, "grip/wie", "T. de Boer");
    gui.press(Key::enter);
    const auto decided = only<GripDecided>(desk);
    CHECK(decided.decided_by.person == PersonId("T. de Boer"));
    CHECK(decided.decided_by.function == Function("burgemeester"));
    gui.frame(2);
    CHECK(gui.sees("T. de Boer, burgemeester"));
}

TEST_CASE("? tells what is behind a rung, a decision, a function, an incident") {
    Desk desk;
    begin_with_cards(desk);
    Gui gui(desk.drawn());
    shows_board(gui);
    for (const char* what :
         {"NU sinds", "03:12 GRIP 2", "95/30 min", "Eerste feiten", "incident/2027-0122"}) {
        INFO(what << gui.screen());
        gui.hover(what);
        gui.press(Key::question);
        CHECK(desk.drafts.dialog == Dialog::reasons);
        CHECK_FALSE(desk.drafts.reasons.empty());
        gui.press(Key::escape);
    }
}

TEST_CASE("going to GRIP 4 lets the action of the GBT lapse, as it was ticked") {
    Desk desk;
    begin_with_cards(desk);
    decides_grip(desk, 3, 20);
    desk.tells(at(20), TeamAlerted{"gbt", incident, Team::gbt, {Function("burgemeester")}, 60});
    ActionOpened complete;
    complete.action = "compleet";
    complete.incident = incident;
    complete.title = "GBT compleet, eerste BOB";
    complete.owner = "burgemeester";
    complete.due_rule = "G3+60m";
    complete.card = "0.9";
    desk.tells(at(20), complete);
    ActionOpened other = complete;
    other.action = "hto";
    other.title = "Benodigde HTO's kiezen en alarmeren";
    other.due_rule = "G2+60m";
    other.card = "0.8";
    desk.tells(at(20), other);
    Gui gui(desk.drawn());
    opens(gui, Key::g, "GRIP · nu GRIP 3");
    CHECK(gui.sees("Vervalt: GBT compleet, eerste BOB"));
    CHECK_FALSE(gui.sees("Vervalt: Benodigde HTO's"));
    gui.type("Over de gemeentegrens");
    gui.press(Key::enter);
    gui.press(Key::enter); // who decides
    REQUIRE(desk.acted<ActionCancelled>().size() == 1);
    CHECK(desk.acted<ActionCancelled>()[0].action == ActionId("compleet"));
}

TEST_CASE("a team that stands already is alerted again only when asked twice") {
    Desk desk;
    begin_with_cards(desk);
    Gui gui(desk.drawn());
    opens(gui, Key::t, "ALARMEER EEN TEAM");
    CHECK(gui.sees("is al gealarmeerd om 03:02"));
    gui.press(Key::enter);
    gui.frame();
    CHECK(desk.acts() == 0);
    CHECK(gui.sees("Toch nog eens?"));
    gui.press(Key::enter);
    CHECK(desk.acted<TeamAlerted>().size() == 1);
}

TEST_CASE("who was alerted a minute ago is gealarmeerd, without a triangle; then niet bevestigd") {
    Desk desk;
    begin_with_cards(desk);
    desk.tells(at(1), TeamAlerted{"rot", incident, Team::rot, {Function("AC-Bz")}, 45});
    Gui gui(desk.drawn());
    shows_board(gui);
    const auto count = [&](const char* words) {
        const auto all = gui.texts();
        return std::count(all.begin(), all.end(), words);
    };
    CHECK(count("gealarmeerd") == 1);
    desk.now += minutes(2);
    gui.frame();
    CHECK(count("gealarmeerd") == 0);
    CHECK(count("niet bevestigd") == 1);
}

} // namespace grip_test
