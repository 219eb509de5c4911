// A roster: each line a duty, each name a person once, and nobody twice at one place.
#include "messaging/feeds/encoding.hpp"
#include "messaging/feeds/import_lines.hpp"
#include "messaging/feeds/roster_export.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <numeric>

namespace regiekamer::feeds {
namespace {

constexpr std::string_view usual_changeover = "09:00"; ///< wisselmoment (domain.md §7)

/// The clock at which a function changes, and in words why that one.
std::pair<std::string, std::string> changeover_of(const Line& line, const Function& function) {
    const auto found = line.changeovers->find(function);
    const auto clock = found == line.changeovers->end() ? std::string::npos : found->second.value.find(' ');
    if (clock == std::string::npos) return {std::string(usual_changeover), "when piket changes as a rule"};
    return {found->second.value.substr(clock + 1), "when this function changes by its rotation"};
}

/// Data of a person that two lines say differently: the first line counts.
void remark_other(std::string& remark, const char* column, const std::string& here, const std::string& before,
                  std::size_t line) {
    if (here.empty() || here == before) return;
    remark += fmt::format("; remark: {} is {} here and {} in line {}, which counts", column, shown(here),
                          before.empty() ? "empty" : shown(before), line);
}

/// Two people of one name would become one, with the telephone of the first at three in the night: where the
/// municipality and the telephone are both others, whoever made the file must say who is who.
void refuse_namesake(Line& line, const PersonRegistered& here, const Earlier& before) {
    if (!before.person || !is_another(here, *before.person)) return;
    line.wrong("naam", here.name,
               fmt::format("one person a name: {} of {} stands in line {}; write {} for this one, or give "
                           "both lines the same telefoon",
                           shown(before.person->name), shown(*before.person->municipality), before.line,
                           shown(fmt::format("{} ({})", here.name, *here.municipality), 120)));
}

void read_duty(Line& line, std::vector<Body>& bodies, Given& persons) {
    const std::string name = line.needed("naam");
    const PersonId person("p-" + slug(name));
    const bool pool_said = !line.cells["poule"].empty();
    const std::string pool = pool_said ? line.cells["poule"] : "regionaal";
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
        if (!pool_said) line.import->without_pool.insert(person);
    } else {
        const auto& [at, known] = before->second;
        refuse_namesake(line, registered, before->second);
        remark_other(line.remark, "naam", name, known->name, at);
        remark_other(line.remark, "gemeente", registered.municipality.value_or(""),
                     known->municipality.value_or(""), at);
        remark_other(line.remark, "telefoon", registered.phone.value_or(""), known->phone.value_or(""), at);
        if (pool_said)
            remark_other(line.remark, "poule", pool, known->pool == Pool::lokaal ? "lokaal" : "regionaal",
                         at);
    }
    const auto [clock, why] = changeover_of(line, function);
    line.day_begins = clock;
    DutyRostered duty;
    duty.function = function;
    duty.person = person;
    duty.from = line.needed_instant("van");
    duty.until = line.needed_instant("tot");
    duty.reason = line.maybe("reden");
    if (!line.without_time.empty()) {
        line.import->days_alone = true;
        line.remark +=
            fmt::format("; remark: {} without a time, {} was taken, {}", line.without_time, clock, why);
    }
    line.in_order(duty.from, duty.until);
    duty.duty = DutyId(slug(function.value) + "/" + person.value + "/" + to_text(duty.from).substr(0, 16));
    bodies.emplace_back(duty);
    line.told = fmt::format("{}: {}, {} – {}", shown(function.value), shown(name), local_text(duty.from),
                            local_text(duty.until));
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

struct PlacedDuty {
    const DutyRostered* duty;
    ImportLine* line;
};

std::vector<PlacedDuty> placed_duties(Import& import) {
    std::vector<PlacedDuty> placed;
    const auto lines = import.lines_of_bodies();
    for (std::size_t i = 0; i < lines.size(); ++i)
        if (const auto* duty = std::get_if<DutyRostered>(&import.bodies[i]))
            placed.push_back({duty, lines[i]});
    return placed;
}

void refuse_overlap(const ImportLine& first, ImportLine& second, const Function& function) {
    if (!second.taken) return;
    second.taken = false;
    second.text =
        fmt::format("column van: found {} at the same time as line {}, expected one person at a time; "
                    "end one where the other begins",
                    shown(function.value), first.line);
}

/// A duty that begins before the one before it in its function ends, is refused on the later of their lines.
void refuse_overlaps(Import& import) {
    std::map<Function, std::vector<PlacedDuty>> by_function;
    for (const PlacedDuty& one : placed_duties(import))
        by_function[one.duty->function].push_back(one);
    for (auto& [function, placed] : by_function) {
        std::stable_sort(placed.begin(), placed.end(), [](const PlacedDuty& one, const PlacedDuty& other) {
            return one.duty->from < other.duty->from;
        });
        const PlacedDuty* last = nullptr;
        for (const PlacedDuty& one : placed) {
            if (last != nullptr && one.duty->from < last->duty->until) {
                const bool ordered = last->line->line <= one.line->line;
                refuse_overlap(ordered ? *last->line : *one.line, ordered ? *one.line : *last->line,
                               function);
            }
            if (last == nullptr || one.duty->until > last->duty->until) last = &one;
        }
    }
}

/// For each turn of one person the first line before it that has another function at the same time.
std::vector<std::optional<std::size_t>> others_at_once(const std::vector<PlacedDuty>& placed) {
    std::vector<std::size_t> in_time(placed.size());
    std::iota(in_time.begin(), in_time.end(), std::size_t{0});
    std::stable_sort(in_time.begin(), in_time.end(), [&](std::size_t one, std::size_t other) {
        return placed[one].duty->from < placed[other].duty->from;
    });
    std::vector<std::optional<std::size_t>> found(placed.size());
    std::vector<std::size_t> running;
    constexpr std::size_t running_max = 64; // each further one at once has been found with these
    for (const std::size_t here : in_time) {
        std::erase_if(running,
                      [&](std::size_t one) { return placed[one].duty->until <= placed[here].duty->from; });
        for (const std::size_t other : running) {
            if (placed[other].duty->function == placed[here].duty->function) continue;
            auto& first = found[std::max(here, other)];
            first = std::min(first.value_or(placed.size()), std::min(here, other));
        }
        if (running.size() < running_max) running.push_back(here);
    }
    return found;
}

/// Somebody with two functions at once is remarked on the later of their lines: it can be meant.
void remark_two_at_once(Import& import) {
    std::map<PersonId, std::vector<PlacedDuty>> by_person;
    for (const PlacedDuty& one : placed_duties(import))
        by_person[one.duty->person].push_back(one);
    for (const auto& [person, placed] : by_person) {
        const auto others = others_at_once(placed);
        for (std::size_t here = 0; here < placed.size(); ++here) {
            ImportLine& line = *placed[here].line;
            if (!others[here] || !line.taken) continue;
            const PlacedDuty& other = placed[*others[here]];
            line.text += fmt::format("; remark: the same person has {} at the same time in line {}",
                                     shown(other.duty->function.value), other.line->line);
        }
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
    std::string summary = entry.summary;
    const bool exercise = summary.starts_with(exercise_summary);
    if (exercise) summary.erase(0, exercise_summary.size());
    const auto colon = std::min(summary.find(':'), summary.size());
    std::string phone, reason = entry.description;
    if (reason.starts_with(telephone)) {
        const auto end = std::min(reason.find(joint), reason.size());
        phone = reason.substr(telephone.size(), end - telephone.size());
        reason.erase(0, std::min(end + joint.size(), reason.size()));
    }
    // Whoever edits an appointment may lose its description: the title tells it as well.
    if (exercise && !reason.starts_with(exercise_reason))
        reason = std::string(exercise_reason) + (reason.empty() ? "" : ", ") + reason;
    const auto among = [&](std::string_view word) {
        return std::any_of(entry.categories.begin(), entry.categories.end(),
                           [&](const std::string& category) { return lower(category) == word; });
    };
    const char* const pool = among("lokaal") ? "lokaal" : among("regionaal") ? "regionaal" : "";
    const auto text = [&](Instant at) { return entry.from.whole_day ? local_day_text(at) : to_text(at); };
    return {entry.line,
            {trimmed(summary.substr(0, colon)), trimmed(summary.substr(std::min(colon + 1, summary.size()))),
             entry.location, pool, phone, text(from),
             entry.until ? text(end_on_the_clock(entry, from)) : std::string(), reason}};
}

} // namespace

Import read_roster_csv(std::string_view bytes, const Changeovers& changeovers) {
    Import import = read_table(bytes, {"functie", "naam", "van", "tot"},
                               {"functie", "naam", "gemeente", "poule", "telefoon", "van", "tot", "reden"},
                               read_duty, changeovers);
    gather_functions(import);
    refuse_overlaps(import);
    remark_two_at_once(import);
    return import;
}

Import read_roster_ical(std::string_view bytes, Instant now, const Changeovers& changeovers) {
    Import import =
        read_calendar(bytes, now,
                      {{"functie", "naam", "gemeente", "poule", "telefoon", "van", "tot", "reden"},
                       duty_row_of,
                       read_duty,
                       roster_names,
                       false,
                       changeovers});
    gather_functions(import);
    refuse_overlaps(import);
    remark_two_at_once(import);
    return import;
}

bool of_exercise(const Import& import) {
    const std::string with_more = std::string(exercise_reason) + ", ";
    return std::any_of(import.bodies.begin(), import.bodies.end(), [&](const Body& body) {
        const auto* duty = std::get_if<DutyRostered>(&body);
        return duty != nullptr && duty->reason &&
               (*duty->reason == exercise_reason || duty->reason->starts_with(with_more));
    });
}

Import read_roster(std::string_view bytes, Instant now, const Changeovers& changeovers) {
    return looks_like_ical(bytes) ? read_roster_ical(bytes, now, changeovers)
                                  : read_roster_csv(bytes, changeovers);
}

} // namespace regiekamer::feeds
