// An alert as a warning of the vocabulary: what must be there, which language, and whether it belongs here.
#pragma once

#include "messaging/feeds/cap/cap_alert.hpp"
#include "messaging/feeds/cap/cap_config.hpp"
#include "messaging/feeds/feed.hpp"
#include "messaging/feeds/xml.hpp"

namespace regiekamer::feeds {

/// The reason why it is no warning here; what was taken although it is odd becomes a remark.
/// Several info blocks in the language that is shown are one warning: the vocabulary, and Update and Cancel,
/// know a warning by its identifier only. It says the gravest of them, from the first onset to the last end.
OrReason<WarningReceived> warning_of(const CapAlert& alert, const CapConfig& config, Mode mode,
                                     Became& became);

/// Makes it fit in one message: without details beyond measure, with coarser shapes, and at last without
/// shapes; false: it cannot.
bool fit(WarningReceived& warning, Became& became);

} // namespace regiekamer::feeds
