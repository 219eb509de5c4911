// The evenementen of a year: each line, or each time of a calendar's entry, is one.
#include "messaging/feeds/encoding.hpp"
#include "messaging/feeds/import_lines.hpp"

#include <algorithm>
#include <date/tz.h>
#include <fmt/format.h>

namespace regiekamer::feeds {
namespace {

Instant day_after(Instant midnight) {
    const auto* zone = date::locate_zone("Europe/Amsterdam");
    return Instant{
        zone->to_sys(zone->to_local(midnight) + date::days(1), date::choose::earliest).time_since_epoch()};
}

/// What can be meant, but mostly is not.
void remark_unlikely(Line& line, const EventRegistered& event) {
    if (event.class_ == EventClass::melding && event.visitors.value > melding_visitors_max)
        line.remark +=
            fmt::format("; remark: {} visitors is more than the {} of a melding; is the class right?",
                        event.visitors.value, melding_visitors_max);
    const auto between = [](double value, double low, double high) { return value >= low && value <= high; };
    if (event.point && between(event.point->lat, 3, 8) && between(event.point->lon, 50, 54))
        line.remark += fmt::format("; remark: {} {} is not in the Netherlands; are lat and lon exchanged?",
                                   event.point->lat, event.point->lon);
}

/// A whole day is that day, as it was written.
std::string when_words(const std::string& written, const EventRegistered& event) {
    if (!event.from) return "no date yet";
    const bool days = written.find_first_of(":.") == std::string::npos;
    std::string from = days ? local_day_text(*event.from) : local_text(*event.from);
    if (!event.until) return from;
    if (!days) return from + " – " + local_text(*event.until);
    const std::string last = local_day_text(*event.until - minutes(1));
    return last == from ? from : from + " – " + last;
}

bool is_day(const std::string& cell) {
    const auto read = read_local(cell);
    return read && read->day_only;
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
    // Who writes a day as the end means all of it, from 00:00 to 24:00.
    if (event.until && is_day(line.cells["tot"])) event.until = day_after(*event.until);
    if (event.from && event.until) line.in_order(*event.from, *event.until);
    if (!event.from && event.until) line.wrong("van", "", "a begin, since there is an end");
    if (const auto visitors = line.decimal("bezoekers", 0, 10'000'000))
        event.visitors = Count(static_cast<std::int64_t>(*visitors));
    remark_unlikely(line, event);
    event.organiser = line.maybe("organisator").value_or("");
    const auto id = line.maybe("id");
    event.event = PublicEventId(
        id ? *id : slug(event.name) + (event.from ? "-" + local_day_text(*event.from).substr(6) : ""));
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
    line.told = fmt::format("{}, {}", shown(event.name), when_words(line.cells["van"], event));
}

const Labels calendar_names{{"naam", "SUMMARY"},
                            {"klasse", "CATEGORIES"},
                            {"plaats", "LOCATION"},
                            {"lat", "GEO"},
                            {"lon", "GEO"},
                            {"van", "DTSTART"},
                            {"tot", "DTEND"},
                            {"id", "UID"},
                            {"organisator", "ORGANIZER"}};

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

/// One time of an entry as a row of the table that CSV gives too.
CsvRow row_of(const CalendarEntry& entry, Instant from, bool repeats) {
    const auto geo = entry.geo.value_or("");
    const auto middle = std::min(geo.find(';'), geo.size());
    std::string id = entry.uid.empty() ? std::string() : "ical/" + entry.uid;
    if ((repeats || entry.instead_of) && !id.empty()) // moved, it is the same evenement
        id += "/" + to_text(entry.instead_of.value_or(from)).substr(0, 10);
    const auto until = entry.until ? local_cell(end_on_the_clock(entry, from)) : std::string();
    return {entry.line,
            {entry.summary, class_among(entry.categories), entry.location, geo.substr(0, middle),
             geo.substr(std::min(middle + 1, geo.size())), local_cell(from), until, entry.organiser, id}};
}

} // namespace

Import read_events_csv(std::string_view bytes) {
    return read_table(
        bytes, {"naam", "klasse", "plaats"},
        {"naam", "klasse", "plaats", "lat", "lon", "van", "tot", "bezoekers", "organisator", "id"},
        read_event);
}

Import read_events_ical(std::string_view bytes, Instant now) {
    return read_calendar(bytes, now,
                         {{"naam", "klasse", "plaats", "lat", "lon", "van", "tot", "organisator", "id"},
                          row_of,
                          read_event,
                          calendar_names,
                          true});
}

Import read_events(std::string_view bytes, Instant now) {
    return looks_like_ical(bytes) ? read_events_ical(bytes, now) : read_events_csv(bytes);
}

} // namespace regiekamer::feeds
