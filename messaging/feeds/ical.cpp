// Unfolds the lines, then reads each VEVENT property by property; what a value means as time is libical's.
#include "messaging/feeds/ical.hpp"

#include "messaging/codec/parse.hpp"
#include "messaging/codec/visible.hpp"
#include "messaging/feeds/encoding.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <utility>

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

/// A line that begins with a space goes on with the one before it. Where no line ends with LF, each CR does.
std::vector<Unfolded> unfold(std::string_view bytes) {
    std::vector<Unfolded> lines;
    std::size_t number = 0;
    const char line_end = bytes.find('\n') == std::string_view::npos ? '\r' : '\n';
    while (!bytes.empty()) {
        const auto end = std::min(bytes.find(line_end), bytes.size());
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

/// Lines of Windows-1252 become UTF-8; a Problem where some lines are UTF-8 and one is not, which is damage.
/// It is done after unfolding: a fold may stand within a character.
Result<void> decode(std::vector<Unfolded>& lines) {
    const auto is_ascii = [](const std::string& text) {
        return std::all_of(text.begin(), text.end(), [](unsigned char c) { return c < 0x80; });
    };
    const Unfolded* odd = nullptr;
    bool wide = false; // some line has more than ASCII in UTF-8
    for (const auto& line : lines) {
        if (is_ascii(line.text)) continue;
        if (is_utf8(line.text))
            wide = true;
        else if (odd == nullptr)
            odd = &line;
    }
    if (odd == nullptr) return {};
    if (wide)
        return refuse(place(odd->line), "bytes that are no UTF-8, as other lines are",
                      "an iCalendar in UTF-8; export it again");
    for (auto& line : lines)
        line.text = utf8_of_latin1(line.text);
    return {};
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

/// The zones of a calendar by name: those that it describes, and those that are known.
class Zones {
public:
    using Zone = std::shared_ptr<const CalendarZone>;

    void describe(const std::string& name, const std::string& vtimezone) { described_[name] = vtimezone; }
    [[nodiscard]] bool is_described(const std::string& name) const { return described_.contains(name); }

    /// None: not known, and not described; or it is more than a calendar has.
    Zone find(const std::string& name) {
        const auto known = known_.find(name);
        if (known != known_.end()) return known->second;
        if (known_.size() >= names_max) return nullptr;
        Zone zone = CalendarZone::named(name);
        const auto own = described_.find(name);
        if (!zone && own != described_.end() && own->second.size() <= room_) {
            room_ -= own->second.size();
            zone = CalendarZone::described(own->second);
        }
        return known_.emplace(name, std::move(zone)).first->second;
    }
    /// Of a time that names none, by X-WR-TIMEZONE ("": it stands not there).
    void keep_floating(const std::string& name) { floating_ = name; }
    [[nodiscard]] const std::string& floating() const { return floating_; }

private:
    static constexpr std::size_t names_max = 1'000;
    std::map<std::string, std::string> described_;
    std::map<std::string, Zone> known_;
    std::string floating_;
    std::size_t room_ = 64 * 1024; ///< bytes of VTIMEZONE; libical takes 4 µs for each
};

/// Which zone a time with a clock is in: that of its TZID, else that of X-WR-TIMEZONE, else ours. A name that
/// means nothing here is ours too, with a remark; but one that its calendar describes as we cannot follow is
/// another clock, and none.
Result<Zones::Zone> zone_of(const Property& property, Zones& zones, std::string& remark) {
    const auto named = property.parameters.find("TZID");
    const std::string name = named != property.parameters.end() ? named->second : zones.floating();
    if (name.empty()) return zones.find("Europe/Amsterdam");
    if (auto zone = zones.find(name)) return zone;
    const std::string told = "the time zone " + codec::cut(name, 60);
    if (zones.is_described(name))
        return refuse(place(property.line), told + ", whose VTIMEZONE cannot be followed",
                      "a zone of the IANA list, such as Europe/Amsterdam");
    remark = codec::visible(told) + " is not known; Europe/Amsterdam was taken";
    return zones.find("Europe/Amsterdam");
}

/// "20270703", "20270703T140000", the same with Z or TZID.
Result<CalendarMoment> read_time(const Property& property, const std::string& text, Zones& zones) {
    const auto wrong = [&](const std::string& expected) {
        return refuse(place(property.line), property.name + " " + codec::cut(text, 60), expected);
    };
    const auto year = digits(text, 0, 4), month = digits(text, 4, 2), day = digits(text, 6, 2);
    const auto date = date::year{year.value_or(0)} / month.value_or(0) / day.value_or(0);
    if (!year || !month || !day || !date.ok() || *year < 2000 || *year > 2099)
        return wrong("a day such as 20270703 or a time such as 20270703T140000, from 2000 to 2099");
    CalendarMoment made;
    made.local = date::local_days{date};
    made.zone = zones.find("Europe/Amsterdam");
    made.whole_day = text.size() == 8;
    if (!made.whole_day) {
        const auto hour = digits(text, 9, 2), minute = digits(text, 11, 2), second = digits(text, 13, 2);
        const bool utc = text.size() == 16 && text[15] == 'Z';
        if (text[8] != 'T' || !hour || !minute || !second || *hour > 23 || *minute > 59 || *second > 60 ||
            (text.size() != 15 && !utc))
            return wrong("a time such as 20270703T140000");
        made.local += hours(*hour) + minutes(*minute) + seconds(std::min(*second, 59));
        const Result<Zones::Zone> zone = utc ? zones.find("UTC") : zone_of(property, zones, made.remark);
        if (!zone) return tl::unexpected(zone.error());
        made.zone = *zone;
    }
    made.at = made.zone->at(made.local);
    return made;
}

constexpr std::size_t categories_max = 100; ///< the others are passed over

/// Reads the properties of one VEVENT; the first thing that is wrong is kept.
class EntryReader {
public:
    EntryReader(std::size_t line, Zones& zones) : zones_(&zones) { read_.entry.line = line; }

    void take(const Property& property) {
        CalendarEntry& entry = read_.entry;
        if (property.name == "UID") entry.uid = unescaped(property.value);
        if (property.name == "SUMMARY") entry.summary = unescaped(property.value);
        if (property.name == "LOCATION") entry.location = unescaped(property.value);
        if (property.name == "DESCRIPTION") entry.description = unescaped(property.value);
        if (property.name == "GEO") entry.geo = property.value;
        if (property.name == "RRULE") take_rule(property);
        if (property.name == "RDATE") take_times(property, entry.also);
        if (property.name == "EXDATE") take_times(property, entry.except);
        if (property.name == "RECURRENCE-ID") take_instead(property);
        if (property.name == "SEQUENCE")
            entry.version = digits(property.value, 0, property.value.size()).value_or(0);
        if (property.name == "STATUS") entry.cancelled = upper(property.value) == "CANCELLED";
        if (property.name == "CATEGORIES") take_categories(property.value);
        if (property.name == "ORGANIZER") {
            const auto name = property.parameters.find("CN");
            if (name != property.parameters.end()) entry.organiser = name->second;
        }
        if (property.name == "DTSTART")
            started_ = take_time(property, [&](auto& time) { entry.from = time; });
        if (property.name == "DTEND") take_time(property, [&](auto& time) { entry.until = time.at; });
        if (property.name == "DURATION") {
            length_ = read_length(property.value);
            if (!length_)
                wrong({place(property.line), "DURATION " + codec::cut(property.value, 60),
                       "a duration such as PT9H"});
        }
    }

    CalendarLine finish() && {
        CalendarEntry& entry = read_.entry;
        if (!started_) {
            wrong({place(entry.line), "an entry without DTSTART", "a begin"});
            return std::move(read_);
        }
        if (!entry.from.zone) return std::move(read_); // a begin that could not be read
        if (!length_ && entry.from.whole_day) length_ = CalendarLength{date::days(1), {}};
        if (length_ && !entry.until)
            entry.until = entry.from.zone->at(entry.from.local + length_->days) + length_->rest;
        if (entry.until && *entry.until < entry.from.at)
            wrong({place(entry.line), "an end before the begin", "DTEND after DTSTART"});
        return std::move(read_);
    }

private:
    void wrong(Problem problem) {
        if (!read_.problem) read_.problem = std::move(problem);
    }
    void remark(const CalendarMoment& time) {
        if (read_.entry.remark.empty()) read_.entry.remark = time.remark;
    }
    template <class Keep>
    bool take_time(const Property& property, Keep&& keep) {
        auto time = read_time(property, property.value, *zones_);
        if (time) {
            keep(*time);
            remark(*time);
        } else
            wrong(time.error());
        return true;
    }
    void take_rule(const Property& property) {
        if (!read_.entry.rule.empty())
            wrong({place(property.line), "a second RRULE", "one; write the other as an entry of its own"});
        read_.entry.rule = property.value;
    }
    void take_times(const Property& property, std::vector<CalendarMoment>& times) {
        std::string_view rest = property.value;
        while (!rest.empty()) {
            auto time = read_time(property, std::string(take_until(rest, ",")), *zones_);
            if (!rest.empty()) rest.remove_prefix(1);
            if (!time) return wrong(time.error());
            remark(*time);
            times.push_back(std::move(*time));
        }
    }
    void take_instead(const Property& property) {
        if (property.parameters.contains("RANGE"))
            wrong({place(property.line), "RECURRENCE-ID with RANGE",
                   "one time; end the repetition, and write the rest as an entry of its own"});
        take_time(property, [&](auto& time) { read_.entry.instead_of = time.at; });
    }
    void take_categories(std::string_view text) {
        while (!text.empty()) {
            const auto one = take_until(text, ",");
            if (!text.empty()) text.remove_prefix(1);
            if (read_.entry.categories.size() < categories_max)
                read_.entry.categories.push_back(unescaped(one));
        }
    }

    CalendarLine read_;
    Zones* zones_;
    std::optional<CalendarLength> length_;
    bool started_ = false;
};

/// The zones that a calendar describes, wherever it does.
Zones zones_of(const std::vector<Unfolded>& lines) {
    Zones zones;
    std::string name, text; // no text: not within one
    for (const auto& line : lines) {
        const auto large = upper(line.text.substr(0, 32));
        if (large == "BEGIN:VTIMEZONE") text.clear();
        if (large != "BEGIN:VTIMEZONE" && text.empty()) continue;
        text += line.text + "\r\n";
        const auto colon = line.text.find(':');
        if (large.starts_with("TZID") && colon != std::string::npos) name = line.text.substr(colon + 1);
        if (large == "END:VTIMEZONE") zones.describe(std::exchange(name, {}), std::exchange(text, {}));
    }
    return zones;
}

/// Of two versions of one entry the one with the highest SEQUENCE counts (RFC 5546 §2.1.5). Where nothing
/// tells them apart they are two: some programs give all their entries one UID.
void cancel_older(std::vector<CalendarLine>& lines) {
    std::map<std::pair<std::string, std::optional<Instant>>, const CalendarEntry*> newest;
    for (const auto& [entry, problem] : lines) {
        if (entry.uid.empty() || problem) continue;
        auto& known = newest.emplace(std::pair(entry.uid, entry.instead_of), &entry).first->second;
        if (known->version < entry.version) known = &entry;
    }
    for (auto& [entry, problem] : lines) {
        const auto found = newest.find({entry.uid, entry.instead_of});
        if (found == newest.end() || problem || entry.version >= found->second->version) continue;
        entry.cancelled = true;
        entry.newer = found->second->line;
    }
}

/// A time that has an entry of its own is none of the repetition's.
void leave_out_moved(std::vector<CalendarLine>& lines) {
    std::map<std::string, CalendarEntry*> repeating;
    for (auto& [entry, problem] : lines)
        if (!entry.instead_of && !entry.newer && !entry.uid.empty()) repeating[entry.uid] = &entry;
    for (const auto& [entry, problem] : lines) {
        const auto found = entry.instead_of ? repeating.find(entry.uid) : repeating.end();
        if (found != repeating.end()) found->second->except.push_back({*entry.instead_of, {}, {}, false, {}});
    }
}

} // namespace

bool looks_like_ical(std::string_view bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    return upper(bytes.substr(0, 15)) == "BEGIN:VCALENDAR";
}

Result<std::vector<CalendarLine>> read_ical(std::string_view bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    if (!looks_like_ical(bytes)) return refuse("line 1", "no BEGIN:VCALENDAR", "an iCalendar file");
    std::vector<CalendarLine> entries;
    std::optional<EntryReader> reading;
    std::size_t opened = 0, inside = 0; // components within the VEVENT: its alarms
    auto lines = unfold(bytes);
    if (const auto decoded = decode(lines); !decoded) return tl::unexpected(decoded.error());
    Zones zones = zones_of(lines);
    bool cancels = false;
    for (const auto& line : lines) {
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
            reading.emplace(line.line, zones);
            opened = line.line;
        } else if (property->name == "END" && reading && inside > 0) {
            --inside;
        } else if (property->name == "END" && reading) {
            auto whole = std::exchange(reading, std::nullopt);
            entries.push_back(std::move(*whole).finish());
            entries.back().entry.cancelled |= cancels;
        } else if (reading && inside == 0) {
            reading->take(*property);
        } else if (property->name == "BEGIN" && value == "VCALENDAR") {
            cancels = false;
            zones.keep_floating({});
        } else if (!reading && property->name == "METHOD") {
            cancels = value == "CANCEL";
        } else if (!reading && property->name == "X-WR-TIMEZONE") {
            zones.keep_floating(property->value);
        }
    }
    if (reading) return refuse(place(opened), "an entry that does not end", "END:VEVENT; is the file whole?");
    cancel_older(entries);
    leave_out_moved(entries);
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

/// A rule ready to be walked.
struct Rule {
    std::string text; ///< without UNTIL, which is a moment and no local time
    std::optional<Instant> last;
    bool endless{};
};

Result<Rule> read_rule(const CalendarEntry& entry) {
    auto parts = parts_of(entry.rule);
    const std::string frequency = parts["FREQ"];
    if (frequency != "DAILY" && frequency != "WEEKLY" && frequency != "MONTHLY" && frequency != "YEARLY")
        return refuse(place(entry.line), "a repetition " + codec::cut(frequency, 20),
                      "DAILY, WEEKLY, MONTHLY or YEARLY");
    Rule rule;
    rule.endless = !parts.contains("COUNT") && !parts.contains("UNTIL");
    if (parts.contains("UNTIL")) {
        Zones zones;
        const auto until = read_time({entry.line, "UNTIL", {}, {}}, parts["UNTIL"], zones);
        if (!until) return tl::unexpected(until.error());
        // An end without Z is on the clock of the begin; a day ends with its last second.
        const bool utc = parts["UNTIL"].ends_with('Z');
        const auto local = until->whole_day ? until->local + hours(24) - seconds(1) : until->local;
        rule.last = utc ? until->at : entry.from.zone->at(local);
    }
    rule.text = "FREQ=" + frequency;
    for (const auto& [name, value] : parts)
        if (!name.empty() && name != "FREQ" && name != "UNTIL")
            rule.text.append(";").append(name).append("=").append(value);
    return rule;
}

/// What an entry excepts, ready to be looked up for each of its times.
class Excepted {
public:
    explicit Excepted(const std::vector<CalendarMoment>& times) {
        for (const auto& one : times) {
            at_.push_back(one.at);
            if (one.whole_day) days_.push_back(date::floor<date::days>(one.local));
        }
        std::sort(at_.begin(), at_.end());
        std::sort(days_.begin(), days_.end());
    }
    [[nodiscard]] bool has(Instant at, LocalTime local) const {
        return std::binary_search(at_.begin(), at_.end(), at) ||
               std::binary_search(days_.begin(), days_.end(), date::floor<date::days>(local));
    }

private:
    std::vector<Instant> at_;
    std::vector<date::local_days> days_;
};

/// Gathers the times of one entry until they are too many, for it or for the document.
class Times {
public:
    Times(const CalendarEntry& entry, CalendarRoom& room) : excepted_(entry.except), room_(&room) {}

    /// False: no more can be taken.
    bool add(Instant at, LocalTime local) {
        room_->full = room_->times == 0;
        too_many = found.at.size() + found.left_out.size() >= occurrences_max;
        if (room_->full || too_many) return false;
        --room_->times;
        (excepted_.has(at, local) ? found.left_out : found.at).push_back(at);
        return true;
    }
    Occurrences finish() && {
        for (auto* times : {&found.at, &found.left_out}) {
            std::sort(times->begin(), times->end());
            times->erase(std::unique(times->begin(), times->end()), times->end());
        }
        return std::move(found);
    }

    Occurrences found;
    bool too_many = false;

private:
    Excepted excepted_;
    CalendarRoom* room_;
};

/// Takes the times of its RRULE.
Result<void> take_repetition(const CalendarEntry& entry, Instant now, CalendarRoom& room, Times& times) {
    const auto rule = read_rule(entry);
    if (!rule) return tl::unexpected(rule.error());
    if (rule->last && *rule->last < entry.from.at)
        return refuse(place(entry.line), "a repetition that ends before it begins",
                      "an UNTIL at or after DTSTART");
    times.found.endless = rule->endless;
    const Instant last = rule->endless ? now + horizon : rule->last.value_or(Instant::max());
    const auto take = [&](LocalTime local) {
        const Instant at = entry.from.zone->at(local);
        if (at > last) return false;
        return rule->endless && at < now - horizon ? true : times.add(at, local);
    };
    if (repeat(rule->text, entry.from.local, entry.from.whole_day, room.effort, take)) return {};
    room.full = room.effort == 0;
    if (room.full)
        return refuse(place(entry.line), "repetitions that come too rarely or too long, up to here",
                      "a calendar whose repetitions are found sooner");
    return refuse(place(entry.line), "RRULE " + codec::cut(entry.rule, 60),
                  "a repetition such as FREQ=WEEKLY;COUNT=10");
}

} // namespace

Result<Occurrences> occurrences(const CalendarEntry& entry, Instant now, CalendarRoom& room) {
    Times times(entry, room);
    if (!entry.rule.empty()) {
        const auto taken = take_repetition(entry, now, room, times);
        if (!taken) return tl::unexpected(taken.error());
    } else {
        times.add(entry.from.at, entry.from.local);
    }
    for (const auto& one : entry.also)
        if (!times.add(one.at, one.local)) break;
    if (room.full) {
        const auto most = std::to_string(CalendarRoom::times_max);
        return refuse(place(entry.line), "more than " + most + " times in this calendar, up to here",
                      "at most " + most + " in all; let repetitions end sooner");
    }
    if (times.too_many)
        return refuse(place(entry.line), "more than " + std::to_string(occurrences_max) + " times",
                      "a repetition that ends sooner");
    return std::move(times).finish();
}

} // namespace regiekamer::feeds
