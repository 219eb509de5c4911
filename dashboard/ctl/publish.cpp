// regiekamerctl publish: CloudEvents, one a line, to a hub; a result line each.
#include "dashboard/ctl/terminal.hpp"
#include "dashboard/ctl/verbs.hpp"
#include "dashboard/typed/checks.hpp"
#include "messaging/codec/codec.hpp"
#include "messaging/hub/hub.hpp"
#include "messaging/link/client.hpp"
#include "messaging/vocabulary/bounded_line.hpp"

#include <filesystem>
#include <fstream>
#include <iostream>
#include <limits>
#include <memory>

namespace regiekamer::ctl {

using namespace typed;
namespace {

struct PublishOptions {
    std::string connect{hub::default_requests}, file{"-"};
};

constexpr std::size_t line_bytes_max = 16 * 1024 * 1024;

/// As a hub would say it of what is not even read whole.
wire::AppendResult too_long() {
    wire::AppendResult result;
    result.reason = "the event is too large";
    result.pointer = "";
    result.found = "more than " + std::to_string(line_bytes_max) + " bytes";
    result.expected = "at most " + std::to_string(codec::event_bytes_max) + " bytes";
    return result;
}

/// Sends what was read and prints the answers; false when the hub is gone.
Result<bool> send(link::Client& client, std::vector<std::string>& batch, bool& all_taken) {
    if (batch.empty()) return true;
    const auto results = client.append(batch);
    if (!results) return tl::unexpected(results.error());
    for (const auto& result : *results) {
        all_taken = all_taken && result.ok;
        std::cout << wire::to_json(result) << '\n';
    }
    std::cout.flush();
    batch.clear();
    return true;
}

int run(const PublishOptions& options) {
    std::ifstream file;
    if (options.file != "-") {
        std::error_code ec;
        if (std::filesystem::is_directory(options.file, ec))
            return complain(Problem{options.file, "a folder", "CloudEvents, one a line"});
        file.open(options.file);
        if (!file)
            return complain(Problem{options.file, "no file that can be read", "CloudEvents, one a line"});
    }
    std::istream& in = options.file == "-" ? std::cin : file;
    auto client = link::Client::connect(options.connect, "regiekamerctl");
    if (!client) return complain(client.error());
    Progress progress("published");
    bool all_taken = true;
    std::size_t lines = 0;
    std::vector<std::string> batch;
    for (std::string line; next_line(in, line, line_bytes_max);) {
        if (line.size() > line_bytes_max) {
            if (const auto sent = send(*client, batch, all_taken); !sent) return complain(sent.error());
            in.ignore(std::numeric_limits<std::streamsize>::max(), '\n');
            all_taken = false;
            std::cout << wire::to_json(too_long()) << '\n';
            continue;
        }
        if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
        batch.push_back(std::move(line));
        progress.at(++lines);
        if (batch.size() < 256 && in.rdbuf()->in_avail() > 0) continue;
        if (const auto sent = send(*client, batch, all_taken); !sent) return complain(sent.error());
    }
    if (const auto sent = send(*client, batch, all_taken); !sent) return complain(sent.error());
    return all_taken ? Exit::done : Exit::failed;
}

} // namespace

void add_publish(CLI::App& app, int& exit_code) {
    const auto options = std::make_shared<PublishOptions>();
    auto* verb = app.add_subcommand(
        "publish", "Example: regiekamerctl publish --connect tcp://127.0.0.1:11210 events.jsonl\n"
                   "Appends CloudEvents, one a line; prints a result line each. 1 if any was refused.");
    verb->add_option("--connect", options->connect, "the hub's requests endpoint")
        ->capture_default_str()
        ->check(is_endpoint);
    verb->add_option("FILE", options->file, "a file, or - for standard input")->capture_default_str();
    answers_json_already(*verb);
    verb->callback([options, &exit_code] { exit_code = run(*options); });
}

} // namespace regiekamer::ctl
