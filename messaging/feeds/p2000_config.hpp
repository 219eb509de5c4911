// Which pages concern us: the user's own small TOML file.
#pragma once

#include "messaging/feeds/capcode_table.hpp"
#include "messaging/tables/file.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace regiekamer::feeds {

/// [ours] capcodes = ["1420059", …], places = ["Alblasserdam", …], capcodes_from = "own.csv" (beside this
/// file; capcode_table.hpp). Without a file every page is ours.
struct P2000Config {
    std::set<std::int64_t> capcodes; ///< compared as numbers: padding does not count
    std::vector<std::string> places; ///< whole words, any case, with or without their accents
    bool everything = true;
};

/// Unknown keys are refused: a misspelt key would silently miss an alarm.
tables::Read<P2000Config> read_p2000_config(std::string_view text, const std::filesystem::path& file);
tables::Read<P2000Config> load_p2000_config(const std::filesystem::path& file);

/// The capcodes of a table; its names are for people. What is wrong with it is complained of: then it is not
/// to be used. A row with digits that are no capcode could be one of ours that is missed; words where a
/// capcode should be, a heading or a remark, are passed over.
std::set<std::int64_t> read_capcode_column(std::string_view bytes, const std::filesystem::path& file,
                                           tables::Complaints& complaints);

} // namespace regiekamer::feeds
