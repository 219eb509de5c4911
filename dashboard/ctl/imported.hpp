// What every import ends with: its report line by line, and the messages, all or nothing.
#pragma once

#include "messaging/feeds/import.hpp"
#include "messaging/hub/hub.hpp"

#include <CLI/CLI.hpp>

namespace regiekamer::ctl {

struct ImportOptions {
    std::string connect{hub::default_requests}, file, scenario;
    bool json = false, without_requirements = false;
};
/// --connect and --json.
void add_import_options(CLI::App& kind, ImportOptions& options);

/// Prints the report; true when every line was taken.
bool report(const ImportOptions& options, const feeds::Import& import);
/// Appends all or nothing. `known`: how many messages the hub was found to have already. An exit code; it
/// complained.
int append(const ImportOptions& options, const feeds::Import& import, std::size_t known = 0);
/// Both.
int take(const ImportOptions& options, const feeds::Import& import);

/// `import training`, beside the others in a file of its own.
void add_import_training(CLI::App& verb, int& exit_code);

} // namespace regiekamer::ctl
