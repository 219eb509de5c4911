// Looking back: the timeline and the logboek lead to a moment, one key leads back, and nobody acts in the
// past.
#include "tests/dashboard/panels/night.hpp"

namespace past_test {

using namespace night;

namespace {

/// A night with an open alarm, an action and decisions.
void busy(Desk& desk) {
    begin(desk);
    nobody_answers(desk);
    opens_action(desk, "a", "Achterwacht bellen", "OvD-Bz", desk.now - minutes(5));
    exercise_runs(desk, 1, true);
}

} // namespace

TEST_CASE("a press on the timeline looks at that moment, a drag goes on looking") {
    Desk desk;
    busy(desk);
    Gui gui(desk.drawn());
    const auto line = gui.find("tijdlijn").rect;
    gui.mouse({line.x + line.w / 2, line.centre().y});
    gui.mouse({line.x + line.w / 2, line.centre().y}, true);
    REQUIRE(desk.asked_for<LookAt>() != nullptr);
    const Instant middle = desk.asked_for<LookAt>()->at;
    CHECK(middle < desk.now);
    CHECK(desk.looks_back());
    gui.mouse({line.x + line.w * 0.4F, line.centre().y}, true);
    CHECK(std::get<LookAt>(desk.asked.back()).at < middle);
    gui.mouse({line.x + line.w * 0.4F, line.centre().y});
    CHECK(desk.looks_back());
}

TEST_CASE("Esc, NU and the button in the alarm line come back to now") {
    for (const int way : {0, 1, 2}) {
        Desk desk;
        busy(desk);
        desk.looks_at(at(60));
        Gui gui(desk.drawn());
        if (way == 0) gui.press(Key::escape);
        if (way == 1) gui.click("tijdlijn/nu");
        if (way == 2) gui.click("Terug naar nu");
        CHECK(desk.asked_for<BackToNow>() != nullptr);
        CHECK_FALSE(desk.looks_back());
    }
}

TEST_CASE("there is a way back on the smallest screen, which has no timeline") {
    Desk desk;
    busy(desk);
    desk.looks_at(at(60));
    Gui gui(desk.drawn(), 800, 600, 2);
    CHECK_FALSE(gui.sees("tijdlijn/nu"));
    gui.press(Key::escape);
    CHECK_FALSE(desk.looks_back());
}

TEST_CASE("the arrow keys step five minutes") {
    Desk desk;
    busy(desk);
    Gui gui(desk.drawn());
    gui.press(Key::left);
    REQUIRE(desk.looks_back());
    CHECK(desk.scene().now == desk.now - minutes(5));
    gui.press(Key::left);
    CHECK(desk.scene().now == desk.now - minutes(10));
    gui.press(Key::right);
    CHECK(desk.scene().now == desk.now - minutes(5));
    gui.press(Key::right);
    CHECK_FALSE(desk.looks_back());
}

TEST_CASE("the screen shows what was known then, and names the moment") {
    Desk desk;
    busy(desk);
    desk.looks_at(at(90));
    Gui gui(desk.drawn());
    INFO(gui.screen());
    CHECK(gui.sees("U kijkt terug: za 23 jan 03:07"));
    CHECK(gui.sees("teruggekeken"));
    CHECK(gui.sees("GRIP 1"));
    CHECK(gui.sees("VOOR MIJ · 0"));
    CHECK_FALSE(gui.sees("Achterwacht bellen"));
}

TEST_CASE("looking back raises no alarm: what was open then stands in words, without red or an answer") {
    Desk desk;
    busy(desk);
    Gui gui(desk.drawn());
    CHECK(gui.sees("alarm/bevestig"));
    desk.looks_at(at(1));
    gui.frame();
    INFO(gui.screen());
    CHECK(gui.sees("toen 1 alarm: Informatiemanager niet bezet"));
    CHECK_FALSE(gui.sees("alarm/bevestig"));
    CHECK_FALSE(gui.sees("alarm/bel"));
    CHECK(gui.sees("op dat moment"));
    gui.press(Key::enter);
    gui.press(Key::f5);
    CHECK(desk.acts() == 0);
    CHECK(desk.drafts.dialog == Dialog::none);
}

TEST_CASE("nobody acts in the past, by any key or any button") {
    Desk desk;
    busy(desk);
    desk.looks_at(at(1));
    desk.undo = Undo{"GRIP 3", seconds(7)};
    Gui gui(desk.drawn());
    for (int key = static_cast<int>(Key::a); key <= static_cast<int>(Key::z); ++key)
        if (key != static_cast<int>(Key::u)) { // who sits here is no fact of the past
            gui.press(static_cast<Key>(key));
            INFO(gui.screen());
            CHECK(desk.drafts.dialog == Dialog::none);
        }
    gui.press(ui::with_ctrl(Key::z));
    for (const auto& seen : ui::seen(gui.ui)) {
        const std::string id(seen.id);
        if (id.empty() || id == "tijdlijn/nu" || id == "alarm/nu" || id == "tijdlijn" ||
            id.starts_with("logboek/"))
            continue;
        gui.click(id);
        gui.press(Key::enter);
        close(desk.drafts);
        desk.looks_at(at(1));
        gui.frame();
    }
    CHECK(desk.acts() == 0);
    CHECK(desk.asked_for<TakeBack>() == nullptr);
}

TEST_CASE("an action of the past is read, not done") {
    Desk desk;
    busy(desk);
    desk.looks_at(at(1));
    Gui gui(desk.drawn());
    gui.click("actie/a");
    gui.frame();
    INFO(gui.screen());
    CHECK(gui.sees("geopend"));
    CHECK_FALSE(gui.sees("Pak op"));
    gui.press(Key::enter);
    CHECK(desk.acts() == 0);
    CHECK(desk.drafts.dialog == Dialog::none);
}

TEST_CASE("a message that arrives while looking back changes nothing on the screen") {
    Desk desk;
    busy(desk);
    desk.looks_at(at(90));
    Gui gui(desk.drawn());
    decides_grip(desk, 4, 0);
    gui.frame();
    CHECK(gui.sees("GRIP 1"));
    CHECK_FALSE(gui.sees("GRIP 4"));
    gui.press(Key::escape);
    gui.frame();
    CHECK(gui.sees("GRIP 4"));
}

TEST_CASE("the wheel over the timeline shows more or fewer hours, and its labels never lie on each other") {
    Desk desk;
    busy(desk);
    for (int i = 0; i < 20; ++i) {
        decides_grip(desk, 1 + i % 3, 60 - 3 * i);
        desk.tells(at(59 - 3 * i), DecisionTaken{DecisionId("d" + std::to_string(i)),
                                                 incident,
                                                 {},
                                                 MeetingTeam::copi,
                                                 {},
                                                 "Kade en Landvast evacueren",
                                                 {},
                                                 {}});
    }
    Gui gui(desk.drawn());
    for (const float notches : {0.F, 1.F, 1.F, 1.F, -5.F}) {
        if (notches != 0) gui.wheel("tijdlijn", notches);
        std::vector<ui::Rect> labels;
        for (const auto& seen : ui::seen(gui.ui))
            if (seen.kind == ui::SeenKind::text && seen.rect.y > 1000 && seen.rect.x > 100) {
                for (const auto& other : labels)
                    CHECK_FALSE(seen.rect.inset(1).overlaps(other));
                labels.push_back(seen.rect.inset(1));
            }
        CHECK(labels.size() > 3);
    }
}

TEST_CASE("where the long word does not fit the clock says in a short one that one looks back") {
    Desk desk;
    busy(desk);
    desk.looks_at(at(90));
    Gui gui(desk.drawn(), 1366, 768);
    INFO(gui.screen());
    CHECK(gui.sees("za 23 jan · terug"));
}

TEST_CASE("a besluit on the timeline has the room up to what comes after it for its words") {
    Desk desk;
    begin(desk);
    DecisionTaken taken;
    taken.decision = DecisionId("d");
    taken.incident = incident;
    taken.team = MeetingTeam::copi;
    taken.text = "Kade nu niet ontruimen: eerst het advies van het waterschap";
    desk.tells(at(300), taken);
    Gui gui(desk.drawn());
    INFO(gui.screen());
    CHECK(gui.sees(taken.text));
}

TEST_CASE("days of the timeline begin at midnight also after the end of summer time") {
    Desk desk;
    begin(desk);
    const auto day = [](const char* text) { return *read_instant(text); };
    desk.drafts.plot.span = PlotSpan{day("2027-10-28T22:00:00Z"), day("2027-11-04T23:00:00Z")};
    Gui gui(desk.drawn());
    gui.frame();
    INFO(gui.screen());
    const auto line = gui.find("tijdlijn").rect;
    std::vector<float> days;
    for (const char* one : {"za 30 okt", "zo 31 okt", "ma 1 nov", "di 2 nov"})
        days.push_back(gui.find(one).rect.centre().x);
    const float hour = line.w / (7 * 24 + 1);
    CHECK((days[1] - days[0]) == Approx(24 * hour).margin(2));
    CHECK((days[2] - days[1]) == Approx(25 * hour).margin(2)); // the night that is an hour longer
    CHECK((days[3] - days[2]) == Approx(24 * hour).margin(2));
}

} // namespace past_test
