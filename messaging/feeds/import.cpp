// Each column has one reader; a line is taken only when all of its cells are.
#include "messaging/feeds/import.hpp"

#include "messaging/codec/codec.hpp"
#include "messaging/codec/parse.hpp"
#include "messaging/codec/visible.hpp"
#include "messaging/feeds/csv.hpp"
#include "messaging/feeds/ical.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <date/tz.h>
#include <fmt/format.h>
#include <map>
#include <numeric>
#include <set>

namespace regiekamer::feeds {
namespace {

/// A duty's identifier is two of these, a date and their joints, 256 bytes at most.
constexpr std::size_t slug_bytes_max = 116;
constexpr const char* unseen = "a character that cannot be seen";
constexpr const char* only_seen =
    "text without control characters and marks that turn the reading; type it again";

/// A text as a report may quote it: it is read on a terminal.
std::string shown(const std::string& text) {
    return codec::all_visible(text) ? codec::cut(text, 60) : std::string(unseen);
}

/// "K. de Wit" -> "k-de-wit": an identifier that the same name gives each time.
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

/// Data of a person that two lines say differently: the first line counts.
void remark_other(std::string& remark, const char* column, const std::string& here, const std::string& before,
                  std::size_t line) {
    if (here.empty() || here == before) return;
    remark += fmt::format("; remark: {} is {} here and {} in line {}, which counts", column, shown(here),
                          before.empty() ? "empty" : shown(before), line);
}

/// A column by the name that it has in a file of another form.
using Labels = std::map<std::string, std::string>;

/// One line being read: all that is wrong with it, once a column, and what is to be remarked.
struct Line {
    CsvCells cells;
    std::string problem;
    std::size_t number{};
    const Labels* labels = nullptr; ///< what the columns are called in this file; none: as they are
    std::string remark{};
    std::set<std::string> faulty{}; ///< the columns of the problem

