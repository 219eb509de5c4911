// What a feed of CAP alerts is told by its TOML: which language, which areas, whose signature.
#pragma once

#include "messaging/tables/block.hpp"
#include "messaging/tables/file.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace regiekamer::feeds {

struct CapConfig {
    std::vector<std::string> languages{"nl", "en"}; ///< first that an alert has; else its first
    /// "EMMA_ID=NL009": an alert that names such codes, and none of these, is for others. None: all alerts.
    std::vector<std::string> geocodes;
    std::vector<std::string> certificates; ///< PEM texts; a signature counts when one of these made it
};

/// languages, geocodes, certificates (files, seen from `folder`) of a table; misfits become complaints.
CapConfig read_cap_config(const toml::table& table, tables::Complaints& complaints,
                          const std::filesystem::path& folder);

/// A file with [cap].
tables::Read<CapConfig> load_cap_config(const std::filesystem::path& file);

} // namespace regiekamer::feeds
