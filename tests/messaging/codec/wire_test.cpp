// The frames beside events.
#include "messaging/codec/wire.hpp"
#include "tests/support/catch.hpp"

namespace wire_test {

using namespace regiekamer;

TEST_CASE("a welcome reads back as it was written") {
    const wire::Welcome welcome{1,   Mode::exercise, "6f1e",
                                412, "ab",           *read_instant("2026-11-24T02:12:09.004511Z")};
    const auto text = wire::to_json(welcome);
    CHECK(
        text ==
        R"({"protocol":1,"mode":"exercise","journal":"6f1e","head":412,"hash":"ab","time":"2026-11-24T02:12:09.004511Z"})");
    CHECK(wire::to_json(*wire::from_json<wire::Welcome>(text)) == text);
}

TEST_CASE("a replay asks for 1 to 1000") {
    CHECK(wire::from_json<wire::Replay>(R"({"after":100,"limit":500})").has_value());
    CHECK(wire::from_json<wire::Replay>(R"({"after":100,"limit":0})").error().where == "/limit");
    CHECK(wire::from_json<wire::Replay>(R"({"after":-1,"limit":5})").error().where == "/after");
    CHECK_FALSE(wire::from_json<wire::Replay>("").has_value());
}

} // namespace wire_test
