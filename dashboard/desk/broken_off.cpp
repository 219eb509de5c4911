// A hub that closes leaves no write-ahead log behind; one that was killed does.
#include "dashboard/desk/broken_off.hpp"

#include "messaging/codec/codec.hpp"
#include "messaging/journal/journal.hpp"
#include "messaging/journal/store.hpp"

#include <algorithm>
#include <functional>
#include <thread>
#include <utility>
#include <vector>

namespace regiekamer::desk {
namespace {

/// Longer ago it is no crash that somebody comes back from: an exercise of today is not that of yesterday.
constexpr hours today{12};

bool was_left_open(const std::filesystem::path& journal) {
    std::error_code none;
    const auto log = std::filesystem::file_size(journal.string() + "-wal", none);
    return !none && log > 0;
}

struct Left {
    bool goes_on = false; ///< it began, with this text, and did not end
    std::string parent;   ///< of a branch: the journal that it left last
};

Left what_was_left(const journal::Reader& reader, const player::Scenario& scenario) {
    Left left;
    bool ours = false;
    Sequence last = 0;
    for (;;) {
        const auto rows = reader.read(last, 1'000, std::size_t{4} * 1024 * 1024);
        if (!rows) return {};
        if (rows->empty()) return left;
        for (const auto& row : *rows) {
            last = row.sequence;
            if (row.event.find("nl.regiekamer.exercise.") == std::string::npos) continue;
            const Body body = codec::read(row.event).body;
            if (const auto* started = std::get_if<ExerciseStarted>(&body))
                left.goes_on = ours = started->scenario_digest == scenario.digest;
            if (std::holds_alternative<ExerciseEnded>(body)) left.goes_on = false;
            if (const auto* branched = std::get_if<ExerciseBranched>(&body)) {
                left.goes_on = ours; // its parent may have ended
                left.parent = branched->parent_journal;
            }
        }
    }
}

/// The first of the files that somebody would want to go on with.
template <class Wanted>
std::optional<std::filesystem::path> first_left(const std::vector<std::filesystem::path>& files,
                                                const player::Scenario& scenario, Instant now,
                                                milliseconds patience, const Wanted& wanted) {
    for (const auto& file : files) {
        if (!comes_free(file, std::exchange(patience, milliseconds{0}))) continue; // it runs
        const auto reader = journal::Reader::open(file);
        const auto info = reader ? reader->info() : Result<journal::Info>(tl::unexpected(reader.error()));
        if (!info || info->mode != Mode::exercise || info->recorded <= now - today) continue;
        const Left left = what_was_left(*reader, scenario);
        if (left.goes_on && wanted(left)) return file;
    }
    return std::nullopt;
}

} // namespace

void still_alive(const std::filesystem::path& journal) {
    std::error_code none; // without it the last message tells
    std::filesystem::last_write_time(journal.string() + ".lock",
                                     std::filesystem::file_time_type::clock::now(), none);
}

std::optional<Instant> last_alive(const std::filesystem::path& journal) {
    std::error_code none;
    const auto time = std::filesystem::last_write_time(journal.string() + ".lock", none);
    if (none) return std::nullopt;
    return std::chrono::floor<microseconds>(std::filesystem::file_time_type::clock::to_sys(time));
}

bool comes_free(const std::filesystem::path& journal, milliseconds patience) {
    const auto until = std::chrono::steady_clock::now() + patience;
    const auto sign = last_alive(journal);
    while (!journal::Lock::take(journal)) {
        if (std::chrono::steady_clock::now() >= until || last_alive(journal) != sign) return false;
        std::this_thread::sleep_for(milliseconds{50}); // the kernel tells nobody when a lock comes free
    }
    return true;
}

std::optional<std::filesystem::path> broken_off(const std::filesystem::path& folder,
                                                const player::Scenario& scenario, Instant now,
                                                milliseconds patience) {
    std::vector<std::filesystem::path> left;
    std::error_code none;
    for (const auto& entry : std::filesystem::directory_iterator(folder, none)) {
        const auto& file = entry.path();
        if (file.extension() == ".journal" &&
            file.filename().string().starts_with("oefening-" + scenario.name + "-") && was_left_open(file))
            left.push_back(file);
    }
    std::ranges::sort(left, std::greater{}); // their names end in the moment at which they began
    return first_left(left, scenario, now, patience, [](const Left&) { return true; });
}

std::optional<std::filesystem::path> broken_off_branch(std::span<const std::filesystem::path> folders,
                                                       const std::string& parent,
                                                       const player::Scenario& scenario, Instant now,
                                                       milliseconds patience) {
    std::vector<std::filesystem::path> left;
    std::error_code none;
    for (const auto& folder : folders)
        for (const auto& entry : std::filesystem::directory_iterator(folder, none)) {
            const auto& file = entry.path();
            if (file.extension() == ".journal" && file.stem().string().find("-tak-") != std::string::npos &&
                was_left_open(file))
                left.push_back(file);
        }
    std::ranges::sort(left, std::greater{}, [&](const auto& file) { // the last that was spoken in
        return std::filesystem::last_write_time(file.string() + "-wal", none);
    });
    return first_left(left, scenario, now, patience, [&](const Left& one) { return one.parent == parent; });
}

} // namespace regiekamer::desk
