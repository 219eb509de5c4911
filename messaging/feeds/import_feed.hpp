// A roster or a calendar of evenementen that is read again and again: what changed in it since the last time.
#pragma once

#include "messaging/feeds/feed.hpp"
#include "messaging/feeds/import.hpp"

namespace regiekamer::feeds {

using ReadImport = std::function<Import(std::string_view bytes, Instant now, const Changeovers& changeovers)>;
using AskRoster = std::function<KnownRoster()>;

/// A piece is a whole document, all or nothing: a line that is wrong puts all of it aside. Only what differs
/// from what was said before is said; what no longer stands in it is not withdrawn, as with an import by
/// hand. What a roster leaves out of somebody stays as `known` tells that they are registered, and a day
/// without a time counts from the changeover that it tells; it is asked only when a document says something
/// new, or has such days. A hub of real work (`status`) takes no roster of an exercise.
Reader import_reader(ReadImport read, AskRoster known = {}, Mode status = Mode::actual);

} // namespace regiekamer::feeds
