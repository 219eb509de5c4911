// What an event may hold: every refusal of the issue's "Bad input" that reaches a hub, each in its own
// RESULT.
#include "messaging/journal/journal.hpp"
#include "tests/messaging/hub/test_hub.hpp"

#include <fstream>
#include <sstream>

namespace events_test {

using namespace wire_client;

namespace {

std::string measurement(const std::string& id, const std::string& value) {
    return event_of(
        "measurement.taken", id,
        R"({"station":"Dordrecht","quantity":"waterstand","unit":"cm NAP","at":"2027-01-22T12:00:00Z",)"
        R"("quality":"goed","value":)" +
            value + "}");
}

} // namespace

TEST_CASE("what does not fit is refused with its place, by itself, and nothing else is lost") {
    const TestHub hub;
    auto client = hub.client();
    struct Bad {
        std::string what, event, pointer, reason;
    };
    const std::string deep = std::string(100'000, '[') + std::string(100'000, ']');
    auto duplicate = note("b");
    duplicate.insert(1, R"("id":"a",)");
    const std::vector<Bad> all{
        {"100,000 nested arrays", event("b", "{\"x\":" + deep + "}"), "", ""},
        {"33 levels", event("b", "{\"x\":" + std::string(31, '[') + std::string(31, ']') + "}"), "", ""},
        {"duplicate keys", duplicate, "/id", ""},
        {"invalid UTF-8", note("b", "\xC3\x28"), "", ""},
        {"U+0000", note("b", "a\\u0000b"), "", ""},
        {"year 9999", event_of("note.written", "b", R"({"note":"n","text":"t"})", "9999-01-01T00:00:00Z"),
         "/time", ""},
        {"no zone", event_of("note.written", "b", R"({"note":"n","text":"t"})", "2027-01-22T12:00:00"),
         "/time", ""},
        {"1e400", measurement("b", "1e400"), "", ""},
        {"NaN", measurement("b", "NaN"), "", ""},
        {"a GRIP of 7",
         event_of("grip.decided", "b",
                  R"({"incident":"i","level":7,"reason":"r","decided_by":{"function":"f"},)"
                  R"("effective_from":"2027-01-22T12:00:00Z"})"),
         "/data/level", "7"},
        {"an unknown type", event_of("grip.guessed", "b", "{}"), "/type", "grip.guessed"},
        {"a missing member", event_of("note.written", "b", R"({"note":"n"})"), "/data/text", "nothing"},
        {"actual", event("b", "{}", "actual"), "/status", "actual"},
        {"an empty frame", "", "", ""},
        {"a number", "12", "", ""},
        {"bytes", std::string("\x00\x01\xFF\xFE", 4), "", ""},
    };
    std::int64_t stored = 0;
    for (const auto& bad : all) {
        INFO(bad.what);
        const auto results =
            client.append({event("before " + bad.what), bad.event, event("after " + bad.what)});
        REQUIRE(results.size() == 3);
        CHECK(number(results[0], "sequence") == ++stored);
        CHECK(results[1].at("ok") == false);
        CHECK(text(results[1], "pointer").starts_with(bad.pointer));
        CHECK_THAT(text(results[1], "reason"), ContainsSubstring(bad.reason));
        CHECK(text(results[1], "found").size() <= 4 * 60);
        CHECK(results[1].contains("expected"));
        CHECK(number(results[2], "sequence") == ++stored);
    }
    CHECK(number(client.ping(), "head") == stored);
}

TEST_CASE("a missing member's pointer names it and found is nothing") {
    const TestHub hub;
    auto client = hub.client();
    const auto result = client.append(event_of("note.written", "b", R"({"note":"n"})"));
    CHECK(text(result, "id") == "b");
    CHECK(text(result, "pointer") == "/data/text");
    CHECK(text(result, "found") == "nothing");
}

TEST_CASE("an exercise is refused by an actual hub") {
    const TestHub hub([](auto& settings) { settings.mode = regiekamer::Mode::actual; });
    auto client = hub.client();
    CHECK(text(client.hello("ovd-1"), "mode") == "actual");
    const auto results = client.append({event("a", "{}", "exercise"), event("b", "{}", "actual")});
    CHECK(text(results.at(0), "pointer") == "/status");
    CHECK(text(results.at(0), "found") == "exercise");
    CHECK(text(results.at(0), "id") == "a");
    CHECK(number(results.at(1), "sequence") == 1);
}

TEST_CASE("a repeat is acknowledged with its first sequence, stored once and published once") {
    const TestHub hub;
    auto client = hub.client();
    Follower follower(hub.live());
    const auto first = client.append(event("a"));
    auto other = hub.client();
    const auto again =
        other.append({event("a"), event("b"), event("b"), event("a", "{}", "exercise", "other")});
    CHECK(number(again.at(0), "sequence") == 1);
    CHECK(text(again.at(0), "recorded") == text(first, "recorded"));
    CHECK(number(again.at(1), "sequence") == 2);
    CHECK(number(again.at(2), "sequence") == 2);
    CHECK(number(again.at(3), "sequence") == 3); // another source's id
    for (int sequence = 1; sequence <= 3; ++sequence)
        CHECK(number(object(follower.next().at(1)), "sequence") == sequence);
    client.append(event("last"));
    CHECK(number(object(follower.next().at(1)), "sequence") == 4);
    CHECK(client.replay(0, 10).size() == 1 + 2 * 4);
}

TEST_CASE("an id reused with other content is refused") {
    const TestHub hub;
    auto client = hub.client();
    client.append(event("a"));
    const auto results =
        client.append({event("a", R"({"other":1})"), event("b"), event("b", R"({"other":1})")});
    CHECK(results.at(0).at("ok") == false);
    CHECK(text(results.at(0), "pointer") == "/id");
    CHECK(text(results.at(0), "id") == "a");
    CHECK(number(results.at(1), "sequence") == 2);
    CHECK(results.at(2).at("ok") == false);
    CHECK(number(client.ping(), "head") == 2);
}

TEST_CASE("the refusal of a long id is UTF-8 too") {
    const TestHub hub;
    auto client = hub.client();
    std::string id(59, 'a');
    while (id.size() < 200)
        id += "é"; // the sixtieth byte is half a letter
    client.append(event(id));
    const auto refused = client.append(event(id, R"({"other":1})")); // which parses what comes back
    CHECK(text(refused, "id") == id);
    CHECK(text(refused, "found") == id.substr(0, 59) + "…");
}

TEST_CASE("a frame of 100 MB gets its sender nothing and the hub lives") {
    const TestHub hub;
    {
        auto hostile = hub.client();
        hostile.send({"APPEND", "r", std::string(100'000'000, 'x')});
        CHECK(hostile.receive(milliseconds(300)).empty());
    }
    auto client = hub.client();
    CHECK(number(client.append(event("a")), "sequence") == 1);
}

TEST_CASE("a request of 100,000 frames is refused and the hub lives") {
    const TestHub hub;
    auto client = hub.client();
    Frames request{"APPEND", "r"};
    request.insert(request.end(), 100'000, "{}");
    CHECK_THAT(client.refused(request), ContainsSubstring("100000 events"));
    CHECK(number(client.append(event("a")), "sequence") == 1);
}

TEST_CASE("every example gets from the hub the verdict that its name says") {
    const TestHub exercise;
    const TestHub actual([](auto& settings) { settings.mode = regiekamer::Mode::actual; });
    auto to_exercise = exercise.client();
    auto to_actual = actual.client();
    std::size_t good = 0;
    std::size_t bad = 0;
    for (const auto& file : std::filesystem::directory_iterator(REGIEKAMER_SOURCE_DIR "/tests/examples")) {
        if (file.path().extension() != ".json") continue;
        std::ostringstream content;
        content << std::ifstream(file.path()).rdbuf();
        const auto name = file.path().filename().string();
        const bool is_bad = name.find(".bad-") != std::string::npos;
        INFO(name);
        const bool real = content.str().find(R"("status": "actual")") != std::string::npos;
        const auto result = (real ? to_actual : to_exercise).append(content.str());
        INFO(boost::json::serialize(result));
        CHECK(result.at("ok").as_bool() == !is_bad);
        ++(is_bad ? bad : good);
    }
    CHECK(good >= 80);
    CHECK(bad >= 160);
}

} // namespace events_test
