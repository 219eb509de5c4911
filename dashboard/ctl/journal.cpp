// regiekamerctl journal: look at a journal, prove it whole, carry it elsewhere.
#include "dashboard/ctl/measured_run.hpp"
#include "dashboard/ctl/terminal.hpp"
#include "dashboard/ctl/verbs.hpp"
#include "dashboard/typed/checks.hpp"
#include "messaging/codec/codec.hpp"
#include "messaging/codec/description.hpp"
#include "messaging/journal/exchange.hpp"
#include "messaging/journal/verify.hpp"
#include "messaging/vocabulary/message.hpp"

#include <algorithm>
#include <boost/json.hpp>
#include <boost/uuid/random_generator.hpp>
#include <boost/uuid/uuid_io.hpp>
#include <fmt/format.h>
#include <fstream>
#include <iostream>
#include <memory>
#include <span>

namespace regiekamer::ctl {

using namespace typed;
namespace {

namespace json = boost::json;

struct JournalOptions {
    std::string journal, other, head;
    std::uint64_t until = 0;
    bool json = false;
};

json::object as_json(const journal::Info& info) {
    return {
        {"journal", info.uuid},
        {"mode", codec::word(info.mode)},
        {"replica", info.replica},
        {"format", info.format},
        {"head", info.head.sequence},
        {"hash", journal::to_hex(info.head.hash)},
        {"recorded", info.head.sequence == 0 ? json::value(nullptr) : json::value(to_text(info.recorded))}};
}

int info(const JournalOptions& options) {
    const auto reader = journal::Reader::open(options.journal);
    if (!reader) return complain(reader.error());
    const auto found = reader->info();
    if (!found) return complain(found.error());
    if (options.json) {
        std::cout << as_json(*found) << '\n';
        return Exit::done;
    }
    std::cout << fmt::format("journal {}\nmode {}{}\nmessages {}\nhead {}\nformat {}\n", found->uuid,
                             codec::word(found->mode), found->replica ? " (replica)" : "",
                             found->head.sequence, journal::to_text(found->head), found->format);
    return Exit::done;
}

int verify(const JournalOptions& options) {
    std::optional<journal::Head> head;
    if (!options.head.empty()) {
        const auto read = journal::head_from_text(options.head);
        if (!read)
            return complain(Problem{"--head", read.error().found, read.error().expected}), Exit::wrong_use;
        head = *read;
    }
    const auto verdict = journal::verify(options.journal, head);
    if (!verdict) return complain(verdict.error());
    if (options.json) {
        json::object found = as_json(verdict->info);
        found["whole"] = !verdict->fault.has_value();
        found["redacted"] = json::array(verdict->redacted.begin(), verdict->redacted.end());
        if (verdict->fault)
            found["fault"] = json::object{{"kind", journal::word(verdict->fault->kind)},
                                          {"sequence", journal::names_row(verdict->fault->kind)
                                                           ? json::value(verdict->fault->sequence)
                                                           : json::value(nullptr)},
                                          {"why", verdict->fault->why}};
        std::cout << found << '\n';
    } else {
        std::cout << journal::sentence(*verdict) << '\n';
    }
    return verdict->fault ? Exit::failed : Exit::done;
}

int export_journal(const JournalOptions& options) {
    const auto exported = journal::export_lines(options.journal, std::cout);
    std::cout.flush();
    if (!exported && exported.error().where == "output") return Exit::done; // who read us has gone
    return exported ? Exit::done : complain(exported.error());
}

int import_journal(const JournalOptions& options) {
    std::ifstream file;
    if (options.other != "-") {
        std::error_code ec;
        if (std::filesystem::is_directory(options.other, ec))
            return complain(Problem{options.other, "a folder", "lines of journal export"});
        file.open(options.other, std::ios::binary);
        if (!file)
            return complain(Problem{options.other, "no file that can be read", "lines of journal export"});
    }
    const auto imported = journal::import_lines(options.other == "-" ? std::cin : file, options.journal);
    if (!imported) {
        Problem problem = imported.error(); // of several files the one with the lines is meant
        if (problem.where.starts_with("line ") && options.other != "-")
            problem.where = options.other + ": " + problem.where;
        return complain(problem);
    }
    std::cout << fmt::format("{} messages imported into {}\n", imported->head.sequence, options.journal);
    return Exit::done;
}

/// The run of a journal and where it stands after a message of it: what the scenario told last.
struct RunThen {
    std::string source;
    RunId run;
    Instant moment;
};

/// None: no exercise had begun by then.
Result<std::optional<RunThen>> run_at(const std::string& file, Sequence until) {
    const auto messages = messages_of(file);
    if (!messages) return tl::unexpected(messages.error());
    std::optional<RunThen> found;
    Instant moment;
    for (const auto& one : *messages) {
        if (one.sequence > until) break;
        const Message& message = one.message;
        if (!message.source.starts_with("scenario/")) continue;
        moment = std::max(moment, message.time);
        if (const auto* started = std::get_if<ExerciseStarted>(&message.body))
            found = RunThen{message.source, started->run, {}};
    }
    if (found) found->moment = moment;
    return found;
}

/// A branch of an exercise says so first, as the desk's does: its clock stands where it left its parent.
Result<Sequence> say_branched(const JournalOptions& options, const journal::Info& made, const RunThen& then) {
    const auto parent = journal::Reader::open(options.journal);
    if (!parent) return tl::unexpected(parent.error());
    const auto info = parent->info();
    if (!info) return tl::unexpected(info.error());
    Message message;
    message.id = boost::uuids::to_string(boost::uuids::random_generator()());
    message.source = then.source;
    message.time = then.moment;
    message.status = made.mode;
    message.function = Function("oefenleider");
    message.body =
        ExerciseBranched{then.run, info->uuid, SequenceNumber{static_cast<std::int64_t>(options.until)}};
    const std::string event = codec::encode(message);
    auto journal = journal::Journal::open(options.other, made.mode);
    if (!journal) return tl::unexpected(journal.error());
    const journal::Draft draft{"regiekamerctl", event, message.source, message.id};
    const auto stored = journal->append(std::span(&draft, 1), wall_clock());
    if (!stored) return tl::unexpected(stored.error());
    if (!stored->front()) return tl::unexpected(stored->front().error());
    return stored->front()->sequence;
}

int branch(const JournalOptions& options) {
    const auto made = journal::branch(options.journal, options.other, options.until);
    if (!made) return complain(made.error());
    Sequence messages = made->head.sequence;
    if (made->mode == Mode::exercise) {
        const auto then = run_at(options.other, options.until);
        if (!then) return complain(then.error());
        if (*then) {
            const auto said = say_branched(options, *made, **then);
            if (!said) return complain(said.error());
            messages = *said;
        }
    }
    std::cout << fmt::format("journal {}\nmessages {}\n", made->uuid, messages);
    return Exit::done;
}

CLI::App* part(CLI::App& verb, const char* name, const char* words,
               const std::shared_ptr<JournalOptions>& options, int (*run)(const JournalOptions&),
               int& exit_code) {
    auto* made = verb.add_subcommand(name, words);
    made->add_option("JOURNAL", options->journal, "a journal file")->required();
    made->add_flag("--json", options->json, "answer as JSON");
    made->callback([options, run, &exit_code] { exit_code = run(*options); });
    return made;
}

} // namespace

void add_journal(CLI::App& app, int& exit_code) {
    const auto options = std::make_shared<JournalOptions>();
    auto* verb =
        app.add_subcommand("journal", "Example: regiekamerctl journal verify real.journal --head 412:9f3c…\n"
                                      "Looks at a journal, verifies, exports, imports or branches it.");
    verb->require_subcommand(1);
    part(*verb, "info", "mode, number of messages, head", options, info, exit_code);
    part(*verb, "verify", "names the first row that was altered, missing, moved or added", options, verify,
         exit_code)
        ->add_option("--head", options->head, "SEQUENCE:HASH that you kept: shows a cut tail too");
    part(*verb, "export", "one line a message to standard output", options, export_journal, exit_code);
    part(*verb, "import", "a new journal from exported lines", options, import_journal, exit_code)
        ->add_option("LINES", options->other, "a file, or - for standard input")
        ->required();
    auto* branching =
        part(*verb, "branch", "a new journal that begins as this one; of an exercise it says so itself",
             options, branch, exit_code);
    branching->add_option("NEW", options->other, "the new journal's file")->required();
    branching->add_option("--until", options->until, "the last sequence that it has in common")
        ->required()
        ->check(whole_number(0));
}

} // namespace regiekamer::ctl