    void wrong(const std::string& column, std::string_view found, std::string_view expected) {
        if (!codec::all_visible(found)) found = unseen; // a report is read on a terminal
        if (faulty.insert(column).second)
            problem += (problem.empty() ? "" : "; ") +
                       fmt::format("{}: found {}, expected {}", called(column),
                                   found.empty() ? std::string("nothing") : codec::cut(found, 60), expected);
    }
    [[nodiscard]] std::string called(const std::string& column) const {
        const auto label = labels == nullptr ? Labels::const_iterator{} : labels->find(column);
        return labels != nullptr && label != labels->end() ? label->second : "column " + column;
    }
    std::string needed(const std::string& column) {
        const std::string& cell = cells[column];
        if (cell.empty()) wrong(column, cell, "text of 1 to 256 bytes");
        return cell.empty() ? cell : maybe(column).value_or("");
    }
    std::optional<std::string> maybe(const std::string& column) {
        const std::string& cell = cells[column];
        if (cell.size() > name_bytes_max)
            wrong(column, cell, fmt::format("text of 1 to 256 bytes, not {}; make it shorter", cell.size()));
        if (!codec::all_visible(cell)) wrong(column, unseen, only_seen);
        return cell.empty() ? std::nullopt : std::optional(cell);
    }
    std::optional<Instant> instant(const std::string& column) {
        const std::string& cell = cells[column];
        if (cell.empty()) return std::nullopt;
        const auto read = read_local(cell);
        if (!read) wrong(column, read.error().found, read.error().expected);
        if (read && !read->remark.empty())
            remark += "; remark: " + called(column) + ": " + shown(read->remark);
        return read ? std::optional(read->at) : std::nullopt;
    }
    Instant needed_instant(const std::string& column) {
        const auto at = instant(column);
        if (!at) wrong(column, "", "a date and time such as 25-07-2027 09:00");
        return at.value_or(Instant{});
    }
    /// "1.200", "12.000.000": as a sheet in Dutch writes large numbers.
    static bool has_thousands(std::string_view cell) {
        if (cell.size() < 5 || cell[cell.size() - 4] != '.') return false;
        for (std::size_t i = 0; i < cell.size(); ++i) {
            const bool point = (cell.size() - i) % 4 == 0;
            if (point ? i == 0 || cell[i] != '.' : cell[i] < '0' || cell[i] > '9') return false;
        }
        return true;
    }
    std::optional<double> decimal(const std::string& column, double low, double high) {
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
    void in_order(Instant from, Instant until) {
        if (faulty.contains("van") || faulty.contains("tot")) return;
        if (until <= from) wrong("tot", cells["tot"], "a time after van");
    }
};

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

/// What the lines before gave: an identifier, where, and of a person what was said of them.
struct Earlier {
    std::size_t line{};
    std::optional<PersonRegistered> person{};
};
using Given = std::map<std::string, Earlier>;
using ReadLine = void (*)(Line&, std::vector<Body>&, Given&);

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

using Names = std::vector<std::string_view>;

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
void read_rows(const CsvTable& table, ReadLine read, Import& import, const Labels* labels = nullptr) {
    Given given;
    for (const auto& row : table.rows) {
        if (row.problem) {
            import.report.push_back(refused(*row.problem, row.line));
            continue;
        }
        Line line{CsvCells(table, row), {}, row.line, labels};
        std::vector<Body> bodies;
        read(line, bodies, given);
        if (line.problem.empty()) refuse_what_a_hub_would(line, bodies);
        const bool taken = line.problem.empty();
        import.report.push_back(
            {row.line, taken, taken ? shown(row.cells.front()) + line.remark : line.problem});
        if (!taken) continue;
        import.bodies.insert(import.bodies.end(), bodies.begin(), bodies.end());
        import.lines.resize(import.bodies.size(), row.line);
    }
}

Import read_table(std::string_view bytes, const Names& needed, const Names& known, ReadLine read) {
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
    const auto table = read_csv_rows(bytes);
    if (!table) {
        import.report.push_back(refused(table.error()));
        return import;
    }
    for (const auto& heading : table->header)
        if (!heading.empty() && std::find(known.begin(), known.end(), heading) == known.end())
            import.report.push_back({1, true,
                                     fmt::format("remark: column {} is not known and was left out{}",
                                                 shown(heading), meant(heading, known))});
    for (const auto column : needed)
        if (std::find(table->header.begin(), table->header.end(), column) == table->header.end())
            import.report.push_back({1, false, fmt::format("there is no column {}", column)});
    if (!import.report.empty() && !import.good()) return import;
    read_rows(*table, read, import);
    if (table->rows.empty()) import.report.push_back({1, false, "no lines below the column names"});
    return import;
}

void read_duty(Line& line, std::vector<Body>& bodies, Given& persons) {
    const std::string name = line.needed("naam");
    const PersonId person("p-" + slug(name));
    const std::string pool = line.cells["poule"].empty() ? "regionaal" : line.cells["poule"];
    if (pool != "regionaal" && pool != "lokaal") line.wrong("poule", pool, "regionaal or lokaal");
    const Function function(line.needed("functie"));
    PersonRegistered registered;
    registered.person = person;
    registered.name = name;
    registered.municipality = line.maybe("gemeente");
    registered.pool = pool == "lokaal" ? Pool::lokaal : Pool::regionaal;
    registered.functions = {function};
    registered.phone = line.maybe("telefoon");
    const auto [before, first] = persons.emplace(person.value, Earlier{line.number, registered});
    if (first) {
        bodies.emplace_back(registered);
    } else {
        const auto& [at, known] = before->second;
        remark_other(line.remark, "naam", name, known->name, at);
        remark_other(line.remark, "gemeente", registered.municipality.value_or(""),
                     known->municipality.value_or(""), at);
        remark_other(line.remark, "telefoon", registered.phone.value_or(""), known->phone.value_or(""), at);
        if (!line.cells["poule"].empty())
            remark_other(line.remark, "poule", pool, known->pool == Pool::lokaal ? "lokaal" : "regionaal",
                         at);
    }
    DutyRostered duty;
    duty.function = function;
    duty.person = person;
    duty.from = line.needed_instant("van");
    duty.until = line.needed_instant("tot");
    duty.reason = line.maybe("reden");
    line.in_order(duty.from, duty.until);
    duty.duty = DutyId(slug(function.value) + "/" + person.value + "/" + to_text(duty.from).substr(0, 16));
    bodies.emplace_back(duty);
}

std::string lower(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return std::tolower(c); });
    return text;
}

Instant day_after(Instant midnight) {
    const auto* zone = date::locate_zone("Europe/Amsterdam");
    return Instant{
        zone->to_sys(zone->to_local(midnight) + date::days(1), date::choose::earliest).time_since_epoch()};
}

/// What can be meant, but mostly is not.
void remark_unlikely(Line& line, const EventRegistered& event) {
    constexpr std::int64_t melding_most = 250; // Algemene plaatselijke verordening, domain.md §8
    if (event.class_ == EventClass::melding && event.visitors.value > melding_most)
        line.remark +=
            fmt::format("; remark: {} visitors is more than the {} of a melding; is the class right?",
                        event.visitors.value, melding_most);
    const auto between = [](double value, double low, double high) { return value >= low && value <= high; };
    if (event.point && between(event.point->lat, 3, 8) && between(event.point->lon, 50, 54))
        line.remark += fmt::format("; remark: {} {} is not in the Netherlands; are lat and lon exchanged?",
                                   event.point->lat, event.point->lon);
}

void read_event(Line& line, std::vector<Body>& bodies, Given& given) {
    EventRegistered event;
    event.name = line.needed("naam");
    event.place = line.needed("plaats");
    const std::string& class_ = line.cells["klasse"];
    static const std::map<std::string, EventClass> classes{
        {"melding", EventClass::melding}, {"a", EventClass::A}, {"b", EventClass::B}, {"c", EventClass::C}};
    if (const auto found = classes.find(lower(class_)); found != classes.end())
        event.class_ = found->second;
    else
        line.wrong("klasse", class_, "melding, A, B or C");
    const auto lat = line.decimal("lat", -90, 90), lon = line.decimal("lon", -180, 180);
    if (lat && lon) event.point = Position{*lat, *lon};
    if (lat.has_value() != lon.has_value()) line.wrong(lat ? "lon" : "lat", "", "lat and lon together");
    event.from = line.instant("van");
    event.until = line.instant("tot");
    // The same day twice is that day, from 00:00 to 24:00.
    if (event.from && event.until == event.from && line.cells["van"].find(':') == std::string::npos)
        event.until = day_after(*event.from);
    if (event.from && event.until) line.in_order(*event.from, *event.until);
    if (!event.from && event.until) line.wrong("van", "", "a begin, since there is an end");
    if (const auto visitors = line.decimal("bezoekers", 0, 10'000'000))
        event.visitors = Count(static_cast<std::int64_t>(*visitors));
    remark_unlikely(line, event);
    event.organiser = line.maybe("organisator").value_or("");
    const auto id = line.maybe("id");
    event.event = PublicEventId(
        id ? *id : slug(event.name) + (event.from ? "-" + to_text(*event.from).substr(0, 4) : ""));
    const auto [before, first] = given.emplace(event.event.value, Earlier{line.number});
    if (!first)
        line.wrong(id ? "id" : "naam", id ? *id : event.name,
                   fmt::format(fmt::runtime(id ? "another than that of line {}"
                                               : "another name than that of line {} in the same year"),
                               before->second.line));
    constexpr auto longest = hours{31 * 24};
    if (event.from && event.until && *event.until - *event.from > longest)
        line.remark += fmt::format("; remark: it lasts {} days; is {} right?",
                                   (*event.until - *event.from) / hours{24}, line.called("tot"));
    bodies.emplace_back(event);
}

} // namespace

