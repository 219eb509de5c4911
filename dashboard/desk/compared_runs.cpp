#include "dashboard/desk/compared_runs.hpp"

#include "dashboard/desk/report_file.hpp"
#include "messaging/journal/journal.hpp"

#include <fstream>

namespace regiekamer::desk {
namespace {

std::optional<std::filesystem::path> journal_with(const std::string& uuid,
                                                  const std::filesystem::path& folder) {
    std::error_code gone;
    for (const auto& entry : std::filesystem::directory_iterator(folder, gone)) {
        if (entry.path().extension() != ".journal") continue;
        const auto reader = journal::Reader::open(entry.path());
        const auto info = reader ? reader->info() : Result<journal::Info>(tl::unexpected(reader.error()));
        if (info && info->uuid == uuid) return entry.path();
    }
    return std::nullopt;
}

} // namespace

Result<ComparedFile> compare_with_parent(const std::filesystem::path& journal,
                                         const std::string& parent_journal,
                                         const player::Scenario* scenario) {
    const auto parent = journal_with(parent_journal, journal.parent_path());
    if (!parent)
        return refuse(journal.parent_path().string(), "no journal " + parent_journal, "the parent's journal");
    const auto before = report_of(*parent, scenario);
    if (!before) return tl::unexpected(before.error());
    const auto branch = report_of(journal, scenario);
    if (!branch) return tl::unexpected(branch.error());
    const auto comparison = report::compare(*before, *branch);
    ComparedFile made{journal.parent_path() / ("vergelijk-" + journal.stem().string() + ".html"),
                      report::as_text(comparison)};
    std::ofstream file(made.page);
    file << report::as_html(comparison);
    if (!file.flush())
        return refuse(made.page.string(), "a file that cannot be written", "room, and the right to write");
    return made;
}

} // namespace regiekamer::desk
