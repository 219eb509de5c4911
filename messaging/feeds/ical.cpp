// Unfolds the lines, then reads each VEVENT property by property.
#include "messaging/feeds/ical.hpp"

#include "messaging/codec/parse.hpp"

#include <algorithm>
#include <charconv>
#include <date/tz.h>
#include <map>

namespace regiekamer::feeds {
namespace {

/// A line after unfolding: name, parameters, value.
struct Property {
    std::size_t line{};
    std::string name;
    std::map<std::string, std::string> parameters;
    std::string value;
};

std::string upper(std::string_view text) {
    std::string made(text);
    std::transform(made.begin(), made.end(), made.begin(), [](unsigned char c) { return std::toupper(c); });
    return made;
}

std::string place(std::size_t line) {
    return "line " + std::to_string(line);
}

struct Unfolded {
    std::size_t line;
    std::string text;
};

/// A line that begins with a space goes on with the one before it.
std::vector<Unfolded> unfold(std::string_view bytes) {
    std::vector<Unfolded> lines;
    std::size_t number = 0;
    while (!bytes.empty()) {
        const auto end = std::min(bytes.find('\n'), bytes.size());
        std::string_view line = bytes.substr(0, end);
        bytes.remove_prefix(std::min(end + 1, bytes.size()));
        ++number;
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (!lines.empty() && (line.starts_with(' ') || line.starts_with('\t')))
            lines.back().text += line.substr(1);
        else if (!line.empty())
            lines.push_back({number, std::string(line)});
    }
    return lines;
}

/// Up to the first of these outside quotes; the rest stays.
std::string_view take_until(std::string_view& text, std::string_view ends) {
    bool quoted = false;
    std::size_t at = 0;
    for (; at < text.size(); ++at) {
        if (text[at] == '"') quoted = !quoted;
        if (!quoted && ends.find(text[at]) != std::string_view::npos) break;
    }
    const auto taken = text.substr(0, at);
    text.remove_prefix(at);
    return taken;
}

std::optional<Property> read_property(const Unfolded& line) {
    Property property;
    property.line = line.line;
    std::string_view rest = line.text;
    property.name = upper(take_until(rest, ";:"));
    while (rest.starts_with(';')) {
        rest.remove_prefix(1);
        std::string_view parameter = take_until(rest, ";:");
        const auto equal = std::min(parameter.find('='), parameter.size());
        std::string value(parameter.substr(std::min(equal + 1, parameter.size())));
        std::erase(value, '"');
        property.parameters[upper(parameter.substr(0, equal))] = value;
    }
    if (!rest.starts_with(':') || property.name.empty()) return std::nullopt;
    property.value = rest.substr(1);
    return property;
}

/// TEXT of RFC 5545 §3.3.11; a line break becomes a space.
std::string unescaped(std::string_view text) {
    std::string made;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != '\\' || at + 1 == text.size()) {
            made += text[at];
            continue;
        }
        const char next = text[++at];
        made += next == 'n' || next == 'N' ? ' ' : next;
    }
    return made;
}

std::optional<int> digits(std::string_view text, std::size_t from, std::size_t count) {
    if (text.size() < from + count) return std::nullopt;
    int value = 0;
    const auto* begin = text.data() + from;
    const auto read = std::from_chars(begin, begin + count, value);
    return read.ec == std::errc() && read.ptr == begin + count && *begin != '-' ? std::optional(value)
                                                                                : std::nullopt;
}

const date::time_zone* amsterdam() {
    return date::locate_zone("Europe/Amsterdam");
}

/// A zone by its IANA name; Microsoft's name for ours; none: not known.
const date::time_zone* zone_of(const Property& property) {
    const auto named = property.parameters.find("TZID");
    if (named == property.parameters.end()) return amsterdam();
    std::string name = named->second;
    if (name == "W. Europe Standard Time" || name == "Romance Standard Time") return amsterdam();
    if (const auto city = name.find("Europe/"); city != std::string::npos)
        name = name.substr(city); // Mozilla's prefix
    try {
        return date::locate_zone(name);
    } catch (const std::runtime_error&) {
        return nullptr;
    }
}

