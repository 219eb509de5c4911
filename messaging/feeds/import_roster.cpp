// A roster: each line a duty, each name a person once, and nobody twice at one place.
#include "messaging/feeds/import_lines.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace regiekamer::feeds {
namespace {

/// Data of a person that two lines say differently: the first line counts.
void remark_other(std::string& remark, const char* column, const std::string& here, const std::string& before,
                  std::size_t line) {
    if (here.empty() || here == before) return;
    remark += fmt::format("; remark: {} is {} here and {} in line {}, which counts", column, shown(here),
                          before.empty() ? "empty" : shown(before), line);
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

Import read_roster_csv(std::string_view bytes) {
    Import import =
        read_table(bytes, {"functie", "naam", "van", "tot"},
                   {"functie", "naam", "gemeente", "poule", "telefoon", "van", "tot", "reden"}, read_duty);
    gather_functions(import);
    refuse_overlaps(import);
    remark_two_at_once(import);
    return import;
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

} // namespace regiekamer::feeds
