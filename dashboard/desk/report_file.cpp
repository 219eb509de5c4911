#include "dashboard/desk/report_file.hpp"

#include "dashboard/desk/source.hpp"
#include "messaging/journal/journal.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>

namespace regiekamer::desk {
namespace {

Result<std::vector<Recorded>> messages_of(const std::filesystem::path& journal) {
    constexpr std::size_t page_rows = 1000;
    const auto read = read_back(journal);
    std::vector<Recorded> messages;
    for (;;) {
        auto more = read(messages.empty() ? 0 : messages.back().sequence, page_rows);
        if (!more) return tl::unexpected(more.error());
        if (more->empty()) return messages;
        messages.insert(messages.end(), std::make_move_iterator(more->begin()),
                        std::make_move_iterator(more->end()));
    }
}

/// A scenario measures its own run only.
bool began_with(const std::vector<Recorded>& messages, const player::Scenario& scenario) {
    return std::any_of(messages.begin(), messages.end(), [&](const Recorded& one) {
        const auto* started = std::get_if<ExerciseStarted>(&one.message.body);
        return started != nullptr && started->scenario_digest == scenario.digest;
    });
}

} // namespace

Result<report::ExerciseReport> report_of(const std::filesystem::path& journal,
                                         const player::Scenario* scenario) {
    const auto reader = journal::Reader::open(journal);
    if (!reader) return tl::unexpected(reader.error());
    const auto info = reader->info();
    if (!info) return tl::unexpected(info.error());
    auto messages = messages_of(journal);
    if (!messages) return tl::unexpected(messages.error());
    if (scenario != nullptr && !began_with(*messages, *scenario)) scenario = nullptr;
    return report::exercise_report({info->uuid, journal.filename().string(), info->mode, info->head.sequence,
                                    journal::to_hex(info->head.hash)},
                                   std::move(*messages), scenario);
}

Result<std::filesystem::path> write_report(const std::filesystem::path& journal,
                                           const player::Scenario* scenario,
                                           const std::filesystem::path& folder) {
    const auto made = report_of(journal, scenario);
    if (!made) return tl::unexpected(made.error());
    const auto page = folder / ("verslag-" + journal.stem().string() + ".html");
    std::ofstream file(page, std::ios::binary);
    file << report::as_html(*made, made->scenario);
    file.close();
    if (!file)
        return refuse(page.string(), "it cannot be written", "a folder with room, in which you may write");
    return page;
}

} // namespace regiekamer::desk
