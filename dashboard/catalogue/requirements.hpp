// What is asked of an evenement of each class, when counted from its date, with the moments of the day and
// the weather thresholds that go with it.
#pragma once

#include "dashboard/catalogue/event_time.hpp"
#include "messaging/vocabulary/vocabulary.hpp"

#include <array>
#include <map>
#include <string>
#include <vector>

namespace regiekamer::catalogue {

struct AskedRequirement {
    RequirementId id;
    RequirementKind kind{};
    std::string title;
    std::string by; ///< "organisator" is the organiser of the evenement
    EventTime due;
};

struct AskedMoment {
    std::string id, title;
    EventTime at;
};

/// The three stages of one quantity; boven: attentie ≤ maatregel ≤ stop, onder: the other way.
struct AskedThreshold {
    Quantity quantity;
    Unit unit;
    Side side{};
    std::array<double, 3> values{};
    std::array<std::string, 3> measures; ///< empty: none said
};

struct ClassRequirements {
    EventClass class_{};
    std::vector<AskedRequirement> requirements;
    std::vector<AskedMoment> moments;
    std::vector<AskedThreshold> thresholds;
};

struct Requirements {
    std::map<EventClass, ClassRequirements> classes;
};

/// An evenement as far as its requirements depend on it.
struct DatedEvent {
    PublicEventId event;
    EventClass class_{};
    std::string organiser;
    Instant from;
    std::optional<Instant> until;
};

/// What an evenement of this class is asked, as messages: requirement.set, event.moment_set and
/// event.threshold_set. Identifiers come from the event and the file, so that setting them again (another
/// date) replaces and doubles nothing.
std::vector<Body> asked_of(const Requirements& requirements, const DatedEvent& event);
/// The same of one that is registered: nothing while it has no date, for there is nothing to count from.
std::vector<Body> asked_of(const Requirements& requirements, const EventRegistered& event);

} // namespace regiekamer::catalogue
