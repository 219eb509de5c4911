// The draaiboek (MSEL) as rows of a spreadsheet: what an oefenleider edits in Excel and takes back. A row is
// an inject; what a sheet cannot hold (messages, series, expectations) stays in the scenario file.
#pragma once

#include "scenarios/player/scenario.hpp"

#include <array>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

namespace regiekamer::msel {

/// The columns, in order. The first seven and `opmerking` are those of every Dutch draaiboek.
inline constexpr std::array<std::string_view, 13> columns{
    "nr",        "tijd",      "van",     "aan", "kanaal", "inject", "verwachte reactie",
    "oefendoel", "opmerking", "handout", "als", "tenzij", "tak"};
/// Those that a sheet must have.
inline constexpr std::size_t columns_needed = 6;

/// What is wrong in a sheet, by cell.
struct CellError {
    std::string cell; ///< "D14"; empty: the sheet as a whole
    std::string found, expected;
    bool operator==(const CellError&) const = default;
};
/// "D14: found …, expected …"
std::string text(const CellError& error);

/// "OvD-Bz binnen 20 min: legt de prognose vast [gebeld]": what a sheet says of an expectation. The id in
/// brackets is what reads back; the words are the scenario's.
std::string line_of(const player::Expectation& expectation);

/// The same without the id: for paper.
std::string words_of(const player::Expectation& expectation);

/// One line a cell, in the order of `columns`. Times are offsets ("T+01:15").
using Cells = std::array<std::string, columns.size()>;
std::vector<Cells> cells_of(const player::Scenario& scenario);

/// `;`, CRLF and a byte order mark, so that a Dutch Excel opens it as it is. What a spreadsheet would take
/// for a formula has a ' before it, which read_csv takes away again.
std::string to_csv(const std::vector<Cells>& rows);

/// Reads a sheet back: `;`, `,` or tab, UTF-8 or Windows-1252. `tijd` may be an offset, a clock time (on the
/// day of `start`, or the next one where it would run back; with seconds it is a span from the start there,
/// and remarked), or a date and a time; one of the hour that comes twice is the first that does not run back,
/// and a date more than a day before `start` is refused. `als` and `tenzij` name an expectation. With a
/// scenario, its roles, aims, expectations and branches are the only ones that may be named; without one
/// there are no expectations and branches. All errors at once, in the order of the sheet. An inject's
/// `conditions` are its own, without those of its branch; its place has the sheet's row as line. `remarks`:
/// what is taken and odd, an `aan` that is no role of the scenario or that nobody plays.
tl::expected<std::vector<player::Inject>, std::vector<CellError>>
read_csv(std::string_view bytes, Instant start, const player::Scenario* known = nullptr,
         std::vector<CellError>* remarks = nullptr);

} // namespace regiekamer::msel
