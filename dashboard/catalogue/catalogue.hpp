// All that a desk may set at once, read from files once at the start: those of the program, and in their
// place those of the user with the same name.
#pragma once

#include "dashboard/catalogue/requirements.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace regiekamer::catalogue {

struct Catalogue {
    Requirements requirements;
};

struct Loaded {
    Catalogue catalogue;
    std::vector<std::string> complaints; ///< file:line:column and what is wrong; the desk goes on without
};

/// Reads `requirements/*.toml` of both folders. A user's file that is wrong is complained of, and the
/// program's own counts.
Loaded load(const std::filesystem::path& assets, const std::filesystem::path& config);

} // namespace regiekamer::catalogue
