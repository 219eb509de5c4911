// Each column has one reader; a line is taken only when all of its cells are.
#include "messaging/feeds/import_lines.hpp"

#include "messaging/codec/codec.hpp"
#include "messaging/codec/parse.hpp"
#include "messaging/codec/visible.hpp"

#include <algorithm>
#include <charconv>
#include <date/tz.h>
#include <fmt/format.h>
#include <numeric>

namespace regiekamer::feeds {
namespace {

/// A duty's identifier is two of these, a date and their joints, 256 bytes at most.
constexpr std::size_t slug_bytes_max = 116;
constexpr const char* unseen = "a character that cannot be seen";
constexpr const char* only_seen =
    "text without control characters and marks that turn the reading; type it again";

/// "1.200", "12.000.000": as a sheet in Dutch writes large numbers.
bool has_thousands(std::string_view cell) {
    if (cell.size() < 5 || cell[cell.size() - 4] != '.') return false;
    for (std::size_t i = 0; i < cell.size(); ++i) {
        const bool point = (cell.size() - i) % 4 == 0;
        if (point ? i == 0 || cell[i] != '.' : cell[i] < '0' || cell[i] > '9') return false;
    }
    return true;
}
/// What a hub would refuse is refused here already (U+0000, text that is no UTF-8, an identifier that is too
/// long): later there would be half an import.
void refuse_what_a_hub_would(Line& line, const std::vector<Body>& bodies) {
    for (const auto& body : bodies) {
        Message message;
        message.id = message.source = "import";
        message.time = *read_instant("2026-01-01T00:00:00Z");
        message.body = body;
        const auto accepted = codec::decode(codec::encode(message));
        if (!accepted && line.problem.empty()) line.problem = sentence(accepted.error().problem);
    }
}

/// A problem as a line of the report, with the one number of the line where it is.
ImportLine refused(const Problem& problem, std::size_t otherwise = 1) {
    constexpr std::string_view place = "line ";
    std::size_t line = otherwise;
    Problem rest = problem;
    if (problem.where.starts_with(place)) {
        const char* const end = problem.where.data() + problem.where.size();
        const auto read = std::from_chars(problem.where.data() + place.size(), end, line);
        if (read.ec == std::errc() && read.ptr == end) rest.where.clear();
    }
    return {line, false, codec::visible(sentence(rest))};
}

/// A file of which nothing is read, since all of it would be too much: one sentence.
Import refused_whole(ImportLine line) {
    Import import;
    import.report.push_back(std::move(line));
    return import;
}

/// How many letters must change to make one word of the other.
std::size_t distance(std::string_view one, std::string_view other) {
    std::vector<std::size_t> row(other.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= one.size(); ++i) {
        std::size_t corner = std::exchange(row[0], i);
        for (std::size_t j = 1; j <= other.size(); ++j) {
            const std::size_t changed = corner + (one[i - 1] == other[j - 1] ? 0 : 1);
            corner = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, changed});
        }
    }
    return row.back();
}

/// The known heading that a heading means, if it is but a slip away from it.
std::string meant(std::string_view heading, const Names& known) {
    constexpr std::size_t letters_max = 64, slips_max = 3;
    const auto cut = heading.substr(0, letters_max);
    const auto nearest = std::min_element(known.begin(), known.end(), [&](auto one, auto other) {
        return distance(cut, one) < distance(cut, other);
    });
    const bool near = distance(cut, *nearest) <= std::min(slips_max, nearest->size() / 2);
    return near ? fmt::format("; did you mean {}?", *nearest)
                : "; known are " + fmt::format("{}", fmt::join(known, ", "));
}

/// The rows of a table, one after another.
void read_rows(const CsvTable& table, ReadLine read, Import& import, const Labels* labels,
               const Changeovers& changeovers) {
    Given given;
    for (const auto& row : table.rows) {
        if (row.problem) {
            import.report.push_back(refused(*row.problem, row.line));
            continue;
        }
        Line line{CsvCells(table, row), {}, row.line, labels};
        line.import = &import;
        line.changeovers = &changeovers;
        std::vector<Body> bodies;
        read(line, bodies, given);
        if (line.problem.empty()) refuse_what_a_hub_would(line, bodies);
        const bool taken = line.problem.empty();
        const std::string told = line.told.empty() ? shown(row.cells.front()) : line.told;
        const std::size_t number = import.report.size() + 1;
        import.report.push_back({row.line, taken, taken ? told + line.remark : line.problem, number});
        if (!taken) continue;
        import.bodies.insert(import.bodies.end(), bodies.begin(), bodies.end());
        import.rows.resize(import.bodies.size(), number);
    }
}

