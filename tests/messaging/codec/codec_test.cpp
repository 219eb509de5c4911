// What the hub takes and refuses: design.md, "Accepted".
#include "messaging/codec/codec.hpp"
#include "tests/support/catch.hpp"

namespace codec_test {

using namespace regiekamer;

namespace {

/// A valid event; each test changes one thing of it.
std::string event(std::string_view data, std::string_view type = "nl.regiekamer.note.written") {
    return R"({"specversion":"1.0","id":"n-1","source":"desk/ovd-1","type":")" + std::string(type) +
           R"(","time":"2026-11-24T02:12:09Z","status":"exercise","data":)" + std::string(data) + "}";
}
const std::string note = event(R"({"note":"n-1","text":"Kade staat blank"})");

std::string replaced(std::string text, std::string_view what, std::string_view with) {
    return text.replace(text.find(what), what.size(), with);
}

Problem refusal(const std::string& text) {
    const auto message = codec::decode(text);
    REQUIRE_FALSE(message.has_value());
    return message.error().problem;
}

std::string nested(std::size_t levels) {
    return std::string(levels, '[') + std::string(levels, ']');
}

} // namespace

TEST_CASE("a valid event becomes a message with its body") {
    const auto message = codec::decode(note);
    REQUIRE(message.has_value());
    CHECK(message->id == "n-1");
    CHECK(message->status == Mode::exercise);
    CHECK(std::get<NoteWritten>(message->body).text == "Kade staat blank");
}

TEST_CASE("a value out of its range names place, found and expected") {
    const auto grip =
        event(R"({"incident":"2026-0142","level":7,"reason":"r","decided_by":{"function":"ROL"},)"
              R"("effective_from":"2026-11-24T02:12:00Z"})",
              "nl.regiekamer.grip.decided");
    CHECK(refusal(grip) == Problem{"/data/level", "7", "a whole number from 0 to 5"});
    CHECK(refusal(replaced(grip, "{\"function\":\"ROL\"}", "{}")).where == "/data/level");
    CHECK(refusal(replaced(replaced(grip, ":7", ":2"), "{\"function\":\"ROL\"}", "{}")) ==
          Problem{"/data/decided_by/function", "nothing", "this member"});
    CHECK(codec::decode(replaced(grip, ":7", ":2.0")).has_value());
    CHECK(refusal(replaced(grip, ":7", ":2.5")).found == "2.5");
    CHECK(refusal(replaced(grip, ":7", ":18446744073709551616")).where == "/data/level");
}

TEST_CASE("an action says what is to be done") {
    const auto action = [](const std::string& title) {
        return event(R"({"action":"a","title":")" + title + R"(","owner":"OvD-Bz"})",
                     "nl.regiekamer.action.opened");
    };
    CHECK(codec::decode(action("Kade afzetten")).has_value());
    CHECK(refusal(action("")) == Problem{"/data/title", "empty text", "text that says what is to be done"});
    CHECK(refusal(action("  ")).found == "nothing but spaces");
}

TEST_CASE("a missing member is found to be nothing, and null is absent") {
    CHECK(refusal(event(R"({"note":"n-1"})")) == Problem{"/data/text", "nothing", "this member"});
    CHECK(refusal(event(R"({"note":"n-1","text":null})")).found == "nothing");
    CHECK(codec::decode(event(R"({"note":"n-1","text":"t","important":null})")).has_value());
}

