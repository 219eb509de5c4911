// The overdracht of piket by key: written, confirmed, its points ticked.
#include "tests/dashboard/piket/week.hpp"

namespace handover_test {

using namespace week;

TEST_CASE("O writes an overdracht; the next confirms it with D and ticks points by digit") {
    Board board;
    board.has_roster();
    Gui gui(board.drawn());
    gui.press(Key::o);
    gui.frame(2);
    CHECK(gui.sees("Lopende incidenten: geen"));
    CHECK(board.drafts.piket.fields.whom == "A. Yilmaz");
    gui.type("Rustige week");
    board.drafts.piket.fields.points[0] = "Sleutel De Rederij; ovd-bz; 16-6-2027";
    gui.frame();
    gui.press(Key::enter);
    gui.frame();
    INFO(gui.screen());
    REQUIRE(board.acted<HandoverWritten>().size() == 1);
    const auto written = board.acted<HandoverWritten>().front();
    CHECK(written.notes == "Rustige week");
    REQUIRE(written.points.size() == 4);
    CHECK(written.points[3].owner == Function("OvD-Bz"));
    CHECK(gui.sees("4 = 0 gedaan + 4 open"));
    gui.press(Key::d);
    CHECK(board.acted<HandoverAccepted>().empty()); // not by who wrote it
    board.user = {"OvD-Bz", "yilmaz"};
    gui.press(Key::d);
    gui.frame();
    CHECK(board.acted<HandoverAccepted>().size() == 1);
    gui.press(Key::d1);
    gui.frame();
    REQUIRE(board.acted<HandoverPointDone>().size() == 1);
    CHECK(board.acted<HandoverPointDone>().front().point == written.points[3].point); // the first due
    CHECK(gui.sees("4 = 1 gedaan + 3 open"));
}

TEST_CASE("a point of an overdracht that is due in the past is refused, with the time that was read") {
    Board board;
    board.has_roster();
    Gui gui(board.drawn());
    gui.press(Key::o);
    gui.frame(2);
    auto& fields = board.drafts.piket.fields;
    fields.points[0] = "Sleutel; ovd-bz; 14-6-2027";
    gui.frame();
    gui.click("form/doe");
    gui.frame();
    INFO(gui.screen());
    CHECK(gui.sees("Die tijd is al voorbij: \"14-6-2027\" was ma 14 jun 17:00"));
    CHECK(board.acts() == 0);
}

TEST_CASE("an overdracht to oneself, or with an owner that is none, is refused") {
    Board board;
    board.has_roster();
    Gui gui(board.drawn());
    gui.press(Key::o);
    gui.frame(2);
    auto& fields = board.drafts.piket.fields;
    const bool self = GENERATE(true, false);
    if (self)
        fields.whom = "K. de Wit";
    else
        fields.points[0] = "Sleutel; sleutelman";
    gui.frame();
    gui.click("form/doe");
    CHECK(gui.sees(self ? "Overdragen aan uzelf kan niet." : "\"sleutelman\" is geen functie."));
    CHECK(board.acts() == 0);
}

TEST_CASE("a desk that was handed over does not hide the points of the week") {
    Board board;
    board.has_roster();
    const auto confirmed = [&](const char* id, std::vector<HandoverPoint> points) {
        board.tells(board.now - hours(4),
                    HandoverWritten{HandoverId(id), Function("OvD-Bz"), PersonId("visser"), PersonId("wit"),
                                    "rustig", std::move(points)});
        board.tells(board.now - hours(3), HandoverAccepted{HandoverId(id), PersonId("wit")});
    };
    confirmed("week", {{PointId("p"), "Sleutel De Rederij", {}, {}}});
    confirmed("bureau", {});
    Gui gui(board.drawn());
    CHECK(gui.sees("Sleutel De Rederij"));
    board.tells(
        board.now,
        HandoverWritten{
            HandoverId("nieuw"), Function("OvD-Bz"), PersonId("wit"), PersonId("yilmaz"), "brug dicht", {}});
    gui.frame();
    CHECK(gui.sees("nog niet bevestigd door A. Yilmaz"));
}

} // namespace handover_test
