// How a hub starts, refuses to start, and stops.
#include "messaging/hub/socket.hpp"
#include "tests/messaging/hub/test_hub.hpp"

#include <atomic>

namespace lifecycle_test {

using namespace wire_client;
using regiekamer::hub::Hub;

namespace {

std::string refusal(regiekamer::hub::Settings settings) {
    const auto hub = Hub::start(std::move(settings));
    return hub ? "started" : sentence(hub.error());
}

} // namespace

TEST_CASE("a tcp endpoint beyond loopback is refused before any file is made") {
    const Folder folder;
    for (const std::string endpoint :
         {"tcp://0.0.0.0:*", "tcp://*:*", "tcp://192.168.1.1:11200", "tcp://[::]:*",
          "tcp://example.org:11200", "tcp://127.0.0.1.example.org:1", "tcp://eth0:1", "tcp://128.0.0.1:1",
          "tcp://[::ffff:127.0.0.1]:1", "tcp://127.1:1"}) {
        INFO(endpoint);
        auto settings = exercise_on(folder.path / "journal.sqlite");
        settings.live = {endpoint};
        CHECK_THAT(refusal(settings), ContainsSubstring("loopback"));
        CHECK(std::filesystem::is_empty(folder.path));
    }
    for (const std::string endpoint :
         {"", "tcp://", "tcp://127.0.0.1", "tcp://127.0.0.1:x", "tcp://127.0.0.1:65536", "udp://127.0.0.1:1",
          "127.0.0.1:11200", "tcp://127.0.0.1:\n1"}) {
        INFO(endpoint);
        CHECK_FALSE(regiekamer::hub::bindable(endpoint).has_value());
    }
}

TEST_CASE("every form of loopback is bound, and told as it was bound") {
    const TestHub hub([](auto& settings) {
        settings.requests = {"tcp://localhost:0", "tcp://127.0.0.2:*", "tcp://[::1]:*", "inproc://more"};
    });
    REQUIRE(hub.hub->requests().size() == 4);
    for (std::size_t i = 0; i < 2; ++i) {
        Client client(hub.hub->requests()[i]);
        CHECK(number(client.ping(), "head") == 0);
    }
    CHECK(hub.hub->requests()[1].starts_with("tcp://127.0.0.2:"));
    CHECK(hub.hub->requests()[2].starts_with("tcp://[::1]:"));
    Client inside("inproc://more", &hub.hub->context());
    CHECK(number(inside.ping(), "head") == 0);
}

TEST_CASE("a second hub on the same port is refused with a sentence") {
    const TestHub hub;
    const Folder folder;
    auto settings = exercise_on(folder.path / "journal.sqlite");
    settings.requests = hub.hub->requests();
    CHECK_THAT(refusal(settings), ContainsSubstring("in use"));
    CHECK_THAT(refusal(settings), ContainsSubstring(hub.requests()));
    CHECK(std::filesystem::is_empty(folder.path));
}

TEST_CASE("a second hub on the same journal is refused with a sentence, and the first goes on") {
    const TestHub hub;
    const auto told = refusal(exercise_on(hub.journal));
    CHECK(told != "started");
    CHECK_THAT(told, ContainsSubstring(hub.journal.filename().string()));
    auto client = hub.client();
    CHECK(number(client.append(event("a")), "sequence") == 1);
}

TEST_CASE("a journal of the other mode is refused") {
    const Folder folder;
    const auto journal = folder.path / "journal.sqlite";
    started(exercise_on(journal)).reset();
    auto settings = exercise_on(journal);
    settings.mode = regiekamer::Mode::actual;
    CHECK(refusal(settings) != "started");
}

TEST_CASE("a hub that starts again goes on where it stopped") {
    const Folder folder;
    const auto settings = exercise_on(folder.path / "journal.sqlite");
    std::string journal;
    {
        const auto hub = started(settings);
        journal = hub->journal_uuid();
        Client client(hub->requests().at(0));
        client.append({event("a"), event("b")});
    }
    const auto hub = started(settings);
    CHECK(hub->journal_uuid() == journal);
    Client client(hub->requests().at(0));
    CHECK(number(client.append(event("b")), "sequence") == 2);
    CHECK(number(client.append(event("c")), "sequence") == 3);
}

TEST_CASE("a start and a stop journal nothing, and a HELLO neither") {
    const Folder folder;
    const auto settings = exercise_on(folder.path / "journal.sqlite");
    {
        const auto hub = started(settings);
        Client client(hub->requests().at(0));
        client.hello("ovd-1");
    }
    const auto hub = started(settings);
    Client client(hub->requests().at(0));
    CHECK(number(client.ping(), "head") == 0);
}

TEST_CASE("a hub under load stops when asked, and what it acknowledged is there") {
    const Folder folder;
    const auto settings = exercise_on(folder.path / "journal.sqlite");
    auto hub = started(settings);
    std::atomic<std::int64_t> acknowledged = 0;
    std::atomic<bool> over = false;
    std::thread sender([&, endpoint = hub->requests().at(0)] {
        Client client(endpoint);
        int sent = 0;
        const auto send = [&] {
            const auto n = std::to_string(sent++);
            client.send_append(n, {event("a" + n), event("b" + n), event("c" + n)});
        };
        for (int i = 0; i < 100; ++i)
            send();
        while (!over) {
            const auto answer = client.receive(milliseconds(50));
            if (answer.empty()) continue;
            acknowledged = number(object(answer.back()), "sequence");
            send();
        }
    });
    CHECK(eventually([&] { return acknowledged > 1'000; }));
    hub.reset();
    over = true;
    sender.join();
    hub = started(settings);
    Client client(hub->requests().at(0));
    CHECK(number(client.ping(), "head") >= acknowledged);
}

} // namespace lifecycle_test
