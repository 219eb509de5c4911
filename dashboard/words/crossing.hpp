// Two people decided about the same thing at the same moment: who did what, and what counts.
#pragma once

#include "dashboard/picture/picture.hpp"

#include <string>

namespace regiekamer::words {

/// For who said `mine`: what the other said just before or after it, and whether `mine` still counts.
/// `picture` holds both.
std::string crossing(const picture::Picture& picture, const Recorded& other, bool other_later,
                     bool mine_holds);

} // namespace regiekamer::words
