// What a feed of CAP alerts is told by its TOML: which language, which areas, whose signature.
#pragma once

#include "messaging/tables/file.hpp"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace regiekamer::feeds {

struct CapConfig {
    std::vector<std::string> languages{"nl", "en"}; ///< first that an alert has; else its first
    /// "EMMA_ID=NL009": an alert that names such codes, and none of these, is for others. None: all alerts.
    std::vector<std::string> geocodes;
    std::vector<std::string> certificates; ///< PEM texts; a signature counts when one of these made it
    /// Under which address a sender is known who has several: what one of them said, another may take back.
    std::map<std::string, std::string, std::less<>> same_sender{};
};

/// [cap] with languages, geocodes and certificates (files, seen from the folder of `file`), and tables
/// `sender` with an address and others that are the same sender's.
tables::Read<CapConfig> read_cap_config(std::string_view text, const std::filesystem::path& file);
tables::Read<CapConfig> load_cap_config(const std::filesystem::path& file);

} // namespace regiekamer::feeds
