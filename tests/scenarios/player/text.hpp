// Small scenarios as text, for the tests of the loader and the player.
#pragma once

#include "scenarios/player/load.hpp"
#include "tests/support/catch.hpp"

#include <string>

namespace regiekamer::player {

/// Lines 1 to 9 of a scenario that loads; a test's own text begins on line 10.
inline const std::string head = R"([scenario]
title = "Proef"
start = "2027-01-22T12:00:00+01:00"
[[role]]
function = "OvD-Bz"
played = true
[[role]]
function = "responscel"
played = false
)";

/// An inject of the responscel to the OvD-Bz, with what keys a test wants more.
inline std::string inject(const char* nr, const char* at, const std::string& more = "") {
    return std::string("[[inject]]\nnr = \"") + nr + "\"\nat = \"" + at +
           "\"\nfrom = \"responscel\"\nto = \"OvD-Bz\"\nmedium = \"app\"\ntext = \"t\"\n" + more;
}

/// The sentences that loading gives, one a line; empty when the scenario is whole.
inline std::string complaints(const std::string& file_text) {
    const auto scenario = load_text(file_text, "map/proef.toml");
    std::string all;
    if (!scenario)
        for (const Error& error : scenario.error())
            all += text(error) + "\n";
    return all;
}

/// A scenario that must load.
inline Scenario loaded(const std::string& file_text) {
    auto scenario = load_text(file_text, "map/proef.toml");
    INFO(complaints(file_text));
    REQUIRE(scenario);
    return std::move(*scenario);
}

} // namespace regiekamer::player
