// A roster or a calendar of evenementen that is read again and again: what changed in it since the last time.
#pragma once

#include "messaging/feeds/feed.hpp"
#include "messaging/feeds/import.hpp"

namespace regiekamer::feeds {

using ReadImport = std::function<Import(std::string_view bytes, Instant now)>;
using AskPersons = std::function<KnownPersons()>;

/// A piece is a whole document, all or nothing: a line that is wrong puts all of it aside. Only what differs
/// from what was said before is said; what no longer stands in it is not withdrawn, as with an import by
/// hand. What a roster leaves out of somebody stays as `persons` tells that they are registered; it is asked
/// only when a document says something new.
Reader import_reader(ReadImport read, AskPersons persons = {});

} // namespace regiekamer::feeds
