// Files that a scenario shares with others: found within its own folder, or refused.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

namespace regiekamer::player {

struct IncludedFile {
    std::filesystem::path path;
    std::string text;
};
/// What stood there and what should have: the place is that of the name.
struct Misfit {
    std::string found, expected;
};

/// The file `name` that `scenario` includes: a relative path, within the scenario's folder also when links
/// are followed. `bytes_before`: what was read already; all together keep to load.hpp's file_bytes_max.
tl::expected<IncludedFile, std::vector<Misfit>>
included_file(const std::filesystem::path& scenario, std::string_view name, std::size_t bytes_before);

} // namespace regiekamer::player