bool repeats(const CalendarEntry& entry) {
    return !entry.rule.empty() || !entry.also.empty();
}

/// Outlook writes it before the name, also in what it publishes.
std::string without_cancelled(const std::string& summary) {
    for (const std::string_view word : {"Geannuleerd: ", "Afgezegd: ", "Cancelled: ", "Canceled: "})
        if (summary.starts_with(word)) return summary.substr(word.size());
    return summary;
}

/// What those times of an entry were, for who knows them; the last line of the report tells of it. The entry
/// may say little more than its times and its name; one that cannot be read was never taken either.
void read_cancelled(const CalendarEntry& entry, const std::vector<Instant>& times, const CalendarForm& form,
                    Import& import) {
    CalendarEntry whole = entry;
    whole.summary = without_cancelled(entry.summary);
    if (whole.location.empty()) whole.location = "-";
    if (whole.categories.empty()) whole.categories = {"melding"};
    if (!whole.until) whole.until = whole.from.at + hours(1);
    CsvTable table;
    table.header = form.header;
    for (const Instant from : times)
        table.rows.push_back(form.row(whole, from, repeats(entry)));
    Import was;
    read_rows(table, form.read, was, &form.labels, form.changeovers);
    import.days_alone = import.days_alone || was.days_alone;
    for (auto& body : was.bodies)
        if (!std::holds_alternative<PersonRegistered>(body))
            import.cancelled.emplace_back(std::move(body), import.report.back().row);
}

/// What a calendar does throughout is said where it does so first.
void remark_once(const CalendarEntry& entry, Import& import) {
    auto& said = import.remarks;
    if (entry.remark.empty() || std::find(said.begin(), said.end(), entry.remark) != said.end()) return;
    said.push_back(entry.remark);
    import.report.push_back({entry.line, true, "remark: " + entry.remark});
}

/// A time that its calendar excepts, or moves elsewhere, is cancelled: it may have been said before.
void read_left_out(const CalendarEntry& entry, const std::vector<Instant>& times, const CalendarForm& form,
                   Import& import) {
    for (const Instant at : times) {
        import.report.push_back(
            {entry.line, true,
             fmt::format("{}, {}: left out or moved by its calendar", shown(entry.summary), local_text(at)),
             import.report.size() + 1});
        read_cancelled(entry, {at}, form, import);
    }
}

/// A line break inside a cell (RFC 4180) is a space here: names and places stand on one line.
void fold_cells(std::vector<std::string>& cells) {
    for (auto& cell : cells) {
        for (auto at = cell.find('\n'); at != std::string::npos; at = cell.find('\n', at)) {
            const auto before = cell.find_last_not_of(" \n", at), behind = cell.find_first_not_of(" \n", at);
            const std::size_t from = before == std::string::npos ? 0 : before + 1;
            cell.replace(from, std::min(behind, cell.size()) - from, " ");
        }
    }
}

} // namespace

std::string shown(const std::string& text, std::size_t bytes_max) {
    return codec::all_visible(text) ? codec::cut(text, bytes_max) : std::string(unseen);
}

std::string slug(std::string_view text) {
    std::string made;
    for (const char c : text) {
        const auto code = static_cast<unsigned char>(c);
        if (std::isalnum(code) != 0 || code >= 0x80)
            made += static_cast<char>(code < 0x80 ? std::tolower(code) : code);
        else if (!made.empty() && made.back() != '-')
            made += '-';
    }
    std::size_t end = std::min<std::size_t>(made.size(), slug_bytes_max);
    while (end < made.size() && end > 0 && (static_cast<unsigned char>(made[end]) & 0xC0U) == 0x80U)
        --end; // not through the middle of a character
    while (end > 0 && made[end - 1] == '-')
        --end;
    return made.substr(0, end);
}

std::string municipality_key(const std::optional<std::string>& municipality) {
    static const std::map<std::string, std::string, std::less<>> spoken{{"den-haag", "s-gravenhage"},
                                                                        {"den-bosch", "s-hertogenbosch"}};
    constexpr std::string_view head = "gemeente-";
    std::string key = slug(municipality.value_or(""));
    if (key.starts_with(head)) key.erase(0, head.size());
    const auto official = spoken.find(key);
    return official == spoken.end() ? key : official->second;
}

