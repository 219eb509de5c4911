// The stretch of absence: from the last input before it to the first after it.
#include "dashboard/desk/presence.hpp"

namespace regiekamer::desk {

void Presence::remember(Seen seen) {
    seen_ = std::move(seen);
    if (const auto mine = seen_.find(person_); mine != seen_.end()) last_look_.sequence = mine->second;
}

void Presence::comes_back(Sequence head) {
    Sequence& seen = seen_[person_];
    if (seen > head) seen = 0; // another journal in the same place
    last_look_ = {seen, head, seen != 0 && seen < head};
}

bool Presence::touched(Instant now, Sequence head) {
    const bool away = !touched_at_ || now - *touched_at_ >= away_time;
    if (away) comes_back(head);
    touched_at_ = now;
    seen_[person_] = head;
    return away;
}

void Presence::sits(const std::string& person, Sequence head) {
    if (person == person_) return;
    person_ = person;
    if (!came()) return; // the first input will tell
    comes_back(head);
    seen_[person_] = head;
}

} // namespace regiekamer::desk
