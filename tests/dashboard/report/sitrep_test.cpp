// The sitrep says what is known, marks what is new, and lets nothing that anybody wrote out of its place.
#include "dashboard/report/sitrep.hpp"

#include "tests/dashboard/picture/told.hpp"
#include "tests/support/catch.hpp"

namespace sitrep_test {

using namespace regiekamer;

namespace {

const IncidentId incident{"2027-0122"};
const Instant now = at(2027, 1, 23, 4, 37);

void opens(Told& told) {
    IncidentOpened body;
    body.incident = incident;
    body.title = "Hoogwater <Alblasserdam>";
    body.kind = "hoogwater";
    body.municipality = "Alblasserdam";
    body.place = "Kade";
    body.started = now - hours(3);
    told.tells(now - hours(3), body);
    told.tells(now - hours(2), GripDecided{incident, 2, "effecten", {"leider CoPI", {}}, now - hours(2)});
}

SituationWritten text(const char* item, const char* column, const char* words) {
    SituationWritten body;
    body.item = item;
    body.incident = incident;
    body.column = column;
    body.text = words;
    body.state = Certainty::onbevestigd;
    return body;
}

MeetingPlanned meeting(const char* name, MeetingTeam team, int number, Instant when) {
    MeetingPlanned body;
    body.meeting = name;
    body.incident = incident;
    body.team = team;
    body.number.value = number;
    body.at = when;
    return body;
}

/// The first sitrep, half an hour ago.
void made_one(Told& told) {
    told.tells(now - minutes(30), NoteWritten{"n1", incident, {}, "Sitrep 1 gemaakt", {}});
}

std::string text_of(const Told& told, Mode mode = Mode::actual) {
    return report::as_text(report::sitrep(told.picture, incident, now, mode, "informatiemanager"));
}

} // namespace

TEST_CASE("number, time, GRIP, and every section, empty ones too") {
    Told told;
    opens(told);
    told.tells(now - hours(1), text("i1", "Maatregelen", "Zandzakken op de Kade"));
    const auto words = text_of(told);
    CHECK_THAT(words, ContainsSubstring("SITREP 1 · CoPI · Hoogwater <Alblasserdam>"));
    CHECK_THAT(words, ContainsSubstring("GRIP 2 sinds 02:37, besluit leider CoPI"));
    CHECK_THAT(words, ContainsSubstring("Maatregelen: Zandzakken op de Kade (onbevestigd, 03:37)"));
    for (const char* section : {"Beeld", "Oordeel", "Besluiten", "Open acties", "Knelpunten", "Communicatie",
                                "Volgend overleg", "Nog geen besluiten."})
        CHECK_THAT(words, ContainsSubstring(section));
    CHECK(words.find("OEFENING") == std::string::npos);
}

TEST_CASE("what was said since the sitrep before is marked, and the number counts on") {
    Told told;
    opens(told);
    told.tells(now - hours(1), text("i1", "Maatregelen", "oud"));
    made_one(told);
    told.tells(now - minutes(5), text("i2", "Maatregelen", "net gezegd"));
    const auto words = text_of(told);
    CHECK_THAT(words, ContainsSubstring("SITREP 2"));
    CHECK_THAT(words, ContainsSubstring("nieuw sinds de vorige sitrep van 04:07"));
    CHECK_THAT(words, ContainsSubstring("* Maatregelen: net gezegd"));
    CHECK_THAT(words, ContainsSubstring("- Maatregelen: oud"));
}

TEST_CASE("an exercise says so at its start and its end") {
    Told told(Mode::exercise);
    opens(told);
    const auto words = text_of(told, Mode::exercise);
    CHECK(words.find("OEFENING OEFENING OEFENING") == 0);
    CHECK(words.rfind("OEFENING OEFENING OEFENING") > words.size() - 30);
}

TEST_CASE("in HTML what anybody wrote stays text") {
    Told told;
    opens(told);
    told.tells(now, text("i1", "Incident", "<script>alert(\"x\")</script> & meer"));
    const auto html =
        report::as_html(report::sitrep(told.picture, incident, now, Mode::actual, Function("<b>ik</b>")));
    CHECK(html.find("<script>") == std::string::npos);
    CHECK_THAT(html, ContainsSubstring("&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; meer"));
    CHECK_THAT(html, ContainsSubstring("opgemaakt door &lt;b&gt;ik&lt;/b&gt;"));
    CHECK_THAT(html, ContainsSubstring("Hoogwater &lt;Alblasserdam&gt;"));
}

TEST_CASE("what changed since: an action that is done, a text with what it said before") {
    Told told;
    opens(told);
    ActionOpened action;
    action.action = "a1";
    action.incident = incident;
    action.title = "Zandzakken leggen";
    action.owner = "HTO Omgevingszorg";
    told.tells(now - hours(1), action);
    told.tells(now - hours(1), text("i1", "Maatregelen", "Kade open"));
    made_one(told);
    told.tells(now - minutes(20), ActionFinished{ActionId("a1"), {}});
    auto newer = text("i2", "Maatregelen", "Kade dicht");
    newer.replaces = ItemId("i1");
    told.tells(now - minutes(10), newer);
    const auto words = text_of(told);
    CHECK_THAT(words, ContainsSubstring("* Zandzakken leggen (gereed 04:17, HTO Omgevingszorg)"));
    CHECK_THAT(words, ContainsSubstring("* Maatregelen: Kade dicht"));
    CHECK_THAT(words, ContainsSubstring("eerder: Kade open"));
    CHECK(words.find("- Maatregelen: Kade open") == std::string::npos);
}

TEST_CASE("nothing was told before the first sitrep, so nothing in it is new") {
    Told told;
    opens(told);
    told.tells(now - minutes(90), meeting("copi-1", MeetingTeam::copi, 1, now - minutes(60)));
    told.tells(now - minutes(60), MeetingStarted{MeetingId("copi-1")});
    told.tells(now - minutes(45), MeetingEnded{MeetingId("copi-1")});
    told.tells(now - minutes(5), text("i1", "Maatregelen", "net gezegd"));
    const auto words = text_of(told);
    CHECK(words.find("nieuw sinds") == std::string::npos);
    CHECK_THAT(words, ContainsSubstring("- Maatregelen: net gezegd"));
}

TEST_CASE("the head names the team of the author") {
    Told told;
    opens(told);
    const auto made = report::sitrep(told.picture, incident, now, Mode::actual, "OvD-Bz");
    CHECK_THAT(report::as_text(made), ContainsSubstring("SITREP 1 · CoPI · Hoogwater <Alblasserdam>"));
    CHECK_THAT(report::as_html(made), ContainsSubstring("<h1>Sitrep 1 · CoPI · Hoogwater &lt;"));
    const auto other = report::sitrep(told.picture, incident, now, Mode::actual, "meekijker");
    CHECK_THAT(report::as_text(other), ContainsSubstring("SITREP 1 · Hoogwater <Alblasserdam>"));
}

TEST_CASE("of a team that was neither alerted nor met the sitrep is the last overleg's") {
    Told told;
    opens(told);
    told.tells(now - minutes(20), meeting("m", MeetingTeam::copi, 1, now - minutes(10)));
    told.tells(now - minutes(10), MeetingStarted{"m"});
    const auto made = [&] {
        return report::as_text(report::sitrep(told.picture, incident, now, Mode::actual, "AC-Bz"));
    };
    CHECK_THAT(made(), ContainsSubstring("SITREP 1 · CoPI · "));
    told.tells(now - minutes(5), TeamAlerted{"a", incident, Team::rot, {Function("AC-Bz")}, 45});
    CHECK_THAT(made(), ContainsSubstring("SITREP 1 · ROT · "));
}

TEST_CASE("line breaks, control characters and turned reading stay out of the sitrep") {
    Told told;
    opens(told);
    told.tells(now, text("i1", "Maatregelen",
                         "een\nBesluiten\x1B[31m \xE2\x80\xAE"
                         "twee"));
    const auto words = text_of(told);
    CHECK_THAT(words, ContainsSubstring("- Maatregelen: een Besluiten [31m twee"));
}

TEST_CASE("of the decisions the new ones and those not carried out yet; of the rest how many") {
    Told told;
    opens(told);
    const auto decides = [&](const char* id, const char* text, Instant when, Instant due) {
        DecisionTaken body;
        body.decision = id;
        body.incident = incident;
        body.team = MeetingTeam::copi;
        body.text = text;
        body.owner = "OvD-Bz";
        body.due = due;
        told.tells(when, body);
    };
    const auto action_of = [&](const char* id, const char* decision) {
        ActionOpened body;
        body.action = id;
        body.incident = incident;
        body.title = "van het besluit";
        body.owner = "OvD-Bz";
        body.decision = decision;
        told.tells(now - minutes(80), body);
    };
    decides("d1", "Kade afzetten", now - minutes(90), now - minutes(70));
    decides("d2", "Sporthal openen", now - minutes(90), now - minutes(70));
    decides("d3", "Burgemeester bellen", now - minutes(90), now - minutes(70));
    action_of("a1", "d1");
    action_of("a2", "d2");
    told.tells(now - minutes(60), ActionFinished{"a1", {}});
    made_one(told);
    decides("d4", "Bus laten komen", now - minutes(5), now + minutes(25));
    const auto words = text_of(told);
    CHECK(words.find("Kade afzetten") == std::string::npos);
    CHECK_THAT(words, ContainsSubstring("- Burgemeester bellen (OvD-Bz, vóór 03:27, 1 u 10 min te laat, "
                                        "geen actie van gemaakt)"));
    CHECK_THAT(words, ContainsSubstring("- Sporthal openen (OvD-Bz, vóór 03:27, 1 u 10 min te laat)"));
    CHECK_THAT(words, ContainsSubstring("* Bus laten komen"));
    CHECK_THAT(words, ContainsSubstring("- Eerder besloten: 1 (uitgevoerd, zie het logboek)"));
}

TEST_CASE("the first sitrep says every besluit in words, and the beeld of the latest overleg") {
    Told told;
    opens(told);
    told.tells(now - minutes(90), meeting("copi-1", MeetingTeam::copi, 1, now - minutes(60)));
    told.tells(now - minutes(60), MeetingStarted{MeetingId("copi-1")});
    told.tells(now - minutes(58), FindingNoted{"f1", "copi-1", FindingKind::beeld, "Kade staat blank",
                                               Certainty::bevestigd, "brandweer"});
    DecisionTaken taken;
    taken.decision = "d1";
    taken.incident = incident;
    taken.meeting = "copi-1";
    taken.team = MeetingTeam::copi;
    taken.text = "Kade afzetten";
    taken.owner = "OvD-Bz";
    taken.due = now - minutes(20);
    told.tells(now - minutes(50), taken);
    told.tells(now - minutes(45), MeetingEnded{MeetingId("copi-1")});
    auto words = text_of(told);
    CHECK(words.find("Nog geen beeld geschreven") == std::string::npos);
    CHECK_THAT(words, ContainsSubstring("Kade staat blank (bevestigd, CoPI 1, bron brandweer)"));
    CHECK_THAT(words, ContainsSubstring("- Kade afzetten (OvD-Bz, vóór 04:17, 20 min te laat"));
    CHECK(words.find("Eerder besloten") == std::string::npos);
    told.tells(now - minutes(5), text("i1", "Maatregelen", "Kade staat blank"));
    words = text_of(told);
    CHECK(words.find("Kade staat blank") == words.rfind("Kade staat blank")); // said once
}

TEST_CASE(
    "an overleg that should have begun is said to be late, however long ago, until the team met again") {
    Told told;
    opens(told);
    told.tells(now - hours(7), meeting("gbt-1", MeetingTeam::gbt, 1, now - hours(6)));
    CHECK_THAT(text_of(told), ContainsSubstring("GBT 1") && ContainsSubstring("had moeten beginnen om"));
    told.tells(now - minutes(30), meeting("gbt-2", MeetingTeam::gbt, 2, now - minutes(20)));
    told.tells(now - minutes(20), MeetingStarted{MeetingId("gbt-2")});
    CHECK(text_of(told).find("had moeten beginnen om") == std::string::npos);
}

TEST_CASE("an overleg that runs is not the next one; without a place the head has no loose mark") {
    Told told;
    opens(told);
    told.tells(now - minutes(60), meeting("copi-1", MeetingTeam::copi, 1, now - minutes(30)));
    told.tells(now - minutes(29), MeetingStarted{MeetingId("copi-1")});
    const auto words = text_of(told);
    CHECK_THAT(words, ContainsSubstring("CoPI 1 sinds 04:08"));
    CHECK_THAT(words, ContainsSubstring("Volgend overleg\n  Nog geen overleg gepland."));
    auto made = report::sitrep(told.picture, incident, now, Mode::actual, Function("OvD-Bz"));
    made.where.clear();
    CHECK(report::as_text(made).find(" · \n") == std::string::npos);
    CHECK(report::as_html(made).find(" · <br>") == std::string::npos);
}

} // namespace sitrep_test
