// regiekamerctl import: a roster or event calendar from CSV or iCalendar; a report line by line, all or
// nothing. An evenement brings what its class asks along.
#include "messaging/feeds/import.hpp"
#include "messaging/feeds/exercise_record.hpp"

#include "dashboard/catalogue/asked.hpp"
#include "dashboard/catalogue/catalogue.hpp"
#include "dashboard/catalogue/folders.hpp"
#include "dashboard/ctl/measured_run.hpp"
#include "dashboard/ctl/moment.hpp"
#include "dashboard/ctl/terminal.hpp"
#include "dashboard/ctl/verbs.hpp"
#include "dashboard/picture/said_already.hpp"
#include "dashboard/picture/time_zone.hpp"
#include "dashboard/typed/checks.hpp"
#include "dashboard/words/functions.hpp"
#include "dashboard/words/time_words.hpp"
#include "messaging/codec/codec.hpp"
#include "messaging/codec/parse.hpp"
#include "messaging/codec/visible.hpp"
#include "messaging/hub/hub.hpp"
#include "messaging/link/client.hpp"
#include "messaging/tables/nearest.hpp"
#include "scenarios/player/identity.hpp"
#include "scenarios/player/players.hpp"

#include <algorithm>
#include <boost/uuid/random_generator.hpp>
#include <boost/uuid/uuid_io.hpp>
#include <fmt/format.h>
#include <iostream>
#include <map>
#include <memory>
#include <set>