std::optional<Problem> too_large(std::size_t bytes) {
    if (bytes <= import_bytes_max) return std::nullopt;
    constexpr std::size_t mega = 1024 * 1024;
    const auto most = import_bytes_max / mega;
    return Problem{{},
                   fmt::format("a file of more than {} MB", most),
                   fmt::format("at most {} MB; is this the right file?", most)};
}

bool Import::good() const {
    return !report.empty() &&
           std::all_of(report.begin(), report.end(), [](const auto& line) { return line.taken; });
}

namespace {

/// A person with duties of two functions is registered with both.
void gather_functions(Import& import) {
    std::map<PersonId, std::vector<Function>> functions;
    for (const auto& body : import.bodies)
        if (const auto* duty = std::get_if<DutyRostered>(&body)) {
            auto& known = functions[duty->person];
            if (std::find(known.begin(), known.end(), duty->function) == known.end())
                known.push_back(duty->function);
        }
    for (auto& body : import.bodies)
        if (auto* person = std::get_if<PersonRegistered>(&body))
            person->functions = functions[person->person];
}

/// A duty that begins before the one before it in its function ends, is refused on the later of their lines.
void refuse_overlaps(Import& import) {
    struct Placed {
        const DutyRostered* duty;
        std::size_t line;
    };
    std::map<Function, std::vector<Placed>> by_function;
    for (std::size_t i = 0; i < import.bodies.size(); ++i)
        if (const auto* duty = std::get_if<DutyRostered>(&import.bodies[i]))
            by_function[duty->function].push_back({duty, import.lines[i]});
    for (auto& [function, placed] : by_function) {
        std::stable_sort(placed.begin(), placed.end(), [](const Placed& one, const Placed& other) {
            return one.duty->from < other.duty->from;
        });
        const Placed* last = nullptr;
        for (const Placed& one : placed) {
            if (last != nullptr && one.duty->from < last->duty->until) {
                const auto [first, second] = std::minmax(last->line, one.line);
                const auto report = std::find_if(
                    import.report.begin(), import.report.end(),
                    [&, place = second](const auto& line) { return line.line == place && line.taken; });
                if (report != import.report.end()) {
                    report->taken = false;
                    report->text =
                        fmt::format("column van: found {} at the same time as line {}, expected one "
                                    "person at a time; end one where the other begins",
                                    shown(function.value), first);
                }
            }
            if (last == nullptr || one.duty->until > last->duty->until) last = &one;
        }
    }
}

/// Somebody with two functions at once is remarked on the later of their lines: it can be meant.
void remark_two_at_once(Import& import) {
    struct Placed {
        const DutyRostered* duty;
        std::size_t line;
    };
    std::map<PersonId, std::vector<Placed>> by_person;
    for (std::size_t i = 0; i < import.bodies.size(); ++i)
        if (const auto* duty = std::get_if<DutyRostered>(&import.bodies[i]))
            by_person[duty->person].push_back({duty, import.lines[i]});
    for (const auto& [person, placed] : by_person)
        for (std::size_t later = 1; later < placed.size(); ++later) {
            const Placed& here = placed[later];
            const auto same = std::find_if(
                placed.begin(), placed.begin() + static_cast<std::ptrdiff_t>(later), [&](const Placed& one) {
                    return one.duty->function != here.duty->function && one.duty->from < here.duty->until &&
                           here.duty->from < one.duty->until;
                });
            if (same == placed.begin() + static_cast<std::ptrdiff_t>(later)) continue;
            for (auto& line : import.report)
                if (line.line == here.line && line.taken)
                    line.text += fmt::format("; remark: the same person has {} at the same time in line {}",
                                             shown(same->duty->function.value), same->line);
        }
}

} // namespace

