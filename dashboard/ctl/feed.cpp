// regiekamerctl feed: the outside world into a hub. A hub that is away is waited for; nothing that was read
// is lost.
#include "dashboard/ctl/terminal.hpp"
#include "dashboard/ctl/verbs.hpp"
#include "messaging/codec/codec.hpp"
#include "messaging/feeds/p2000_feed.hpp"
#include "messaging/hub/hub.hpp"
#include "messaging/link/client.hpp"

#include <fmt/format.h>
#include <fstream>
#include <iostream>
#include <memory>

namespace regiekamer::ctl {
namespace {

struct FeedOptions {
    std::string connect{hub::default_requests}, file{"-"}, config;
};

/// Appends until the hub has answered; after a break it connects again, and the hub knows what it had
/// already.
void deliver(std::optional<link::Client>& client, const FeedOptions& options,
             const std::vector<Message>& messages) {
    std::vector<std::string> events;
    events.reserve(messages.size());
    for (const auto& message : messages)
        events.push_back(codec::encode(message));
    while (!interrupted()) {
        if (!client) {
            if (auto fresh = link::Client::connect(options.connect, "feed p2000")) client = std::move(*fresh);
        }
        if (client) {
            if (const auto results = client->append(events)) {
                for (const auto& result : *results)
                    if (!result.ok) complain(link::refusal_of(result));
                return;
            }
            client.reset();
            complain("the hub is away; waiting for it");
        }
        wait_for_interrupt(500);
    }
}

int run(const FeedOptions& options) {
    feeds::P2000Config config;
    if (!options.config.empty()) {
        auto loaded = feeds::load_p2000_config(options.config);
        if (!loaded) return complain(loaded.error());
        config = std::move(*loaded);
    }
    std::ifstream file;
    if (options.file != "-") {
        file.open(options.file, std::ios::binary);
        if (!file) return complain(Problem{options.file, "no file that can be read", "lines of multimon-ng"});
    }
    catch_interrupts();
    auto connected = link::Client::connect(options.connect, "feed p2000");
    if (!connected) return complain(connected.error());
    feeds::P2000Feed feed(std::move(config), connected->welcome().mode);
    std::optional<link::Client> client(std::move(*connected));
    feeds::run_p2000(options.file == "-" ? std::cin : file, feed, wall_clock,
                     [&](const auto& messages) { deliver(client, options, messages); });
    std::cout << fmt::format("{{\"pages\":{},\"refused\":{}}}\n", feed.pages(), feed.refused());
    return Exit::done;
}

} // namespace

void add_feed(CLI::App& app, int& exit_code) {
    const auto options = std::make_shared<FeedOptions>();
    auto* verb = app.add_subcommand(
        "feed", "Example: rtl_fm … | multimon-ng -a FLEX -t raw - | regiekamerctl feed p2000 --connect EP\n"
                "Turns an outside source into messages.");
    verb->require_subcommand(1);
    auto* p2000 = verb->add_subcommand(
        "p2000", "Pager lines as multimon-ng 1.2.0 prints them, from a file or standard input.");
    p2000->add_option("FILE", options->file, "a file, or - for standard input")->capture_default_str();
    p2000->add_option("--connect", options->connect, "the hub's requests endpoint")->capture_default_str();
    p2000->add_option("--config", options->config,
                      "TOML: [ours] capcodes and places; without it every page is ours");
    answers_json_already(*p2000);
    p2000->callback([options, &exit_code] { exit_code = run(*options); });
}

} // namespace regiekamer::ctl
