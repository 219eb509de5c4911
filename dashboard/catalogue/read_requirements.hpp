// One file of requirements as TOML.
#pragma once

#include "dashboard/catalogue/files.hpp"
#include "dashboard/catalogue/requirements.hpp"

namespace regiekamer::catalogue {

/// Every fault with its place; a key or word that is misspelt with the one that may be meant.
tables::Read<ClassRequirements> read_requirements(const std::filesystem::path& file, const toml::table& root);

} // namespace regiekamer::catalogue
