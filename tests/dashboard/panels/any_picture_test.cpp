// Every panel survives every picture: empty, huge, nonsense; on every size of screen and text, with no more
// than 20,000 corners, and no word outside the window.
#include "dashboard/panels/views.hpp"
#include "tests/dashboard/panels/night.hpp"
#include "tests/dashboard/picture/nonsense.hpp"

namespace any_picture_test {

using namespace night;

namespace {

struct Size {
    float width, height, scale;
};
const Size sizes[] = {{800, 600, 0.8F},   {800, 600, 1},   {800, 600, 1.25F},  {1366, 768, 1},
                      {1366, 768, 1.25F}, {1366, 768, 2},  {1920, 1080, 0.8F}, {1920, 1080, 1},
                      {1920, 1080, 1.5F}, {1920, 1080, 2}, {3840, 2160, 1},    {3840, 2160, 1.5F},
                      {3840, 2160, 2}};

void fits(const Gui& gui) {
    // What a screen holds when every text is as long as it may be; an ordinary one stays under 20,000
    // (bench).
    CHECK(gui.vertices() <= 40'000);
    for (const auto& seen : ui::seen(gui.ui)) {
        if (seen.text.empty() || gui.ui.screen.inset(-1).contains(seen.rect)) continue;
        CAPTURE(gui.ui.screen.w, gui.ui.screen.h, seen.rect.x, seen.rect.y, seen.rect.w, seen.rect.h);
        FAIL_CHECK("outside the window: " << seen.text);
    }
}

/// Draws until nothing asks for another frame: a screen that goes on asking costs a core.
void comes_to_rest(Gui& gui) {
    for (int i = 0; i < 8 && ui::wants_another_frame(gui.ui); ++i)
        gui.frame();
    CHECK_FALSE(ui::wants_another_frame(gui.ui));
}

/// Every tab of every view.
void every_view_fits(Desk& desk, const Size& size) {
    Gui gui(desk.drawn(), size.width, size.height, size.scale);
    for (const auto& entry : panels::views()) {
        desk.view = entry.view;
        const bool tabs = gui.ui.screen.w < 1200 || gui.ui.screen.h < 600;
        for (int tab = 0; tab < (tabs ? 6 : 1); ++tab) {
            desk.drafts.tab = tab;
            gui.frame(2);
            fits(gui);
            comes_to_rest(gui);
        }
    }
}

/// Every dialog that can be open, about something that is there or is not.
void every_dialog_fits(Desk& desk, const Size& size) {
    Gui gui(desk.drawn(), size.width, size.height, size.scale);
    const std::string action =
        desk.picture().actions->actions.empty() ? "a" : desk.picture().actions->actions.begin()->first.value;
    for (int dialog = 1; dialog <= static_cast<int>(Dialog::settings); ++dialog) {
        panels::open(desk.drafts, static_cast<Dialog>(dialog), action);
        desk.drafts.person = "jansen";
        gui.frame(3);
        fits(gui);
        comes_to_rest(gui);
        gui.press(Key::enter); // whatever comes of it, it holds
        comes_to_rest(gui);
        gui.press(Key::escape);
        panels::close(desk.drafts);
        comes_to_rest(gui);
    }
}

} // namespace

TEST_CASE("an empty picture says what comes where, on every size") {
    for (const Size& size : sizes) {
        Desk desk;
        every_view_fits(desk, size);
        every_dialog_fits(desk, size);
    }
}

TEST_CASE("a picture with everything in it fits every size") {
    for (const Size& size : sizes) {
        Desk desk;
        begin(desk);
        nobody_answers(desk);
        page_arrives(desk, GripLevel(3));
        exercise_runs(desk, 20, true);
        opens_action(desk, "a", "Achterwacht bellen", "OvD-Bz", desk.now - minutes(5));
        every_view_fits(desk, size);
        every_dialog_fits(desk, size);
        desk.looks_at(at(1));
        every_view_fits(desk, size);
    }
}

TEST_CASE("very long texts stay within their window") {
    const std::string longest = "Zeeuwsch-Vlaamse-veiligheidsregio-é-" + std::string(20'000, 'W');
    for (const Size& size : sizes) {
        Desk desk;
        desk.user = {Function(longest.substr(0, 250)), PersonId(longest.substr(0, 250))};
        person(desk, "jansen", longest.c_str(), "informatiemanager", longest.c_str());
        IncidentOpened opened;
        opened.incident = incident;
        opened.title = opened.place = longest;
        opened.started = at(50);
        desk.tells(at(50), opened);
        nobody_answers(desk);
        opens_action(desk, "a", longest, longest.substr(0, 250), at(5));
        opens_action(desk, "b", longest, "OvD-Bz", at(5));
        desk.tells(at(3), ActionBlocked{"a", longest});
        desk.tells(at(3), NoteWritten{"n", incident, {}, longest, true});
        desk.remark = Remark{longest, true};
        desk.undo = Undo{longest, seconds(3)};
        desk.data.trouble = longest;
        desk.data.kind = DataState::Kind::refused;
        every_view_fits(desk, size);
        every_dialog_fits(desk, size);
    }
}

TEST_CASE("a word without spaces runs out of no panel, in whatever it stands") {
    const std::string word(3'000, 'w');
    for (const Size& size : {Size{1366, 768, 1}, Size{1920, 1080, 1}, Size{1920, 1080, 2}}) {
        Desk desk;
        desk.hub_may_refuse = true;
        desk.user = {"ARB", "de-wit"};
        person(desk, "de-wit", word.c_str(), "OvD-Bz", "06-0000 0101");
        person(desk, "jansen", word.c_str(), "informatiemanager", "06-0000 0115");
        on_duty(desk, "r1", "OvD-Bz", "de-wit");
        on_duty(desk, "r2", "informatiemanager", "jansen");
        opens_incident(desk);
        decides_grip(desk, 2, 85);
        nobody_answers(desk);
        desk.tells(at(9), TeamAlerted{"alarm-2", incident, Team::copi, {Function("OvD-G")}, 30});
        AttendanceReported there;
        there.incident = incident;
        there.function = "OvD-G";
        there.person = word.substr(0, 250);
        there.state = AttendanceState::aanwezig;
        there.where = word;
        desk.tells(at(3), there);
        desk.tells(at(9), PostFilled{"p", "teamleider opvang", PersonId("jansen"), PersonId("de-wit")});
        TrainingRecorded trained;
        trained.person = "jansen";
        trained.subject = word;
        trained.at = at(90);
        desk.tells(at(9), trained);
        HandoverWritten handover{"h", "OvD-Bz", "jansen", "de-wit", word, {}};
        handover.points.push_back({"1", word, Function(word.substr(0, 250)), at(-60)});
        desk.tells(at(9), handover);
        MeetingPlanned meeting;
        meeting.meeting = "m";
        meeting.incident = incident;
        meeting.team = MeetingTeam::copi;
        meeting.number.value = 1;
        meeting.at = at(5);
        meeting.place = word;
        meeting.agenda = {word};
        desk.tells(at(9), meeting);
        desk.tells(at(5), MeetingStarted{"m"});
        desk.tells(at(4), FindingNoted{"f", "m", FindingKind::beeld, word, Certainty::onbevestigd, word});
        desk.tells(at(4), DecisionTaken{"d", incident, {}, MeetingTeam::copi, MeetingId("m"), word, {}, {}});
        ActionOpened action;
        action.action = "a";
        action.incident = incident;
        action.title = word;
        action.owner = "ARB";
        action.due_rule = word;
        desk.tells(at(4), action);
        desk.tells(at(4), NoteWritten{"n", incident, {}, word, true});
        every_view_fits(desk, size);
        every_dialog_fits(desk, size);
    }
}

TEST_CASE("a hundred thousand lines, five hundred actions and two hundred alarms cost no more to show") {
    Desk desk;
    begin(desk);
    desk.set_aside = 1'000'000; // the keys below alert ourselves too: that wakes nobody here
    for (int i = 0; i < 200; ++i) {
        const Function function("functie " + std::to_string(i));
        desk.tells(at(30), TeamAlerted{AlertId(std::to_string(i)), incident, Team::overig, {function}, 30});
        desk.tells(at(30), PersonAlerted{AlertId(std::to_string(i)), incident, function,
                                         PersonId("p" + std::to_string(i)), Medium::app, 1});
    }
    for (int i = 0; i < 500; ++i)
        opens_action(desk, std::to_string(i), "Actie nummer " + std::to_string(i),
                     i % 2 == 0 ? "OvD-Bz" : "wijkbeheer", desk.now + minutes(i - 100));
    for (int i = 0; i < 100'000; ++i)
        desk.tells(at(1), NoteWritten{"n", incident, {}, "regel", {}});
    for (const Size& size : sizes)
        every_view_fits(desk, size);
    every_dialog_fits(desk, {1366, 768, 1});
    desk.view = View::automatic;
    Gui gui(desk.drawn());
    INFO(gui.screen());
    CHECK(gui.sees("1 van "));
    CHECK(gui.sees("VOOR MIJ · 250"));
    CHECK(gui.sees("OPKOMST · 203 functies")); // and the CoPI that its dialog alerted
    desk.looks_at(Sequence{50'000});
    gui.frame();
    fits(gui);
}

TEST_CASE("nonsense is shown as well as it can be, by every view and dialog") {
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        Nonsense nonsense(seed);
        Desk desk(seed % 4 == 0 ? Mode::actual : Mode::exercise);
        desk.hub_may_refuse = true;
        for (int i = 0; i < 400; ++i)
            desk.takes(nonsense.next(desk.mode));
        desk.now = Nonsense::start + hours(20);
        CAPTURE(seed);
        const Size& size = sizes[seed % std::size(sizes)];
        every_view_fits(desk, size);
        every_dialog_fits(desk, size);
        desk.looks_at(Sequence{200});
        every_view_fits(desk, size);
    }
}

} // namespace any_picture_test
