// One file a verb; this is their list. A verb adds itself to the command line and, when it is chosen, runs
// and says how it ended.
#pragma once

#include <CLI/CLI.hpp>

namespace regiekamer::ctl {

/// 0 done, 1 refused or failed (said why on stderr), 2 wrong use.
enum Exit { done = 0, failed = 1, wrong_use = 2 };

/// For a verb whose output is JSON in any case: --json is taken all the same, so that scripts can always say
/// it.
inline void answers_json_already(CLI::App& verb) {
    verb.add_flag("--json")->description("the output is JSON in any case");
}

void add_hub(CLI::App& app, int& exit_code);
void add_publish(CLI::App& app, int& exit_code);
void add_tail(CLI::App& app, int& exit_code);
void add_picture(CLI::App& app, int& exit_code);
void add_sitrep(CLI::App& app, int& exit_code);
void add_journal(CLI::App& app, int& exit_code);
void add_import(CLI::App& app, int& exit_code);
void add_roster(CLI::App& app, int& exit_code);
void add_export(CLI::App& app, int& exit_code);
void add_report(CLI::App& app, int& exit_code);
void add_compare(CLI::App& app, int& exit_code);
void add_schema(CLI::App& app, int& exit_code);
void add_scenario(CLI::App& app, int& exit_code);
void add_feed(CLI::App& app, int& exit_code);

} // namespace regiekamer::ctl
