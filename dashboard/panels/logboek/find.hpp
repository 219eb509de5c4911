// Finding lines of the logboek: a slice of the journal a frame, so that 100,000 lines stay fluid.
#pragma once

#include "dashboard/panels/logboek/draft.hpp"
#include "dashboard/panels/scene.hpp"

namespace regiekamer::panels {

/// Looks on for what `filter` wants, at most `most` entries; another filter, or a jump to the past, begins
/// anew. True when all of it was looked at.
bool find_on(LogFound& found, const Scene& scene, const LogFilter& filter, std::size_t most = 25'000);

} // namespace regiekamer::panels
