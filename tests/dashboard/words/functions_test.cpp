// The functions as everybody writes them: one list, each once.
#include "dashboard/words/functions.hpp"
#include "tests/support/catch.hpp"

#include <set>

namespace functions_test {

using namespace regiekamer;
using namespace regiekamer::words;

TEST_CASE("no two functions differ in capitals only, and who may act may sit at a desk") {
    const auto& all = functions();
    for (std::size_t i = 0; i < all.size(); ++i)
        CHECK(place_in(all, all[i]) == static_cast<int>(i));
    for (const auto& owner : owners())
        CHECK(place_in(functions(), owner) >= 0);
    CHECK(owners().size() < all.size());
    CHECK(place_in(all, "INFORMATIEMANAGER") == place_in(all, "informatiemanager"));
    CHECK(place_in(all, "informatie") == -1);
}

TEST_CASE("a team alerts functions of the list, each team once") {
    std::set<Team> seen;
    for (const auto& team : teams()) {
        CHECK(seen.insert(team.team).second);
        CHECK(team.norm_minutes >= 30);
        for (const auto& function : team.functions)
            CHECK(place_in(functions(), function.value) >= 0);
    }
}

TEST_CASE("who decides on GRIP as a rule: by level") {
    const auto who = [](int from, int to) {
        return deciders()[static_cast<std::size_t>(usual_decider(from, to))];
    };
    CHECK(who(0, 1) == "leider CoPI");
    CHECK(who(1, 2) == "leider CoPI");
    CHECK(who(2, 3) == "burgemeester");
    CHECK(who(3, 4) == "voorzitter veiligheidsregio");
    CHECK(who(3, 2) == "burgemeester");
    CHECK(who(2, 1) == "ROL");
    CHECK(who(1, 0) == "leider CoPI");
}

TEST_CASE("every OvD, leider CoPI and CaCo may decide on GRIP 1; higher up fewer") {
    for (const char* name : {"OvD-Brandweer", "OvD-G", "OvD-P", "OvD-Bz", "leider CoPI", "CaCo"}) {
        CHECK(place_in(deciders(), name) >= 0);
        CHECK(decides_as_a_rule(0, 1, name));
        CHECK_FALSE(decides_as_a_rule(2, 3, name));
    }
    CHECK(decides_as_a_rule(1, 2, "ROL"));
    CHECK_FALSE(decides_as_a_rule(1, 2, "CaCo"));
    CHECK(decides_as_a_rule(3, 4, "burgemeester"));
}

} // namespace functions_test
