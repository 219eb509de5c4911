// Subjects are those by which the readers themselves tell news from what was said.
#include "messaging/feeds/sources/said_since.hpp"

#include "messaging/feeds/reading.hpp"

#include <algorithm>

namespace regiekamer::feeds {

void SaidSince::note(const Body& body, std::size_t piece) {
    if (auto subject = subject_of(body); !subject.empty()) last_[std::move(subject)] = piece;
    if (const auto* duty = std::get_if<DutyRostered>(&body))
        duties_[duty->function].push_back({duty->from, duty->until, piece});
}

bool SaidSince::otherwise(const Body& body, std::size_t piece) const {
    const auto last = last_.find(subject_of(body));
    if (last != last_.end() && last->second > piece) return true;
    const auto* duty = std::get_if<DutyRostered>(&body);
    const auto placed = duty == nullptr ? duties_.end() : duties_.find(duty->function);
    if (placed == duties_.end()) return false;
    return std::any_of(placed->second.begin(), placed->second.end(), [&](const Placed& other) {
        return other.piece > piece && other.from < duty->until && duty->from < other.until;
    });
}

} // namespace regiekamer::feeds
