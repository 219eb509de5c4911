// The header answers in words: real or exercise, which GRIP, since when, what comes next, how old the data
// is.
#include "tests/dashboard/panels/night.hpp"

namespace header_test {

using namespace night;

TEST_CASE("the header says exercise or real, and an ordinary day") {
    for (const Mode mode : {Mode::exercise, Mode::actual}) {
        Desk desk(mode);
        Gui gui(desk.drawn());
        CHECK(gui.sees("OEFENING") == (mode == Mode::exercise));
        CHECK(gui.sees("RUST") == (mode == Mode::actual));
        CHECK(gui.sees("Geen inzet"));
        begin(desk);
        gui.frame();
        INFO(gui.screen());
        CHECK(gui.sees("OEFENING") == (mode == Mode::exercise));
        CHECK(gui.sees("ECHT") == (mode == Mode::actual));
        CHECK(gui.sees(mode == Mode::actual ? "echte tijd" : "oefentijd"));
    }
}

TEST_CASE("in the hour that comes twice the header says which of the two it is, and at no other time") {
    Desk desk(Mode::actual);
    desk.now = *read_instant("2027-10-31T00:35:00Z");
    Gui gui(desk.drawn());
    CHECK(gui.sees("02:35:00"));
    CHECK(gui.sees("zomertijd"));
    desk.now += hours(1);
    gui.frame();
    INFO(gui.screen());
    CHECK(gui.sees("02:35:00"));
    CHECK(gui.sees("wintertijd"));
    desk.now += hours(1);
    gui.frame();
    CHECK(gui.sees("03:35:00"));
    CHECK_FALSE(gui.sees("wintertijd"));
}

TEST_CASE("the header names the GRIP level, since when, and who has the authority") {
    Desk desk;
    roster(desk);
    opens_incident(desk);
    Gui gui(desk.drawn());
    CHECK(gui.sees("GRIP 0"));
    CHECK(gui.sees("niet opgeschaald"));
    CHECK(gui.sees("gezag: burgemeester"));
    decides_grip(desk, 2, 85);
    gui.frame();
    CHECK(gui.sees("GRIP 2"));
    CHECK(gui.sees("sinds 03:12 · 1 u 25 min"));
    decides_grip(desk, 4, 5);
    gui.frame();
    CHECK(gui.sees("GRIP 4"));
    CHECK(gui.sees("gezag: voorzitter veiligheidsregio"));
}

TEST_CASE("on the smallest screen the age of the data and the key of every tab are there too") {
    Desk desk;
    begin(desk);
    desk.data.wall_now = desk.now;
    desk.data.heard = desk.now - seconds(12);
    Gui gui(desk.drawn(), 1366, 768, 2);
    INFO(gui.screen());
    CHECK(gui.sees("Van 04:36 · 12 s oud"));
    int number = 0;
    for (const char* tab : {"MIJ", "AND.", "OPK.", "PLOT", "LOG", "WATER"}) {
        const auto place = gui.find(std::string("tab/") + tab).rect;
        INFO(tab);
        CHECK(place.w >= ui::button_width(gui.ui, tab, std::to_string(++number), place.h));
        CHECK(gui.ui.screen.contains(place));
    }
    desk.user.person = PersonId();
    gui.frame();
    CHECK(gui.sees("Van 04:36 · 12 s oud"));
}

TEST_CASE("how old the data are stands beside a name that needs two lines") {
    Desk desk;
    begin(desk);
    desk.user = {"oefenleider", PersonId("J. de Bruin")};
    desk.data.wall_now = desk.now;
    desk.data.heard = desk.now - seconds(12);
    for (const auto& [width, height] : {std::pair{1920.F, 1080.F}, {1600.F, 900.F}, {1366.F, 768.F}}) {
        Gui gui(desk.drawn(), width, height);
        INFO(gui.screen());
        CHECK(header_says(gui, "12 s oud"));
    }
}

TEST_CASE("who did not say a name is asked for it with the key, whatever the room") {
    Desk desk;
    begin(desk);
    desk.user.person = PersonId();
    for (const auto& [width, height] : {std::pair{1920.F, 1080.F}, {1600.F, 900.F}, {1366.F, 768.F}}) {
        Gui gui(desk.drawn(), width, height);
        INFO(gui.screen());
        for (const auto& seen : ui::seen(gui.ui))
            if (seen.text.find("naam") != std::string::npos)
                CHECK(seen.text.find("[U]") != std::string::npos);
    }
}

TEST_CASE("the header says how old the data is, and what the link does") {
    using Kind = DataState::Kind;
    Desk desk;
    begin(desk);
    Gui gui(desk.drawn());
    const auto shows = [&](Kind kind, seconds age, std::initializer_list<const char*> words) {
        desk.data.kind = kind;
        desk.data.wall_now = desk.now;
        desk.data.heard = desk.now - age;
        gui.frame();
        INFO(gui.screen());
        for (const char* word : words)
            CHECK(gui.sees(word));
    };
    shows(Kind::live, seconds(12), {"Gegevens van 04:36", "12 s oud", "alles verstuurd"});
    shows(Kind::away, minutes(6), {"Gegevens van 04:31", "6 min oud", "verbinding weg"});
    CHECK(gui.sees("Geen alarm toen de verbinding wegviel")); // nor here: none comes in
    CHECK_FALSE(gui.sees("Geen open alarmen"));
    Gui narrow(desk.drawn(), 1366, 768);
    desk.data.unsent = 2;
    narrow.frame();
    CHECK(narrow.sees("6 min oud"));
    CHECK(narrow.sees("2 wachten"));
    desk.data.unsent = 0;
    shows(Kind::connecting, seconds(0), {"Nog geen gegevens", "verbinding zoeken"});
    CHECK(gui.sees("Alarmen nog niet bekend")); // not a green all-clear
    CHECK_FALSE(gui.sees("Geen open alarmen"));
    desk.data.received = 120, desk.data.head = 412;
    shows(Kind::catching_up, seconds(0), {"Gegevens inlezen", "120 van 412"});
    desk.data.trouble = "een ander journaal";
    shows(Kind::refused, seconds(0), {"Geen verbinding", "een ander journaal"});
    desk.data.heard.reset();
    desk.data.kind = Kind::live;
    gui.frame();
    CHECK(gui.sees("Nog geen gegevens"));
}

TEST_CASE("how old the data are and why the hub is refused stand whole in the header, on every screen") {
    Desk desk;
    begin(desk);
    desk.data.kind = DataState::Kind::refused;
    desk.data.wall_now = desk.now;
    desk.data.heard = desk.now - minutes(7);
    for (const auto& [why, brief] : {std::pair{"die hub heeft een ander journaal", "ander journaal"},
                                     {"die hub is voor een oefening", "voor een oefening"},
                                     {"die hub heeft een andere versie", "andere versie"},
                                     {"de kopie hier is van een ander journaal", "ander journaal"},
                                     {"die hub past niet bij deze werkplek", "past niet"}}) {
        desk.data.trouble = why;
        for (const auto& [width, height, scale] : {std::tuple{1920.F, 1080.F, 1.F},
                                                   {1600.F, 900.F, 1.F},
                                                   {1366.F, 768.F, 1.F},
                                                   {1366.F, 768.F, 1.5F}}) {
            Gui gui(desk.drawn(), width, height, scale);
            INFO(gui.screen());
            CHECK(header_says(gui, "7 min oud"));
            const auto reason = gui.find(brief);
            CHECK(ui::width(gui.ui, ui::Style::secondary15, reason.text) <= reason.rect.w + 1);
        }
    }
}

TEST_CASE("the header says what comes next for this function") {
    Desk desk;
    begin(desk);
    Gui gui(desk.drawn());
    CHECK(gui.sees("Geen overleg"));
    MeetingPlanned meeting;
    meeting.meeting = "m";
    meeting.incident = incident;
    meeting.team = MeetingTeam::copi;
    meeting.number = 3;
    meeting.at = desk.now + minutes(8);
    meeting.place = "Dam/Havenplein";
    desk.tells(at(1), meeting);
    gui.frame();
    INFO(gui.screen());
    CHECK(gui.sees("CoPI 04:45"));
    CHECK(gui.sees("over 8 min · Dam/Havenplein"));
}

TEST_CASE("an overleg of others is not none, and only who may plan is told the key") {
    Desk desk;
    begin(desk);
    MeetingPlanned meeting;
    meeting.meeting = "m";
    meeting.incident = incident;
    meeting.team = MeetingTeam::gbt;
    meeting.number = 1;
    meeting.at = desk.now + minutes(8);
    desk.user.function = "meekijker";
    Gui gui(desk.drawn());
    CHECK(gui.sees("Geen overleg"));
    CHECK_FALSE(gui.sees("[O]"));
    desk.tells(at(1), meeting);
    gui.frame();
    INFO(gui.screen());
    CHECK(gui.sees("Geen overleg voor u"));
    CHECK(gui.sees("wel GBT 04:45"));
    CHECK_FALSE(gui.sees("[O]"));
    desk.user.function = "OvD-Bz";
    gui.frame();
    CHECK(gui.sees("plan met [O]"));
}

TEST_CASE("with two incidents and four teams the header says all teams, not cut") {
    Desk desk;
    begin(desk);
    a_leak_too(desk);
    for (const Team team : {Team::copi, Team::rot, Team::gbt, Team::team_bz})
        desk.tells(at(20), TeamAlerted{AlertId("a" + std::to_string(static_cast<int>(team))),
                                       incident,
                                       team,
                                       {Function("OvD-Bz")},
                                       30});
    Gui gui(desk.drawn());
    INFO(gui.screen());
    const auto about = gui.find("2 incidenten [I]");
    CHECK(about.text.find("CoPI + ROT + GBT + team B") != std::string_view::npos);
    CHECK(ui::width(gui.ui, ui::Style::secondary15, about.text) <= about.rect.w + 2);
}

TEST_CASE("with two incidents, I and a click show the other one") {
    Desk desk;
    begin(desk);
    a_leak_too(desk);
    Gui gui(desk.drawn());
    CHECK(header_says(gui, "Hoogwater Alblasserdam"));
    gui.press(Key::i);
    CHECK(header_says(gui, "Lekkage Dam"));
    gui.click("kop/incident");
    CHECK(header_says(gui, "Hoogwater Alblasserdam"));
}

} // namespace header_test
