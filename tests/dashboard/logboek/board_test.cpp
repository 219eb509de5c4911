// LOGBOEK (F7): all of it, found by word, kind, function and time; a note is corrected and marked; a line
// leads to its moment.
#include "tests/dashboard/panels/night.hpp"

#include "dashboard/panels/logboek/find.hpp"
#include "dashboard/words/folded.hpp"

namespace board_test {

using namespace night;

namespace {

Sequence note(Desk& desk, int minutes_before, const std::string& text) {
    return desk.tells(at(minutes_before), NoteWritten{NoteId(text), incident, {}, text, {}});
}

void measures(Desk& desk, int minutes_before) {
    desk.tells(at(minutes_before),
               MeasurementTaken{"Dordrecht", "waterstand", "cm NAP", at(minutes_before), 258, Quality::goed});
}

struct Board {
    Desk desk;
    Board() {
        begin(desk);
        desk.view = View::logboek;
    }
};

} // namespace

TEST_CASE("F7 shows the logboek with who acted, its age and the chosen line whole; F7 again leaves it") {
    Desk desk;
    begin(desk);
    note(desk, 9, "Bus vertrekt");
    Gui gui(desk.drawn());
    gui.press(Key::f7);
    gui.frame();
    INFO(gui.screen());
    CHECK(desk.view == View::logboek);
    CHECK(gui.sees("9 min oud"));
    CHECK(gui.sees("gezegd door")); // the newest line is shown whole
    gui.press(Key::f7);
    CHECK(desk.view == View::automatic);
}

TEST_CASE("machine noise is folded away and counted until L") {
    Board board;
    for (int i = 40; i > 0; --i)
        measures(board.desk, i);
    Gui gui(board.desk.drawn());
    INFO(gui.screen());
    CHECK(gui.sees("47 meetwaarden en techniek weggevouwen [L]")); // with the roster's seven
    CHECK_FALSE(gui.sees("Dordrecht 2,58 m"));
    gui.press(Key::l);
    gui.frame(2);
    CHECK(gui.sees("2,58 m"));
}

TEST_CASE("a search goes through the whole journal, without accents and capitals") {
    Board board;
    note(board.desk, 90, "Caf\u00e9 ontruimd");
    for (int i = 80; i > 0; --i)
        note(board.desk, i, "regel " + std::to_string(i));
    Gui gui(board.desk.drawn());
    gui.press(Key::slash);
    gui.frame(2);
    gui.type("CAFE");
    gui.frame(2);
    INFO(gui.screen());
    CHECK(gui.sees("Caf\u00e9 ontruimd"));
    CHECK(gui.sees("1 van 1"));
    gui.press(Key::escape);
    gui.frame(2);
    CHECK(gui.sees("regel 1"));
}

TEST_CASE("the time of a line shows the whole screen of then") {
    Board board;
    const Sequence line = note(board.desk, 9, "bus vertrekt");
    note(board.desk, 3, "bus is er");
    Gui gui(board.desk.drawn());
    gui.click("logboek/" + std::to_string(line) + "/toen");
    REQUIRE(board.desk.asked_for<LookAtMessage>() != nullptr);
    CHECK(board.desk.asked_for<LookAtMessage>()->sequence == line);
    gui.frame();
    CHECK(board.desk.view == View::automatic);
    CHECK(gui.sees("OPKOMST"));
    CHECK_FALSE(gui.sees("bus is er"));
}

TEST_CASE("a note is corrected: the old line stays, the new one stands above it") {
    Board board;
    const Sequence line = note(board.desk, 9, "bus naar de Dam");
    Gui gui(board.desk.drawn());
    gui.click("logboek/" + std::to_string(line));
    gui.press(Key::c);
    gui.frame(2);
    CHECK(board.desk.drafts.dialog == Dialog::correct_note);
    gui.press(ui::with_ctrl(Key::a));
    gui.type("bus naar de Lek");
    gui.press(Key::enter);
    gui.frame(2);
    const auto acts = board.desk.acted<NoteCorrected>();
    INFO(gui.screen());
    REQUIRE(acts.size() == 1);
    CHECK(acts.front().note == NoteId("bus naar de Dam"));
    CHECK(acts.front().text == "bus naar de Lek");
    CHECK(gui.sees("bus naar de Lek"));
    CHECK(gui.sees("bus naar de Dam"));
    CHECK(gui.sees("Deze notitie is later verbeterd."));
}

TEST_CASE("a line is marked important: a note by itself, another by a note that quotes it") {
    Board board;
    const Sequence line = note(board.desk, 9, "bus vertrekt");
    Gui gui(board.desk.drawn());
    gui.click("logboek/" + std::to_string(line));
    gui.press(Key::m);
    gui.frame(2);
    auto acts = board.desk.acted<NoteWritten>();
    REQUIRE(acts.size() == 1);
    CHECK(acts.front().note == NoteId("bus vertrekt"));
    CHECK(acts.front().important == true);
    gui.click("logboek/" + std::to_string(line - 1)); // GRIP 2
    gui.press(Key::m);
    gui.frame(2);
    acts = board.desk.acted<NoteWritten>();
    REQUIRE(acts.size() == 2);
    CHECK(acts.back().text.find("GRIP 2") != std::string::npos);
    CHECK(acts.back().incident == incident);
    gui.press(Key::b);
    gui.frame(2);
    INFO(gui.screen());
    CHECK(gui.sees("2 van 2"));
}

TEST_CASE("who only looks on cannot mark or correct") {
    Board board;
    note(board.desk, 9, "bus vertrekt");
    board.desk.user.function = "meekijker";
    Gui gui(board.desk.drawn());
    gui.press(Key::m);
    gui.press(Key::c);
    gui.frame();
    CHECK(board.desk.acts() == 0);
    CHECK(board.desk.drafts.dialog == Dialog::none);
}

TEST_CASE("the arrows walk the lines") {
    Board board;
    note(board.desk, 9, "eerste");
    const Sequence newest = note(board.desk, 3, "tweede");
    Gui gui(board.desk.drawn());
    gui.press(Key::down);
    CHECK(board.desk.drafts.logbook.chosen == newest - 1);
    gui.press(Key::up);
    CHECK(board.desk.drafts.logbook.chosen == newest);
    gui.press(Key::enter);
    REQUIRE(board.desk.asked_for<LookAtMessage>() != nullptr);
    CHECK(board.desk.asked_for<LookAtMessage>()->sequence == newest);
}

TEST_CASE("the filter takes kind and period; what cannot be read says so") {
    Board board;
    note(board.desk, 50, "voor de tijd");
    note(board.desk, 9, "in de tijd");
    Gui gui(board.desk.drawn());
    gui.press(Key::f);
    gui.frame(2);
    REQUIRE(board.desk.drafts.dialog == Dialog::log_filter);
    board.desk.drafts.logbook.theme = static_cast<int>(words::Theme::note) + 1;
    board.desk.drafts.logbook.from = "kwart over vier";
    gui.press(Key::enter);
    gui.frame(2);
    CHECK(gui.sees("De tijd is niet te lezen."));
    gui.frame(2); // after a refusal the field gets the keyboard
    ui::clear_focus(gui.ui);
    gui.frame(2);
    board.desk.drafts.logbook.from = "04:15";
    gui.press(Key::enter);
    gui.frame(2);
    INFO(gui.screen());
    CHECK(gui.sees("in de tijd"));
    CHECK_FALSE(gui.sees("voor de tijd"));
    CHECK(gui.sees("1 van 1"));
    gui.press(Key::del);
    gui.frame(2);
    CHECK(gui.sees("voor de tijd"));
}

TEST_CASE("a search through 100,000 lines goes on frame by frame and finds the oldest; new lines join") {
    Desk desk;
    begin(desk);
    const Sequence first = note(desk, 300, "naald in de hooiberg");
    for (int i = 0; i < 99'990; ++i)
        note(desk, 200, "hooi " + std::to_string(i));
    LogFilter filter;
    filter.text = words::folded("NAALD");
    LogFound found;
    int frames = 1;
    for (const auto scene = desk.scene(); !find_on(found, scene, filter); ++frames)
        CHECK(found.next > 0);
    CHECK(frames >= 4); // no frame looks at more than 25,000
    REQUIRE(found.size() == 1);
    CHECK(desk.scene().log.entries()[found[0]].sequence == first);
    const Sequence newest = note(desk, 1, "tweede naald");
    CHECK(find_on(found, desk.scene(), filter));
    REQUIRE(found.size() == 2);
    CHECK(desk.scene().log.entries()[found[0]].sequence == newest);
}

TEST_CASE("a message is shown in words; its type and identifiers stand behind a fold") {
    Desk desk;
    begin(desk);
    Gui gui(desk.drawn());
    presses(gui, Key::f7);
    gui.frame();
    INFO(gui.screen());
    CHECK(gui.sees("besluit over GRIP"));
    CHECK_FALSE(gui.sees("nl.regiekamer."));
    presses(gui, Key::h);
    const std::string raw = gui.screen();
    INFO(raw);
    CHECK(gui.sees("nl.regiekamer.grip.decided"));
    CHECK(gui.sees("decided_by"));
    presses(gui, Key::h);
    CHECK_FALSE(gui.sees("nl.regiekamer."));
}

TEST_CASE("a line of another day says of which: the clock alone would be today's") {
    Board board;
    board.desk.tells(board.desk.now - hours(48),
                     NoteWritten{NoteId("oud"), incident, {}, "sleutel kwijt", {}});
    note(board.desk, 9, "sleutel terug");
    Gui gui(board.desk.drawn());
    INFO(gui.screen());
    CHECK(gui.sees("21-01 04:37"));
    CHECK(gui.sees("04:28:00"));
}

TEST_CASE("while an alarm waits for Enter no other button says that Enter is its key") {
    Board board;
    note(board.desk, 9, "bus vertrekt");
    Gui gui(board.desk.drawn());
    const auto wide_as_with = [&](Key key) {
        const auto seen = gui.find("logboek/toen");
        return seen.rect.w == Approx(ui::button_width(gui.ui, seen.text, ui::key_name(key)));
    };
    CHECK(wide_as_with(Key::enter));
    nobody_answers(board.desk);
    gui.frame(2);
    INFO(gui.screen());
    REQUIRE(gui.sees("alarm/bevestig"));
    CHECK_FALSE(wide_as_with(Key::enter));
}

TEST_CASE("Enter on a chosen line shows its moment in every window, and acknowledges no alarm instead") {
    Board board;
    note(board.desk, 9, "bus vertrekt");
    nobody_answers(board.desk);
    const auto [width, height, scale] =
        GENERATE(std::tuple{1920.F, 1080.F, 1.F}, std::tuple{1366.F, 768.F, 1.5F});
    Gui gui(board.desk.drawn(), width, height, scale);
    gui.frame();
    presses(gui, Key::down);
    INFO(gui.screen());
    presses(gui, Key::enter);
    CHECK(board.desk.acted<AlarmAcknowledged>().empty());
    CHECK(board.desk.looks_back());
}

} // namespace board_test