Import read_roster_csv(std::string_view bytes) {
    Import import =
        read_table(bytes, {"functie", "naam", "van", "tot"},
                   {"functie", "naam", "gemeente", "poule", "telefoon", "van", "tot", "reden"}, read_duty);
    gather_functions(import);
    refuse_overlaps(import);
    remark_two_at_once(import);
    return import;
}

Import read_events_csv(std::string_view bytes) {
    return read_table(
        bytes, {"naam", "klasse", "plaats"},
        {"naam", "klasse", "plaats", "lat", "lon", "van", "tot", "bezoekers", "organisator", "id"},
        read_event);
}

namespace {

const Labels calendar_names{{"naam", "SUMMARY"},
                            {"klasse", "CATEGORIES"},
                            {"plaats", "LOCATION"},
                            {"lat", "GEO"},
                            {"lon", "GEO"},
                            {"van", "DTSTART"},
                            {"tot", "DTEND"},
                            {"id", "UID"},
                            {"organisator", "ORGANIZER"}};

std::string local_text(Instant at) {
    const auto local = date::locate_zone("Europe/Amsterdam")->to_local(at);
    return date::format("%d-%m-%Y %H:%M", std::chrono::floor<minutes>(local));
}

/// The class among the categories: "B", "klasse B", "melding"; the first category when none is one, so that
/// the report quotes it.
std::string class_among(const std::vector<std::string>& categories) {
    for (const auto& category : categories) {
        std::string word = lower(category);
        if (word.starts_with("klasse ")) word = word.substr(7);
        if (word == "melding" || word == "a" || word == "b" || word == "c") return word;
    }
    return categories.empty() ? std::string() : categories.front();
}

/// Where one time of an entry with an end ends, on the clock: a week from Monday 09:00 to Monday 09:00 has
/// 167 or 169 hours too.
Instant end_on_the_clock(const CalendarEntry& entry, Instant from) {
    if (from == entry.from.at) return *entry.until;
    const auto* zone = date::locate_zone("Europe/Amsterdam");
    const auto length = zone->to_local(*entry.until) - zone->to_local(entry.from.at);
    const auto local = zone->to_local(from) + length;
    const auto info = zone->get_info(local);
    if (info.result == date::local_info::nonexistent) return Instant{info.first.end.time_since_epoch()};
    return Instant{zone->to_sys(local, date::choose::earliest).time_since_epoch()};
}

/// One time of an entry as a row of the table that CSV gives too.
CsvRow row_of(const CalendarEntry& entry, Instant from, bool repeats) {
    const auto geo = entry.geo.value_or("");
    const auto middle = std::min(geo.find(';'), geo.size());
    std::string id = entry.uid.empty() ? std::string() : "ical/" + entry.uid;
    if ((repeats || entry.instead_of) && !id.empty()) // moved, it is the same evenement
        id += "/" + to_text(entry.instead_of.value_or(from)).substr(0, 10);
    const auto until = entry.until ? local_text(end_on_the_clock(entry, from)) : std::string();
    return {entry.line,
            {entry.summary, class_among(entry.categories), entry.location, geo.substr(0, middle),
             geo.substr(std::min(middle + 1, geo.size())), local_text(from), until, entry.organiser, id}};
}

} // namespace

