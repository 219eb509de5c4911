// regiekamerctl hub: the hub as a process of its own.
#include "messaging/hub/hub.hpp"

#include "dashboard/ctl/terminal.hpp"
#include "dashboard/ctl/verbs.hpp"
#include "dashboard/typed/checks.hpp"

#include <iostream>
#include <memory>

namespace regiekamer::ctl {

using namespace typed;
namespace {

struct HubOptions {
    std::string mode, journal;
    std::vector<std::string> requests, live, feeds;
};

int run(const HubOptions& options) {
    const bool exercise = options.mode == "exercise";
    hub::Settings settings;
    settings.mode = exercise ? Mode::exercise : Mode::actual;
    settings.journal = options.journal;
    settings.requests = options.requests;
    settings.live = options.live;
    settings.feeds = options.feeds;
    if (settings.requests.empty())
        settings.requests = {std::string(exercise ? hub::exercise_requests : hub::default_requests)};
    if (settings.live.empty())
        settings.live = {std::string(exercise ? hub::exercise_live : hub::default_live)};
    catch_interrupts();
    const auto hub = hub::Hub::start(std::move(settings));
    if (!hub) return complain(hub.error());
    for (const auto* remark : {&(*hub)->remarks().keys_made_again, &(*hub)->remarks().commit_dropped})
        if (!remark->empty()) complain(*remark);
    std::cout << "journal " << (*hub)->journal_uuid() << '\n';
    for (const auto& endpoint : (*hub)->requests())
        std::cout << "requests " << endpoint << '\n';
    for (const auto& endpoint : (*hub)->live())
        std::cout << "live " << endpoint << '\n';
    std::cout.flush();
    while (!wait_for_interrupt(200))
        if (const auto problem = (*hub)->failed()) return complain(*problem);
    return Exit::done;
}

} // namespace

void add_hub(CLI::App& app, int& exit_code) {
    const auto options = std::make_shared<HubOptions>();
    auto* verb =
        app.add_subcommand("hub", "Example: regiekamerctl hub --mode actual --journal real.journal\n"
                                  "Runs a hub until Ctrl+C or SIGTERM. Prints its journal and endpoints.");
    verb->add_option("--mode", options->mode, "exercise or actual; a journal keeps the mode it began with")
        ->required()
        ->check(one_of({"exercise", "actual"}));
    verb->add_option("--journal", options->journal, "the journal's file; made when there is none")
        ->required();
    verb->add_option("--requests", options->requests,
                     "endpoint for requests (default tcp://127.0.0.1:11200, exercise 11210)")
        ->check(is_not_empty);
    verb->add_option("--live", options->live,
                     "endpoint for live messages (default tcp://127.0.0.1:11201, exercise 11211)")
        ->check(is_not_empty);
    verb->add_option("--feed", options->feeds,
                     "a third-party PUB socket to follow; may be given more than once")
        ->check(is_endpoint);
    verb->callback([options, &exit_code] { exit_code = run(*options); });
}

} // namespace regiekamer::ctl
