// The overdracht of piket by key: written, confirmed, its points ticked.
#include "tests/dashboard/piket/week.hpp"

namespace handover_test {

using namespace week;

TEST_CASE("a long point of the overdracht is read whole where there is room") {
    Board board;
    board.has_roster();
    HandoverWritten body;
    body.handover = HandoverId("lang");
    body.function = "OvD-Bz";
    body.from_person = PersonId("yilmaz");
    body.to_person = PersonId("wit");
    HandoverPoint point;
    point.point = PointId("p");
    point.text = "Lopende incidenten: Gaslek Kerkstraat (GRIP 3), Twee schepen aanvaring Noord (GRIP 1)";
    body.points = {point};
    board.tells(board.now - hours(1), body);
    Gui gui(board.drawn());
    gui.frame();
    INFO(gui.screen());
    const auto seen = gui.find("Lopende incidenten: Gaslek");
    CHECK(seen.rect.h > 1.5F * ui::line_height(ui::Style::strong16)); // two lines, none of them cut
}

TEST_CASE("the overdracht names what goes on now as well as what comes this week") {
    Board board;
    board.has_roster();
    EventRegistered body;
    body.event = PublicEventId("nacht");
    body.name = "Nachtloop";
    body.class_ = EventClass::A;
    body.place = "Dam";
    body.from = board.now - hours(2);
    body.until = board.now + hours(1);
    board.tells(board.now - hours(90), body);
    Gui gui(board.drawn());
    gui.press(Key::o);
    gui.frame(2);
    INFO(gui.screen());
    CHECK(gui.sees("Nachtloop bezig"));
}

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

TEST_CASE("the overdracht tells of the wind that is measured now, and of what it stops") {
    Board board;
    board.has_roster();
    EventRegistered body;
    body.event = PublicEventId("nacht");
    body.name = "Nachtloop";
    body.class_ = EventClass::A;
    body.from = board.now - hours(2);
    body.until = board.now + hours(1);
    board.tells(board.now - hours(90), body);
    board.tells(board.now - hours(80),
                EventThresholdSet{"nacht", "windstoot", Stage::stop, Side::boven, 60, "km/h", {}, {}});
    const auto measures = [&](const char* station, double value, Instant when) {
        board.tells(when, MeasurementTaken{station, "windstoot", "km/h", when, value, Quality::goed});
    };
    measures("Oud", 90, board.now - hours(5));
    measures("Rotterdam", 41, board.now - minutes(6));
    measures("Dordrecht", 62, board.now - minutes(5));
    Gui gui(board.drawn());
    gui.press(Key::o);
    gui.frame(2);
    INFO(gui.screen());
    CHECK(gui.sees("geen waarschuwing, STOP bij Nachtloop: windstoot, windstoot 62"));
    CHECK(gui.sees("(Dordrecht), geen waterstanden"));
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

TEST_CASE("what is still to do of the overdracht before goes along; what tells how things stand does not") {
    Board board;
    board.has_roster();
    // Neither one of long ago that nobody confirmed, nor that of a desk is the one before.
    board.tells(board.now - hours(300), HandoverWritten{HandoverId("oud"),
                                                        Function("OvD-Bz"),
                                                        PersonId("yilmaz"),
                                                        PersonId("visser"),
                                                        "",
                                                        {{PointId("pas"), "Pas terug", {}, {}}}});
    const Instant due = board.now + hours(48);
    board.tells(board.now - hours(4),
                HandoverWritten{HandoverId("week"),
                                Function("OvD-Bz"),
                                PersonId("visser"),
                                PersonId("wit"),
                                "rustig",
                                {{PointId("stand"), "Lopende incidenten: geen", {}, {}},
                                 {PointId("sleutel"), "Sleutel De Rederij", Function("OvD-Bz"), due},
                                 {PointId("pas"), "Pas terug", {}, {}}}});
    board.tells(board.now - hours(3), HandoverAccepted{HandoverId("week"), PersonId("wit")});
    board.tells(board.now - hours(2), HandoverPointDone{HandoverId("week"), PointId("pas")});
    board.tells(board.now - hours(1),
                HandoverWritten{
                    HandoverId("werkplek"), Function("OvD-Bz"), PersonId("wit"), PersonId("visser"), "", {}});
    Gui gui(board.drawn());
    gui.press(Key::o);
    gui.frame(2);
    INFO(gui.screen());
    CHECK(gui.sees("Gaat mee, nog open: Sleutel De Rederij"));
    CHECK_FALSE(gui.sees("Gaat mee, nog open: Sleutel De Rederij · "));
    gui.press(Key::enter);
    gui.frame();
    REQUIRE(board.acted<HandoverWritten>().size() == 1);
    const auto points = board.acted<HandoverWritten>().front().points;
    REQUIRE(points.size() == 4); // incidents, events, weather, and the key
    CHECK(points[3].text == "Sleutel De Rederij");
    CHECK(points[3].owner == Function("OvD-Bz"));
    CHECK(points[3].due == due);
    CHECK(points[3].point == PointId("sleutel")); // the same one
    board.view = View::rust;
    gui.frame(2);
    CHECK(gui.sees("OVERDRACHT · 5 open punten")); // three and the key, once; and how things stood
    board.tells(board.now,
                HandoverPointDone{board.acted<HandoverWritten>().front().handover, PointId("sleutel")});
    gui.frame(2);
    CHECK(gui.sees("OVERDRACHT · 4 open punten"));
}

TEST_CASE("who reads an overdracht reads whose a point is and by when") {
    Board board;
    board.has_roster();
    board.tells(board.now - hours(4),
                HandoverWritten{HandoverId("week"),
                                Function("OvD-Bz"),
                                PersonId("visser"),
                                PersonId("wit"),
                                "rustig",
                                {{PointId("sleutel"), "Sleutel De Rederij", Function("OvD-Bz"),
                                  moment("2027-06-16T17:00:00+02:00")}}});
    Gui gui(board.drawn());
    gui.press(ui::with_shift(Key::u));
    gui.frame(2);
    INFO(gui.screen());
    CHECK(gui.sees("Nog te doen: Sleutel De Rederij · OvD-Bz · vóór wo 16 jun 17:00"));
}

TEST_CASE("one point is een punt") {
    Board board;
    board.has_roster();
    board.view = View::rust;
    board.tells(board.now - hours(4), HandoverWritten{HandoverId("week"),
                                                      Function("OvD-Bz"),
                                                      PersonId("visser"),
                                                      PersonId("wit"),
                                                      "rustig",
                                                      {{PointId("p"), "Sleutel De Rederij", {}, {}}}});
    Gui gui(board.drawn());
    CHECK(gui.sees("OVERDRACHT · 1 open punt · "));
}

} // namespace handover_test
