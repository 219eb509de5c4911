// Read backwards: in an exercise that runs the clock was set a moment ago.
#include "messaging/hub/exercise_time.hpp"

#include "messaging/codec/codec.hpp"

#include <algorithm>

namespace regiekamer::hub {
namespace {

constexpr std::size_t page = 1000, page_bytes = 16 * 1024 * 1024;

struct Moved {
    Message message;
    Instant recorded;
};

/// What moved the clock in the rows after `after`, up to and with `last`, latest first.
Result<std::vector<Moved>> moved_in(const journal::Journal& journal, Sequence after, Sequence last) {
    std::vector<Moved> moved;
    while (after < last) {
        const auto rows = journal.read(after, last - after, page_bytes);
        if (!rows) return tl::unexpected(rows.error());
        if (rows->empty()) break;
        for (const auto& row : *rows) {
            if (row.event.find("exercise.") == std::string::npos)
                continue; // spares the reading of all others
            auto message = codec::read(row.event);
            if (moves_the_clock(type_of(message.body))) moved.push_back({std::move(message), row.recorded});
        }
        after = rows->back().sequence;
    }
    std::reverse(moved.begin(), moved.end());
    return moved;
}

} // namespace

bool moves_the_clock(std::string_view type) {
    if (!type.starts_with(type_prefix)) return false;
    type.remove_prefix(type_prefix.size());
    return type == ExerciseClockSet::type || type == ExerciseHalted::type || type == ExerciseEnded::type ||
           type == ExerciseBranched::type;
}

std::optional<ExerciseClock> clock_of(const journal::Journal& journal) {
    std::vector<Moved> moved; // latest first
    bool set = false;
    for (Sequence last = journal.info().head.sequence; last > 0 && !set;) {
        const Sequence after = last > page ? last - page : 0;
        auto found = moved_in(journal, after, last);
        if (!found) return std::nullopt; // what cannot be read is said by who reads it
        for (auto& one : *found) {
            set = std::holds_alternative<ExerciseClockSet>(one.message.body);
            moved.push_back(std::move(one));
            if (set) break;
        }
        last = after;
    }
    std::optional<ExerciseClock> clock;
    for (auto one = moved.rbegin(); one != moved.rend(); ++one)
        follow(clock, one->message, one->recorded);
    return clock;
}

} // namespace regiekamer::hub
