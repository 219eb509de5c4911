// The network faults of trust.md §2, and hubs that are not the one wanted.
#include "tests/messaging/link/desk.hpp"
#include "tests/support/catch.hpp"

namespace link_faults_test {

using namespace regiekamer;

namespace {

const std::string other_uuid = "22222222-2222-4222-8222-222222222222";

bool refused_with(Desk& desk, const std::string& words) {
    return eventually([&] {
        const auto state = desk.state();
        return state.phase == link::Phase::refused && state.refusal &&
               sentence(*state.refusal).find(words) != std::string::npos;
    });
}

} // namespace

TEST_CASE("what live left out is fetched, the last message too") {
    FakeHub hub;
    hub.start();
    Desk desk(settings_for(hub));
    REQUIRE(desk.reaches(link::Phase::live));
    hub.hears(note_event("e-1", "one"));
    REQUIRE(desk.has_notes(1));
    hub.set([](Faults& faults) { faults.mute_live = true; });
    hub.hears(note_event("e-2", "two"));
    REQUIRE(desk.has_notes(2)); // told by the heartbeat
    hub.hears(note_event("e-3", "three"));
    hub.set([](Faults& faults) { faults.mute_live = false; });
    hub.hears(note_event("e-4", "four"));
    REQUIRE(desk.has_notes(4));
    CHECK(desk.notes() == std::vector<std::string>{"one", "two", "three", "four"});
    CHECK(desk.in_order());
}

TEST_CASE("without anything on live a desk still follows, by asking") {
    FakeHub hub;
    hub.set([](Faults& faults) { faults.mute_live = faults.no_heartbeat = true; });
    hub.start();
    Desk desk(settings_for(hub));
    REQUIRE(desk.reaches(link::Phase::live));
    hub.hears(note_event("e-1", "one"));
    REQUIRE(desk.has_notes(1));
}

TEST_CASE("repeats and wrong order on live have no effect") {
    FakeHub hub;
    hub.set([](Faults& faults) { faults.doubled = faults.swapped = true; });
    hub.start();
    Desk desk(settings_for(hub));
    REQUIRE(desk.reaches(link::Phase::live));
    for (int at = 1; at <= 400; ++at)
        hub.hears(note_event("e-" + std::to_string(at), std::to_string(at)));
    REQUIRE(desk.has_notes(400));
    CHECK(desk.in_order());
    CHECK(desk.notes().size() == 400);
    CHECK(desk.state().phase == link::Phase::live);
}

TEST_CASE("a hub that falls silent is away, and live again when it speaks") {
    FakeHub hub;
    hub.start();
    Desk desk(settings_for(hub));
    REQUIRE(desk.reaches(link::Phase::live));
    hub.set([](Faults& faults) { faults.silent = true; });
    REQUIRE(desk.reaches(link::Phase::away));
    REQUIRE(desk.state().trouble);
    CHECK_THAT(sentence(*desk.state().trouble), ContainsSubstring("nothing heard"));
    hub.hears(note_event("e-1", "meanwhile"));
    hub.set([](Faults& faults) { faults.silent = false; });
    REQUIRE(desk.reaches(link::Phase::live));
    REQUIRE(desk.has_notes(1));
    CHECK_FALSE(desk.state().trouble);
}

TEST_CASE("a silent hub over inproc is away, and live again when it speaks") {
    zmq::context_t context(1);
    FakeHub hub;
    hub.start(&context);
    auto settings = settings_for(hub);
    settings.context = &context;
    Desk desk(std::move(settings));
    REQUIRE(desk.reaches(link::Phase::live));
    hub.set([](Faults& faults) { faults.silent = true; });
    REQUIRE(desk.reaches(link::Phase::away));
    desk.says("meanwhile");
    hub.set([](Faults& faults) { faults.silent = false; });
    REQUIRE(desk.has_notes(1));
    CHECK(desk.has_outcomes(1));
    desk.leaves();
    hub.stop();
}

TEST_CASE("after a restart of the hub a desk goes on where it was") {
    FakeHub hub;
    hub.has(note_events(1, 100));
    hub.start();
    Desk desk(settings_for(hub));
    REQUIRE(desk.has_notes(100));
    for (std::size_t round = 1; round <= 3; ++round) {
        hub.stop();
        REQUIRE(desk.reaches(link::Phase::away));
        hub.has(note_events(100 + round, 1));
        hub.start();
        REQUIRE(desk.has_notes(100 + round));
        REQUIRE(desk.reaches(link::Phase::live));
    }
    CHECK(desk.in_order());
    CHECK(desk.notes().size() == 103);
}

TEST_CASE("what is done while the hub is away waits, and is delivered once and in order") {
    FakeHub hub;
    hub.start();
    Desk desk(settings_for(hub));
    REQUIRE(desk.reaches(link::Phase::live));
    hub.stop();
    REQUIRE(desk.reaches(link::Phase::away));
    desk.says("a");
    desk.says("b");
    desk.says("c");
    REQUIRE(desk.link().waiting().size() == 3);
    CHECK(std::get<NoteWritten>(desk.link().waiting()[1].body).text == "b");
    CHECK(desk.state().unsent == 3);
    CHECK(desk.notes().empty());
    hub.start();
    REQUIRE(desk.has_outcomes(3));
    REQUIRE(desk.has_notes(3));
    CHECK(desk.notes() == std::vector<std::string>{"a", "b", "c"});
    CHECK(desk.link().waiting().empty());
    CHECK(hub.events().size() == 3);
}

TEST_CASE("what was stored and not acknowledged is acknowledged after a resend, and stored once") {
    FakeHub hub;
    hub.set([](Faults& faults) { faults.keeps_results = true; });
    hub.start();
    Desk desk(settings_for(hub));
    desk.says("a");
    desk.says("b");
    REQUIRE(eventually([&] { return hub.events().size() == 2; })); // it is there, but nobody said so
    CHECK(desk.outcomes().empty());
    CHECK(desk.link().waiting().size() == 2);
    hub.stop();
    hub.set([](Faults& faults) { faults.keeps_results = false; });
    hub.start();
    REQUIRE(desk.has_outcomes(2));
    CHECK(desk.outcomes()[0].sequence == 1);
    CHECK(desk.outcomes()[1].sequence == 2);
    REQUIRE(desk.has_notes(2));
    CHECK(hub.events().size() == 2);
    CHECK(desk.notes() == std::vector<std::string>{"a", "b"});
}

TEST_CASE("wrong answers end the connection and lose no act") {
    FakeHub hub;
    hub.set([](Faults& faults) { faults.scrambled = true; });
    hub.start();
    Desk desk(settings_for(hub));
    desk.says("a");
    REQUIRE(eventually([&] { return hub.greeted() >= 3; }));
    CHECK(desk.outcomes().empty());
    hub.set([](Faults& faults) { faults.scrambled = false; });
    REQUIRE(desk.has_outcomes(1));
    REQUIRE(desk.has_notes(1));
    CHECK(hub.events().size() == 1);
}

TEST_CASE("EVENTS with a message left out is not taken") {
    FakeHub hub;
    hub.has(note_events(1, 10));
    hub.set([](Faults& faults) { faults.half_events = true; });
    hub.start();
    Desk desk(settings_for(hub));
    REQUIRE(eventually([&] { return hub.greeted() >= 2; }));
    CHECK(desk.notes().empty());
    hub.set([](Faults& faults) { faults.half_events = false; });
    REQUIRE(desk.has_notes(10));
    CHECK(desk.in_order());
}

TEST_CASE("a slow hub is waited for") {
    FakeHub hub;
    hub.has(note_events(1, 3000));
    hub.set([](Faults& faults) { faults.slow = milliseconds(150); });
    hub.start();
    Desk desk(settings_for(hub));
    REQUIRE(desk.has_notes(3000));
    CHECK(desk.in_order());
    CHECK(hub.greeted() == 1);
}

TEST_CASE("a hub of another protocol is refused, and taken when it speaks ours") {
    FakeHub hub;
    hub.set([](Faults& faults) { faults.protocol = 2; });
    hub.start();
    Desk desk(settings_for(hub));
    REQUIRE(refused_with(desk, "protocol: 2, expected 1"));
    hub.set([](Faults& faults) { faults.protocol = 1; });
    REQUIRE(desk.reaches(link::Phase::live));
    CHECK_FALSE(desk.state().refusal);
}

TEST_CASE("a hub that refuses the greeting is quoted") {
    FakeHub hub;
    hub.set([](Faults& faults) { faults.refuses_hello = "no desk of that name"; });
    hub.start();
    Desk desk(settings_for(hub));
    CHECK(refused_with(desk, "no desk of that name"));
}

TEST_CASE("a hub of another mode is refused") {
    FakeHub hub(other_uuid, Mode::actual);
    hub.has({note_event("e-1", "real", Mode::actual)});
    hub.start();
    auto settings = settings_for(hub);
    settings.mode = Mode::exercise;
    Desk desk(std::move(settings));
    REQUIRE(refused_with(desk, "mode: actual, expected exercise"));
    CHECK(desk.notes().empty());
}

TEST_CASE("another journal is refused once something was received, and never mixed in") {
    FakeHub hub;
    hub.has(note_events(1, 3));
    hub.start();
    Desk desk(settings_for(hub));
    REQUIRE(desk.has_notes(3));
    hub.stop();
    hub.becomes(other_uuid);
    hub.has(note_events(4, 3));
    hub.start();
    REQUIRE(refused_with(desk, "another journal: " + other_uuid));
    desk.says("for the first journal");
    CHECK(desk.notes().size() == 3);
    CHECK(hub.events().size() == 6);
    hub.stop();
    hub.becomes("11111111-1111-4111-8111-111111111111");
    hub.start();
    REQUIRE(desk.has_notes(7));
    CHECK(desk.in_order());
}

TEST_CASE("a hub that is refused counts as nothing heard, however often it answers: the data grow old") {
    FakeHub hub;
    hub.has(note_events(1, 3));
    hub.start();
    Desk desk(settings_for(hub));
    REQUIRE(desk.has_notes(3));
    hub.stop();
    const auto refuses = [&](const std::string& why) {
        const auto heard = desk.state().heard;
        REQUIRE(heard);
        REQUIRE(refused_with(desk, why));
        const int before = hub.greeted();
        REQUIRE(eventually([&] { return hub.greeted() >= before + 2; }));
        CHECK(desk.state().heard == heard);
    };
    hub.becomes(other_uuid);
    hub.start();
    refuses("another journal");
    hub.set([](Faults& faults) { faults.protocol = 2; });
    refuses("protocol: 2");
    hub.set([](Faults& faults) { faults.protocol = wire::protocol; });
    hub.becomes("11111111-1111-4111-8111-111111111111");
    const auto old = desk.state().heard;
    REQUIRE(desk.reaches(link::Phase::live));
    CHECK(desk.state().heard > old);
}

TEST_CASE("another journal is taken while nothing was received yet") {
    FakeHub hub;
    hub.start();
    Desk desk(settings_for(hub));
    REQUIRE(desk.reaches(link::Phase::live));
    hub.stop();
    hub.becomes(other_uuid);
    hub.has(note_events(1, 2));
    hub.start();
    REQUIRE(desk.has_notes(2));
    CHECK(desk.state().journal == other_uuid);
}

TEST_CASE("a desk that knows which journal it has refuses another from the start") {
    FakeHub hub(other_uuid);
    hub.has(note_events(1, 5));
    hub.start();
    auto settings = settings_for(hub);
    settings.after = 2;
    settings.journal = "11111111-1111-4111-8111-111111111111";
    Desk desk(std::move(settings));
    CHECK(refused_with(desk, "another journal"));
}

TEST_CASE("a journal that lost its tail is refused") {
    FakeHub hub;
    hub.has(note_events(1, 5));
    hub.start();
    Desk desk(settings_for(hub));
    REQUIRE(desk.has_notes(5));
    hub.stop();
    hub.forgets_after(3);
    hub.start();
    CHECK(refused_with(desk, "a shorter journal: 3 messages"));
}

TEST_CASE("a journal set back to an older copy and gone on from there is refused") {
    FakeHub hub;
    hub.has(note_events(1, 5));
    hub.start();
    Desk desk(settings_for(hub));
    REQUIRE(desk.has_notes(5));
    hub.stop();
    hub.forgets_after(3);
    hub.has(note_events(100, 10)); // longer than before, with another 4 and 5
    hub.start();
    REQUIRE(refused_with(desk, "another history"));
    desk.says("for the first history");
    REQUIRE(eventually([&] { return hub.greeted() >= 3; }));
    CHECK(desk.notes().size() == 5);
    CHECK(hub.asked("APPEND") == 0);
}

TEST_CASE("an endpoint that is none is told, and a link to it ends") {
    link::Settings settings;
    settings.requests = "nowhere";
    settings.live = "nowhere";
    settings.desk = "ovd-1";
    Desk desk(std::move(settings));
    REQUIRE(eventually([&] { return desk.state().trouble.has_value(); }));
    CHECK(desk.state().trouble->where == "nowhere");
    CHECK(desk.reaches(link::Phase::away));
}

TEST_CASE("a link ends while its hub is frozen and acts are under way") {
    FakeHub hub;
    hub.start();
    Desk desk(settings_for(hub));
    REQUIRE(desk.reaches(link::Phase::live));
    hub.set([](Faults& faults) { faults.silent = true; });
    desk.says("unheard");
    desk.leaves();
    SUCCEED("it returned");
}

} // namespace link_faults_test
