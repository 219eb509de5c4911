// What an exercise leaves on paper is what its journal says: met, late, missed, with the time that it took.
#include "dashboard/report/exercise_report.hpp"
#include "dashboard/report/tables.hpp"
#include "dashboard/report/work_tables.hpp"

#include "tests/dashboard/report/told_run.hpp"

namespace exercise_report_test {

using namespace regiekamer;
using told_run::Journal;

TEST_CASE("each expectation is met, late, missed, or was never asked, with its reaction time") {
    Journal journal;
    journal.says(60, ExerciseEnded{RunId("run")});
    const auto report = journal.report();
    REQUIRE(report.expectations.size() == 6);
    const auto score = [&](std::size_t at) { return report.expectations[at].score; };
    CHECK(score(0) == report::Score::met);
    CHECK(report.expectations[0].reaction == microseconds(minutes(3)));
    CHECK(score(1) == report::Score::late);
    CHECK(report.expectations[1].reaction == microseconds(minutes(10)));
    REQUIRE(report.expectations[1].judged);
    CHECK(report.expectations[1].judged->reason == "te laat maar goed");
    CHECK(score(2) == report::Score::missed);
    CHECK(score(3) == report::Score::not_asked);
    CHECK(score(4) == report::Score::late); // one of both was late
    CHECK(score(5) == report::Score::met);
    REQUIRE(report.aims.size() == 1);
    CHECK(report.aims[0].met == 1);
    CHECK(report.aims[0].late == 1);
}

TEST_CASE("what was cut off by the end is said to be so, and what nobody played is scored apart") {
    Journal journal;
    journal.says(7, InjectDelivered{RunId("run"), InjectNr("2"), "x", "OvD-Bz", "app", "x", {}, {}});
    journal.messages[0].message.body =
        ExerciseStarted{RunId("run"),
                        "proef",
                        "Proef",
                        journal.scenario.start,
                        {{Function("OvD-Bz"), false}, {Function("AC-Bz"), true}},
                        journal.scenario.digest};
    journal.says(9, ExerciseEnded{RunId("run")});
    journal.messages.erase(journal.messages.begin() + 4, journal.messages.begin() + 6); // note and verdict
    const auto report = journal.report();
    CHECK(report.apart.size() == 6);
    CHECK(report.aims[0].asked() == 0);
    CHECK_THAT(report::as_html(report, &journal.scenario),
               ContainsSubstring(
                   "6 verwachtingen. Niemand speelde de rollen waar ze over gaan, dus geen speler kon er "
                   "een halen; gesimuleerde rollen en het draaiboek deden er 2"));
    CHECK_THAT(report::as_html(report, &journal.scenario), ContainsSubstring("niemand speelde deze rollen"));
    std::string functions;
    for (const auto& table : report::tables(report))
        functions += report::as_csv(table);
    CHECK_THAT(functions, ContainsSubstring("OvD-Bz (gesimuleerd of niet bezet)"));
    CHECK_THAT(functions, ContainsSubstring("niet meer te zien"));
}

TEST_CASE("a verdict has its expectation's text, and what the scenario does not have is unknown") {
    Journal journal;
    journal.says(17,
                 ExpectationJudged{RunId("run"), ExpectationId("grip"), ExpectationVerdict::deels, "laat"});
    journal.says(17,
                 ExpectationJudged{RunId("run"), ExpectationId("xyz"), ExpectationVerdict::deels, "laat"});
    journal.says(17, InjectSkipped{RunId("run"), InjectNr("99"), {}}, "oefenleider");
    const auto page = report::as_html(journal.report(), &journal.scenario);
    CHECK_THAT(page, ContainsSubstring("OvD-Bz schaalt op: deels gehaald"));
    CHECK_THAT(page, ContainsSubstring("xyz (onbekend) deels gehaald"));
    CHECK_THAT(page, ContainsSubstring("inject 99 (onbekend) vervallen"));
}

TEST_CASE("what was withdrawn counts neither as done nor in the picture") {
    Journal journal;
    journal.says(17, MessageWithdrawn{MessageId("m4"), "desk/een", "vergissing"});
    journal.says(60, ExerciseEnded{RunId("run")});
    const auto report = journal.report();
    CHECK(report.expectations[0].score == report::Score::missed);
    CHECK(picture::grip_at(report.picture, IncidentId("i"), report.until).level == GripLevel(0));
}

TEST_CASE("of a run that goes on, what is not due yet is open, not missed") {
    const Journal journal;
    const auto report = journal.report();
    CHECK(report.expectations[2].score == report::Score::open);
    CHECK_THAT(report::as_html(report, &journal.scenario),
               ContainsSubstring("2 te laat, 0 gemist, 1 nog open, 1 niet aan de orde"));
}

TEST_CASE("an observation stands at the moment that was seen, with its aim and mark; the page has its year") {
    Journal journal;
    journal.says(30,
                 ObservationNoted{RunId("run"), ObservationId("o"), "A", journal.scenario.start + minutes(12),
                                  "Rustig, en <snel>", "+"},
                 "waarnemer");
    const auto page = report::as_html(journal.report(), &journal.scenario);
    CHECK_THAT(page, ContainsSubstring(
                         "<td>waarnemer</td><td>doel A</td><td>+</td><td>Rustig, en &lt;snel&gt;</td>"));
    CHECK_THAT(page, ContainsSubstring("12:12</td><td>waarnemer"));
    CHECK_THAT(page, ContainsSubstring("2027 12:00"));
}

TEST_CASE("the page says it in words, escaped, and how to check it") {
    Journal journal;
    journal.says(60, ExerciseEnded{RunId("run")});
    const auto page = report::as_html(journal.report(), &journal.scenario);
    CHECK_THAT(page, ContainsSubstring("Verslag van een oefening"));
    CHECK_THAT(page,
               ContainsSubstring("6 verwachtingen: 2 gehaald, 2 te laat, 1 gemist, 1 niet aan de orde"));
    CHECK_THAT(page, ContainsSubstring("Beeld &lt; 20 minuten"));
    CHECK_THAT(page, ContainsSubstring("&lt;b&gt;Wijk&lt;/b&gt; gewaarschuwd"));
    CHECK(page.find("<b>Wijk") == std::string::npos);
    CHECK_THAT(page, ContainsSubstring("deels: te laat maar goed"));
    CHECK_THAT(page, ContainsSubstring("journal verify run.journal --head 6:abc"));
    CHECK_THAT(page, ContainsSubstring("OEFENING OEFENING OEFENING"));
    CHECK(page.find("http") == std::string::npos); // nothing from elsewhere
    CHECK(page.find("{{") == std::string::npos);
    CHECK_THAT(page, ContainsSubstring("gehaald<br>na 3 min"));
    CHECK_THAT(page, ContainsSubstring("<td class=\"nb\">gemist</td>"));
}

TEST_CASE("the page holds GRIP against its course, what nobody asked for, and how busy each was") {
    Journal journal;
    ActionOpened action;
    action.action = ActionId("a");
    action.incident = IncidentId("i");
    action.title = "Bel de sporthal";
    action.owner = Function("HTO Publieke zorg");
    journal.says(20, action);
    DecisionTaken decision;
    decision.decision = DecisionId("d");
    decision.text = "Wij openen de sporthal";
    journal.says(30, decision);
    journal.says(60, ExerciseEnded{RunId("run")});
    const auto report = journal.report();
    CHECK(report.unasked ==
          std::vector<Sequence>{8}); // the notes and the action are what the scenario is about
    const auto load = std::find_if(report.workload.functions.begin(), report.workload.functions.end(),
                                   [](const auto& one) { return one.function == "HTO Publieke zorg"; });
    REQUIRE(load != report.workload.functions.end());
    CHECK(load->loads.front().open_actions == 0);
    CHECK(load->loads.back().open_actions == 1);
    const auto page = report::as_html(report, &journal.scenario);
    CHECK_THAT(page, ContainsSubstring("<td>GRIP 1</td><td>OvD-Bz</td>"));
    CHECK_THAT(page, ContainsSubstring("17 min eerder dan moest"));
    CHECK_THAT(page, ContainsSubstring("Wij openen de sporthal"));
    CHECK_THAT(page, ContainsSubstring("1 open, 0 ongelezen"));
}

TEST_CASE(
    "a word that is too long for a page may break, any other stays whole, and a command is left as it is") {
    Journal journal;
    NoteWritten note;
    note.note = "lang";
    note.text = "Zie " + std::string(30, 'x') + " & Evenementencoördinator";
    journal.says(20, note);
    const auto page = report::as_html(journal.report(), &journal.scenario);
    CHECK_THAT(page, ContainsSubstring(std::string(24, 'x') + "<wbr>" + std::string(6, 'x') + " &amp;"));
    CHECK_THAT(page, ContainsSubstring("Evenementencoördinator"));
    CHECK_THAT(page, ContainsSubstring(journal.report().origin.hash));
    CHECK_THAT(page, !ContainsSubstring("overflow-wrap: anywhere"));
}

TEST_CASE("what a tijdsprong skipped counts in no arrival either") {
    Journal journal;
    journal.says(17, ExerciseClockSet{RunId("run"), journal.scenario.start + minutes(17), Rate{1}, true},
                 "oefenleider");
    TeamAlerted team;
    team.alert = "al";
    team.incident = "i";
    team.team = Team::copi;
    team.functions = {Function("OvD-Bz")};
    team.norm_minutes = Count{30};
    journal.says(60, team);
    journal.says(70, ExerciseClockSet{RunId("run"), journal.scenario.start + minutes(90), Rate{1}, true},
                 "oefenleider");
    AttendanceReported there;
    there.incident = "i";
    there.function = Function("OvD-Bz");
    there.person = "K. de Wit";
    there.state = AttendanceState::aanwezig;
    journal.says(100, there);
    bool told = false;
    for (const auto& row : report::attendance_table(journal.report(), report::For::paper).rows) {
        INFO(row.at(0) + " " + row.at(4) + " " + row.at(6));
        if (row.at(0) != "OvD-Bz") continue;
        told = true;
        CHECK(row.at(4) == "20 min");
        CHECK(row.at(6) == "gehaald");
    }
    CHECK(told);
    journal.says(110, TeamStoodDown{IncidentId("i"), Team::copi}); // who went home was there all the same
    CHECK(report::attendance_table(journal.report(), report::For::paper).rows.size() == 1);
    CHECK_THAT(report::as_html(journal.report(), &journal.scenario),
               !ContainsSubstring("Niemand werd gealarmeerd"));
}

TEST_CASE("the table has a line an expectation, with Dutch heads and local times") {
    const auto table = report::as_csv(report::expectations_table(Journal().report()));
    CHECK(std::count(table.begin(), table.end(), '\n') == 7);
    CHECK_THAT(table,
               ContainsSubstring("verwachting;tekst;door;doel;inject;gevraagd;uiterlijk;gedaan;reactie "
                                 "(seconden);uitkomst;oordeel;reden\r\n"));
    CHECK_THAT(table, ContainsSubstring("grip;OvD-Bz schaalt op;OvD-Bz;A;1;2027-01-22 12:05:00;2027-01-22 "
                                        "12:25:00;2027-01-22 12:08:00;180;gehaald;;"));
}

TEST_CASE("what was done to the exercise is told: clock, jump, held, moved, repeated, made up, by whom") {
    Journal journal;
    const auto leads = [&](int minute, Body body) {
        journal.says(minute, std::move(body), "oefenleider");
        journal.messages.back().message.source = "desk/leider";
        journal.messages.back().message.person = PersonId("Ans Vos");
    };
    const auto clock = [&](int at, double rate, bool running) {
        return ExerciseClockSet{RunId("run"), journal.scenario.start + minutes(at), Rate{rate}, running};
    };
    leads(17, clock(17, 1, true));
    leads(18, clock(18, 5, true));
    auto stop = clock(23, 5, false);
    stop.at -= seconds{20}; // said a moment after the clock that it stops
    leads(19, stop);
    leads(20, clock(60, 5, true));
    leads(61, InjectHeld{RunId("run"), InjectNr("2"), "te druk"});
    leads(62, InjectMoved{RunId("run"), InjectNr("2"), journal.scenario.start + minutes(90)});
    auto sent =
        InjectDelivered{RunId("run"), InjectNr("1"), "responscel", "OvD-Bz", "telefoon", "=Rook", {}, {}};
    leads(63, sent);
    sent.inject = InjectNr("X1");
    sent.made_up = true;
    leads(64, sent);
    leads(65, ExerciseHalted{RunId("run"), "echt letsel"});
    const auto report = journal.report();
    const auto rows = report::steering_table(report, report::For::sheet).rows;
    std::string all;
    for (const auto& row : rows)
        all += row[2] + ": " + row[3] + (row[4].empty() ? "" : " (" + row[4] + ")") + "\n";
    CHECK(all ==
          "oefenleider Ans Vos: tijdsprong van 2027-01-22 12:05:00 naar 2027-01-22 12:17:00, begonnen, ×1\n"
          "oefenleider Ans Vos: tempo ×5\n"
          "oefenleider Ans Vos: gepauzeerd\n"
          "oefenleider Ans Vos: tijdsprong van 2027-01-22 12:22:40 naar 2027-01-22 13:00:00, verder, ×5\n"
          "oefenleider Ans Vos: inject 2 aangehouden (te druk)\n"
          "oefenleider Ans Vos: inject 2 verplaatst naar 2027-01-22 13:30:00\n"
          "oefenleider Ans Vos: inject 1 opnieuw verzonden (keer 2) (=Rook)\n"
          "oefenleider Ans Vos: inject X1 bedacht en verzonden aan OvD-Bz (=Rook)\n"
          "oefenleider Ans Vos: NO PLAY: alles ligt stil (echt letsel)\n");
    CHECK(rows[2][0] == "2027-01-22 12:22:40");
    CHECK_THAT(report::as_csv(report::steering_table(report, report::For::sheet)),
               ContainsSubstring(";'=Rook"));
    const auto injects = report::as_csv(report::injects_table(report, report::For::sheet));
    CHECK_THAT(injects, ContainsSubstring("verzonden, 2 keer;"));
    CHECK_THAT(injects, ContainsSubstring("verplaatst naar 2027-01-22 13:30:00"));
    CHECK_THAT(injects, ContainsSubstring("verzonden, bedacht"));
    const auto page = report::as_html(report, &journal.scenario);
    for (const char* head : {"Sturing", "Injects", "Per functie", "Deelnemers en rollen"})
        CHECK_THAT(page, ContainsSubstring(std::string("<h2>") + head + "</h2>"));
    CHECK_THAT(page, ContainsSubstring("<td>oefenleider</td><td>leiding</td><td>Ans Vos</td>"));
}

TEST_CASE("a decision stands with its team; one that was taken back does not stand") {
    Journal journal;
    DecisionTaken decision;
    decision.decision = DecisionId("d");
    decision.text = "Wij openen de sporthal";
    decision.team = MeetingTeam::copi;
    decision.owner = Function("HTO Publieke zorg");
    journal.says(30, decision);
    decision.decision = DecisionId("e");
    decision.text = "Vergissing";
    journal.says(31, decision);
    journal.says(32, MessageWithdrawn{MessageId("m8"), "desk/een", "vergissing"});
    const auto rows = report::decisions_table(journal.report(), report::For::paper).rows;
    REQUIRE(rows.size() == 2); // and GRIP
    CHECK(rows[1][1] == "CoPI");
    CHECK(rows[1][4] == "HTO Publieke zorg");
}

TEST_CASE("a real incident has its tables too") {
    Journal journal;
    journal.messages.erase(journal.messages.begin());
    for (auto& message : journal.messages)
        message.sequence -= 1, message.message.status = Mode::actual;
    const auto report =
        report::exercise_report({"uuid", "echt.journal", Mode::actual, 5, "abc"}, journal.messages, nullptr);
    std::vector<std::string> names;
    for (const auto& table : report::tables(report))
        names.push_back(table.name);
    CHECK(names == std::vector<std::string>{"overleggen", "acties", "rollen", "besluiten", "opkomst",
                                            "inwoners", "logboek"});
    CHECK_THAT(report::as_csv(report::tables(report).back()),
               ContainsSubstring("bericht;tijd;wie;tekst\r\n"));
}

TEST_CASE("a real incident is told without expectations, and without the word exercise") {
    Journal journal;
    journal.messages.erase(journal.messages.begin());
    for (auto& message : journal.messages)
        message.sequence -= 1;
    const auto report =
        report::exercise_report({"uuid", "echt.journal", Mode::actual, 5, "abc"}, journal.messages, nullptr);
    const auto page = report::as_html(report, nullptr);
    CHECK_THAT(page, ContainsSubstring("Verslag van een incident"));
    CHECK_THAT(page, ContainsSubstring("<h1>Brand</h1>"));
    CHECK(page.find("OEFENING") == std::string::npos);
    CHECK(page.find("Oefendoelen") == std::string::npos);
}

namespace {

ActionOpened action(const char* id, const char* title, std::optional<Instant> due) {
    ActionOpened opened;
    opened.action = ActionId(id);
    opened.incident = IncidentId("i");
    opened.title = title;
    opened.owner = Function("AC-Bz");
    opened.due = due;
    return opened;
}

MeetingPlanned meeting(const char* id, int number, Instant at) {
    MeetingPlanned planned;
    planned.meeting = MeetingId(id);
    planned.incident = IncidentId("i");
    planned.team = MeetingTeam::rot;
    planned.number = number;
    planned.at = at;
    planned.place = "Dordrecht";
    return planned;
}

/// The same as real work, without the exercise.
report::ExerciseReport of_real_work(Journal journal) {
    journal.messages.erase(journal.messages.begin());
    for (std::size_t i = 0; i < journal.messages.size(); ++i) {
        journal.messages[i].sequence = i + 1;
        journal.messages[i].message.status = Mode::actual;
    }
    return report::exercise_report({"uuid", "echt.journal", Mode::actual, 9, "abc"}, journal.messages,
                                   nullptr);
}

} // namespace

TEST_CASE("the actions of an incident stand with owner, due time and what came of them") {
    Journal journal;
    const Instant start = journal.scenario.start;
    journal.says(20, action("a", "Opvang openen", start + minutes(40)));
    journal.says(21, action("b", "Burgemeester bellen", start + minutes(25)));
    journal.says(22, action("c", "Website", std::nullopt));
    journal.says(30, ActionFinished{ActionId("b"), {}});
    journal.says(31, ActionCancelled{ActionId("c"), "niet nodig"});
    journal.says(60, NoteWritten{NoteId("z"), IncidentId("i"), {}, "Rustig", {}});
    const auto rows = report::actions_table(of_real_work(journal), report::For::paper).rows;
    REQUIRE(rows.size() == 3);
    CHECK(rows[0] == std::vector<std::string>{"Opvang openen", "AC-Bz", "", "vr 22 jan 12:20",
                                              "vr 22 jan 12:40", "", "open, te laat"});
    CHECK(rows[1] == std::vector<std::string>{"Burgemeester bellen", "AC-Bz", "", "vr 22 jan 12:21",
                                              "vr 22 jan 12:25", "vr 22 jan 12:30", "gereed, te laat"});
    CHECK(rows[2].back() == "vervallen: niet nodig");
}

TEST_CASE("every overleg of an incident stands there: held, called off, never begun") {
    Journal journal;
    const Instant start = journal.scenario.start;
    journal.says(20, meeting("1", 1, start + minutes(30)));
    journal.says(21, meeting("2", 2, start + minutes(60)));
    journal.says(22, meeting("3", 3, start + minutes(50)));
    journal.says(32, MeetingStarted{MeetingId("1")});
    journal.says(45, MeetingEnded{MeetingId("1")});
    journal.says(46, MeetingCancelled{MeetingId("2"), "samengevoegd"});
    journal.says(70, NoteWritten{NoteId("z"), IncidentId("i"), {}, "Rustig", {}});
    const auto rows = report::meetings_table(of_real_work(journal), report::For::paper).rows;
    REQUIRE(rows.size() == 3);
    CHECK(rows[0] == std::vector<std::string>{"ROT 1", "vr 22 jan 12:30", "vr 22 jan 12:32",
                                              "vr 22 jan 12:45", "Dordrecht", "gehouden"});
    CHECK(rows[1].back() == "afgelast: samengevoegd");
    CHECK(rows[2].back() == "niet begonnen");
}

TEST_CASE("the report of real work says whether the incident is open, and covers what it tells") {
    Journal journal;
    GripDecided later{IncidentId("i"), 2, "Opvang", {"OvD-Bz", {}}, {}};
    later.effective_from = journal.scenario.start + minutes(33);
    journal.says(30, later);
    const auto open = of_real_work(journal);
    CHECK(open.until == later.effective_from);
    const auto page = report::as_html(open, nullptr);
    CHECK_THAT(page, ContainsSubstring("Dit incident is nog open"));
    CHECK_THAT(page, ContainsSubstring("<h2>Acties</h2>\n<p>Er was geen actie.</p>"));
    CHECK_THAT(page, ContainsSubstring("<h2>Overleggen</h2>\n<p>Er was geen overleg.</p>"));
    journal.says(50, IncidentClosed{IncidentId("i"), "nafase overgedragen"});
    const auto closed = report::as_html(of_real_work(journal), nullptr);
    CHECK(closed.find("nog open") == std::string::npos);
    CHECK_THAT(closed, ContainsSubstring("Gesloten: vr 22 jan 12:50: nafase overgedragen."));
    CHECK(report::as_html(journal.report(), &journal.scenario).find("nog open:") == std::string::npos);
}

TEST_CASE("a report of the night in which summer time ends tells the two hours apart") {
    Journal journal;
    const Instant first = *read_instant("2027-10-31T02:34:32+02:00");
    for (const Instant at : {first, first + hours(1)}) {
        journal.says(0, NoteWritten{NoteId(to_text(at)), IncidentId("i"), {}, "Nu", {}});
        journal.messages.back().message.time = journal.messages.back().recorded = at;
    }
    const auto report = of_real_work(journal);
    const auto csv = report::as_csv(report::logbook_table(report, report::For::sheet));
    CHECK_THAT(csv, ContainsSubstring(";2027-10-31 02:34:32+02:00;"));
    CHECK_THAT(csv, ContainsSubstring(";2027-10-31 02:34:32+01:00;"));
    CHECK_THAT(csv, ContainsSubstring(";2027-01-22 12:15:00;"));
    CHECK_THAT(report::as_html(report, nullptr), ContainsSubstring("zt is zomertijd, wt is wintertijd"));
}

TEST_CASE("an empty journal gives a page that says so") {
    const auto report = report::exercise_report({"uuid", "leeg.journal", Mode::actual, 0, ""}, {}, nullptr);
    CHECK_THAT(report::as_html(report, nullptr), ContainsSubstring("Geen besluiten vastgelegd."));
}

TEST_CASE("of real work one incident is told: the last, or the one that was asked for") {
    Journal journal;
    journal.messages.erase(journal.messages.begin()); // no exercise
    auto second = journal.opened();
    second.incident = IncidentId("j");
    second.title = "Wateroverlast";
    second.started = journal.scenario.start + hours(50);
    journal.says(3001, second);
    journal.says(3005, NoteWritten{NoteId("k"), IncidentId("j"), {}, "Kelder vol", {}});
    for (std::size_t i = 0; i < journal.messages.size(); ++i) {
        journal.messages[i].sequence = i + 1;
        journal.messages[i].message.status = Mode::actual;
        journal.messages[i].recorded = journal.scenario.start + hours(100); // written down afterwards
    }
    const auto told = [&](const char* incident) {
        return report::exercise_report(
            {"uuid", "echt.journal", Mode::actual, 7, "abc"}, journal.messages, nullptr,
            incident == nullptr ? std::nullopt : std::optional(IncidentId(incident)));
    };
    const auto last = told(nullptr);
    CHECK(last.messages.size() == 2);
    CHECK(last.from == journal.scenario.start + hours(50));
    CHECK(last.until == journal.scenario.start + minutes(3005));
    const auto page = report::as_html(last, nullptr);
    CHECK_THAT(page, ContainsSubstring("<h1>Wateroverlast</h1>"));
    CHECK_THAT(page, ContainsSubstring("In hetzelfde journaal staan ook: i (Brand)"));
    CHECK(page.find("gewaarschuwd") == std::string::npos);
    const auto first = report::as_html(told("i"), nullptr);
    CHECK_THAT(first, ContainsSubstring("<h1>Brand</h1>"));
    CHECK_THAT(first, ContainsSubstring("gewaarschuwd"));
    CHECK(first.find("Kelder vol") == std::string::npos);
}

TEST_CASE("how busy everybody was is told of that incident alone, until it was closed") {
    Journal journal;
    journal.messages.erase(journal.messages.begin());
    auto second = journal.opened();
    second.incident = IncidentId("j");
    const auto opens = [&](int minute, const char* name, const char* incident, const char* owner) {
        ActionOpened action;
        action.action = ActionId(name);
        action.incident = IncidentId(incident);
        action.title = "Doe dit";
        action.owner = Function(owner);
        journal.says(minute, action);
    };
    journal.says(17, second);
    opens(18, "a", "i", "AC-Bz");
    opens(19, "b", "j", "HTO Omgevingszorg");
    journal.says(60, IncidentClosed{IncidentId("i"), "klaar"});
    journal.says(6000, NoteWritten{NoteId("later"), IncidentId("i"), {}, "Evaluatie gepland", {}});
    for (std::size_t i = 0; i < journal.messages.size(); ++i)
        journal.messages[i].sequence = i + 1, journal.messages[i].message.status = Mode::actual;
    const auto report = report::exercise_report({"uuid", "echt.journal", Mode::actual, 10, "abc"},
                                                journal.messages, nullptr, IncidentId("i"));
    const auto worked = [&](const char* function) {
        return std::ranges::any_of(report.workload.functions,
                                   [&](const auto& one) { return one.function == Function(function); });
    };
    CHECK(worked("AC-Bz"));
    CHECK_FALSE(worked("HTO Omgevingszorg"));
    CHECK(report.workload.at.back() == journal.scenario.start + minutes(60));
    const auto page = report::as_html(report, nullptr);
    for (const char* of_an_exercise : {"inject", "gesimuleerd", "draaiboek"}) {
        CAPTURE(of_an_exercise);
        CHECK(page.find(of_an_exercise) == std::string::npos);
    }
}

} // namespace exercise_report_test