Instant to_instant(date::local_time<microseconds> local, const date::time_zone* zone) {
    const auto info = zone->get_info(local);
    if (info.result == date::local_info::nonexistent) return Instant{info.first.end.time_since_epoch()};
    return Instant{zone->to_sys(local, date::choose::earliest).time_since_epoch()};
}

struct Time {
    Instant at;
    bool whole_day{};
};

/// "20270703", "20270703T140000", the same with Z or TZID.
Result<Time> read_time(const Property& property) {
    const std::string& text = property.value;
    const auto wrong = [&](const std::string& expected) {
        return refuse(place(property.line), property.name + " " + codec::cut(text, 60), expected);
    };
    const auto year = digits(text, 0, 4), month = digits(text, 4, 2), day = digits(text, 6, 2);
    const auto date = date::year{year.value_or(0)} / month.value_or(0) / day.value_or(0);
    if (!year || !month || !day || !date.ok() || *year < 2000 || *year > 2099)
        return wrong("a day such as 20270703 or a time such as 20270703T140000");
    if (text.size() == 8) return Time{to_instant(date::local_days{date}, amsterdam()), true};
    const auto hour = digits(text, 9, 2), minute = digits(text, 11, 2), second = digits(text, 13, 2);
    const bool utc = text.size() == 16 && text[15] == 'Z';
    if (text[8] != 'T' || !hour || !minute || !second || *hour > 23 || *minute > 59 || *second > 60 ||
        (text.size() != 15 && !utc))
        return wrong("a time such as 20270703T140000");
    const auto local = date::local_days{date} + hours(*hour) + minutes(*minute) + seconds(*second);
    if (utc) return Time{Instant{local.time_since_epoch()}, false};
    const auto* zone = zone_of(property);
    if (zone == nullptr)
        return refuse(place(property.line), "the time zone " + codec::cut(property.parameters.at("TZID"), 60),
                      "a zone of the IANA list, such as Europe/Amsterdam");
    return Time{to_instant(local, zone), false};
}

