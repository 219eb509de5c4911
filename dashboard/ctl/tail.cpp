// regiekamerctl tail: what a hub journals, as it comes. By REPLAY alone: live is a hint of speed, REPLAY the
// truth.
#include "dashboard/ctl/terminal.hpp"
#include "dashboard/ctl/verbs.hpp"
#include "dashboard/typed/checks.hpp"
#include "dashboard/words/journal_line.hpp"
#include "messaging/codec/codec.hpp"
#include "messaging/codec/visible.hpp"
#include "messaging/hub/hub.hpp"
#include "messaging/link/client.hpp"

#include <fmt/format.h>
#include <iostream>
#include <limits>
#include <memory>

namespace regiekamer::ctl {

using namespace typed;
namespace {

struct TailOptions {
    std::string connect{hub::default_requests};
    std::optional<std::uint64_t> after, count;
    bool json = false;
};

void print(const link::Journaled& message, bool json) {
    const auto& [meta, event] = message;
    if (json) {
        std::string line = wire::to_json(meta);
        line.pop_back();
        std::cout << line << ",\"event\":" << (event.empty() ? "null" : event) << "}\n";
        return;
    }
    const Recorded fact{static_cast<Sequence>(meta.sequence.value), meta.recorded, meta.sender,
                        codec::read(event)};
    const auto line =
        event.empty() ? words::JournalLine{.who = fact.sender, .text = "Uit het journaal gehaald (redacted)"}
                      : words::journal_line({}, fact);
    std::cout << fmt::format("{:>6}  {}  {:<44}  {}: {}\n", fact.sequence, to_text(fact.recorded),
                             event.empty() ? "(redacted)" : type_of(fact.message.body),
                             codec::visible(line.who), codec::visible(line.text));
}

int run(const TailOptions& options) {
    auto client = link::Client::connect(options.connect, "regiekamerctl");
    if (!client) return complain(client.error());
    const auto head = static_cast<std::uint64_t>(client->welcome().head.value);
    if (options.after.value_or(0) > head)
        return complain(Problem{"--after", std::to_string(*options.after),
                                fmt::format("at most {}, the last sequence of this hub", head)});
    const std::uint64_t shown_first = options.count.value_or(10);
    std::uint64_t after = options.after.value_or(head > shown_first ? head - shown_first : 0);
    std::uint64_t left = options.count.value_or(std::numeric_limits<std::uint64_t>::max());
    catch_interrupts();
    while (left > 0 && !interrupted()) {
        const auto messages =
            client->replay(after, static_cast<std::size_t>(std::min<std::uint64_t>(left, 500)));
        if (!messages) return complain(messages.error());
        for (const auto& message : *messages) {
            print(message, options.json);
            after = static_cast<std::uint64_t>(message.first.sequence.value);
            --left;
        }
        if (!std::cout.flush()) return Exit::done; // who read us has gone
        if (messages->empty() && (wait_for_interrupt(200) || reader_gone())) break;
    }
    return Exit::done;
}

} // namespace

void add_tail(CLI::App& app, int& exit_code) {
    const auto options = std::make_shared<TailOptions>();
    auto* verb = app.add_subcommand(
        "tail", "Example: regiekamerctl tail --connect tcp://127.0.0.1:11210 --json\n"
                "Prints the last ten messages of a hub and what comes after, until Ctrl+C.");
    verb->add_option("--connect", options->connect, "the hub's requests endpoint")
        ->capture_default_str()
        ->check(is_endpoint);
    verb->add_option("--after", options->after, "begin after this sequence")->check(whole_number(0));
    verb->add_option("--count", options->count, "end after so many messages")->check(whole_number(0));
    verb->add_flag("--json", options->json,
                   "one JSON object a line: sequence, recorded, sender, hash, event");
    verb->callback([options, &exit_code] { exit_code = run(*options); });
}

} // namespace regiekamer::ctl
