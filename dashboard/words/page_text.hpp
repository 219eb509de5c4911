// The text of a P2000 page as it is shown.
#pragma once

#include "dashboard/picture/warnings.hpp"

#include <string>

namespace regiekamer::words {

/// One that has no text says that it was a tone and for whom.
std::string page_text(const PageReceived& page);
std::string page_text(const picture::PageAlarm& page);

} // namespace regiekamer::words
