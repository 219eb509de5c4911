// From the cells of a sheet to injects; every misfit with its cell.
#include "messaging/feeds/csv.hpp"
#include "messaging/feeds/encoding.hpp"
#include "messaging/tables/complaints.hpp"
#include "messaging/tables/nearest.hpp"
#include "messaging/vocabulary/sheet_cell.hpp"
#include "scenarios/msel/sheet.hpp"
#include "scenarios/player/load.hpp"
#include "scenarios/player/moment.hpp"

#include <algorithm>
#include <charconv>
#include <date/tz.h>
#include <fmt/format.h>
#include <map>
#include <set>

namespace regiekamer::msel {
namespace {

using tables::quote;

constexpr std::string_view zone = "Europe/Amsterdam";
constexpr std::size_t name_bytes_max = 256;

/// Where each of our columns stands in the sheet; npos: not there.
struct Layout {
    std::array<std::size_t, columns.size()> at{};
    static constexpr auto nowhere = static_cast<std::size_t>(-1);
};

/// "B" for 1, "AA" for 26.
std::string letters(std::size_t column) {
    std::string name;
    for (++column; column > 0; column = (column - 1) / 26)
        name.insert(name.begin(), static_cast<char>('A' + (column - 1) % 26));
    return name;
}

/// "13:15", "13.15", "9:05", "0:35:00": time of a day; none when it is no clock time.
std::optional<seconds> clock_of(std::string_view text) {
    if (text.find_first_not_of("0123456789:.") != std::string_view::npos) return {}; // "-0:05" is no time
    int hour = 0, minute = 0;
    const char* end = text.data() + text.size();
    const auto first = std::from_chars(text.data(), end, hour);
    if (first.ec != std::errc() || first.ptr == end || (*first.ptr != ':' && *first.ptr != '.')) return {};
    const auto second = std::from_chars(first.ptr + 1, end, minute);
    if (second.ec != std::errc() || second.ptr - first.ptr != 3) return {};
    int rest = 0;
    if (second.ptr != end) { // seconds, behind the same sign
        if (*second.ptr != *first.ptr) return {};
        const auto third = std::from_chars(second.ptr + 1, end, rest);
        if (third.ec != std::errc() || third.ptr != end || third.ptr - second.ptr != 3) return {};
    }
    if (hour > 23 || minute > 59 || rest > 59) return {};
    return hours(hour) + minutes(minute) + seconds(rest);
}

/// As an American Excel shows times: "10:30 AM", "3/13/2027 13:05".
bool looks_american(std::string_view text) {
    return text.ends_with("AM") || text.ends_with("PM") || text.find('/') != std::string_view::npos;
}

/// What a sheet leaves of a text: without spaces around it, and one kind of line end.
std::string as_a_sheet_has_it(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n') continue;
        out += text[at] == '\r' ? '\n' : text[at];
    }
    return std::string(feeds::stripped(out));
}

class Reader {
public:
    Reader(const feeds::CsvTable& table, Instant start, const player::Scenario* known,
           std::vector<CellError>* remarks, std::size_t above)
        : table_(table), start_(start), known_(known), remarks_(remarks), above_(above) {
        for (const auto& name : table.header)
            breaks_ += static_cast<std::size_t>(std::count(name.begin(), name.end(), '\n'));
        if (known != nullptr)
            for (auto& row : cells_of(*known))
                kept_.emplace(row.front(), row);
    }

    tl::expected<std::vector<player::Inject>, std::vector<CellError>> read() {
        if (!find_columns()) return tl::unexpected(std::move(errors_));
        for (const auto& row : table_.rows) {
            const auto number = number_of(row);
            if (row.problem)
                misfit(row, number);
            else
                read_row(row, number);
        }
        if (errors_.empty()) check_awaited();
        if (table_.rows.empty()) errors_.push_back({"", "a sheet without rows", "an inject a row"});
        if (!errors_.empty()) return tl::unexpected(std::move(errors_));
        return std::move(rows_);
    }

private:
    std::string head(std::size_t column) const { return letters(column) + std::to_string(above_ + 1); }