std::string local_text(Instant at) {
    const auto* zone = date::locate_zone("Europe/Amsterdam");
    const auto local = zone->to_local(at);
    const bool twice = zone->get_info(local).result == date::local_info::ambiguous;
    return date::format("%d-%m-%Y %H:%M", std::chrono::floor<minutes>(local)) +
           (!twice                                       ? ""
            : zone->get_info(at).save != minutes::zero() ? " zt"
                                                         : " wt");
}

std::string local_day_text(Instant at) {
    return local_text(at).substr(0, std::string_view("dd-mm-yyyy").size());
}

void Line::wrong(const std::string& column, std::string_view found, std::string_view expected) {
    if (!codec::all_visible(found)) found = unseen; // a report is read on a terminal
    if (faulty.insert(column).second)
        problem += (problem.empty() ? "" : "; ") +
                   fmt::format("{}: found {}, expected {}", called(column),
                               found.empty() ? std::string("nothing") : codec::cut(found, 60), expected);
}

std::string Line::called(const std::string& column) const {
    const auto label = labels == nullptr ? Labels::const_iterator{} : labels->find(column);
    return labels != nullptr && label != labels->end() ? label->second : "column " + column;
}

std::string Line::needed(const std::string& column) {
    const std::string& cell = cells[column];
    if (cell.empty()) wrong(column, cell, "text of 1 to 256 bytes");
    return cell.empty() ? cell : maybe(column).value_or("");
}

std::optional<std::string> Line::maybe(const std::string& column) {
    const std::string& cell = cells[column];
    if (cell.size() > name_bytes_max)
        wrong(column, cell, fmt::format("text of 1 to 256 bytes, not {}; make it shorter", cell.size()));
    if (!codec::all_visible(cell)) wrong(column, unseen, only_seen);
    return cell.empty() ? std::nullopt : std::optional(cell);
}

std::optional<Instant> Line::instant(const std::string& column) {
    const std::string& cell = cells[column];
    if (cell.empty()) return std::nullopt;
    auto read = read_local(cell);
    if (read && read->day_only && !day_begins.empty()) {
        read = read_local(cell + " " + day_begins);
        without_time += (without_time.empty() ? "" : " and ") + called(column);
    }
    if (!read) wrong(column, read.error().found, read.error().expected);
    if (read && !read->remark.empty())
        remark += "; remark: " + called(column) + ": " + shown(read->remark, 200);
    return read ? std::optional(read->at) : std::nullopt;
}

Instant Line::needed_instant(const std::string& column) {
    const auto at = instant(column);
    if (!at) wrong(column, "", "a date and time such as 25-07-2027 09:00");
    return at.value_or(Instant{});
}

std::optional<double> Line::decimal(const std::string& column, double low, double high) {
    std::string cell = cells[column];
    if (cell.empty()) return std::nullopt;
    if (high > 1000 && has_thousands(cell)) std::erase(cell, '.');
    std::replace(cell.begin(), cell.end(), ',', '.');
    double value = 0;
    const auto read = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    const bool whole = read.ec == std::errc() && read.ptr == cell.data() + cell.size();
    // from_chars reads "nan" too, which is on neither side of a bound.
    if (whole && value >= low && value <= high) return value;
    wrong(column, cells[column], fmt::format("a number from {} to {}", low, high));
    return std::nullopt;
}

void Line::in_order(Instant from, Instant until) {
    if (faulty.contains("van") || faulty.contains("tot")) return;
    if (until <= from) wrong("tot", cells["tot"], "a time after van");
}

Import read_table(std::string_view bytes, const Names& needed, const Names& known, ReadLine read,
                  const Changeovers& changeovers) {
    Import import;
    if (const auto large = too_large(bytes.size())) {
        import.report.push_back({1, false, sentence(*large)});
        return import;
    }
    const bool wide = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF") ||
                      bytes.substr(0, 2).find('\0') != std::string_view::npos;
    if (wide) {
        import.report.push_back(
            {1, false, "found UTF-16, expected UTF-8; save the file as UTF-8 and try again"});
        return import;
    }
    auto table = read_csv_rows(bytes, CalendarRoom::times_max); // as many as a calendar gives
    if (!table) {
        import.report.push_back(refused(table.error()));
        return import;
    }
    fold_cells(table->header);
    for (auto& row : table->rows)
        fold_cells(row.cells);
    for (const auto& heading : table->header)
        if (!heading.empty() && std::find(known.begin(), known.end(), heading) == known.end())
            import.report.push_back({1, true,
                                     fmt::format("remark: column {} is not known and was left out{}",
                                                 shown(heading), meant(heading, known))});
    for (auto at = table->header.begin(); at != table->header.end(); ++at)
        if (!at->empty() && std::find(table->header.begin(), at, *at) != at)
            import.report.push_back({1, false, fmt::format("column {} stands there twice", shown(*at))});
    for (const auto column : needed)
        if (std::find(table->header.begin(), table->header.end(), column) == table->header.end())
            import.report.push_back({1, false, fmt::format("there is no column {}", column)});
    if (!import.report.empty() && !import.good()) return import;
    read_rows(*table, read, import, nullptr, changeovers);
    if (table->rows.empty()) import.report.push_back({1, false, "no lines below the column names"});
    return import;
}

