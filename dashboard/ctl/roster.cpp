// regiekamerctl roster export: who has piket when, as a calendar or a spreadsheet.
#include "messaging/feeds/roster_export.hpp"

#include "dashboard/ctl/moment.hpp"
#include "dashboard/ctl/terminal.hpp"
#include "dashboard/ctl/verbs.hpp"
#include "dashboard/picture/roster.hpp"
#include "dashboard/typed/checks.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <iostream>
#include <memory>

namespace regiekamer::ctl {

using namespace typed;
namespace {

struct RosterOptions {
    Moment moment;
    std::string from, until;
    bool ical = false, csv = false;
};

/// An option's instant, or what stands for it; a Problem that names the option.
Result<Instant> instant_of(const char* option, const std::string& text, Instant otherwise) {
    if (text.empty()) return otherwise;
    const auto given = read_instant(text);
    if (!given) return tl::unexpected(Problem{option, given.error().found, given.error().expected});
    return *given;
}

/// What was said with a turn that somebody was rostered for.
std::optional<std::string> reason_of(const picture::Picture& picture, const picture::Duty& duty) {
    const auto& all = picture.roster->duties;
    const auto found = std::find_if(all.begin(), all.end(), [&](const auto& one) {
        return one.second.rostered.sequence == duty.sequence;
    });
    if (duty.layer != picture::DutyLayer::temporary || found == all.end()) return std::nullopt;
    return found->second.rostered.value.reason;
}

/// The turns of all functions that touch [from, until), each from its own begin to its own end, so that
/// reading it back changes nothing; one without a begin or end is cut there. Places that are empty are not in
/// it.
std::vector<feeds::RosterLine> lines_of(const picture::Picture& picture, Instant from, Instant until) {
    std::vector<feeds::RosterLine> lines;
    for (const auto& function : picture::duty_functions(picture))
        for (const auto& duty : picture::duties(picture, function, from, until)) {
            if (!duty.person) continue;
            feeds::RosterLine line;
            line.function = function;
            if (const auto* known = picture::find_person(picture, *duty.person)) line.person = *known;
            line.person.person = *duty.person;
            if (line.person.name.empty()) line.person.name = duty.person->value;
            line.from = duty.since == Instant::min() ? std::chrono::floor<minutes>(from) : duty.since;
            line.until = duty.until == Instant::max() ? std::chrono::floor<minutes>(until) : duty.until;
            line.reason = reason_of(picture, duty);
            if (line.until <= line.from) continue;
            lines.push_back(std::move(line));
        }
    return lines;
}

/// Each turn says that it is one of an exercise, where reading it back changes neither function nor name.
void mark(std::vector<feeds::RosterLine>& lines) {
    const std::string marked(feeds::exercise_reason);
    for (auto& line : lines) {
        if (line.reason && (*line.reason == marked || line.reason->starts_with(marked + ", ")))
            continue; // it was read back from such a file
        line.reason = marked + (line.reason ? ", " + *line.reason : std::string());
    }
}

int run(const RosterOptions& options) {
    const auto known = known_at(options.moment);
    if (!known) return complain(known.error());
    const auto from = instant_of("--from", options.from, known->now);
    if (!from) return complain(from.error());
    const auto until = instant_of("--until", options.until, *from + hours(24 * 365));
    if (!until) return complain(until.error());
    if (*until <= *from) return complain("--until lies before --from: nothing is on duty then");
    auto lines = lines_of(known->picture, *from, *until);
    if (known->mode == Mode::exercise) mark(lines);
    std::cout << (options.ical ? feeds::roster_ical(lines, known->now, known->mode)
                               : feeds::roster_csv(lines));
    return Exit::done;
}

} // namespace

void add_roster(CLI::App& app, int& exit_code) {
    const auto options = std::make_shared<RosterOptions>();
    auto* verb = app.add_subcommand("roster", "Who has piket when.");
    verb->require_subcommand(1);
    auto* write = verb->add_subcommand(
        "export", "Example: regiekamerctl roster export --ics --connect tcp://127.0.0.1:11200 > piket.ics\n"
                  "Prints the roster, swaps and absence worked in; `import roster` reads it back.");
    add_moment(*write, options->moment);
    write->add_option("--from", options->from, "from this instant (default: now)")->check(is_instant);
    write->add_option("--until", options->until, "until this instant (default: a year on)")
        ->check(is_instant);
    auto* form = write->add_option_group("form");
    form->add_flag("--ics", options->ical, "as iCalendar");
    form->add_flag("--csv", options->csv, "as CSV");
    form->require_option(1);
    write->callback([options, &exit_code] { exit_code = run(*options); });
}

} // namespace regiekamer::ctl