/// "P1D", "PT9H", "P1DT2H30M", "P2W".
Result<microseconds> read_duration(const Property& property) {
    const auto wrong = [&] {
        return refuse(place(property.line), "DURATION " + codec::cut(property.value, 60),
                      "a duration such as PT9H");
    };
    std::string_view rest = property.value;
    if (!rest.starts_with('P')) return wrong();
    rest.remove_prefix(1);
    microseconds total{};
    bool clock = false, any = false;
    while (!rest.empty()) {
        if (rest.front() == 'T') {
            clock = true;
            rest.remove_prefix(1);
            continue;
        }
        int count = 0;
        const auto read = std::from_chars(rest.data(), rest.data() + rest.size(), count);
        if (read.ec != std::errc() || count < 0 || count > 100'000 || read.ptr == rest.data() + rest.size())
            return wrong();
        rest.remove_prefix(static_cast<std::size_t>(read.ptr - rest.data()));
        const char unit = rest.front();
        rest.remove_prefix(1);
        any = true;
        if (!clock && unit == 'W')
            total += hours(24 * 7) * count;
        else if (!clock && unit == 'D')
            total += hours(24) * count;
        else if (clock && unit == 'H')
            total += hours(count);
        else if (clock && unit == 'M')
            total += minutes(count);
        else if (clock && unit == 'S')
            total += seconds(count);
        else
            return wrong();
    }
    if (!any) return wrong();
    return total;
}

/// Reads the properties of one VEVENT; the first thing that is wrong is kept.
class EntryReader {
public:
    explicit EntryReader(std::size_t line) { read_.entry.line = line; }

    void take(const Property& property) {
        CalendarEntry& entry = read_.entry;
        if (property.name == "UID") entry.uid = unescaped(property.value);
        if (property.name == "SUMMARY") entry.summary = unescaped(property.value);
        if (property.name == "LOCATION") entry.location = unescaped(property.value);
        if (property.name == "DESCRIPTION") entry.description = unescaped(property.value);
        if (property.name == "GEO") entry.geo = property.value;
        if (property.name == "RRULE" || property.name == "RDATE")
            entry.rule = property.name == "RRULE" ? property.value : "RDATE";
        if (property.name == "STATUS") entry.cancelled = upper(property.value) == "CANCELLED";
        if (property.name == "CATEGORIES") take_categories(property.value);
        if (property.name == "ORGANIZER") {
            const auto name = property.parameters.find("CN");
            if (name != property.parameters.end()) entry.organiser = name->second;
        }
        if (property.name == "DTSTART") start(property);
        if (property.name == "DTEND") take_time(property, [&](const Time& time) { entry.until = time.at; });
        if (property.name == "DURATION") {
            const auto duration = read_duration(property);
            if (duration)
                duration_ = *duration;
            else
                wrong(duration.error());
        }
    }

    CalendarLine finish() && {
        CalendarEntry& entry = read_.entry;
        if (!started_) wrong({place(entry.line), "an entry without DTSTART", "a begin"});
        if (duration_ && !entry.until) entry.until = entry.from + *duration_;
        if (!entry.until && entry.whole_days && started_) entry.until = entry.from + hours(24);
        if (entry.until && *entry.until < entry.from)
            wrong({place(entry.line), "an end before the begin", "DTEND after DTSTART"});
        return std::move(read_);
    }

private:
    void wrong(Problem problem) {
        if (!read_.problem) read_.problem = std::move(problem);
    }
    template <class Take>
    void take_time(const Property& property, Take&& keep) {
        const auto time = read_time(property);
        if (time)
            keep(*time);
        else
            wrong(time.error());
    }
    void start(const Property& property) {
        started_ = true;
        take_time(property, [&](const Time& time) {
            read_.entry.from = time.at;
            read_.entry.whole_days = time.whole_day;
        });
    }
    void take_categories(std::string_view text) {
        while (!text.empty()) {
            const auto one = take_until(text, ",");
            if (!text.empty()) text.remove_prefix(1);
            read_.entry.categories.push_back(unescaped(one));
        }
    }

    CalendarLine read_;
    std::optional<microseconds> duration_;
    bool started_ = false;
};

} // namespace

bool looks_like_ical(std::string_view bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    return upper(bytes.substr(0, 15)) == "BEGIN:VCALENDAR";
}

Result<std::vector<CalendarLine>> read_ical(std::string_view bytes) {
    if (bytes.size() > ical_bytes_max)
        return refuse("line 1", std::to_string(bytes.size() / (1024 * 1024)) + " MB",
                      "a calendar of at most 5 MB; is this the right file?");
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    if (!looks_like_ical(bytes)) return refuse("line 1", "no BEGIN:VCALENDAR", "an iCalendar file");
    std::vector<CalendarLine> entries;
    std::optional<EntryReader> reading;
    std::size_t opened = 0, inside = 0; // components within the VEVENT: its alarms
    for (const auto& line : unfold(bytes)) {
        const auto property = read_property(line);
        if (!property)
            return refuse(place(line.line), codec::cut(line.text, 60), "a property such as SUMMARY:…");
        const std::string value = upper(property->value);
        if (property->name == "BEGIN" && reading) {
            ++inside;
        } else if (property->name == "BEGIN" && value == "VEVENT") {
            if (entries.size() >= ical_entries_max)
                return refuse(place(line.line), "more than 10000 entries",
                              "a calendar of at most 10000 entries");
            reading.emplace(line.line);
            opened = line.line;
        } else if (property->name == "END" && reading && inside > 0) {
            --inside;
        } else if (property->name == "END" && reading) {
            entries.push_back((*std::move(reading)).finish());
            reading.reset();
        } else if (reading && inside == 0) {
            reading->take(*property);
        }
    }
    if (reading) return refuse(place(opened), "an entry that does not end", "END:VEVENT; is the file whole?");
    return entries;
}