namespace {

/// A zone without summer time, such as UTC: there a turn is always as long.
bool keeps_one_clock(const CalendarMoment& moment) {
    const auto offset = [&](LocalTime local) {
        return moment.zone->at(local).time_since_epoch() - local.time_since_epoch();
    };
    return offset(moment.local) == offset(moment.local + date::days(182));
}

} // namespace

Instant end_on_the_clock(const CalendarEntry& entry, Instant from) {
    if (from == entry.from.at) return *entry.until;
    if (keeps_one_clock(entry.from)) return from + (*entry.until - entry.from.at);
    const auto* zone = date::locate_zone("Europe/Amsterdam");
    const auto length = zone->to_local(*entry.until) - zone->to_local(entry.from.at);
    const auto local = zone->to_local(from) + length;
    const auto info = zone->get_info(local);
    if (info.result == date::local_info::nonexistent) // as CalendarZone::at
        return Instant{local.time_since_epoch() - info.first.offset};
    return Instant{zone->to_sys(local, date::choose::earliest).time_since_epoch()};
}

Import read_calendar(std::string_view bytes, Instant now, const CalendarForm& form) {
    Import import;
    const auto large = too_large(bytes.size());
    const auto entries = large ? Result<std::vector<CalendarLine>>(tl::unexpect, *large) : read_ical(bytes);
    if (!entries) {
        import.report.push_back(refused(entries.error()));
        return import;
    }
    CsvTable table;
    table.header = form.header;
    std::size_t without_class = 0, first_without = 0;
    CalendarRoom room;
    for (const auto& [entry, problem] : *entries) {
        const auto times =
            problem ? Result<Occurrences>(tl::unexpect, *problem) : occurrences(entry, now, room);
        if (room.full) return refused_whole(refused(times.error(), entry.line));
        remark_once(entry, import);
        if (entry.cancelled && !problem) {
            const std::string why = entry.newer
                                        ? fmt::format(": an older version of line {}, left out", *entry.newer)
                                        : ": cancelled, left out";
            import.report.push_back({entry.line, true, shown(entry.summary) + why, import.report.size() + 1});
            if (times)
                read_cancelled(entry, entry.instead_of ? std::vector{*entry.instead_of} : times->at, form,
                               import);
            continue;
        }
        if (!times) {
            import.report.push_back(refused(times.error(), entry.line));
            continue;
        }
        read_left_out(entry, times->left_out, form, import);
        if (times->at.empty()) {
            import.report.push_back(
                {entry.line, true,
                 shown(entry.summary) + ": each of its times is left out, nothing to read"});
            continue;
        }
        if (form.classes && entry.categories.empty()) { // said once, however often it comes
            if (without_class++ == 0) first_without = entry.line;
            continue;
        }
        for (const Instant from : times->at)
            table.rows.push_back(form.row(entry, from, repeats(entry)));
        if (times->endless)
            import.report.push_back(
                {entry.line, true,
                 fmt::format("{}: repeats without end, read from {} until {} ({} times)",
                             shown(entry.summary), local_text(now - horizon).substr(0, 10),
                             local_text(now + horizon).substr(0, 10), times->at.size())});
    }
    if (without_class > 0)
        import.report.push_back(
            {first_without, false,
             fmt::format("{} without a class, the first here; give each its own, such as CATEGORIES:A "
                         "(melding, A, B or C)",
                         without_class == 1 ? std::string("1 entry")
                                            : fmt::format("{} entries", without_class))});
    read_rows(table, form.read, import, &form.labels, form.changeovers);
    std::stable_sort(import.report.begin(), import.report.end(),
                     [](const auto& one, const auto& other) { return one.line < other.line; });
    if (entries->empty()) import.report.push_back({1, false, "no VEVENT in the calendar"});
    return import;
}

