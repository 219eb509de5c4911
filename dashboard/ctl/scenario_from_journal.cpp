// regiekamerctl scenario from-journal: a stretch of a journal as a scenario, on stdout.
#include "dashboard/ctl/scenario_from_journal.hpp"

#include "dashboard/ctl/measured_run.hpp"
#include "dashboard/ctl/terminal.hpp"
#include "dashboard/typed/checks.hpp"
#include "scenarios/player/from_journal.hpp"
#include "scenarios/player/moment.hpp"

#include <iostream>
#include <memory>

namespace regiekamer::ctl {

using namespace typed;
namespace {

struct FromJournalOptions {
    std::string journal, from, until, title, incident;
};

/// T+hh:mm counts from where the exercise of the journal began, else from its first message.
Instant beginning_of(const std::vector<Recorded>& messages) {
    for (const auto& message : messages)
        if (const auto* started = std::get_if<ExerciseStarted>(&message.message.body)) return started->start;
    return messages.empty() ? Instant{} : messages.front().message.time;
}

/// Without --from: where the exercise began; of real work, where the incident that is told was opened, with
/// the rosters of the weeks before it before the start.
Instant start_of(const std::vector<Recorded>& messages, const std::string& incident) {
    const Instant beginning = beginning_of(messages);
    for (const auto& message : messages) {
        if (std::holds_alternative<ExerciseStarted>(message.message.body)) return beginning;
        const auto* opened = std::get_if<IncidentOpened>(&message.message.body);
        if (opened != nullptr && (incident.empty() || opened->incident.value == incident))
            return std::chrono::floor<minutes>(message.message.time);
    }
    return beginning;
}

Result<Instant> moment_of(const char* option, const std::string& text, Instant otherwise, Instant beginning) {
    if (text.empty()) return otherwise;
    if (const auto offset = player::read_offset(text)) return beginning + *offset;
    if (const auto instant = read_instant(text)) return *instant;
    return refuse(option, text, "T+hh:mm, or an instant with zone such as 2027-01-22T20:00:00+01:00");
}

int run(const FromJournalOptions& options) {
    const auto messages = messages_of(options.journal);
    if (!messages) return complain(messages.error());
    const Instant beginning = beginning_of(*messages);
    const auto from = moment_of("--from", options.from, start_of(*messages, options.incident), beginning);
    if (!from) return complain(from.error()), Exit::wrong_use;
    const auto until = moment_of("--until", options.until, Instant::max(), beginning);
    if (!until) return complain(until.error()), Exit::wrong_use;
    if (*until <= *from) return complain("--until must be after --from"), Exit::wrong_use;
    const auto scenario = player::scenario_from(*messages, {*from, *until, options.title, options.incident});
    if (!scenario) return complain(scenario.error());
    std::cout << *scenario;
    return Exit::done;
}

} // namespace

void add_scenario_from_journal(CLI::App& verb, int& exit_code) {
    const auto options = std::make_shared<FromJournalOptions>();
    auto* made = verb.add_subcommand(
        "from-journal",
        "Example: regiekamerctl scenario from-journal inzet.journal --from 2027-01-22T20:00:00+01:00 > "
        "brand.toml\n"
        "Makes a scenario of what happened: times from its start, functions in the place of people.");
    made->add_option("JOURNAL", options->journal, "the journal file")->required();
    made->add_option("--from", options->from,
                     "where the exercise begins; what was said before stands before it")
        ->check(is_instant_or_offset);
    made->add_option("--until", options->until, "what came after is left out")->check(is_instant_or_offset);
    made->add_option("--incident", options->incident,
                     "which one (default: the first that opens in the stretch, else the last before it)");
    made->add_option("--title", options->title, "its title (default: of the incident)");
    made->callback([options, &exit_code] { exit_code = run(*options); });
}

} // namespace regiekamer::ctl
