// RD and WGS 84: published points, the way there and back, and what people type.
#include "dashboard/geo/coordinate_text.hpp"
#include "dashboard/geo/measure.hpp"
#include "dashboard/geo/projection.hpp"

#include "tests/support/property.hpp"

#include <cmath>
#include <tuple>

namespace coordinates_test {

using namespace regiekamer;
using namespace regiekamer::geo;

namespace {

/// The published approximation of F.H. Schreutelkamp and G.L. Strang van Hees (2001), right to a few
/// decimetres: shares nothing with PROJ.
Position approximately(double x, double y) {
    struct Term {
        int p, q;
        double k;
    };
    static constexpr Term lat[] = {{0, 1, 3235.65389}, {2, 0, -32.58297}, {0, 2, -0.24750}, {2, 1, -0.84978},
                                   {0, 3, -0.06550},   {2, 2, -0.01709},  {1, 0, -0.00738}, {4, 0, 0.00530},
                                   {2, 3, -0.00039},   {4, 1, 0.00033},   {1, 1, -0.00012}};
    static constexpr Term lon[] = {{1, 0, 5260.52916}, {1, 1, 105.94684}, {1, 2, 2.45656},  {3, 0, -0.81885},
                                   {1, 3, 0.05594},    {3, 1, -0.05607},  {0, 1, 0.01199},  {3, 2, -0.00256},
                                   {1, 4, 0.00128},    {0, 2, 0.00022},   {2, 0, -0.00022}, {5, 0, 0.00026}};
    const double dx = (x - 155'000) * 1e-5, dy = (y - 463'000) * 1e-5;
    Position at{52.15517440, 5.38720621};
    for (const auto& [p, q, k] : lat)
        at.lat += k * std::pow(dx, p) * std::pow(dy, q) / 3600;
    for (const auto& [p, q, k] : lon)
        at.lon += k * std::pow(dx, p) * std::pow(dy, q) / 3600;
    return at;
}

} // namespace

TEST_CASE("points that Kadaster publishes for RDNAPTRANS 2018 lie within a metre") {
    for (const auto& [name, x, y, lat, lon] :
         {std::tuple{"Amersfoort", 155'000.0, 463'000.0, 52.15517440, 5.38720621},
          {"Texel", 117'380.12, 575'040.34, 53.160753042, 4.824761912},
          {"Noord-Groningen", 247'380.56, 604'580.78, 53.419482050, 6.776726674},
          {"Zeeuws-Vlaanderen", 16'460.91, 377'380.23, 51.368607152, 3.397588595},
          {"Zuid-Limburg", 182'260.45, 311'480.67, 50.792584916, 5.773795548},
          {"Maasvlakte", 64'640.89, 440'700.0101, 51.947393898, 4.072887101}}) {
        INFO(name);
        const auto at = to_wgs84({x, y});
        REQUIRE(at);
        CHECK(distance_m(*at, {lat, lon}) < 1);
        const auto rd = to_rd({lat, lon});
        REQUIRE(rd);
        CHECK(std::hypot(rd->x - x, rd->y - y) < 1);
    }
}

TEST_CASE("in Alblasserdam an approximation that shares nothing with PROJ says the same") {
    for (const auto& rd : {Rd{105'000, 431'500}, Rd{104'000, 432'750}, Rd{106'500, 430'000}}) {
        const auto at = to_wgs84(rd);
        REQUIRE(at);
        CHECK(distance_m(*at, approximately(rd.x, rd.y)) < 1);
    }
}

TEST_CASE("there and back is the same place; outside the Rijksdriehoek there is none") {
    holds("to_wgs84 undoes to_rd", [] {
        const Position at{50.8 + any_between(0, 2'600) / 1'000.0, 3.5 + any_between(0, 3'500) / 1'000.0};
        const auto rd = to_rd(at);
        if (!rd) return;
        const auto back = to_wgs84(*rd);
        MUST(back.has_value());
        MUST(distance_m(*back, at) < 0.01);
    });
    CHECK_FALSE(to_rd({48.85, 2.35}));
    CHECK_FALSE(to_wgs84({51.865, 4.661}));
    CHECK_FALSE(to_rd({std::nan(""), 4.6}));
    CHECK(rd_text({48.85, 2.35}) == "buiten RD");
}

TEST_CASE("a coordinate is read in each form that people type") {
    for (const char* typed :
         {"51.8650, 4.6610", "51,865 4,661", "N51.865 E4.661", "51.865,4.661", "51,865,4,661", "51.865 4.661",
          "51.865N 4.661E", "n51,865 o4,661", "E4.661 N51.865", "4.661, 51.865", " 51.865 ; 4.661 ",
          "51.865\xC2\xB0 N, 4.661\xC2\xB0 O", "lat 51.865 lon 4.661"}) {
        INFO(typed);
        const auto at = read_coordinate(typed);
        REQUIRE(at);
        CHECK(at->lat == Approx(51.865));
        CHECK(at->lon == Approx(4.661));
    }
    for (const char* typed : {"105000 431500", "105000,431500", "RD 105000 431500", "x=105000 y=431500",
                              "105000.0, 431500.0", "rd: 105000 / 431500"}) {
        INFO(typed);
        const auto at = read_coordinate(typed);
        REQUIRE(at);
        CHECK(rd_text(*at) == "RD 105000 431500");
    }
}

TEST_CASE("a coordinate in minutes and seconds is read, as ships and telephones give it") {
    for (const char* typed : {"51°51'54\"N 4°39'36\"E", "51° 51' 54\" N, 4° 39' 36\" O",
                              "N51°51'54.0\" E004°39'36.0\"", "51 51.9 N 4 39.6 E", "51°51,9'N 4°39,6'E",
                              "51°51.9′ N 4°39.6′ E", "51º51’54”N 4º39’36”E", "4°39'36\"E 51°51'54\"N"}) {
        INFO(typed);
        const auto at = read_coordinate(typed);
        REQUIRE(at);
        CHECK(at->lat == Approx(51.865));
        CHECK(at->lon == Approx(4.66));
    }
    for (const char* typed : {"51°61'54\"N 4°39'36\"E", "51.5 51 N 4 39 E", "06 51 52 53", "51 51 4 39",
                              "N 51 51 54 E 4 39", "-51 51 N 4 39 E"}) {
        INFO(typed);
        CHECK_FALSE(read_coordinate(typed));
    }
}

TEST_CASE("RD is read with the points of thousands") {
    for (const char* typed : {"105.000 431.500", "RD 105.000, 431.500", "105.000,431.500"}) {
        INFO(typed);
        const auto at = read_coordinate(typed);
        REQUIRE(at);
        CHECK(rd_text(*at) == "RD 105000 431500");
    }
    CHECK_FALSE(read_coordinate("105.00 431.500"));
}

TEST_CASE("what is no coordinate of this country is none") {
    for (const char* typed :
         {"", " ", "Kade 12", "51.865", "51.865 4.661 3", "12:30", "22-01 16:40", "48.85 2.35", "1 2",
          "431500 105000", "Kade 105000 431500", "51.8.6, 4.6", "N E", ",", "04:15", "2953 AB 12"}) {
        INFO(typed);
        CHECK_FALSE(read_coordinate(typed));
    }
}

TEST_CASE("any text at all is read or refused, and what is written is read back") {
    holds("read_coordinate is total", [] {
        const auto at = read_coordinate(any_bytes());
        if (at) MUST(std::isfinite(at->lat) && std::isfinite(at->lon));
    });
    const Position at{51.86512, 4.66123};
    CHECK(read_coordinate(wgs84_text(at))->lat == Approx(at.lat));
    CHECK(distance_m(*read_coordinate(rd_text(at)), at) < 1);
}

} // namespace coordinates_test
