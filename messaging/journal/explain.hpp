// What became of the first row that does not fit. Inside this folder only.
#pragma once

#include "messaging/journal/database.hpp"
#include "messaging/journal/verify.hpp"

namespace regiekamer::journal {

/// `sequence` is the first place that does not fit, `previous` the hash before it. Looks through all rows for
/// the one that belongs there, and for the place where the one that stands there belongs.
Fault explain(SQLite::Database& database, const Hash& beginning, Sequence sequence, const Hash& previous);

} // namespace regiekamer::journal
