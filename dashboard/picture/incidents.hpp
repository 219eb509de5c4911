// Incidents, where they are, and their GRIP level through time.
#pragma once

#include "dashboard/picture/known.hpp"
#include "dashboard/picture/table.hpp"
#include "messaging/vocabulary/grip.hpp"
#include "messaging/vocabulary/incident.hpp"

#include <map>

namespace regiekamer::picture {

struct Picture;

/// One decision on the level.
struct GripStep {
    GripLevel level;
    std::string reason;
    Who decided_by;
    Instant effective_from;
    Sequence sequence{};
    Instant time; ///< when it was said
    bool operator==(const GripStep&) const = default;
};

struct Incident {
    Known<Instant>
        started; ///< not said: only spoken of, never opened. The norms for the public run from here
    Known<std::string> title, municipality, place;
    Known<Kind> kind;
    Known<std::optional<Position>> point;
    Known<std::optional<Count>> addresses;
    Known<std::optional<PublicEventId>> event; ///< the evenement that it grew from
    std::optional<Known<std::string>> closed;  ///< the reason
    std::vector<GripStep> grip;                ///< by effective_from, ties by sequence
    bool operator==(const Incident&) const = default;
};

struct Incidents {
    Table<IncidentId, Incident> incidents;
    Table<AreaId, Known<AreaDrawn>> areas; ///< those that were not removed
    Table<PlaceId, Known<PlaceMarked>> places;
    bool operator==(const Incidents&) const = default;
};

/// nullptr: never spoken of.
const Incident* find_incident(const Picture& picture, const IncidentId& incident);

/// The level at an instant.
struct Grip {
    GripLevel level;               ///< 0 when nobody decided
    std::optional<Instant> since;  ///< since when it is this level without a break; none: never decided
    std::optional<Who> decided_by; ///< who brought it to this level
    std::string reason;            ///< theirs; who decided the same again later changes nothing
    Sequence sequence{};           ///< of that decision; 0: none
    bool operator==(const Grip&) const = default;
};
/// The greatest effective_from not after `at`, ties by sequence.
Grip grip_at(const Incident& incident, Instant at);
Grip grip_at(const Picture& picture, const IncidentId& incident, Instant at);

/// A stretch of time with one level, for a timeline.
struct GripSegment {
    GripLevel level;
    Instant from;
    std::optional<Instant> until; ///< none: still so
    Who decided_by;
    Sequence sequence{};
    bool operator==(const GripSegment&) const = default;
};
/// Up to `until`; equal levels that follow each other are one segment.
std::vector<GripSegment> grip_segments(const Incident& incident, Instant until);

/// Decided already, but in force only after `now`.
std::vector<GripStep> grip_to_come(const Incident& incident, Instant now);

/// Gezag: the burgemeester up to GRIP 3, the voorzitter veiligheidsregio from GRIP 4 (Wvr art. 39).
enum class Authority { burgemeester, voorzitter };
Authority authority_at(GripLevel level);

/// Opened and not closed: highest GRIP first, then the one that started last, then by id.
std::vector<IncidentId> active_incidents(const Picture& picture, Instant now);
/// The first of those.
std::optional<IncidentId> leading_incident(const Picture& picture, Instant now);

/// Areas and places of an incident, in order of being drawn. Places without an incident belong to every one.
std::vector<const Known<AreaDrawn>*> areas_of(const Picture& picture, const IncidentId& incident);
std::vector<const Known<PlaceMarked>*> places_of(const Picture& picture, const IncidentId& incident);

/// Kernprestaties for the public (domain.md §4, Bevolkingszorg op orde), reckoned from the start of the
/// incident; the duiding from the start of the GBT's first meeting.
enum class PublicNorm {
    first_facts, ///< facts available to those affected: 30 minutes
    shelter,     ///< passende opvang: 3 hours
    housing,     ///< tijdelijke huisvesting: 48 hours
    duiding      ///< the burgemeester tells what it means: 60 minutes
};
enum class ClockState { running, met, met_late, missed };

struct PublicClock {
    PublicNorm norm{};
    Instant from, by;
    std::optional<Instant> met_at; ///< when the first action that asks for it was finished
    ClockState state{};
    bool asked{}; ///< an action for it stands open or is done; first facts are always asked, and the duiding
    std::optional<Instant> appointed{}; ///< the first time of its own that an action for it has
    bool by_appointment{}; ///< `by` is that time: shelter that a card asks for later (picture/public_norms)
    Sequence sequence{};   ///< of the finishing, else of what asked last, else of what it runs from
    bool operator==(const PublicClock&) const = default;
};
/// In the order of PublicNorm, the duiding only once the GBT meets; empty for an incident that was never
/// opened.
std::vector<PublicClock> public_clocks(const Picture& picture, const IncidentId& incident, Instant now);

} // namespace regiekamer::picture
