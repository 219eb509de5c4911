// regiekamerctl scenario export, import: the draaiboek as a spreadsheet and back, and what is printed of it.
#include "dashboard/ctl/scenario_sheets.hpp"

#include "dashboard/ctl/terminal.hpp"
#include "dashboard/ctl/verbs.hpp"
#include "dashboard/typed/checks.hpp"
#include "scenarios/msel/into.hpp"
#include "scenarios/msel/printed.hpp"
#include "scenarios/msel/sheet.hpp"
#include "scenarios/msel/xlsx.hpp"
#include "scenarios/player/load.hpp"

#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <iostream>
#include <memory>

namespace regiekamer::ctl {

using namespace typed;
namespace {

namespace fs = std::filesystem;

struct ScenarioSheetsOptions {
    std::string file, csv, xlsx, handouts, response_cell, into, title, start, out;
};

std::optional<player::Scenario> scenario_of(const std::string& file) {
    auto scenario = player::load(file);
    if (scenario) return std::move(*scenario);
    for (const auto& error : scenario.error())
        complain(player::text(error));
    return std::nullopt;
}

int export_sheets(const ScenarioSheetsOptions& options) {
    if (options.csv.empty() && options.xlsx.empty() && options.handouts.empty() &&
        options.response_cell.empty())
        return complain("say what to write: --csv, --xlsx, --handouts or --responscel"), Exit::wrong_use;
    const auto scenario = scenario_of(options.file);
    if (!scenario) return Exit::failed;
    int ended = Exit::done;
    const auto all = [&](const std::string& file, auto&& text) {
        if (!file.empty() && ended == Exit::done) ended = write_output(file, text());
    };
    all(options.csv, [&] { return msel::to_csv(msel::cells_of(*scenario)); });
    all(options.handouts, [&] { return msel::handouts_html(*scenario); });
    all(options.response_cell, [&] { return msel::response_cell_html(*scenario); });
    if (!options.xlsx.empty() && ended == Exit::done)
        if (const auto written = msel::write_xlsx(*scenario, options.xlsx); !written)
            return complain(written.error());
    return ended;
}

/// The scenario's text with the sheet in it, or the complaints that were said.
std::optional<std::string> taken_back(const ScenarioSheetsOptions& options, const std::string& sheet) {
    std::optional<player::Scenario> known;
    if (!options.into.empty() && !(known = scenario_of(options.into))) return std::nullopt;
    const auto start = known ? Result<Instant>(known->start) : read_instant(options.start);
    if (!start)
        return complain(Problem{"--start", options.start,
                                R"(an instant with zone, such as "2027-01-22T12:00:00+01:00")"}),
               std::nullopt;
    std::vector<msel::CellError> remarks;
    const auto injects = msel::read_csv(sheet, *start, known ? &*known : nullptr, &remarks);
    if (!injects) {
        for (const auto& error : injects.error())
            complain(options.file + ": " + msel::text(error));
        return std::nullopt;
    }
    for (const auto& remark : remarks)
        complain(options.file + ": remark: " + msel::text(remark));
    if (!known) return msel::new_scenario(options.title, options.start, *injects);
    const auto text = read_input(options.into, player::file_bytes_max);
    if (!text) return complain(text.error()), std::nullopt;
    return msel::with_injects(*text, *known, *injects);
}

int import_sheet(const ScenarioSheetsOptions& options) {
    if (options.into.empty() && (options.title.empty() || options.start.empty()))
        return complain("say --into SCENARIO, or --title and --start for a new one"), Exit::wrong_use;
    const auto sheet = read_input(options.file, player::file_bytes_max);
    if (!sheet) return complain(sheet.error());
    const auto text = taken_back(options, *sheet);
    if (!text) return complain("nothing was taken over: mend the cells and try again");
    const auto whole = player::load_text(*text, options.into.empty() ? "nieuw.toml" : options.into);
    if (!whole) {
        for (const auto& error : whole.error())
            complain(player::text(error));
        return complain("the sheet makes no whole scenario: nothing was taken over");
    }
    return write_output(options.out, *text);
}

} // namespace

void add_scenario_sheets(CLI::App& verb, int& exit_code) {
    const auto options = std::make_shared<ScenarioSheetsOptions>();
    auto* exporting = verb.add_subcommand(
        "export", "Example: regiekamerctl scenario export scenarios/hoogwater.toml --xlsx draaiboek.xlsx\n"
                  "Writes the draaiboek as a sheet, or what is printed of it; - is standard output.");
    exporting->add_option("FILE", options->file, "a scenario in TOML")->required();
    exporting->add_option("--csv", options->csv, "the draaiboek as CSV, as a Dutch Excel opens it");
    exporting->add_option("--xlsx", options->xlsx, "the draaiboek as an Excel file");
    exporting->add_option("--handouts", options->handouts, "the handouts as HTML, an A4 each");
    exporting->add_option("--responscel", options->response_cell, "the list of the responscel as HTML");
    exporting->callback([options, &exit_code] { exit_code = export_sheets(*options); });
    auto* importing = verb.add_subcommand(
        "import",
        "Example: regiekamerctl scenario import draaiboek.csv --into hoogwater.toml --out nieuw.toml\n"
        "Takes a sheet back: what is wrong is named by cell, and then nothing is taken over.");
    importing->add_option("SHEET", options->file, "CSV with ; , or tab; - is standard input")->required();
    importing->add_option("--into", options->into, "the scenario that the sheet came from");
    importing->add_option("--title", options->title, "of a new scenario");
    importing->add_option("--start", options->start, "of a new scenario, with zone")->check(is_instant);
    importing->add_option("--out", options->out, "the file to write (default: standard output)");
    importing->callback([options, &exit_code] { exit_code = import_sheet(*options); });
}

} // namespace regiekamer::ctl
