// regiekamerctl import: a roster or event calendar from CSV or iCalendar; a report line by line, all or
// nothing. An evenement brings what its class asks along.
#include "messaging/feeds/import.hpp"

#include "dashboard/catalogue/asked.hpp"
#include "dashboard/catalogue/catalogue.hpp"
#include "dashboard/catalogue/folders.hpp"
#include "dashboard/ctl/imported.hpp"
#include "dashboard/ctl/moment.hpp"
#include "dashboard/ctl/terminal.hpp"
#include "dashboard/ctl/verbs.hpp"
#include "dashboard/picture/said_already.hpp"
#include "dashboard/picture/time_zone.hpp"
#include "dashboard/typed/checks.hpp"
#include "dashboard/words/functions.hpp"
#include "dashboard/words/time_words.hpp"
#include "messaging/codec/parse.hpp"
#include "messaging/codec/visible.hpp"
#include "messaging/tables/nearest.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <iostream>
#include <map>
#include <memory>

namespace regiekamer::ctl {

using namespace typed;
namespace {

/// Behind what was read, before the remarks on it.
void tell(feeds::ImportLine& line, const std::string& words) {
    line.text.insert(std::min(line.text.find(';'), line.text.size()), words);
}

/// A line of which nothing is new says so.
void tell_known(feeds::Import& import, const picture::Picture& picture) {
    const auto lines = import.lines_of_bodies();
    std::map<feeds::ImportLine*, bool> known;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        auto& all = known.try_emplace(lines[i], true).first->second;
        all = all && picture::said_already(picture, import.bodies[i]);
    }
    for (const auto& [line, all] : known)
        if (all) tell(*line, ", known already");
}

feeds::KnownPersons persons_of(const picture::Picture& picture) {
    feeds::KnownPersons known;
    for (const auto& [id, person] : picture.roster->persons)
        if (person.registered.said() && !person.removed.value) known.emplace(id, person.registered.value);
    return known;
}

/// A file that is read again says only what is new: the rest would stand in everybody's logboek once more.
std::size_t leave_out_known(feeds::Import& import, const picture::Picture& picture) {
    return std::erase_if(import.bodies,
                         [&](const Body& body) { return picture::said_already(picture, body); });
}

/// What a file holds; a Problem when it cannot be read, or is too large to be what it should.
Result<std::string> bytes_of(const ImportOptions& options) {
    auto bytes = read_input(options.file, feeds::import_bytes_max);
    if (!bytes) return bytes;
    if (auto large = feeds::too_large(bytes->size())) {
        large->where = options.file;
        return tl::unexpected(*large);
    }
    return bytes;
}

/// "30-11 09:00", local; with its year when that is not this one.
std::string day_and_clock(Instant at, Instant now) {
    const picture::LocalDay day = picture::local_day(at);
    const date::year_month_day calendar{day};
    const bool this_year = calendar.year() == date::year_month_day{picture::local_day(now)}.year();
    return fmt::format(
        "{:02}-{:02}{} {}", static_cast<unsigned>(calendar.day()), static_cast<unsigned>(calendar.month()),
        this_year ? std::string() : fmt::format("-{}", static_cast<int>(calendar.year())), words::clock(at));
}

/// A line that takes somebody's duty says whose and when: the file may be an old one. One that was said
/// before takes nothing back: it says who took over since.
void tell_replaced(feeds::Import& import, const picture::Picture& picture, Instant now) {
    const auto lines = import.lines_of_bodies();
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto* rostered = std::get_if<DutyRostered>(&import.bodies[i]);
        if (rostered == nullptr) continue;
        const char* const how =
            picture::said_already(picture, *rostered) ? ", stays replaced by" : ", replaces";
        std::string replaced;
        for (const auto& duty :
             picture::duties(picture, rostered->function, rostered->from, rostered->until)) {
            if (!duty.person || *duty.person == rostered->person) continue;
            replaced += fmt::format("{} {} {} – {}", how, picture::name_of(picture, *duty.person),
                                    day_and_clock(std::max(duty.since, rostered->from), now),
                                    day_and_clock(std::min(duty.until, rostered->until), now));
        }
        tell(*lines[i], replaced);
    }
}

/// A function that nobody here knows is taken, since a region may have its own; but it may be a slip.
void remark_functions(feeds::Import& import, const picture::Picture& picture) {
    std::vector<std::string> known = words::functions();
    for (const auto& team : words::teams())
        for (const auto& function : team.functions)
            known.push_back(function.value);
    for (const auto& function : picture::duty_functions(picture))
        known.push_back(function.value);
    const auto lines = import.lines_of_bodies();
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto* rostered = std::get_if<DutyRostered>(&import.bodies[i]);
        if (rostered == nullptr ||
            std::find(known.begin(), known.end(), rostered->function.value) != known.end())
            continue;
        const auto meant = tables::nearest(rostered->function.value, known);
        lines[i]->text +=
            fmt::format("; remark: function {} is not known here{}", codec::cut(rostered->function.value, 60),
                        meant.empty() ? std::string() : "; did you mean " + meant + "?");
    }
}

