// Read whole: whose clock it is stands at the journal's beginning, how it runs at its end.
#include "messaging/hub/exercise_time.hpp"

#include "messaging/codec/codec.hpp"

namespace regiekamer::hub {
namespace {

constexpr std::size_t page = 1000, page_bytes = 16 * 1024 * 1024;

} // namespace

RunClock clock_of(const journal::Journal& journal) {
    RunClock clock;
    for (Sequence after = 0;;) {
        const auto rows = journal.read(after, page, page_bytes);
        if (!rows || rows->empty()) return clock; // what cannot be read is said by who reads it
        for (const auto& row : *rows) {
            if (row.event.find("exercise.") == std::string::npos)
                continue; // spares the reading of all others
            clock.follow(codec::read(row.event), row.recorded);
        }
        after = rows->back().sequence;
    }
}

} // namespace regiekamer::hub