    /// Nothing that somebody typed is dropped without a word: a column whose name is almost that of one that
    /// is missing is that one misspelt, any other stays out of the scenario.
    void tell_of_unknown_columns() {
        std::vector<std::string> missing;
        for (std::size_t i = 0; i < columns.size(); ++i)
            if (layout_.at[i] == Layout::nowhere) missing.emplace_back(columns[i]);
        for (std::size_t i = 0; i < table_.header.size(); ++i) {
            const auto& name = table_.header[i];
            if (name.empty() || std::find(columns.begin(), columns.end(), name) != columns.end()) continue;
            const auto near = tables::nearest(name, missing);
            if (!near.empty())
                errors_.push_back({head(i), "column " + quote(name), quote(near) + ", as it is spelt"});
            else if (remarks_ != nullptr)
                remarks_->push_back({head(i), "column " + quote(name) + ", which stays out of the scenario",
                                     fmt::format("the columns {}", fmt::join(columns, ", "))});
        }
    }

    void tell_of_missing(const std::vector<std::string>& missing) {
        if (missing.empty()) return;
        const bool all = missing.size() == columns_needed;
        errors_.push_back(
            {head(0), fmt::format("no column{} {}", missing.size() == 1 ? "" : "s", fmt::join(missing, ", ")),
             fmt::format("the columns {}{}", fmt::join(columns, ", "),
                         all ? " in this row: nothing stands above their names" : "")});
    }

    bool find_columns() {
        std::vector<std::string> missing;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const auto found = std::find(table_.header.begin(), table_.header.end(), columns[i]);
            layout_.at[i] = found == table_.header.end()
                                ? Layout::nowhere
                                : static_cast<std::size_t>(found - table_.header.begin());
            if (found != table_.header.end() &&
                std::find(found + 1, table_.header.end(), columns[i]) != table_.header.end())
                errors_.push_back(
                    {"", fmt::format("column {} twice", quote(columns[i])), "each column once"});
            if (i < columns_needed && layout_.at[i] == Layout::nowhere) missing.push_back(quote(columns[i]));
        }
        tell_of_missing(missing);
        if (missing.size() < columns_needed) tell_of_unknown_columns();
        return errors_.empty();
    }

    /// As the spreadsheet counts: empty rows too, and a line break in a cell is no row.
    std::size_t number_of(const feeds::CsvRow& row) {
        last_row_ = row.line - breaks_ - above_;
        for (const auto& cell : row.cells)
            if (!row.problem) breaks_ += static_cast<std::size_t>(std::count(cell.begin(), cell.end(), '\n'));
        return last_row_;
    }

    /// A row whose cells cannot be told apart: at the cell where that begins.
    void misfit(const feeds::CsvRow& row, std::size_t number) {
        const bool many = row.cells.size() > table_.header.size();
        const auto at = many ? table_.header.size() : std::max<std::size_t>(row.cells.size(), 1) - 1;
        errors_.push_back({letters(at) + std::to_string(number), row.problem->found, row.problem->expected});
    }

    /// What a spreadsheet cannot show, and a scenario cannot hold.
    void check_letters(const feeds::CsvRow& row, std::size_t number) {
        for (std::size_t i = 0; i < row.cells.size(); ++i)
            for (const char c : row.cells[i])
                if (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t') {
                    errors_.push_back({letters(i) + std::to_string(number),
                                       fmt::format("a character U+{:04X}", static_cast<unsigned>(c)),
                                       "letters that can be read"});
                    break;
                }
    }

    /// An expectation that begins with an inject needs its row; one of an included file stays there.
    void check_awaited() {
        if (known_ == nullptr) return;
        for (const auto& one : known_->expectations) {
            if (!one.after || numbers_.contains(*one.after)) continue;
            const auto inject = std::find_if(known_->injects.begin(), known_->injects.end(),
                                             [&](const auto& each) { return each.nr == *one.after; });
            const bool elsewhere =
                inject != known_->injects.end() && inject->place.file && *inject->place.file != known_->file;
            if (!elsewhere)
                wrong(last_row_ + 1, 0, "the end of the sheet",
                      fmt::format("a row with nr {}: expectation {} of the scenario comes after it",
                                  quote(*one.after), quote(one.id)));
        }
    }

    /// A column that the sheet does not have says nothing of it: what the scenario has there stays.
    std::string kept(const feeds::CsvRow& row, std::size_t column) const {
        const auto nr = layout_.at.front();
        if (nr >= row.cells.size()) return {};
        const auto found = kept_.find(row.cells[nr]);
        return found == kept_.end() ? std::string() : found->second.at(column);
    }

