// Files that the desk leaves for people to send and print.
#pragma once

#include "messaging/vocabulary/problem.hpp"

#include <filesystem>
#include <string>

namespace regiekamer::desk {

/// Identifiers and names are anybody's text: only what is harmless in a file name stays, at most 60
/// characters.
std::string harmless(std::string text);
/// A file that cannot be written whole is a Problem that names it, and is not there; else its path.
Result<std::filesystem::path> write_file(const std::filesystem::path& file, const std::string& bytes);

} // namespace regiekamer::desk
