// The field's own words: none missing, none shared by two meanings of one enumeration, numbers with a comma.
#include "dashboard/words/labels.hpp"
#include "tests/support/catch.hpp"

#include <boost/describe.hpp>
#include <boost/mp11.hpp>
#include <set>

namespace labels_test {

using namespace regiekamer;
using namespace regiekamer::words;

namespace {

template <class Enum>
void every_value_has_its_own_word() {
    std::set<std::string> seen;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<Enum>>([&](auto one) {
        INFO(one.name);
        CHECK_FALSE(label(one.value).empty());
        CHECK(seen.insert(std::string(label(one.value))).second);
    });
    CHECK_FALSE(seen.empty());
}

} // namespace

TEST_CASE("every value of an enumeration has a word of its own") {
    every_value_has_its_own_word<Team>();
    every_value_has_its_own_word<MeetingTeam>();
    every_value_has_its_own_word<AttendanceState>();
    every_value_has_its_own_word<Certainty>();
    every_value_has_its_own_word<Phase>();
    every_value_has_its_own_word<PlaceKind>();
    every_value_has_its_own_word<AreaKind>();
    every_value_has_its_own_word<EventClass>();
    every_value_has_its_own_word<GoDecision>();
    every_value_has_its_own_word<CheckSubject>();
    every_value_has_its_own_word<CheckResult>();
    every_value_has_its_own_word<FeedState>();
    every_value_has_its_own_word<Medium>();
    every_value_has_its_own_word<Verdict>();
}

TEST_CASE("levels are metres with two decimals and a comma") {
    CHECK(level_metres(258) == "2,58 m");
    CHECK(level_metres(0) == "0,00 m");
    CHECK(level_metres(-45) == "\u22120,45 m");
    CHECK(quantity(258, "cm NAP") == "2,58 m NAP");
    CHECK(quantity(18.5, "m/s") == "18,5 m/s");
    CHECK(quantity(12, "m/s") == "12 m/s");
    CHECK(number(-0.001, 1) == "0,0");
}

TEST_CASE("a small value is told in its first digits, a wild one in few") {
    CHECK(quantity(0.05, "µSv/h") == "0,05 µSv/h");
    CHECK(quantity(0.25, "µSv/h") == "0,25 µSv/h");
    CHECK(quantity(0.057, "µSv/h") == "0,057 µSv/h");
    CHECK(quantity(1013.4, "hPa") == "1013,4 hPa");
    CHECK(quantity(39.24, "km/h") == "39,2 km/h");
    CHECK(quantity(0, "µSv/h") == "0 µSv/h");
    CHECK(telling_decimals(-0.5) == 1);
    CHECK(telling_decimals(9'800) == 0);
    CHECK(number(1.7e308, 2).size() < 12);
}

TEST_CASE("a sentence begins with a capital, whatever it begins with") {
    CHECK(sentence_case("informatiemanager") == "Informatiemanager");
    CHECK(sentence_case("").empty());
    CHECK(sentence_case("évacuatie") == "évacuatie");
}

} // namespace labels_test
