// KOPPELINGEN: how each feed is, and what it set aside.
#include "tests/dashboard/panels/night.hpp"

namespace feeds_board_test {

using namespace night;

namespace {

void listens(Desk& desk) {
    desk.mode = Mode::actual;
    roster(desk);
    desk.view = View::koppelingen;
}

} // namespace

TEST_CASE("without any feed the board says how one comes") {
    Desk desk(Mode::actual);
    listens(desk);
    Gui gui(desk.drawn());
    CHECK(gui.sees("nog geen koppeling"));
}

TEST_CASE("each feed says how it is, what it brought and what it set aside, trouble first") {
    Desk desk(Mode::actual);
    listens(desk);
    desk.tells(at(10), FeedReported{"p2000", FeedState::loopt, {}});
    desk.tells(at(10), FeedReported{"water", FeedState::fout, std::string("no answer")});
    desk.tells(at(10), FeedRefused{"p2000", "half a line", 1204, std::string("FLEX|2026")});
    Gui gui(desk.drawn());
    CHECK(gui.sees("1 stil of fout"));
    CHECK(gui.sees("fout sinds"));
    CHECK(gui.sees("1.204 opzij gelegd"));
    CHECK_FALSE(gui.sees("FLEX|2026")); // of the feed in trouble, which is the first
    presses(gui, Key::down);
    gui.frame();
    CHECK(gui.sees("FLEX|2026"));
    CHECK(gui.sees("Half a line"));
    presses(gui, Key::up);
    gui.frame();
    CHECK(gui.sees("Wat een koppeling niet kan lezen"));
    gui.click("koppeling/p2000");
    gui.frame();
    CHECK(gui.sees("FLEX|2026"));
}

TEST_CASE("while the data are being read RUST says nothing of what is not known yet") {
    Desk desk(Mode::actual);
    desk.view = View::rust;
    desk.data.kind = DataState::Kind::catching_up;
    Gui gui(desk.drawn());
    INFO(gui.screen());
    CHECK_FALSE(gui.sees("0 open, "));
    CHECK_FALSE(gui.sees("Nog geen rooster"));
    desk.data.kind = DataState::Kind::live;
    gui.frame();
    INFO(gui.screen());
    CHECK(gui.sees("0 open, "));
    CHECK(gui.sees("Nog geen rooster"));
}

TEST_CASE("KAN HET calls nothing good that is weeks old, but warnings whose feed still runs; nor is its "
          "value bare") {
    Desk desk(Mode::actual);
    roster(desk);
    desk.view = View::rust;
    const Instant then = desk.now - hours(24 * 28);
    MeasurementTaken level;
    level.station = "Alblasserdam";
    level.quantity = "waterstand";
    level.unit = "cm NAP";
    level.at = then;
    level.value = 99;
    desk.tells(then, level);
    PageReceived page;
    page.text = "P 1 Kade Alblasserdam";
    page.at = then;
    desk.tells(then, page);
    WarningReceived warning;
    warning.identifier = "w";
    warning.sender = "knmi";
    warning.sent = then;
    warning.msg_type = "Alert";
    warning.expires = then + hours(3);
    Recorded by_feed;
    by_feed.sequence = desk.picture().sequence + 1;
    by_feed.recorded = by_feed.message.time = then;
    by_feed.message.id = "by-feed";
    by_feed.message.source = "feed/knmi";
    by_feed.message.body = warning;
    desk.takes(by_feed);
    Gui gui(desk.drawn());
    INFO(gui.screen());
    CHECK(gui.sees("KAN HET · 1 goed, 4 let op")); // the alarms
    CHECK(gui.sees("28 dagen oud · kijk de bron na"));
    CHECK(gui.sees("Alblasserdam, meting 28 dagen oud"));
    desk.tells(at(2), FeedReported{"knmi", FeedState::loopt, {}});
    gui.frame();
    INFO(gui.screen());
    CHECK(gui.sees("28 dagen oud · de koppeling werkt"));
    level.at = desk.now - minutes(3);
    desk.tells(level.at, level);
    gui.frame();
    CHECK_FALSE(gui.sees("meting 28 dagen oud"));
    CHECK(gui.sees("3 min oud"));
}

TEST_CASE("a feed whose input ended is klaar in every place, and not everything runs then") {
    Desk desk(Mode::actual);
    listens(desk);
    desk.tells(at(10), FeedReported{"p2000", FeedState::loopt, {}});
    {
        Gui gui(desk.drawn());
        CHECK(gui.sees("alles loopt"));
    }
    FeedReported ended{"lijst", FeedState::stil, std::string("einde van de invoer")};
    desk.tells(at(11), FeedReported{"lijst", FeedState::stil, {}});
    ended.ended = true;
    desk.tells(at(10), ended);
    Gui gui(desk.drawn());
    CHECK(gui.sees("1 loopt · 1 klaar"));
    CHECK(gui.sees("klaar sinds"));
    CHECK_FALSE(gui.sees("alles loopt"));
    desk.view = View::rust;
    Gui rust(desk.drawn());
    CHECK(rust.sees("lijst klaar"));
    CHECK_FALSE(rust.sees("lijst stil"));
    CHECK_FALSE(rust.sees("Koppeling lijst"));
}

TEST_CASE("O asks the chosen feed to offer again what it put aside, and the board tells what came of it") {
    Desk desk(Mode::actual);
    listens(desk);
    desk.tells(at(10), FeedReported{"p2000", FeedState::loopt, {}});
    desk.tells(at(10), FeedRefused{"p2000", "half a line", 3, std::string("FLEX|2026")});
    Gui gui(desk.drawn());
    CHECK(gui.sees("Bied opnieuw aan"));
    presses(gui, Key::o);
    CHECK(only<FeedRetryAsked>(desk).feed == FeedId{"p2000"});

    desk.tells(at(9), FeedRetryAsked{"p2000"});
    desk.now = at(9);
    Gui waiting(desk.drawn());
    CHECK(waiting.sees("De koppeling is ermee bezig"));
    desk.now = at(8);
    Gui unanswered(desk.drawn());
    CHECK(unanswered.sees("Nog geen antwoord"));
    desk.tells(at(8), FeedRetried{"p2000", 3, 2, 1, 0, std::string("half a line")});
    Gui answered(desk.drawn());
    CHECK(answered.sees("Bood 3 stukken opnieuw aan: 2 berichten, 1 weer opzij"));
}

TEST_CASE("the list follows the feed that a key chose") {
    Desk desk(Mode::actual);
    listens(desk);
    for (int i = 100; i < 140; ++i)
        desk.tells(at(10), FeedReported{FeedId("bron-" + std::to_string(i)), FeedState::loopt, {}});
    Gui gui(desk.drawn());
    for (int i = 0; i < 39; ++i)
        presses(gui, Key::down);
    gui.frame();
    CHECK(gui.find("koppeling/bron-139").rect.h > 0);
    for (int i = 0; i < 39; ++i)
        presses(gui, Key::up);
    gui.frame();
    CHECK(gui.find("koppeling/bron-100").rect.h > 0);
}

TEST_CASE("a feed whose program ended is not asked: the board says that it does not run") {
    Desk desk(Mode::actual);
    listens(desk);
    desk.tells(at(10), FeedReported{"p2000", FeedState::stil, std::string("de koppeling is gestopt")});
    desk.tells(at(10), FeedRefused{"p2000", "half a line", 3, {}});
    Gui gui(desk.drawn());
    presses(gui, Key::o);
    CHECK(desk.acted<FeedRetryAsked>().empty());
    REQUIRE(desk.asked_for<Explain>() != nullptr);
    CHECK(desk.asked_for<Explain>()->text.find("draait niet") != std::string::npos);
}

} // namespace feeds_board_test
