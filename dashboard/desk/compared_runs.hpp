// A branch beside the run that it was made from, as a page to talk over.
#pragma once

#include "dashboard/report/comparison.hpp"

#include <filesystem>

namespace regiekamer::desk {

struct ComparedFile {
    std::filesystem::path page; ///< HTML
    std::string text;           ///< a sentence a line
};

/// Compares the run of `journal` with its parent, whose journal is looked for in the same folder, and writes
/// the page beside them. `scenario`: of both, or null. A Problem when the parent is not there.
Result<ComparedFile> compare_with_parent(const std::filesystem::path& journal,
                                         const std::string& parent_journal, const player::Scenario* scenario);

} // namespace regiekamer::desk
