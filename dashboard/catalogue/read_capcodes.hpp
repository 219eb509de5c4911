// Who a capcode is: tables that a region or municipality keeps itself, in the user's folder.
#pragma once

#include "dashboard/words/page_words.hpp"
#include "messaging/tables/file.hpp"

#include <filesystem>
#include <vector>

namespace regiekamer::catalogue {

/// Reads `*.csv` and `*.toml` of the folder, by name: the first table that names a capcode counts, so one's
/// own goes before a public one ("1-eigen.csv", "2-openbaar.csv"). Their forms:
/// messaging/feeds/capcode_table.hpp. In a table that names one more than once the name with most rows
/// counts; rows of a Monitorcode name nobody. A table that is none is complained of, and so is a row whose
/// capcode is no number: without a column, since all of the row is left out, and the others count.
words::CapcodeNames read_capcodes(const std::filesystem::path& folder,
                                  std::vector<tables::Error>& complaints);

/// One table, added to the names that are there; `file` is its name in complaints.
void read_capcode_table(std::string_view bytes, const std::filesystem::path& file, words::CapcodeNames& names,
                        std::vector<tables::Error>& complaints);

} // namespace regiekamer::catalogue
