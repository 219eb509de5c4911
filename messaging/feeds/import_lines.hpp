// What the imports have in common: a table, of CSV or of a calendar, read line by line, each column once, and
// a line taken only when all of its cells are. Inside this folder only.
#pragma once

#include "messaging/feeds/csv.hpp"
#include "messaging/feeds/ical.hpp"
#include "messaging/feeds/import.hpp"

#include <map>
#include <set>

namespace regiekamer::feeds {

/// A text as a report may quote it: it is read on a terminal.
std::string shown(const std::string& text, std::size_t bytes_max = 60);
/// "K. de Wit" -> "k-de-wit": an identifier that the same name gives each time.
std::string slug(std::string_view text);
/// What "Hendrik-Ido-Ambacht", "hendrik ido ambacht" and "Gemeente Hendrik-Ido-Ambacht" have in common; empty
/// when none is said.
std::string municipality_key(const std::optional<std::string>& municipality);
/// Local time of Europe/Amsterdam, for who reads a report: "dd-mm-yyyy hh:mm"; in the hour that comes twice
/// "31-10-2027 02:30 zt", and " wt" in its second.
std::string local_text(Instant at);
/// The day of it alone.
std::string local_day_text(Instant at);

/// A column by the name that it has in a file of another form.
using Labels = std::map<std::string, std::string>;

/// Whether both the municipality and the telephone that are said of them differ, however they are spelt: of
/// one who moved, or has another number, one stays as it was.
bool is_another(const PersonRegistered& one, const PersonRegistered& other);

/// One line being read: all that is wrong with it, once a column, and what is to be remarked.
struct Line {
    CsvCells cells;
    std::string problem;
    std::size_t number{};
    const Labels* labels = nullptr; ///< what the columns are called in this file; none: as they are
    std::string remark{};
    std::set<std::string> faulty{}; ///< the columns of the problem
    std::string told{};             ///< what the report says was read; empty: the first cell
    std::string day_begins{};       ///< "09:00", on a day that is written without a time; empty: 00:00
    std::string without_time{};     ///< the columns in which that was taken
    Import* import = nullptr;       ///< what the line is of
    const Changeovers* changeovers = nullptr;

    void wrong(const std::string& column, std::string_view found, std::string_view expected);
    [[nodiscard]] std::string called(const std::string& column) const;
    std::string needed(const std::string& column);
    std::optional<std::string> maybe(const std::string& column);
    std::optional<Instant> instant(const std::string& column);
    Instant needed_instant(const std::string& column);
    std::optional<double> decimal(const std::string& column, double low, double high);
    void in_order(Instant from, Instant until);
};

/// What the lines before gave: an identifier, where, and of a person what was said of them.
struct Earlier {
    std::size_t line{};
    std::optional<PersonRegistered> person{};
};
using Given = std::map<std::string, Earlier>;
using ReadLine = void (*)(Line&, std::vector<Body>&, Given&);

using Names = std::vector<std::string_view>;

/// A file of lines; the columns that it must have, and those that it may have.
Import read_table(std::string_view bytes, const Names& needed, const Names& known, ReadLine read,
                  const Changeovers& changeovers = {});

/// Where one time of an entry with an end ends, on the clock: a week from Monday 09:00 to Monday 09:00 has
/// 167 or 169 hours too, unless it is written in a zone without summer time.
Instant end_on_the_clock(const CalendarEntry& entry, Instant from);

/// A calendar as the table that CSV gives too: a row for each time of each entry.
using RowOf = CsvRow (*)(const CalendarEntry&, Instant from, bool repeats);

/// What becomes of a calendar's entries.
struct CalendarForm {
    std::vector<std::string> header;
    RowOf row;
    ReadLine read;
    const Labels& labels;
    bool classes = false; ///< its entries must say of which class they are
    Changeovers changeovers{};
};

Import read_calendar(std::string_view bytes, Instant now, const CalendarForm& form);

} // namespace regiekamer::feeds
