// Text without capitals and accents, and how well a name fits what was typed.
#include "dashboard/words/folded.hpp"
#include "tests/support/catch.hpp"

namespace folded_test {

using namespace regiekamer::words;

TEST_CASE("folding takes away capitals and accents and nothing else") {
    CHECK(folded("\u00c9\u00e9n CAF\u00c9 \u00c0 \u0141\u00f3d\u017a") == "een cafe a lodz");
    CHECK(folded("5 \u00d7 3 \u20ac") == "5 \u00d7 3 \u20ac");
    CHECK(folded("Zo\u00eb van \u2019t Hoff") == "zoe van 't hoff"); // as a spreadsheet writes it
    const std::string broken = "a\xc3";
    CHECK(folded(broken) == broken);
    CHECK(folded(folded("\u00cf")) == folded("\u00cf"));
}

TEST_CASE("a name that begins with what was typed fits best, letters in order least") {
    const int begins = fit("opv", "opvang inrichten"), word = fit("inr", "opvang inrichten"),
              within = fit("vang", "opvang inrichten"), letters = fit("opgrt", "opvang inrichten");
    CHECK(begins > word);
    CHECK(word > within);
    CHECK(within > 0);
    CHECK(within > letters);
    CHECK(letters > 0);
    CHECK(fit("ovgin", "opvang inrichten") > 0);
    CHECK(fit("opvang kade", "opvang inrichten") == 0);
    CHECK(fit("inr opv", "opvang inrichten") > 0);
    CHECK(fit("", "iets") > 0);
}

TEST_CASE("a text holds what was typed when it has every word of it") {
    CHECK(has_words("kade water", "het water staat op de kade"));
    CHECK_FALSE(has_words("kade brand", "het water staat op de kade"));
    CHECK(has_words("  ", ""));
}

} // namespace folded_test
