// The splitter, the sniffing of separator and encoding, and local time.
#include "messaging/feeds/csv.hpp"

#include "messaging/feeds/encoding.hpp"
#include "messaging/vocabulary/sheet_cell.hpp"

#include <algorithm>
#include <charconv>
#include <date/tz.h>

namespace regiekamer::feeds {
namespace {

/// A lead byte must be followed by as many continuation bytes as it says; exact enough to tell the encodings
/// apart. What only looks so is refused later, as damage, and not read as other letters.
bool looks_utf8(std::string_view text) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto c = static_cast<unsigned char>(text[at]);
        if (c < 0x80) continue;
        std::size_t more = c >= 0xF0 ? 3 : c >= 0xE0 ? 2 : 1;
        if (c < 0xC2 || c > 0xF4) return false;
        for (; more > 0; --more) {
            if (++at >= text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U) return false;
        }
    }
    return true;
}

std::string as_utf8(std::string_view bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    return looks_utf8(bytes) ? std::string(bytes) : utf8_of_latin1(bytes);
}

std::string trimmed(std::string_view text) {
    return std::string(stripped(text));
}

/// LF for every line end. An old Excel for the Mac ends its rows with CR, and breaks a line within a cell
/// with LF: so each CR counts, but for those that stand before an LF.
void one_line_end(std::string& text) {
    std::size_t kept = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != '\r') {
            text[kept++] = text[at];
            continue;
        }
        const auto next = text.find_first_not_of('\r', at);
        if (next != std::string::npos && text[next] == '\n') {
            at = next - 1; // the LF is taken next
            continue;
        }
        text[kept++] = '\n';
    }
    text.resize(kept);
}

char separator_of(std::string_view& text) {
    if (text.starts_with("sep=") && text.size() > 4) {
        const char separator = text[4];
        text.remove_prefix(std::min(text.find('\n'), text.size() - 1) + 1);
        return separator;
    }
    const auto first = text.substr(0, text.find('\n'));
    return *std::max_element(std::begin(";,\t"), std::begin(";,\t") + 3, [&](char a, char b) {
        return std::count(first.begin(), first.end(), a) < std::count(first.begin(), first.end(), b);
    });
}

/// More than any sheet's columns; the cells behind them are no more kept.
constexpr std::size_t cells_max = 1'000;

/// Splits into rows of raw cells, up to `rows_max`; a quoted cell may hold separators, doubled quotes and
/// line breaks. A quote that does not end takes only its own line along: what comes after is read as if it
/// were not there.
std::vector<CsvRow> split(std::string_view text, char separator, std::size_t first_line,
                          std::size_t rows_max) {
    std::vector<CsvRow> rows;
    CsvRow row{first_line, {}, {}};
    std::string cell;
    std::size_t line = first_line;
    bool quoted = false;
    std::size_t opened = 0, opened_line = 0; // where the quote stands
    const auto end_cell = [&] {
        if (row.cells.size() < cells_max)
            row.cells.push_back(cell);
        else if (!row.problem && !trimmed(cell).empty())
            row.problem = Problem{"line " + std::to_string(row.line),
                                  "more than " + std::to_string(cells_max) + " cells", "a row of a sheet"};
        cell.clear();
    };
    const auto end_row = [&] {
        end_cell();
        const bool blank =
            std::all_of(row.cells.begin(), row.cells.end(), [](const auto& c) { return trimmed(c).empty(); });
        if (!blank || row.problem) rows.push_back(row);
        row = {line, {}, {}};
    };
    const auto stray = [&] {
        row.problem = Problem{"line " + std::to_string(opened_line), "a quote that does not end",
                              "\" at the end of the cell"};
        row.line = line = opened_line;
        quoted = false;
        return std::min(text.find('\n', opened), text.size());
    };
    const auto ends_cell = [&](std::size_t at) {
        const auto next = text.find_first_not_of(' ', at);
        return next == std::string_view::npos || text[next] == separator || text[next] == '\n';
    };
    for (std::size_t at = 0; at <= text.size() && rows.size() < rows_max; ++at) {
        if (quoted &&
            (at == text.size() ||
             (text[at] == '"' && !(at + 1 < text.size() && text[at + 1] == '"') && !ends_cell(at + 1))))
            at = stray();
        if (at == text.size()) break;
        const char c = text[at];
        if (c == '\n') ++line;
        if (quoted) {
            if (c != '"')
                cell += c;
            else if (at + 1 < text.size() && text[at + 1] == '"')
                cell += text[++at];
            else
                quoted = false;
        } else if (c == '"' && trimmed(cell).empty()) {
            cell.clear();
            quoted = true;
            opened = at;
            opened_line = line;
        } else if (c == separator) {
            end_cell();
        } else if (c == '\n') {
            end_row();
        } else {
            cell += c;
        }
    }
    if (rows.size() < rows_max) end_row();
    return rows;
}

struct Digits {
    std::string_view rest;
    bool number(int& value) {
        const auto read = std::from_chars(rest.data(), rest.data() + rest.size(), value);
        const auto used = static_cast<std::size_t>(read.ptr - rest.data());
        if (read.ec != std::errc() || used == 0 || used > 4 || rest.front() == '-') return false;
        rest.remove_prefix(used);
        return true;
    }
    bool one_of(std::string_view allowed) {
        if (rest.empty() || allowed.find(rest.front()) == std::string_view::npos) return false;
        rest.remove_prefix(1);
        return true;
    }
};

} // namespace

