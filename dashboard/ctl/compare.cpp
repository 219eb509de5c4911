// regiekamerctl compare: two runs of an exercise beside each other.
#include "dashboard/ctl/measured_run.hpp"
#include "dashboard/ctl/terminal.hpp"
#include "dashboard/ctl/verbs.hpp"
#include "dashboard/report/comparison.hpp"

#include <iostream>
#include <memory>

namespace regiekamer::ctl {
namespace {

struct CompareOptions {
    std::string here, there, scenario;
    bool html = false;
};

int run(const CompareOptions& options) {
    std::optional<player::Scenario> scenario;
    if (!options.scenario.empty()) {
        scenario = scenario_of(options.scenario);
        if (!scenario) return Exit::failed;
    }
    const auto* played = scenario ? &*scenario : nullptr;
    const auto here = measured_run(options.here, played, options.scenario);
    if (!here) return complain(here.error());
    const auto there = measured_run(options.there, played, options.scenario);
    if (!there) return complain(there.error());
    for (const auto* one : {&*here, &*there})
        if (one->origin.mode != Mode::exercise)
            return complain(Problem{one->origin.file, "a journal of real work", "a journal of an exercise"});
    const auto comparison = report::compare(*here, *there);
    std::cout << (options.html ? report::as_html(comparison) : report::as_text(comparison));
    return Exit::done;
}

} // namespace

void add_compare(CLI::App& app, int& exit_code) {
    const auto options = std::make_shared<CompareOptions>();
    auto* verb = app.add_subcommand(
        "compare",
        "Example: regiekamerctl compare run.journal run-tak-1.journal --scenario scenarios/hoogwater.toml\n"
        "Says until where two runs are the same, and what went differently after that.");
    verb->add_option("JOURNAL", options->here, "the journal of a run")->required();
    verb->add_option("OTHER", options->there, "that of another run, or of a branch of it")->required();
    verb->add_option("--scenario", options->scenario, "the scenario of both: compares what it expected too");
    verb->add_flag("--html", options->html, "side by side, as one HTML page for A4");
    verb->callback([options, &exit_code] { exit_code = run(*options); });
}

} // namespace regiekamer::ctl
