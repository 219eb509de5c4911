// Two people decided about the same thing at the same moment: who did what, and what counts.
#pragma once

#include "dashboard/picture/picture.hpp"

#include <string>

namespace regiekamer::words {

/// For who said `mine`: what the other said just before or after it, and whether `mine` still counts; of two
/// that decide the same, that it counts once and whose. `picture` holds both.
std::string crossing(const picture::Picture& picture, const Recorded& mine, const Recorded& other,
                     bool mine_holds);

} // namespace regiekamer::words
