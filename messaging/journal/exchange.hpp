// A journal as lines of text, and a new journal from lines or from another's beginning.
#pragma once

#include "messaging/journal/journal.hpp"

#include <iosfwd>

namespace regiekamer::journal {

/// Writes the first line and one line a row, as they stand, right or wrong; also what is left of a journal
/// that is damaged or whose WAL is gone, with a Problem afterwards that says so. A replica has no salts and
/// is refused. A stream that fails: a Problem with `where` "output".
Result<Info> export_lines(const std::filesystem::path& file, std::ostream& out);

/// Makes a new journal of exported lines: it exports to the same bytes again. All or nothing, and only of
/// lines that verify; a Problem names the line. The file must not exist.
Result<Info> import_lines(std::istream& lines, const std::filesystem::path& file);

/// Makes a new journal of a parent's rows 1 to `until`: recorded, sender, salt, digest and event are kept,
/// the chain is new, under a uuid of its own. A row that was altered, or was redacted by a message after
/// `until`, is a Problem. The file must not exist.
Result<Info> branch(const std::filesystem::path& parent, const std::filesystem::path& file, Sequence until);

} // namespace regiekamer::journal