std::optional<Problem> too_large(std::size_t bytes) {
    if (bytes <= import_bytes_max) return std::nullopt;
    constexpr std::size_t mega = 1024 * 1024;
    const auto most = import_bytes_max / mega;
    return Problem{{},
                   fmt::format("a file of more than {} MB", most),
                   fmt::format("at most {} MB; is this the right file?", most)};
}

namespace {

/// "06-1234 5678", "0612345678" and "+31 6 12345678" are one number.
std::string digits_of(const std::string& phone) {
    std::string digits;
    for (const char c : phone)
        if (c >= '0' && c <= '9') digits += c;
    for (const std::string_view abroad : {"0031", "31"})
        if (digits.starts_with(abroad)) return "0" + digits.substr(abroad.size());
    return digits;
}

/// Somebody may have moved and have a new number; or it is another of that name, who takes their place.
void remark_another(Import& import, const KnownPersons& known) {
    const auto lines = import.lines_of_bodies();
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto* person = std::get_if<PersonRegistered>(&import.bodies[i]);
        const auto found = person == nullptr ? known.end() : known.find(person->person);
        if (found == known.end() || !is_another(*person, found->second)) continue;
        lines[i]->text +=
            fmt::format("; remark: {} was of {} with {} until now; if this is another, write {}",
                        shown(person->name), shown(*found->second.municipality), shown(*found->second.phone),
                        shown(fmt::format("{} ({})", person->name, *person->municipality), 120));
    }
}

} // namespace

bool is_another(const PersonRegistered& one, const PersonRegistered& other) {
    return one.municipality && other.municipality && one.phone && other.phone &&
           municipality_key(one.municipality) != municipality_key(other.municipality) &&
           digits_of(*one.phone) != digits_of(*other.phone);
}

void keep_known(Import& import, const KnownPersons& known) {
    remark_another(import, known);
    for (auto& body : import.bodies) {
        auto* person = std::get_if<PersonRegistered>(&body);
        const auto found = person == nullptr ? known.end() : known.find(person->person);
        if (found == known.end()) continue;
        const PersonRegistered& before = found->second;
        if (!person->municipality) person->municipality = before.municipality;
        if (!person->phone) person->phone = before.phone;
        if (!person->email) person->email = before.email;
        if (import.without_pool.contains(person->person)) person->pool = before.pool;
        auto functions = before.functions;
        for (const auto& function : person->functions)
            if (std::find(functions.begin(), functions.end(), function) == functions.end())
                functions.push_back(function);
        person->functions = std::move(functions);
    }
}

void take_back(Import& import, const std::function<bool(const Body&)>& stands) {
    // An entry that was made anew at the time of one that is cancelled has its identifier.
    std::set<std::string> there;
    for (const auto& body : import.bodies) {
        if (const auto* duty = std::get_if<DutyRostered>(&body)) there.insert("duty/" + duty->duty.value);
        if (const auto* event = std::get_if<EventRegistered>(&body))
            there.insert("event/" + event->event.value);
    }
    const auto add = [&](Body body, std::size_t row) {
        import.bodies.push_back(std::move(body));
        import.rows.push_back(row);
    };
    for (const auto& [body, row] : import.cancelled) {
        if (!stands(body)) continue;
        if (const auto* duty = std::get_if<DutyRostered>(&body))
            if (there.insert("duty/" + duty->duty.value).second)
                add(DutyWithdrawn{duty->duty, "afgezegd in de agenda"}, row);
        if (const auto* event = std::get_if<EventRegistered>(&body))
            if (there.insert("event/" + event->event.value).second)
                add(EventDecided{event->event, GoDecision::NO_GO, std::string(cancelled_in_calendar),
                                 Who{Function("organisator"), std::nullopt}},
                    row);
    }
}

std::vector<ImportLine*> Import::lines_of_bodies() {
    std::vector<ImportLine*> by_row(report.size() + 1), lines;
    for (auto& line : report)
        if (line.row < by_row.size()) by_row[line.row] = &line;
    lines.reserve(rows.size());
    for (const std::size_t row : rows)
        lines.push_back(by_row.at(row));
    return lines;
}

bool Import::good() const {
    return !report.empty() &&
           std::all_of(report.begin(), report.end(), [](const auto& line) { return line.taken; });
}

} // namespace regiekamer::feeds
