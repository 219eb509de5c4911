// regiekamerctl import: a roster or event calendar from CSV or iCalendar; a report line by line, all or
// nothing.
#include "messaging/feeds/import.hpp"
#include "messaging/feeds/exercise_record.hpp"

#include "dashboard/ctl/terminal.hpp"
#include "dashboard/ctl/verbs.hpp"
#include "messaging/codec/codec.hpp"
#include "messaging/hub/hub.hpp"
#include "messaging/link/client.hpp"

#include <boost/uuid/random_generator.hpp>
#include <boost/uuid/uuid_io.hpp>
#include <fmt/format.h>
#include <iostream>
#include <memory>

namespace regiekamer::ctl {
namespace {

struct Options {
    std::string connect{hub::default_requests}, file;
    bool json = false;
};

void print(const feeds::ImportLine& line, bool json) {
    if (json)
        std::cout << boost::json::object{{"line", line.line}, {"taken", line.taken}, {"text", line.text}}
                  << '\n';
    else
        std::cout << fmt::format("line {}: {}{}\n", line.line, line.taken ? "" : "refused: ", line.text);
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
        message.body = body;
        events.push_back(codec::encode(message));
    }
    return events;
}

/// Reports every line, and appends all or nothing.
int take(const Options& options, const feeds::Import& import) {
    for (const auto& line : import.report)
        print(line, options.json);
    if (!import.good()) return complain("nothing was imported: mend the refused lines and try again");
    auto client = link::Client::connect(options.connect, "regiekamerctl");
    if (!client) return complain(client.error());
    const auto results = client->append(events_of(import, client->welcome().mode));
    if (!results) return complain(results.error());
    for (const auto& result : *results)
        if (!result.ok) return complain(link::refusal_of(result));
    if (!options.json) std::cout << fmt::format("{} messages imported\n", results->size());
    return Exit::done;
}

using Read = feeds::Import (*)(std::string_view bytes, Instant now);

int run(const Options& options, Read read) {
    const auto bytes = read_input(options.file, feeds::import_bytes_max);
    if (!bytes) return complain(bytes.error());
    if (auto large = feeds::too_large(bytes->size())) {
        large->where = options.file;
        return complain(*large);
    }
    return take(options, read(*bytes, wall_clock()));
}

/// The journal of an exercise becomes records of training in the hub of real work.
int run_training(const Options& options) {
    const auto import = feeds::read_exercise_journal(options.file);
    if (!import) return complain(import.error());
    return take(options, *import);
}

void add_training(CLI::App& verb, int& exit_code) {
    const auto options = std::make_shared<Options>();
    auto* kind =
        verb.add_subcommand("training", "who was exercised in what, from the journal of an exercise");
    kind->add_option("JOURNAL", options->file, "the journal file of an exercise")->required();
    kind->add_option("--connect", options->connect, "the hub's requests endpoint")->capture_default_str();
    kind->add_flag("--json", options->json, "the report as JSON, one object a line");
    kind->callback([options, &exit_code] { exit_code = run_training(*options); });
}

void add(CLI::App& verb, const char* name, const char* columns, Read read, int& exit_code) {
    const auto options = std::make_shared<Options>();
    auto* kind = verb.add_subcommand(name, columns);
    kind->add_option("FILE", options->file, "the file, or - for standard input")->required();
    kind->add_option("--connect", options->connect, "the hub's requests endpoint")->capture_default_str();
    kind->add_flag("--json", options->json, "the report as JSON, one object a line");
    kind->callback([options, read, &exit_code] { exit_code = run(*options, read); });
}

} // namespace

void add_import(CLI::App& app, int& exit_code) {
    auto* verb = app.add_subcommand(
        "import", "Example: regiekamerctl import roster rooster.csv --connect tcp://127.0.0.1:11200\n"
                  "Imports a CSV file or an iCalendar, reported line by line, all or nothing.");
    verb->require_subcommand(1);
    add(*verb, "roster", "columns functie;naam;gemeente;poule;telefoon;van;tot;reden, or an iCalendar",
        feeds::read_roster, exit_code);
    add(*verb, "events", "columns naam;klasse;plaats;lat;lon;van;tot;bezoekers;organisator, or an iCalendar",
        feeds::read_events, exit_code);
    add_training(*verb, exit_code);
}

} // namespace regiekamer::ctl