/// What the calendar says is cancelled, of what the hub has; the line that says so says it too.
void take_back(feeds::Import& import, const picture::Picture& picture) {
    const std::size_t before = import.bodies.size();
    feeds::take_back(import, [&](const Body& body) {
        if (const auto* duty = std::get_if<DutyRostered>(&body)) {
            const auto found = picture.roster->duties.find(duty->duty);
            return found != picture.roster->duties.end() && !found->second.withdrawn;
        }
        const auto* event = std::get_if<EventRegistered>(&body);
        const auto found =
            event == nullptr ? picture.events->events.end() : picture.events->events.find(event->event);
        return found != picture.events->events.end() &&
               !(found->second.decided && found->second.decided->value.decision == GoDecision::NO_GO &&
                 !picture::planned_again(found->second));
    });
    const auto lines = import.lines_of_bodies();
    for (std::size_t i = before; i < lines.size(); ++i)
        tell(*lines[i], std::holds_alternative<DutyWithdrawn>(import.bodies[i]) ? ", and withdrawn here"
                                                                                : ", and NO-GO here");
}

/// By the rotation that was set last.
feeds::Changeovers changeovers_of(const picture::Picture& picture) {
    std::map<Function, picture::Known<RotationSet>> last;
    for (const auto& [id, rotation] : picture.roster->rotations) {
        auto& newest = last[rotation.value.function];
        if (newest.sequence < rotation.sequence) newest = rotation;
    }
    feeds::Changeovers changeovers;
    for (const auto& [function, rotation] : last)
        changeovers.emplace(function, rotation.value.changeover);
    return changeovers;
}

int run_roster(const ImportOptions& options) {
    const auto bytes = bytes_of(options);
    if (!bytes) return complain(bytes.error());
    const Instant now = wall_clock();
    auto import = feeds::read_roster(*bytes, now);
    // What is wrong in itself replaces nobody, and asks nothing of a hub; whether days without a time are
    // wrong hangs on when the hub says that piket changes.
    if (!import.good() && !import.days_alone) return take(options, import);
    const auto known = known_at({options.connect, {}, {}, {}});
    if (known && import.days_alone) import = feeds::read_roster(*bytes, now, changeovers_of(known->picture));
    if (!import.good()) return take(options, import);
    if (!known) return complain(known.error());
    if (known->mode == Mode::actual && feeds::of_exercise(import))
        return complain(Problem{options.file, "a roster of an exercise", "one of real work, for this hub"});
    const auto persons = persons_of(known->picture);
    feeds::Recognised recognised;
    feeds::recognise(import, persons, recognised);
    feeds::keep_known(import, persons);
    take_back(import, known->picture);
    tell_known(import, known->picture);
    tell_replaced(import, known->picture, known->now);
    remark_functions(import, known->picture);
    report(options, import);
    const std::size_t already = leave_out_known(import, known->picture);
    return append(options, import, already);
}

/// After each evenement what its class asks, as the board of evenementen does; a calendar that is read again
/// asks only what another date or class brings. Tells how many.
std::size_t add_requirements(const KnownThen& known, feeds::Import& import) {
    const auto loaded = catalogue::load(catalogue::assets_folder(), catalogue::config_folder());
    for (const auto& complaint : loaded.complaints)
        complain(tables::text(complaint));
    const auto& events = known.picture.events->events;
    std::vector<Body> bodies;
    for (auto& body : import.bodies) {
        bodies.push_back(body);
        const auto* registered = std::get_if<EventRegistered>(&body);
        if (registered == nullptr || !registered->from) continue;
        if (registered->until.value_or(*registered->from) < known.now) continue; // there is nothing to ask
        const auto before = events.find(registered->event);
        for (auto& asked :
             catalogue::newly_asked(loaded.catalogue.requirements,
                                    before == events.end() ? nullptr : &before->second, *registered))
            bodies.push_back(std::move(asked));
    }
    const std::size_t added = bodies.size() - import.bodies.size();
    import.bodies = std::move(bodies);
    return added;
}

int run_events(const ImportOptions& options) {
    const auto bytes = bytes_of(options);
    if (!bytes) return complain(bytes.error());
    auto import = feeds::read_events(*bytes, wall_clock());
    if (!import.good()) return take(options, import);
    const auto known = known_at({options.connect, {}, {}, {}});
    if (!known) return complain(known.error());
    take_back(import, known->picture);
    tell_known(import, known->picture);
    report(options, import);
    if (!options.without_requirements) {
        const auto added = add_requirements(*known, import);
        if (!options.json && added > 0)
            std::cout << fmt::format("{} messages set what the classes ask, counted back from the dates\n",
                                     added);
    }
    const std::size_t already = leave_out_known(import, known->picture);
    return append(options, import, already);
}

void add(CLI::App& verb, const char* name, const char* columns, int (*run)(const ImportOptions&),
         int& exit_code) {
    const auto options = std::make_shared<ImportOptions>();
    auto* kind = verb.add_subcommand(name, columns);
    kind->add_option("FILE", options->file, "the file, or - for standard input")->required();
    add_import_options(*kind, *options);
    if (run == run_events)
        kind->add_flag("--without-requirements", options->without_requirements,
                       "leave out what the class of an evenement asks");
    kind->callback([options, run, &exit_code] { exit_code = run(*options); });
}

} // namespace

void add_import(CLI::App& app, int& exit_code) {
    auto* verb = app.add_subcommand(
        "import", "Example: regiekamerctl import roster rooster.csv --connect tcp://127.0.0.1:11200\n"
                  "Imports a CSV file or an iCalendar, reported line by line, all or nothing.");
    verb->require_subcommand(1);
    add(*verb, "roster", "columns functie;naam;gemeente;poule;telefoon;van;tot;reden, or an iCalendar",
        run_roster, exit_code);
    add(*verb, "events", "columns naam;klasse;plaats;lat;lon;van;tot;bezoekers;organisator, or an iCalendar",
        run_events, exit_code);
    add_import_training(*verb, exit_code);
}

} // namespace regiekamer::ctl
