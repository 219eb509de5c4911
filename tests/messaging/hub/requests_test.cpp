// The form of requests: each verb, each limit with its refusal, and a connection that stays usable.
#include "messaging/codec/wire.hpp"
#include "tests/messaging/hub/test_hub.hpp"

namespace requests_test {

using namespace wire_client;

namespace {

/// An event of exactly so many bytes.
std::string event_of_size(const std::string& id, std::size_t bytes) {
    const auto bare = event(id, R"({"x":""})").size();
    return event(id, R"({"x":")" + std::string(bytes - bare, 'a') + R"("})");
}

} // namespace

TEST_CASE("HELLO is answered with what the hub serves") {
    const TestHub hub;
    auto client = hub.client();
    const auto welcome = client.hello("ovd-1");
    CHECK(number(welcome, "protocol") == 1);
    CHECK(text(welcome, "mode") == "exercise");
    CHECK(text(welcome, "journal") == hub.hub->journal_uuid());
    CHECK(number(welcome, "head") == 0);
    CHECK(text(welcome, "hash").size() == 64);
    CHECK(regiekamer::read_instant(text(welcome, "time")).has_value());
}

TEST_CASE("PING tells head, hash and time") {
    const TestHub hub;
    auto client = hub.client();
    client.append(event("a"));
    const auto pong = client.ping();
    CHECK(number(pong, "head") == 1);
    const auto meta = object(client.replay(0, 1).at(1));
    CHECK(text(pong, "hash") == text(meta, "hash"));
    CHECK(regiekamer::read_instant(text(pong, "time")).has_value());
}

TEST_CASE("APPEND numbers from 1 and answers each event in order") {
    const TestHub hub;
    auto client = hub.client();
    const auto results = client.append({event("a"), "nonsense", event("b")});
    REQUIRE(results.size() == 3);
    CHECK(number(results[0], "sequence") == 1);
    CHECK(results[1].at("ok") == false);
    CHECK(number(results[2], "sequence") == 2);
    CHECK(text(results[2], "id") == "b");
    CHECK(text(results[0], "recorded") < text(results[2], "recorded"));
}

TEST_CASE("the sender is the desk of HELLO, the last one said, or anoniem") {
    const TestHub hub;
    auto client = hub.client();
    client.append(event("a"));
    client.hello("ovd-1");
    client.append(event("b"));
    client.hello("ac-bz \u00e9");
    client.append(event("c"));
    auto other = hub.client();
    other.append(event("d"));
    const auto rows = client.replay(0, 10);
    REQUIRE(rows.size() == 9);
    CHECK(text(object(rows[1]), "sender") == "anoniem");
    CHECK(text(object(rows[3]), "sender") == "ovd-1");
    CHECK(text(object(rows[5]), "sender") == "ac-bz \u00e9");
    CHECK(text(object(rows[7]), "sender") == "anoniem");
}

TEST_CASE("REPLAY gives what follows, as it was sent") {
    const TestHub hub;
    auto client = hub.client();
    Frames events;
    for (int i = 0; i < 10; ++i)
        events.push_back(event("e" + std::to_string(i), R"({ "n" : )" + std::to_string(i) + "}"));
    client.append(events);
    const auto rows = client.replay(4, 3);
    REQUIRE(rows.size() == 7);
    CHECK(number(object(rows[0]), "head") == 10);
    CHECK(number(object(rows[1]), "sequence") == 5);
    CHECK(rows[2] == events[4]);
    CHECK(rows[6] == events[6]);
    CHECK(client.replay(10, 1000).size() == 1);
}

TEST_CASE("raw line breaks are journaled as spaces") {
    const TestHub hub;
    auto client = hub.client();
    auto broken = event("a", "{\r\n\t\"n\": 1\n}");
    client.append(broken);
    const auto rows = client.replay(0, 1);
    CHECK(rows.at(2) == event("a", "{  \t\"n\": 1 }"));
}

TEST_CASE("an EVENTS is at most 4 MiB, and at least one message") {
    const TestHub hub;
    auto client = hub.client();
    for (int i = 0; i < 24; ++i)
        client.append(event_of_size("big-" + std::to_string(i), 256 * 1024));
    std::size_t bytes = 0;
    const auto rows = client.replay(0, 1000);
    for (const auto& frame : rows)
        bytes += frame.size();
    CHECK(bytes <= regiekamer::wire::replay_bytes_max);
    CHECK(rows.size() > 2 * 10);
    CHECK(rows.size() < 1 + 2 * 24);
}

TEST_CASE("a replay from beyond the head is another journal's") {
    const TestHub hub;
    auto client = hub.client();
    client.append(event("a"));
    CHECK(client.refused({"REPLAY", "r", R"({"after":2,"limit":1})"}) == "other journal");
    CHECK(client.replay(1, 1).size() == 1);
}

TEST_CASE("a request whose form does not fit gets an ERROR and the connection stays usable") {
    const TestHub hub;
    auto client = hub.client();
    const std::string id = "r1";
    const auto check_refused = [&](const Frames& request, const std::string& reason) {
        CHECK_THAT(client.refused(request), ContainsSubstring(reason));
        CHECK(number(client.ping(), "head") == 0);
    };
    check_refused({"FETCH", id}, "unknown verb \"FETCH\"");
    check_refused({"ping", id}, "unknown verb");
    check_refused({"", id}, "unknown verb");
    check_refused({"\xFF\xFE", id}, "unknown verb \"\uFFFD\uFFFD\"");
    check_refused({std::string(100'000, 'V'), id}, "unknown verb");
    check_refused({"PING", id, "more"}, "PING takes no frame");
    check_refused({"HELLO", id}, "HELLO takes one frame");
    check_refused({"HELLO", id, "{}", "{}"}, "HELLO takes one frame");
    check_refused({"HELLO", id, "desk"}, "HELLO");
    check_refused({"HELLO", id, "\xFF"}, "HELLO");
    check_refused({"HELLO", id, R"({"protocol":1})"}, "/desk");
    check_refused({"HELLO", id, R"({"protocol":"1","desk":"d","function":"f"})"},
                  "/protocol: the text \"1\", expected the number 1, without quotes");
    check_refused({"HELLO", id, R"({"protocol":1,"desk":"","function":"f"})"}, "1 to 64 bytes");
    check_refused({"HELLO", id, R"({"protocol":1,"function":"f","desk":")" + std::string(65, 'd') + "\"}"},
                  "1 to 64 bytes");
    check_refused({"HELLO", id, R"({"protocol":1,"desk":"a\nb","function":"f"})"}, "control characters");
    check_refused({"HELLO", id, R"({"protocol":1,"desk":"a\u0085b","function":"f"})"}, "control characters");
    check_refused({"HELLO", id, R"({"protocol":1,"desk":"hub","function":"f"})"}, "own name");
    check_refused({"HELLO", id, R"({"protocol":1,"desk":"d"})"}, "/function");
    check_refused({"HELLO", id, R"({"protocol":1,"desk":"d","function":null})"}, "/function");
    check_refused({"HELLO", id, R"({"protocol":1,"desk":"d","function":""})"}, "/function");
    check_refused({"HELLO", id, R"({"protocol":1,"desk":"d","function":")" + std::string(257, 'f') + "\"}"},
                  "/function");
    check_refused({"REPLAY", id}, "REPLAY takes one frame");
    check_refused({"REPLAY", id, R"({"after":0})"}, "/limit");
    check_refused({"REPLAY", id, R"({"after":0,"limit":0})"}, "/limit");
    check_refused({"REPLAY", id, R"({"after":0,"limit":1001})"}, "/limit");
    check_refused({"REPLAY", id, R"({"after":-1,"limit":1})"}, "/after");
    check_refused({"REPLAY", id, R"({"after":1e400,"limit":1})"}, "REPLAY");
    check_refused({"APPEND", id}, "APPEND without an event");
    check_refused({"PING", ""}, "request id of 0 bytes");
    check_refused({"PING", std::string(65, 'i')}, "request id of 65 bytes");
    check_refused({"PING"}, "a verb, a request id");
    check_refused({""}, "a verb, a request id");
}

TEST_CASE("an ERROR echoes the request id if there was one") {
    const TestHub hub;
    auto client = hub.client();
    CHECK(client.ask({"FETCH", "r1"}).at(1) == "r1");
    CHECK(client.ask({"FETCH", "r1"}).size() == 3);
    CHECK(client.ask({"FETCH"}).size() == 2);
    const std::string longest(64, '\x01');
    CHECK(client.ask({"PING", longest}).at(1) == longest);
}

TEST_CASE("another protocol version is refused with a sentence that names both") {
    const TestHub hub;
    auto client = hub.client();
    const auto reason = client.refused({"HELLO", "r", R"({"protocol":2,"station":{"name":"ovd-1"}})"});
    CHECK_THAT(reason, ContainsSubstring("protocol 2"));
    CHECK_THAT(reason, ContainsSubstring("protocol 1"));
    CHECK_THAT(client.refused({"HELLO", "r", R"({"protocol":1.5,"desk":"d"})"}), ContainsSubstring("1.5"));
    CHECK_THAT(client.refused({"HELLO", "r", R"({"protocol":"1","desk":"d"})"}),
               ContainsSubstring("/protocol"));
    client.append(event("a"));
    CHECK(text(object(client.replay(0, 1).at(1)), "sender") == "anoniem");
}

TEST_CASE("a batch of 512 events fits, one of 513 is refused whole") {
    const TestHub hub;
    auto client = hub.client();
    Frames events;
    for (int i = 0; i < 512; ++i)
        events.push_back(event("e" + std::to_string(i)));
    const auto results = client.append(events);
    CHECK(results.size() == 512);
    CHECK(number(results.back(), "sequence") == 512);
    events.push_back(event("one more"));
    Frames request{"APPEND", "r"};
    request.insert(request.end(), events.begin(), events.end());
    CHECK_THAT(client.refused(request), ContainsSubstring("513 events"));
    request.insert(request.end(), 5'000, "x");
    CHECK_THAT(client.refused(request), ContainsSubstring("5513 events"));
    CHECK(number(client.ping(), "head") == 512);
}

TEST_CASE("a batch of 8 MiB fits, a byte more is refused whole") {
    const TestHub hub;
    auto client = hub.client();
    Frames request{"APPEND", "r"};
    for (int i = 0; i < 32; ++i)
        request.push_back(event_of_size("e" + std::to_string(i), 256 * 1024));
    const auto answer = client.ask(request);
    CHECK(answer.at(0) == "RESULT");
    REQUIRE(answer.size() == 34);
    CHECK(object(answer.back()).at("ok") == true);
    request.push_back("x");
    CHECK_THAT(client.refused(request), ContainsSubstring("8388609 bytes"));
    CHECK(number(client.ping(), "head") == 32);
}

TEST_CASE("an event of 256 KiB fits, a byte more is refused by itself") {
    const TestHub hub;
    auto client = hub.client();
    const auto results =
        client.append({event_of_size("a", 256 * 1024), event_of_size("b", 256 * 1024 + 1), event("c")});
    CHECK(results.at(0).at("ok") == true);
    CHECK(results.at(1).at("ok") == false);
    CHECK(text(results.at(1), "id") == "b");
    CHECK_THAT(text(results.at(1), "reason"), ContainsSubstring("262145 bytes"));
    CHECK(number(results.at(2), "sequence") == 2);
}

TEST_CASE("several requests may be under way; answers come in order") {
    const TestHub hub;
    auto client = hub.client();
    constexpr int rounds = 200;
    for (int i = 0; i < rounds; ++i) {
        const auto n = std::to_string(i);
        client.send_append("append-" + n, {event("e" + n)});
        client.send({"REPLAY", "replay-" + n, R"({"after":0,"limit":1000})"});
        client.send({i % 2 == 0 ? "PING" : "PONG", "ping-" + n});
    }
    for (int i = 0; i < rounds; ++i) {
        const auto n = std::to_string(i);
        CHECK(client.receive().at(1) == "append-" + n);
        const auto events = client.receive();
        CHECK(events.at(1) == "replay-" + n);
        CHECK(events.size() >= 3 + 2 * static_cast<std::size_t>(i + 1)); // its own event is there
        CHECK(client.receive().at(1) == "ping-" + n);
    }
}

} // namespace requests_test