TEST_CASE("a duplicate key is refused with its place, wherever it stands") {
    CHECK(refusal(event(R"({"note":"n-1","text":"a","text":"b"})")).where == "/data/text");
    CHECK(refusal(event(R"({"note":"n-1","text":"a","x":[{"y":1},{"y":1,"y":2}]})")).where == "/data/x/1/y");
    CHECK(refusal(replaced(note, "\"id\"", "\"id\":\"n-0\",\"id\"")).where == "/id");
    CHECK(codec::decode(event(R"({"note":"n:1","text":"a:\"b\":\\"})")).has_value());
}

TEST_CASE("bytes that are no UTF-8, U+0000, 1e400 and a BOM are refused") {
    CHECK(refusal(replaced(note, "Kade", "\xff\xfe")) ==
          Problem{"", "bytes that are no UTF-8 at byte " + std::to_string(note.find("Kade") + 1),
                  "one JSON text in UTF-8"});
    CHECK_THAT(refusal(note.substr(0, 40)).found, ContainsSubstring("at byte 41"));
    CHECK(refusal(replaced(note, "Kade", "\\u0000")).where == "/data/text");
    CHECK(refusal(event(R"({"note":"n-1","text":"a","x":1e400})")).where == "/data/x");
    CHECK_FALSE(codec::decode("\xef\xbb\xbf" + note).has_value());
    CHECK_FALSE(codec::decode(note + "{}").has_value());
    CHECK_FALSE(codec::decode("").has_value());
    CHECK_FALSE(codec::decode("[]").has_value());
}

TEST_CASE("nesting is at most 32, the event counted as 1") {
    const auto deep = [](std::size_t lists) {
        return event(R"({"note":"n-1","text":"a","x":)" + nested(lists) + "}");
    };
    CHECK(codec::decode(deep(30)).has_value());
    CHECK_FALSE(codec::decode(deep(31)).has_value());
    CHECK_FALSE(codec::decode(deep(100'000)).has_value());
}

TEST_CASE("an event is at most 256 KiB") {
    const auto long_note = [](std::size_t bytes) {
        const std::string empty = event(R"({"note":"n-1","text":""})");
        return event(R"({"note":"n-1","text":")" + std::string(bytes - empty.size(), 'a') + R"("})");
    };
    CHECK(codec::decode(long_note(codec::event_bytes_max)).has_value());
    CHECK_FALSE(codec::decode(long_note(codec::event_bytes_max + 1)).has_value());
}

TEST_CASE("time needs a zone and a year from 2000 to 2099") {
    const std::string_view stamp = "2026-11-24T02:12:09Z";
    for (const std::string_view bad : {"2026-11-24T02:12:09", "9999-01-01T00:00:00Z", "1999-12-31T23:59:59Z",
                                       "2026-02-30T00:00:00Z", "2026-11-24T24:00:00Z", "2026-11-24", ""})
        CHECK(refusal(replaced(note, stamp, bad)).where == "/time");
    CHECK(codec::decode(replaced(note, stamp, "2026-11-24T02:12:09.1234567+01:00")).has_value());
}

TEST_CASE("the envelope's own rules") {
    CHECK(refusal(replaced(note, "\"1.0\"", "\"0.3\"")) == Problem{"/specversion", "0.3", "1.0"});
    CHECK(refusal(replaced(note, "\"n-1\",\"source\"", "\"\",\"source\"")).where == "/id");
    CHECK(refusal(replaced(note, "desk/ovd-1", std::string(257, 's'))).where == "/source");
    CHECK(codec::decode(replaced(note, "desk/ovd-1", std::string(256, 's'))).has_value());
    CHECK(refusal(replaced(note, "\"exercise\"", "\"test\"")).where == "/status");
    CHECK(refusal(replaced(note, "\"data\"", "\"data_base64\":\"YQ==\",\"data\"")).where == "/data_base64");
    CHECK(refusal(event("\"text\"")).where == "/data");
    CHECK(refusal(event("{}", "nl.regiekamer.note.shouted")).where == "/type");
    CHECK(refusal(event("{}", "hub.stopped")).where == "/type");
    CHECK(refusal(event("{}", "nodot")).where == "/type");
    CHECK(refusal(event("{}", "with space.x")).where == "/type");
}

TEST_CASE("a refusal carries the id where it can be read") {
    CHECK(codec::decode(event("{}")).error().id == "n-1");
    CHECK(codec::decode("{\"id\":7}").error().id.empty());
    CHECK(codec::decode("not json").error().id.empty());
    const auto id_of = [](const std::string& text) { return codec::decode(text).error().id; };
    CHECK(id_of(event(R"({"note":"n-1","text":"a","text":"b"})")) == "n-1");
    CHECK(id_of(event(R"({"note":"n-1","text":"a\u0000"})")) == "n-1");
    CHECK(id_of(event(R"({"note":"n-1","text":1e400})")) == "n-1");
    CHECK(id_of(event(R"({"note":"n-1","text":"a","x":)" + nested(100'000) + "}")) == "n-1");
    CHECK(id_of(event(R"({"note":"n-1","text":")" + std::string(300'000, 'a') + R"("})")) == "n-1");
    CHECK(id_of(replaced(note, "Kade", "\xff\xfe")) == "n-1");
    CHECK(id_of(note.substr(0, note.size() - 5)) == "n-1");
    CHECK(id_of(note + "}") == "n-1");
    // invalid text in front of the id, and an id of a body, which is not the event's
    CHECK(id_of("{\"source\":\"\xff\",\"data\":{\"id\":\"d\"},\"id\":\"n-1\"}") == "n-1");
    CHECK(id_of("[{\"id\":\"n-1\"}]").empty());
    // what cannot be told: said twice, no UTF-8, U+0000, too long
    CHECK(id_of(replaced(note, "\"id\"", "\"id\":\"n-0\",\"id\"")).empty());
    CHECK(id_of(replaced(note, "\"n-1\",\"source", "\"\xff\",\"source")).empty());
    CHECK(id_of(replaced(note, "\"n-1\",\"source", "\"\\u0000\",\"source")).empty());
    CHECK(id_of(replaced(note, "\"n-1\",\"source", "\"" + std::string(257, 'x') + "\",\"source")).empty());
}

TEST_CASE("rules between members") {
    const auto planned = [](std::string_view about) {
        return event(R"({"meeting":"m-1",)" + std::string(about) +
                         R"("team":"copi","number":1,"at":"2026-11-24T02:45:00Z","place":"Dam","agenda":[]})",
                     "nl.regiekamer.meeting.planned");
    };
    CHECK(codec::decode(planned(R"("incident":"i",)")).has_value());
    CHECK(refusal(planned("")).where == "/data/incident");
    CHECK(refusal(planned(R"("incident":"i","event":"e",)")).where == "/data/event");

    const auto duty = [](std::string_view until) {
        return event(
            R"({"duty":"d","function":"OvD-Bz","person":"p","from":"2026-11-24T02:00:00Z","until":")" +
                std::string(until) + R"("})",
            "nl.regiekamer.duty.rostered");
    };
    CHECK(codec::decode(duty("2026-11-24T02:00:01Z")).has_value());
    CHECK(refusal(duty("2026-11-24T02:00:00Z")).where == "/data/until");

    const auto level = [](std::string_view rest) {
        return event(
            R"({"station":"Dordrecht","quantity":"waterstand","unit":"cm NAP","at":"2026-11-24T02:00:00Z",)" +
                std::string(rest) + "}",
            "nl.regiekamer.measurement.taken");
    };
    CHECK(codec::decode(level(R"("value":250,"quality":"goed")")).has_value());
    CHECK(codec::decode(level(R"("quality":"gat")")).has_value());
    CHECK(refusal(level(R"("value":250,"quality":"gat")")).where == "/data/value");
    CHECK(refusal(level(R"("quality":"goed")")) ==
          Problem{"/data/value", "nothing", "a value, or quality gat"});
}

TEST_CASE("rules of one body, as vocabulary.md has them") {
    const auto page = [](std::string_view rest, std::string_view raw = "FLEX|") {
        return event(R"({"capcodes":["1420059"],"text":"GRIP 2","at":"2026-11-24T02:00:00Z","ours":true,)" +
                         std::string(rest) + R"(,"raw":")" + std::string(raw) + R"("})",
                     "nl.regiekamer.page.received");
    };
    CHECK(codec::decode(page(R"("test":false,"grip":2)")).has_value());
    CHECK(codec::decode(page(R"("test":true,"grip":null)")).has_value());
    CHECK(refusal(page(R"("test":true,"grip":2)")) ==
          Problem{"/data/grip", "2", "no level: a test proposes none"});
    for (const char* slot : {"2029568", "2029579", "2029583"})
        CHECK(refusal(replaced(page(R"("test":false)"), "1420059", slot)).where == "/data/capcodes/0");
    for (const char* unit : {"2029567", "2029584"})
        CHECK(codec::decode(replaced(page(R"("test":false)"), "1420059", unit)).has_value());
    // a byte that was no text is three in raw, so the line's 8 KiB are characters
    std::string marks;
    for (int i = 0; i < 8192; ++i)
        marks += "\uFFFD";
    CHECK(codec::decode(page(R"("test":false)", marks)).has_value());
    CHECK(refusal(page(R"("test":false)", marks + "a")) ==
          Problem{"/data/raw", "8193 characters", "at most 8192: a longer line is feed.refused"});

    const auto rotation = [](std::string_view persons, std::string_view zone) {
        return event(R"({"rotation":"r","function":"OvD-Bz","persons":)" + std::string(persons) +
                         R"(,"from":"2027-01-04T08:00:00Z","days":7,"changeover":"ma 09:00","zone":")" +
                         std::string(zone) + R"("})",
                     "nl.regiekamer.rotation.set");
    };
    CHECK(codec::decode(rotation(R"(["p"])", "Europe/Amsterdam")).has_value());
    CHECK(codec::decode(rotation(R"(["p"])", "UTC")).has_value());
    CHECK(refusal(rotation("[]", "UTC")) == Problem{"/data/persons", "nobody", "at least one person"});
    CHECK(refusal(rotation(R"(["p"])", "Mars/Base")) ==
          Problem{"/data/zone", "Mars/Base", "a time zone such as Europe/Amsterdam"});
    CHECK(refusal(rotation(R"(["p"])", "")).found == "empty text");
    CHECK(refusal(rotation(R"(["p"])", "../../etc/passwd")).where == "/data/zone");

    const auto redacted = event(R"({"sequence":0,"reason":"AVG"})", "nl.regiekamer.message.redacted");
    CHECK(refusal(redacted) == Problem{"/data/sequence", "0", "a whole number from 1 to 9007199254740992"});
    const auto withdrawn = [](const std::string& source) {
        return event(R"({"message":"n-0","message_source":")" + source + R"(","reason":"r"})",
                     "nl.regiekamer.message.withdrawn");
    };
    CHECK(codec::decode(withdrawn("desk/a")).has_value());
    CHECK(refusal(withdrawn("")) == Problem{"/data/message_source", "empty text", "text of 1 to 256 bytes"});
    CHECK(refusal(withdrawn(std::string(257, 's'))).found == "257 bytes");

    const auto works = [](std::string_view polygon) {
        return event(R"({"works":"w","title":"t","place":"p","from":"2026-11-24T02:00:00Z",)"
                     R"("until":"2026-11-25T02:00:00Z","polygon":)" +
                         std::string(polygon) + "}",
                     "nl.regiekamer.works.announced");
    };
    CHECK(codec::decode(works("null")).has_value());
    CHECK(codec::decode(works(R"([{"lat":1,"lon":1},{"lat":1,"lon":2},{"lat":2,"lon":2}])")).has_value());
    CHECK(refusal(works(R"([{"lat":1,"lon":1}])")) ==
          Problem{"/data/polygon", "1 positions", "at least 3 positions"});
}

TEST_CASE("a foreign type is kept whole") {
    const auto message = codec::decode(event(R"({"anything":[1,2]})", "org.example.sensor"));
    REQUIRE(message.has_value());
    CHECK(std::get<Foreign>(message->body) == Foreign{"org.example.sensor", R"({"anything":[1,2]})"});
}

TEST_CASE("unknown members are kept, and put back when written") {
    const auto message = codec::decode(replaced(event(R"({"note":"n-1","text":"t","a~b/c":{"x":[1]}})"),
                                                "\"data\"", "\"traceparent\":\"00-1\",\"data\""));
    REQUIRE(message.has_value());
    CHECK(message->unknown.size() == 2);
    CHECK(codec::decode(codec::encode(*message)).value() == *message);
    CHECK_THAT(codec::encode(*message), ContainsSubstring(R"("a~b/c":{"x":[1]})"));
}

TEST_CASE("a reader keeps what a newer program journaled") {
    const auto newer = codec::read(event(R"({"note":"n-1","mood":"calm"})", "nl.regiekamer.note.sung"));
    CHECK(newer.id == "n-1");
    CHECK(std::get<Foreign>(newer.body).type == "nl.regiekamer.note.sung");
    CHECK(std::get<Foreign>(codec::read("no event").body).type.empty());
    CHECK(std::get<Foreign>(codec::read(event(R"({"note":"n-1"})")).body).data == R"({"note":"n-1"})");
}

TEST_CASE("instants are found wherever a type has one") {
    auto data =
        boost::json::parse(R"({"station":"D","issued":"T+00:00","points":[{"at":"T+01:00","value":1}]})");
    std::vector<std::string> places;
    codec::each_instant("forecast.issued", data, [&](auto& value, const std::string& pointer) {
        places.push_back(pointer);
        value = "2027-01-22T11:00:00Z";
    });
    CHECK(places == std::vector<std::string>{"/issued", "/points/0/at"});
    CHECK(data.at("points").at(0).at("at") == "2027-01-22T11:00:00Z");
}

TEST_CASE("line breaks between tokens become spaces") {
    CHECK(codec::one_line("{\r\n}") == "{  }");
}

} // namespace codec_test
