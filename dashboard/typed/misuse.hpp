// Wrong use in our own words: CLI11 says that something is required where the word that was typed is unknown.
#pragma once

#include <CLI/CLI.hpp>
#include <span>
#include <string>

namespace regiekamer::typed {

/// One sentence: what is wrong, the known word nearest to it, and where help is.
std::string misuse(CLI::App& app, std::span<char* const> arguments, const CLI::ParseError& error);

} // namespace regiekamer::typed
