// Who did something that was not recorded reads so, and what to do.
#include "dashboard/words/refusal.hpp"
#include "tests/support/catch.hpp"

namespace refusal_test {

using namespace regiekamer;

TEST_CASE("a refusal says that nothing was recorded, and what to do now") {
    const Problem full{"regiekamer.journal", "the disk is full",
                       "room for what is to be stored; nothing of it was"};
    CHECK(words::refusal(full) == "Niet vastgelegd: de schijf is vol. Maak ruimte en doe het opnieuw.");
    // as it comes back over the wire: the whole sentence as what was found
    CHECK(words::refusal({"", sentence(full), ""}) == words::refusal(full));
    CHECK_THAT(words::refusal({"/status", "actual", "exercise"}), ContainsSubstring("oefening en echt"));
}

TEST_CASE("what a desk should never meet keeps its reason, for the beheerder") {
    CHECK(words::refusal({"/data/level", "9", "0 to 5"}) ==
          "Niet vastgelegd. Meld dit aan de beheerder: /data/level: 9, expected 0 to 5");
}

TEST_CASE("why there is no link is said in Dutch, whatever the hub is") {
    CHECK(words::no_link({"mode", "exercise", "actual"}) == "die hub is voor een oefening");
    CHECK(words::no_link({"journal", "another journal: 1f0c", "9ab1"}) == "die hub heeft een ander journaal");
    CHECK(words::no_link({"journal", "a shorter journal: 3 messages", "at least the 9 that it had"}) ==
          "die hub heeft een korter journaal");
    CHECK(words::no_link({"x.journal", "a copy of another journal: 1f0c", "9ab1"}) ==
          "de kopie hier is van een ander journaal");
    CHECK(words::no_link({"", "something new", ""}) == "die hub past niet bij deze werkplek");
}

TEST_CASE("of a table of capcodes a row may be left out: the rest counts, and says so") {
    const tables::Error row{"/home/u/2-openbaar.csv", 6, 0, "found no capcode", {}},
        later{"/home/u/2-openbaar.csv", 9, 0, "found no capcode", {}},
        other{"/home/u/3.csv", 2, 0, "found no capcode", {}},
        whole{"/home/u/kaart.toml", 3, 5, "found 7", {}, "7"};
    CHECK(words::left_out({row}) == "Overgeslagen in 2-openbaar.csv: regel 6. Daar staat geen capcode. De "
                                    "andere regels gelden.");
    CHECK(words::left_out({row, later, other}) ==
          "Overgeslagen in 2-openbaar.csv: 2 regels zonder capcode. De eerste is regel 6. Ook 1 in een ander "
          "bestand. De andere regels gelden.");
    CHECK(words::left_out({row, whole}).starts_with("Niet gebruikt: kaart.toml. Regel 3, kolom 5."));
    CHECK(tables::text(row) == "/home/u/2-openbaar.csv:6: found no capcode");
}

} // namespace refusal_test
