// Measures against what is known, inside and outside, simpler lines, and the grid against looking at all.
#include "dashboard/geo/grid.hpp"
#include "dashboard/geo/measure.hpp"

#include "tests/support/property.hpp"

#include <cmath>
#include <random>

namespace shapes_test {

using namespace regiekamer;
using namespace regiekamer::geo;

TEST_CASE("a minute of latitude, and the area of a square, have the size that the ellipsoid gives them") {
    CHECK(distance_m({51.86, 4.66}, {51.86 + 1 / 60.0, 4.66}) == Approx(1854.4).margin(0.5));
    const Position corner{51.86, 4.66};
    const auto east = destination(corner, 90, 1'000), north = destination(corner, 0, 1'000);
    CHECK(distance_m(corner, east) == Approx(1'000).margin(1e-6));
    const Ring square{corner, east, {north.lat, east.lon}, north};
    CHECK(area_m2(square) == Approx(1e6).epsilon(0.001));
    CHECK(area_m2(Ring{square.rbegin(), square.rend()}) == Approx(area_m2(square)));
    CHECK(area_m2(Ring{corner, east}) == 0);
    CHECK(length_m(Ring{corner, east, corner}) == Approx(2'000));
    CHECK(bearing(corner, east) == Approx(90).margin(0.01));
}

TEST_CASE("lengths, areas and directions in words") {
    CHECK(length_text(340.4) == "340 m");
    CHECK(length_text(1'240) == "1,24 km");
    CHECK(length_text(12'400) == "12,4 km");
    CHECK(area_text(850) == "850 m²");
    CHECK(area_text(32'000) == "3,2 ha");
    CHECK(area_text(1'450'000) == "1,45 km²");
    CHECK(compass_text(0) == "N");
    CHECK(compass_text(225) == "ZW");
    CHECK(compass_text(359) == "N");
    CHECK(compass_text(-45) == "NW");
}

TEST_CASE("inside a polygon with a hole is inside but not in the hole") {
    const Ring outer{{0, 0}, {0, 10}, {10, 10}, {10, 0}}, hole{{4, 4}, {4, 6}, {6, 6}, {6, 4}};
    CHECK(inside(outer, {5, 5}));
    CHECK_FALSE(inside(outer, {11, 5}));
    const std::vector<Ring> both{outer, hole};
    CHECK(inside(both, {2, 2}));
    CHECK_FALSE(inside(both, {5, 5}));
    CHECK_FALSE(inside(Ring{}, {5, 5}));
    CHECK(crosses_itself(Ring{{0, 0}, {10, 10}, {0, 10}, {10, 0}}));
    CHECK_FALSE(crosses_itself(outer));
}

TEST_CASE("a simpler line keeps its ends and stays within its tolerance") {
    holds("no point lies further off than said", [] {
        Ring line;
        for (int i = 0; i < 40; ++i)
            line.push_back({51.8 + any_between(0, 2'000) / 1e5, 4.6 + any_between(0, 2'000) / 1e5});
        const auto made = simplified(line, 100);
        MUST(made.front() == line.front());
        MUST(made.back() == line.back());
        MUST(made.size() <= line.size());
        for (const auto& at : line) {
            double nearest = 1e9;
            for (std::size_t i = 1; i < made.size();
                 ++i) // by many small steps: shares nothing with the product
                for (int step = 0; step <= 200; ++step) {
                    const double part = step / 200.0;
                    nearest = std::min(
                        nearest, distance_m(at, {made[i - 1].lat + part * (made[i].lat - made[i - 1].lat),
                                                 made[i - 1].lon + part * (made[i].lon - made[i - 1].lon)}));
                }
            MUST(nearest < 115);
        }
    });
    const Ring closed{{51.80, 4.60}, {51.81, 4.60}, {51.81, 4.61}, {51.80, 4.61}, {51.80, 4.60}};
    CHECK(simplified(closed, 1) == closed);
    CHECK(simplified(Ring{{1, 1}}, 5).size() == 1);
}

TEST_CASE("smoke lies where the wind blows to: from its source, as far as said") {
    const Position source{51.865, 4.661};
    const auto ring = sector(source, 90, 2'000, 30);
    CHECK(ring.front() == source);
    CHECK(inside(ring, destination(source, 90, 1'500)));
    CHECK(inside(ring, destination(source, 110, 1'500)));
    CHECK_FALSE(inside(ring, destination(source, 270, 100)));
    CHECK_FALSE(inside(ring, destination(source, 90, 2'100)));
    CHECK_FALSE(inside(ring, destination(source, 130, 1'500)));
    const auto round = sector(source, 0, 500, 180);
    for (int bearing = 0; bearing < 360; bearing += 30)
        CHECK(inside(round, destination(source, bearing, 450)));
}

TEST_CASE("the grid finds the boxes that looking at all of them finds") {
    holds("grid and all agree", [] {
        std::mt19937 random(static_cast<unsigned>(any_between(0, 100'000)));
        std::uniform_real_distribution<double> lat(51, 53), lon(4, 6), size(0, 0.2);
        const auto box = [&] {
            const double south = lat(random), west = lon(random);
            return Box{south, west, south + size(random) * size(random), west + size(random)};
        };
        std::vector<Box> boxes(static_cast<std::size_t>(any_between(0, 400)));
        std::generate(boxes.begin(), boxes.end(), box);
        const Grid grid(boxes);
        for (int i = 0; i < 20; ++i) {
            const Box view = box();
            std::vector<std::uint32_t> wanted;
            for (std::uint32_t j = 0; j < boxes.size(); ++j)
                if (boxes[j].overlaps(view)) wanted.push_back(j);
            MUST(grid.touching(view) == wanted);
        }
    });
    CHECK(Grid().touching({0, 0, 90, 90}).empty());
}

} // namespace shapes_test
