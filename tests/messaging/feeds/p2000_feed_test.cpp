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

TEST_CASE("of a page in parts the text up to here counts: a place, GRIP or an exercise that is cut in two") {
    P2000Config config;
    config.everything = false;
    config.places = {"Proefdam"};
    const auto part = [](const char* mode, const char* text, const char* capcode = "001420059") {
        return std::string("FLEX|2026-03-02 13:07:44|1600/2/") + mode + "/A|05.033|" + capcode + "|ALN|" +
               text;
    };
    const auto page = [&](const Reader& reader, const std::string& line, Instant at = start) {
        return std::get<PageReceived>(reader(line, at).said.at(0).body);
    };
    const auto reader = p2000_reader(config);
    CHECK_FALSE(page(reader, part("F", "P 1 BR Havenweg Proe")).ours);
    CHECK_FALSE(page(reader, part("C", "fdam 201234", "001420060")).ours); // of another page
    const auto whole = page(reader, part("C", "fdam 201234"));
    CHECK(whole.text == "fdam 201234");
    CHECK(whole.place == "Proefdam");
    CHECK(whole.ours);
    CHECK_FALSE(page(reader, part("C", "fdam 201234")).ours); // nothing is open any more

    CHECK_FALSE(page(reader, part("F", "P 1 BR Proefdam GR")).grip);
    CHECK_FALSE(page(reader, part("F", "P 1 BR Proefdam GR")).grip); // once more
    CHECK(page(reader, part("F", "IP 2 (Oe")).grip == GripLevel(2));
    const auto exercise = page(reader, part("C", "fening)"));
    CHECK(exercise.test);
    CHECK_FALSE(exercise.grip);

    page(reader, part("F", "P 1 BR Havenweg Proe"));
    CHECK_FALSE(page(reader, part("C", "fdam 201234"), start + minutes(9)).ours); // too late to be its end
}

TEST_CASE("parts that never end do not heap up") {
    const auto reader = p2000_reader({});
    for (int i = 0; i < 1'000; ++i)
        reader("FLEX|2026-03-02 13:07:44|1600/2/F/A|05.033|" + std::to_string(1'000'000 + i % 100) + "|ALN|" +
                   std::string(8'000, 'x') + std::to_string(i),
               start);
    CHECK(reader(good, start).said.size() == 1);
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
    CHECK(became.remarks.at(0) == "the decoder's clock is more than 5 minutes off");
}

TEST_CASE("a decoder whose clock was never set is remarked upon too") {
    const auto became =
        p2000_reader({})("FLEX|1970-01-01 00:00:12|1600/2/K/A|05.033|001420059|ALN|A1 Dam", start);
    CHECK(became.said.size() == 1);
    CHECK(became.remarks.at(0) == "the decoder's clock was never set");
}

TEST_CASE("a number in a group that is no capcode is remarked upon") {
    const auto became =
        p2000_reader({})("FLEX|2026-03-02 13:07:44|1600/2/K/A|05.033|001420059 012345678|ALN|A1 Dam", start);
    CHECK(became.said.size() == 1);
    CHECK(became.remarks == std::vector<std::string>{"a number that is no capcode was left out"});
}

TEST_CASE("a % in a text that the decoder printed as a format is remarked upon") {
    CHECK_THAT(p2000_reader({})(good + " 5%", start).remarks.at(0), ContainsSubstring("a % in the text"));
}

} // namespace p2000_feed_test
