// Files that the desk leaves in the state folder for people to send and print.
#pragma once

#include "messaging/vocabulary/problem.hpp"

#include <filesystem>
#include <string>

namespace regiekamer::desk {

/// Identifiers and names are anybody's text: only what is harmless in a file name stays, at most 60
/// characters.
std::string harmless(std::string text);
/// A file that cannot be written is a Problem that names it; else its path.
Result<std::filesystem::path> write_text(const std::filesystem::path& file, const std::string& text);

} // namespace regiekamer::desk
