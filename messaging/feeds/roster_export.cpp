// Quoting and folding, each in one place.
#include "messaging/feeds/roster_export.hpp"

#include "messaging/codec/visible.hpp"
#include "messaging/feeds/csv.hpp"
#include "messaging/vocabulary/sheet_cell.hpp"

#include <algorithm>
#include <date/date.h>
#include <fmt/format.h>

namespace regiekamer::feeds {
namespace {

constexpr std::size_t octets_max = 75;

/// TEXT of RFC 5545 §3.3.11, as one line of what can be seen: an import takes nothing else.
std::string escaped(const std::string& text) {
    std::string made;
    for (const char c : codec::plain_line(text)) {
        if (c == '\\' || c == ';' || c == ',') made += '\\';
        made += c;
    }
    return made;
}

std::string cell(const std::string& text) {
    return sheet_cell(codec::plain_line(text));
}

/// One content line, folded: RFC 5545 §3.1.
void put(std::string& calendar, std::string line) {
    std::size_t room = octets_max;
    while (line.size() > room) {
        std::size_t end = room;
        while (end > 1 && (static_cast<unsigned char>(line[end]) & 0xC0U) == 0x80U)
            --end; // not within a character
        calendar += line.substr(0, end) + "\r\n ";
        line.erase(0, end);
        room = octets_max - 1; // the space counts
    }
    calendar += line + "\r\n";
}

std::string utc(Instant at) {
    return date::format("%Y%m%dT%H%M%SZ", std::chrono::floor<seconds>(at));
}

std::string description_of(const RosterLine& line) {
    std::string text = line.person.phone ? "tel. " + *line.person.phone : std::string();
    if (line.reason) text += (text.empty() ? "" : " | ") + *line.reason;
    return text;
}

} // namespace

std::string roster_csv(const std::vector<RosterLine>& lines) {
    std::string table = "\xEF\xBB\xBF"
                        "functie;naam;gemeente;poule;telefoon;van;tot;reden\r\n";
    for (const auto& line : lines)
        table += fmt::format("{};{};{};{};{};{};{};{}\r\n", cell(line.function.value), cell(line.person.name),
                             cell(line.person.municipality.value_or("")),
                             line.person.pool == Pool::lokaal ? "lokaal" : "regionaal",
                             cell(line.person.phone.value_or("")), local_cell(line.from),
                             local_cell(line.until), cell(line.reason.value_or("")));
    return table;
}

std::string roster_ical(const std::vector<RosterLine>& lines, Instant stamp, Mode mode) {
    std::string calendar;
    // a telephone shows the name of the calendar nowhere, or SUMMARY alone
    const std::string kind(mode == Mode::exercise ? exercise_summary : std::string_view());
    for (const std::string& head :
         {std::string("BEGIN:VCALENDAR"), std::string("VERSION:2.0"),
          std::string("PRODID:-//Regiekamer//Piket//NL"), std::string("CALSCALE:GREGORIAN"),
          std::string("METHOD:PUBLISH"), "X-WR-CALNAME:" + kind + "Piket bevolkingszorg"})
        put(calendar, head);
    for (const auto& line : lines) {
        put(calendar, "BEGIN:VEVENT");
        put(calendar, "UID:" + escaped(fmt::format("{}/{}/{}@regiekamer", line.function.value,
                                                   line.person.person.value, utc(line.from))));
        put(calendar, "DTSTAMP:" + utc(stamp));
        put(calendar, "DTSTART:" + utc(line.from));
        put(calendar, "DTEND:" + utc(line.until));
        put(calendar, "SUMMARY:" + kind + escaped(line.function.value + ": " + line.person.name));
        if (line.person.municipality) put(calendar, "LOCATION:" + escaped(*line.person.municipality));
        put(calendar,
            std::string("CATEGORIES:") + (line.person.pool == Pool::lokaal ? "lokaal" : "regionaal"));
        if (const auto text = description_of(line); !text.empty())
            put(calendar, "DESCRIPTION:" + escaped(text));
        put(calendar, "TRANSP:TRANSPARENT");
        put(calendar, "END:VEVENT");
    }
    put(calendar, "END:VCALENDAR");
    return calendar;
}

} // namespace regiekamer::feeds
