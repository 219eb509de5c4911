// The blocking client against a hub that behaves, and one that does not.
#include "messaging/link/client.hpp"

#include "messaging/codec/codec.hpp"
#include "tests/messaging/link/fake_hub.hpp"
#include "tests/support/catch.hpp"

#include <atomic>
#include <csignal>
#include <pthread.h>
#include <thread>

namespace client_test {

using namespace regiekamer;
using link::Client;

namespace {

std::vector<std::string> numbered(std::size_t count) {
    std::vector<std::string> events;
    for (std::size_t at = 0; at < count; ++at)
        events.push_back(note_event("e-" + std::to_string(at), std::to_string(at)));
    return events;
}

} // namespace

TEST_CASE("where no hub answers, a sentence says so") {
    std::string endpoint;
    {
        FakeHub hub;
        hub.start();
        endpoint = hub.requests();
    }
    const auto client = Client::connect(endpoint, "ctl", milliseconds(300));
    REQUIRE_FALSE(client);
    CHECK(sentence(client.error()) == "no hub answers at " + endpoint + "; is it running?");
}

TEST_CASE("a hub that accepts and says nothing is no hub that answers") {
    FakeHub hub;
    hub.set([](Faults& faults) { faults.silent = true; });
    hub.start();
    const auto client = Client::connect(hub.requests(), "ctl", milliseconds(300));
    REQUIRE_FALSE(client);
    CHECK_THAT(sentence(client.error()), ContainsSubstring("is it running?"));
}

TEST_CASE("a signal while the hub is waited for is no fault of the hub") {
    struct sigaction ignore {
    }, before{};
    ignore.sa_handler = [](int) {};
    sigaction(SIGUSR1, &ignore, &before);
    FakeHub hub;
    hub.set([](Faults& faults) { faults.silent = true; });
    hub.start();
    std::atomic<bool> done = false;
    std::string said;
    std::thread caller([&] {
        const auto client = Client::connect(hub.requests(), "ctl", milliseconds(300));
        said = client ? "" : sentence(client.error());
        done = true;
    });
    while (!done) {
        pthread_kill(caller.native_handle(), SIGUSR1);
        std::this_thread::yield();
    }
    caller.join();
    sigaction(SIGUSR1, &before, nullptr);
    CHECK_THAT(said, ContainsSubstring("is it running?"));
}

TEST_CASE("an endpoint that is none is named") {
    const auto client = Client::connect("here", "ctl", milliseconds(300));
    REQUIRE_FALSE(client);
    CHECK(client.error().where == "here");
    CHECK_THAT(client.error().expected, ContainsSubstring("tcp://"));
}

TEST_CASE("a hub that starts a moment later is waited for") {
    FakeHub hub;
    hub.start();
    hub.stop();
    const auto address = hub.requests(); // read before start() writes it
    Result<Client> client = refuse("", "not tried", "");
    std::thread caller([&] { client = Client::connect(address, "ctl", seconds(20)); });
    hub.start();
    caller.join();
    REQUIRE(client);
    CHECK(client->welcome().mode == Mode::exercise);
}

TEST_CASE("what is appended comes back in order, with the desk's name") {
    FakeHub hub;
    hub.start();
    auto client = Client::connect(hub.requests(), "ctl");
    REQUIRE(client);
    const auto events = numbered(3);
    const auto results = client->append(events);
    REQUIRE(results);
    REQUIRE(results->size() == 3);
    for (std::size_t at = 0; at < 3; ++at) {
        CHECK((*results)[at].ok);
        CHECK((*results)[at].id == "e-" + std::to_string(at));
        CHECK((*results)[at].sequence->value == static_cast<std::int64_t>(at) + 1);
    }
    const auto replayed = client->replay(1);
    REQUIRE(replayed);
    REQUIRE(replayed->size() == 2);
    CHECK((*replayed)[0].first.sequence.value == 2);
    CHECK((*replayed)[0].first.sender == "ctl");
    CHECK((*replayed)[1].second == events[2]);
    const auto pong = client->ping();
    REQUIRE(pong);
    CHECK(pong->head.value == 3);
}

TEST_CASE("more events than fit one request go in several") {
    FakeHub hub;
    hub.start();
    auto client = Client::connect(hub.requests(), "ctl");
    REQUIRE(client);
    const auto events = numbered(3000);
    const auto results = client->append(events);
    REQUIRE(results);
    CHECK(results->size() == 3000);
    CHECK(hub.asked("APPEND") == 6);
    CHECK(hub.events() == events);
}

TEST_CASE("an event that is too large is refused before it is sent, and the others go") {
    FakeHub hub;
    hub.start();
    auto client = Client::connect(hub.requests(), "ctl");
    REQUIRE(client);
    auto events = numbered(2);
    events.insert(events.begin() + 1, std::string(2'000'000, 'x'));
    const auto results = client->append(events);
    REQUIRE(results);
    REQUIRE(results->size() == 3);
    CHECK((*results)[0].ok);
    CHECK_FALSE((*results)[1].ok);
    CHECK(sentence(link::refusal_of((*results)[1])) == "2000000 bytes, expected at most 262144 bytes");
    CHECK((*results)[2].ok);
    CHECK(hub.events().size() == 2);
}

TEST_CASE("a refused event comes back with its place") {
    FakeHub hub;
    hub.start();
    auto client = Client::connect(hub.requests(), "ctl");
    REQUIRE(client);
    const std::vector<std::string> events{"{\"specversion\":\"2.0\"}"};
    const auto results = client->append(events);
    REQUIRE(results);
    REQUIRE_FALSE(results->front().ok);
    CHECK(link::refusal_of(results->front()).where == "/specversion");
}

TEST_CASE("a hub of another protocol is named with both numbers") {
    FakeHub hub;
    hub.set([](Faults& faults) { faults.protocol = 7; });
    hub.start();
    const auto client = Client::connect(hub.requests(), "ctl");
    REQUIRE_FALSE(client);
    CHECK_THAT(sentence(client.error()), ContainsSubstring("protocol 7, expected protocol 1"));
}

TEST_CASE("a hub that refuses the greeting is quoted") {
    FakeHub hub;
    hub.set([](Faults& faults) { faults.refuses_hello = "protocol 1 is not spoken here"; });
    hub.start();
    const auto client = Client::connect(hub.requests(), "ctl");
    REQUIRE_FALSE(client);
    CHECK(sentence(client.error()) == "protocol 1 is not spoken here");
}

TEST_CASE("a position beyond the head is the hub's error, and the connection goes on") {
    FakeHub hub;
    hub.start();
    auto client = Client::connect(hub.requests(), "ctl");
    REQUIRE(client);
    const auto beyond = client->replay(7);
    REQUIRE_FALSE(beyond);
    CHECK(sentence(beyond.error()) == "other journal");
    CHECK(client->ping());
}

TEST_CASE("a hub that goes while it is asked ends the call with a sentence") {
    FakeHub hub;
    hub.start();
    auto client = Client::connect(hub.requests(), "ctl");
    REQUIRE(client);
    hub.stop();
    const auto pong = client->ping();
    REQUIRE_FALSE(pong);
    CHECK_THAT(sentence(pong.error()), ContainsSubstring("the hub at " + hub.requests()));
}

TEST_CASE("an answer to another request is not taken for ours") {
    FakeHub hub;
    hub.start();
    auto client = Client::connect(hub.requests(), "ctl");
    REQUIRE(client);
    hub.set([](Faults& faults) { faults.scrambled = true; });
    const auto pong = client->ping();
    REQUIRE_FALSE(pong);
    CHECK_THAT(sentence(pong.error()), ContainsSubstring("not asked"));
}

TEST_CASE("over inproc a client speaks in the hub's own context") {
    zmq::context_t context(1);
    FakeHub hub;
    hub.start(&context);
    {
        auto client = Client::connect(hub.requests(), "ctl", seconds(3), "OvD-Bz", &context);
        REQUIRE(client);
        CHECK(client->append(numbered(1)));
    }
    hub.stop();
    CHECK(hub.events().size() == 1);
}

} // namespace client_test