    /// Without the ' that keeps a spreadsheet from reckoning with it.
    std::string cell(const feeds::CsvRow& row, std::size_t column) const {
        const auto at = layout_.at.at(column);
        std::string was = kept(row, column);
        if (at == Layout::nowhere) return was;
        if (at >= row.cells.size()) return {};
        const auto text = without_guard(row.cells[at]);
        return as_a_sheet_has_it(was) == text ? was : std::string(text); // nobody changed it
    }
    void wrong(std::size_t row, std::size_t column, std::string found, std::string expected) {
        const auto at = layout_.at.at(column);
        errors_.push_back({letters(at == Layout::nowhere ? 0 : at) + std::to_string(row), std::move(found),
                           std::move(expected)});
    }
    std::string needed(const feeds::CsvRow& row, std::size_t number, std::size_t column, std::size_t most) {
        auto text = cell(row, column);
        if (text.empty())
            wrong(number, column, "an empty cell",
                  fmt::format("{} (merged cells have their text in the first only)", columns.at(column)));
        else if (text.size() > most)
            wrong(number, column, quote(text), fmt::format("at most {} bytes", most));
        return text;
    }

    void read_row(const feeds::CsvRow& row, std::size_t number) {
        check_letters(row, number);
        player::Inject inject;
        inject.place = {static_cast<std::uint32_t>(number), 1};
        inject.nr = needed(row, number, 0, name_bytes_max);
        if (!inject.nr.empty() && !numbers_.insert(inject.nr).second)
            wrong(number, 0, quote(inject.nr) + " a second time", "a nr that is used once");
        inject.at = time_of(row, number);
        inject.from = needed(row, number, 2, name_bytes_max);
        inject.to = needed(row, number, 3, name_bytes_max);
        inject.medium = needed(row, number, 4, name_bytes_max);
        inject.text = needed(row, number, 5, text_bytes_max);
        inject.expected = own_words(cell(row, 6), number);
        check_lines(inject.nr, cell(row, 6), number);
        if (const auto aim = cell(row, 7); !aim.empty()) inject.aim = aim;
        inject.note = cell(row, 8);
        inject.handout = cell(row, 9);
        for (const bool met : {true, false})
            if (const auto id = cell(row, met ? 10 : 11); !id.empty()) inject.conditions.push_back({id, met});
        if (const auto branch = cell(row, 12); !branch.empty()) inject.branch = branch;
        check_names(inject, number);
        rows_.push_back(std::move(inject));
    }

    /// What a cell names must be in the scenario.
    template <class List, class NameOf>
    void must_be(std::size_t row, std::size_t column, const std::string& name, const List& list,
                 NameOf&& name_of, const char* what) {
        std::vector<std::string> names;
        names.reserve(list.size());
        for (const auto& one : list)
            names.push_back(name_of(one));
        if (name.empty() || std::find(names.begin(), names.end(), name) != names.end()) return;
        const auto near = tables::nearest(name, names);
        wrong(row, column, quote(name),
              fmt::format("{} of the scenario{}", what, near.empty() ? "" : ", perhaps " + quote(near)));
    }
    void check_names(const player::Inject& inject, std::size_t row) {
        static const player::Scenario nothing;
        const auto& scenario = known_ != nullptr ? *known_ : nothing;
        const auto id_of = [](const auto& one) { return one.id; };
        for (const auto& condition : inject.conditions)
            must_be(row, condition.met ? 10 : 11, condition.expectation, scenario.expectations, id_of,
                    "an expectation");
        must_be(row, 12, inject.branch.value_or(""), scenario.branches, id_of, "a branch");
        if (known_ == nullptr) return; // roles and aims are made of what the sheet names
        must_be(
            row, 2, inject.from, scenario.roles, [](const auto& one) { return one.function.value; },
            "a role");
        must_be(row, 7, inject.aim.value_or(""), scenario.aims, id_of, "an aim");
        remark_on(inject.to, row);
    }

    /// Whom an inject is told may be anybody: it is taken, and said that nobody will hear it.
    void remark_on(const std::string& to, std::size_t row) {
        if (remarks_ == nullptr || to.empty()) return;
        std::vector<std::string> played;
        for (const auto& role : known_->roles)
            if (role.played) played.push_back(role.function.value);
        if (std::find(played.begin(), played.end(), to) != played.end()) return;
        const bool role = std::any_of(known_->roles.begin(), known_->roles.end(),
                                      [&](const auto& one) { return one.function.value == to; });
        const auto near = tables::nearest(to, played);
        remarks_->push_back({letters(layout_.at[3]) + std::to_string(row),
                             quote(to) + (role ? ", whom nobody plays" : ", no role of the scenario"),
                             "a role that is played" + (near.empty() ? "" : ", perhaps " + quote(near))});
    }

