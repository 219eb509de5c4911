// A picture without a window: --screenshot and --tekst.
#pragma once

#include "dashboard/desk/options.hpp"

namespace regiekamer::desk {

/// Of a journal file, or of an exercise that is played at once up to --at. The exit code.
int still_of_file(const Options& options);
/// Of what a hub has: caught up first, at most ten seconds. The exit code.
int still_of_hub(const Options& options);

} // namespace regiekamer::desk
