// A link against a hub that behaves: catching up, following, acting, resuming.
#include "tests/messaging/link/desk.hpp"
#include "tests/support/catch.hpp"

#include "messaging/codec/codec.hpp"

namespace link_test {

using namespace regiekamer;

TEST_CASE("a desk gets what was said before it came, then what is said now") {
    FakeHub hub;
    hub.has(note_events(1, 2500));
    hub.start();
    Desk desk(settings_for(hub));
    REQUIRE(desk.has_notes(2500));
    REQUIRE(desk.reaches(link::Phase::live));
    hub.hears(note_event("e-new", "new"));
    REQUIRE(desk.has_notes(2501));
    CHECK(desk.notes().back() == "new");
    CHECK(desk.in_order());
    const auto state = desk.state();
    CHECK(state.head == 2501);
    CHECK(state.received == 2501);
    CHECK(state.journal == "11111111-1111-4111-8111-111111111111");
    CHECK(state.mode == Mode::exercise);
    CHECK(state.heard);
    CHECK_FALSE(state.refusal);
    CHECK(hub.asked("REPLAY") == 3);
}

TEST_CASE("a desk that has a part asks for the rest only") {
    FakeHub hub;
    hub.has(note_events(1, 50));
    hub.start();
    auto settings = settings_for(hub);
    settings.after = 40;
    Desk desk(std::move(settings));
    REQUIRE(desk.has_notes(10));
    CHECK(desk.notes().front() == "41");
    CHECK(desk.in_order());
}

TEST_CASE("over inproc a desk follows in the hub's own context") {
    zmq::context_t context(1);
    FakeHub hub;
    hub.has(note_events(1, 10));
    hub.start(&context);
    auto settings = settings_for(hub);
    settings.context = &context;
    Desk desk(std::move(settings));
    REQUIRE(desk.has_notes(10));
    desk.says("hello");
    REQUIRE(desk.has_notes(11));
    CHECK(desk.in_order());
    desk.leaves();
    hub.stop();
}

TEST_CASE("a redacted message comes without content, in its place") {
    FakeHub hub;
    hub.has({note_event("e-1", "one"), "", note_event("e-3", "three")});
    hub.start();
    Desk desk(settings_for(hub));
    REQUIRE(desk.has_notes(2));
    CHECK(desk.in_order());
    CHECK(desk.state().received == 3);
}

TEST_CASE("acts are acknowledged in order, each once, and come back as messages") {
    FakeHub hub;
    hub.start();
    Desk desk(settings_for(hub));
    std::vector<std::string> ids;
    for (int act = 1; act <= 1000; ++act)
        ids.push_back(desk.says(std::to_string(act)));
    REQUIRE(desk.has_outcomes(1000));
    REQUIRE(desk.has_notes(1000));
    CHECK(desk.in_order());
    REQUIRE(desk.outcomes().size() == 1000);
    for (std::size_t at = 0; at < 1000; ++at) {
        CHECK(desk.outcomes()[at].id == ids[at]);
        CHECK(desk.outcomes()[at].sequence == at + 1);
        CHECK(desk.notes()[at] == std::to_string(at + 1));
    }
    CHECK(desk.link().waiting().empty());
    CHECK(eventually([&] { return desk.state().unsent == 0; })); // the state is told after the outcomes
    CHECK(hub.asked("APPEND") < 1000);                           // many acts, fewer requests
}

TEST_CASE("a refused act comes back with the hub's reason and the next one goes on") {
    FakeHub hub;
    hub.start();
    Desk desk(settings_for(hub));
    auto wrong = note("wrong");
    wrong.source = std::string(300, 's');
    const auto id = desk.link().send(wrong);
    REQUIRE(id);
    desk.says("right");
    REQUIRE(desk.has_outcomes(2));
    REQUIRE(desk.outcomes()[0].refused);
    CHECK(desk.outcomes()[0].id == *id);
    CHECK(desk.outcomes()[0].refused->where == "/source");
    CHECK_FALSE(desk.outcomes()[0].sequence);
    CHECK(desk.outcomes()[1].sequence == 1);
}

TEST_CASE("an act that is too large is refused at once") {
    FakeHub hub;
    hub.start();
    Desk desk(settings_for(hub));
    const auto sent = desk.link().send(note(std::string(300'000, 'x')));
    REQUIRE_FALSE(sent);
    CHECK(sent.error().expected == "at most 262144 bytes");
    CHECK(desk.link().waiting().empty());
}

TEST_CASE("an outbox that is full refuses, and keeps what it has") {
    link::Settings settings;
    settings.requests = "inproc://nobody";
    settings.live = "inproc://nobody-live";
    settings.desk = "ovd-1";
    Desk desk(std::move(settings));
    for (int act = 0; act < 10'000; ++act)
        desk.says("a");
    const auto sent = desk.link().send(note("one too many"));
    REQUIRE_FALSE(sent);
    CHECK_THAT(sentence(sent.error()), ContainsSubstring("10000"));
    CHECK(desk.state().unsent == 10'000);
}

TEST_CASE("a desk tells that it joined on each connection, under its own name") {
    FakeHub hub;
    hub.start();
    auto settings = settings_for(hub, "acbz-2");
    settings.announce = true;
    settings.function = "AC-Bz";
    settings.person = "M. Verhoeven";
    Desk desk(std::move(settings));
    const auto joined = [&] {
        std::size_t count = 0;
        for (const auto& event : hub.events()) {
            const auto message = codec::read(event);
            const auto* body = std::get_if<DeskJoined>(&message.body);
            if (body != nullptr && body->desk == DeskId("acbz-2") && message.function == Function("AC-Bz") &&
                message.person == PersonId("M. Verhoeven"))
                ++count;
        }
        return count;
    };
    REQUIRE(eventually([&] { return joined() == 1; }));
    hub.stop();
    REQUIRE(desk.reaches(link::Phase::away));
    hub.start();
    REQUIRE(eventually([&] { return joined() == 2; }));
    for (const auto& sender : hub.senders())
        CHECK(sender == "acbz-2");
    CHECK(desk.outcomes().empty()); // no act of the user
}

TEST_CASE("who takes the desk is told at once, and on each connection after") {
    FakeHub hub;
    hub.start();
    auto settings = settings_for(hub, "plek-1");
    settings.announce = true; // nobody said yet who he is
    Desk desk(std::move(settings));
    const auto seats = [&] {
        std::vector<std::string> all;
        for (const auto& event : hub.events()) {
            const auto message = codec::read(event);
            if (std::holds_alternative<DeskJoined>(message.body))
                all.push_back(message.function ? message.function->value : "");
        }
        return all;
    };
    REQUIRE(eventually([&] { return seats().size() == 1; }));
    desk.link().sits("HTO Publieke zorg", "J. Postma");
    REQUIRE(eventually([&] { return seats().size() == 2; }));
    desk.link().sits("HTO Publieke zorg", "J. Postma"); // nothing new
    hub.stop();
    REQUIRE(desk.reaches(link::Phase::away));
    hub.start();
    REQUIRE(eventually([&] { return seats().size() == 3; }));
    CHECK(seats() == std::vector<std::string>{"", "HTO Publieke zorg", "HTO Publieke zorg"});
}

TEST_CASE("in an exercise a desk joins at exercise time") {
    FakeHub hub;
    Message clock = note("");
    clock.id = "clock";
    clock.source = "player";
    ExerciseClockSet set;
    set.run = RunId("r");
    set.at = read_instant("2027-01-22T12:00:00+01:00").value();
    set.running = false;
    clock.body = set;
    hub.has({codec::encode(clock)});
    hub.start();
    auto settings = settings_for(hub);
    settings.announce = true;
    const Desk desk(std::move(settings));
    REQUIRE(eventually([&] { return hub.events().size() == 2; }));
    CHECK(codec::read(hub.events().back()).time == set.at);
}

TEST_CASE("the queue is bounded: a window that does not drain holds the link up, not the hub") {
    FakeHub hub;
    hub.has(note_events(1, 20'000));
    hub.start();
    Desk desk(settings_for(hub));
    REQUIRE(eventually([&] { return desk.state().received > 7000; }));
    for (int beat = 0; beat < 3; ++beat) { // the link is alive meanwhile
        const auto heard = desk.state().heard;
        REQUIRE(eventually([&] { return desk.state().heard != heard; }));
    }
    CHECK(desk.state().received <= 8192);
    CHECK(desk.state().phase == link::Phase::catching_up);
    hub.hears(note_event("e-live", "live"));
    REQUIRE(desk.has_notes(20'001));
    CHECK(desk.in_order());
    CHECK(desk.reaches(link::Phase::live));
}

TEST_CASE("the window is woken when there is something to drain, and not for each message") {
    FakeHub hub;
    hub.start();
    Desk desk(settings_for(hub));
    REQUIRE(desk.reaches(link::Phase::live));
    const int before = desk.wakes();
    hub.hears(note_event("e-1", "one"));
    REQUIRE(eventually([&] { return desk.wakes() > before; }));
    REQUIRE(eventually([&] { return desk.state().received == 1; }));
    const int once = desk.wakes();
    for (int at = 2; at <= 100; ++at)
        hub.hears(note_event("e-" + std::to_string(at), "more"));
    REQUIRE(eventually([&] { return desk.state().received == 100; }));
    CHECK(desk.wakes() == once); // the queue was never empty
    CHECK(desk.has_notes(100));
}

TEST_CASE("the hub's clock is known") {
    FakeHub hub;
    hub.set([](Faults& faults) { faults.skew = hours(-3); });
    hub.start();
    Desk desk(settings_for(hub));
    REQUIRE(desk.reaches(link::Phase::live));
    CHECK(std::chrono::abs(desk.state().clock_offset + hours(3)) < seconds(5));
}

} // namespace link_test
