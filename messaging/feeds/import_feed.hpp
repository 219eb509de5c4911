// A roster or a calendar of evenementen that is read again and again: what changed in it since the last time.
#pragma once

#include "messaging/feeds/feed.hpp"
#include "messaging/feeds/import.hpp"

namespace regiekamer::feeds {

using ReadImport = std::function<Import(std::string_view bytes, Instant now)>;

/// A piece is a whole document, all or nothing: a line that is wrong puts all of it aside. Only what differs
/// from what was said before is said; what no longer stands in it is not withdrawn, as with an import by
/// hand.
Reader import_reader(ReadImport read);

} // namespace regiekamer::feeds
