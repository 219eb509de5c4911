// Instants as text.
#include "messaging/vocabulary/instant.hpp"
#include "tests/support/property.hpp"

namespace instant_test {

using namespace regiekamer;

TEST_CASE("an instant reads back as it was written, and text order is time order") {
    const auto any = [] {
        return Instant{microseconds{any_between<std::int64_t>(946'684'800'000'000, 4'102'444'799'999'999)}};
    };
    holds("round trip", [&] {
        const Instant instant = any();
        MUST(read_instant(to_text(instant)).value() == instant);
    });
    holds("order", [&] {
        const Instant one = any(), other = any();
        MUST((one < other) == (to_text(one) < to_text(other)));
    });
}

TEST_CASE("zones count, and digits beyond microseconds are cut") {
    CHECK(read_instant("2027-01-22T12:00:00+01:00") == read_instant("2027-01-22T11:00:00Z"));
    CHECK(to_text(*read_instant("2027-01-22t11:00:00.12345678z")) == "2027-01-22T11:00:00.123456Z");
    CHECK_FALSE(read_instant("2027-01-22T11:00:00.Z").has_value());
    CHECK_FALSE(read_instant("2027-01-22T11:00:60Z").has_value());
}

} // namespace instant_test
