// The time grammar of the task cards, letter by letter.
#include "dashboard/picture/due_rule.hpp"
#include "tests/support/catch.hpp"

namespace due_rule_test {

using namespace regiekamer;
using namespace regiekamer::picture;
using Anchor = DueRule::Anchor;

TEST_CASE("a rule is an anchor and a term") {
    CHECK(read_due_rule("A+10m") == DueRule{Anchor::alarm, 0, minutes(10)});
    CHECK(read_due_rule("G2+45m") == DueRule{Anchor::grip, 2, minutes(45)});
    CHECK(read_due_rule("P-6u") == DueRule{Anchor::peak, 0, minutes(-360)});
    CHECK(read_due_rule("P+3u") == DueRule{Anchor::peak, 0, minutes(180)});
    CHECK(read_due_rule("B+0u") == DueRule{Anchor::start, 0, minutes(0)});
    CHECK(read_due_rule("D+5d") == DueRule{Anchor::detection, 0, minutes(5 * 24 * 60)});
    CHECK(read_due_rule("V+30m") == DueRule{Anchor::predecessor, 0, minutes(30)});
    CHECK(read_due_rule("N") == DueRule{Anchor::aftermath, 0, minutes(0)});
}

TEST_CASE("a misread rule names the letter and what would have been right") {
    struct Case {
        std::string text;
        std::size_t at;
        std::string expected;
    };
    const auto wrong = GENERATE(
        Case{"", 0, "A, G, P, B, D or N"}, Case{"a+10m", 0, "A, G, P, B, D or N"}, Case{"A10m", 1, "\"+\""},
        Case{"A-10m", 1, "only P and B"}, Case{"G+10m", 1, "1 to 5"}, Case{"G6+10m", 1, "1 to 5"},
        Case{"G0+1u", 1, "1 to 5"}, Case{"P6u", 1, "\"+\" or \"-\""}, Case{"P-u", 2, "a number"},
        Case{"P-06u", 2, "does not start with 0"}, Case{"P-6h", 3, "m (minutes)"},
        Case{"P-6", 3, "m (minutes)"}, Case{"P-12345u", 6, "m (minutes)"}, Case{"P-6u ", 4, "nothing more"},
        Case{"N+1u", 1, "nothing behind N"}, Case{"A+1u30m", 4, "nothing more"});
    INFO(wrong.text);
    const auto read = read_due_rule(wrong.text);
    REQUIRE(!read);
    CHECK(read.error().at == wrong.at);
    CHECK_THAT(read.error().expected, ContainsSubstring(wrong.expected));
}

TEST_CASE("what is written is read again") {
    for (const auto anchor :
         {Anchor::alarm, Anchor::grip, Anchor::peak, Anchor::start, Anchor::detection, Anchor::predecessor})
        for (const int term : {0, 1, 59, 60, 90, 120, 1440, 2880, 2881, 9999}) {
            const DueRule rule{anchor, anchor == Anchor::grip ? 3 : 0, minutes(term)};
            CHECK(read_due_rule(to_text(rule)) == rule);
        }
    CHECK(to_text({Anchor::peak, 0, minutes(-24 * 60)}) == "P-24u");
    CHECK(to_text({Anchor::alarm, 0, minutes(60)}) == "A+60m");
    CHECK(to_text({Anchor::detection, 0, minutes(3 * 24 * 60)}) == "D+3d");
    CHECK(to_text({Anchor::aftermath, 0, {}}) == "N");
}

} // namespace due_rule_test
