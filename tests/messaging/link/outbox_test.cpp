// The outbox by itself: order, what is under way, and results that are about something else.
#include "messaging/link/outbox.hpp"

#include "messaging/codec/codec.hpp"
#include "tests/support/catch.hpp"

namespace outbox_test {

using namespace regiekamer;
using link::Outbox;

namespace {

void put(Outbox& outbox, const std::string& id, std::size_t bytes = 10) {
    Message message;
    message.id = id;
    outbox.put(message, std::string(bytes, 'x'));
}

wire::AppendResult accepted(const std::string& id, std::int64_t sequence) {
    wire::AppendResult result;
    result.ok = true;
    result.id = id;
    result.sequence = SequenceNumber(sequence);
    return result;
}

} // namespace

TEST_CASE("acts are handed out once, until the connection is lost") {
    Outbox outbox;
    put(outbox, "a");
    put(outbox, "b");
    put(outbox, "c");
    CHECK(outbox.next(2).size() == 2);
    CHECK(outbox.next(2).size() == 1);
    CHECK(outbox.next(2).empty());
    outbox.nothing_is_under_way();
    CHECK(outbox.next(64).size() == 3);
}

TEST_CASE("one request holds no more bytes than the hub takes") {
    Outbox outbox;
    for (int at = 0; at < 64; ++at)
        put(outbox, std::to_string(at), codec::event_bytes_max);
    CHECK(outbox.next(64).size() == 32);
    CHECK(outbox.next(64).size() == 32);
}

TEST_CASE("results settle the oldest acts, in order") {
    Outbox outbox;
    put(outbox, "a");
    put(outbox, "b");
    (void)outbox.next(1);
    const std::vector<wire::AppendResult> first{accepted("a", 7)};
    const auto outcomes = outbox.settle(first);
    REQUIRE(outcomes);
    REQUIRE(outcomes->size() == 1);
    CHECK(outcomes->front().sequence == 7);
    REQUIRE(outbox.messages().size() == 1);
    CHECK(outbox.messages().front().id == "b");
}

TEST_CASE("a result for another act, or for one not sent, settles nothing") {
    Outbox outbox;
    put(outbox, "a");
    const std::vector<wire::AppendResult> early{accepted("a", 1)};
    CHECK_FALSE(outbox.settle(early));
    (void)outbox.next(64);
    const std::vector<wire::AppendResult> other{accepted("z", 1)};
    CHECK_FALSE(outbox.settle(other));
    CHECK(outbox.size() == 1);
    CHECK(outbox.settle(early));
    CHECK(outbox.size() == 0);
}

TEST_CASE("a refusal that could not read the id is about the act in its place") {
    Outbox outbox;
    put(outbox, "a");
    (void)outbox.next(64);
    wire::AppendResult result;
    result.reason = "not JSON";
    const std::vector<wire::AppendResult> results{result};
    const auto outcomes = outbox.settle(results);
    REQUIRE(outcomes);
    CHECK(outcomes->front().id == "a");
    REQUIRE(outcomes->front().refused);
    CHECK(outcomes->front().refused->found == "not JSON");
}

} // namespace outbox_test
