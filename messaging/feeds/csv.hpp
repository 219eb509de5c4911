// CSV as spreadsheets here write it: RFC 4180 with ; , or tab, sep=, BOM, UTF-8 or Windows-1252.
#pragma once

#include "messaging/vocabulary/instant.hpp"

#include <limits>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace regiekamer::feeds {

struct CsvRow {
    std::size_t line{}; ///< of its first character, from 1
    std::vector<std::string> cells;
    std::optional<Problem> problem{}; ///< why its cells cannot be trusted
};

struct CsvTable {
    std::vector<std::string> header; ///< lower case, trimmed
    std::vector<CsvRow> rows;        ///< empty lines left out
};

/// A Problem has "line N" as its place: an open quote, a row with more cells than the header, no header.
Result<CsvTable> read_csv(std::string_view bytes);
/// The same, but a row that is wrong has its problem with it, so that the others can be judged as well. More
/// than `rows_max` rows are a Problem.
Result<CsvTable> read_csv_rows(std::string_view bytes,
                               std::size_t rows_max = std::numeric_limits<std::size_t>::max());

/// The cells of one row by column name; a missing column is an empty cell.
class CsvCells {
public:
    CsvCells(const CsvTable& table, const CsvRow& row);
    [[nodiscard]] const std::string& operator[](const std::string& column) const;

private:
    std::map<std::string, std::string> cells_;
};

/// "dd-mm-yyyy hh:mm" (or d-m-yyyy, yyyy-mm-dd, h.mm, 24:00) in Europe/Amsterdam local time; RFC 3339 with
/// zone. In the hour that exists twice the first is meant; one that does not exist is the first that does.
Result<Instant> read_local_instant(std::string_view text);
/// The same, with a remark (English) where summer time made the clock doubtful; empty: it is not.
struct LocalReading {
    Instant at;
    std::string remark;
    bool day_only{}; ///< no time was written: 00:00
};
Result<LocalReading> read_local(std::string_view text);

/// The way back: "22-01-2027 12:00"; where that is another instant, or comes twice, the same clock with all
/// its digits and its zone, "2027-01-22T12:00:44.428196+01:00".
std::string local_cell(Instant at);

} // namespace regiekamer::feeds
