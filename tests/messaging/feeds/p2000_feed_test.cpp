// What the feed sends for a stream of lines.
#include "messaging/feeds/p2000_feed.hpp"
#include "messaging/feeds/p2000_line.hpp"
#include "tests/support/catch.hpp"

#include <sstream>

using namespace regiekamer;
using namespace regiekamer::feeds;

namespace {

const Instant start = *read_instant("2026-03-02T13:07:45Z");
const std::string good = "FLEX|2026-03-02 13:07:44|1600/2/K/A|05.033|001420059|ALN|A1 Dam";

template <class T>
std::vector<T> all(const std::vector<Message>& messages) {
    std::vector<T> found;
    for (const auto& message : messages)
        if (const auto* body = std::get_if<T>(&message.body)) found.push_back(*body);
    return found;
}

} // namespace

TEST_CASE("a page goes out at once, with the arrival as its time") {
    P2000Feed feed({}, Mode::actual);
    const auto messages = feed.take(good, start);
    REQUIRE(messages.size() == 2);
    CHECK(all<FeedReported>(messages).at(0).state == FeedState::loopt);
    CHECK(messages[1].time == start);
    CHECK(messages[1].status == Mode::actual);
    CHECK(feed.take(good, start).size() == 1);
}

TEST_CASE("what is refused is told at most once a minute a reason, and the count closes") {
    P2000Feed feed({}, Mode::actual);
    std::int64_t told = 0;
    std::size_t times = 0;
    const auto note = [&](const std::vector<Message>& messages) {
        for (const auto& refused : all<FeedRefused>(messages)) {
            told += refused.count.value;
            ++times;
        }
    };
    for (int second = 0; second < 90; ++second)
        note(feed.take("geen kop", start + seconds(second)));
    CHECK(times == 2);
    note(feed.finish(start + seconds(90)));
    CHECK(told == 90);
    CHECK(feed.refused() == 90);
}

TEST_CASE("a stream of good, bad and endless lines comes through to its end") {
    std::istringstream in("multimon-ng 1.2.0\n" + good + "\n" + std::string(100'000, 'x') + "\nrest\n" +
                          good);
    P2000Feed feed({}, Mode::exercise);
    std::vector<Message> out;
    run_p2000(
        in, feed, [] { return start; },
        [&](const auto& batch) { out.insert(out.end(), batch.begin(), batch.end()); });
    CHECK(all<PageReceived>(out).size() == 2);
    CHECK(all<FeedRefused>(out).size() == 2);
    CHECK(all<FeedReported>(out).back().state == FeedState::stil);
    for (const auto& message : out)
        CHECK(message.status == Mode::exercise);
}