    /// The expectation of the scenario that a line comes from: it ends with its id in brackets.
    [[nodiscard]] const player::Expectation* origin_of(const std::string& line) const {
        if (known_ == nullptr) return nullptr;
        for (const auto& one : known_->expectations)
            if (line.ends_with(" [" + one.id + "]")) return &one;
        return nullptr;
    }

    /// Without the lines that come from the scenario's expectations; those are changed in its file.
    [[nodiscard]] std::string own_words(const std::string& text, std::size_t row) {
        std::string own;
        for (std::size_t from = 0; from < text.size();) {
            const auto end = std::min(text.find('\n', from), text.size());
            const auto line = text.substr(from, end - from);
            from = end + 1;
            const auto* origin = origin_of(line);
            if (origin == nullptr)
                own += (own.empty() ? "" : "\n") + line;
            else if (line != line_of(*origin))
                not_as_it_was(row, quote(line), *origin);
        }
        return own;
    }

    /// A line that was taken out of the sheet takes no expectation out of the scenario.
    void check_lines(const std::string& nr, const std::string& text, std::size_t row) {
        if (known_ == nullptr) return;
        for (const auto& one : known_->expectations)
            if (one.after == nr && ("\n" + text + "\n").find(" [" + one.id + "]\n") == std::string::npos)
                not_as_it_was(row, "no line of expectation " + quote(one.id), one);
    }

    void not_as_it_was(std::size_t row, std::string found, const player::Expectation& origin) {
        wrong(row, 6, std::move(found),
              "the line as it was, " + quote(line_of(origin)) +
                  "; an expectation is changed in the scenario file");
    }

    microseconds time_of(const feeds::CsvRow& row, std::size_t number) {
        const auto text = needed(row, number, 1, name_bytes_max);
        if (text.empty()) return {};
        std::optional<microseconds> offset;
        if (player::looks_like_offset(text)) {
            offset = player::read_offset(text);
        } else if (const auto clock = clock_of(text)) {
            const auto [at, tomorrow] = on_the_day(*clock, text, number);
            // as Excel writes a span: "0:35:00" in a draaiboek of the afternoon is no night
            const bool span = tomorrow && std::count(text.begin(), text.end(), ':') == 2 && *clock >= last_;
            offset = span ? *clock : at;
            if (span)
                remark_time(number, quote(text) + ", read from the start: " + player::offset_text(*clock),
                            "T+01:15, or a clock time that comes after the row before");
        } else if (const auto dated = feeds::read_local(text)) {
            offset = of_the_exercise(*dated, text, number);
            if (!offset) return {}; // which its cell says
        }
        if (!offset) {
            wrong(number, 1, quote(text),
                  std::string("T+01:15, a clock time as 13:15, or 22-1-2027 13:15") +
                      (looks_american(text) ? ": 24 hours, and the day before the month" : ""));
            return {};
        }
        return last_ = *offset;
    }

    void remark_time(std::size_t number, std::string found, std::string expected) {
        if (remarks_ != nullptr)
            remarks_->push_back(
                {letters(layout_.at[1]) + std::to_string(number), std::move(found), std::move(expected)});
    }

    /// Where the row before stands; rows are in the order in which they are played.
    [[nodiscard]] Instant row_before() const { return start_ + std::max(last_, microseconds{0}); }

    /// Of the hour that comes twice the first that does not run back, `at` being the first of the two.
    Instant one_of_two(Instant at, const std::string& text, std::size_t number) {
        const bool second = at < row_before();
        if (second) at += hours(1);
        const auto offset = player::offset_text(std::chrono::floor<seconds>(at - start_));
        remark_time(number,
                    fmt::format("{} of the hour that comes twice, read as the {}: {}", quote(text),
                                second ? "second" : "first", offset),
                    offset + ", which leaves no doubt");
        return at;
    }

