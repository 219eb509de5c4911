// "Sinds u weg was": what differs between two moments, by importance, each with its messages.
#include "tests/dashboard/panels/night.hpp"
#include "tests/dashboard/picture/nonsense.hpp"

#include "dashboard/panels/since/since.hpp"
#include "dashboard/picture/difference.hpp"
#include "dashboard/words/news_line.hpp"

namespace since_test {

using namespace night;

namespace {

std::string all_of(const SinceDraft& draft) {
    std::string text;
    for (const auto& line : draft.lines)
        text += line.sentence + "\n";
    return text;
}

} // namespace

TEST_CASE("what happened is told by importance, with the messages behind it") {
    Desk desk;
    begin(desk);
    opens_action(desk, "a", "Bus laten komen", "HTO Publieke zorg", at(10));
    desk.last_look.sequence = desk.scene().upto;
    desk.tells(at(9), DecisionTaken{"d",
                                    incident,
                                    {},
                                    MeetingTeam::copi,
                                    {},
                                    "Evacueren van de Kade",
                                    Function("HTO Publieke zorg"),
                                    at(-60)});
    decides_grip(desk, 3, 5);
    const Sequence grip = desk.scene().upto;
    desk.tells(at(4), ActionFinished{"a", {}});
    desk.tells(at(3), NoteWritten{"n", incident, {}, "Sleutel ligt klaar", true});
    const auto draft = since(desk.scene(), 0);
    INFO(all_of(draft));
    REQUIRE(draft.lines.size() >= 4);
    CHECK(draft.lines.front().sentence.find("GRIP 2 werd GRIP 3") != std::string::npos);
    CHECK(draft.lines.front().because == std::vector<Sequence>{grip});
    CHECK(draft.lines.front().grave);
    CHECK(all_of(draft).find("Besluit: Evacueren van de Kade") != std::string::npos);
    CHECK(all_of(draft).find("Gereed: Bus laten komen") != std::string::npos);
    CHECK(all_of(draft).find("Belangrijke notitie: Sleutel ligt klaar") != std::string::npos);
    CHECK(draft.messages == 4);
}

TEST_CASE("water that passes two meanings at one height is told for each") {
    Desk desk;
    begin(desk);
    const auto sets = [&](const char* meaning, ThresholdSeverity severity) {
        desk.tells(at(9), ThresholdSet{"Lekdijk", "waterstand", "cm NAP", 210, meaning, severity});
    };
    const auto measures = [&](int minute, double value) {
        desk.tells(at(minute),
                   MeasurementTaken{"Lekdijk", "waterstand", "cm NAP", at(minute), value, Quality::goed});
        return desk.scene().upto;
    };
    sets("waakpeil", ThresholdSeverity::aandacht);
    sets("kade overstroomt", ThresholdSeverity::alarm);
    measures(8, 200);
    desk.last_look.sequence = measures(7, 212) - 1;
    const auto risen = all_of(since(desk.scene(), 0));
    INFO(risen);
    CHECK(risen.find("boven 2,10 m: waakpeil") != std::string::npos);
    CHECK(risen.find("boven 2,10 m: kade overstroomt") != std::string::npos);
    desk.last_look.sequence = measures(6, 190) - 1;
    const auto fallen = all_of(since(desk.scene(), 0));
    INFO(fallen);
    CHECK(fallen.find("weer onder 2,10 m: waakpeil") != std::string::npos);
    CHECK(fallen.find("weer onder 2,10 m: kade overstroomt") != std::string::npos);
}

TEST_CASE("S tells it; the keys 1 to 3 choose the moment; Enter shows the screen of then") {
    Desk desk;
    begin(desk);
    desk.last_look.sequence = desk.scene().upto - 1; // before GRIP 2
    Gui gui(desk.drawn());
    gui.press(Key::s);
    gui.frame(2);
    INFO(gui.screen());
    CHECK(gui.sees("GRIP 1 werd GRIP 2"));
    gui.press(Key::question); // which messages made the chosen line
    gui.frame();
    CHECK(desk.drafts.dialog == Dialog::reasons);
    CHECK(gui.sees("WAAROM STAAT DIT HIER?"));
    gui.press(Key::escape);
    gui.press(Key::s);
    gui.frame(2);
    gui.press(Key::d2);
    gui.frame();
    CHECK(gui.sees("Er is nog geen overleg geweest."));
    gui.press(Key::d3);
    gui.frame();
    CHECK(gui.sees("Er is nog geen overdracht geschreven."));
    gui.press(Key::d1);
    gui.frame();
    gui.press(Key::enter);
    REQUIRE(desk.asked_for<LookAtMessage>() != nullptr);
    CHECK(desk.drafts.dialog == Dialog::none);
}

TEST_CASE("who comes back to more than a little news is told by itself, once") {
    Desk desk;
    begin(desk);
    desk.last_look.sequence = desk.scene().upto;
    desk.last_look.back = true;
    Gui quiet(desk.drawn());
    CHECK(desk.drafts.dialog == Dialog::none); // nothing happened
    CHECK_FALSE(desk.last_look.back);
    for (const char* id : {"a", "b", "c"})
        opens_action(desk, id, std::string("Actie ") + id, "OvD-Bz", at(-30));
    desk.last_look.back = true;
    Gui gui(desk.drawn());
    CHECK(desk.drafts.dialog == Dialog::since);
    gui.frame();
    CHECK(gui.sees("Nieuwe actie: Actie a"));
    gui.press(Key::escape);
    gui.frame(3);
    CHECK(desk.drafts.dialog == Dialog::none);
}

TEST_CASE("who sits at the desk sees it happen: what comes after they were back is no news") {
    Desk desk;
    begin(desk);
    desk.last_look.sequence = desk.scene().upto;
    opens_action(desk, "a", "Bus laten komen", "HTO Publieke zorg", at(-10));
    desk.last_look.returned = desk.scene().upto;
    opens_action(desk, "b", "Dranghekken ophalen", "HTO Publieke zorg", at(-10));
    const auto draft = since(desk.scene(), 0);
    INFO(all_of(draft));
    REQUIRE(draft.lines.size() == 1);
    CHECK(draft.lines.front().sentence.find("Bus laten komen") != std::string::npos);
    CHECK(draft.messages == 1);
    CHECK(draft.later == 1);
    Gui gui(desk.drawn());
    gui.press(Key::s);
    gui.frame(2);
    CHECK(gui.sees("1 punt uit 1 bericht"));
    CHECK(gui.sees("daarna nog 1, met u erbij"));
}

TEST_CASE("one message that is no news is one message") {
    Desk desk;
    begin(desk);
    desk.last_look.sequence = desk.scene().upto;
    desk.tells(at(5), StationDescribed{Station("Proef"), "Proef", {51.8, 4.6}, {}});
    REQUIRE(since(desk.scene(), 0).lines.empty());
    Gui gui(desk.drawn());
    gui.press(Key::s);
    gui.frame(2);
    CHECK(gui.sees("Er kwam 1 bericht; het staat in het logboek"));
}

TEST_CASE("what one did oneself is no news; what came of it is") {
    Desk desk;
    begin(desk);
    desk.last_look.sequence = desk.scene().upto;
    ActionOpened mine;
    mine.action = "mijn";
    mine.incident = incident;
    mine.title = "Sleutel ophalen";
    mine.owner = "OvD-Bz";
    mine.due = desk.now + minutes(5);
    Message said;
    said.id = "van-mij";
    said.source = "desk/telefoon";
    said.time = desk.now;
    said.status = desk.mode;
    said.function = desk.user.function;
    said.person = desk.user.person;
    said.body = mine;
    desk.takes({desk.scene().upto + 1, desk.now, "test", said});
    CHECK(since(desk.scene(), 0).lines.empty());
    CHECK(since(desk.scene(), 0).messages == 1);
    desk.now += minutes(10);
    const auto late = since(desk.scene(), 0);
    INFO(all_of(late));
    REQUIRE_FALSE(late.lines.empty());
    CHECK(all_of(late).find("Te laat: Sleutel ophalen") != std::string::npos);
}

TEST_CASE("since the last meeting counts from its end") {
    Desk desk;
    begin(desk);
    MeetingPlanned meeting;
    meeting.meeting = "m";
    meeting.incident = incident;
    meeting.team = MeetingTeam::copi;
    meeting.number.value = 1;
    meeting.at = at(40);
    desk.tells(at(50), meeting);
    desk.tells(at(40), MeetingStarted{"m"});
    desk.tells(at(20), MeetingEnded{"m"});
    desk.tells(at(9), DecisionTaken{"d", incident, {}, MeetingTeam::copi, {}, "Opschalen", {}, {}});
    const auto draft = since(desk.scene(), 1);
    INFO(all_of(draft));
    CHECK(draft.messages == 1);
    REQUIRE(draft.lines.size() == 1);
    CHECK(draft.when.find("CoPI 1 was afgelopen") != std::string::npos);
}

TEST_CASE("a picture differs from itself in nothing, whatever is in it; any two differ without failing") {
    Nonsense random(7);
    std::vector<Recorded> facts;
    for (int i = 0; i < 600; ++i)
        facts.push_back(random.next());
    picture::Picture before, now;
    picture::Log log;
    for (std::size_t i = 0; i < facts.size(); ++i) {
        picture::fold(now, facts[i]);
        log.append(facts[i], facts[i].recorded, now);
        if (i == facts.size() / 2) before = now;
        if (i % 50 != 0) continue;
        const auto same = picture::difference({now, facts[i].recorded}, {now, facts[i].recorded}, log);
        CHECK(same.news.empty());
        CHECK(same.messages == 0);
    }
    for (const auto& [a, b] : {std::pair{&before, &now}, {&now, &before}})
        for (const auto& one :
             picture::difference({*a, facts.front().recorded}, {*b, facts.back().recorded}, log).news)
            CHECK_FALSE(words::news_line(*b, one, facts.back().recorded).empty());
}

TEST_CASE("an empty place in the roster is news, however far ahead, and that it was filled too") {
    Desk desk;
    begin(desk);
    desk.last_look.sequence = desk.scene().upto;
    const Instant from = Desk::start() + hours(24 * 60);
    desk.tells(at(5), AbsenceReported{"a", "de-wit", from, from + hours(48), {}});
    auto draft = since(desk.scene(), 0);
    INFO(all_of(draft));
    CHECK(all_of(draft).find("Piket niet ingevuld: OvD-Bz vanaf wo 24 mrt 04:37 tot vr 26 mrt 04:37") !=
          std::string::npos);
    desk.last_look.sequence = desk.scene().upto;
    CHECK(all_of(since(desk.scene(), 0)).find("Piket") == std::string::npos); // no news any more
    desk.tells(at(4), DutyRostered{"d", "OvD-Bz", "mulder", from, from + hours(48), {}});
    draft = since(desk.scene(), 0);
    CHECK(all_of(draft).find("Piket weer ingevuld: OvD-Bz vanaf wo 24 mrt 04:37") != std::string::npos);
}

TEST_CASE("a text of the beeld is news with its version and its state, whichever way it was written anew") {
    Desk desk;
    begin(desk);
    SituationWritten text;
    text.item = "a";
    text.incident = incident;
    text.column = "Opvang";
    text.text = "Sporthal open";
    desk.tells(at(9), text);
    desk.last_look.sequence = desk.scene().upto;
    text.text = "Sporthal vol";
    text.state = Certainty::onbevestigd;
    desk.tells(at(5), text);
    const auto told = all_of(since(desk.scene(), 0));
    INFO(told);
    CHECK(told.find("Beeld Opvang, versie 2: Sporthal vol (onbevestigd)") != std::string::npos);
    CHECK(told.find("Sporthal open") == std::string::npos);
}

TEST_CASE("of two who decide the same GRIP the news is of the one that brought it there") {
    Desk desk;
    begin(desk);
    desk.last_look.sequence = desk.scene().upto;
    decides_grip(desk, 3, 6);
    const Sequence brought = desk.scene().upto;
    GripDecided again;
    again.incident = incident;
    again.level = 3;
    again.reason = "nog eens, door een ander";
    again.decided_by.function = "ROL";
    again.effective_from = at(5);
    desk.tells(at(5), again);
    const auto draft = since(desk.scene(), 0);
    REQUIRE_FALSE(draft.lines.empty());
    INFO(draft.lines.front().sentence);
    CHECK(draft.lines.front().sentence.find("Effecten buiten het brongebied") != std::string::npos);
    CHECK(draft.lines.front().because == std::vector<Sequence>{brought});
}

} // namespace since_test