namespace {

/// The parts of an RRULE by name.
std::map<std::string, std::string> parts_of(std::string_view rule) {
    std::map<std::string, std::string> parts;
    while (!rule.empty()) {
        const auto one = take_until(rule, ";");
        if (!rule.empty()) rule.remove_prefix(1);
        const auto equal = std::min(one.find('='), one.size());
        parts[upper(one.substr(0, equal))] = upper(one.substr(std::min(equal + 1, one.size())));
    }
    return parts;
}

std::size_t count_of(const std::string& text) {
    std::size_t value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    return read.ec == std::errc() && read.ptr == text.data() + text.size() ? value : 0;
}

/// The nth step of a repetition from a local day; none: that month has no such day.
std::optional<date::local_days> step(date::local_days first, const std::string& frequency, int by) {
    if (frequency == "DAILY") return first + date::days(by);
    if (frequency == "WEEKLY") return first + date::days(7 * by);
    const date::year_month_day day{first};
    const auto month = day.year() / day.month() + date::months(frequency == "MONTHLY" ? by : 12 * by);
    const auto moved = month / day.day();
    return moved.ok() ? std::optional(date::local_days{moved}) : std::nullopt;
}

} // namespace

Result<std::vector<Instant>> occurrences(const CalendarEntry& entry, std::size_t most) {
    if (entry.rule.empty()) return std::vector<Instant>{entry.from};
    const auto wrong = [&](const std::string& found, const std::string& expected) {
        return refuse(place(entry.line), found, expected);
    };
    auto parts = parts_of(entry.rule);
    for (const auto& [name, value] : parts)
        if (name != "FREQ" && name != "INTERVAL" && name != "COUNT" && name != "UNTIL" && name != "WKST")
            return wrong("a repetition with " + codec::cut(name, 20),
                         "a plain one; write its days as entries of their own");
    const std::string frequency = parts["FREQ"];
    if (frequency != "DAILY" && frequency != "WEEKLY" && frequency != "MONTHLY" && frequency != "YEARLY")
        return wrong("a repetition " + codec::cut(frequency, 20), "DAILY, WEEKLY, MONTHLY or YEARLY");
    const bool counted = parts.contains("COUNT"), ends = parts.contains("UNTIL");
    if (!counted && !ends) return wrong("a repetition without end", "COUNT or UNTIL; give it an end");
    std::optional<Instant> last;
    if (ends) {
        const auto until = read_time({entry.line, "UNTIL", {}, parts["UNTIL"]});
        if (!until) return tl::unexpected(until.error());
        last = until->whole_day ? until->at + hours(24) - seconds(1) : until->at;
    }
    const std::size_t count = counted ? count_of(parts["COUNT"]) : most + 1;
    const std::size_t interval = parts.contains("INTERVAL") ? count_of(parts["INTERVAL"]) : 1;
    if (count == 0 || interval == 0 || interval > 1000)
        return wrong("RRULE " + codec::cut(entry.rule, 60), "whole numbers above 0");
    const auto local = amsterdam()->to_local(entry.from);
    const auto first = date::floor<date::days>(local);
    std::vector<Instant> found;
    for (int turn = 0; found.size() < count; ++turn) {
        if (turn > 100'000 || found.size() > most)
            return wrong("more than " + std::to_string(most) + " times", "a repetition that ends sooner");
        const auto day = step(first, frequency, turn * static_cast<int>(interval));
        if (!day) continue;
        if (*day > date::local_days{date::year{2099} / 12 / 31}) break;
        const Instant at = to_instant(*day + (local - first), amsterdam());
        if (last && at > *last) break;
        found.push_back(at);
    }
    if (found.size() > most)
        return wrong("more than " + std::to_string(most) + " times", "a repetition that ends sooner");
    return found;
}

} // namespace regiekamer::feeds
