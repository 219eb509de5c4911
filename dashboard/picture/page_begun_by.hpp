// A proposal knows the sequence of its page: in a flood of pages nobody walks over all of them for each.
#pragma once

#include "dashboard/picture/warnings.hpp"

namespace regiekamer::picture {

/// The page whose first line has this sequence; nullptr: none. Lasts as find_page() does.
const PageAlarm* page_begun_by(const Picture& picture, Sequence sequence);

} // namespace regiekamer::picture
