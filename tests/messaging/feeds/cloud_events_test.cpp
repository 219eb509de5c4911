// Events of others: byte for byte, or put aside.
#include "messaging/feeds/cloud_events.hpp"
#include "tests/support/catch.hpp"

namespace cloud_events_test {

using namespace regiekamer;
using namespace regiekamer::feeds;

namespace {

const std::string event =
    R"({"specversion":"1.0","id":"7","source":"meldkamer","type":"nl.regiekamer.note.written",)"
    R"("time":"2027-01-22T12:00:00Z","status":"exercise","extra":1,"data":{"note":"n","text":"kade"}})";

} // namespace

TEST_CASE("an event goes on as it stands") {
    const auto became = cloud_event_reader(Mode::exercise)(" " + event + "\r", Instant{});
    REQUIRE(became.said.size() == 1);
    CHECK(became.said[0].event == event);
    CHECK(became.said[0].id == "7");
}

TEST_CASE("an event of the other kind of hub, and what is no event, are put aside") {
    CHECK_THAT(cloud_event_reader(Mode::actual)(event, Instant{}).aside.at(0).reason,
               ContainsSubstring("/status"));
    for (const char* bad : {"{", "[]", "\xFF\xFE", R"({"specversion":"1.0"})"}) {
        const auto became = cloud_event_reader(Mode::exercise)(bad, Instant{});
        CHECK(became.said.empty());
        CHECK(became.aside.size() == 1);
    }
    CHECK(
        cloud_event_reader(Mode::exercise)(std::string(300'000, 'x'), Instant{}).aside.at(0).sample.size() <=
        sample_bytes_max);
    CHECK(cloud_event_reader(Mode::exercise)("  ", Instant{}).aside.empty());
}

TEST_CASE("a real event of the future is put aside; an exercise has a clock of its own") {
    const Instant now = *read_instant("2027-01-22T11:45:00Z");
    std::string real = event;
    real.replace(real.find("exercise"), 8, "actual");
    CHECK(cloud_event_reader(Mode::actual)(real, now).aside.at(0).reason == "/time: of the future");
    CHECK(cloud_event_reader(Mode::actual)(real, now + minutes(6)).said.size() == 1);
    CHECK(cloud_event_reader(Mode::exercise)(event, now).said.size() == 1);
}

} // namespace cloud_events_test
