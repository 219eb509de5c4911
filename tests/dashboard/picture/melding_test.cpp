// What a melding may be: 250 visitors, between 09:00 and 23:00.
#include "dashboard/picture/melding.hpp"
#include "tests/support/catch.hpp"

namespace melding_test {

using namespace regiekamer;
using picture::beyond_melding;
using picture::BeyondMelding;

TEST_CASE("a melding has at most 250 visitors, and begins and ends between 09:00 and 23:00") {
    const auto at = [](const char* clock) {
        return std::optional(*read_instant("2027-07-03T" + std::string(clock) + ":00+02:00"));
    };
    const auto melding = EventClass::melding;
    CHECK(beyond_melding(melding, Count(250), at("09:00"), at("23:00")) == BeyondMelding{false, false});
    CHECK(beyond_melding(melding, Count(251), at("09:00"), at("23:00")) == BeyondMelding{true, false});
    CHECK(beyond_melding(melding, Count(10), at("08:59"), at("23:00")) == BeyondMelding{false, true});
    CHECK(beyond_melding(melding, Count(10), at("14:00"), at("23:01")) == BeyondMelding{false, true});
    CHECK(beyond_melding(melding, Count(10), std::nullopt, std::nullopt) == BeyondMelding{false, false});
    CHECK(beyond_melding(melding, Count(10), at("00:00"), std::nullopt) == BeyondMelding{false, false});
    CHECK(beyond_melding(EventClass::A, Count(5000), at("14:00"), at("23:30")) ==
          BeyondMelding{false, false});
}

} // namespace melding_test
