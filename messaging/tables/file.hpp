// A TOML file read whole: not more of it than it may hold, and refused with its place.
#pragma once

#include "messaging/tables/complaints.hpp"

#include <filesystem>
#include <tl/expected.hpp>

namespace regiekamer::tables {

template <class T>
using Read = tl::expected<T, std::vector<Error>>;

/// The text of a file of at most `bytes_max` bytes; `what` it should be, in English: "a scenario file".
Read<std::string> read_file(const std::filesystem::path& file, std::size_t bytes_max, std::string_view what);

/// The table that a text is; `file` is its name in complaints.
Read<toml::table> parse(std::string_view text, const std::filesystem::path& file, std::size_t bytes_max);

} // namespace regiekamer::tables
