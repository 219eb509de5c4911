// regiekamerctl scenario: check a scenario file, or run it against an exercise hub.
#include "dashboard/ctl/scenario_from_journal.hpp"
#include "dashboard/ctl/scenario_sheets.hpp"
#include "dashboard/ctl/terminal.hpp"
#include "dashboard/ctl/verbs.hpp"
#include "dashboard/typed/checks.hpp"
#include "messaging/hub/hub.hpp"
#include "messaging/link/link.hpp"
#include "scenarios/player/load.hpp"
#include "scenarios/player/moment.hpp"
#include "scenarios/player/player.hpp"

#include <boost/json.hpp>
#include <fmt/format.h>
#include <iostream>
#include <memory>

namespace regiekamer::ctl {

using namespace typed;
namespace {

struct ScenarioOptions {
    std::string file, connect{hub::exercise_requests}, live, from, until, run;
    std::optional<double> rate;
    std::vector<std::string> play;
    bool instant = false, json = false;
};

void print(const player::Error& error, const char* kind, bool json) {
    if (json)
        std::cout << boost::json::object{{"kind", kind}, {"text", player::text(error)}} << '\n';
    else
        std::cout << fmt::format("{}: {}\n", kind, player::text(error));
}

/// "1 warning", "2 warnings"
std::string counted(std::size_t number, const char* what) {
    return fmt::format("{} {}{}", number, what, number == 1 ? "" : "s");
}

int check(const ScenarioOptions& options) {
    const auto findings = player::check(options.file);
    for (const auto& error : findings.errors)
        print(error, "error", options.json);
    for (const auto& warning : findings.warnings)
        print(warning, "warning", options.json);
    if (options.json)
        std::cout << boost::json::object{{"kind", "tally"},
                                         {"injects", findings.injects},
                                         {"messages", findings.messages},
                                         {"errors", findings.errors.size()},
                                         {"warnings", findings.warnings.size()}}
                  << '\n';
    else
        std::cout << fmt::format(
            "{}, {}, {}, {}\n", counted(findings.injects, "inject"), counted(findings.messages, "message"),
            counted(findings.errors.size(), "error"), counted(findings.warnings.size(), "warning"));
    return findings.errors.empty() ? Exit::done
                                   : complain("the scenario was not accepted: nothing is played");
}

Result<std::optional<microseconds>> offset(const char* option, const std::string& text) {
    if (text.empty()) return std::optional<microseconds>();
    const auto span = player::read_offset(text);
    if (!span) return refuse(option, text, "T+hh:mm or T+hh:mm:ss");
    return std::optional<microseconds>(*span);
}

int play(const ScenarioOptions& options) {
    const auto scenario = player::load(options.file);
    if (!scenario) {
        for (const auto& error : scenario.error())
            complain(player::text(error));
        return complain("the scenario was not accepted: nothing is played");
    }
    const auto from = offset("--from", options.from), until = offset("--until", options.until);
    if (!from) return complain(from.error()), Exit::wrong_use;
    if (!until) return complain(until.error()), Exit::wrong_use;
    player::Settings settings;
    settings.requests = options.connect;
    settings.live = options.live.empty() ? link::live_beside(options.connect) : options.live;
    settings.run = options.run;
    settings.options.rate = options.rate;
    settings.options.instant = options.instant;
    settings.options.from = *from;
    settings.options.until = *until;
    settings.options.go_on = true; // nobody else is there to set the clock of a branch
    if (!options.play.empty()) settings.options.play.emplace(options.play.begin(), options.play.end());
    catch_interrupts();
    player::Player player(*scenario, settings);
    Progress progress("delivered");
    player::State state = player.state();
    std::size_t remarked = 0;
    while (state.phase == player::Phase::connecting || state.phase == player::Phase::playing) {
        if (interrupted()) player.stop();
        state = player.wait_for(milliseconds(200));
        progress.at(state.delivered);
        for (; remarked < state.remarks.size(); ++remarked)
            complain(state.remarks[remarked]);
    }
    if (state.problem) return complain(*state.problem);
    std::cout << fmt::format("{{\"run\":\"{}\",\"delivered\":{},\"ended\":{}}}\n", state.run, state.delivered,
                             state.ended);
    return state.phase == player::Phase::failed ? Exit::failed : Exit::done;
}

} // namespace

void add_scenario(CLI::App& app, int& exit_code) {
    const auto options = std::make_shared<ScenarioOptions>();
    auto* verb = app.add_subcommand(
        "scenario", "Example: regiekamerctl scenario run scenarios/hoogwater.toml --rate 20\n"
                    "Checks a scenario file, runs it against an exercise hub, makes it a sheet and back.");
    verb->require_subcommand(1);
    auto* checking =
        verb->add_subcommand("check", "Finds every error as file:line:column, and what is legal but odd.");
    checking->add_option("FILE", options->file, "a scenario in TOML")->required();
    checking->add_flag("--json", options->json, "one JSON object a finding");
    checking->callback([options, &exit_code] { exit_code = check(*options); });
    auto* running = verb->add_subcommand(
        "run", "Plays it to its end, one player at a time; Ctrl+C pauses, and the same command goes on.");
    running->add_option("FILE", options->file, "a scenario in TOML")->required();
    running->add_option("--connect", options->connect, "the exercise hub's requests endpoint")
        ->capture_default_str()
        ->check(is_endpoint);
    running->add_option("--live", options->live, "its live endpoint (default: the next port)")
        ->check(is_endpoint);
    auto* rate = running
                     ->add_option("--rate", options->rate,
                                  "exercise seconds a second, above 0 to 100000; a run whose clock "
                                  "runs, or that somebody else paused, keeps its own")
                     ->check(number_above_0(100'000));
    running->add_flag("--instant", options->instant, "say everything without waiting")->excludes(rate);
    running->add_option("--from", options->from, "begin at T+hh:mm")->check(is_offset);
    running->add_option("--until", options->until, "stop at T+hh:mm, the clock paused")->check(is_offset);
    running
        ->add_option("--play", options->play,
                     "a function that somebody plays, given again for more: every other role is simulated "
                     "(default: the roles with played = true)")
        ->allow_extra_args(false);
    running->add_option("--run", options->run, "the run's id (default: the journal's own, or a new one)");
    running->add_flag("--json", options->json, "the result is JSON already; taken for evenness");
    running->callback([options, &exit_code] { exit_code = play(*options); });
    add_scenario_sheets(*verb, exit_code);
    add_scenario_from_journal(*verb, exit_code);
}

} // namespace regiekamer::ctl
