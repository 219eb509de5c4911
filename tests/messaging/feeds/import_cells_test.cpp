// Cells as RFC 4180 has them: with line breaks inside quotes, which count as lines of the file all the same.
#include "messaging/feeds/import.hpp"
#include "tests/support/catch.hpp"

namespace import_cells_test {

using namespace regiekamer;
using namespace regiekamer::feeds;

TEST_CASE("a cell with a line break inside quotes is taken, and the lines after it keep their numbers") {
    for (const std::string end : {"\n", "\r\n"}) {
        const std::string text = "naam;klasse;plaats" + end + "\"Braderie" + end + "  Dorp\";B;\"Plein" +
                                 end + end + "Zuid\"" + end + "Loop;X;Kade" + end + "\"Markt\";A;\"Haven\"" +
                                 end;
        const auto import = read_events_csv(text);
        REQUIRE(import.report.size() == 3);
        CHECK(import.report[0].line == 2);
        CHECK(import.report[0].taken);
        CHECK(import.report[0].text == "Braderie Dorp, no date yet");
        CHECK(import.report[1].line == 6);
        CHECK_FALSE(import.report[1].taken);
        CHECK_THAT(import.report[1].text, ContainsSubstring("klasse"));
        CHECK(import.report[2].line == 7);
        CHECK(import.report[2].taken);
        REQUIRE(import.bodies.size() == 2);
        const auto& event = std::get<EventRegistered>(import.bodies.front());
        CHECK(event.name == "Braderie Dorp");
        CHECK(event.place == "Plein Zuid");
    }
}

TEST_CASE("a line break in a heading or a reason is a space as well") {
    const auto import =
        read_roster_csv("functie,naam,van,tot,\"reden\n\"\n"
                        "OvD-Bz,K. de Wit,25-07-2027 09:00,26-07-2027 09:00,\"ruil\nmet Jansen\"\n");
    REQUIRE(import.good());
    CHECK(std::get<DutyRostered>(import.bodies.back()).reason == "ruil met Jansen");
}

} // namespace import_cells_test
