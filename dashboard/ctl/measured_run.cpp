#include "dashboard/ctl/measured_run.hpp"

#include "dashboard/ctl/terminal.hpp"
#include "dashboard/report/one_incident.hpp"
#include "messaging/codec/codec.hpp"
#include "messaging/journal/journal.hpp"
#include "scenarios/player/load.hpp"

namespace regiekamer::ctl {
namespace {

constexpr std::size_t page_rows = 1000, page_bytes = std::size_t{4} * 1024 * 1024;

Result<std::vector<Recorded>> all_of(const journal::Reader& reader) {
    std::vector<Recorded> messages;
    Progress progress("read");
    for (;;) {
        const auto rows = reader.read(messages.empty() ? 0 : messages.back().sequence, page_rows, page_bytes);
        if (!rows) return tl::unexpected(rows.error());
        if (rows->empty()) return messages;
        for (const auto& row : *rows)
            messages.push_back({row.sequence, row.recorded, row.sender, codec::read(row.event), row.hash});
        progress.at(messages.size());
    }
}

/// A scenario measures the journal of its own run only.
bool began_with(const std::vector<Recorded>& messages, const player::Scenario& scenario) {
    for (const auto& message : messages)
        if (const auto* started = std::get_if<ExerciseStarted>(&message.message.body))
            return started->scenario_digest == scenario.digest;
    return false;
}

/// An exercise is told whole; of real work the incident must be there.
std::optional<Problem> misfit(const std::string& incident, Mode mode, const std::vector<Recorded>& messages) {
    if (incident.empty()) return std::nullopt;
    if (mode == Mode::exercise)
        return Problem{"--incident", "a journal of an exercise",
                       "one of real work: an exercise is told whole"};
    std::string known;
    for (const auto& one : report::incidents_of(messages)) {
        if (one.incident.value == incident) return std::nullopt;
        known += (known.empty() ? "" : ", ") + one.incident.value;
    }
    return Problem{"--incident", incident,
                   known.empty() ? "a journal with an incident" : "one of this journal: " + known};
}

} // namespace

Result<std::vector<Recorded>> messages_of(const std::string& journal) {
    const auto reader = journal::Reader::open(journal);
    if (!reader) return tl::unexpected(reader.error());
    return all_of(*reader);
}

std::optional<player::Scenario> scenario_of(const std::string& file) {
    auto loaded = player::load(file);
    if (loaded) return std::move(*loaded);
    for (const auto& error : loaded.error())
        complain(player::text(error));
    return std::nullopt;
}

Result<report::ExerciseReport> measured_run(const std::string& journal, const player::Scenario* scenario,
                                            const std::string& scenario_file, const std::string& incident) {
    const auto reader = journal::Reader::open(journal);
    if (!reader) return tl::unexpected(reader.error());
    const auto info = reader->info();
    if (!info) return tl::unexpected(info.error());
    auto messages = all_of(*reader);
    if (!messages) return tl::unexpected(messages.error());
    if (scenario != nullptr && info->mode == Mode::actual)
        return refuse(journal, "a journal of real work, in which no scenario was played",
                      "a journal of an exercise; or leave --scenario out");
    if (scenario != nullptr && !began_with(*messages, *scenario))
        return refuse(journal, "no run of " + scenario_file + " as it stands now",
                      "the file that the exercise began with; or leave --scenario out");
    if (const auto wrong = misfit(incident, info->mode, *messages)) return tl::unexpected(*wrong);
    return report::exercise_report(
        {info->uuid, journal, info->mode, info->head.sequence, journal::to_hex(info->head.hash)},
        std::move(*messages), scenario,
        incident.empty() ? std::nullopt : std::optional(IncidentId(incident)));
}

} // namespace regiekamer::ctl
