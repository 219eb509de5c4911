// regiekamerctl import training: what each did in an exercise becomes a record of training in the hub of real
// work, under the person who is registered there by that name.
#include "dashboard/ctl/imported.hpp"
#include "dashboard/ctl/measured_run.hpp"
#include "dashboard/ctl/moment.hpp"
#include "dashboard/ctl/terminal.hpp"
#include "dashboard/ctl/verbs.hpp"
#include "dashboard/picture/history.hpp"
#include "dashboard/picture/picture.hpp"
#include "dashboard/words/folded.hpp"
#include "messaging/codec/parse.hpp"
#include "messaging/codec/visible.hpp"
#include "messaging/journal/journal.hpp"
#include "messaging/tables/nearest.hpp"
#include "scenarios/measure/took_part.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <memory>

namespace regiekamer::ctl {
namespace {

/// A run that was read: who took part in it, and under which journal it is known.
struct Played {
    measure::TookPart took_part;
    std::string origin;
};

/// "7 van 9 op tijd, 1 te laat, 1 gemist", and apart from it what somebody did together with others; none:
/// nothing was asked of him.
std::optional<std::string> result_of(const measure::Participant& one) {
    const auto words = [](const measure::Counts& counts) {
        return fmt::format("{} van {} op tijd, {} te laat, {} gemist", counts.met, counts.asked(),
                           counts.late, counts.missed);
    };
    std::string result = one.alone.asked() > 0 ? words(one.alone) : std::string();
    if (one.together.asked() > 0)
        result += (result.empty() ? "samen met anderen: " : "; samen met anderen: ") + words(one.together);
    if (result.empty()) return std::nullopt;
    return result;
}

Result<void> worth_it(const std::string& file, const measure::TookPart& run) {
    if (!run.title) return refuse(file, "no exercise was started in it", "an exercise.started");
    if (!run.people.empty()) return {};
    if (run.left)
        return refuse(file, "a branch in which nobody played who did not before it",
                      "the journal of the run that it left, " + *run.left);
    return refuse(file, "nobody who played a role in it at a desk under a name", "at least one player");
}

/// Who took part; with a scenario also what each did of what it expected. `Problem` when it is no exercise's.
Result<Played> played(const ImportOptions& options, const player::Scenario* scenario) {
    const auto reader = journal::Reader::open(options.file);
    if (!reader) return tl::unexpected(reader.error());
    const auto info = reader->info();
    if (!info) return tl::unexpected(info.error());
    if (info->mode != Mode::exercise)
        return refuse(options.file, "a journal of real work", "one of an exercise");
    Played run;
    if (scenario != nullptr) {
        const auto measured = measured_run(options.file, scenario, options.scenario);
        if (!measured) return tl::unexpected(measured.error());
        run.took_part = measure::took_part(measured->messages);
        measure::credit(run.took_part, measured->messages, measured->expectations, measured->until);
    } else {
        const auto messages = messages_of(options.file);
        if (!messages) return tl::unexpected(messages.error());
        run.took_part = measure::took_part(*messages);
    }
    run.origin = "oefening " + run.took_part.left.value_or(info->uuid);
    if (const auto worth = worth_it(options.file, run.took_part); !worth)
        return tl::unexpected(worth.error());
    return run;
}

/// Who is meant by a name of the exercise, and what is to be said of it: "" for one who is registered.
struct Meant {
    PersonId person;
    std::string remark;
};

/// By name alone: what identifies a person in an exercise may be another's here.
Meant registered_as(const picture::Picture& picture, const std::string& name) {
    std::vector<PersonId> alike;
    std::vector<std::string> names;
    for (const auto& [id, person] : picture.roster->persons) {
        if (!person.registered.said() || person.removed.value) continue;
        names.push_back(person.registered.value.name);
        if (words::folded(person.registered.value.name) == words::folded(name)) alike.push_back(id);
    }
    if (alike.size() == 1) return {alike.front(), {}};
    const std::string shown = codec::cut(name, 60);
    if (alike.size() > 1)
        return {PersonId(name), fmt::format("{} persons are registered here as {}; it stands under the name",
                                            alike.size(), shown)};
    const auto near = tables::nearest(name, names);
    return {PersonId(name), fmt::format("{} is not registered here; it stands under the name{}", shown,
                                        near.empty() ? std::string() : "; did you mean " + near + "?")};
}

/// What was said here of this run and stands. Of all that was ever said: the picture has of two runs of one
/// exercise only the later.
std::vector<TrainingRecorded> said_of(picture::History& history, const std::string& origin) {
    std::vector<TrainingRecorded> said;
    for (const auto& entry : history.log().entries()) {
        if (!picture::Log::is<TrainingRecorded>(entry) ||
            history.withdrawn_by(entry.sequence, history.head()) != 0)
            continue;
        const auto fact = history.message(entry.sequence);
        const auto* body = fact ? std::get_if<TrainingRecorded>(&(*fact)->message.body) : nullptr;
        if (body != nullptr && body->origin == origin) said.push_back(*body);
    }
    return said;
}

/// Also when it was said under the bare name, before that person was registered; and a result that was said
/// stays when the journal is read again without its scenario.
bool is_known(const std::vector<TrainingRecorded>& said, const TrainingRecorded& record,
              const std::string& name) {
    return std::any_of(said.begin(), said.end(), [&](const TrainingRecorded& one) {
        return (one.person == record.person || one.person == PersonId(name)) &&
               one.subject == record.subject && one.function == record.function &&
               (!record.result || one.result == record.result);
    });
}

feeds::ImportLine line_of(const measure::Participant& one, const TrainingRecorded& record) {
    feeds::ImportLine line;
    line.taken = true;
    line.text = fmt::format("{} as {}, {}", one.name, one.function.value, record.subject);
    if (record.result) line.text += ": " + *record.result;
    return line;
}

/// A line for everybody, a body for who did something that is not known yet; tells how many were known.
std::size_t records_of(const Played& run, const KnownThen& then, feeds::Import& import) {
    const auto said = said_of(*then.history, run.origin);
    std::size_t known = 0;
    for (const auto& one : run.took_part.people) {
        const auto meant = registered_as(then.picture, one.name);
        TrainingRecorded record;
        record.person = meant.person;
        record.function = one.function;
        record.subject = "Oefening: " + *run.took_part.title;
        record.at = run.took_part.held;
        record.result = result_of(one);
        record.origin = run.origin;
        auto line = line_of(one, record);
        line.line = import.report.size() + 1;
        if (!one.acted) {
            line.text += ", did nothing there: not recorded";
        } else if (is_known(said, record, one.name)) {
            line.text += ", known already";
            ++known;
        } else {
            import.bodies.emplace_back(record);
        }
        if (one.acted && !meant.remark.empty()) line.text += "; remark: " + meant.remark;
        import.report.push_back(std::move(line));
    }
    return known;
}

int run_training(const ImportOptions& options) {
    std::optional<player::Scenario> scenario;
    if (!options.scenario.empty()) {
        scenario = scenario_of(options.scenario);
        if (!scenario) return Exit::failed;
    }
    const auto run = played(options, scenario ? &*scenario : nullptr);
    if (!run) return complain(run.error());
    const auto known = known_at({options.connect, {}, {}, {}});
    if (!known) return complain(known.error());
    feeds::Import import;
    const std::size_t before = records_of(*run, *known, import);
    return report(options, import) ? append(options, import, before) : Exit::failed;
}

} // namespace

void add_import_training(CLI::App& verb, int& exit_code) {
    const auto options = std::make_shared<ImportOptions>();
    auto* kind =
        verb.add_subcommand("training", "who did what in an exercise, from its journal, as training records");
    kind->add_option("JOURNAL", options->file, "the journal file of an exercise")->required();
    kind->add_option("--scenario", options->scenario,
                     "what was played: says what each met of what was expected");
    add_import_options(*kind, *options);
    kind->callback([options, &exit_code] { exit_code = run_training(*options); });
}

} // namespace regiekamer::ctl
