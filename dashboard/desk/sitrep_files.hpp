// The sitrep as files that can be sent and printed.
#pragma once

#include "dashboard/report/sitrep.hpp"
#include "messaging/vocabulary/problem.hpp"

#include <filesystem>

namespace regiekamer::desk {

/// Writes sitrep-<incident>-<number>.txt and .html in `folder`; returns the HTML's path. A file that cannot
/// be written is a Problem that names it.
Result<std::filesystem::path> write_sitrep(const report::Sitrep& sitrep, const IncidentId& incident,
                                           const std::filesystem::path& folder);

} // namespace regiekamer::desk
