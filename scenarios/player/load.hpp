// Scenario files: found whole, or every error in them at once with its place (design.md, "Scenario files").
#pragma once

#include "scenarios/player/scenario.hpp"

#include <filesystem>
#include <string_view>

namespace regiekamer::player {

/// Larger files are refused before they are read.
inline constexpr std::size_t file_bytes_max = 5 * 1024 * 1024;
/// Messages that one scenario may say.
inline constexpr std::size_t entries_max = 200'000;

/// Reads a scenario file. All errors, in the order of the file; a syntax error hides what comes after it.
tl::expected<Scenario, std::vector<Error>> load(const std::filesystem::path& file);

/// The same from text; `file` is what places are called, its stem is the scenario's name.
tl::expected<Scenario, std::vector<Error>> load_text(std::string_view text,
                                                     const std::filesystem::path& file);

/// What `scenario check` says.
struct Findings {
    std::vector<Error> errors;   ///< with one of these nothing is played
    std::vector<Error> warnings; ///< legal, but odd
    std::size_t injects = 0, messages = 0;
};
Findings check(const std::filesystem::path& file);

} // namespace regiekamer::player
