// regiekamerctl report: what an exercise, or a real incident, leaves on paper.
#include "dashboard/ctl/measured_run.hpp"
#include "dashboard/ctl/terminal.hpp"
#include "dashboard/ctl/verbs.hpp"
#include "dashboard/report/tables.hpp"

#include <filesystem>
#include <iostream>
#include <memory>

namespace regiekamer::ctl {
namespace {

struct ReportOptions {
    std::string journal, scenario, incident, table, folder;
    bool csv = false;
};

int write_all(const std::vector<report::Table>& tables, const std::string& folder) {
    std::error_code gone;
    std::filesystem::create_directories(folder, gone);
    if (gone) return complain(Problem{folder, gone.message(), "a folder where files can be written"});
    for (const auto& table : tables) {
        const auto file = (std::filesystem::path(folder) / (table.name + ".csv")).string();
        if (const int ended = write_output(file, report::as_csv(table)); ended != Exit::done) return ended;
        std::cout << file << '\n';
    }
    return Exit::done;
}

/// The table that was asked for; without a name what was expected, or of a real incident its logboek.
int write_table(const std::vector<report::Table>& tables, const ReportOptions& options) {
    const std::string name = !options.table.empty()      ? options.table
                             : !options.scenario.empty() ? "verwachtingen"
                                                         : "logboek";
    std::string known;
    for (const auto& table : tables) {
        if (table.name == name) return std::cout << report::as_csv(table), Exit::done;
        known += (known.empty() ? "" : ", ") + table.name;
    }
    return complain(Problem{"--table", name, "one of this run: " + known}), Exit::wrong_use;
}

int run(const ReportOptions& options) {
    std::optional<player::Scenario> scenario;
    if (!options.scenario.empty()) {
        scenario = scenario_of(options.scenario);
        if (!scenario) return Exit::failed;
    }
    const auto* played = scenario ? &*scenario : nullptr;
    const auto made = measured_run(options.journal, played, options.scenario, options.incident);
    if (!made) return complain(made.error());
    if (!options.folder.empty()) return write_all(report::tables(*made), options.folder);
    if (options.csv || !options.table.empty()) return write_table(report::tables(*made), options);
    std::cout << report::as_html(*made, played);
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
    verb->add_option("--incident", options->incident, "of real work the one to tell (default: the last)");
    verb->add_flag("--csv", options->csv,
                   "a table as CSV: what was expected and done; of a real incident its logboek");
    verb->add_option("--table", options->table,
                     "which one: verwachtingen, functies, injects, sturing, rollen, besluiten, opkomst, "
                     "inwoners, overleggen, acties, logboek");
    verb->add_option("--csv-folder", options->folder, "writes all tables there, a CSV each");
    verb->callback([options, &exit_code] { exit_code = run(*options); });
}

} // namespace regiekamer::ctl