namespace {

/// A calendar as the table that CSV gives too: a row for each time of each entry.
using RowOf = CsvRow (*)(const CalendarEntry&, Instant from, bool repeats);

/// What becomes of a calendar's entries.
struct CalendarForm {
    std::vector<std::string> header;
    RowOf row;
    ReadLine read;
    const Labels& labels;
    bool classes = false; ///< its entries must say of which class they are
};

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
    for (const auto& [entry, problem] : *entries) {
        if (entry.cancelled && !problem) {
            import.report.push_back({entry.line, true, shown(entry.summary) + ": cancelled, left out"});
            continue;
        }
        const auto times = problem ? Result<Occurrences>(tl::unexpect, *problem) : occurrences(entry, now);
        if (!times) {
            import.report.push_back(refused(times.error(), entry.line));
            continue;
        }
        if (form.classes && entry.categories.empty()) { // said once, however often it comes
            if (without_class++ == 0) first_without = entry.line;
            continue;
        }
        for (const Instant from : times->at)
            table.rows.push_back(form.row(entry, from, !entry.rule.empty() || !entry.also.empty()));
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
    read_rows(table, form.read, import, &form.labels);
    std::stable_sort(import.report.begin(), import.report.end(),
                     [](const auto& one, const auto& other) { return one.line < other.line; });
    if (entries->empty()) import.report.push_back({1, false, "no VEVENT in the calendar"});
    return import;
}

const Labels roster_names{{"functie", "SUMMARY, written as functie: naam, before the colon"},
                          {"naam", "SUMMARY, written as functie: naam, after the colon"},
                          {"gemeente", "LOCATION"},
                          {"poule", "CATEGORIES"},
                          {"telefoon", "DESCRIPTION"},
                          {"reden", "DESCRIPTION"},
                          {"van", "DTSTART"},
                          {"tot", "DTEND"}};

CsvRow duty_row_of(const CalendarEntry& entry, Instant from, bool) {
    constexpr std::string_view telephone = "tel. ", joint = " | ";
    const auto trimmed = [](std::string text) {
        text.erase(0, std::min(text.find_first_not_of(' '), text.size()));
        text.erase(text.find_last_not_of(' ') + 1);
        return text;
    };
    const auto colon = std::min(entry.summary.find(':'), entry.summary.size());
    std::string phone, reason = entry.description;
    if (reason.starts_with(telephone)) {
        const auto end = std::min(reason.find(joint), reason.size());
        phone = reason.substr(telephone.size(), end - telephone.size());
        reason.erase(0, std::min(end + joint.size(), reason.size()));
    }
    const bool local = std::any_of(entry.categories.begin(), entry.categories.end(),
                                   [](const std::string& category) { return lower(category) == "lokaal"; });
    return {entry.line,
            {trimmed(entry.summary.substr(0, colon)),
             trimmed(entry.summary.substr(std::min(colon + 1, entry.summary.size()))), entry.location,
             local ? "lokaal" : "regionaal", phone, to_text(from),
             entry.until ? to_text(end_on_the_clock(entry, from)) : std::string(), reason}};
}

} // namespace

Import read_events_ical(std::string_view bytes, Instant now) {
    return read_calendar(bytes, now,
                         {{"naam", "klasse", "plaats", "lat", "lon", "van", "tot", "organisator", "id"},
                          row_of,
                          read_event,
                          calendar_names,
                          true});
}

Import read_roster_ical(std::string_view bytes, Instant now) {
    Import import =
        read_calendar(bytes, now,
                      {{"functie", "naam", "gemeente", "poule", "telefoon", "van", "tot", "reden"},
                       duty_row_of,
                       read_duty,
                       roster_names});
    gather_functions(import);
    refuse_overlaps(import);
    remark_two_at_once(import);
    return import;
}

Import read_roster(std::string_view bytes, Instant now) {
    return looks_like_ical(bytes) ? read_roster_ical(bytes, now) : read_roster_csv(bytes);
}

Import read_events(std::string_view bytes, Instant now) {
    return looks_like_ical(bytes) ? read_events_ical(bytes, now) : read_events_csv(bytes);
}

} // namespace regiekamer::feeds
