// Which pages concern us: the user's own small TOML file.
#pragma once

#include "messaging/vocabulary/problem.hpp"

#include <cstdint>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

namespace regiekamer::feeds {

/// [ours] capcodes = ["1420059", …], places = ["Alblasserdam", …], capcodes_from = "own.csv" (beside this
/// file; a column "capcode"). Without a file every page is ours.
struct P2000Config {
    std::set<std::int64_t> capcodes; ///< compared as numbers: padding does not count
    std::vector<std::string> places; ///< whole words, any case
    bool everything = true;
};

/// A Problem says file:line:column. Unknown keys are refused: a misspelt key would silently miss an alarm.
Result<P2000Config> load_p2000_config(const std::filesystem::path& file);

} // namespace regiekamer::feeds
