// CAP 1.1 and 1.2 alerts, in whatever they come: XML alone, EDXL-DE, Atom, RSS, a list, MeteoAlarm's JSON.
#pragma once

#include "messaging/feeds/cap/cap_config.hpp"
#include "messaging/feeds/feed.hpp"

namespace regiekamer::feeds {

/// A piece is a whole document. One alert that is wrong is set aside and the others of its document are
/// taken. The same sender, identifier and sent again is not said again, and set aside when it says otherwise.
/// The vocabulary has no place for what a signature is worth: that is a remark.
Reader cap_reader(CapConfig config, Mode mode);

} // namespace regiekamer::feeds
