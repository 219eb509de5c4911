// What every feed tells of itself.
#include "messaging/codec/codec.hpp"
#include "messaging/feeds/sources/telling.hpp"
#include "tests/support/catch.hpp"

namespace telling_test {

using namespace regiekamer;
using namespace regiekamer::feeds;

namespace {

const Instant start = *read_instant("2026-03-02T13:07:45Z");

Telling telling(std::optional<milliseconds> silence = std::nullopt) {
    TellingSettings settings;
    settings.name = "proef";
    settings.status = Mode::exercise;
    settings.silence = silence;
    return {settings, start};
}
Became note(const std::string& id = {}) {
    Became became;
    became.said.push_back({NoteWritten{}, id, {}});
    auto& body = std::get<NoteWritten>(became.said[0].body);
    body.note = NoteId{"n"};
    body.text = "kade";
    return became;
}
Became aside(const std::string& reason) {
    Became became;
    became.aside.push_back({reason, "sample"});
    return became;
}
template <class T>
std::vector<T> all(const std::vector<Outgoing>& out) {
    std::vector<T> found;
    for (const auto& one : out) {
        const auto message = codec::decode(one.event);
        REQUIRE(message.has_value());
        if (const auto* body = std::get_if<T>(&message->body)) found.push_back(*body);
    }
    return found;
}

} // namespace

TEST_CASE("what a piece says goes out at once, after that the feed runs, with the arrival as its time") {
    auto feed = telling();
    const auto out = feed.take(note(), start);
    REQUIRE(out.size() == 2);
    CHECK(all<FeedReported>(out).at(0).state == FeedState::loopt);
    const auto message = *codec::decode(out[1].event);
    CHECK(message.source == "feed/proef");
    CHECK(message.time == start);
    CHECK(message.status == Mode::exercise);
    CHECK_FALSE(out[1].again);
    const auto second = feed.take(note("own"), start);
    REQUIRE(second.size() == 1);
    CHECK(second[0].id == "own");
    CHECK(second[0].again);
}

TEST_CASE("in an exercise what a feed says happens in exercise time; the source's own instants stay") {
    const Instant then = *read_instant("2027-01-23T03:00:00Z");
    auto feed = telling();
    feed.follows(ExerciseClock{then, 20, true, start});
    auto became = aside("mis");
    became.said = note().said;
    became.said.push_back(note().said.front());
    became.said.back().time = start - hours(1);
    const auto out = feed.take(std::move(became), start + minutes(1));
    REQUIRE(out.size() == 4); // how it goes, both notes, what was put aside
    std::vector<Instant> times;
    for (const auto& one : out)
        times.push_back(codec::decode(one.event)->time);
    const Instant now = then + minutes(20);
    CHECK(times == std::vector{now, now, start - hours(1), now});
    CHECK(all<FeedReported>(out).at(0).heard == now);
}

TEST_CASE("what is put aside is told at most once a minute a reason, and the count closes") {
    auto feed = telling();
    std::int64_t told = 0;
    std::size_t times = 0;
    const auto count = [&](const std::vector<Outgoing>& out) {
        for (const auto& refused : all<FeedRefused>(out)) {
            told += refused.count.value;
            ++times;
        }
    };
    for (int second = 0; second < 90; ++second)
        count(feed.take(aside("geen kop"), start + seconds(second)));
    CHECK(times == 2);
    count(feed.finish("einde", start + seconds(90), true));
    CHECK(told == 90);
}

TEST_CASE("ever other reasons are told as one") {
    auto feed = telling();
    std::size_t times = 0;
    for (int i = 0; i < 1000; ++i)
        times += all<FeedRefused>(feed.take(aside("reden " + std::to_string(i)), start)).size();
    CHECK(times == Telling::reasons_max + 1);
}

TEST_CASE("a feed is silent after its time and runs again with the next piece") {
    auto feed = telling(minutes(10));
    feed.take(note(), start);
    CHECK(feed.due(start + minutes(4)).empty());
    feed.due(start + minutes(9));
    CHECK(feed.next_due() == start + minutes(10));
    CHECK(all<FeedReported>(feed.due(start + minutes(10))).at(0).state == FeedState::stil);
    CHECK(all<FeedReported>(feed.due(start + hours(5))).at(0).again_minutes == Count(5)); // still there
    CHECK(all<FeedReported>(feed.take(note(), start + hours(5))).at(0).state == FeedState::loopt);
    auto never = telling(minutes(10));
    CHECK(all<FeedReported>(never.due(start + minutes(10))).at(0).state == FeedState::stil);
}

TEST_CASE(
    "while it runs it says so again, and when its source was last heard; a fault without that never was") {
    auto feed = telling();
    feed.take(note(), start);
    feed.heard(start + minutes(4));
    CHECK(feed.next_due() == start + Telling::says_again);
    const auto said = all<FeedReported>(feed.due(start + Telling::says_again));
    REQUIRE(said.size() == 1);
    CHECK(said[0].state == FeedState::loopt);
    CHECK(said[0].heard == start + minutes(4));
    CHECK(said[0].again_minutes == Count(5));
    CHECK(all<FeedReported>(feed.finish("einde", start + minutes(6), true)).at(0).ended == true);
    auto never = telling();
    never.fault("weg", start);
    CHECK_FALSE(all<FeedReported>(never.due(start)).at(0).heard);
}

TEST_CASE("what was not kept is told at the end, also when there was room again") {
    auto feed = telling();
    feed.take(note(), start);
    feed.not_kept("vol");
    CHECK(all<FeedReported>(feed.due(start + minutes(1))).at(0).state == FeedState::fout);
    feed.not_kept("");
    CHECK(all<FeedReported>(feed.due(start + minutes(2))).at(0).state == FeedState::loopt);
    const auto last = all<FeedReported>(feed.finish("einde", start + minutes(3), true)).at(0);
    CHECK_THAT(last.note.value_or(""), ContainsSubstring("niet allemaal bewaard"));
    CHECK_FALSE(last.ended.value_or(false));
}

TEST_CASE("a fault is told with its sentence, another sentence at most once a minute, and its end") {
    auto feed = telling(minutes(10));
    feed.fault("weg", start);
    CHECK(all<FeedReported>(feed.due(start)).at(0).note == "weg");
    feed.fault("weg", start + minutes(2));
    CHECK(feed.due(start + minutes(2)).empty());
    const auto alive = all<FeedReported>(feed.due(start + Telling::says_again)); // it is still tried
    REQUIRE(alive.size() == 1);
    CHECK(alive[0].state == FeedState::fout);
    CHECK(alive[0].again_minutes == Count(5));
    std::size_t told = 0;
    for (int second = 0; second < 120; ++second) {
        feed.fault("weg " + std::to_string(second), start);
        told += feed.due(start + minutes(7) + seconds(second)).size();
    }
    CHECK(told == 2);
    CHECK(all<FeedReported>(feed.due(start + hours(1))).size() <= 1); // a fault is not silence
    feed.heard(start + hours(1));
    CHECK(all<FeedReported>(feed.due(start + hours(1))).at(0).state == FeedState::loopt);
    CHECK(all<FeedReported>(feed.finish("einde van de invoer", start + hours(1), true)).at(0).note ==
          "einde van de invoer");
}

} // namespace telling_test
