// regiekamerctl report: what an exercise, or a real incident, leaves on paper.
#include "dashboard/ctl/measured_run.hpp"
#include "dashboard/ctl/terminal.hpp"
#include "dashboard/ctl/verbs.hpp"

#include <iostream>
#include <memory>

namespace regiekamer::ctl {
namespace {

struct ReportOptions {
    std::string journal, scenario;
    bool csv = false;
};

int run(const ReportOptions& options) {
    std::optional<player::Scenario> scenario;
    if (!options.scenario.empty()) {
        scenario = scenario_of(options.scenario);
        if (!scenario) return Exit::failed;
    }
    const auto* played = scenario ? &*scenario : nullptr;
    if (options.csv && !scenario)
        return complain("--csv holds the expectations: say --scenario"), Exit::wrong_use;
    const auto made = measured_run(options.journal, played, options.scenario);
    if (!made) return complain(made.error());
    std::cout << (options.csv ? report::as_csv(*made) : report::as_html(*made, played));
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
