// What the feed says for lines; how it goes with it and what is put aside is every feed's (telling_test).
#include "messaging/feeds/p2000_feed.hpp"
#include "messaging/feeds/p2000_line.hpp"
#include "tests/support/catch.hpp"

namespace p2000_feed_test {

using namespace regiekamer;
using namespace regiekamer::feeds;

namespace {

const Instant start = *read_instant("2026-03-02T13:07:45Z");
const std::string good = "FLEX|2026-03-02 13:07:44|1600/2/K/A|05.033|001420059|ALN|A1 Dam";

} // namespace

TEST_CASE("a page has the arrival as its time and an id of its own each time") {
    const auto reader = p2000_reader({});
    for (int i = 0; i < 2; ++i) {
        const auto became = reader(good, start);
        REQUIRE(became.said.size() == 1);
        CHECK(became.said[0].id.empty());
        CHECK_FALSE(became.said[0].time.has_value());
        CHECK(std::get<PageReceived>(became.said[0].body).text == "A1 Dam");
        CHECK(became.aside.empty());
        CHECK(became.remarks.empty());
    }
}

TEST_CASE("a banner is nothing, a line without a head and an endless one are put aside") {
    const auto reader = p2000_reader({});
    const auto banner = reader("multimon-ng 1.2.0", start);
    CHECK(banner.said.empty());
    CHECK(banner.aside.empty());
    CHECK(reader("geen kop", start).aside.at(0).sample == "geen kop");
    const auto endless = reader(std::string(100'000, 'x'), start);
    CHECK(endless.aside.at(0).sample.size() <= sample_bytes_max);
    CHECK(endless.aside.at(0).reason != reader("geen kop", start).aside.at(0).reason);
}

TEST_CASE("a decoder whose clock is far off is remarked upon") {
    const auto became = p2000_reader({})(good, start + hours(2));
    CHECK(became.said.size() == 1);
    CHECK_THAT(became.remarks.at(0), ContainsSubstring("-120 minutes"));
}

TEST_CASE("a decoder whose clock was never set is remarked upon too") {
    const auto became =
        p2000_reader({})("FLEX|1970-01-01 00:00:12|1600/2/K/A|05.033|001420059|ALN|A1 Dam", start);
    CHECK(became.said.size() == 1);
    CHECK(became.remarks.at(0) == "the decoder's clock was never set");
}

TEST_CASE("a % in a text that the decoder printed as a format is remarked upon") {
    CHECK_THAT(p2000_reader({})(good + " 5%", start).remarks.at(0), ContainsSubstring("a % in the text"));
}

} // namespace p2000_feed_test