namespace regiekamer::ctl {

using namespace typed;
namespace {

struct ImportOptions {
    std::string connect{hub::default_requests}, file, scenario;
    bool json = false, without_requirements = false;
};

void print(const feeds::ImportLine& line, bool json) {
    if (json)
        std::cout << boost::json::object{{"line", line.line}, {"taken", line.taken}, {"text", line.text}}
                  << '\n';
    else
        std::cout << fmt::format("line {}: {}{}\n", line.line,
                                 line.taken ? "" : "refused: ", codec::visible(line.text));
}

std::vector<std::string> events_of(const feeds::Import& import, Mode mode) {
    boost::uuids::random_generator uuid;
    std::vector<std::string> events;
    events.reserve(import.bodies.size());
    for (const auto& body : import.bodies) {
        Message message;
        message.id = boost::uuids::to_string(uuid());
        message.source = "regiekamerctl/import";
        message.time = wall_clock();
        message.status = mode;
        // what an exercise says of somebody is said once, however often its journal is imported; with results
        // that were not there before it is another, and takes the place of what was said
        if (const auto* training = std::get_if<TrainingRecorded>(&body);
            training != nullptr && training->origin) {
            message.id = fmt::format("training/{}/{}/{}", *training->origin, training->person.value,
                                     training->function ? training->function->value : "");
            if (training->result) message.id += "/" + player::digest_hex(*training->result).substr(0, 16);
            message.time = training->at;
        }
        message.body = body;
        events.push_back(codec::encode(message));
    }
    return events;
}

/// True when every line was taken.
bool report(const ImportOptions& options, const feeds::Import& import) {
    for (const auto& line : import.report)
        print(line, options.json);
    if (!import.good()) complain("nothing was imported: mend the refused lines and try again");
    return import.good();
}

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

/// Appends all or nothing. `known`: how many messages the hub has already.
int append(const ImportOptions& options, const feeds::Import& import, std::size_t known = 0) {
    const std::string already = known == 0 ? "" : fmt::format(", {} known already", known);
    if (import.bodies.empty()) {
        if (!options.json) std::cout << fmt::format("0 messages imported{}\n", already);
        return Exit::done;
    }
    auto client = link::Client::connect(options.connect, "regiekamerctl");
    if (!client) return complain(client.error());
    const auto results = client->append(events_of(import, client->welcome().mode));
    if (!results) {
        complain(results.error());
        return complain(
            "part of it may have been taken: import the same file again, what is there is not doubled");
    }
    for (const auto& result : *results)
        if (!result.ok) return complain(link::refusal_of(result));
    if (!options.json) std::cout << fmt::format("{} messages imported{}\n", results->size(), already);
    return Exit::done;
}

int take(const ImportOptions& options, const feeds::Import& import) {
    return report(options, import) ? append(options, import) : Exit::failed;
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
               !(found->second.decided && found->second.decided->value.decision == GoDecision::NO_GO);
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

/// "7 van 9 op tijd, 1 te laat, 1 gemist", and apart from it what a function did together with others; none:
/// nothing was asked of it.
std::optional<std::string> result_of(const report::ExerciseReport& run, const Function& function) {
    measure::Counts alone, together;
    for (const auto& one : run.expectations) {
        const auto& all = one.takes_part;
        if (std::find(all.begin(), all.end(), function) != all.end())
            (all.size() == 1 ? alone : together).add(one.score);
    }
    const auto words = [](const measure::Counts& counts) {
        return fmt::format("{} van {} op tijd, {} te laat, {} gemist", counts.met, counts.asked(),
                           counts.late, counts.missed);
    };
    std::string result = alone.asked() > 0 ? words(alone) : std::string();
    if (together.asked() > 0)
        result += (result.empty() ? "samen met anderen: " : "; samen met anderen: ") + words(together);
    if (result.empty()) return std::nullopt;
    return result;
}

/// Who leads may speak as a role that nobody plays, and who helps them takes one at a desk: that exercises
/// nobody in it. A branch is no second exercise for who played before it: theirs is in the run that it left.
Result<void> leave_out_speakers(const std::string& file, feeds::Import& import) {
    const auto messages = messages_of(file);
    if (!messages) return tl::unexpected(messages.error());
    std::map<PersonId, PersonId> names;
    std::set<std::pair<PersonId, Function>> played, before;
    std::set<Function> simulated;
    std::optional<std::string> first_run;
    player::Players players;
    for (const auto& one : *messages) {
        const Message& message = one.message;
        players.observe(message);
        if (const auto* person = std::get_if<PersonRegistered>(&message.body))
            names[person->person] = PersonId(person->name);
        if (const auto* started = std::get_if<ExerciseStarted>(&message.body))
            for (const auto& role : started->roles)
                if (!role.played) simulated.insert(role.function);
        if (const auto* branched = std::get_if<ExerciseBranched>(&message.body)) {
            before = played;
            if (!first_run) first_run = branched->parent_journal;
        }
        if (message.function && simulated.contains(*message.function)) continue;
        if (players.says(message) && message.person) played.emplace(*message.person, *message.function);
    }
    std::set<std::pair<PersonId, Function>> by_name;
    for (const auto& [person, function] : played)
        if (!before.contains({person, function}))
            by_name.emplace(names.contains(person) ? names.at(person) : person, function);
    feeds::Import left;
    for (std::size_t i = 0; i < import.bodies.size(); ++i) {
        const auto* training = std::get_if<TrainingRecorded>(&import.bodies[i]);
        if (training != nullptr && training->function &&
            !by_name.contains({training->person, *training->function}))
            continue;
        left.bodies.push_back(import.bodies[i]);
        if (auto* record = std::get_if<TrainingRecorded>(&left.bodies.back()); record != nullptr && first_run)
            record->origin = "oefening " + *first_run;
        left.report.push_back(import.report.at(i));
        left.report.back().line = left.report.size();
    }
    if (left.bodies.empty() && !before.empty())
        return refuse(file, "a branch in which nobody played who did not before it",
                      "the journal of the run that it left, " + *first_run);
    if (left.bodies.empty())
        return refuse(file, "nobody who played a role in it", "at least one player at a desk, under a name");
    import = std::move(left);
    return {};
}

/// The journal of an exercise becomes records of training in the hub of real work.
int run_training(const ImportOptions& options) {
    auto import = feeds::read_exercise_journal(options.file);
    if (!import) return complain(import.error());
    if (const auto left = leave_out_speakers(options.file, *import); !left) return complain(left.error());
    if (options.scenario.empty()) return take(options, *import);
    const auto scenario = scenario_of(options.scenario);
    if (!scenario) return Exit::failed;
    const auto run = measured_run(options.file, &*scenario, options.scenario);
    if (!run) return complain(run.error());
    for (auto& body : import->bodies)
        if (auto* training = std::get_if<TrainingRecorded>(&body); training != nullptr && training->function)
            training->result = result_of(*run, *training->function);
    return take(options, *import);
}

void add_training(CLI::App& verb, int& exit_code) {
    const auto options = std::make_shared<ImportOptions>();
    auto* kind =
        verb.add_subcommand("training", "who was exercised in what, from the journal of an exercise");
    kind->add_option("JOURNAL", options->file, "the journal file of an exercise")->required();
    kind->add_option("--scenario", options->scenario,
                     "what was played: says what each met of what was expected");
    kind->add_option("--connect", options->connect, "the hub's requests endpoint")
        ->capture_default_str()
        ->check(is_endpoint);
    kind->add_flag("--json", options->json, "the report as JSON, one object a line");
    kind->callback([options, &exit_code] { exit_code = run_training(*options); });
}

void add(CLI::App& verb, const char* name, const char* columns, int (*run)(const ImportOptions&),
         int& exit_code) {
    const auto options = std::make_shared<ImportOptions>();
    auto* kind = verb.add_subcommand(name, columns);
    kind->add_option("FILE", options->file, "the file, or - for standard input")->required();
    kind->add_option("--connect", options->connect, "the hub's requests endpoint")
        ->capture_default_str()
        ->check(is_endpoint);
    kind->add_flag("--json", options->json, "the report as JSON, one object a line");
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
    add_training(*verb, exit_code);
}

} // namespace regiekamer::ctl