Result<CsvTable> read_csv(std::string_view bytes) {
    auto table = read_csv_rows(bytes);
    if (table)
        for (const auto& row : table->rows)
            if (row.problem) return tl::unexpected(*row.problem);
    return table;
}

Result<CsvTable> read_csv_rows(std::string_view bytes, std::size_t rows_max) {
    std::string text = as_utf8(bytes);
    one_line_end(text);
    std::string_view rest = text;
    const char separator = separator_of(rest);
    const auto skipped = static_cast<std::size_t>(
        std::count(text.begin(), text.end() - static_cast<std::ptrdiff_t>(rest.size()), '\n'));
    constexpr std::size_t beside = 2; // the column names, and one too many
    const std::size_t wanted = std::min(rows_max, std::numeric_limits<std::size_t>::max() - beside) + beside;
    auto rows = split(rest, separator, 1 + skipped, wanted);
    if (rows.empty()) return refuse("line 1", "nothing", "a row of column names");
    if (rows.size() == wanted)
        return refuse("line " + std::to_string(rows.back().line),
                      "more than " + std::to_string(rows_max) + " lines",
                      "at most " + std::to_string(rows_max) + "; is this the right file?");
    CsvTable table;
    if (rows.front().problem) return tl::unexpected(*rows.front().problem);
    for (const auto& cell : rows.front().cells) {
        std::string name = trimmed(cell);
        std::transform(name.begin(), name.end(), name.begin(),
                       [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
        table.header.push_back(std::move(name));
    }
    for (std::size_t i = 1; i < rows.size(); ++i) {
        CsvRow& row = rows[i];
        for (auto& cell : row.cells)
            cell = trimmed(cell);
        if (row.cells.size() > table.header.size() && !row.problem)
            row.problem =
                Problem{"line " + std::to_string(row.line), std::to_string(row.cells.size()) + " cells",
                        "at most " + std::to_string(table.header.size())};
        table.rows.push_back(std::move(row));
    }
    return table;
}

CsvCells::CsvCells(const CsvTable& table, const CsvRow& row) {
    // A row with a problem may have more cells than there are columns.
    for (std::size_t i = 0; i < std::min(row.cells.size(), table.header.size()); ++i)
        cells_[table.header[i]] = without_guard(row.cells[i]);
}

const std::string& CsvCells::operator[](const std::string& column) const {
    static const std::string nothing;
    const auto found = cells_.find(column);
    return found == cells_.end() ? nothing : found->second;
}

Result<Instant> read_local_instant(std::string_view text) {
    return read_local(text).map([](const LocalReading& reading) { return reading.at; });
}

Result<LocalReading> read_local(std::string_view text) {
    const auto wrong = [&] {
        return refuse({}, std::string(text), "a date and time such as 25-07-2027 09:00, from 2000 to 2099");
    };
    if (auto exact = read_instant(text))
        return LocalReading{*exact, {}, false}; // with seconds and a zone, as programs write it
    Digits at{text};
    int day = 0, month = 0, year = 0, hour = 0, minute = 0;
    const bool year_first = text.find('-') == 4; // ISO 8601
    if (!at.number(day) || !at.one_of("-/") || !at.number(month) || !at.one_of("-/") || !at.number(year))
        return wrong();
    if (year_first) std::swap(day, year);
    if (year < 100) year += 2000;
    const bool day_only = at.rest.empty();
    if (!at.rest.empty() &&
        !(at.one_of(" T") && at.number(hour) && at.one_of(":.") && at.number(minute) && at.rest.empty()))
        return wrong();
    const auto date = date::year{year} / month / day;
    const bool midnight_after = hour == 24 && minute == 0; // 24:00 is the end of the day
    if (!date.ok() || year < 2000 || year > 2099 || (hour > 23 && !midnight_after) || minute > 59)
        return wrong();
    const auto local = date::local_days{date} + hours{hour} + minutes{minute};
    const auto* zone = date::locate_zone("Europe/Amsterdam");
    const auto info = zone->get_info(local);
    if (info.result == date::local_info::nonexistent)
        return LocalReading{Instant{info.first.end.time_since_epoch()},
                            std::string(text) + " does not exist: summer time begins then; 03:00 was taken",
                            false};
    LocalReading reading{
        Instant{zone->to_sys(local, date::choose::earliest).time_since_epoch()}, {}, day_only};
    if (info.result == date::local_info::ambiguous)
        reading.remark = std::string(text) + " comes twice: summer time ends then; the first was taken";
    return reading;
}

std::string local_cell(Instant at) {
    const auto* zone = date::locate_zone("Europe/Amsterdam");
    const auto local = zone->to_local(at);
    auto text = date::format("%d-%m-%Y %H:%M", std::chrono::floor<minutes>(local));
    const auto back = read_local(text);
    if (back && back->at == at && back->remark.empty()) return text;
    const auto whole = std::chrono::floor<seconds>(at);
    return whole == at ? date::format("%FT%T%Ez", date::make_zoned(zone, whole))
                       : date::format("%FT%T%Ez", date::make_zoned(zone, at));
}

} // namespace regiekamer::feeds
