// What is filled is what is inside, of whatever rings.
#include "dashboard/geo/strips.hpp"

#include "tests/support/property.hpp"

#include <algorithm>

namespace strips_test {

using namespace regiekamer;
using namespace regiekamer::geo;

namespace {

constexpr Position zero{0, 0};

double area(const std::vector<Strip>& strips) {
    double sum = 0;
    for (const Strip& strip : strips) {
        const double south = strip.east_south - strip.west_south, north = strip.east_north - strip.west_north;
        sum += (south + north) / 2 * (strip.north - strip.south);
    }
    return sum;
}

/// Whether the place is in a strip that is wider by `more` on each side.
bool holds_it(const std::vector<Strip>& strips, const Position& at, double more) {
    return std::any_of(strips.begin(), strips.end(), [&](const Strip& strip) {
        if (at.lat < strip.south - more || at.lat > strip.north + more) return false;
        const double part = (at.lat - strip.south) / (strip.north - strip.south);
        const double west = strip.west_south + part * (strip.west_north - strip.west_south),
                     east = strip.east_south + part * (strip.east_north - strip.east_south);
        return at.lon >= west - more && at.lon <= east + more;
    });
}

} // namespace

TEST_CASE("a hollow shape is its own area, in either direction; its first corner may stand there twice") {
    Ring letter_u{{0, 0}, {0, 30}, {30, 30}, {30, 20}, {10, 20}, {10, 10}, {30, 10}, {30, 0}, {0, 0}};
    for (int direction = 0; direction < 2; ++direction) {
        CHECK(area(strips_of(std::vector<Ring>{letter_u}, zero)) == Approx(700));
        std::reverse(letter_u.begin(), letter_u.end());
    }
    CHECK_FALSE(holds_it(strips_of(std::vector<Ring>{letter_u}, zero), {20, 15}, 0));
}

TEST_CASE("a hole stays open, and what lies in the hole is filled again") {
    const std::vector<Ring> rings{{{0, 0}, {0, 10}, {10, 10}, {10, 0}},
                                  {{2, 2}, {8, 2}, {8, 8}, {2, 8}},
                                  {{4, 4}, {4, 6}, {6, 6}, {6, 4}}};
    const auto strips = strips_of(rings, zero);
    CHECK(area(strips) == Approx(100 - 36 + 4));
    CHECK(holds_it(strips, {1, 5}, 0));
    CHECK_FALSE(holds_it(strips, {3, 5}, 0));
    CHECK(holds_it(strips, {5, 5}, 0));
}

TEST_CASE("a shape that crosses itself is cut at its crossing") {
    const auto bow = strips_of(std::vector<Ring>{Ring{{0, 0}, {10, 10}, {0, 10}, {10, 0}}}, zero);
    CHECK(area(bow) == Approx(50));
    CHECK(holds_it(bow, {5, 2}, 0));
    CHECK_FALSE(holds_it(bow, {2, 5}, 0));
}

TEST_CASE("what has no inside gives no strips; a shape of many corners has few more of them") {
    CHECK(strips_of({}, zero).empty());
    CHECK(strips_of(std::vector<Ring>{Ring{{0, 0}, {1, 1}}}, zero).empty());
    CHECK(strips_of(std::vector<Ring>{Ring{{0, 0}, {0, 5}, {0, 9}, {0, 0}}}, zero).empty());
    Ring saw;
    for (int tooth = 0; tooth < 2'000; ++tooth) {
        saw.push_back({static_cast<double>(tooth), 0});
        saw.push_back({tooth + 0.5, 1});
    }
    saw.push_back({2'000, -5});
    saw.push_back({-1, -5});
    CHECK(strips_of(std::vector<Ring>{saw}, zero).size() <= saw.size() + 2);
    Ring comb; // as many edges beside each other as there are: it stays an outline, and costs no seconds
    for (int tooth = 0; tooth < 20'000; ++tooth)
        comb.push_back({tooth % 2 == 0 ? 0 : 10 + tooth * 1e-6, tooth * 1e-4});
    CHECK(strips_of(std::vector<Ring>{comb}, zero).empty());
}

TEST_CASE("whatever the rings, a place is in a strip when it is inside") {
    holds("filled is inside", [] {
        std::vector<Ring> rings;
        for (int ring = any_between(1, 4); ring > 0; --ring) {
            auto& made = rings.emplace_back();
            for (const auto& [lat, lon] : any_pairs(12, 12))
                if (made.size() < 14) made.push_back({static_cast<double>(lat), static_cast<double>(lon)});
        }
        const auto strips = strips_of(rings, zero);
        for (const Strip& strip : strips)
            MUST(strip.south <= strip.north && strip.west_south <= strip.east_south + 1e-4F &&
                 strip.west_north <= strip.east_north + 1e-4F);
        for (int lat = 0; lat < 12; ++lat)
            for (int lon = 0; lon < 12; ++lon) {
                const Position at{lat + 0.381966, lon + 0.276393};
                MUST(inside(std::span<const Ring>(rings), at) ? holds_it(strips, at, 1e-4)
                                                              : !holds_it(strips, at, -1e-4));
            }
    });
}

} // namespace strips_test