    /// A day and a time. A draaiboek has days, so one that is far away is a slip of the month or the year.
    std::optional<microseconds> of_the_exercise(const feeds::LocalReading& read, const std::string& text,
                                                std::size_t number) {
        if (read.day_only) {
            wrong(number, 1, quote(text) + ", a day without a time", "a time behind it, as 22-1-2027 13:15");
            return std::nullopt;
        }
        const auto* amsterdam = date::locate_zone(zone);
        Instant at = read.at;
        const bool twice = amsterdam->get_info(amsterdam->to_local(at)).result == date::local_info::ambiguous;
        if (!read.remark.empty() && twice)
            at = one_of_two(at, text, number);
        else if (!read.remark.empty())
            remark_time(number, read.remark, "a clock time that there is");
        constexpr hours before_most{24}, after_most{31 * 24};
        if (at < start_ - before_most) {
            wrong(number, 1,
                  fmt::format("{}, {} days before the start", quote(text),
                              std::chrono::duration_cast<hours>(start_ - at).count() / 24),
                  "a time of the exercise, or T-30:00 where so long before it is meant");
            return std::nullopt;
        }
        if (at > start_ + after_most)
            remark_time(number,
                        fmt::format("{}, {} days after the start", quote(text),
                                    std::chrono::duration_cast<hours>(at - start_).count() / 24),
                        "a time of the exercise");
        return at - start_;
    }

    /// A clock time is of the day of the row before, or the day after (true) where it would run back.
    std::pair<microseconds, bool> on_the_day(seconds clock, const std::string& text, std::size_t number) {
        const auto* amsterdam = date::locate_zone(zone);
        const Instant before = row_before();
        const auto day = date::floor<date::days>(amsterdam->to_local(before));
        for (const int later : {0, 1}) {
            const auto local = day + date::days(later) + clock;
            const auto info = amsterdam->get_info(local);
            const bool twice = info.result == date::local_info::ambiguous;
            // one that summer time skips is the instant of the skip
            Instant at = date::floor<microseconds>(amsterdam->to_sys(local, date::choose::earliest));
            if ((twice ? at + hours(1) : at) < before - hours(1) && later == 0) continue;
            if (twice) at = one_of_two(at, text, number);
            if (info.result == date::local_info::nonexistent)
                remark_time(number, quote(text) + ", which summer time skips: 03:00 was taken",
                            "a clock time that there is");
            return {at - start_, later == 1};
        }
        return {};
    }

    static constexpr std::size_t text_bytes_max = 8'000;
    const feeds::CsvTable& table_;
    Instant start_;
    const player::Scenario* known_;
    std::vector<CellError>* remarks_;
    std::map<std::string, Cells> kept_; ///< the scenario's own rows by nr
    Layout layout_;
    std::set<std::string> numbers_;
    microseconds last_{0};
    std::size_t above_;                     ///< lines above the header: sep=
    std::size_t last_row_ = 1, breaks_ = 0; ///< breaks_: line breaks within cells so far
    std::vector<player::Inject> rows_;
    std::vector<CellError> errors_;
};

} // namespace

tl::expected<std::vector<player::Inject>, std::vector<CellError>> read_csv(std::string_view bytes,
                                                                           Instant start,
                                                                           const player::Scenario* known,
                                                                           std::vector<CellError>* remarks) {
    if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("\xD0\xCF\x11\xE0"))
        return tl::unexpected(std::vector<CellError>{
            {"", "a workbook (Excel, LibreOffice), not CSV",
             "CSV: open it, choose Opslaan als, and take CSV UTF-8 (gescheiden door lijstscheidingsteken)"}});
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF"))
        return tl::unexpected(std::vector<CellError>{
            {"", "UTF-16 (Unicode-tekst)",
             "CSV UTF-8 (gescheiden door lijstscheidingsteken), which Opslaan als offers too"}});
    if (bytes.size() > player::file_bytes_max)
        return tl::unexpected(std::vector<CellError>{
            {"", fmt::format("{} bytes", bytes.size()), fmt::format("at most {}", player::file_bytes_max)}});
    const auto table = feeds::read_csv_rows(bytes);
    if (!table)
        return tl::unexpected(std::vector<CellError>{{"A1", table.error().found, table.error().expected}});
    // the line that says which separator it is, which no spreadsheet shows
    const auto body = bytes.starts_with("\xEF\xBB\xBF") ? bytes.substr(3) : bytes;
    const bool says = body.starts_with("sep=") || body.starts_with("SEP=");
    return Reader(*table, start, known, remarks, says ? 1 : 0).read();
}

} // namespace regiekamer::msel
