// The file of feeds: every misfit with its place.
#include "messaging/feeds/sources/feeds_file.hpp"
#include "tests/support/property.hpp"

namespace feeds_file_test {

using namespace regiekamer;
using namespace regiekamer::feeds;

namespace {

std::string errors(std::string_view text) {
    const auto read = read_feeds(text, "f.toml");
    std::string all;
    if (!read)
        for (const auto& error : read.error())
            all += tables::text(error) + "\n";
    return all;
}

} // namespace

TEST_CASE("the example is read") {
    const auto read = load_feeds(std::string(REGIEKAMER_SOURCE_DIR) + "/assets/feeds.toml");
    if (!read) FAIL(tables::text(read.error().at(0)));
    CHECK(read->size() == 4);
    CHECK(read->at(0).silence == minutes(10));
    CHECK(read->at(1).every == minutes(15));
    CHECK(read->at(2).what == "events");
}

TEST_CASE("each misfit has its line and what was perhaps meant") {
    const auto all =
        errors("[[feed]]\nname = \"a b\"\nkind = \"p200\"\nfrom = \"x\"\nsilense = \"1h\"\n"
               "[[feed]]\nname = \"b\"\nkind = \"csv\"\nfrom = \"tcp://q\"\nevery = \"5 min\"\n"
               "[[feed]]\nname = \"b\"\nkind = \"p2000\"\nfrom = \"x\"\nwhat = \"roster\"\nbody = \"{}\"\n"
               "config = \"nowhere.toml\"\n"
               "[[feed]]\nkind = \"jsonl\"\nfrom = \"http://x\"\nevery = \"1m\"\n");
    for (const char* part : {"f.toml:2:", "f.toml:3:", "\"p2000\"?", "f.toml:5:1", "\"silence\"?",
                             "f.toml:9:", "f.toml:10:", "f.toml:6:", "f.toml:12:", "f.toml:15:", "f.toml:16:",
                             "f.toml:17:", "f.toml:18:1", "f.toml:20:", "f.toml:21:"})
        CHECK_THAT(all, ContainsSubstring(part));
    CHECK_THAT(errors("feed = []"), ContainsSubstring("one [[feed]] or more"));
    CHECK_THAT(
        errors("[[feed]]\nname=\"a\"\nkind=\"jsonl\"\nfrom=\"-\"\n[[feed]]\nname=\"b\"\nkind=\"jsonl\"\n"
               "from=\"-\"\n"),
        ContainsSubstring("standard input"));
    CHECK_THAT(errors("x = 1"), ContainsSubstring("f.toml:1:1"));
    CHECK_THAT(errors("[[feed"), ContainsSubstring("f.toml:1:"));
}

TEST_CASE("times are read strictly") {
    CHECK(read_duration("15m") == minutes(15));
    CHECK(read_duration("500ms") == milliseconds(500));
    CHECK(read_duration("2h") == hours(2));
    CHECK(read_duration("30d") == hours(720));
    for (const char* bad : {"", "5", "m", "-5m", "0s", "5 m", "31d", "99ms", "1w", "99999999999999999999s"})
        CHECK_FALSE(read_duration(bad).has_value());
}

TEST_CASE("any bytes give an answer") {
    holds("random text", [] { read_feeds(any_bytes(), "f"); });
}

} // namespace feeds_file_test
