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

/// It began, with this text, and did not end.
bool goes_on(const journal::Reader& reader, const player::Scenario& scenario) {
    bool going = false;
    Sequence last = 0;
    for (;;) {
        const auto rows = reader.read(last, 1'000, std::size_t{4} * 1024 * 1024);
        if (!rows) return false;
        if (rows->empty()) return going;
        for (const auto& row : *rows) {
            last = row.sequence;
            if (row.event.find("nl.regiekamer.exercise.") == std::string::npos) continue;
            const Body body = codec::read(row.event).body;
            if (const auto* started = std::get_if<ExerciseStarted>(&body))
                going = started->scenario_digest == scenario.digest;
            if (std::holds_alternative<ExerciseEnded>(body)) going = false;
            if (std::holds_alternative<ExerciseBranched>(body)) going = true; // its parent may have ended
        }
    }
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
    while (!journal::Lock::take(journal)) {
        if (std::chrono::steady_clock::now() >= until) return false;
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
    for (const auto& file : left) {
        if (!comes_free(file, std::exchange(patience, milliseconds{0}))) continue; // it runs
        const auto reader = journal::Reader::open(file);
        const auto info = reader ? reader->info() : Result<journal::Info>(tl::unexpected(reader.error()));
        if (info && info->mode == Mode::exercise && info->recorded > now - today &&
            goes_on(*reader, scenario))
            return file;
    }
    return std::nullopt;
}

} // namespace regiekamer::desk
