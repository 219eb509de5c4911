// regiekamerctl report: what an exercise, or a real incident, leaves on paper.
#include "dashboard/report/exercise_report.hpp"

#include "dashboard/ctl/terminal.hpp"
#include "dashboard/ctl/verbs.hpp"
#include "messaging/codec/codec.hpp"
#include "messaging/journal/journal.hpp"
#include "scenarios/player/load.hpp"

#include <iostream>
#include <memory>

namespace regiekamer::ctl {
namespace {

struct ReportOptions {
    std::string journal, scenario;
    bool csv = false;
};

constexpr std::size_t page_rows = 1000, page_bytes = std::size_t{4} * 1024 * 1024;

Result<std::vector<Recorded>> read_all(const journal::Reader& reader) {
    std::vector<Recorded> messages;
    Progress progress("read");
    for (;;) {
        const auto rows = reader.read(messages.empty() ? 0 : messages.back().sequence, page_rows, page_bytes);
        if (!rows) return tl::unexpected(rows.error());
        if (rows->empty()) return messages;
        for (const auto& row : *rows)
            messages.push_back({row.sequence, row.recorded, row.sender, codec::read(row.event), row.hash});
        progress.at(messages.size());
    }
}

/// A scenario measures the journal of its own run only.
bool began_with(const std::vector<Recorded>& messages, const player::Scenario& scenario) {
    for (const auto& message : messages)
        if (const auto* started = std::get_if<ExerciseStarted>(&message.message.body))
            return started->scenario_digest == scenario.digest;
    return false;
}

int run(const ReportOptions& options) {
    const auto reader = journal::Reader::open(options.journal);
    if (!reader) return complain(reader.error());
    const auto info = reader->info();
    if (!info) return complain(info.error());
    auto messages = read_all(*reader);
    if (!messages) return complain(messages.error());
    std::optional<player::Scenario> scenario;
    if (!options.scenario.empty()) {
        auto loaded = player::load(options.scenario);
        if (!loaded) {
            for (const auto& error : loaded.error())
                complain(player::text(error));
            return Exit::failed;
        }
        scenario = std::move(*loaded);
        if (!began_with(*messages, *scenario))
            return complain(
                options.journal + " is no run of " + options.scenario +
                " as it stands now: give the file that the exercise began with, or leave --scenario "
                "out");
    }
    if (options.csv && !scenario)
        return complain("--csv holds the expectations: say --scenario"), Exit::wrong_use;
    const report::Origin origin{info->uuid, options.journal, info->mode, info->head.sequence,
                                journal::to_hex(info->head.hash)};
    const auto* played = scenario ? &*scenario : nullptr;
    const auto made = report::exercise_report(origin, std::move(*messages), played);
    std::cout << (options.csv ? report::as_csv(made) : report::as_html(made, played));
    return Exit::done;
}

} // namespace

void add_report(CLI::App& app, int& exit_code) {
    const auto options = std::make_shared<ReportOptions>();
    auto* verb = app.add_subcommand(
        "report",
        "Example: regiekamerctl report oefening.journal --scenario scenarios/hoogwater.toml > verslag.html\n"
        "Prints the report of an exercise, or of a real incident, as one HTML page for A4.");
    verb->add_option("JOURNAL", options->journal, "the journal file")->required();
    verb->add_option("--scenario", options->scenario,
                     "the scenario that was played: measures what it expected");
    verb->add_flag("--csv", options->csv, "what was expected and done, as CSV");
    verb->callback([options, &exit_code] { exit_code = run(*options); });
}

} // namespace regiekamer::ctl
