// What a sender says beside the warning itself: for whom it is, who to call, codes, parameters, files.
#pragma once

#include "messaging/feeds/cap/cap_alert.hpp"
#include "messaging/feeds/feed.hpp"

#include <span>

namespace regiekamer::feeds {

/// Of the alert and of the blocks that are shown: of lists all, each once; of texts a line each.
/// `status` is what the alert counts as. What cannot be read is left out and becomes a remark.
WarningDetails details_of(const CapAlert& alert, const std::string& status,
                          std::span<const CapInfo* const> infos, Became& became);

} // namespace regiekamer::feeds
